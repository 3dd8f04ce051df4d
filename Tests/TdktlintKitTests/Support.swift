import DocumentAnalysis
import Foundation
import LegalKnowledge
import RuleEngine
import TextMatching

@testable import TdktlintKit

/// A folder of its own for a test; removed with the object.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("tdktlint-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, making its folders; returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }
}

/// Speaks at every “sai”, and at nothing else.
struct WordModule: RuleModule {
  let id = "mau"
  let checks = [
    NativeCheck(name: "tu-sai") { context in
      let pattern = Pattern(known: "sai")
      return context.document.blocks.enumerated().flatMap { index, block in
        pattern.matches(in: block.text).map {
          Observation(at: TextSpan(block: index, utf8: $0.range))
        }
      }
    }
  ]
}

/// A rule pack whose one rule is `WordModule`'s.
func wordPack(in folder: TemporaryFolder, severity: String = "error") throws -> String {
  try folder.write(
    "goi/modules/tinh.xml",
    """
    <module xmlns="urn:tdktlint:rules:1" id="tinh" version="1.0.0">
      <rule id="tu-sai" tier="local" strength="mandatory" severity="\(severity)">
        <title>Từ sai</title>
        <message>Từ “{excerpt}” sai.</message>
        <check native="mau/tu-sai"/>
        <example id="fail-a" expect="fail">Chữ này ⟦sai⟧ rồi.</example>
        <example id="pass-a" expect="pass">Chữ này đúng.</example>
      </rule>
    </module>
    """)
  return folder.path + "/goi"
}

/// What a command wrote and returned.
struct Outcome: Equatable {
  var status: Int32
  var output: String
  var errors: [String]
}

/// Runs a command line in this process, with the word pack's check compiled in.
func tdktlint(_ arguments: [String], modules: [any RuleModule] = [WordModule()]) -> Outcome {
  var output = ""
  var errors: [String] = []
  let io = CommandIO(
    writeOutput: {
      output += $0
      return true
    }, writeError: { errors.append($0) }, isOutputTerminal: false, columns: 100)
  let today = CivilDate(iso: "2025-01-15") ?? CivilDate(dayNumber: 0)
  let status = CommandLineTool(modules: modules, io: io, today: today).run(arguments)
  return Outcome(status: status, output: output, errors: errors)
}
