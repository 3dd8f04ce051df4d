import FixtureSupport
import Foundation
import Testing

@testable import TdktlintKit

@Suite("A folder of broken and hostile files gets one line a file")
struct HostileFolderTests {
  private let folder: TemporaryFolder
  /// Those that take no time to make; `make hostile` has them all.
  private let files = HostileFile.all.filter { !$0.isLarge }

  init() throws {
    folder = try TemporaryFolder()
    for file in files {
      switch file.content {
      case .bytes(let make): try folder.write(file.name, make())
      case .sparse(let size):
        try folder.write(file.name, [UInt8]())
        try #require(truncate(folder.path + "/" + file.name, size) == 0)
      }
    }
  }

  @Test func eachGetsTheErrorThatFits() throws {
    let outcome = tdktlint(
      ["check", "--no-config", "--format", "json", folder.path],
      modules: builtInModules)
    #expect(outcome.status == 3)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let documents = try #require(report["documents"] as? [[String: Any]])
    var answers: [String: (code: String, hint: String)] = [:]
    for document in documents {
      let path = try #require(document["path"] as? String)
      let name = path.dropFirst(folder.path.count + 1).prefix { $0 != "!" }
      let error = document["error"] as? [String: Any]
      answers[String(name)] = (error?["code"] as? String ?? "", error?["hint"] as? String ?? "")
    }
    #expect(documents.count == files.count)
    for file in files {
      let answer = answers[file.name]
      #expect(answer?.code == file.code, "\(file.name): \(file.what)")
      #expect(answer?.hint.isEmpty == false, "\(file.name)")
    }
  }

  @Test func theOthersAreCheckedAllTheSame() throws {
    try folder.write("ke-hoach.txt", "KẾ HOẠCH\n\nĐiều này sai.")
    let pack = try TemporaryFolder()
    let outcome = tdktlint([
      "check", "--no-config", "--no-builtin-rules", "--rules", try wordPack(in: pack), folder.path,
    ])
    #expect(outcome.status == 3)
    #expect(outcome.errors.count == files.count)
    for line in outcome.errors { #expect(line.hasPrefix("tdktlint: \(folder.path)/")) }
    #expect(outcome.output.contains("tinh/tu-sai"))
  }
}
