import Foundation
import RuleEngine
import Testing

@testable import TdktlintKit

/// What authors of rules read and copy must work as it stands.
@Suite("The guide for authors of rules and the example packs")
struct RuleGuideTests {
  private let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Rules")

  /// The modules shown in the guide, in order.
  private func modules() throws -> [String] {
    let guide = try String(
      contentsOf: rules.appendingPathComponent("guide/rules.md"), encoding: .utf8)
    return guide.components(separatedBy: "```xml\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
  }

  @Test("Every module of the guide loads, and its examples hold")
  func guide() throws {
    let modules = try modules()
    #expect(modules.count > 8)
    let folder = try TemporaryFolder()
    for (number, module) in modules.enumerated() {
      try folder.write("goi/modules/\(number).xml", module)
    }
    let outcome = tdktlint(
      ["rules", "test", folder.path + "/goi"], modules: builtInModules)
    #expect(outcome.status == 0, "\(outcome.errors) \(outcome.output)")
    #expect(outcome.output.hasPrefix("\(modules.count) quy tắc, \(2 * modules.count) ví dụ"))
  }

  @Test(
    "Every shape that looks at text has a heading and a module in the guide",
    arguments: [
      "forbid", "substitute", "require-match", "require-section", "require-citation",
      "table-columns", "consistent",
    ])
  func shapes(element: String) throws {
    #expect(try modules().contains { $0.contains("<\(element)") })
    let guide = try String(
      contentsOf: rules.appendingPathComponent("guide/rules.md"), encoding: .utf8)
    #expect(guide.contains("### `\(element)`"))
  }

  @Test("The examples of every pack hold", arguments: ["bac-ninh", "mau-don-vi"])
  func packs(name: String) {
    let pack = rules.appendingPathComponent("packs/\(name)").path
    let outcome = tdktlint(["rules", "test", pack], modules: builtInModules)
    #expect(outcome.status == 0, "\(outcome.errors) \(outcome.output)")
    #expect(!outcome.output.contains("chưa có ví dụ") && !outcome.output.hasPrefix("0 "))
  }
}
