import RuleEngine
import TextMatching

/// What came of running the examples of rules.
public struct RuleTestReport: Sendable {
  public struct Failure: Sendable {
    public var rule: String
    public var example: String
    /// Where the example stands.
    public var path: String
    public var line: Int
    /// What should have come, and what came.
    public var problem: LocalizedText

    public init(rule: String, example: String, path: String, line: Int, problem: LocalizedText) {
      self.rule = rule
      self.example = example
      self.path = path
      self.line = line
      self.problem = problem
    }
  }

  /// Rules asked, and their examples run.
  public var rules: Int
  public var examples: Int
  /// Ids of rules that have no example.
  public var untested: [String]
  public var failures: [Failure]

  public init(rules: Int, examples: Int, untested: [String], failures: [Failure]) {
    self.rules = rules
    self.examples = examples
    self.untested = untested
    self.failures = failures
  }
}

/// The failed examples, one by one, and the counts.
public struct RuleTestText {
  private let language: Language
  private var page: TerminalPage

  public static func render(_ report: RuleTestReport, options: TextReporter.Options) -> String {
    var writer = RuleTestText(options)
    for failure in report.failures { writer.write(failure) }
    for rule in report.untested {
      writer.page.write(writer.said("\(rule): chưa có ví dụ", "\(rule): no example"), style: .dim)
    }
    writer.writeCounts(report)
    return writer.page.text
  }

  private init(_ options: TextReporter.Options) {
    language = options.language
    page = TerminalPage(columns: options.columns, isColoured: options.isColoured)
  }

  private func said(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

  private mutating func write(_ failure: RuleTestReport.Failure) {
    let place = TerminalText.sanitised("\(failure.path):\(failure.line)")
    page.write(
      [
        .init(text: "\(failure.rule) \(failure.example)", style: .heading),
        .init(text: "  ·  \(place)", style: .dim),
      ], first: "✖ ", style: .error)
    page.write(failure.problem[language], first: "    ")
    page.blank()
  }

  private mutating func writeCounts(_ report: RuleTestReport) {
    func counted(_ count: Int, _ vi: String, _ en: String) -> String {
      said("\(count) \(vi)", "\(count) \(en)\(count == 1 ? "" : "s")")
    }
    let failed = report.failures.count
    let counts = [
      counted(report.rules, "quy tắc", "rule"), counted(report.examples, "ví dụ", "example"),
    ].joined(separator: ", ")
    page.write([
      .init(text: counts + ": ", style: .heading),
      .init(
        text: said("\(failed) không đạt", "\(failed) failed"), style: failed == 0 ? nil : .error),
    ])
  }
}
