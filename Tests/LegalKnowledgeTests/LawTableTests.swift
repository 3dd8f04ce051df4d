import DataFiles
import Testing

@testable import LegalKnowledge

@Suite("The table of the law that a check loads")
struct LawTableTests {
  @Test("It was made from the files as they are; if this fails, run make law-table")
  func isUpToDate() throws {
    let made = try LawTable.make(from: DataFile.embedded)
    let carried = DataFile.withEmbeddedLawTable { Array($0) }
    let isSame = made == carried
    #expect(isSame, "run make law-table")
  }

  @Test func itHoldsWhatTheFilesSayButForWhatIsOnlyShown() throws {
    let files = try RulesFolder.files()
    let table = try LawTable.make(from: files)
    let law = try #require(table.withUnsafeBufferPointer { LawTable.read($0, for: files) })
    let full = try LegalKnowledge.load(files)
    let wholes = full.instruments.map { instrument in
      var instrument = instrument
      instrument.sources = []
      (instrument.signer, instrument.lookAlikes, instrument.misquotations) = (nil, [], [])
      return instrument
    }
    for (quick, whole) in [
      (law.types as [Any], full.types as [Any]), (law.instruments, wholes),
      (law.regimes, full.regimes), (law.kinds, full.kinds), (law.bodyTypes, full.bodyTypes),
      (law.territorialUnits, full.territorialUnits),
    ] {
      #expect(quick.count == whole.count && !whole.isEmpty)
      // Every stored property, so that a new one is not forgotten in the table.
      for (a, b) in zip(quick, whole) { #expect(described(a) == described(b)) }
    }
  }

  /// A value with all that is in it; sets and dictionaries in the order of their texts.
  private func described(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    guard !mirror.children.isEmpty else { return String(reflecting: value) }
    var parts = mirror.children.map { ($0.label ?? "") + ":" + described($0.value) }
    if mirror.displayStyle == .set || mirror.displayStyle == .dictionary { parts.sort() }
    return "(" + parts.joined(separator: ",") + ")"
  }

  @Test func awardsAndPowersAreReadWhenAsked() throws {
    let files = try RulesFolder.files()
    let table = try LawTable.make(from: files)
    let law = try #require(table.withUnsafeBufferPointer { LawTable.read($0, for: files) })
    let full = try LegalKnowledge.load(files)
    #expect(law.awards == full.awards)
    #expect(law.authorityBook.grants == full.authorityBook.grants)
  }

  @Test func itDoesNotFitOtherFiles() throws {
    var files = try RulesFolder.files()
    let table = try LawTable.make(from: files)
    func change(_ name: String) throws -> LegalKnowledge? {
      let place = try #require(files.firstIndex { $0.path.hasSuffix(name) })
      files[place].bytes.append(UInt8(ascii: "\n"))
      return table.withUnsafeBufferPointer { LawTable.read($0, for: files) }
    }
    // Awards are read from their own files, so the table fits whatever they say.
    #expect(try change("law/awards.xml") != nil)
    #expect(try change("law/decrees.xml") == nil)
  }

  @Test func aDamagedTableIsNotRead() throws {
    let files = try RulesFolder.files()
    let table = try LawTable.make(from: files)
    for length in stride(from: 0, to: table.count, by: 997) {
      let part = Array(table[..<length])
      #expect(part.withUnsafeBufferPointer { LawTable.read($0, for: files) } == nil)
    }
    #expect((table + [0]).withUnsafeBufferPointer { LawTable.read($0, for: files) } == nil)
  }

  @Test func withoutATableTheFilesAreRead() throws {
    let law = try LegalKnowledge.builtIn(BadFixture.base)
    #expect(law.instruments.count == 2)
  }
}
