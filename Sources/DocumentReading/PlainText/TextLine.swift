import DocumentModel
import TextMatching

/// One line of a plain text file, with what its look says about its part in the paper.
struct TextLine {
  /// From 1.
  let number: Int
  /// Without the line end.
  let scalars: ArraySlice<Unicode.Scalar>
  /// Offset of the first scalar of the line in the file's scalars.
  private let lineStart: Int
  /// A form feed stands before it.
  let startsPage: Bool

  /// The content without white space around, as offsets in the line.
  let content: Range<Int>
  /// White space before the content, a tab counting eight.
  let indent: Int
  /// What is left when Markdown's emphasis marks are taken away, letters of other alphabets put
  /// right; for looking at, not for output.
  let bare: String
  let label: ListLabel?
  let role: Role
  /// Tabs or wide gaps inside the content set parts of it beside each other.
  let hasColumns: Bool

  enum Role {
    case blank
    /// A web address alone on its line.
    case link
    /// Stands for itself, whatever is above and below: headings in capitals, the letterhead, the
    /// place-and-date line, "Nơi nhận:".
    case alone
    case text
  }

  init(number: Int, scalars: ArraySlice<Unicode.Scalar>) {
    self.number = number
    self.scalars = scalars
    lineStart = scalars.startIndex
    startsPage = scalars.first == "\u{C}"
    let start = scalars.firstIndex { !$0.isSpace && !$0.isInvisible } ?? scalars.endIndex
    let end = scalars.lastIndex { !$0.isSpace && !$0.isInvisible }.map { $0 + 1 } ?? start
    content = (start - scalars.startIndex)..<(max(start, end) - scalars.startIndex)
    length = scalars[start..<max(start, end)].count { !(0x300...0x36F).contains($0.value) }
    indent = scalars[..<start].reduce(0) { $0 + ($1 == "\t" ? 8 : $1 == "\u{C}" ? 0 : 1) }
    bare = TextLine.bare(scalars[start..<max(start, end)])
    label = LabelSplitter.split(bare)?.label
    role = TextLine.role(of: bare)
    hasColumns = TextLine.gap(in: scalars[start..<max(start, end)]) != nil
  }

  /// The first stretch of white space that parts columns: a tab, or four spaces and more.
  static func gap(in text: ArraySlice<Unicode.Scalar>) -> Range<Int>? {
    var index = text.startIndex
    while let start = text[index...].firstIndex(where: \.isSpace) {
      let end = text[start...].firstIndex { !$0.isSpace } ?? text.endIndex
      if end - start >= 4 || text[start..<end].contains("\t"),
        !isBlankToFill(before: text[..<start], after: text[end...])
      {
        return start..<end
      }
      index = end
    }
    return nil
  }

  /// “Số:      /KH-UBND”, “ngày      tháng 01”: the gap waits for a number, it parts no columns.
  private static func isBlankToFill(
    before: ArraySlice<Unicode.Scalar>, after: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    ["/", "tháng", "năm"].contains { after.starts(with: $0.unicodeScalars) }
      || ["Số:", "ngày", "tháng"].contains { word in
        before.suffix(word.unicodeScalars.count).elementsEqual(word.unicodeScalars)
          && after.first.map { ("0"..."9").contains($0) || "…./".unicodeScalars.contains($0) }
            ?? false
      }
  }

  /// Letters and other signs of the content; a combining mark is part of its letter.
  let length: Int
  var isBlank: Bool { content.isEmpty }
  var contentScalars: ArraySlice<Unicode.Scalar> {
    scalars[(lineStart + content.lowerBound)..<(lineStart + content.upperBound)]
  }

  private static func bare(_ content: ArraySlice<Unicode.Scalar>) -> String {
    var text = SourcedText()
    text.append(content, unit: 0)
    if content.contains("*") { text.remove(at: Emphasis.marks(in: text.scalars)) }
    let words = text.string
    return LookAlikes.mayOccur(in: words) ? LookAlikes.mended(words.unicodeScalars) : words
  }

