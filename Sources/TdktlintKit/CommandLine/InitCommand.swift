import Configuration
import Glibc

/// `tdktlint init [DIR]`
struct InitCommand {
  private let settings: CommandSettings
  private let arguments: ParsedArguments

  init(tool: CommandLineTool, arguments: ParsedArguments) {
    settings = CommandSettings(tool: tool, arguments: arguments)
    self.arguments = arguments
  }

  func run() throws -> Int32 {
    guard arguments.operands.count <= 1 else {
      throw UsageError(
        vi: "init nhận nhiều nhất một thư mục; xem tdktlint init --help",
        en: "init takes one folder at most; see tdktlint init --help")
    }
    let folder = arguments.operands.first ?? "."
    guard FileSystem.kind(of: folder) == .folder else {
      throw UsageError(vi: "không có thư mục “\(folder)”", en: "no folder \"\(folder)\"")
    }
    let path =
      folder.hasSuffix("/")
      ? folder + Configuration.fileName : "\(folder)/\(Configuration.fileName)"
    let shown = arguments.operands.isEmpty ? Configuration.fileName : path
    guard
      FileSystem.create(path, Array(ConfigurationTemplate.text(settings.language).utf8))
    else {
      throw errno == EEXIST
        ? UsageError(
          vi: "\(shown) đã có; không ghi đè", en: "\(shown) exists; it is not overwritten")
        : UsageError(
          vi: "không ghi được “\(shown)”; kiểm tra quyền ghi",
          en: "cannot write \"\(shown)\"; check its permissions")
    }
    let words = settings.language == .vi ? "Đã tạo \(shown)." : "Wrote \(shown)."
    _ = settings.tool.io.writeOutput(words + "\n")
    return ExitStatus.clean
  }
}
