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
    let yearEnd = try #require(pack.deadlines.first { $0.id == "bac-ninh-ho-so-cuoi-nam" })
    #expect(yearEnd.isAbout("Gửi Hồ sơ khen thưởng tổng kết năm về Sở Nội vụ"))
    #expect(!yearEnd.isAbout("Gửi hồ sơ khen thưởng tổng kết năm về Văn phòng"))
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

  // MARK: Against the repository's own law

  /// A pack of the province, over the real law; the element stands on line 3.
  private func loaded(_ element: String) throws -> LegalKnowledge {
    let text = """
      <pack \(Self.law) id="tinh" instrument="06/2022/QH15" level="tinh" territory="An Hà" \
      from="2024-02-01" until="2024-12-31" verified="yes">
        <title>Quy chế</title><source>x</source>
        \(element)
      </pack>
      """
    return try LegalKnowledge.load(
      try RulesFolder.files(), local: [DataFile(path: "goi/law/p.xml", bytes: Array(text.utf8))])
  }

  private func members(_ percent: Int) -> String {
    "<members award=\"tap-the-lao-dong-tien-tien\" of=\"lao-dong-tien-tien\" "
      + "percent=\"\(percent)\" article=\"5\" verified=\"yes\"/>"
  }

  @Test func aStricterShareTakesTheLawsPlaceWhileThePackHolds() throws {
    let law = try loaded(members(85))
    let award = try #require(law.award(id: "tap-the-lao-dong-tien-tien"))
    func shares(_ iso: String) throws -> [Int] {
      let standard = try #require(law.criteria(of: award, on: try day(iso)))
      return standard.routes.flatMap(\.criteria).flatMap(\.flattened).compactMap {
        if case .members(let members) = $0, members.award == "lao-dong-tien-tien",
          case .percent(let value) = members.amount
        {
          value
        } else {
          nil
        }
      }
    }
    #expect(try shares("2024-01-31") == [70])
    #expect(try shares("2024-02-01") == [85])
    #expect(try shares("2025-01-01") == [70])
  }

  @Test(
    "What loosens the law is refused",
    arguments: [
      (
        "<members award=\"tap-the-lao-dong-tien-tien\" of=\"lao-dong-tien-tien\" percent=\"60\""
          + " verified=\"yes\"/>", "the law asks for ≥ 70%"
      ),
      (
        "<members award=\"tap-the-lao-dong-tien-tien\" of=\"chien-si-thi-dua-co-so\" percent=\"60\""
          + " verified=\"yes\"/>", "the law sets no such share"
      ),
      (
        "<deadline id=\"muon\" yearly=\"07-15\" tightens=\"ho-so-co-thi-dua-chinh-phu\" "
          + "verified=\"yes\"><title>A</title></deadline>", "loosens the term"
      ),
      (
        "<deadline id=\"ho-so-co-thi-dua-chinh-phu\" yearly=\"06-01\" verified=\"yes\">"
          + "<title>A</title></deadline>", "is a term of the built-in data"
      ),
    ])
  func loosening(element: String, english: String) throws {
    do {
      _ = try loaded(element)
      Issue.record("accepted: \(element)")
    } catch let error as DataFileError {
      #expect(error.path == "goi/law/p.xml" && error.line == 3)
      #expect(error.message.en.contains(english), "\(error.message.en)")
    }
  }

  @Test func anEarlierDateIsTaken() throws {
    let law = try loaded(
      "<deadline id=\"som\" yearly=\"05-31\" tightens=\"ho-so-co-thi-dua-chinh-phu\" "
        + "verified=\"yes\"><title>A</title></deadline>")
    #expect(law.packs.first?.deadlines.first?.tightens == "ho-so-co-thi-dua-chinh-phu")
  }
}
