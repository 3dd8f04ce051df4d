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
    #expect(try FileArchive(bytes).names == ["ho-so/bao-cao.txt", "ho-so/to-trinh.txt"])
  }

  @Test(
    "A name that leads out is refused, and the others are read",
    arguments: ["../ngoai.txt", "/tmp/ngoai.txt", "a/../../b.txt", "..\\ngoai.txt", "C:\\a.txt"])
  func escapes(name: String) throws {
    let archive = try FileArchive(ZipWriter.archive([entry(name), entry("to-trinh.txt")]))
    let refused = try #require(archive.names.firstIndex { $0 != "to-trinh.txt" })
    #expect(throws: ReadingError.self) { try archive.bytes(of: refused) }
    let other = try #require(archive.names.firstIndex(of: "to-trinh.txt"))
    #expect(try archive.bytes(of: other) == Array("Một câu.\n".utf8))
  }

  @Test("A file that swells is refused by itself; those beside it are read")
  func bomb() throws {
    let archive = try FileArchive(
      ZipWriter.archive([
        entry("a.txt"),
        ZipWriter.Entry("b.txt", repeating: 0x20, count: 8 << 20, claiming: 8 << 20),
        ZipWriter.Entry("c.txt", repeating: 0x20, count: 8 << 20, claiming: 1 << 20),
      ]))
    #expect(try archive.bytes(of: 0) == Array("Một câu.\n".utf8))
    for bomb in [1, 2] {
      let error = #expect(throws: ReadingError.self) { try archive.bytes(of: bomb) }
      #expect(error?.code == .tooLarge)
    }
  }

  @Test("An archive inside is told, and not opened")
  func nested() throws {
    let inner = ZipWriter.archive([entry("a.txt")])
    let archive = try FileArchive(
      ZipWriter.archive([ZipWriter.Entry("trong.zip", inner), entry("to-trinh.txt")]))
    #expect(throws: ReadingError.self) { try archive.bytes(of: 1) }
    #expect(try archive.bytes(of: 0) == Array("Một câu.\n".utf8))
  }

  @Test("A document in a package of its own is no archive of documents")
  func documents() {
    #expect(!FileArchive.isArchive(DocxFixture(text: "Một câu.").bytes))
    #expect(!FileArchive.isArchive(Array("Một câu.".utf8)))
  }
}
