import DocumentReading
import FixtureSupport
import Testing

@Suite("A dossier as one archive")
struct FileArchiveTests {
  private func entry(_ name: String, _ text: String = "Một câu.\n") -> ZipWriter.Entry {
    ZipWriter.Entry(name, Array(text.utf8))
  }

  @Test("Files come in order of name; leftovers of systems do not")
  func order() throws {
    let bytes = ZipWriter.archive([
      entry("ho-so/to-trinh.txt"), entry("__MACOSX/ho-so/._to-trinh.txt"),
      entry("ho-so/bao-cao.txt"), entry("ho-so/~$bao-cao.docx"), entry("ho-so/.DS_Store"),
    ])
    #expect(FileArchive.isArchive(bytes))
    #expect(
      try FileArchive.files(in: bytes).map(\.name) == ["ho-so/bao-cao.txt", "ho-so/to-trinh.txt"])
  }

  @Test(
    "A name that leads out is refused, and the others are read",
    arguments: ["../ngoai.txt", "/tmp/ngoai.txt", "a/../../b.txt", "..\\ngoai.txt", "C:\\a.txt"])
  func escapes(name: String) throws {
    let files = try FileArchive.files(
      in: ZipWriter.archive([entry(name), entry("to-trinh.txt")]))
    let refused = try #require(files.first { $0.name != "to-trinh.txt" })
    #expect(throws: ReadingError.self) { try refused.bytes.get() }
    let other = try #require(files.first { $0.name == "to-trinh.txt" })
    #expect(try other.bytes.get() == Array("Một câu.\n".utf8))
  }

  @Test("An archive inside is told, and not opened")
  func nested() throws {
    let inner = ZipWriter.archive([entry("a.txt")])
    let files = try FileArchive.files(
      in: ZipWriter.archive([ZipWriter.Entry("trong.zip", inner), entry("to-trinh.txt")]))
    #expect(throws: ReadingError.self) { try files.last?.bytes.get() }
    #expect(try files.first?.bytes.get() == Array("Một câu.\n".utf8))
  }

  @Test("A document in a package of its own is no archive of documents")
  func documents() {
    #expect(!FileArchive.isArchive(DocxFixture(text: "Một câu.").bytes))
    #expect(!FileArchive.isArchive(Array("Một câu.".utf8)))
  }
}
