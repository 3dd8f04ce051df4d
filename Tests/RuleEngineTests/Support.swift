import DataFiles
import DocumentAnalysis
import DocumentModel
import TextMatching

@testable import LegalKnowledge
@testable import RuleEngine

/// An invented law: a decree in force from 2020, its predecessor, one heard of only second-hand,
/// one unverified, and a law amended in 2026 by a text nobody has read.
let testLaw: LegalKnowledge = {
  func instrument(
    _ symbol: String, type: String = "nghi-dinh", from: String, until: String? = nil,
    verified: Verification = .yes, amends: String? = nil
  ) -> Instrument {
    func fact(_ iso: String?) -> DatedFact? {
      iso.flatMap { CivilDate(iso: $0) }.map { DatedFact(date: $0, verified: verified) }
    }
    return Instrument(
      id: symbol, type: type, symbol: symbol, title: type == "luat" ? "Luật Mẫu" : "về mẫu",
      titleVerified: verified, titleVariants: [], issuer: "Chính phủ", issuerVariants: [],
      issued: fact(from), effective: fact(from), ended: fact(until), plannedEnd: nil,
      relations: amends.map {
        [Relation(kind: .amends, target: $0, provision: nil, verified: .no)]
      } ?? [], role: nil, provisions: nil, sources: ["test"], verified: verified)
  }
  func kind(_ id: String) -> DocumentKind {
    DocumentKind(
      id: id, title: LocalizedText(vi: id), typeNames: [], codes: [], subjects: [], needs: [:],
      sections: [], requiredBases: [])
  }
  let caution = LocalizedText(vi: "Luật đã được sửa đổi.", en: "The law was amended.")
  return LegalKnowledge(
    types: [
      InstrumentType(
        id: "nghi-dinh", name: "Nghị định", codes: ["NĐ"], families: [.normative],
        isCitedByName: false),
      InstrumentType(
        id: "luat", name: "Luật", codes: [], families: [.normative], isCitedByName: true),
    ],
    instruments: [
      instrument("10/2010/NĐ-CP", from: "2010-01-01", until: "2019-12-31"),
      instrument("20/2020/NĐ-CP", from: "2020-01-01"),
      instrument("21/2021/NĐ-CP", from: "2010-01-01", verified: .secondary),
      instrument("22/2022/NĐ-CP", from: "2010-01-01", verified: .no),
      instrument("06/2022/QH15", type: "luat", from: "2010-01-01"),
      instrument("06/2026/QH16", type: "luat", from: "2026-10-01", amends: "06/2022/QH15"),
    ],
    regimes: [
      Regime(
        id: "amended", from: day("2026-10-01"), until: nil, governing: [:], caution: caution,
        verified: .yes)
    ],
    kinds: [kind("ke-hoach"), kind("to-trinh")], bodyTypes: [], territorialUnits: [])
}()

func day(_ iso: String) -> CivilDate {
  CivilDate(iso: iso) ?? CivilDate(dayNumber: 0)
}

/// A paper of plain paragraphs; the outline makes each paragraph that ends with “:” a heading
/// over what follows it.
func paper(
  _ paragraphs: [String], kind: String? = "ke-hoach", stage: Stage = .issued,
  from: String = "2024-01-15", to: String? = nil
) -> RecognisedDocument {
  var line = 0
  let blocks = paragraphs.map { text in
    line += 1
    return Block(
      text: text, place: BlockPlace(line: line),
      source: [
        SourceSegment(
          utf8: 0..<text.utf8.count, unit: line, offset: 0, scalars: text.unicodeScalars.count,
          isVerbatim: true)
      ])
  }
  let headings = paragraphs.indices.filter { paragraphs[$0].hasSuffix(":") }
  let outline = headings.enumerated().map { ordinal, block in
    let end = ordinal + 1 < headings.count ? headings[ordinal + 1] : paragraphs.count
    return OutlineNode(
      level: .section, block: block, label: "\(ordinal + 1).", numbers: [ordinal + 1],
      style: .decimal, isHeading: true, title: 0..<paragraphs[block].utf8.count,
      blocks: block..<end, children: [], path: "\(ordinal + 1)")
  }
  return RecognisedDocument(
    source: SourceDocument(
      format: .text, parts: [DocumentPart(name: "text", role: .body, blocks: blocks)]),
    kind: RecognisedKind(id: kind, evidence: .typeName, family: .administrative), stage: stage,
    date: DocumentDate(earliest: day(from), latest: day(to ?? from), source: .placeDate),
    planYear: nil, issuer: Issuer(), components: Components(), outline: outline, citations: [],
    dates: [])
}

/// Every place where `word` stands in the paper.
func occurrences(of word: String, in document: RecognisedDocument) -> [TextSpan] {
  let pattern = Pattern(known: "\\Q\(word)\\E")
  return document.blocks.enumerated().flatMap { index, block in
    pattern.matches(in: block.text).map { TextSpan(block: index, utf8: $0.range) }
  }
}

struct TestModule: RuleModule {
  var id = "mau"
  var checks: [NativeCheck]
}

/// Speaks at every “sai”; names the word.
let wordCheck = NativeCheck(name: "word", arguments: ["word"]) { context in
  occurrences(of: "sai", in: context.document).map {
    Observation(at: $0, arguments: ["word": .text(context.document.text($0))])
  }
}

/// A module file with one rule around `body`; the rule starts on line 2, `body` on line 3.
func module(
  id: String = "mau", rule: String = #"id="word" tier="fact" strength="mandatory""#,
  _ body: String
) -> String {
  """
  <module xmlns="urn:tdktlint:rules:1" id="\(id)" version="1.0.0">
  <rule \(rule)>
  \(body)
  </rule>
  </module>
  """
}

/// A whole rule body; parts can be replaced.
func ruleBody(
  severity: String = #"<severity level="error"/>"#, basis: String = "",
  messages: String = """
  <message xml:lang="vi">Từ “{word}” sai.</message>
  <message xml:lang="en">The word "{word}" is wrong.</message>
  """,
  examples: String = """
  <example id="fail-a" expect="fail">Chữ ⟦sai⟧.</example>
  <example id="pass-a" expect="pass">Chữ đúng.</example>
  """,
  more: String = ""
) -> String {
  """
  \(severity)\(basis)
  <title xml:lang="vi">Tên</title><title xml:lang="en">Title</title>
  \(messages)
  <check native="word"/>
  \(examples)
  \(more)
  """
}

func load(
  _ xml: String, checks: [NativeCheck] = [wordCheck], depth: LoadDepth = .full
) throws -> RuleSet {
  try RuleSet.load(
    files: [DataFile(path: "Rules/modules/mau.xml", bytes: Array(xml.utf8))],
    modules: [TestModule(checks: checks)], law: testLaw, depth: depth)
}
