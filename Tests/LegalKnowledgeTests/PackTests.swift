import DataFiles
import FoundationEssentials
import Testing

@testable import LegalKnowledge

/// A local pack adds and tightens; it may not change or loosen the law.
@Suite("Local packs")
struct PackTests {
  private static let law = "xmlns=\"urn:tdktlint:law:1\""

  @Test func theExampleAddsItsDeadlines() throws {
    let names = ["instruments.xml", "pack.xml"]
    let files = try names.map { name in
      let path = RulesFolder.root + "/packs/bac-ninh/law/" + name
      return DataFile(path: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
    }
    let law = try LegalKnowledge.load(try RulesFolder.files(), local: files)
    let pack = try #require(law.packs.first)
    #expect(pack.id == "bac-ninh" && pack.level == .province)
    #expect(pack.validity.from.iso == "2025-12-15")
    let deadlines = Dictionary(uniqueKeysWithValues: pack.deadlines.map { ($0.id, $0.rule) })
    #expect(deadlines["bac-ninh-ho-so-chuyen-de"] == .daysBefore(10))
    #expect(deadlines["bac-ninh-ho-so-cuoi-nam"] == .yearly(month: 12, day: 9, yearsAfter: 0))
    #expect(deadlines["bac-ninh-ho-so-giao-duc"] == .yearly(month: 7, day: 9, yearsAfter: 0))
    let meeting = pack.requirements.first { $0.id == "bac-ninh-hop-xet-khen-thuong" }
    #expect(meeting?.value == 80)
    for deadline in pack.deadlines { #expect(deadline.provision.text == "Điều 6") }
    let regulation = try #require(law.instrument(id: pack.instrument))
    #expect(law.status(of: regulation, on: try day("2026-01-10")) == .inForce)
    #expect(!pack.sources.isEmpty && pack.verified == .yes)
  }

  /// A pack file of one element, on line 3.
  private func pack(_ element: String) -> DataFile {
    DataFile(
      path: "goi/law/pack.xml",
      bytes: Array(
        """
        <pack \(Self.law) id="tinh" instrument="02/2010/QH12" level="tinh" territory="An Hà" \
        from="2020-01-01" verified="yes">
          <title>Quy chế</title><source>x</source>
          \(element)
        </pack>
        """.utf8))
  }

  /// Loads the base with `file` from elsewhere; returns the refusal.
  private func refusal(of file: DataFile) throws -> DataFileError? {
    do {
      _ = try LegalKnowledge.load(BadFixture.base, local: [file])
      return nil
    } catch let error as DataFileError {
      return error
    }
  }

  @Test func aGoodPackLoads() throws {
    let deadline =
      "<deadline id=\"a\" yearly=\"12-09\" verified=\"yes\"><title>A</title></deadline>"
    #expect(try refusal(of: pack(deadline)) == nil)
  }

  @Test(
    "Faults are refused with file and line",
    arguments: [
      ("<deadline id=\"a\" verified=\"yes\"><title>A</title></deadline>", "exactly one of yearly"),
      (
        "<deadline id=\"a\" days=\"3\" days-before=\"4\" verified=\"yes\"><title>A</title></deadline>",
        "exactly one of yearly"
      ),
      (
        "<deadline id=\"a\" yearly=\"02-31\" verified=\"yes\"><title>A</title></deadline>",
        "must be month-day"
      ),
      (
        "<deadline id=\"a\" days=\"3\" tightens=\"b\" verified=\"yes\"><title>A</title></deadline>",
        "no term \"b\""
      ),
      ("<members award=\"x\" percent=\"101\" verified=\"yes\"/>", "exactly one of percent"),
      ("<members award=\"x\" percent=\"80\" verified=\"yes\"/>", "no award \"x\""),
      (
        "<requirement id=\"a\" value=\"0\" verified=\"yes\"><title>A</title></requirement>",
        "1 or more"
      ),
      ("<deadlin/>", "did you mean \"deadline\""),
    ])
  func faults(element: String, english: String) throws {
    let error = try #require(try refusal(of: pack(element)))
    #expect(error.path == "goi/law/pack.xml" && error.line == 3)
    #expect(error.message.en.contains(english), "\(error.message.en)")
    #expect(!error.message.vi.isEmpty && error.message.vi != error.message.en)
  }

  @Test func theLawIsNotAPacksToSay() throws {
    let file = DataFile(
      path: "goi/law/regimes.xml", bytes: Array("<regimes \(Self.law)></regimes>".utf8))
    let error = try #require(try refusal(of: file))
    #expect(error.line == 1 && error.message.en.contains("may not declare <regimes>"))
  }

  @Test func aPackCannotReplaceALaw() throws {
    let file = DataFile(
      path: "goi/law/instruments.xml",
      bytes: Array(
        """
        <instruments \(Self.law)>
          <instrument id="09/2020/QH14" type="luat" verified="yes"><title verified="yes">Luật B</title>\
        <issuer>X</issuer><replaces ref="02/2010/QH12" verified="yes"/><source>x</source></instrument>
        </instruments>
        """.utf8))
    let error = try #require(try refusal(of: file))
    #expect(error.line == 2 && error.message.en.contains("cannot have <replaces>"))
  }

  @Test func aBuiltInIdIsNotRedefined() throws {
    let file = DataFile(path: "goi/law/b.xml", bytes: BadFixture.base[1].bytes)
    let error = try #require(try refusal(of: file))
    #expect(error.path == "goi/law/b.xml" && error.message.en.contains("law/instruments.xml:"))
  }
}
