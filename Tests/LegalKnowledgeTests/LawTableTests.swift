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

  @Test func itHoldsWhatTheFilesSayButForSources() throws {
    let files = try RulesFolder.files()
    let table = try LawTable.make(from: files)
    let law = try #require(table.withUnsafeBufferPointer { LawTable.read($0, for: files) })
    let full = try LegalKnowledge.load(files)
    #expect(law.instruments.count == full.instruments.count)
    for (quick, whole) in zip(law.instruments, full.instruments) {
      var expected = whole
      expected.sources = []
      #expect(quick == expected)
    }
    #expect(law.types == full.types)
    #expect(law.regimes == full.regimes)
    #expect(law.kinds.map { $0.forms.map(\.samples) } == full.kinds.map { $0.forms.map(\.samples) })
    #expect(law.kinds.map { $0.signers.map(\.id) } == full.kinds.map { $0.signers.map(\.id) })
    #expect(law.bodyTypes.map(\.ended) == full.bodyTypes.map(\.ended))
    // The rest has no equality of its own: written again, it must give the same bytes.
    var again = TableWriter()
    again.write(law)
    var first = TableWriter()
    first.write(full)
    #expect(again.finished() == first.finished())
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
