import CLibXML2
import DataFiles
import FoundationEssentials
import Testing

@testable import RuleEngine

/// The RELAX NG file serves editors; it must agree with the loader, which decides.
// libxml2 sets up its RELAX NG types on first use without a lock, so one test at a time.
@Suite("The schema of rule modules and the loader agree", .serialized)
struct ModuleSchemaTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    var name: String
    var xml: String
    var line = 4
    /// Part of the message.
    var says: String
    /// Whether the schema can see it too; references, arguments and patterns it cannot.
    var isSeenBySchema = true
    var testDescription: String { name }

    init(
      _ name: String, _ check: String, line: Int = 4, _ says: String, message: String = "Sai.",
      schema: Bool = true
    ) {
      self.name = name
      xml = localModule(check, message: message)
      self.line = line
      self.says = says
      isSeenBySchema = schema
    }
  }

  static let good: [String] = [
    "<forbid><phrase before=\"a\" unless-after=\"b | c\">x | y</phrase></forbid>",
    "<forbid in=\"body tables\" section=\"a | b\" capitals=\"same\" cited=\"search\">"
      + "<pattern>a+</pattern><except>b</except><except-pattern>c</except-pattern></forbid>",
    "<substitute edit=\"no\"><swap wrong=\"a | b\" right=\"c\" before=\"d\" from=\"2024-01-01\"/>"
      + "</substitute>",
    "<require-match in=\"archive-line\"><when in=\"topic\"><phrase>a</phrase></when>"
      + "<phrase>b</phrase></require-match>",
    "<require-section of=\"kind\"/>",
    "<require-section><section><title>a</title><title xml:lang=\"en\">b</title>"
      + "<headings>a | b</headings><prose>c</prose></section></require-section>",
    "<require-citation instrument=\"20/2020/NĐ-CP\"/>",
    "<require-citation in=\"anywhere\" instrument=\"20/2020/NĐ-CP\">"
      + "<when><phrase>a</phrase></when></require-citation>",
    "<table-columns section=\"a\"><table>a | b</table>"
      + "<column><title>c</title><headings>d</headings></column></table-columns>",
    "<consistent><value>a(b)</value><reference mention=\"plan-year\" in=\"title\"/>"
      + "<place in=\"body\"/></consistent>",
    "<applies kinds=\"ke-hoach\" stages=\"draft issued\" families=\"administrative party\"/>"
      + "<forbid><phrase>x</phrase></forbid>",
  ]

  static let bad: [Bad] = [
    Bad("an unknown shape", "<forbit><phrase>a</phrase></forbit>", "có phải “forbid”"),
    Bad("an unknown attribute", "<forbid inn=\"body\"><phrase>a</phrase></forbid>", "có phải “in”"),
    Bad("an unknown part", "<forbid in=\"bodi\"><phrase>a</phrase></forbid>", "có phải “body”"),
    Bad("an unknown child", "<forbid><phrases>a</phrases></forbid>", "có phải “phrase”"),
    Bad("nothing to look for", "<forbid/>", "cần ít nhất một <phrase>"),
    Bad("an empty phrase", "<forbid>\n<phrase>a | | b</phrase></forbid>", line: 5, "cụm từ trống"),
    Bad("an empty pattern", "<forbid>\n<pattern> </pattern></forbid>", line: 5, "để trống"),
    Bad(
      "a pattern that does not end", "<forbid>\n<pattern>(a</pattern></forbid>", line: 5,
      "thiếu dấu )",
      schema: false),
    Bad(
      "two checks", "<forbid><phrase>a</phrase></forbid>\n<require-section of=\"kind\"/>", line: 5,
      "đã có phép kiểm <forbid> ở dòng 4"),
    Bad(
      "an argument the shape does not offer", "<forbid><phrase>a</phrase></forbid>", line: 3,
      "có phải {words}", message: "{word}", schema: false),
    Bad("no swap", "<substitute/>", "cần ít nhất một <swap"),
    Bad(
      "a swap without its right words", "<substitute>\n<swap wrong=\"a\"/></substitute>", line: 5,
      "“right”"),
    Bad(
      "a swap without its wrong words", "<substitute>\n<swap right=\"a\"/></substitute>", line: 5,
      "“wrong”"),
    Bad(
      "a swap for itself", "<substitute>\n<swap wrong=\"a\" right=\"a\"/></substitute>", line: 5,
      "giống nhau", schema: false),
    Bad(
      "one wrong phrase twice",
      "<substitute>\n<swap wrong=\"hoà a\" right=\"b\"/>\n<swap wrong=\"Hòa A\" right=\"c\"/></substitute>",
      line: 6, "đã có ở dòng 5", schema: false),
    Bad(
      "a window upside down",
      "<substitute>\n<swap wrong=\"a\" right=\"b\" from=\"2024-01-01\" until=\"2023-01-01\"/></substitute>",
      line: 5, "trước “from”", schema: false),
    Bad(
      "a flag that is none",
      "<substitute edit=\"maybe\"><swap wrong=\"a\" right=\"b\"/></substitute>", "yes, no"),
    Bad("no section", "<require-section/>", "cần of=\"kind\""),
    Bad(
      "a section without headings",
      "<require-section>\n<section><title>a</title></section></require-section>", line: 5,
      "<headings>"),
    Bad(
      "a section without a title",
      "<require-section>\n<section><headings>a</headings></section></require-section>", line: 5,
      "<title>"),
    Bad("no instrument", "<require-citation/>", "một trong hai"),
    Bad(
      "both an instrument and a role", "<require-citation governing=\"a\" instrument=\"b\"/>",
      "một trong hai"),
    Bad(
      "an instrument that is not known", "<require-citation instrument=\"20/2020/ND-CP\"/>",
      "có phải “20/2020/NĐ-CP”", schema: false),
    Bad(
      "a role that is not known", "<require-citation governing=\"a\"/>", "“governing”",
      schema: false),
    Bad(
      "two conditions",
      "<require-citation instrument=\"20/2020/NĐ-CP\"><when><phrase>a</phrase></when>\n"
        + "<when><phrase>b</phrase></when></require-citation>", line: 5, "<when>"),
    Bad(
      "a table without columns", "<table-columns><table>a</table></table-columns>",
      "ít nhất một <column>"),
    Bad(
      "columns without a table",
      "<table-columns><column><title>c</title><headings>d</headings></column></table-columns>",
      "<table>"),
    Bad(
      "prose in a column",
      "<table-columns><table>a</table><column><title>c</title><headings>d</headings>\n"
        + "<prose>e</prose></column></table-columns>", line: 5, "prose"),
    Bad("no value", "<consistent><reference/><place/></consistent>", "thiếu <value>"),
    Bad("no reference", "<consistent><value>a</value><place/></consistent>", "thiếu <reference>"),
    Bad("no place", "<consistent><value>a</value><reference/></consistent>", "ít nhất một <place>"),
    Bad(
      "a case on some places only",
      "<consistent><value>a</value><reference/><place case=\"b\"/><place/></consistent>",
      "ở mọi <place>"),
    Bad(
      "an unknown mention",
      "<consistent><value>a</value>\n<reference mention=\"year\"/><place/></consistent>",
      line: 5, "plan-year"),
    Bad(
      "an unknown family", "<applies families=\"dang\"/><forbid><phrase>x</phrase></forbid>",
      "administrative"),
  ]

  @Test func everyShapeHasAGoodFile() {
    let shown = Self.good.joined()
    for element in Shape.all.keys where !["assert", "report"].contains(element) {
      #expect(shown.contains("<\(element)"), "\(element)")
    }
  }

  @Test(arguments: good)
  func goodFilesAreTaken(check: String) throws {
    let xml = localModule(check)
    _ = try loadLocal(xml)
    #expect(try schema().accepts(Array(xml.utf8)))
  }

  @Test(arguments: bad)
  func badFilesAreRefused(bad: Bad) throws {
    let error = try #require(throws: DataFileError.self) { try loadLocal(bad.xml) }
    #expect(error.path == "goi/modules/goi.xml" && error.line == bad.line, "\(error)")
    #expect(error.message.vi.contains(bad.says), "\(error.message.vi)")
    #expect(!error.message.en.isEmpty && error.message.en != error.message.vi)
    #expect(try schema().accepts(Array(bad.xml.utf8)) != bad.isSeenBySchema)
  }

  @Test func theModulesOfTheRepositoryAreValid() throws {
    let schema = try schema()
    let paths = try FileManager.default.subpathsOfDirectory(atPath: rules.path)
      .filter { $0.contains("modules/") && $0.hasSuffix(".xml") }
    #expect(paths.count > 7)
    for path in paths {
      let bytes = Array(try Data(contentsOf: rules.appending(path: path)))
      #expect(schema.accepts(bytes), "\(path)")
    }
  }

  @Test func theCoverageOfTheRepositoryIsValid() throws {
    let schema = try ModuleSchema(path: rules.appending(path: "schema/coverage.rng").path)
    let folder = rules.appending(path: "coverage")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.isEmpty)
    for name in names {
      let text = String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
      #expect(schema.accepts(Array(text.utf8)), "\(name)")
      // The loader refuses the same slips (RuleBookTests).
      #expect(!schema.accepts(Array(text.replacing("<left ", with: "<lefft ").utf8)))
      #expect(
        !schema.accepts(Array(text.replacing("articles=\"1 2\"", with: "articles=\"x\"").utf8)))
    }
  }

  @Test func theConditionsOfTheRepositoryAreValid() throws {
    let schema = try ModuleSchema(path: rules.appending(path: "schema/appraisal.rng").path)
    let folder = rules.appending(path: "appraisal")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.isEmpty)
    for name in names {
      let text = String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
      #expect(schema.accepts(Array(text.utf8)), "\(name)")
      // The loader refuses the same slips (ConditionsTests).
      let slips = [
        ("<needs ", "<need "), ("effect=\"fails\"", "effect=\"fail\""),
        ("scope=\"nominee\"", "scope=\"person\""), ("classes=\"", "class=\""),
      ]
      for (right, wrong) in slips {
        let broken = text.replacing(right, with: wrong)
        #expect(broken != text && !schema.accepts(Array(broken.utf8)), "\(wrong)")
      }
    }
  }

  private let rules = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Rules")

  private func schema() throws -> ModuleSchema {
    try ModuleSchema(path: rules.appending(path: "schema/modules.rng").path)
  }
}

/// A compiled RELAX NG schema.
private final class ModuleSchema {
  private let pointer: xmlRelaxNGPtr

  init(path: String) throws {
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
