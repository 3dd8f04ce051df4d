import RuleEngine
import Testing
import TextMatching

@testable import Reporting

@Suite("The summary of a season")
struct SeasonTests {
  private let summary: SeasonSummary = {
    var first = SeasonSummary.Dossier(path: "dot/truong, a")
    first.unit = "=HYPERLINK(\"http://example.invalid\")"
    first.errors = 2
    first.warnings = 1
    var tally = SeasonSummary.Tally()
    tally.nominees = 3
    tally.eligible = 2
    tally.incomplete = 1
    first.awards = [
      SeasonSummary.Award(
        name: "Lao động tiên tiến", tally: tally,
        outcome: LocalizedText(vi: "cần bổ sung", en: "to be completed"))
    ]
    var second = SeasonSummary.Dossier(path: "dot/<b>.zip")
    second.unread = 1
    second.error = LocalizedText(vi: "Tệp bị cắt cụt.", en: "The file is cut off.")
    let place = SeasonSummary.Repeated.Place(
      dossier: "dot/truong, a", path: "dot/truong, a/ds.txt",
      location: Location(
        part: "text", block: 0, section: nil, start: 0, end: 1, line: 4, column: 1),
      unit: "Tổ \"1\"", awards: ["Giấy khen"])
    return SeasonSummary(
      dossiers: [first, second],
      repeated: [
        SeasonSummary.Repeated(name: "Đỗ Xuân Phú", birthYear: 1988, places: [place, place])
      ])
  }()

  /// Fields of a CSV text by RFC 4180, section 2.
  private func fields(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        scalars.removeFirst()
        rows[rows.count - 1][rows[rows.count - 1].count - 1] += "\""
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: rows[rows.count - 1].append("")
      case "\r" where !isQuoted && scalars.first == "\n":
        scalars.removeFirst()
        rows.append([""])
      default:
        rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(scalar)
      }
    }
    return rows.dropLast()
  }

  @Test("CSV keeps every field in its column, and no field can be a formula")
  func csv() {
    let text = SeasonCSV.render(summary, language: .vi)
    #expect(text.hasPrefix("\u{FEFF}Hồ sơ,Đơn vị,"))
    let rows = fields(String(text.unicodeScalars.dropFirst()))
    #expect(rows.count == 4 && Set(rows.map(\.count)) == [12])
    #expect(
      rows[1] == [
        "dot/truong, a", "'=HYPERLINK(\"http://example.invalid\")", "Cả hồ sơ", "3", "2", "1", "0",
        "", "2", "1", "0", "Đỗ Xuân Phú, sinh năm 1988",
      ])
    #expect(rows[2][2...7] == ["Lao động tiên tiến", "3", "2", "1", "0", "cần bổ sung"])
    #expect(rows[3][3...7] == ["", "", "", "", "Tệp bị cắt cụt."])
  }

  @Test(
    "Whatever a spreadsheet would calculate gets an apostrophe",
    arguments: ["=1+1", "+84", "-1", "@SUM(A1)", "\t=1", "\n=1", " =1", "＝1", "－1", "'", "An"])
  func formulas(words: String) {
    var summary = SeasonSummary(dossiers: [SeasonSummary.Dossier(path: "a")], repeated: [])
    summary.dossiers[0].unit = words
    let rows = fields(SeasonCSV.render(summary, language: .vi))
    let isPlain = ["'", "An"].contains(words)
    #expect(rows[1][1].hasPrefix("'") == (words != "An"))
    #expect(
      rows[1][1] == (isPlain ? words : "'" + words.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
  }

  @Test("The page is well formed, and names of files are no mark-up")
  func html() throws {
    let text = SeasonHTML.render(summary, language: .vi)
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html"))
    #expect(text.contains("<td>dot/&lt;b&gt;.zip</td>"))
    #expect(text.contains("<li>dot/truong, a/ds.txt, dòng 4: Tổ \"1\" (Giấy khen)</li>"))
    for word in ["<script", "http-equiv", "src=", "href="] { #expect(!text.contains(word)) }
  }

  @Test("Text for people: each dossier, then awards, then persons in several dossiers")
  func text() {
    let text = SeasonText.render(summary, options: TextReporter.Options(language: .vi))
    #expect(text.contains("  Lao động tiên tiến: 3 đề nghị: 2 đủ điều kiện, 1 cần bổ sung\n"))
    #expect(text.contains("dot/<b>.zip\n  ✗ Tệp bị cắt cụt.\n"))
    #expect(text.contains("  ▲ Đỗ Xuân Phú, sinh năm 1988\n"))
  }
}
