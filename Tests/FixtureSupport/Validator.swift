import Foundation

/// Programs that know a format by its schema; `make test` installs them.
public enum Validator {
  public static let schemas = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/schemas")

  public static let hasXMLLint = FileManager.default.fileExists(atPath: "/usr/bin/xmllint")

  public static let hasJSONSchema: Bool =
    FileManager.default.fileExists(atPath: "/usr/bin/python3")
    && (try? succeeds("/usr/bin/python3", ["-c", "import jsonschema"])) == true

  /// Whether XML text is valid against an XSD of the fixtures.
  public static func accepts(_ text: String, xsd: String) throws -> Bool {
    try withFile(text) { file in
      try succeeds(
        "/usr/bin/xmllint",
        ["--noout", "--nonet", "--schema", schemas.appendingPathComponent(xsd).path, file])
    }
  }

  /// Whether JSON text is valid against a JSON schema: of the fixtures, or by a path of its own.
  public static func accepts(_ text: String, jsonSchema: String) throws -> Bool {
    let schema =
      jsonSchema.hasPrefix("/") ? jsonSchema : schemas.appendingPathComponent(jsonSchema).path
    return try withFile(text) { file in
      try succeeds("/usr/bin/python3", ["-m", "jsonschema", "-i", file, schema])
    }
  }

  private static func withFile(_ text: String, _ work: (String) throws -> Bool) throws -> Bool {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("tdktlint-report-\(UUID().uuidString)")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try work(file.path)
  }

  private static func succeeds(_ program: String, _ arguments: [String]) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
