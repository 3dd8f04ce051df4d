import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// “Điều” is written with a capital, “khoản” and “điểm” without (Decree 30/2020, Phụ lục II, mục V.7).
enum ProvisionForm {
  static let check = NativeCheck(name: "provision-form", arguments: ["given", "expected"]) {
    context in
    context.document.citations.compactMap { observation($0, context) }
  }

  private static func observation(_ citation: Citation, _ context: CheckContext) -> Observation? {
    let spans = citation.provisions.map(\.span.utf8)
    guard citation.role != .withinTitle, let low = spans.map(\.lowerBound).min(),
      let high = spans.map(\.upperBound).max()
    else { return nil }
    let block = citation.span.block
    let text = context.document.blocks[block].text
    let words = String(text[utf8Range: low..<high])
    guard words != words.uppercased() else { return nil }
    var edits: [(span: TextSpan, text: String)] = []
    for match in word.matches(in: words) {
      let range = low + match.range.lowerBound..<low + match.range.upperBound
      let typed = String(text[utf8Range: range])
      let lower = typed.lowercased()
      let right = lower == "điều" ? "Điều" : lower
      // A sentence begins with a capital whatever its first word.
      let place = TextSpan(block: block, utf8: range)
      let isStart = lower != "điều" && begins(context.words(before: place, atMost: 40))
      if typed != right, !isStart {
        edits.append((place, right))
      }
    }
    guard !edits.isEmpty else { return nil }
    var expected = words
    for edit in edits.reversed() {
      let at = edit.span.utf8.lowerBound - low
      expected =
        String(expected[utf8Range: 0..<at]) + edit.text
        + String(expected[utf8Range: (at + edit.span.utf8.count)..<expected.utf8.count])
    }
    return Observation(
      at: TextSpan(block: block, utf8: low..<high),
      arguments: ["given": .text(words), "expected": .text(expected)],
      fixes: [
        Observation.ProposedFix(
          kind: .mechanical,
          description: LocalizedText(vi: "Viết: \(expected).", en: "Write: \(expected)."),
          edits: edits)
      ])
  }

  /// Whether a sentence begins after these words.
  private static func begins(_ before: String) -> Bool {
    guard let last = before.last(where: { !$0.isWhitespace && !"“\"(‘'".contains($0) }) else {
      return true
    }
    return ".!?:-–+•".contains(last)
  }

  private static let word = Pattern(
    known: #"(?<!\p{L})(?:điều|khoản|điểm)(?=\s+(?:\d|[“"']?[a-zđ](?!\p{L})))"#,
    options: .caseless)
}
