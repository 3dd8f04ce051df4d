import Foundation

/// LibreOffice as a writer of fixtures, where it is installed.
public final class OfficeRoundTrip {
  public static let isThere: Bool = {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/soffice") }
  }()

  private let folder: URL

  public init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tdktlint-office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What LibreOffice makes of a DOCX; nil when it cannot.
  /// - Parameter ending: `odt`, `doc`, `pdf` …
  public func saved(_ docx: [UInt8], as ending: String) throws -> [UInt8]? {
    let source = folder.appendingPathComponent("goc.docx")
    let target = folder.appendingPathComponent("ra")
    try Data(docx).write(to: source)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "soffice", "-env:UserInstallation=file://\(folder.path)/profile", "--headless",
      "--convert-to", ending, "--outdir", target.path, source.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let result = target.appendingPathComponent("goc.\(ending)")
    return (try? Data(contentsOf: result)).map { [UInt8]($0) }
  }
}
