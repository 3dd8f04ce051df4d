import Configuration
import DataFiles
import DocumentModel
import DocumentReading
import ExternalPlugins
import Parallelism
import Reporting
import RuleEngine
import TextMatching

/// `tdktlint check PATH...`
struct CheckCommand {
  private var settings: CommandSettings
  private let arguments: ParsedArguments

  init(tool: CommandLineTool, arguments: ParsedArguments) {
    settings = CommandSettings(tool: tool, arguments: arguments)
    self.arguments = arguments
  }

  func run() throws -> Int32 {
    guard !arguments.operands.isEmpty else {
      throw UsageError(
        vi: "chưa nêu tệp hay thư mục cần kiểm tra; xem tdktlint check --help",
        en: "no file or folder to check; see tdktlint check --help")
    }
    let inputs = InputDiscovery.inputs(for: arguments.operands)
    try settings.spare(arguments.operands)
    try settings.spare(inputs.lazy.map(\.path))
    let plan = try CheckPlan(inputs, choice: try settings.configurationChoice())
    var command = self
    command.settings.configuredLanguage = try plan.language()
    return try command.run(PolicyRun(plan, baseline: try settings.baselineUse()))
  }

  private func run(_ policy: PolicyRun) throws -> Int32 {
    let prunes = arguments.has("--prune-baseline")
    if prunes, !policy.hasBaseline {
      throw UsageError(
        vi: "--prune-baseline cần --baseline FILE, hoặc “baseline” trong \(Configuration.fileName)",
        en: "--prune-baseline needs --baseline FILE, or \"baseline\" in \(Configuration.fileName)")
    }
    let plan = policy.plan
    let jobs = try settings.jobs()
    let isExplained = try isExplained()
    let isDescribed = settings.format == "sarif"
    let copies = try arguments.value("--fix-to").map {
      try CopyFolder($0, operands: arguments.operands, inputs: plan.inputs)
    }
    let equipment = try RunEquipment(
      for: policy, settings, depth: isDescribed || isExplained ? .full : .check, jobs: jobs,
      reading: copies == nil ? plan.inputs.first : nil)
    let libraries = equipment.libraries
    var options = try settings.linterOptions(libraries)
    options.jobs = jobs
    options.isExplained = isExplained
    options.isTraced = settings.format == "svrl"
    let linters = plan.groups.indices.map { number in
      Linter(
        library: libraries[number], options: options,
        exceptions: policy.exceptions(in: plan.groups[number], from: options),
        plugins: equipment.plugins[number])
    }
    if var running = try RunningReport(settings, policy, equipment), let linter = linters.first {
      if plan.inputs.isEmpty { warnOfNothing() }
      return try running.run(linter, equipment)
    }
    var documents =
      try copies.map { try mend(plan, linters, into: $0) }
      ?? check(plan, linters, first: equipment.first)
    equipment.finish()
    let findings = judge(&documents, policy, linters) + ToolNotes.findings(of: equipment.failures)
    if case .write(let path) = try settings.baselineUse() {
      tell(written: try policy.writeBaseline(documents, to: path), to: path)
      documents.markAllKnown()
    }
    var report = Report(
      tool: CommandLineTool.identity(with: settings.format == "text" ? [] : libraries),
      documents: documents, findings: findings,
      rules: isDescribed ? RuleLibrary.rules(of: libraries).map(RuleDescription.init) : [])
    report.exitStatus = exitStatus(of: report, policy)
    if plan.inputs.isEmpty { warnOfNothing() }
    settings.tell(faults: documents.flatMap(\.ruleFaults))
    try write(report, libraries)
    if prunes { tell(pruned: try policy.prune(documents)) }
    return report.exitStatus
  }

