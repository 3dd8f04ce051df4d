import DocumentReading
import DocumentWriting
import Testing

struct PackageTests {
  private let entries = [
    PackageWriter.Entry("[Content_Types].xml", Array("<Types/>".utf8)),
    PackageWriter.Entry("word/chữ.xml", Array(String(repeating: "thi đua ", count: 500).utf8)),
    PackageWriter.Entry("rỗng", []),
  ]

  @Test("The same entries give the same bytes, deflated, in their order")
  func same() throws {
    let first = try PackageWriter.package(entries)
    #expect(try PackageWriter.package(entries) == first)
    #expect(first.starts(with: Array("PK".utf8)) && first.count < 1000)
    let names = entries.compactMap { entry in
      let name = Array(entry.name.utf8)
      return first.indices.first { first[$0...].starts(with: name) }
    }
    #expect(names.count == 3 && names == names.sorted())
  }
}
