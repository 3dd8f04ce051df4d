import RuleEngine
import Testing
import TextMatching

@testable import Reporting

@Suite("Text for people")
struct TextTests {
  private func text(
    _ documents: [DocumentReport], language: Language = .vi, columns: Int = 100,
    isColoured: Bool = false
  ) -> String {
    TextReporter.render(
      sampleReport(documents),
      options: .init(language: language, columns: columns, isColoured: isColoured))
  }

  @Test("Vietnamese, without colour")
  func vietnamese() {
    let related = Finding.Related(
      path: nil, location: finding().location, excerpt: "Nghị định 91",
      message: LocalizedText(vi: "Nhắc lại", en: "Again"))
    #expect(
      text([
        document("kế hoạch.txt", [finding(related: [related])]), document("sạch.txt", []),
        unreadable,
      ]) == """
        kế hoạch.txt
        Kế hoạch · Ủy ban nhân dân xã Tân Việt · dự thảo · xét theo ngày 15/01/2024 (dòng ngày tháng chưa
        ghi đủ, muộn nhất 31/01/2024)

          ✖ LỖI citations/expired-instrument · mục II.1, dòng 12
              Nghị định đã hết hiệu lực.
              │ Căn cứ ⟦Nghị định số 91/2017/NĐ-CP⟧ ngày 31/7/2017 của Chính phủ;
              Đối chiếu: Nhắc lại (mục II.1, dòng 12): “Nghị định 91”
              Căn cứ: Nghị định 98/2023/NĐ-CP, Điều 116 (hiệu lực từ 01/01/2024; theo nguồn thứ cấp)
              Đề xuất: Viện dẫn Nghị định mới.

        sạch.txt
        Kế hoạch · Ủy ban nhân dân xã Tân Việt · dự thảo · xét theo ngày 15/01/2024 (dòng ngày tháng chưa
        ghi đủ, muộn nhất 31/01/2024)

          ✓ Không phát hiện điều gì.

        3 văn bản: 1 lỗi, 0 cảnh báo, 0 lưu ý; 1 tệp không đọc được

        """)
  }

  @Test("English, with paragraph numbers where there are no lines")
  func english() {
    let text = text([document("a.docx", [finding(.warning, line: nil)])], language: .en)
    #expect(text.contains("▲ WARNING citations/expired-instrument · section II.1, paragraph 5"))
    #expect(text.contains("Basis: Nghị định 98/2023/NĐ-CP, Điều 116 (in force from 2024-01-01;"))
    #expect(text.hasSuffix("1 document: 0 errors, 1 warning, 0 notes\n"))
  }

  @Test("Colour underlines the words and leaves no brackets")
  func colour() {
    let text = text([document("a.txt", [finding()])], isColoured: true)
    #expect(text.contains("\u{1B}[1;4mNghị định số 91/2017/NĐ-CP\u{1B}[0m"))
    #expect(text.contains("\u{1B}[1;31mLỖI\u{1B}[0m"))
    #expect(!text.contains("⟦"))
  }

  @Test("No line is wider than the terminal", arguments: [40, 60, 100])
  func width(columns: Int) {
    for line in text([document("a.txt", [finding()])], columns: columns).split(separator: "\n") {
      #expect(TerminalText.width(line) <= columns, "\(line)")
    }
  }

  @Test("Nothing in a document or a file name can steer the terminal")
  func hostile() {
    var hostile = finding()
    hostile.excerpt = "a\u{1B}[2Jb"
    hostile.context = "a\u{1B}[2Jb\u{202E}c\nd"
    hostile.contextRange = 0..<6
    let text = text([document("\u{1B}]0;x\u{07}.txt", [hostile])])
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{07}" || $0 == "\u{202E}" })
    #expect(text.contains("⟦a\u{FFFD}[2Jb⟧\u{FFFD}c d"))
    if case .unreadable(let error) = unreadable.outcome {
      #expect(error.line(path: "a\nb", language: .vi) == "a b: Tệp bị cụt. Chép lại tệp.")
    }
  }

  @Test("A long block is cut around the words, at spaces")
  func longContext() {
    let filler = Array(repeating: "thi đua", count: 60).joined(separator: " ")
    var long = finding()
    long.context = "\(filler) SAI \(filler)"
    let low = filler.utf8.count + 1
    long.contextRange = low..<(low + 3)
    let pieces = Excerpt.pieces(of: long, columns: 60, isColoured: false)
    #expect(pieces.count == 3)
    #expect(pieces[0].text.hasPrefix("… thi") || pieces[0].text.hasPrefix("… đua"))
    #expect(pieces[1].text == "⟦SAI⟧")
    #expect(pieces[2].text.hasSuffix(" …"))
    #expect(pieces.reduce(0) { $0 + TerminalText.width($1.text) } <= 106)
  }

  @Test("Widths: combining marks take none, East Asian characters two")
  func widths() {
    #expect(TerminalText.width("Ủy ban") == 6)
    #expect(TerminalText.width("U\u{309}y") == 2)
    #expect(TerminalText.width("漢字") == 4)
  }

  @Test("A word longer than the line is cut, styles go on over the break")
  func wrapping() {
    let lines = TerminalText.wrapped(
      [.init(text: "một hai ba", style: .marked), .init(text: " xxxxxxxxxxxxxx", style: nil)],
      columns: 10)
    #expect(lines.map { $0.map(\.text).joined() } == ["một hai ba", "xxxxxxxxxx", "xxxx"])
    #expect(lines[0].allSatisfy { $0.style == .marked })
  }
}
