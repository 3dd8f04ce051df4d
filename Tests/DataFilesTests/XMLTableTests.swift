import Testing
import XMLReading

@Suite("A flat table of a small XML document")
struct XMLTableTests {
  private func table(_ text: String, depthLimit: Int = 10) throws -> XMLTable {
    var limits = XMLLimits()
    limits.depth = depthLimit
    return try XMLTable(parsing: Array(text.utf8), limits: limits)
  }

  private func text(_ table: XMLTable, _ element: Int) -> String {
    table.withText(of: element) { String(decoding: $0, as: UTF8.self) }
  }

  @Test func elementsStandInTheirOrder() throws {
    let table = try table("<a>\n <b/>\n <c x='1'><d/></c>\n <b/></a>")
    #expect(table.name(of: table.root) == "a")
    let b = try #require(table.firstChild(of: table.root))
    let c = try #require(table.nextSibling(of: b))
    let last = try #require(table.nextSibling(of: c))
    #expect([b, c, last].map { table.name(of: $0) } == ["b", "c", "b"])
    #expect(table.nextSibling(of: last) == nil && table.firstChild(of: b) == nil)
    #expect(table.firstChild(of: c).map { table.name(of: $0) } == "d")
    #expect([b, c, last].map { table.line(of: $0) } == [2, 3, 4])
  }

  @Test func textIsThatOfTheWholeElement() throws {
    let table = try table("<a>một <b t='không'>hai</b><!-- bỏ --> <![CDATA[<ba>]]></a>")
    #expect(text(table, table.root) == "một hai <ba>")
    let b = try #require(table.firstChild(of: table.root))
    #expect(text(table, b) == "hai")
    #expect(table.hasOwnText(table.root))
  }

  @Test func blankTextIsNoText() throws {
    let table = try table("<a>\n  <b/>\t</a>")
    #expect(!table.hasOwnText(table.root))
  }

  @Test func entitiesOfXMLComeResolved() throws {
    let table = try table("<a x='&lt;&amp;&quot;&apos;&gt; &#272;&#x111;'>&amp;amp; &lt;&#10;</a>")
    #expect(table.attribute("x", of: table.root) == "<&\"'> Đđ")
    #expect(text(table, table.root) == "&amp; <\n")
  }

  @Test func attributesAndTheirNamespaces() throws {
    let table = try table("<p:a xmlns:p='urn:p' xmlns='urn:n' xml:lang='vi' y=''><b/></p:a>")
    #expect(table.namespace(of: table.root) == "urn:p")
    #expect(table.firstChild(of: table.root).map { table.namespace(of: $0) } == "urn:n")
    #expect(table.attribute("lang", of: table.root) == "vi")
    #expect(table.attribute("y", of: table.root) == "")
    #expect(table.attribute("z", of: table.root) == nil)
    var names: [String] = []
    table.forEachAttribute(of: table.root) { name, namespace in
      names.append(name + " " + (namespace ?? "-"))
    }
    #expect(names == ["lang http://www.w3.org/XML/1998/namespace", "y -"])
  }

  @Test func otherEncodingsAreRead() throws {
    let table = try table("<?xml version='1.0' encoding='UTF-8'?><a>đ</a>")
    #expect(text(table, table.root) == "đ")
    let bytes: [UInt8] = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9]
    let latin = try XMLTable(parsing: bytes + Array("</a>".utf8))
    #expect(text(latin, latin.root) == "é")
  }

  @Test(arguments: [
    ("", XMLError.Reason.empty), ("<!DOCTYPE a><a/>", .documentType),
    ("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>", .documentType),
    ("<a><b><c><d/></c></b></a>", .tooDeep(limit: 3)),
  ])
  func refused(text: String, reason: XMLError.Reason) {
    #expect { try table(text, depthLimit: 3) } throws: { ($0 as? XMLError)?.reason == reason }
  }

  @Test(arguments: [
    "<a>", "<a></b>", "<a/><b/>", "x", "<a>&unknown;</a>", "<a x=1/>", "<a>\u{1}</a>",
  ])
  func notWellFormed(text: String) {
    #expect { try table(text) } throws: {
      if case .malformed = ($0 as? XMLError)?.reason { true } else { false }
    }
  }

  @Test func theLineOfTheFaultIsGiven() {
    #expect { try table("<a>\n<b>\n</c>\n</a>") } throws: { ($0 as? XMLError)?.line == 3 }
  }
}
