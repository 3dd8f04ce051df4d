import LegalKnowledge
import Reporting
import RuleEngine
import TextMatching

/// `tdktlint law list`, `tdktlint law show NAME...`, `tdktlint law check [DIR...]`
struct LawCommand {
  private let settings: CommandSettings
  private let arguments: ParsedArguments

  init(tool: CommandLineTool, arguments: ParsedArguments) {
    settings = CommandSettings(tool: tool, arguments: arguments)
    self.arguments = arguments
  }

  func run() throws -> Int32 {
    let known = ["list", "show", "check"]
    guard let action = arguments.operands.first else {
      throw UsageError(
        vi: "law cần “list”, “show SỐ-KÝ-HIỆU” hoặc “check”; xem tdktlint law --help",
        en: "law takes \"list\", \"show SYMBOL\" or \"check\"; see tdktlint law --help")
    }
    guard known.contains(action) else {
      throw UsageError.bad(value: action, of: "law", known: known)
    }
    let moment = try moment()
    let operands = Array(arguments.operands.dropFirst())
    switch action {
    case "list": try list(operands, moment)
    case "show": try show(operands, moment)
    default: try check(operands)
    }
    return ExitStatus.clean
  }

  private func moment() throws -> LawMoment {
    LawMoment(
      asOf: try settings.day("--as-of") ?? settings.tool.today,
      knownAt: try settings.day("--known-at"))
  }

  // MARK: list

  private func list(_ operands: [String], _ moment: LawMoment) throws {
    guard operands.isEmpty else {
      throw UsageError(
        vi: "law list không nhận tham số; dùng --role để chọn",
        en: "law list takes no operand; choose with --role")
    }
    let law = try settings.law()
    var instruments = law.instruments
    if let role = arguments.value("--role") {
      let roles = Set(law.instruments.compactMap(\.role)).sorted()
      guard roles.contains(role) else {
        throw UsageError.bad(value: role, of: "--role", known: roles)
      }
      instruments = instruments.filter { $0.role == role }
    }
    try settings.write(
      settings.format == "json"
        ? LawJSON.list(instruments, at: moment, law: law)
        : LawListText.list(instruments, at: moment, law: law, options: settings.textOptions))
  }

  // MARK: show

  private func show(_ operands: [String], _ moment: LawMoment) throws {
    guard !operands.isEmpty else {
      throw UsageError(
        vi: "law show cần số, ký hiệu văn bản hoặc tên danh hiệu; xem tdktlint law list",
        en: "law show takes the symbol of an instrument or the name of an award; "
          + "see tdktlint law list")
    }
    let law = try settings.law()
    let lookup = LawLookup(law: law, day: moment.asOf)
    var entries: [LawEntry] = []
    for operand in operands { entries += try lookup.entries(for: operand) }
    if settings.format == "json" {
      return try settings.write(LawJSON.show(entries, at: moment, law: law))
    }
    let options = settings.textOptions
    let text = entries.map { entry in
      switch entry {
      case .instrument(let instrument):
        InstrumentText.show(instrument, at: moment, law: law, options: options)
      case .award(let award): AwardText.show(award, on: moment.asOf, law: law, options: options)
      }
    }
    try settings.write(text.joined())
  }

  // MARK: check

  /// Every built-in file and every pack, in full. A fault ends the command by its error.
  private func check(_ folders: [String]) throws {
    let sources = RuleLibrary.Sources(
      modules: settings.tool.modules, folders: arguments.all("--rules") + folders)
    let library = try RuleLibrary(sources, depth: .full)
    let report = LawReview(law: library.law, today: settings.tool.today)
    try settings.write(
      settings.format == "json"
        ? LawJSON.review(report)
        : LawReviewText.render(
          report, packs: folders, rules: library.rules.rules.count, options: settings.textOptions))
  }
}
