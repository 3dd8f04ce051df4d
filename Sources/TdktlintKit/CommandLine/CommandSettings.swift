import Configuration
import DataFiles
import DocumentAnalysis
import DocumentReading
import ExternalPlugins
import Glibc
import LegalKnowledge
import Reporting
import RuleEngine
import TextMatching

/// Options that several commands share, read and verified.
struct CommandSettings {
  let tool: CommandLineTool
  let arguments: ParsedArguments

  /// What the configurations ask for; an option wins.
  var configuredLanguage: Language?

  var language: Language {
    arguments.value("--lang").flatMap(Language.init) ?? configuredLanguage ?? .vi
  }
  var format: String { arguments.value("--format") ?? "text" }

  var textOptions: TextReporter.Options {
    let isToFile = arguments.has("--output")
    let isColoured =
      switch arguments.value("--color") ?? "auto" {
      case "always": true
      case "never": false
      default: tool.io.isOutputTerminal && !isToFile
      }
    return TextReporter.Options(
      language: language, columns: tool.io.columns, isColoured: isColoured)
  }

  var includesBuiltInRules: Bool { !arguments.has("--no-builtin-rules") }

  var sources: RuleLibrary.Sources { sources(adding: []) }

  /// - Parameter packs: those that a configuration names; one that the command line names too is
  ///   loaded once.
  func sources(adding packs: [String]) -> RuleLibrary.Sources {
    var folders = arguments.all("--rules")
    for pack in packs where !folders.contains(where: { RulePack.isSame($0, pack) }) {
      folders.append(pack)
    }
    var sources = RuleLibrary.Sources(
      modules: tool.modules, folders: folders, includesBuiltInRules: includesBuiltInRules)
    sources.phase = arguments.value("--phase")
    return sources
  }

  /// Where configurations are looked for.
  func configurationChoice() throws -> ConfigurationFinder.Choice {
    try exclude("--config", "--no-config")
    if arguments.has("--no-config") { return .none }
    return arguments.value("--config").map { .file($0) } ?? .nearest
  }

  func baselineUse() throws -> PolicyRun.BaselineUse {
    try exclude("--baseline", "--write-baseline")
    try exclude("--prune-baseline", "--write-baseline")
    if let path = arguments.value("--write-baseline") { return .write(path) }
    return arguments.value("--baseline").map { .compare($0) } ?? .configured
  }

  private func exclude(_ one: String, _ other: String) throws {
    guard arguments.has(one), arguments.has(other) else { return }
    throw UsageError(
      vi: "\(one) và \(other) không dùng cùng nhau", en: "\(one) and \(other) exclude each other")
  }

  /// The external plug-ins asked for, not started yet; nil when there are none.
  /// - Parameter configured: those of a configuration, which come first; each runs once.
  func plugins(adding configured: [PluginSetting] = []) -> PluginHost? {
    var settings = configured
    for name in arguments.all("--plugin") {
      // As in a shell a name is looked up in PATH; but a file that is there is surely meant.
      let isHere = !name.contains("/") && FileSystem.kind(of: name) == .file
      let command = [isHere ? "./" + name : name]
      if !settings.contains(where: { $0.command == command }) {
        settings.append(PluginSetting(command: command))
      }
    }
    return settings.isEmpty ? nil : PluginHost(settings)
  }

  /// The law, with that of the packs; sources and all.
  func law() throws -> LegalKnowledge { try RulePack.law(with: arguments.all("--rules")) }

  /// The day an option gives; nil when it is not there.
  func day(_ option: String) throws -> CivilDate? {
    guard let raw = arguments.value(option) else { return nil }
    guard let day = CivilDate(iso: raw) else {
      throw UsageError(
        vi: "\(option) phải là một ngày có thật dạng 2024-01-31, không phải “\(raw)”",
        en: "\(option) must be a real day like 2024-01-31, not \"\(raw)\"")
    }
    return day
  }

  func linterOptions(_ library: RuleLibrary) throws -> Linter.Options {
    try linterOptions([library])
  }

