import Foundation
import RuleEngine
import Testing
import TextMatching

@testable import TdktlintKit

/// Looks at every block again and again, until it is told to stop.
private struct EndlessModule: RuleModule {
  let id = "mau"
  let checks = [
    NativeCheck(name: "tu-sai") { context in
      guard context.document.blocks.contains(where: { $0.text.contains("mãi") }) else { return [] }
      while !TimeBound.isExceeded {}
      return []
    }
  ]
}

@Suite("A file over the bound on time costs one error, the others are checked")
struct TimeLimitTests {
  private let folder: TemporaryFolder
  private let pack: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    pack = try TemporaryFolder()
    try folder.write("a.txt", "KẾ HOẠCH\n\nChạy mãi không dừng.")
    try folder.write("b.txt", "KẾ HOẠCH\n\nNội dung.")
  }

  private func check(_ more: [String]) throws -> Outcome {
    try tdktlint(
      ["check", "--no-config", "--rules", wordPack(in: pack), "--no-builtin-rules"] + more,
      modules: [EndlessModule()])
  }

  @Test(arguments: ["1", "2"])
  func theOthersAreChecked(jobs: String) throws {
    let outcome = try check([
      "--time-limit", "0.2", "--jobs", jobs, "--format", "json", folder.path,
    ])
    #expect(outcome.status == 3)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let documents = try #require(report["documents"] as? [[String: Any]])
    let codes = documents.map { ($0["error"] as? [String: Any])?["code"] as? String }
    #expect(codes == ["too-slow", nil])
  }

  @Test func oneDocumentAmongSeveralThreadsIsBoundedToo() throws {
    let outcome = try check(["--time-limit", "0.2", "--jobs", "2", folder.path + "/a.txt"])
    #expect(outcome.status == 3)
    #expect(outcome.errors.count == 1)
    #expect(outcome.errors.first?.contains("--time-limit") == true)
  }

  @Test(arguments: ["0", "-1", "nan", "lâu"])
  func aLimitThatIsNoTimeIsRefused(value: String) throws {
    let outcome = try check(["--time-limit", value, folder.path])
    #expect(outcome.status == 2)
    #expect(outcome.errors.joined().contains("--time-limit"))
  }
}
