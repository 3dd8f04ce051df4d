import DocumentModel
import DocumentReading
import DocumentWriting
import Testing
import TextMatching

/// Corrections by words: where `old` stands in the document's blocks, `new` is put.
func corrections(
  _ changes: [(old: String, new: String)], in document: SourceDocument
) -> [Correction] {
  changes.map { old, new in
    var edits: [TextEdit] = []
    for (index, block) in document.body.blocks.enumerated() {
      for match in Pattern(known: "\\Q\(old)\\E").matches(in: block.text) {
        edits.append(TextEdit(block: index, utf8: match.range, text: new))
      }
    }
    return Correction(edits: edits)
  }
}

@Suite("Correcting plain text")
struct PlainTextTests {
  private func corrected(
    _ bytes: [UInt8], _ changes: (old: String, new: String)...
  ) throws -> (bytes: [UInt8], refused: [Int: CorrectionObstacle]) {
    let document = try DocumentReader.read(bytes, name: "a.txt")
    let result = try DocumentWriter.applying(
      corrections(changes, in: document), to: bytes, of: document)
    return (result.bytes, result.refused)
  }

  private func corrected(_ text: String, _ changes: (old: String, new: String)...) throws -> String
  {
    let document = try DocumentReader.read(Array(text.utf8), name: "a.txt")
    let result = try DocumentWriter.applying(
      corrections(changes, in: document), to: Array(text.utf8), of: document)
    #expect(result.refused.isEmpty)
    return String(decoding: result.bytes, as: UTF8.self)
  }

