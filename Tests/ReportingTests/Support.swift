import DocumentAnalysis
import DocumentModel
import RuleEngine
import TextMatching

@testable import LegalKnowledge
@testable import Reporting

func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? CivilDate(dayNumber: 0) }

private let law = LegalKnowledge(
  types: [], instruments: [],
  regimes: [
    Regime(
      id: "06/2022/QH15+98/2023/NĐ-CP", from: day("2024-01-01"), until: nil, governing: [:],
      caution: nil, verified: .yes)
  ],
  kinds: [
    DocumentKind(
      id: "ke-hoach", title: LocalizedText(vi: "Kế hoạch", en: "Plan"), typeNames: [], codes: [],
      subjects: [], needs: [:], sections: [], requiredBases: [])
  ], bodyTypes: [], territorialUnits: [])

let sentence = "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ;"

/// One finding on “Nghị định số 91/2017/NĐ-CP” in the sentence above.
func finding(
  _ severity: Severity = .error, line: Int? = 12, related: [Finding.Related] = []
) -> Finding {
  let low = "Căn cứ ".utf8.count
  let range = low..<(low + "Nghị định số 91/2017/NĐ-CP".utf8.count)
  let location = Location(
    part: line == nil ? "word/document.xml" : "text", block: 4, section: "II.1", start: 7, end: 33,
    line: line, column: line.map { _ in 8 }, endLine: line, endColumn: line.map { _ in 34 })
  return Finding(
    rule: "citations/expired-instrument", severity: severity,
    message: LocalizedText(vi: "Nghị định đã hết hiệu lực.", en: "The decree has expired."),
    basis: [
      Finding.Basis(
        instrument: "98/2023/NĐ-CP", name: "Nghị định 98/2023/NĐ-CP", provision: "Điều 116",
        from: day("2024-01-01"), until: nil, verified: .secondary)
    ], location: location, excerpt: "Nghị định số 91/2017/NĐ-CP", context: sentence,
    contextRange: range,
    fixes: [
      Fix(
        kind: .proposed,
        description: LocalizedText(vi: "Viện dẫn Nghị định mới.", en: "Cite the new decree."),
        edits: [Fix.Edit(location: location, text: "Nghị định số 98/2023/NĐ-CP")])
    ], related: related, fingerprint: "0123456789abcdef0123456789abcdef")
}

func document(
  _ path: String, _ findings: [Finding], format: DocumentFormat = .text
) -> DocumentReport {
  let recognised = RecognisedDocument(
    source: SourceDocument(format: format, parts: []),
    kind: RecognisedKind(id: "ke-hoach", evidence: .typeName, family: .administrative),
    stage: .draft,
    date: DocumentDate(
      earliest: day("2024-01-15"), latest: day("2024-01-31"), source: .placeDatePartial),
    planYear: nil,
    issuer: Issuer(name: "Ủy ban nhân dân xã Tân Việt", level: .commune), components: Components(),
    outline: [], citations: [], dates: [])
  return DocumentReport(
    path: path, outcome: .read(DocumentReport.Profile(recognised, law: law, findings: findings)))
}

let unreadable = DocumentReport(
  path: "hỏng.docx",
  outcome: .unreadable(
    InputError(
      code: "truncated", message: LocalizedText(vi: "Tệp bị cụt.", en: "The file is cut short."),
      hint: LocalizedText(vi: "Chép lại tệp.", en: "Copy it again."))))

func sampleReport(_ documents: [DocumentReport], exitStatus: Int32 = 1) -> Report {
  Report(
    tool: Report.Tool(name: "tdktlint", version: "0.1.0", rules: "sha256:00"),
    documents: documents,
    rules: [
      RuleDescription(
        id: "citations/expired-instrument",
        title: LocalizedText(vi: "Văn bản hết hiệu lực", en: "Expired instrument"),
        why: LocalizedText(vi: "Vì sao.", en: "Why."), level: .error, tier: .fact,
        strength: .mandatory)
    ], exitStatus: exitStatus)
}