  /// All inputs, in their order, each by the linter of its group.
  private func check(
    _ plan: CheckPlan, _ linters: [Linter], first: Result<SourceDocument, InputError>?
  ) -> [DocumentReport] {
    var numbered: [(Int, DocumentReport)] = []
    for (number, (group, linter)) in zip(plan.groups, linters).enumerated() {
      let reports = linter.check(
        group.inputs.map { plan.inputs[$0] }, first: number == 0 ? first : nil)
      numbered += zip(group.inputs, reports)
    }
    return numbered.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Adds what baselines hold and the documents lack; returns what concerns no single document.
  private func judge(
    _ documents: inout [DocumentReport], _ policy: PolicyRun, _ linters: [Linter]
  ) -> [Finding] {
    let plan = policy.plan
    guard policy.hasBaseline || !plan.configurations.isEmpty else { return [] }
    let linterOf = self.linters(of: plan, linters)
    for (input, document) in documents.enumerated() {
      let options = linterOf[input].options(for: document.path)
      documents[input].absent = policy.absent(input, document) { rule in
        options.selection.includes(rule)
      }
    }
    let placed = documents.enumerated().map { PolicyRun.Placed(input: $0, report: $1) }
    return policy.notes(on: placed, today: settings.tool.today) { document, glob in
      let linter = linterOf[document.input]
      let options = linter.options(for: document.report.path)
      return linter.library.rules.rules.contains {
        RuleSelection.matches($0.id, glob: glob) && options.selection.includes($0.id)
      }
    }
  }

  /// By input: the linter of its group.
  private func linters(of plan: CheckPlan, _ linters: [Linter]) -> [Linter] {
    var numbered: [(Int, Linter)] = []
    for (group, linter) in zip(plan.groups, linters) {
      numbered += group.inputs.map { ($0, linter) }
    }
    return numbered.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func mend(
    _ plan: CheckPlan, _ linters: [Linter], into folder: CopyFolder
  ) throws -> [DocumentReport] {
    let inputs = plan.inputs
    let linterOf = self.linters(of: plan, linters)
    let jobs = linters.first?.options.jobs ?? 1
    let results = inParallel(inputs.count, workers: jobs) { linterOf[$0].mend(inputs[$0]) }
    var copies: [(target: String, bytes: [UInt8])] = []
    let reports = zip(inputs, results).map { input, result in
      var report = result.report
      if let bytes = result.copy, let target = folder.target(of: input) {
        report.copy?.path = target
        copies.append((target, bytes))
      }
      return report
    }
    try folder.write(copies)
    return reports
  }

  private func write(_ report: Report, _ libraries: [RuleLibrary]) throws {
    let language = settings.language
    switch settings.format {
    case "json": try settings.write(JSONReporter.render(report, language: language))
    case "sarif": try settings.write(SARIFReporter.render(report, language: language))
    case "junit": try settings.write(JUnitReporter.render(report, language: language))
    case "github": try settings.write(GitHubReporter.render(report, language: language))
    case "svrl":
      try settings.write(
        SVRLReporter.render(
          report, rules: RuleLibrary.rules(of: libraries), phase: arguments.value("--phase"),
          language: language))
    case "gitlab": try settings.write(GitLabReporter.render(report, language: language))
    default:
      settings.tell(unreadable: report.documents)
      try settings.write(TextReporter.render(report, options: settings.textOptions))
    }
  }

  private func warnOfNothing() {
    let paths = arguments.operands.joined(separator: ", ")
    let words = LocalizedText(
      vi: "không có văn bản nào trong \(paths)", en: "no document in \(paths)")
    settings.tell(words)
  }

  private func isExplained() throws -> Bool {
    guard arguments.has("--explain") else { return false }
    if ["text", "json"].contains(settings.format) { return true }
    throw UsageError(
      vi: "--explain chỉ dùng với --format text hoặc json, không dùng với \(settings.format)",
      en: "--explain goes with --format text or json, not with \(settings.format)")
  }

  private func exitStatus(of report: Report, _ policy: PolicyRun) -> Int32 {
    if report.documents.contains(where: { !$0.ruleFaults.isEmpty }) { return ExitStatus.wrongUse }
    if report.summary.unreadable > 0 { return ExitStatus.unreadable }
    let asked = arguments.value("--fail-on").flatMap(FailureThreshold.init)
    let threshold = asked ?? policy.plan.strictestThreshold ?? .error
    let isFailed =
      report.documents.enumerated().contains { policy.fails($0, $1, asked: asked) }
      || report.findings.contains { threshold.isReached(by: $0.severity) }
    return isFailed ? ExitStatus.findings : ExitStatus.clean
  }

  // MARK: Baseline

  private func tell(written count: Int, to path: String) {
    settings.tell(
      LocalizedText(
        vi: "đã ghi \(count) phát hiện vào \(path); từ nay chúng là đã biết",
        en: "wrote \(count) finding\(count == 1 ? "" : "s") to \(path); they are known from now on")
    )
  }

  private func tell(pruned count: Int) {
    settings.tell(
      LocalizedText(
        vi: count == 0
          ? "baseline không có mục nào thừa" : "đã bỏ \(count) mục không còn khỏi baseline",
        en: count == 0
          ? "no entry of the baseline is stale"
          : "removed \(count) stale entr\(count == 1 ? "y" : "ies") from the baseline"))
  }
}

extension [DocumentReport] {
  /// Marks what a baseline has just been written of.
  fileprivate mutating func markAllKnown() {
    for index in indices {
      guard case .read(var profile) = self[index].outcome else { continue }
      for finding in profile.findings.indices where profile.findings[finding].suppressed == nil {
        profile.findings[finding].baseline = .unchanged
      }
      self[index].outcome = .read(profile)
    }
  }
}