  @Test("Only the words change: line ends, indents, blank lines and page numbers stay")
  func restStays() throws {
    let text =
      "\u{FEFF}KẾ HOẠCH\r\n\r\n   1. Chiến sỹ thi đua  \r\n2\r\n\u{C}\n- Các khôi thi đua;\n\n"
    #expect(
      try corrected(text, ("Chiến sỹ", "Chiến sĩ"), ("khôi", "khối"))
        == "\u{FEFF}KẾ HOẠCH\r\n\r\n   1. Chiến sĩ thi đua  \r\n2\r\n\u{C}\n- Các khối thi đua;\n\n"
    )
  }

  @Test("UTF-16 stays UTF-16", arguments: [true, false])
  func utf16(isLittleEndian: Bool) throws {
    func encoded(_ text: String) -> [UInt8] {
      "\u{FEFF}\(text)".utf16.flatMap { unit -> [UInt8] in
        let pair = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
        return isLittleEndian ? pair.reversed() : pair
      }
    }
    let result = try corrected(encoded("Các khôi thi đua 🎖.\r\n"), ("khôi", "khối"))
    #expect(result.bytes == encoded("Các khối thi đua 🎖.\r\n"))
  }

  @Test("Words on a line that was joined with the one above are found on their own line")
  func wrapped() throws {
    let text = """
      Ủy ban nhân dân xã giao Văn phòng chủ trì, phối hợp với các ban, ngành hướng dẫn
      các khôi thi đua đăng ký nội dung; các thôn báo cáo về Văn phòng đúng thời hạn đã
      nêu ở trên.
      """
    #expect(
      try corrected(text, ("khôi", "khối"), ("Văn phòng đúng", "Văn phòng Ủy ban đúng"))
        == text.replacing("khôi", with: "khối").replacing("phòng đúng", with: "phòng Ủy ban đúng"))
  }

  @Test("Lines are neither joined nor parted")
  func lineEnds() throws {
    let text = """
      Ủy ban nhân dân xã giao Văn phòng chủ trì, phối hợp với các ban, ngành hướng dẫn
      các khôi thi đua đăng ký nội dung.
      """
    let result = try corrected(Array(text.utf8), ("hướng dẫn các", "hướng dẫncác"))
    #expect(result.refused == [0: .lineEnd])
    #expect(result.bytes == Array(text.utf8))
  }

  @Test("Emphasis marks that were dropped stay where they are")
  func emphasis() throws {
    #expect(
      try corrected(
        "**Chiến sỹ** thi đua, *khôi*\n", ("Chiến sỹ thi", "Chiến sĩ thi"), ("khôi", "khối."))
        == "**Chiến sĩ** thi đua, *khối.*\n")
  }

  @Test("Decomposed text: the letters concerned are changed, the rest stays decomposed")
  func decomposed() throws {
    let text = "Danh hiệu Chiến sỹ thi đua cơ sở.\n".decomposed
    let result = try corrected(text, ("Chiến sỹ", "Chiến sĩ"))
    #expect(
      result.unicodeScalars.elementsEqual(
        ("Danh hiệu Chiến s".decomposed + "ĩ" + " thi đua cơ sở.\n".decomposed).unicodeScalars))
  }

  @Test("The same words ask for composition alone, of a typed label too")
  func composition() throws {
    let text = "Điều 1. Chiến sỹ thi đua\tcơ sở.\n".decomposed
    let document = try DocumentReader.read(Array(text.utf8), name: "a.txt")
    let edits = document.body.blocks.enumerated().map { index, block in
      TextEdit(block: index, utf8: 0..<block.text.utf8.count, text: block.text)
    }
    let result = try DocumentWriter.applying(
      [Correction(edits: edits)], to: Array(text.utf8), of: document)
    #expect(result.refused.isEmpty)
    #expect(result.bytes == Array("Điều 1. Chiến sỹ thi đua\tcơ sở.\n".utf8))
  }

  @Test("The same words ask for Vietnamese letters, of a typed label too")
  func lookAlikes() throws {
    let text = "\u{F0}) Chiến sĩ thi \u{F0}ua, c\u{43E}n\n".decomposed
    let document = try DocumentReader.read(Array(text.utf8), name: "a.txt")
    let edits = document.body.blocks.enumerated().map { index, block in
      TextEdit(block: index, utf8: 0..<block.text.utf8.count, text: block.text)
    }
    let result = try DocumentWriter.applying(
      [Correction(edits: edits)], to: Array(text.utf8), of: document)
    #expect(result.refused.isEmpty)
    #expect(result.bytes == Array("đ) Chiến sĩ thi đua, con\n".utf8))
  }

  @Test("A correction takes a letter that only looked right with it")
  func correctedLookAlike() throws {
    #expect(
      try corrected("Thi \u{F0}ua yêu nước.\n", ("đua yêu", "đua  yêu")).contains("ua  yêu nước"))
    #expect(try corrected("Thi \u{F0}ua.\n", ("đua", "chạy")) == "Thi chạy.\n")
  }

  @Test("Insertions go after the character before them, at the start before the first")
  func insertions() throws {
    let text = "UBND huyện\n\nPhòng Nội vụ\n"
    let document = try DocumentReader.read(Array(text.utf8), name: "a.txt")
    let end = document.body.blocks[0].text.utf8.count
    let result = try DocumentWriter.applying(
      [
        Correction(edits: [TextEdit(block: 0, utf8: end..<end, text: ";")]),
        Correction(edits: [
          TextEdit(block: 0, utf8: 0..<0, text: "- "), TextEdit(block: 1, utf8: 0..<0, text: "- "),
        ]),
      ], to: Array(text.utf8), of: document)
    #expect(String(decoding: result.bytes, as: UTF8.self) == "- UBND huyện;\n\n- Phòng Nội vụ\n")
  }

  @Test("Of two corrections of the same words the first is made; the same one twice is one")
  func overlaps() throws {
    let text = "Các khôi thi đua.\n"
    let result = try corrected(
      Array(text.utf8), ("khôi", "khối"), ("khôi thi", "cụm thi"), ("khôi thi", "khối thi"),
      ("đua.", "đua;"))
    #expect(result.refused == [1: .overlap])
    #expect(String(decoding: result.bytes, as: UTF8.self) == "Các khối thi đua;\n")
  }

  @Test("All edits of a correction are made or none")
  func together() throws {
    let text = "Mục \"Tên phong trào' và khôi.\n"
    let document = try DocumentReader.read(Array(text.utf8), name: "a.txt")
    let both =
      corrections([("\"", "“")], in: document)[0].edits
      + corrections([("'", "”")], in: document)[0].edits
    let first = corrections([("trào'", "trào”,")], in: document)[0]
    let result = try DocumentWriter.applying(
      [first, Correction(edits: both)], to: Array(text.utf8), of: document)
    #expect(result.refused == [1: .overlap])
    #expect(String(decoding: result.bytes, as: UTF8.self) == "Mục \"Tên phong trào”, và khôi.\n")
  }

  @Test("Places that the document does not have are refused")
  func noPlace() throws {
    let text = "Một câu.\n"
    let document = try DocumentReader.read(Array(text.utf8), name: "a.txt")
    let result = try DocumentWriter.applying(
      [
        Correction(edits: [TextEdit(block: 7, utf8: 0..<1, text: "a")]),
        Correction(edits: [TextEdit(block: 0, utf8: 0..<99, text: "a")]),
      ], to: Array(text.utf8), of: document)
    #expect(result.refused == [0: .noPlace, 1: .noPlace])
    #expect(result.bytes == Array(text.utf8))
  }

  @Test("A hostile number of corrections ends soon and makes none wrong")
  func many() throws {
    let text = String(repeating: "a  b", count: 30_000) + "\n"
    let document = try DocumentReader.read(Array(text.utf8), name: "a.txt")
    let one = corrections([("  ", " ")], in: document)
    let each = one[0].edits.map { Correction(edits: [$0]) }
    let result = try DocumentWriter.applying(each, to: Array(text.utf8), of: document)
    #expect(result.refused.count == 10_000)
    #expect(result.refused.values.allSatisfy { $0 == .tooMany })
    #expect(result.bytes.count == text.utf8.count - 20_000)
  }
}
