import Reporting
import RuleEngine

/// A report that is told in pieces, while the inputs are checked: a run of any length takes the memory
/// of a short one.
struct RunningReport {
  /// Inputs checked together.
  private static let pieceSize = 128

  private let settings: CommandSettings
  private let policy: PolicyRun
  private let threshold: FailureThreshold?
  private let output: ReportOutput
  private var reporter: any StreamingReporter
  private var summary = Report.Summary()
  private var faults: Set<String> = []
  private var isFailed = false

  /// Nil when something compares inputs with each other, or the report is one whole.
  init?(_ settings: CommandSettings, _ policy: PolicyRun, _ equipment: RunEquipment) throws {
    let arguments = settings.arguments
    guard let reporter = RunningReport.reporter(settings, equipment.libraries),
      !arguments.has("--fix-to"), !policy.comparesInputs, policy.plan.groups.count == 1,
      try settings.baselineUse() == .configured, equipment.plugins.allSatisfy({ $0 == nil })
    else { return nil }
    self.settings = settings
    self.policy = policy
    self.reporter = reporter
    threshold = arguments.value("--fail-on").flatMap(FailureThreshold.init)
    output = settings.output()
  }

  /// Nil for forms that begin with what is known at the end: JUnit's numbers, SVRL's active patterns.
  private static func reporter(
    _ settings: CommandSettings, _ libraries: [RuleLibrary]
  ) -> (any StreamingReporter)? {
    let language = settings.language
    switch settings.format {
    case "text": return TextReporter(settings.textOptions)
    case "json":
      return JSONReporter(tool: CommandLineTool.identity(with: libraries), language: language)
    case "sarif":
      return SARIFReporter(
        tool: CommandLineTool.identity(with: libraries),
        rules: RuleLibrary.rules(of: libraries).map(RuleDescription.init), language: language)
    case "github": return GitHubReporter(language: language)
    case "gitlab": return GitLabReporter(language: language)
    default: return nil
    }
  }

  /// Checks all inputs and tells of each.
  /// - Returns: the exit status.
  mutating func run(_ linter: Linter, _ equipment: RunEquipment) throws -> Int32 {
    let inputs = policy.plan.inputs
    try output.write(reporter.start())
    for start in stride(from: 0, to: inputs.count, by: RunningReport.pieceSize) {
      let piece = Array(inputs[start..<min(start + RunningReport.pieceSize, inputs.count)])
      try add(linter.check(piece, first: start == 0 ? equipment.first : nil), from: start)
    }
    let conclusion = Report.Conclusion(summary: summary, exitStatus: exitStatus)
    try output.write(reporter.end(conclusion))
    try output.end()
    return exitStatus
  }

  private var exitStatus: Int32 {
    if !faults.isEmpty { return ExitStatus.wrongUse }
    if summary.unreadable > 0 { return ExitStatus.unreadable }
    return isFailed ? ExitStatus.findings : ExitStatus.clean
  }

  private mutating func add(_ documents: [DocumentReport], from start: Int) throws {
    for (number, document) in documents.enumerated() {
      summary.count(document)
      isFailed = isFailed || policy.fails(start + number, document, asked: threshold)
    }
    // The other forms hold them.
    if settings.format == "text" { settings.tell(unreadable: documents) }
    settings.tell(
      faults: documents.flatMap(\.ruleFaults).filter {
        faults.insert($0.description(in: settings.language)).inserted
      })
    var text = ""
    for document in documents { text += reporter.piece(document) }
    try output.write(text)
  }
}
