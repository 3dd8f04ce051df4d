import Foundation
import FuzzTargets
import Testing

@Suite("What once broke a part of the program is read again")
struct FuzzReplayTests {
  /// `Tests/Fixtures/fuzz/TARGET/…`
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/fuzz")

  @Test(arguments: FuzzTarget.all.map(\.name))
  func neitherSeedsNorOldFaultsBreakIt(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    for seed in target.seeds() { target.run(seed) }
    let place = FuzzReplayTests.folder.appendingPathComponent(name).path
    for file in (try? FileManager.default.contentsOfDirectory(atPath: place))?.sorted() ?? [] {
      let bytes = try #require(FileManager.default.contents(atPath: "\(place)/\(file)"))
      // What hung took hours; the slowest of those that are left takes a second without optimisation.
      let start = ContinuousClock.now
      target.run(Array(bytes))
      #expect(ContinuousClock.now - start < .seconds(20), "\(name)/\(file)")
    }
  }

  @Test func everyFolderBelongsToATarget() throws {
    let path = FuzzReplayTests.folder.path
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    where !name.hasSuffix(".md") {
      #expect(FuzzTarget.named(name) != nil, "\(name)")
    }
  }
}
