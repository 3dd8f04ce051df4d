import DocumentModel
import DocumentReading
import Testing

struct PlainTextTests {
  /// Enough broken lines to show that the file breaks its lines, and where.
  private static let wrapped = """
    Thực hiện Kế hoạch số 07/KH-UBND của Ủy ban nhân dân huyện Minh Sơn về công
    tác thi đua, khen thưởng năm 2024, Ủy ban nhân dân xã Tân Việt xây dựng kế
    hoạch công tác thi đua, khen thưởng năm 2024 với những nội dung cụ thể như
    sau:

    """

  private func wrappedBlocks(_ text: String) throws -> [String] {
    Array(lines(try readText(PlainTextTests.wrapped + text)).dropFirst())
  }

  @Test func brokenLinesAreJoined() throws {
    let block = try #require(try readText(PlainTextTests.wrapped).body.blocks.first)
    #expect(block.text.hasPrefix("Thực hiện Kế hoạch số 07/KH-UBND"))
    #expect(
      block.text.hasSuffix(
        "về công tác thi đua, khen thưởng năm 2024, Ủy ban nhân dân xã Tân Việt xây dựng kế hoạch công tác thi đua, khen thưởng năm 2024 với những nội dung cụ thể như sau:"
      ))
    #expect(block.place.line == 1)
  }

  @Test func aBlankLineInsideASentenceIsNoEnd() throws {
    let text = """
      - Tăng cường vai trò lãnh đạo của Đảng đối với công tác thi đua, khen 

      thưởng. Nâng cao trách nhiệm của cấp ủy.

      2. Yêu cầu
      """
    #expect(
      try wrappedBlocks(text) == [
        "-|Tăng cường vai trò lãnh đạo của Đảng đối với công tác thi đua, khen thưởng. Nâng cao trách nhiệm của cấp ủy.",
        "2.|Yêu cầu",
      ])
  }

  @Test func aFullLineGoesOnWithACapital() throws {
    let text = """
      Tổ chức thực hiện tốt Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của
      Bộ Chính trị về công tác thi đua.
      Phát huy vai trò của
      Mặt trận
      """
    #expect(
      try wrappedBlocks(text) == [
        "|Tổ chức thực hiện tốt Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị về công tác thi đua.",
        "|Phát huy vai trò của", "|Mặt trận",
      ])
  }

  @Test func aDashInsideASentenceIsNoItem() throws {
    let text = """
      Phấn đấu hoàn thành thắng lợi các chỉ tiêu, nhiệm vụ phát triển kinh tế
      - xã hội năm 2024 của xã Tân Việt theo nghị quyết của Hội đồng nhân dân.
      - Xã hội hóa nguồn lực;
      """
    #expect(
      try wrappedBlocks(text) == [
        "|Phấn đấu hoàn thành thắng lợi các chỉ tiêu, nhiệm vụ phát triển kinh tế - xã hội năm 2024 của xã Tân Việt theo nghị quyết của Hội đồng nhân dân.",
        "-|Xã hội hóa nguồn lực;",
      ])
  }

  @Test func headingsAndTheLetterheadStayApart() throws {
    let text = """
      ỦY BAN NHÂN DÂN
      XÃ TÂN VIỆT
      Số: 05/KH-UBND
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Tân Việt, ngày 05 tháng 01 năm 2024
      KẾ HOẠCH
      công tác thi đua, khen thưởng năm 2024
      Nơi nhận:
      - Như trên;
      - Lưu: VT.
      TM. ỦY BAN NHÂN DÂN
      CHỦ TỊCH
      Nguyễn Văn An
      """
    let expected = text.split(separator: "\n").map { line in
      line.hasPrefix("- ") ? "-|\(line.dropFirst(2))" : "|\(line)"
    }
    #expect(lines(try readText(text)) == expected)
    #expect(try wrappedBlocks(text) == expected)
  }

  @Test func smallLettersGoOnEvenWithAHeadingsWords() throws {
    let text = """
      Ủy ban nhân dân xã giao công chức Văn phòng - Thống kê theo dõi, đôn đốc,
      căn cứ tình hình thực tế tham mưu cho Chủ tịch Ủy ban nhân dân xã về
      nơi nhận hồ sơ đề nghị khen thưởng.
      """
    #expect(try wrappedBlocks(text).count == 1)
  }

  @Test func aFileThatBreaksNoLinesKeepsThem() throws {
    let long =
      String(repeating: "Tiếp tục đẩy mạnh phong trào thi đua yêu nước ", count: 6) + "năm 2024"
    let text = "\(long)\nCăn cứ tình hình thực tế\n\n\(long)\nthôn Đông\n"
    let blocks = lines(try readText(text))
    #expect(blocks.count == 3)
    #expect(blocks[0] == "|\(long)")
    #expect(blocks[2] == "|\(long) thôn Đông")
  }

  @Test func aStretchOfLongLinesMakesCapitalsStartParagraphs() throws {
    let url = "https://vidu.example/" + String(repeating: "thi-dua-", count: 12)
    let text = """
      Tổ chức thực hiện tốt Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của
      Bộ Chính trị.
      \(url)
      tiếp theo
      """
    #expect(
      try wrappedBlocks(text) == [
        "|Tổ chức thực hiện tốt Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của", "|Bộ Chính trị.",
        "|\(url)", "|tiếp theo",
      ])
  }

  // MARK: Pages

  @Test func aSentenceGoesOnOverAPageEnd() throws {
    let text = """
      Phát huy kết quả đạt được trong công tác thi đua, khen thưởng của huyện

      2

      \u{C}Minh Sơn và các xã, thị trấn trong năm 2023.

      3
      \u{C}1. Mục đích
      """
    #expect(
      try wrappedBlocks(text) == [
        "|Phát huy kết quả đạt được trong công tác thi đua, khen thưởng của huyện Minh Sơn và các xã, thị trấn trong năm 2023.",
        "1.|Mục đích",
      ])
  }

  @Test func pageNumbersWithoutFormFeedsCountOn() throws {
    let page = (0..<14).map { "Dòng thứ \($0)." }.joined(separator: "\n")
    let text = "\(page)\n\n2\n\n\(page)\n\n- 3 -\n\n\(page)\n\nTrang 4\n\n\(page)"
    let blocks = lines(try readText(text))
    #expect(blocks.count == 56)
    #expect(!blocks.contains { ["|2", "|- 3 -", "|Trang 4"].contains($0) })
  }

  @Test func otherNumbersStay() throws {
    let text = "Số phiếu\n\n1\n\nPhiếu hợp lệ\n\n2\n\nPhiếu trắng\n\n0\n"
    #expect(
      lines(try readText(text)) == [
        "|Số phiếu", "|1", "|Phiếu hợp lệ", "|2", "|Phiếu trắng", "|0",
      ])
  }

  // MARK: Tables

  @Test func tabsMakeTables() throws {
    let text = """
      II. NỘI DUNG

      TT\tNội dung\tĐơn vị thực hiện
      QUÝ I\t\t
      1\tPhát động thi đua\t- UBND xã;

      TT\tNội dung\tĐơn vị thực hiện
      \ttiếp theo\t
      Hết bảng
      """
    let document = try readText(text)
    #expect(
      document.body.blocks.map(\.text) == [
        "NỘI DUNG", "TT", "Nội dung", "Đơn vị thực hiện", "QUÝ I", "1", "Phát động thi đua",
        "UBND xã;", "TT", "Nội dung", "Đơn vị thực hiện", "", "tiếp theo", "", "Hết bảng",
      ])
    #expect(document.body.tables.map(\.rows.count) == [3, 2])
    #expect(document.body.tables[0].blocks == 1..<8)
    #expect(document.body.tables[0].rows[1].cells.map(\.columnSpan) == [3])
    #expect(document.body.tables[0].rows[2].cells.map(\.blocks) == [5..<6, 6..<7, 7..<8])
    #expect(document.body.blocks[7].label?.text == "-")
    #expect(
      document.body.blocks[7].place == BlockPlace(cell: .init(table: 0, row: 2, cell: 2), line: 5))
    #expect(document.body.blocks[7].source.first?.offset == 22)
  }

  @Test func aTabAfterALabelIsNoTable() throws {
    let document = try readText("1.\tMục đích\n\tĐẩy mạnh phong trào.\na)\tXã Tân Việt")
    #expect(lines(document) == ["1.|Mục đích", "|Đẩy mạnh phong trào.", "a)|Xã Tân Việt"])
    #expect(document.body.tables.isEmpty)
  }

  @Test(arguments: ["\t", "\t\t\t", "          "])
  func aLetterheadInTwoColumnsIsTwoCells(gap: String) throws {
    let text = """
      UBND XÃ TÂN VIỆT@CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: 05/KH-UBND@Độc lập - Tự do - Hạnh phúc

      KẾ HOẠCH
      Công tác thi đua
      """
    let document = try readText(text.split(separator: "@").joined(separator: gap))
    #expect(
      document.body.blocks.map(\.text) == [
        "UBND XÃ TÂN VIỆT", "Số: 05/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "KẾ HOẠCH", "Công tác thi đua",
      ])
    let table = try #require(document.body.tables.first)
    #expect(table.rows.map(\.cells.count) == [2])
    #expect(table.rows[0].cells.map(\.blocks) == [0..<2, 2..<4])
  }

  @Test func aSignatureBlockInTwoColumnsIsTwoCells() throws {
    let text = """
      Nơi nhận:                               TM. ỦY BAN NHÂN DÂN
      - Như trên;                                  CHỦ TỊCH
      - Các thôn;
      - Lưu: VT.


                                                Nguyễn Văn An
      """
    let document = try readText(text)
    #expect(
      lines(document) == [
        "|Nơi nhận:", "-|Như trên;", "-|Các thôn;", "-|Lưu: VT.", "|TM. ỦY BAN NHÂN DÂN",
        "|CHỦ TỊCH", "|Nguyễn Văn An",
      ])
    #expect(document.body.tables.first?.rows.first?.cells.map(\.blocks) == [0..<4, 4..<7])
  }

  @Test(arguments: ["      ", "\t"])
  func aBlankToBeFilledInIsNoGap(blank: String) throws {
    let text = """
      Số:@/KH-UBND
      Tân Việt, ngày@tháng@năm 2024
      """
    let document = try readText(text.split(separator: "@").joined(separator: blank))
    #expect(
      document.body.blocks.map(\.text) == [
        "Số:\(blank)/KH-UBND", "Tân Việt, ngày\(blank)tháng\(blank)năm 2024",
      ])
    let columns = try readText("Số:      /KH-UBND          Tân Việt, ngày      tháng 01 năm 2024")
    #expect(
      columns.body.blocks.map(\.text) == [
        "Số:      /KH-UBND", "Tân Việt, ngày      tháng 01 năm 2024",
      ])
  }

  @Test func wideGapsElsewhereAreText() throws {
    let document = try readText("Tổng số:      12 tập thể\nGồm có")
    #expect(document.body.tables.isEmpty)
    #expect(document.body.blocks.first?.text == "Tổng số:      12 tập thể")
  }

  // MARK: Emphasis

  @Test func emphasisMarksAreDropped() throws {
    let text = """
      **I. MỤC ĐÍCH**
      *Căn cứ* Luật Thi đua; **đậm và *nghiêng* nữa**.
      * Gạch đầu dòng
      (*) Ghi chú 2 * 3 = 6
      A*b
      """
    #expect(
      lines(try readText(text)) == [
        "I.|MỤC ĐÍCH", "|Căn cứ Luật Thi đua; đậm và nghiêng nữa.", "*|Gạch đầu dòng",
        "|(*) Ghi chú 2 * 3 = 6", "|A*b",
      ])
  }

  // MARK: Hostile text

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "1.\tx\n", "\tx\n", "a *b ", "**a ", "Nơi nhận:     TM. x\n- a\n", "2\n\n", "(", "- ",
      "\u{C}\n",
      "<", "e\u{301}\u{323}", "a\tb\tc\n\td\n",
    ])
  func readingTakesTimeInProportion(piece: String) throws {
    var limits = ReadingLimits()
    limits.blocks = 1_000_000
    limits.tableCells = 1_000_000
    let text = String(repeating: piece, count: 40_000 / piece.utf8.count)
    _ = try? DocumentReader.read(Array(text.utf8), name: "a.txt", limits: limits)
  }

  @Test func anAngleBracketMayStartAText() throws {
    #expect(try readText("<Tên đơn vị> xây dựng kế hoạch").body.blocks.count == 1)
  }

  // MARK: Encodings and the way back

  @Test func unicodeEncodingsAreRead() throws {
    let text = "Kế hoạch"
    let units = Array(text.utf16)
    let little: [UInt8] = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let files: [[UInt8]] = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little,
      [0xFE, 0xFF] + big,
    ]
    for bytes in files {
      let document = try DocumentReader.read(bytes, name: "a.txt")
      #expect(document.body.blocks.map(\.text) == [text])
      #expect(document.format == .text)
    }
  }

  @Test func everyLineEndCounts() throws {
    let document = try readText("Một.\r\nHai.\rBa.\nBốn.")
    #expect(document.body.blocks.map(\.text) == ["Một.", "Hai.", "Ba.", "Bốn."])
    #expect(document.body.blocks.map(\.place.line) == [1, 2, 3, 4])
  }

  @Test func everyCharacterKnowsItsLineAndColumn() throws {
    let text = PlainTextTests.wrapped + " 1. Mục **đích** là tăng\ncường."
    let blocks = try readText(text).body.blocks
    let block = try #require(blocks.last)
    #expect(block.text == "Mục đích là tăng cường.")
    #expect(block.place.line == 5)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      Array($0.unicodeScalars)
    }
    for block in blocks {
      var utf8 = 0
      for scalar in block.text.unicodeScalars {
        let origin = try #require(block.origin(utf8: utf8))
        if origin.scalar < lines[origin.unit - 1].count {
          #expect(lines[origin.unit - 1][origin.scalar] == scalar)
        } else {
          #expect(scalar == " ")
        }
        utf8 += String(scalar).utf8.count
      }
    }
  }

  @Test func decomposedTextIsComposedAndRemarked() throws {
    let document = try readText("Kê\u{301} hoa\u{323}ch")
    #expect(document.body.blocks.first.map { Array($0.text.utf8) } == Array("Kế hoạch".utf8))
    #expect(document.remarks == [.notNormalised(part: 0, count: 2)])
    #expect(try readText("Kế hoạch").remarks.isEmpty)
  }

  @Test func plainTextCarriesNoFormat() throws {
    let block = try #require(try readText("Kế hoạch").body.blocks.first)
    #expect(block.runs.isEmpty)
    #expect(block.format == ParagraphFormat())
  }
}
