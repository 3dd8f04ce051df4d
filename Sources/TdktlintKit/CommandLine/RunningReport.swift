import Reporting
import RuleEngine

/// A text report that is told in pieces, while the inputs are checked: a run of any length takes the
/// memory of a short one.
struct RunningReport {
  /// Inputs checked together.
  private static let pieceSize = 128

  private let settings: CommandSettings
  private let policy: PolicyRun
  private let threshold: FailureThreshold?
  private var summary = Report.Summary()
  private var faults: Set<String> = []
  private var isFailed = false

  /// Nil when something compares inputs with each other, or the report is one whole.
  init?(_ settings: CommandSettings, _ policy: PolicyRun, _ equipment: RunEquipment) throws {
    let arguments = settings.arguments
    guard settings.format == "text", !arguments.has("--output"), !arguments.has("--fix-to"),
      !policy.hasBaseline, policy.plan.configurations.isEmpty, policy.plan.groups.count == 1,
      try settings.baselineUse() == .configured, equipment.plugins.allSatisfy({ $0 == nil })
    else { return nil }
    self.settings = settings
    self.policy = policy
    threshold = arguments.value("--fail-on").flatMap(FailureThreshold.init)
  }

  /// Checks all inputs and tells of each.
  /// - Returns: the exit status.
  mutating func run(_ linter: Linter, _ equipment: RunEquipment) throws -> Int32 {
    let inputs = policy.plan.inputs
    for start in stride(from: 0, to: inputs.count, by: RunningReport.pieceSize) {
      let piece = Array(inputs[start..<min(start + RunningReport.pieceSize, inputs.count)])
      try add(linter.check(piece, first: start == 0 ? equipment.first : nil), from: start)
    }
    try settings.write(TextReporter.renderEnd(summary, options: settings.textOptions))
    if !faults.isEmpty { return ExitStatus.wrongUse }
    if summary.unreadable > 0 { return ExitStatus.unreadable }
    return isFailed ? ExitStatus.findings : ExitStatus.clean
  }

  private mutating func add(_ documents: [DocumentReport], from start: Int) throws {
    for (number, document) in documents.enumerated() {
      summary.count(document)
      isFailed = isFailed || policy.fails(start + number, document, asked: threshold)
    }
    settings.tell(unreadable: documents)
    settings.tell(
      faults: documents.flatMap(\.ruleFaults).filter {
        faults.insert($0.description(in: settings.language)).inserted
      })
    let options = settings.textOptions
    try settings.write(documents.map { TextReporter.render($0, options: options) }.joined())
  }
}
