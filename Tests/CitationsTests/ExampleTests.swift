import DocumentAnalysis
import RuleEngine
import Testing
import TextMatching

/// One example of one rule.
struct ExampleCase: CustomTestStringConvertible, Sendable {
  var rule: Rule
  var example: Rule.Example
  var testDescription: String { "\(rule.id) \(example.id)" }

  static let all: [ExampleCase] =
    (try? Paper.rules.get().rules.flatMap { rule in
      rule.examples.map { ExampleCase(rule: rule, example: $0) }
    }) ?? []
}

@Suite("Ví dụ trong khai báo của mô-đun citations") struct ExampleTests {
  @Test("khai báo đọc được") func loads() throws {
    #expect(try Paper.rules.get().rules.count == 20)
  }

  @Test("lời khai đúng với phép kiểm", arguments: ExampleCase.all)
  func example(_ item: ExampleCase) throws {
    let example = item.example
    let plain = example.text.filter { $0 != "⟦" && $0 != "⟧" }
    let paper = Paper(
      text: plain, from: example.asOf?.iso ?? "2024-01-15", to: nil,
      kind: example.kind ?? "ke-hoach")
    let findings = try paper.findings(String(item.rule.id.dropFirst("citations/".count)))
    let found = findings.map(\.excerpt)
    switch example.expectation {
    case .pass: #expect(found == [], "\(findings.map(\.message.vi))")
    case .fail where example.isAbsence: #expect(found == [""])
    case .fail:
      let marked = Pattern(known: "⟦([^⟧]*)⟧").matches(in: example.text).compactMap { match in
        match[1].map { String(example.text[utf8Range: $0]) }
      }
      #expect(found == marked, "\(findings.map(\.message.vi))")
    }
    if let severity = example.severity {
      #expect(findings.allSatisfy { $0.severity == severity }, "\(findings.map(\.severity))")
    }
    #expect(findings.allSatisfy { !$0.message.vi.contains("{") && !$0.message.en.contains("{") })
  }
}
