import DocumentAnalysis
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Each line of legal basis ends with a semicolon, the last with a full stop (Decree 30/2020,
  /// Phụ lục I, mục II.6.a).
  static let legalBasisPunctuation = NativeCheck(
    name: "legal-basis-punctuation", arguments: ["found", "expected"],
    cases: ["inner", "last"]
  ) { context in
    guard context.hasStateForm else { return [] }
    let bases = context.document.components.legalBases
    return bases.indices.compactMap { index in
      let basis = bases[index]
      // A basis that goes on with the operative sentence has no end of its own, and lines of
      // other openings (“Xét …”) are not prescribed.
      guard !basis.runsIntoBody, basis.opening != .other else { return nil }
      let next = index + 1 < bases.count ? bases[index + 1] : nil
      let accepted = acceptedMarks(before: next)
      guard let ending = Ending(of: basis, in: context.document), !accepted.contains(ending.mark)
      else { return nil }
      let expected = next == nil ? "." : ";"
      return observation(ending, expected: expected, isLast: next == nil)
    }
  }

  private static func acceptedMarks(before next: LegalBasis?) -> [String] {
    switch next?.opening {
    case nil: [".", ":"]
    case .theoDeNghi, .other: [";", ",", "."]
    case .canCu, .thucHien: [";"]
    }
  }

  private static func observation(
    _ ending: Ending, expected: String, isLast: Bool
  ) -> Observation {
    let found =
      ending.mark.isEmpty
      ? LocalizedText(vi: "không có dấu", en: "no mark")
      : LocalizedText(vi: "dấu “\(ending.mark)”", en: "“\(ending.mark)”")
    let edit = ending.mark.isEmpty ? ending.end : ending.span
    let fix = Observation.ProposedFix(
      kind: .mechanical,
      description: LocalizedText(
        vi: "Kết thúc dòng bằng dấu “\(expected)”.", en: "End the line with “\(expected)”."),
      edits: [(edit, expected)])
    return Observation(
      at: ending.span, case: isLast ? "last" : "inner",
      arguments: ["found": .localized(found), "expected": .text(expected)], fixes: [fix])
  }
}

/// How a line of legal basis ends.
private struct Ending {
  /// The mark, or "" when the line ends in a word.
  let mark: String
  /// The mark, or the last word.
  let span: TextSpan
  /// Empty, behind the last word or mark.
  let end: TextSpan

  private static let pattern = Pattern(known: #"(?:(?<mark>[.,;:…]+)|(?<word>[^\s.,;:…]+))\s*$"#)

  init?(of basis: LegalBasis, in document: RecognisedDocument) {
    let text = document.blocks[basis.span.block].text
    // The mark may stand just behind the span when two bases share a paragraph.
    var upper = basis.span.utf8.upperBound
    let rest = text[utf8Range: upper..<text.utf8.count].unicodeScalars
    let tail = rest.prefix { ".,;:…".unicodeScalars.contains($0) }
    upper += tail.text.utf8.count
    let words = String(text[utf8Range: basis.span.utf8.lowerBound..<upper])
    guard let match = Ending.pattern.firstMatch(in: words) else { return nil }
    let isMark = match[1] != nil
    guard let range = match[1] ?? match[2] else { return nil }
    let low = basis.span.utf8.lowerBound + range.lowerBound
    let typed = String(words[utf8Range: range])
    // Dots stand for words still to be filled in; several marks in a row are another rule's matter.
    if isMark, typed.unicodeScalars.count > 1 || typed == "…" { return nil }
    mark = isMark ? typed : ""
    span = TextSpan(block: basis.span.block, utf8: low..<low + range.count)
    end = TextSpan(block: span.block, utf8: span.utf8.upperBound..<span.utf8.upperBound)
  }
}
