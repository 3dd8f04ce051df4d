import DataFiles
import Reporting
import RuleEngine
import TextMatching

/// `tdktlint rules list`, `tdktlint rules show ID...`, `tdktlint rules test [DIR...]`,
/// `tdktlint rules book`, `tdktlint rules coverage`
struct RulesCommand {
  private let settings: CommandSettings
  private let arguments: ParsedArguments

  init(tool: CommandLineTool, arguments: ParsedArguments) {
    settings = CommandSettings(tool: tool, arguments: arguments)
    self.arguments = arguments
  }

  func run() throws -> Int32 {
    let known = ["list", "show", "test", "book", "coverage"]
    guard let action = arguments.operands.first else {
      throw UsageError(
        vi:
          "rules cần “list”, “show ID”, “test”, “book” hoặc “coverage”; xem tdktlint rules --help",
        en: "rules takes \"list\", \"show ID\", \"test\", \"book\" or \"coverage\"; "
          + "see tdktlint rules --help")
    }
    guard known.contains(action) else {
      throw UsageError.bad(value: action, of: "rules", known: known)
    }
    let operands = Array(arguments.operands.dropFirst())
    switch action {
    case "list": return try list(operands)
    case "show": return try show(operands)
    case "book": return try book(operands)
    case "coverage": return try coverage(operands)
    default: return try test(operands)
    }
  }

  /// Everything, with the rules that plug-ins declare; one that fails is told on standard error.
  private func library() throws -> RuleLibrary {
    let library = try RuleLibrary(settings.sources, depth: .full)
    guard let plugins = settings.plugins() else { return library }
    defer { plugins.finish() }
    let whole = library.adding(plugins, language: settings.language)
    for failure in plugins.failures {
      let words = failure.message[settings.language]
      settings.tool.io.writeError(TerminalText.sanitised("\(CommandLineTool.name): \(words)"))
    }
    return whole
  }

  private func list(_ operands: [String]) throws -> Int32 {
    guard operands.isEmpty else {
      throw UsageError(
        vi: "rules list không nhận tham số; dùng --only GLOB để chọn",
        en: "rules list takes no operand; choose with --only GLOB")
    }
    let library = try library()
    let selection = try settings.selection(library)
    let rules = library.rules.rules.filter { selection.includes($0.id) }
    try settings.write(RuleText.list(rules, options: settings.textOptions))
    return library.isComplete ? ExitStatus.clean : ExitStatus.wrongUse
  }

  private func show(_ operands: [String]) throws -> Int32 {
    let library = try library()
    guard !operands.isEmpty else {
      throw UsageError(
        vi: "rules show cần mã quy tắc; xem tdktlint rules list",
        en: "rules show takes the id of a rule; see tdktlint rules list")
    }
    var text = ""
    for id in operands {
      guard let rule = library.rules.rule(id: id) else { throw unknown(id, library) }
      text += RuleText.show(rule, law: library.law, options: settings.textOptions)
    }
    try settings.write(text)
    return library.isComplete ? ExitStatus.clean : ExitStatus.wrongUse
  }

  /// Runs the examples of the packs named, or else of all that is loaded.
  private func test(_ folders: [String]) throws -> Int32 {
    var sources = settings.sources
    for folder in folders
    where !sources.folders.contains(where: { RulePack.isSame($0, folder) }) {
      sources.folders.append(folder)
    }
    let library = try RuleLibrary(sources, depth: .full)
    let selection = try settings.selection(library)
    let rules = library.rules.rules.filter { rule in
      // The tool's own notes are declared in no file and have no examples.
      !rule.path.isEmpty && selection.includes(rule.id)
        && (folders.isEmpty || folders.contains { RulePack.holds(rule.path, in: $0) })
    }
    let report = ExampleRunner(library: library).report(on: rules)
    try settings.write(RuleTestText.render(report, options: settings.textOptions))
    return report.failures.isEmpty ? ExitStatus.clean : ExitStatus.findings
  }

  // MARK: book

  /// Into a folder, a file a module; into one file or to the output, as one document.
  private func book(_ operands: [String]) throws -> Int32 {
    let book = try ruleBook("book", operands)
    guard let output = arguments.value("--output"), RulesCommand.isFolder(output) else {
      try settings.write(book.document())
      return ExitStatus.clean
    }
    guard FileSystem.makeFolder(output) else { throw UsageError.unwritable(output) }
    for file in book.files() {
      let path = output.hasSuffix("/") ? output + file.name : "\(output)/\(file.name)"
      guard FileSystem.write(file.text, to: path) else { throw UsageError.unwritable(path) }
    }
    return ExitStatus.clean
  }

  private func coverage(_ operands: [String]) throws -> Int32 {
    try settings.write(try ruleBook("coverage", operands).coverageDocument())
    return ExitStatus.clean
  }

  private static func isFolder(_ path: String) -> Bool {
    path.hasSuffix("/") || FileSystem.kind(of: path) == .folder
  }

  private func ruleBook(_ action: String, _ operands: [String]) throws -> RuleBook {
    guard operands.isEmpty else {
      throw UsageError(
        vi: "rules \(action) không nhận tham số; dùng --only GLOB để chọn, -o để ghi ra tệp",
        en: "rules \(action) takes no operand; choose with --only GLOB, write with -o")
    }
    let library = try RuleLibrary(settings.sources, depth: .full)
    return try RuleBook(
      library: library, selection: try settings.selection(library), language: settings.language)
  }

  private func unknown(_ id: String, _ library: RuleLibrary) -> UsageError {
    let ids = library.rules.rules.map(\.id)
    let namesakes = ids.filter { $0.hasSuffix("/" + id) }
    let near = namesakes.first ?? EditDistance.suggestion(for: id, among: ids)
    return UsageError(
      vi: "không có quy tắc “\(id)”"
        + (near.map { "; có phải “\($0)”?" } ?? "; xem tdktlint rules list"),
      en: "no rule \"\(id)\""
        + (near.map { "; did you mean \"\($0)\"?" } ?? "; see tdktlint rules list"))
  }
}
