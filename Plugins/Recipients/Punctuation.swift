import DocumentAnalysis
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Each line begins with a hyphen and ends with a semicolon, the last with a full stop (Decree
  /// 30/2020, Phụ lục I, mục II.9.d).
  static let punctuation = NativeCheck(
    name: "punctuation", arguments: ["expected"], cases: ["dash", "inner", "last"]
  ) { context in
    guard let list = RecipientList(context), !list.lines.isEmpty else { return [] }
    return dashes(list) + endings(list)
  }

  private static let lowerStart = Pattern(known: #"^\p{Ll}"#)

  /// One finding for a list without any hyphen; else one for each line that lacks it.
  private static func dashes(_ list: RecipientList) -> [Observation] {
    let bare = list.lines.enumerated().filter { index, line in
      guard line.dash == nil else { return false }
      // A line that goes on from the one above is no line of its own.
      return index == 0 || !continues(list, index)
    }.map(\.element)
    func observation(_ line: Recipients.Line, _ lines: [Recipients.Line]) -> Observation {
      let edits = lines.map { line in
        (
          span: TextSpan(
            block: line.span.block, utf8: line.span.utf8.lowerBound..<line.span.utf8.lowerBound),
          text: "- "
        )
      }
      return Observation(
        at: line.span, case: "dash", arguments: ["expected": .text("-")],
        fixes: [
          Observation.ProposedFix(
            kind: .mechanical,
            description: LocalizedText(
              vi: "Thêm gạch đầu dòng.", en: "Put a hyphen in front of the line."), edits: edits)
        ])
    }
    // A single recipient on the label's line is the form of “Nơi nhận: Như trên”.
    if list.lines.count == 1, list.lines[0].span.block == list.label.block { return [] }
    if bare.count == list.lines.count, let first = bare.first { return [observation(first, bare)] }
    return bare.map { observation($0, [$0]) }
  }

  private static func continues(_ list: RecipientList, _ index: Int) -> Bool {
    let before = list.text(list.lines[index - 1])
    return lowerStart.matches(list.text(list.lines[index]))
      || !(before.last { $0 != " " }.map { ";.:".contains($0) } ?? false)
  }

  private static let mark = Pattern(known: #"(?<mark>[.,;:…]*)(?<space>\s*)$"#)
  /// Behind the last stop the typist's initials and the number of copies may stand.
  private static let typist = Pattern(known: #"\.\s*[\(\p{Lu}\d][\p{L}\d.()]{0,12}$"#)

  private static func endings(_ list: RecipientList) -> [Observation] {
    list.lines.indices.compactMap { index in
      let line = list.lines[index]
      let isLast = index == list.lines.count - 1
      if !isLast, list.lines[index + 1].dash == nil, continues(list, index + 1) { return nil }
      let text = list.text(line)
      guard !text.isEmpty, let match = mark.firstMatch(in: text), let typed = match[1] else {
        return nil
      }
      let found = String(text[utf8Range: typed])
      if isLast {
        // A list that breaks off without its archive line has another fault.
        guard list.isArchive(line) else { return nil }
        if found.hasSuffix(".") || typist.matches(text) { return nil }
      } else if found.hasSuffix(";") || found == ":" || found.contains("…") || found.contains("..")
      {
        return nil
      }
      let expected = isLast ? "." : ";"
      let low = line.span.utf8.lowerBound
      let edit = TextSpan(
        block: line.span.block, utf8: low + typed.lowerBound..<low + typed.upperBound)
      return Observation(
        at: line.span, case: isLast ? "last" : "inner", arguments: ["expected": .text(expected)],
        fixes: [
          Observation.ProposedFix(
            kind: .mechanical,
            description: LocalizedText(
              vi: "Kết thúc dòng bằng dấu “\(expected)”.", en: "End the line with “\(expected)”."),
            edits: [(edit, expected)])
        ])
    }
  }
}
