import Foundation
import PackagePlugin

/// `swift package tdkt-lint PATH…`: `tdktlint check` over documents of the package, by paths from its
/// folder. Runs on the developer's machine; no part of the program.
@main
struct TdktLint: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    let process = Process()
    process.executableURL = try context.tool(named: "tdktlint").url
    process.arguments = ["check"] + (arguments.isEmpty ? ["."] : arguments)
    process.currentDirectoryURL = context.package.directoryURL
    try process.run()
    process.waitUntilExit()
    let isExit = process.terminationReason == .exit
    if !isExit { Diagnostics.error("tdktlint: signal \(process.terminationStatus)") }
    // The command's own status, which tells findings (1) from wrong use (2) and unreadable files (3).
    exit(isExit ? process.terminationStatus : 1)
  }
}
