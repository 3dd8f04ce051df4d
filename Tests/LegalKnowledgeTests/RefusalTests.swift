import DataFiles
import Testing

@testable import LegalKnowledge

/// Every kind of bad data is refused with file, line and what is wrong.
@Suite("Bad data is refused")
struct RefusalTests {
  @Test(arguments: BadFixture.all)
  func refuses(fixture: BadFixture) {
    do {
      _ = try LegalKnowledge.load(BadFixture.base + [fixture.file])
      Issue.record("“\(fixture.name)” was accepted")
    } catch let error as DataFileError {
      #expect(error.path == fixture.file.path)
      #expect(error.line == fixture.line, "\(error.description(in: .en))")
      #expect(
        error.message.en.contains(fixture.english), "\(error.description(in: .en))")
      #expect(!error.message.vi.isEmpty && error.message.vi != error.message.en)
    } catch {
      Issue.record("another error: \(error)")
    }
  }

  @Test func theBaseAloneIsGood() throws {
    let law = try LegalKnowledge.load(BadFixture.base)
    #expect(law.instruments.count == 2)
  }

  @Test func theDescriptionIsPathLineMessage() {
    let error = DataFileError(
      path: "law/a.xml", line: 7, message: .init(vi: "sai", en: "wrong"))
    #expect(error.description(in: .vi) == "law/a.xml:7: sai")
  }

  @Test func sameIdInTwoFilesNamesBothPlaces() {
    let twin = DataFile(path: "more/law/b.xml", bytes: BadFixture.base[1].bytes)
    do {
      _ = try LegalKnowledge.load(BadFixture.base + [twin])
      Issue.record("accepted")
    } catch let error as DataFileError {
      #expect(error.path == "more/law/b.xml")
      #expect(error.message.en.contains("law/instruments.xml:"))
    } catch { Issue.record("another error: \(error)") }
  }
}
