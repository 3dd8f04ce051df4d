import DocumentModel
import Testing

@testable import DocumentReading

struct LabelSplitterTests {
  struct Case: CustomTestStringConvertible {
    var text: String
    var label: String
    var style: ListLabel.Style
    var numbers: [Int]
    var rest: String
    var testDescription: String { text }

    init(
      _ text: String, _ label: String, _ style: ListLabel.Style, _ numbers: [Int], _ rest: String
    ) {
      self.text = text
      self.label = label
      self.style = style
      self.numbers = numbers
      self.rest = rest
    }
  }

  @Test(arguments: [
    Case("I. MỤC ĐÍCH, YÊU CẦU", "I.", .upperRoman, [1], "MỤC ĐÍCH, YÊU CẦU"),
    Case("XIV) Nội dung", "XIV)", .upperRoman, [14], "Nội dung"),
    Case("II.NỘI DUNG", "II.", .upperRoman, [2], "NỘI DUNG"),
    Case("I/ Mục đích", "I/", .upperRoman, [1], "Mục đích"),
    Case("II.1. Mục tiêu", "II.1.", .decimal, [2, 1], "Mục tiêu"),
    Case("1. Mục đích", "1.", .decimal, [1], "Mục đích"),
    Case("  1.  Mục đích", "1.", .decimal, [1], "Mục đích"),
    Case("1.\tMục đích", "1.", .decimal, [1], "Mục đích"),
    Case("1.\u{A0}Mục đích", "1.", .decimal, [1], "Mục đích"),
    Case("1) Mục đích", "1)", .decimal, [1], "Mục đích"),
    Case("1/ Mục đích", "1/", .decimal, [1], "Mục đích"),
    Case("1.Mục đích", "1.", .decimal, [1], "Mục đích"),
    Case("01. Nguyễn Văn An", "01.", .decimal, [1], "Nguyễn Văn An"),
    Case("1.1 Mục tiêu", "1.1", .decimal, [1, 1], "Mục tiêu"),
    Case("1.1. Tiếp tục", "1.1.", .decimal, [1, 1], "Tiếp tục"),
    Case("2.3.10. Tiếp tục", "2.3.10.", .decimal, [2, 3, 10], "Tiếp tục"),
    Case("12. 05 tập thể", "12.", .decimal, [12], "05 tập thể"),
    Case("a) Xã Tân Việt", "a)", .lowerLetter, [1], "Xã Tân Việt"),
    Case("đ) Xã Tân Việt", "đ)", .lowerLetter, [5], "Xã Tân Việt"),
    Case("e) Xã Tân Việt", "e)", .lowerLetter, [6], "Xã Tân Việt"),
    Case("i) Xã Tân Việt", "i)", .lowerLetter, [9], "Xã Tân Việt"),
    Case("y) Xã Tân Việt", "y)", .lowerLetter, [23], "Xã Tân Việt"),
    Case("a)Xã Tân Việt", "a)", .lowerLetter, [1], "Xã Tân Việt"),
    Case("a. Xã Tân Việt", "a.", .lowerLetter, [1], "Xã Tân Việt"),
    Case("f) Xã Tân Việt", "f)", .lowerLetter, [], "Xã Tân Việt"),
    Case("iv) Xã Tân Việt", "iv)", .lowerRoman, [4], "Xã Tân Việt"),
    Case("A. PHẦN CHUNG", "A.", .upperLetter, [1], "PHẦN CHUNG"),
    Case("C) PHẦN CHUNG", "C)", .upperLetter, [3], "PHẦN CHUNG"),
    Case("Đ. PHẦN CHUNG", "Đ.", .upperLetter, [5], "PHẦN CHUNG"),
    Case("- Như trên;", "-", .dash, [], "Như trên;"),
    Case("-Như trên;", "-", .dash, [], "Như trên;"),
    Case("– Như trên;", "–", .dash, [], "Như trên;"),
    Case("— Như trên;", "—", .dash, [], "Như trên;"),
    Case("+ Như trên;", "+", .dash, [], "Như trên;"),
    Case("• Như trên;", "•", .dash, [], "Như trên;"),
    Case("* Như trên;", "*", .dash, [], "Như trên;"),
    Case("\u{F0B7} Như trên;", "\u{F0B7}", .dash, [], "Như trên;"),
    Case("\u{F0A7}Như trên;", "\u{F0A7}", .dash, [], "Như trên;"),
    Case("-“Chung sức”", "-", .dash, [], "“Chung sức”"),
    Case("- 05 tập thể", "-", .dash, [], "05 tập thể"),
    Case("Điều 1. Phạm vi", "Điều 1.", .article, [1], "Phạm vi"),
    Case("Điều 12: Phạm vi", "Điều 12:", .article, [12], "Phạm vi"),
    Case("Điều 12a. Phạm vi", "Điều 12a.", .article, [12], "Phạm vi"),
    Case("ĐIỀU 2.", "ĐIỀU 2.", .article, [2], ""),
    Case("Chương I", "Chương I", .division, [1], ""),
    Case("Phần II. NỘI DUNG", "Phần II.", .division, [2], "NỘI DUNG"),
    Case("Mục 1: Chung", "Mục 1:", .division, [1], "Chung"),
    Case("CHƯƠNG IV", "CHƯƠNG IV", .division, [4], ""),
  ])
  func aLabelIsTakenOff(expected: Case) throws {
    let split = try #require(LabelSplitter.split(expected.text))
    #expect(split.label.text == expected.label)
    #expect(split.label.style == expected.style)
    #expect(split.label.numbers == expected.numbers)
    #expect(split.label.origin == .typed)
    #expect(
      String(decoding: expected.text.utf8.dropFirst(split.utf8), as: UTF8.self) == expected.rest)
  }

  @Test(arguments: [
    "", " ", "Kế hoạch", "1.500 người", "16/01/2023", "2023 là năm bản lề", "2023. Năm bản lề",
    "10%", "10 %", "1.000.000 đồng", "1,5 triệu", "1.5 triệu", "2.3 tỷ đồng", "5 tập thể",
    "12.5.2023", "01.01.2024 Tân Việt", "1", "1.", "I", "I.", "a)", "-", "- ", "--- ", "-----",
    "-5%", "–10", "+84 912 000 000", "- - -", "-/-", "“1. Mục đích”", "(1) Mục đích", "1:2",
    "1/5 tổng số", "I - Mục đích", "V. A. Lênin", "N. V. A", "C.Mác", "CV. Nam", "VIỆT. Nam",
    "TM. ỦY BAN", "KT. CHỦ TỊCH", "IIII. Sai", "Điều 1", "Điều 21 Luật Thi đua",
    "Điều 1 và Điều 2.", "Mục 1 Chương II", "Mục tiêu", "Phần thứ nhất", "Chương trình số 5.",
    "đồng chí", "Ủy ban", "…", "* * *", "(*) Ghi chú", "a", "x.y", "m2) đất",
  ])
  func textWithoutALabelStaysWhole(text: String) {
    #expect(LabelSplitter.split(text)?.label.text == nil)
  }

  @Test func pointsFollowTheVietnameseOrder() {
    let order = "abcdđeghiklmnopqrstuvxy".unicodeScalars
    #expect(order.map { LabelSplitter.pointNumber($0) } == (1...23).map { $0 })
    #expect("fjwz".unicodeScalars.allSatisfy { LabelSplitter.pointNumber($0) == nil })
  }

  @Test func romanNumeralsAreReadAndWritten() {
    for number in 1...89 {
      #expect(LabelSplitter.romanValue(LabelSplitter.roman(number).unicodeScalars) == number)
    }
    #expect(LabelSplitter.romanValue("IIX".unicodeScalars) == nil)
    #expect(LabelSplitter.romanValue("VV".unicodeScalars) == nil)
  }
}
