import Reporting
import RuleEngine
import TextMatching

/// `tdktlint rules list`, `tdktlint rules show ID...`
struct RulesCommand {
  private let settings: CommandSettings
  private let arguments: ParsedArguments

  init(tool: CommandLineTool, arguments: ParsedArguments) {
    settings = CommandSettings(tool: tool, arguments: arguments)
    self.arguments = arguments
  }

  func run() throws -> Int32 {
    let known = ["list", "show"]
    guard let action = arguments.operands.first else {
      throw UsageError(
        vi: "rules cần “list” hoặc “show ID”; xem tdktlint rules --help",
        en: "rules takes \"list\" or \"show ID\"; see tdktlint rules --help")
    }
    guard known.contains(action) else {
      throw UsageError.bad(value: action, of: "rules", known: known)
    }
    let library = try RuleLibrary(settings.sources, depth: .full)
    let operands = arguments.operands.dropFirst()
    if action == "list" {
      guard operands.isEmpty else {
        throw UsageError(
          vi: "rules list không nhận tham số; dùng --only GLOB để chọn",
          en: "rules list takes no operand; choose with --only GLOB")
      }
      let selection = try settings.selection(library)
      let rules = library.rules.rules.filter { selection.includes($0.id) }
      try settings.write(RuleText.list(rules, options: settings.textOptions))
      return ExitStatus.clean
    }
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
    return ExitStatus.clean
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