  /// What recognition and selection need, verified against the libraries of the run.
  func linterOptions(_ libraries: [RuleLibrary]) throws -> Linter.Options {
    var options = Linter.Options(today: tool.today)
    options.asOf = try day("--as-of")
    options.stage = arguments.value("--stage").flatMap(Stage.init)
    if let kind = arguments.value("--kind") {
      guard libraries.contains(where: { $0.law.kind(id: kind) != nil }) else {
        let known = libraries.first?.law.kinds.map(\.id) ?? []
        throw UsageError.bad(value: kind, of: "--kind", known: known)
      }
      options.kind = kind
    }
    options.selection = try selection(libraries)
    options.limits = try limits()
    return options
  }

  /// What reading refuses to go beyond.
  func limits() throws -> ReadingLimits {
    var limits = ReadingLimits()
    guard let raw = arguments.value("--time-limit") else { return limits }
    guard let seconds = Double(raw), (0.001...86_400).contains(seconds) else {
      throw UsageError(
        vi: "--time-limit phải là số giây từ 0.001 đến 86400, không phải “\(raw)”",
        en: "--time-limit must be seconds from 0.001 to 86400, not \"\(raw)\"")
    }
    limits.time = .seconds(seconds)
    return limits
  }

  func selection(_ library: RuleLibrary) throws -> RuleSelection { try selection([library]) }

  /// A pattern that fits no rule is a slip: it would quietly check nothing, or everything.
  func selection(_ libraries: [RuleLibrary]) throws -> RuleSelection {
    let ids = libraries.flatMap { $0.rules.rules.map(\.id) }
    for option in ["--only", "--skip"] {
      for glob in arguments.all(option)
      where libraries.allSatisfy(\.isComplete)
        && !ids.contains(where: { RuleSelection.matches($0, glob: glob) })
      {
        let near = RuleSelection.suggestion(for: glob, among: ids)
        throw UsageError(
          vi: "\(option): không có quy tắc nào khớp “\(glob)”"
            + (near.map { "; có phải “\($0)”?" } ?? "; xem tdktlint rules list"),
          en: "\(option): no rule matches \"\(glob)\""
            + (near.map { "; did you mean \"\($0)\"?" } ?? "; see tdktlint rules list"))
      }
    }
    return RuleSelection(only: arguments.all("--only"), skip: arguments.all("--skip"))
  }

  /// Threads to use; as many as there are processors unless told otherwise.
  func jobs() throws -> Int {
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

  // MARK: Standard error

  func tell(_ words: LocalizedText) {
    tool.io.writeError("\(CommandLineTool.name): \(words[language])")
  }

  /// One line for each input that could not be read.
  func tell(unreadable documents: [DocumentReport]) {
    for document in documents {
      if case .unreadable(let error) = document.outcome {
        let line = error.line(path: document.path, language: language)
        tool.io.writeError("\(CommandLineTool.name): \(line)")
      }
    }
  }

  /// Once each, however many documents brought them out.
  func tell(faults: [DataFileError]) {
    var told: Set<String> = []
    for fault in faults {
      let line = fault.description(in: language)
      if told.insert(line).inserted { tool.io.writeError(line) }
    }
  }

  // MARK: Output

  /// A report must not take the place of what is to be read.
  /// - Throws: `UsageError` when it would.
  func spare(_ paths: some Sequence<String>) throws {
    guard let output = arguments.value("--output"), FileSystem.kind(of: output) == .file,
      let path = paths.first(where: { FileSystem.isSame($0, output) })
    else { return }
    throw UsageError(
      vi: "--output: “\(output)” là tệp cần đọc (\(path)) nên không ghi đè; hãy chọn tên khác",
      en: "--output: \"\(output)\" is a file to be read (\(path)) and is not overwritten; choose "
        + "another name")
  }

  /// Where a report belongs.
  func output() -> ReportOutput {
    ReportOutput(path: arguments.value("--output"), writeOutput: tool.io.writeOutput)
  }

  /// Writes a whole report where it belongs.
  func write(_ text: String) throws {
    let output = output()
    try output.write(text)
    try output.end()
  }
}

extension UsageError {
  static func unwritable(_ path: String) -> UsageError {
    UsageError(
      vi: "không ghi được “\(path)”; kiểm tra thư mục và quyền ghi",
      en: "cannot write \"\(path)\"; check the folder and its permissions")
  }
}
