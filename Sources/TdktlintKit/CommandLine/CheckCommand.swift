import DocumentReading
import ExternalPlugins
import Glibc
import Reporting
import RuleEngine
import TextMatching

/// `tdktlint check PATH...`
struct CheckCommand {
  private let settings: CommandSettings
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
    let jobs = try jobs()
    let isExplained = try isExplained()
    let isDescribed = settings.format == "sarif"
    let inputs = InputDiscovery.inputs(for: arguments.operands)
    let copies = try arguments.value("--fix-to").map {
      try CopyFolder($0, operands: arguments.operands, inputs: inputs)
    }
    let depth: LoadDepth = isDescribed || isExplained ? .full : .check
    let plugins = settings.plugins()
    plugins?.start()
    var (library, first) = try RuleLibrary.load(
      settings.sources, depth: depth, workers: min(jobs, 2)
    ) {
      copies == nil ? inputs.first.map { Linter.read($0, limits: ReadingLimits()) } : nil
    }
    if let plugins { library = library.adding(plugins, language: settings.language) }
    var options = try settings.linterOptions(library)
    options.jobs = jobs
    options.isExplained = isExplained
    options.isTraced = settings.format == "svrl"
    let linter = Linter(library: library, options: options, plugins: plugins)
    let documents =
      try copies.map { try mend(inputs, linter, into: $0) } ?? linter.check(inputs, first: first)
    plugins?.finish()
    var report = Report(
      tool: Report.Tool(
        name: CommandLineTool.name, version: CommandLineTool.version,
        rules: settings.format == "text" ? "" : library.digest),
      documents: documents, findings: ToolNotes.findings(of: plugins?.failures ?? []),
      rules: isDescribed ? library.rules.rules.map(RuleDescription.init) : [])
    report.exitStatus = exitStatus(of: report)
    if inputs.isEmpty { warnOfNothing() }
    tellRuleFaults(of: documents)
    try write(report, library)
    return report.exitStatus
  }

  private func mend(
    _ inputs: [Input], _ linter: Linter, into folder: CopyFolder
  ) throws -> [DocumentReport] {
    let results = inParallel(inputs.count, workers: linter.options.jobs) { linter.mend(inputs[$0]) }
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

  private func write(_ report: Report, _ library: RuleLibrary) throws {
    let language = settings.language
    switch settings.format {
    case "json": try settings.write(JSONReporter.render(report, language: language))
    case "sarif": try settings.write(SARIFReporter.render(report, language: language))
    case "junit": try settings.write(JUnitReporter.render(report, language: language))
    case "github": try settings.write(GitHubReporter.render(report, language: language))
    case "svrl":
      try settings.write(
        SVRLReporter.render(
          report, rules: library.rules.rules, phase: arguments.value("--phase"),
          language: language))
    case "gitlab": try settings.write(GitLabReporter.render(report, language: language))
    default:
      for document in report.documents {
        if case .unreadable(let error) = document.outcome {
          let line = error.line(path: document.path, language: language)
          settings.tool.io.writeError("\(CommandLineTool.name): \(line)")
        }
      }
      try settings.write(TextReporter.render(report, options: settings.textOptions))
    }
  }

  /// Once each, however many documents brought them out.
  private func tellRuleFaults(of documents: [DocumentReport]) {
    var told: Set<String> = []
    for fault in documents.lazy.flatMap(\.ruleFaults) {
      let line = fault.description(in: settings.language)
      if told.insert(line).inserted { settings.tool.io.writeError(line) }
    }
  }

  private func warnOfNothing() {
    let paths = arguments.operands.joined(separator: ", ")
    let words = LocalizedText(
      vi: "không có văn bản nào trong \(paths)", en: "no document in \(paths)")
    settings.tool.io.writeError("\(CommandLineTool.name): \(words[settings.language])")
  }

  private func jobs() throws -> Int {
    guard let raw = arguments.value("--jobs") else {
      return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }
    guard let jobs = Int(raw), (1...256).contains(jobs) else {
      throw UsageError(
        vi: "--jobs phải là số nguyên từ 1 đến 256, không phải “\(raw)”",
        en: "--jobs must be a whole number from 1 to 256, not \"\(raw)\"")
    }
    return jobs
  }

  private func isExplained() throws -> Bool {
    guard arguments.has("--explain") else { return false }
    if ["text", "json"].contains(settings.format) { return true }
    throw UsageError(
      vi: "--explain chỉ dùng với --format text hoặc json, không dùng với \(settings.format)",
      en: "--explain goes with --format text or json, not with \(settings.format)")
  }

  private func exitStatus(of report: Report) -> Int32 {
    if report.documents.contains(where: { !$0.ruleFaults.isEmpty }) { return ExitStatus.wrongUse }
    if report.summary.unreadable > 0 { return ExitStatus.unreadable }
    let threshold: Severity? =
      switch arguments.value("--fail-on") ?? "error" {
      case "never": nil
      case let raw: Severity(rawValue: raw)
      }
    guard let threshold else { return ExitStatus.clean }
    let findings = report.documents.lazy.flatMap(\.findings) + report.findings
    return findings.contains { $0.severity >= threshold } ? ExitStatus.findings : ExitStatus.clean
  }
}
