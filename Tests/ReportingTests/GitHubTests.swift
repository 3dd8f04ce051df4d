import RuleEngine
import Testing
import TextMatching

@testable import Reporting

/// A workflow command read the way the runner of GitHub Actions reads one.
private struct WorkflowCommand: Equatable {
  var name: String
  var properties: [String: String] = [:]
  var message: String

  /// Nil when the line is no command.
  init?(_ line: Substring) {
    guard line.hasPrefix("::"), let end = line.dropFirst(2).firstRange(of: "::") else { return nil }
    let head = line[line.index(line.startIndex, offsetBy: 2)..<end.lowerBound]
    let words = head.split(separator: " ", maxSplits: 1)
    guard let first = words.first else { return nil }
    name = String(first)
    message = WorkflowCommand.decoded(line[end.upperBound...], ["%0D", "%0A", "%25"])
    guard words.count == 2 else { return }
    for property in words[1].split(separator: ",") {
      let pair = property.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { return nil }
      properties[String(pair[0])] = WorkflowCommand.decoded(
        pair[1], ["%0D", "%0A", "%3A", "%2C", "%25"])
    }
  }

  /// The per cent sign comes last, so that “%250A” stays “%0A”.
  private static func decoded(_ text: Substring, _ codes: [String]) -> String {
    let plain = ["%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"]
    return codes.reduce(String(text)) { $0.replacing($1, with: plain[$1] ?? "") }
  }
}

@Suite("GitHub workflow annotations")
struct GitHubTests {
  private func commands(_ report: Report) -> [WorkflowCommand?] {
    GitHubReporter.render(report, language: .vi).split(separator: "\n").map(WorkflowCommand.init)
  }

  @Test("The whole line of a finding")
  func line() {
    #expect(
      GitHubReporter.render(sampleReport([document("./a b.txt", [finding()])]), language: .en)
        == """
        ::error file=a b.txt,line=12,col=8,endColumn=34,title=citations/expired-instrument::\
        The decree has expired.%0ABasis: Nghị định 98/2023/NĐ-CP, Điều 116 \
        (in force from 2024-01-01; from a secondary source)%0AProposal: Cite the new decree.

        """)
  }

  @Test("Levels, and places as far as the document has them")
  func places() {
    let read = commands(
      sampleReport([
        document("a.txt", [finding(.warning), finding(.note)]),
        document("b.docx", [finding(line: nil)], format: .docx), document("sạch.txt", []),
        unreadable,
      ]))
    #expect(read.map { $0?.name } == ["warning", "notice", "error", "error"])
    #expect(
      read[2]?.properties == ["file": "b.docx", "title": "citations/expired-instrument"])
    #expect(read[2]?.message.hasPrefix("Nghị định đã hết hiệu lực. (mục II.1, đoạn 5)\n") == true)
    #expect(read[3]?.properties == ["file": "hỏng.docx", "title": "tool/truncated"])
    #expect(read[3]?.message == "Tệp bị cụt. Chép lại tệp.")
  }

  @Test("A stretch of several lines has no columns")
  func manyLines() {
    var long = finding()
    long.location.endLine = 14
    let properties = commands(sampleReport([document("a.txt", [long])])).first??.properties
    #expect(properties?["line"] == "12" && properties?["endLine"] == "14")
    #expect(properties?["col"] == nil && properties?["endColumn"] == nil)
  }

  @Test("Nothing in a path or a message ends or forges a command")
  func escaping() throws {
    let path = "x::y,title=z:100%,%0A\r\n::error::forged.txt"
    var odd = finding()
    odd.message = LocalizedText(vi: "100% :: a,b %0A\r\n::error::forged\u{1B}[31m", en: "")
    odd.basis = []
    odd.fixes = []
    let text = GitHubReporter.render(sampleReport([document(path, [odd])]), language: .vi)
    #expect(text.unicodeScalars.count { $0 == "\n" } == 1 && text.hasSuffix("\n"))
    #expect(!text.unicodeScalars.contains("\r"))
    let command = try #require(WorkflowCommand(text.dropLast()))
    #expect(command.properties["file"] == path)
    #expect(command.properties["title"] == "citations/expired-instrument")
    #expect(command.message == "100% :: a,b %0A\r\n::error::forged\u{FFFD}[31m")
  }

  @Test("What belongs to no document has no file; nothing found is nothing written")
  func ownFindings() {
    var report = sampleReport([document("sạch.txt", [])])
    #expect(GitHubReporter.render(report, language: .vi).isEmpty)
    var own = finding()
    own.location = Location(
      part: "", block: 0, section: nil, start: 0, end: 0, line: nil, column: nil)
    report.findings = [own]
    #expect(
      commands(report).first??.properties == ["title": "citations/expired-instrument"])
  }
}
