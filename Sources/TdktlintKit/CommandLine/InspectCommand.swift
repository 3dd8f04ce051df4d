import AkomaNtoso
import DocumentAnalysis
import DocumentModel
import Reporting
import TextMatching

/// `tdktlint inspect FILE`
struct InspectCommand {
  private let settings: CommandSettings
  private let arguments: ParsedArguments

  init(tool: CommandLineTool, arguments: ParsedArguments) {
    settings = CommandSettings(tool: tool, arguments: arguments)
    self.arguments = arguments
  }

  func run() throws -> Int32 {
    guard arguments.operands.count == 1, let path = arguments.operands.first else {
      throw UsageError(
        vi: "inspect cần đúng một tệp; xem tdktlint inspect --help",
        en: "inspect takes one file; see tdktlint inspect --help")
    }
    try settings.spare([path])
    var sources = settings.sources
    sources.includesBuiltInRules = false
    let library = try RuleLibrary(sources, depth: .check)
    var options = try settings.linterOptions(library)
    options.view = arguments.value("--view").flatMap(RevisionView.init) ?? .final
    let linter = Linter(library: library, options: options)
    let input: Input =
      path == "-"
      ? .standardInput
      : FileSystem.kind(of: path) == nil ? .missing(path, FileSystem.failure(2)) : .file(path)
    let isJSON = settings.format == "json"
    switch linter.recognise(input) {
    case .success(let document):
      try settings.write(rendered(document, path: path, library))
      return ExitStatus.clean
    case .failure(let error):
      if isJSON {
        try settings.write(InspectJSON.render(error, path: path, language: settings.language))
      } else {
        let line = error.line(path: path, language: settings.language)
        settings.tool.io.writeError("\(CommandLineTool.name): \(line)")
      }
      return ExitStatus.unreadable
    }
  }

  private func rendered(
    _ document: RecognisedDocument, path: String, _ library: RuleLibrary
  ) -> String {
    switch settings.format {
    case "json": InspectJSON.render(document, path: path, law: library.law)
    case "akn": AkomaNtoso.render(document, law: library.law)
    default:
      InspectText.render(document, path: path, law: library.law, options: settings.textOptions)
    }
  }
}
