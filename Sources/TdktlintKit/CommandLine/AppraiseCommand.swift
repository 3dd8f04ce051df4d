import AppraisalReports
import DataFiles
import LegalKnowledge
import Parallelism
import Reporting
import RuleEngine
import TextMatching

/// `tdktlint appraise DOSSIER...`
struct AppraiseCommand {
  private var settings: CommandSettings
  private let arguments: ParsedArguments

  init(tool: CommandLineTool, arguments: ParsedArguments) {
    settings = CommandSettings(tool: tool, arguments: arguments)
    self.arguments = arguments
  }

  func run() throws -> Int32 {
    guard !arguments.operands.isEmpty else {
      throw UsageError(
        vi: "chưa nêu hồ sơ cần thẩm định; xem tdktlint appraise --help",
        en: "no dossier to appraise; see tdktlint appraise --help")
    }
    let dossiers = DossierDiscovery(arguments.operands)
    try settings.spare(arguments.operands)
    try settings.spare(dossiers.sources.lazy.map(\.path))
    let plan = try CheckPlan(dossiers.sources, choice: try settings.configurationChoice())
    var command = self
    command.settings.configuredLanguage = try plan.language()
    return try command.run(dossiers, PolicyRun(plan, baseline: .configured))
  }

  private func run(_ dossiers: DossierDiscovery, _ policy: PolicyRun) throws -> Int32 {
    let jobs = try settings.jobs()
    let sheets = try arguments.value("--sheet").map {
      try SheetFiles($0, isSeason: dossiers.isSeason, operands: arguments.operands)
    }
    if let output = arguments.value("--output"), InputDiscovery.namesPaper(output) {
      try SheetFiles.refuse(output, inside: arguments.operands, option: "--output")
    }
    let terms = DossierLinter.Terms(
      received: try settings.day("--received"), asOf: try settings.day("--as-of"))
    let equipment = try RunEquipment(for: policy, settings, depth: .check, jobs: jobs)
    var options = try settings.linterOptions(equipment.libraries)
    // The papers keep their own days: whether they follow one another is part of the appraisal.
    options.asOf = nil
    let reports = try appraise(
      dossiers.sources, policy, equipment, options: options, terms: terms, jobs: jobs)
    equipment.finish()
    let placed = reports.enumerated().flatMap { input, report in
      report.documents.map { PolicyRun.Placed(input: input, report: $0) }
    }
    let findings =
      notes(on: placed, policy, equipment, options) + ToolNotes.findings(of: equipment.failures)
    var report = Report(
      tool: CommandLineTool.identity(
        with: settings.format == "json" ? equipment.libraries : []),
      documents: placed.map(\.report), findings: findings)
    report.exitStatus = exitStatus(of: report, placed, policy)
    if reports.isEmpty { warnOfNothing() }
    settings.tell(faults: report.documents.flatMap(\.ruleFaults))
    try sheets?.write(reports, language: settings.language)
    try write(report, of: reports, isSeason: dossiers.isSeason)
    return report.exitStatus
  }

