import Configuration
import DocumentAnalysis
import ExternalPlugins
import LegalKnowledge
import Reporting
import RuleEngine
import TextMatching

/// Options that several commands share, read and verified.
struct CommandSettings {
  let tool: CommandLineTool
  let arguments: ParsedArguments

  var language: Language { arguments.value("--lang").flatMap(Language.init) ?? .vi }
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

  var sources: RuleLibrary.Sources {
    var sources = RuleLibrary.Sources(
      modules: tool.modules, folders: arguments.all("--rules"),
      includesBuiltInRules: !arguments.has("--no-builtin-rules"))
    sources.phase = arguments.value("--phase")
    return sources
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

  /// What recognition and selection need, verified against the library.
  func linterOptions(_ library: RuleLibrary) throws -> Linter.Options {
    var options = Linter.Options(today: tool.today)
    options.asOf = try day("--as-of")
    options.stage = arguments.value("--stage").flatMap(Stage.init)
    if let kind = arguments.value("--kind") {
      guard library.law.kind(id: kind) != nil else {
        throw UsageError.bad(value: kind, of: "--kind", known: library.law.kinds.map(\.id))
      }
      options.kind = kind
    }
    options.selection = try selection(library)
    return options
  }

  /// A pattern that fits no rule is a slip: it would quietly check nothing, or everything.
  func selection(_ library: RuleLibrary) throws -> RuleSelection {
    let ids = library.rules.rules.map(\.id)
    for option in ["--only", "--skip"] {
      for glob in arguments.all(option)
      where library.isComplete && !ids.contains(where: { RuleSelection.matches($0, glob: glob) }) {
        let modules = Set(ids.map { String($0.prefix { $0 != "/" }) }).sorted()
        let near = EditDistance.suggestion(for: glob, among: ids + modules)
        throw UsageError(
          vi: "\(option): không có quy tắc nào khớp “\(glob)”"
            + (near.map { "; có phải “\($0)”?" } ?? "; xem tdktlint rules list"),
          en: "\(option): no rule matches \"\(glob)\""
            + (near.map { "; did you mean \"\($0)\"?" } ?? "; see tdktlint rules list"))
      }
    }
    return RuleSelection(only: arguments.all("--only"), skip: arguments.all("--skip"))
  }

  /// Writes a report where it belongs.
  func write(_ text: String) throws {
    guard let path = arguments.value("--output") else {
      _ = tool.io.writeOutput(text)
      return
    }
    if !FileSystem.write(text, to: path) { throw UsageError.unwritable(path) }
  }
}

extension UsageError {
  static func unwritable(_ path: String) -> UsageError {
    UsageError(
      vi: "không ghi được “\(path)”; kiểm tra thư mục và quyền ghi",
      en: "cannot write \"\(path)\"; check the folder and its permissions")
  }
}
