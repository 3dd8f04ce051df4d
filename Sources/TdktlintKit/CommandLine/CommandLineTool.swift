import DataFiles
import Glibc
import LegalKnowledge
import Reporting
import RuleEngine
import TextMatching

/// The program: reads its arguments, runs a command, returns an exit status.
public struct CommandLineTool {
  public static let name = "tdktlint"
  public static let version = "0.1.0"

  /// As reports name the program.
  /// - Parameter libraries: those of the run, whose digest tells it from others; none: no digest.
  static func identity(with libraries: [RuleLibrary]) -> Report.Tool {
    Report.Tool(name: name, version: version, rules: RuleLibrary.digest(of: libraries))
  }

  let modules: [any RuleModule]
  let io: CommandIO
  /// The latest day an undated paper can have.
  let today: CivilDate

  public init(modules: [any RuleModule], io: CommandIO, today: CivilDate) {
    self.modules = modules
    self.io = io
    self.today = today
  }

  /// Runs the command of `arguments` (without the program's name).
  public func run(_ arguments: [String]) -> Int32 {
    let language = CommandLineTool.language(in: arguments)
    do {
      return try dispatch(arguments, language)
    } catch let error as UsageError {
      report("\(CommandLineTool.name): \(error.message[language])")
    } catch let error as DataFileError {
      report(error.description(in: language))
    } catch {
      report("\(CommandLineTool.name): \(error)")
    }
    return ExitStatus.wrongUse
  }

  private func report(_ line: String) { io.writeError(TerminalText.sanitised(line)) }

  private func dispatch(_ arguments: [String], _ language: Language) throws -> Int32 {
    guard let name = arguments.first else { return usage(language) }
    switch name {
    case "--help", "-h", "help":
      let topic = arguments.dropFirst().first.flatMap { word in
        Commands.all.first { $0.name == word }
      }
      _ = io.writeOutput(topic?.help(language) ?? Commands.overview(language))
      return ExitStatus.clean
    case "--version":
      _ = io.writeOutput("\(CommandLineTool.name) \(CommandLineTool.version)\n")
      return ExitStatus.clean
    default: break
    }
    guard let command = Commands.all.first(where: { $0.name == name }) else {
      throw UsageError.bad(
        value: name, of: CommandLineTool.name, known: Commands.all.map(\.name))
    }
    let rest = Array(arguments.dropFirst())
    if CommandLineTool.asksForHelp(rest) {
      _ = io.writeOutput(command.help(language))
      return ExitStatus.clean
    }
    let parsed = try ParsedArguments(rest, spec: command)
    switch command.name {
    case "appraise": return try AppraiseCommand(tool: self, arguments: parsed).run()
    case "check": return try CheckCommand(tool: self, arguments: parsed).run()
    case "init": return try InitCommand(tool: self, arguments: parsed).run()
    case "law": return try LawCommand(tool: self, arguments: parsed).run()
    case "inspect": return try InspectCommand(tool: self, arguments: parsed).run()
    default: return try RulesCommand(tool: self, arguments: parsed).run()
    }
  }

  private func usage(_ language: Language) -> Int32 {
    io.writeError(Commands.overview(language))
    return ExitStatus.wrongUse
  }

  private static func asksForHelp(_ arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }

  /// Looked for before anything else, so that errors of the command line speak it too.
  private static func language(in arguments: [String]) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang=en" { return .en }
      if argument == "--lang", arguments.indices.contains(index + 1), arguments[index + 1] == "en" {
        return .en
      }
    }
    return .vi
  }
}

/// Exit statuses; when several hold, 2 comes before 3, 3 before 1.
enum ExitStatus {
  static let clean: Int32 = 0
  static let findings: Int32 = 1
  static let wrongUse: Int32 = 2
  static let unreadable: Int32 = 3
}

extension CivilDate {
  /// Today in the local time zone.
  static func today() -> CivilDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CivilDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CivilDate(dayNumber: Int(now) / 86_400)
  }
}

/// Runs the command line of this process with these rule modules, and ends the process.
public func runCommandLine(modules: [any RuleModule] = builtInModules) -> Never {
  let tool = CommandLineTool(modules: modules, io: .process(), today: .today())
  exit(tool.run(Array(CommandLine.arguments.dropFirst())))
}
