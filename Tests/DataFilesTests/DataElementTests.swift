import DataFiles
import TextMatching
import Testing

@Suite("Elements of strict data files")
struct DataElementTests {
  private func root(_ text: String) throws -> DataElement {
    try DataElement.root(
      of: DataFile(path: "a.xml", bytes: Array(text.utf8)), named: "a", namespace: "urn:a")
  }

  @Test func textIsCollapsed() throws {
    #expect(try root("<a xmlns='urn:a'>\n  một\t hai\n ba </a>").text == "một hai ba")
    #expect(try root("<a xmlns='urn:a'>một hai</a>").text == "một hai")
    #expect(try root("<a xmlns='urn:a'>một\nhai</a>").text == "một hai")
    #expect(try root("<a xmlns='urn:a'> </a>").text == "")
    #expect(try root("<a xmlns='urn:a'/>").text == "")
  }

  @Test func verbatimTextKeepsItsLines() throws {
    #expect(try root("<a xmlns='urn:a'>một\n  hai</a>").verbatimText == "một\n  hai")
  }

  @Test func lists() throws {
    let element = try root("<a xmlns='urn:a' x=' một  hai ' n='7' f='yes'/>")
    #expect(element.list("x") == ["một", "hai"])
    #expect(element.list("y").isEmpty)
    #expect(try element.integer("n") == 7)
    #expect(try element.flag("f", default: false))
    #expect(try element.flag("g", default: true))
  }

  @Test func anElementOutlivesTheOthers() throws {
    let child = try #require(try root("<a xmlns='urn:a'><b x='1'/></a>").child("b"))
    #expect(child.optional("x") == "1" && child.path == "a.xml")
  }

  @Test(arguments: [
    (
      "<a xmlns='urn:a' vakue='1'/>", 1,
      "unknown attribute \"vakue\" in <a>; did you mean \"value\"?"
    ),
    (
      "<a xmlns='urn:a'>\n<chld/></a>", 2,
      "unknown element \"chld\" in <a>; did you mean \"child\"?"
    ),
    ("<a xmlns='urn:a'>\n<zzzzzz/></a>", 2, "unknown element \"zzzzzz\" in <a>; allowed: child"),
    ("<a xmlns='urn:a'>chữ</a>", 1, "<a> holds no text of its own"),
    ("<a xmlns='urn:a' xmlns:p='urn:p' p:value='1'/>", 1, "unknown attribute \"value\""),
    ("<a xmlns='urn:a' xml:lang='fr'/>", 1, "\"xml:lang\" does not take the value \"fr\""),
  ])
  func refused(text: String, line: Int, english: String) {
    #expect {
      try root(text).expect(attributes: ["value"], children: ["child"])
    } throws: { error in
      guard let error = error as? DataFileError else { return false }
      return error.line == line && error.message.en.contains(english)
    }
  }
}
