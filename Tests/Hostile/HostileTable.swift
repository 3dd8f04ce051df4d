import FixtureSupport
import Foundation

/// `HostileTable hostile BINARY`, `HostileTable memory BINARY`.
///
/// The files are written by a process of their own (`HostileTable write …`): what a program is said
/// to have held begins with what its starter held.
@main
struct HostileTable {
  static func main() throws {
    let arguments = CommandLine.arguments
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tdktlint-\(arguments.dropFirst().first ?? "")-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let isGood: Bool
    switch (arguments.dropFirst().first, arguments.count) {
    case ("hostile", 3): isGood = try hostile(arguments[2], folder)
    case ("memory", 3): isGood = try memory(arguments[2], folder)
    case ("write", 3):
      let place = URL(fileURLWithPath: arguments[2])
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for file in HostileFile.all { try file.write(to: place) }
      isGood = true
    case ("write", 4):
      try OrdinaryPapers.write(Int(arguments[3]) ?? 0, to: URL(fileURLWithPath: arguments[2]))
      isGood = true
    default:
      print("HostileTable hostile|memory BINARY")
      isGood = false
    }
    try FileManager.default.removeItem(at: folder)
    exit(isGood ? 0 : 1)
  }

  /// Each file alone, then all of them at once.
  private static func hostile(_ binary: String, _ folder: URL) throws -> Bool {
    let place = folder.appendingPathComponent("tep")
    try write([place.path], in: folder)
    let files = HostileFile.all
    row([("tệp", 22), ("mã thoát", 8), ("ms", 6), ("MB", 5)], " điều sai → trả lời")
    var bad = 0
    for file in files {
      let path = place.appendingPathComponent(file.name).path
      let run = try Run([binary, "check", "--no-config", path], in: folder)
      let isGood =
        run.status == 3 && run.errors.count == 1 && run.milliseconds < 2000 && run.megabytes < 100
      bad += isGood ? 0 : 1
      let answer = run.errors.joined(separator: " ⏎ ").replacing("tdktlint: \(path)", with: "")
      row(
        [
          (file.name, 22), ("\(run.status)", 8), ("\(run.milliseconds)", 6),
          ("\(run.megabytes)", 5),
        ], "\(isGood ? " " : "✘") \(file.what) → \(answer)")
    }
    let all = try Run([binary, "check", "--no-config", place.path], in: folder)
    print(
      """

      \(files.count) tệp một lần: mã thoát \(all.status), \(all.errors.count) dòng lỗi, \
      \(all.milliseconds) ms, \(all.megabytes) MB; từng tệp một: \(bad) tệp không đạt (mã thoát 3, \
      một dòng, dưới 2 giây, dưới 100 MB)
      """)
    return bad == 0 && all.status == 3 && all.errors.count == files.count
  }

  private static func write(_ arguments: [String], in folder: URL) throws {
    let run = try Run([CommandLine.arguments[0], "write"] + arguments, in: folder)
    guard run.status == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// The same papers, 1,000 and 10,000 of them, as text and as JSON. SARIF ends with a list of all
  /// files, which grows with them.
  private static func memory(_ binary: String, _ folder: URL) throws -> Bool {
    let forms = ["text", "json"]
    row([("tệp", 8), ("dạng", 8), ("mã thoát", 8), ("ms", 8), ("MB", 6)], "")
    var peaks: [String: [Int]] = [:]
    for (name, count) in [("it", 1000), ("nhieu", 10_000)] {
      let place = folder.appendingPathComponent(name)
      try write([place.path, "\(count)"], in: folder)
      for form in forms {
        let run = try Run(
          [binary, "check", "--no-config", "--format", form, place.path], in: folder)
        peaks[form, default: []].append(run.kilobytes)
        row(
          [
            ("\(count)", 8), (form, 8), ("\(run.status)", 8), ("\(run.milliseconds)", 8),
            ("\(run.megabytes)", 6),
          ],
          "")
      }
      try FileManager.default.removeItem(at: place)
    }
    let growth = forms.compactMap { form -> (String, Double)? in
      guard let peaks = peaks[form], peaks.count == 2 else { return nil }
      return (form, (Double(peaks[1]) / Double(max(1, peaks[0])) - 1) * 100)
    }
    for (form, growth) in growth {
      print("\(form): 10.000 tệp so với 1.000 tệp: \((growth * 10).rounded() / 10) %")
    }
    return growth.count == forms.count && growth.allSatisfy { $0.1 <= 10 }
  }
}

extension HostileFile {
  func write(to folder: URL) throws {
    let path = folder.appendingPathComponent(name)
    switch content {
    case .bytes(let make): try Data(make()).write(to: path)
    case .sparse(let size):
      try Data().write(to: path)
      guard truncate(path.path, size) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
  }
}