  /// All dossiers in their order, each by the rules of its group.
  private func appraise(
    _ sources: [DossierSource], _ policy: PolicyRun, _ equipment: RunEquipment,
    options: Linter.Options, terms: DossierLinter.Terms, jobs: Int
  ) throws -> [DossierReport] {
    let bar = progressBar(for: sources)
    // One dossier shares its papers among the threads; several share the threads.
    let isAlone = sources.count == 1
    var numbered: [(Int, DossierReport)] = []
    for (number, group) in policy.plan.groups.enumerated() {
      let linter = try DossierLinter(library: equipment.libraries[number], terms: terms)
      let batch = equipment.plugins[number]?.batch()
      numbered += inParallel(group.inputs.count, workers: isAlone ? 1 : jobs) { position in
        let input = group.inputs[position]
        let turn = DossierLinter.Turn(
          number: position, plugins: batch, workers: isAlone ? jobs : 1,
          options: { policy.exception(for: $0, of: input, from: options) ?? options })
        let report = linter.report(on: sources[input], turn)
        bar?.advance()
        return (input, report)
      }
    }
    bar?.finish()
    return numbered.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func progressBar(for sources: [DossierSource]) -> ProgressBar? {
    guard sources.count > 1, arguments.value("--progress") != "never",
      let write = settings.tool.io.writeProgress
    else { return nil }
    let words = LocalizedText(vi: "hồ sơ", en: "dossiers")[settings.language]
    return ProgressBar(total: sources.count, words: words, write: write)
  }

  private func notes(
    on placed: [PolicyRun.Placed], _ policy: PolicyRun, _ equipment: RunEquipment,
    _ options: Linter.Options
  ) -> [Finding] {
    guard !policy.plan.configurations.isEmpty else { return [] }
    var rules: [Int: [Rule]] = [:]
    for (group, library) in zip(policy.plan.groups, equipment.libraries) {
      for input in group.inputs { rules[input] = library.rules.rules }
    }
    return policy.notes(on: placed, today: settings.tool.today) { document, glob in
      let own = policy.exception(for: document.report.path, of: document.input, from: options)
      let selection = (own ?? options).selection
      return rules[document.input, default: []].contains {
        RuleSelection.matches($0.id, glob: glob) && selection.includes($0.id)
      }
    }
  }

  private func exitStatus(
    of report: Report, _ placed: [PolicyRun.Placed], _ policy: PolicyRun
  ) -> Int32 {
    if report.documents.contains(where: { !$0.ruleFaults.isEmpty }) { return ExitStatus.wrongUse }
    if report.summary.unreadable > 0 { return ExitStatus.unreadable }
    let asked = arguments.value("--fail-on").flatMap(FailureThreshold.init)
    let threshold = asked ?? policy.plan.strictestThreshold ?? .error
    let isFailed =
      placed.contains { policy.fails($0.input, $0.report, asked: asked) }
      || report.findings.contains { threshold.isReached(by: $0.severity) }
    return isFailed ? ExitStatus.findings : ExitStatus.clean
  }

  private func warnOfNothing() {
    let paths = arguments.operands.joined(separator: ", ")
    settings.tell(
      LocalizedText(vi: "không có hồ sơ nào trong \(paths)", en: "no dossier in \(paths)"))
  }

  // MARK: Output

  private func write(_ report: Report, of dossiers: [DossierReport], isSeason: Bool) throws {
    let language = settings.language
    let summary = Season.summary(of: dossiers)
    switch settings.format {
    case "json":
      let entries = dossiers.map {
        DossierJSON.Entry(path: $0.path, sheet: $0.sheet, error: $0.error)
      }
      let members =
        isSeason
        ? DossierJSON.members(of: entries, repeated: summary.repeated, language: language)
        : entries.flatMap { DossierJSON.members(of: $0, language: language) }
      try settings.write(JSONReporter.render(report, language: language, adding: members))
    case "csv":
      tellBesides(report)
      try settings.write(SeasonCSV.render(summary, language: language))
    case "html":
      tellBesides(report)
      let sheet = isSeason ? nil : dossiers.first?.sheet
      try settings.write(
        sheet.map { AppraisalHTML.render($0, language: language) }
          ?? SeasonHTML.render(summary, language: language))
    default:
      if isSeason {
        tellBesides(report)
        try settings.write(SeasonText.render(summary, options: settings.textOptions))
      } else {
        settings.tell(unreadable: report.documents)
        let options = settings.textOptions
        let sheets = dossiers.compactMap(\.sheet).map {
          "\n" + AppraisalText.render($0, options: options)
        }
        try settings.write(TextReporter.render(report, options: options) + sheets.joined())
      }
    }
  }

  /// What a summary of dossiers has no place for.
  private func tellBesides(_ report: Report) {
    settings.tell(unreadable: report.documents)
    for finding in report.findings { settings.tell(finding.message) }
  }
}
