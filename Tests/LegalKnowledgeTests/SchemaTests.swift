import CLibXML2
import DataFiles
import FoundationEssentials
import Testing

@testable import LegalKnowledge

/// The RELAX NG files serve editors; they must agree with the loader, which decides.
// libxml2 sets up its RELAX NG types on first use without a lock, so one test at a time.
@Suite("The schemas and the loader agree", .serialized)
struct SchemaTests {
  @Test func theRepositoryIsValid() throws {
    for file in try RulesFolder.files() {
      #expect(try Schema.of(file).accepts(file.bytes), "\(file.path)")
    }
  }

  @Test func theExamplePackIsValid() throws {
    for name in ["instruments", "pack"] {
      let path = RulesFolder.root + "/packs/bac-ninh/law/\(name).xml"
      let file = DataFile(path: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
      #expect(try Schema.of(file).accepts(file.bytes), "\(path)")
    }
  }

  @Test func theGoodBaseIsValid() throws {
    for file in BadFixture.base { #expect(try Schema.of(file).accepts(file.bytes), "\(file.path)") }
  }

  @Test(arguments: BadFixture.all)
  func badShapesAreSeen(fixture: BadFixture) throws {
    #expect(try Schema.of(fixture.file).accepts(fixture.file.bytes) != fixture.isSeenBySchema)
  }
}

/// A compiled RELAX NG schema of `Rules/schema`.
private final class Schema {
  private let pointer: xmlRelaxNGPtr

  static func of(_ file: DataFile) throws -> Schema {
    try Schema(named: file.path.contains("kinds/") ? "kinds.rng" : "law.rng")
  }

  init(named name: String) throws {
    let path = RulesFolder.root + "/schema/" + name
    let context = try #require(xmlRelaxNGNewParserCtxt(path))
    defer { xmlRelaxNGFreeParserCtxt(context) }
    pointer = try #require(xmlRelaxNGParse(context))
  }

  deinit { xmlRelaxNGFree(pointer) }

  func accepts(_ bytes: [UInt8]) -> Bool {
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue)
    let parsed = bytes.withUnsafeBytes {
      xmlReadMemory(
        $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, nil, options)
    }
    guard let document = parsed else { return false }
    defer { xmlFreeDoc(document) }
    guard let context = xmlRelaxNGNewValidCtxt(pointer) else { return false }
    defer { xmlRelaxNGFreeValidCtxt(context) }
    xmlRelaxNGSetValidStructuredErrors(context, { _, _ in }, nil)
    return xmlRelaxNGValidateDoc(context, document) == 0
  }
}
