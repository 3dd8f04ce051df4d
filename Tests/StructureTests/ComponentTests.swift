import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import Testing
import TextMatching

@testable import RuleEngine
@testable import Structure

@Suite("Components")
struct ComponentTests {
  @Test("A paper with nothing in it lacks everything its kind calls for, once each")
  func bare() throws {
    var draft = Draft()
    draft.components.typeName = draft.add("KẾ HOẠCH")
    draft.components.subject = [draft.add("Công tác thi đua, khen thưởng năm 2024")]
    draft.add("Tổ chức các phong trào thi đua.")
    draft.components.body = 2..<3
    draft.components.lastBodyBlock = 2
    for check in [
      NativeCheck.missingNationalTitle, .missingIssuingBody, .missingNumberSymbol,
      .missingPlaceDate, .missingLegalBasis, .missingRecipients, .missingSignature,
    ] {
      let found = try draft.observe(check)
      #expect(found.count == 1, "\(check.name)")
      let isAbsence = found.allSatisfy { $0.span.utf8.isEmpty }
      #expect(isAbsence, "\(check.name)")
    }
    #expect(try draft.observe(.missingTitle).isEmpty)
    #expect(try draft.observe(.missingRecipients).first?.span.block == 2)
  }

  @Test("Unknown kinds, other families and attached texts are asked for nothing")
  func silent() throws {
    for change in [
      { $0.kind = nil }, { $0.family = .party }, { $0.family = .massOrganisation },
      { $0.family = .normative },
      { $0.components.attachedTo = TextSpan(block: 0, utf8: 0..<4) },
    ] as [(inout Draft) -> Void] {
      var draft = Draft()
      draft.add("(Kèm theo Quyết định số 21/QĐ-UBND)")
      change(&draft)
      for check in [
        NativeCheck.missingNationalTitle, .missingIssuingBody, .missingNumberSymbol,
        .missingPlaceDate, .missingLegalBasis, .missingRecipients, .missingSignature,
        .missingClosingMark,
      ] {
        #expect(try draft.observe(check).isEmpty, "\(check.name)")
      }
    }
  }

  @Test("An empty file is nobody's fault here")
  func empty() throws {
    for check in StructureModule().checks { #expect(try Draft().observe(check).isEmpty) }
  }

  @Test("Motto over two paragraphs, no-break hyphens, and capitals by formatting are literal")
  func nationalTitle() throws {
    var draft = Draft()
    draft.components.nationalTitle = draft.add("CỘNG HÒA XÃ HỘI CHỦ NGHĨA")
    draft.add("VIỆT NAM")
    draft.components.motto = draft.add("Độc lập \u{2011} Tự do\u{A0}\u{2011} Hạnh phúc")
    #expect(try draft.observe(.wrongNationalTitle).isEmpty)

    var shown = Draft()
    let title = shown.add("Cộng hòa xã hội chủ nghĩa Việt Nam")
    shown.components.nationalTitle = title
    #expect(try shown.observe(.wrongNationalTitle).count == 1)
    var capitals = CharacterFormat()
    capitals.isAllCapitals = true
    shown.blocks[0].runs = [FormattedRun(utf8: title.utf8, format: capitals)]
    #expect(try shown.observe(.wrongNationalTitle).isEmpty)
  }

  @Test(
    "Ends of the body",
    arguments: [
      ("xã./.", nil, nil), ("xã ./.", nil, nil), ("xã.", "", nil), ("xã", "", nil),
      ("xã../.", nil, "../."), ("xã/.", nil, "/."), ("xã./", nil, "./"), ("xã.\\.", nil, ".\\."),
      ("như sau:", nil, nil), ("v.v…", nil, nil), ("ngày 01/01/2024.", "", nil),
    ] as [(String, String?, String?)])
  func closingMark(text: String, missing: String?, malformed: String?) throws {
    var draft = Draft()
    draft.components.lastBodyBlock = draft.add(text).block
    draft.components.recipients = Recipients(label: draft.add("Nơi nhận:"), lines: [])
    let document = draft.document
    let plain = try draft.observe(.missingClosingMark)
    #expect(plain.map { document.text($0.span) } == (missing.map { [$0] } ?? []))
    let wrong = try draft.observe(.malformedClosingMark)
    #expect(wrong.map { document.text($0.span) } == (malformed.map { [$0] } ?? []))
  }

  private func bases(_ lines: [(LegalBasis.Opening, String, Bool)]) throws -> [String] {
    var draft = Draft()
    for (opening, text, runsOn) in lines {
      draft.components.legalBases.append(
        LegalBasis(opening: opening, span: draft.add(text), runsIntoBody: runsOn))
    }
    let document = draft.document
    return try draft.observe(.legalBasisPunctuation).map {
      "\($0.span.block)\(document.text($0.span))→\($0.fixes[0].edits[0].text)"
    }
  }

  @Test("Marks at the end of legal bases")
  func legalBases() throws {
    #expect(try bases([(.canCu, "Căn cứ A;", false), (.canCu, "Căn cứ B.", false)]) == [])
    #expect(
      try bases([(.canCu, "Căn cứ A,", false), (.canCu, "Căn cứ B;", false)])
        == ["0,→;", "1;→."])
    #expect(try bases([(.canCu, "Căn cứ A", false), (.thucHien, "Thực hiện B", true)]) == ["0A→;"])
    #expect(
      try bases([(.canCu, "Căn cứ A,", false), (.theoDeNghi, "Theo đề nghị của B.", false)]) == [])
    #expect(try bases([(.canCu, "Căn cứ Kế hoạch số …", false)]) == [])
    #expect(try bases([(.canCu, "Căn cứ A:", false)]) == [])
  }

  @Test("Place and date")
  func placeDate() throws {
    func problems(_ text: String, place: String, day: String?, month: String?) throws -> [String] {
      var draft = Draft()
      let span = draft.add(text)
      let dateStart = text.utf8.count - String(text.drop { $0 != "n" }).utf8.count
      draft.components.placeDate = PlaceDate(
        span: span, place: TextSpan(block: 0, utf8: 0..<place.utf8.count), day: day, month: month,
        year: "2024",
        date: day.flatMap { day in
          month.flatMap { CivilDate(year: 2024, month: Int($0) ?? 0, day: Int(day) ?? 0) }
        },
        dateSpan: TextSpan(block: 0, utf8: dateStart..<text.utf8.count))
      return try draft.observe(.malformedPlaceDate).map {
        $0.fixes.first?.edits.first?.text ?? $0.name ?? ""
      }
    }
    #expect(
      try problems("Sơ, ngày 05 tháng 3 năm 2024", place: "Sơ", day: "05", month: "3") == [])
    #expect(
      try problems("Sơ ngày 5 tháng 1 năm 2024", place: "Sơ", day: "5", month: "1")
        == ["Sơ, ngày 05 tháng 01 năm 2024"])
    #expect(
      try problems("Sơ, ngày … tháng 2 năm 2024", place: "Sơ", day: nil, month: "2")
        == ["Sơ, ngày … tháng 02 năm 2024"])
    #expect(
      try problems("Sơ, ngày 31 tháng 02 năm 2024", place: "Sơ", day: "31", month: "02")
        == ["impossible"])
  }
}
