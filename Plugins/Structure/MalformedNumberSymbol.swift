import DocumentAnalysis
import RuleEngine
import TextMatching

extension NativeCheck {
  /// How number and symbol are written (Decree 30/2020, Phụ lục I, mục II.3.c): “Số:” with a colon,
  /// two digits at least, a slash after the number, hyphens between the groups, no spaces.
  static let malformedNumberSymbol = NativeCheck(
    name: "malformed-number-symbol", arguments: ["problems", "expected"]
  ) { context in
    guard context.hasStateForm, let line = context.document.components.numberSymbol else {
      return []
    }
    // Words that are no number and symbol are not judged.
    guard let form = NumberSymbolForm(context.document.text(line.value)) else { return [] }
    var problems = form.problems
    var edits: [(span: TextSpan, text: String)] = []
    var span = line.value
    if !problems.isEmpty { edits.append((line.value, form.corrected)) }
    if let colon = missingColon(before: line, in: context.document) {
      problems.insert(
        LocalizedText(vi: "sau chữ “Số” thiếu dấu hai chấm", en: "no colon after “Số”"), at: 0)
      edits.insert((colon, ":"), at: 0)
      span = line.span
    }
    guard !problems.isEmpty else { return [] }
    let expected = "Số: " + form.corrected
    let fix = Observation.ProposedFix(
      kind: form.hasYear ? .proposed : .mechanical,
      description: LocalizedText(vi: "Viết là “\(expected)”.", en: "Write “\(expected)”."),
      edits: edits)
    let list = LocalizedText(
      vi: problems.map(\.vi).joined(separator: "; "), en: problems.map(\.en).joined(separator: "; ")
    )
    return [
      Observation(
        at: span, arguments: ["problems": .localized(list), "expected": .text(expected)],
        fixes: [fix])
    ]
  }

  /// Where the colon goes, when there is none between “Số” and the number.
  private static func missingColon(
    before line: NumberSymbol, in document: RecognisedDocument
  ) -> TextSpan? {
    guard line.value.block == line.span.block,
      line.span.utf8.lowerBound <= line.value.utf8.lowerBound
    else { return nil }
    let text = document.blocks[line.span.block].text
    let lead = text[utf8Range: line.span.utf8.lowerBound..<line.value.utf8.lowerBound]
    guard !lead.unicodeScalars.contains(":"), Folding.letters(lead) == "số" else { return nil }
    let end = line.span.utf8.lowerBound + String(lead).trimmedUTF8.upperBound
    return TextSpan(block: line.span.block, utf8: end..<end)
  }
}

/// The parts of “7 / KH-UBND” as typed, what is wrong with them, and the right form.
struct NumberSymbolForm {
  private(set) var problems: [LocalizedText] = []
  private(set) var corrected: String
  /// The year of a normative symbol stands in it: taking it out is no mere matter of form.
  private(set) var hasYear = false

  private static let pattern = Pattern(
    known: #"""
      ^(?<number>\d+|[\s.…_xX]*)          # number, or the room left for it
      (?<separator>\s*[/\\–—-]\s*)
      (?:(?<year>(?:19|20)\d\d)\s*/\s*)?
      (?<symbol>\p{L}[\p{L}\d]*(?:\s*[/\\_–—-]\s*[\p{L}\d]+)*)\s*$
      """#, options: .extended)
  /// Nil when the words are not a number and a symbol.
  init?(_ typed: String) {
    let value = NumberSymbolForm.withPlainHyphens(typed)
    let pattern = NumberSymbolForm.pattern
    guard let match = pattern.firstMatch(in: value) else { return nil }
    func part(_ name: String) -> String {
      pattern.group(named: name).flatMap { match[$0] }.map { String(value[utf8Range: $0]) } ?? ""
    }
    let typedNumber = part("number")
    let isBlank = Int(typedNumber) == nil
    let separator = part("separator")
    let symbol = part("symbol")

    // Room for the number is left with spaces or dots; only a number that is there is judged.
    var number = typedNumber
    if !isBlank, typedNumber.utf8.count == 1 {
      number = "0" + typedNumber
      problems.append(
        LocalizedText(
          vi: "số nhỏ hơn 10 phải thêm số 0 ở trước (\(number))",
          en: "a number below 10 takes a leading 0 (\(number))"))
    }
    if !part("year").isEmpty {
      hasYear = true
      problems.append(
        LocalizedText(
          vi: "ký hiệu văn bản hành chính không ghi năm",
          en: "the symbol of an administrative paper carries no year"))
    }
    if !separator.unicodeScalars.contains("/") {
      problems.append(
        LocalizedText(
          vi: "giữa số và ký hiệu phải là dấu gạch chéo (/)",
          en: "number and symbol are joined by a slash (/)"))
    }
    let groups = symbol.unicodeScalars.split { NumberSymbolForm.isSeparator($0) }
      .map(\.text.collapsed)
    if symbol.unicodeScalars.contains(where: { NumberSymbolForm.isSeparator($0) && $0 != "-" }) {
      problems.append(
        LocalizedText(
          vi: "giữa các nhóm chữ của ký hiệu phải là dấu gạch nối (-)",
          en: "the groups of the symbol are joined by hyphens (-)"))
    }
    let afterNumber = isBlank ? "" : separator
    if symbol.unicodeScalars.contains(where: \.properties.isWhitespace)
      || afterNumber.unicodeScalars.contains(where: \.properties.isWhitespace)
      || separator.unicodeScalars.last?.properties.isWhitespace == true
    {
      problems.append(
        LocalizedText(
          vi: "trong số và ký hiệu không để khoảng trắng",
          en: "no spaces inside number and symbol"))
    }
    let room =
      isBlank
      ? typedNumber
        + separator.unicodeScalars.prefix(while: \.properties.isWhitespace).text
      : number
    corrected = room + "/" + groups.joined(separator: "-")
  }

  /// The hyphens that print like “-” made one.
  private static func withPlainHyphens(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar == "\u{2010}" || scalar == "\u{2011}" ? "-" : scalar)
    }
    return String(result)
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    "-/\\_–—".unicodeScalars.contains(scalar)
  }
}
