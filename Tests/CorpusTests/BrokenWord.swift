import FixtureSupport

/// WordprocessingML that says the same in the worst way editors leave behind: runs cut anywhere,
/// proofing marks, bookmarks, content controls one in another, a soft page break.
struct BrokenWord {
  private var random: Generator

  /// The same seed gives the same document.
  init(seed: String) {
    random = Generator(state: seed.utf8.reduce(1469) { ($0 &* 31) &+ UInt64($1) })
  }

  func body(of text: String) -> String {
    var writer = self
    return writer.write(text)
  }

  private mutating func write(_ text: String) -> String {
    var result = ""
    var rows: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.contains("\t") {
        rows.append(line)
        continue
      }
      result += table(rows)
      rows = []
      if line.contains(where: { !$0.isWhitespace }) { result += wrapped(paragraph(line)) }
    }
    return result + table(rows)
  }

  private mutating func table(_ rows: [Substring]) -> String {
    guard !rows.isEmpty else { return "" }
    let cells = rows.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let width = cells.map(\.count).max() ?? 1
    var content = ""
    for row in cells {
      content += "<w:tr>"
      if row.dropFirst().allSatisfy(\.isEmpty) {
        content += "<w:tc><w:tcPr><w:gridSpan w:val=\"\(width)\"/></w:tcPr>"
        content += paragraph(row[0]) + "</w:tc>"
      } else {
        for cell in row { content += "<w:tc>" + paragraph(cell) + "</w:tc>" }
      }
      content += "</w:tr>"
    }
    let grid = String(repeating: "<w:gridCol/>", count: width)
    return "<w:tbl><w:tblGrid>\(grid)</w:tblGrid>\(content)</w:tbl>"
  }

  /// A content control around a paragraph, now and then one in another.
  private mutating func wrapped(_ paragraph: String) -> String {
    func control(_ content: String) -> String {
      "<w:sdt><w:sdtPr/><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
    }
    switch random.next(below: 8) {
    case 0: return control(paragraph)
    case 1: return control(control(paragraph))
    default: return paragraph
    }
  }

  private mutating func paragraph(_ line: Substring) -> String {
    let text = String(line.drop(while: \.isWhitespace))
    var rest = Array(text)[...]
    while rest.last?.isWhitespace == true { rest.removeLast() }
    let isHeading =
      text.contains(" ") && text == text.uppercased() && text != text.lowercased()
    var content = isHeading ? "<w:pPr><w:jc w:val=\"center\"/></w:pPr>" : ""
    while !rest.isEmpty {
      let piece = rest.prefix(1 + random.next(below: 9))
      rest = rest.dropFirst(piece.count)
      content += mark() + run(String(piece), isBold: isHeading)
    }
    return "<w:p>\(content)</w:p>"
  }

  private mutating func run(_ text: String, isBold: Bool) -> String {
    let properties = isBold ? "<w:b/>" : "<w:lang w:val=\"vi-VN\"/>"
    let words = "<w:t xml:space=\"preserve\">\(DocxFixture.escape(text))</w:t>"
    let run = "<w:r><w:rPr>\(properties)</w:rPr>\(words)</w:r>"
    return random.next(below: 12) == 0
      ? "<w:sdt><w:sdtContent>\(run)</w:sdtContent></w:sdt>" : run
  }

  private mutating func mark() -> String {
    switch random.next(below: 10) {
    case 0: return "<w:proofErr w:type=\"spellStart\"/>"
    case 1: return "<w:proofErr w:type=\"gramEnd\"/>"
    case 2: return "<w:bookmarkStart w:id=\"7\" w:name=\"_GoBack\"/><w:bookmarkEnd w:id=\"7\"/>"
    case 3: return "<w:r><w:lastRenderedPageBreak/></w:r>"
    default: return ""
    }
  }

  /// A linear congruential generator: the same everywhere.
  private struct Generator {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }
}
