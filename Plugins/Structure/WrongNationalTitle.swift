import DocumentAnalysis
import DocumentModel
import RuleEngine
import TextMatching

extension NativeCheck {
  /// The literal words (Decree 30/2020, Phụ lục I, mục II.1). The decree itself writes both HÒA and
  /// HOÀ, so both are right.
  static let wrongNationalTitle = NativeCheck(
    name: "wrong-national-title", arguments: ["expected"], cases: ["title", "motto", "dash"]
  ) { context in
    guard context.hasStateForm else { return [] }
    let components = context.document.components
    var found: [Observation] = []
    if let title = components.nationalTitle {
      found += deviation(
        of: title,
        from: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        case: "title", in: context.document)
    }
    if let motto = components.motto {
      found += deviation(
        of: motto, from: ["Độc lập - Tự do - Hạnh phúc"], case: "motto", in: context.document)
    }
    return found
  }

  private static func deviation(
    of span: TextSpan, from accepted: [String], case name: String, in document: RecognisedDocument
  ) -> [Observation] {
    let typed = comparable(document.text(span))
    let shown = isShownInCapitals(span, in: document) ? typed.uppercased() : typed
    if accepted.contains(shown) { return [] }
    // A line that runs on in the next paragraph is whole, only broken; beside a left column the
    // rest is the end of that paragraph, or the paragraph after it.
    let following = document.blocks.dropFirst(span.block + 1).prefix(2).map { comparable($0.text) }
    let isBroken = accepted.contains { words in
      words.hasPrefix(shown + " ")
        && following.contains { $0.hasSuffix(words.dropFirst(shown.count + 1)) }
    }
    if isBroken { return [] }
    let usesOpenTone = typed.lowercased().unicodeScalars.contains("à")
    let expected = usesOpenTone ? accepted[accepted.count - 1] : accepted[0]
    let isDash =
      name == "motto" && Folding.key(typed) == Folding.key(expected)
      && typed.unicodeScalars.contains { "–—―−".unicodeScalars.contains($0) }
    let fix = Observation.ProposedFix(
      kind: .mechanical,
      description: LocalizedText(vi: "Thay bằng “\(expected)”.", en: "Replace with “\(expected)”."),
      edits: [(span, expected)])
    return [
      Observation(
        at: span, case: isDash ? "dash" : name, arguments: ["expected": .text(expected)],
        fixes: [fix])
    ]
  }

  /// White space collapsed; the hyphens that print like “-” made one.
  private static func comparable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.collapsed.unicodeScalars {
      result.append(scalar == "\u{2010}" || scalar == "\u{2011}" ? "-" : scalar)
    }
    return String(result)
  }

  private static func isShownInCapitals(_ span: TextSpan, in document: RecognisedDocument) -> Bool {
    let runs = document.blocks[span.block].runs.filter { $0.utf8.overlaps(span.utf8) }
    return !runs.isEmpty && runs.allSatisfy(\.format.isAllCapitals)
  }
}
