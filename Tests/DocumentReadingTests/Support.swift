import DocumentModel
import DocumentReading
import FixtureSupport
import Testing

func read(_ fixture: DocxFixture) throws -> SourceDocument {
  try DocumentReader.read(fixture.bytes, name: "kế hoạch.docx")
}

/// The body's blocks of a DOCX with these contents of `w:body`.
func blocks(_ body: String) throws -> [Block] { try read(DocxFixture(body)).body.blocks }

func texts(_ body: String) throws -> [String] { try blocks(body).map(\.text) }

func readText(_ text: String) throws -> SourceDocument {
  try DocumentReader.read(Array(text.utf8), name: "kế hoạch.txt")
}

/// Label and text of each block, `label|text`.
func lines(_ document: SourceDocument) -> [String] {
  document.body.blocks.map { "\($0.label?.text ?? "")|\($0.text)" }
}

func refusal(
  _ bytes: [UInt8], name: String = "tệp.docx", limits: ReadingLimits = .init()
) throws -> ReadingError {
  try #require(throws: ReadingError.self) {
    try DocumentReader.read(bytes, name: name, limits: limits)
  }
}