  private static func role(of text: String) -> Role {
    if text.isEmpty { return .blank }
    if text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("www.") {
      return text.contains(where: \.isWhitespace) ? .text : .link
    }
    return LineLook.standsAlone(text) ? .alone : .text
  }

  /// Splits a file into lines; LF, CR LF and CR end one.
  static func lines(of scalars: [Unicode.Scalar]) -> [TextLine] {
    var result: [TextLine] = []
    var start = 0
    var index = 0
    func line(to end: Int) -> TextLine {
      TextLine(number: result.count + 1, scalars: scalars[start..<end])
    }
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "\n" || scalar == "\r" {
        result.append(line(to: index))
        if scalar == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
        start = index + 1
      }
      index += 1
    }
    if start < scalars.count { result.append(line(to: scalars.count)) }
    return result
  }
}

/// What a line looks like, apart from its place.
enum LineLook {
  /// The parts of a letterhead or a signature block, which stand beside something else.
  static func isLetterheadPart(_ text: String) -> Bool {
    let folded = text.lowercased()
    let beginnings = [
      "cộng h", "độc lập", "số:", "số ", "nơi nhận", "tm.", "kt.", "tl.", "tuq.", "q.", "t/m",
      "chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc", "trưởng ban", "trưởng phòng",
    ]
    return beginnings.contains { folded.hasPrefix($0) } || isPlaceAndDate(text)
  }

  /// Beginnings of lines that never go on from the line above.
  private static let openings = ["nơi nhận", "kính gửi", "số:", "căn cứ ", "trên đây là "]

  /// A line that is a block of its own, whatever is above and below.
  static func standsAlone(_ text: String) -> Bool {
    if isCapitals(text) { return true }
    guard start(of: text.unicodeScalars) == .upper else { return false }
    let folded = text.prefix(8).lowercased()
    return folded == "nơi nhận" || folded.hasPrefix("số:")
      || folded.hasPrefix("độc lập") && text.utf8.count < 50 || isPlaceAndDate(text)
  }

  /// A line that begins a block, whatever is above.
  static func opens(_ text: String) -> Bool {
    guard start(of: text.unicodeScalars) == .upper else { return false }
    let folded = text.prefix(16).lowercased()
    return openings.contains { folded.hasPrefix($0) }
  }

  /// At least two words, all in capitals, and not the end of a sentence.
  static func isCapitals(_ text: String) -> Bool {
    var letters = 0
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      if scalar.properties.isLowercase { return false }
      letters += 1
    }
    return letters >= 4 && text.contains(" ") && !text.hasSuffix(".") && !text.hasSuffix(";")
  }

  /// `Tân Việt, ngày 05 tháng 01 năm 2024`, blanks allowed.
  static func isPlaceAndDate(_ text: String) -> Bool {
    guard text.utf8.count <= 110, let comma = text.utf8.firstIndex(of: 0x2C) else { return false }
    let rest = text[text.utf8.index(after: comma)...].drop { $0 == " " }
    guard rest.hasPrefix("ngày") || rest.hasPrefix("Ngày"), rest.count <= 40 else { return false }
    let words = rest.split { $0 == " " || $0 == "." || $0 == "…" }
    guard let month = words.firstIndex(of: "tháng"), let year = words.firstIndex(of: "năm") else {
      return false
    }
    return month < year && words.count <= year + 2
  }

  /// The line ends a sentence or a list item.
  static func endsSentence(_ text: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
    let closing: Set<Unicode.Scalar> = ["”", "\"", "’", "'", ")", "]", "»", "*", " "]
    guard let last = text.last(where: { !closing.contains($0) }) else { return false }
    return [".", ";", ":", "!", "?", "…"].contains(last)
  }

  enum Start {
    case lower
    case upper
    /// A digit, a quotation mark, a bracket.
    case other
  }

  static func start(of text: some Sequence<Unicode.Scalar>) -> Start {
    var iterator = text.makeIterator()
    guard let first = iterator.next() else { return .other }
    return first.properties.isLowercase ? .lower : first.properties.isUppercase ? .upper : .other
  }
}
