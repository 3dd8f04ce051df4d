import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// The first citation of an instrument gives type, number and symbol, date, issuer and title; a law or
/// ordinance its type and name (Decree 30/2020, Phụ lục I, mục II.6.b).
enum IncompleteFirstCitation {
  static let check = NativeCheck(
    name: "incomplete-first-citation", arguments: ["instrument", "missing"],
    cases: ["legal-basis", "party", "elsewhere"]
  ) { context in
    let citations = context.document.citations
    return citations.indices.compactMap { index -> Observation? in
      let citation = citations[index]
      guard isJudged(citation, context) else { return nil }
      let missing = missing(in: citation, sharedWith: citations.dropFirst(index + 1), context)
      guard !missing.isEmpty else { return nil }
      let name =
        isParty(citation, context) || context.document.kind.family == .party
          || context.document.kind.family == .massOrganisation
        ? "party" : citation.role == .legalBasis ? "legal-basis" : "elsewhere"
      return Observation(
        at: citation.coreSpan, case: name,
        arguments: [
          "instrument": .text(context.typedName(of: citation)),
          "missing": .localized(
            LocalizedText(
              vi: missing.map(\.vi).joined(separator: ", "),
              en: missing.map(\.en).joined(separator: ", "))),
        ])
    }
  }

  private static let type = LocalizedText(vi: "tên loại", en: "type")
  private static let symbol = LocalizedText(vi: "số, ký hiệu", en: "number and symbol")
  private static let date = LocalizedText(vi: "ngày ban hành", en: "date of issue")
  private static let issuer = LocalizedText(vi: "cơ quan ban hành", en: "issuing body")
  private static let title = LocalizedText(vi: "trích yếu", en: "title")
  private static let lawName = LocalizedText(vi: "tên luật", en: "name of the law")

  private static func isJudged(_ citation: Citation, _ context: CheckContext) -> Bool {
    guard citation.isFirst, citation.antecedent == nil, citation.role != .withinTitle,
      citation.role != .history
    else { return false }
    // “Theo đề nghị của … tại Tờ trình số …”: a paper of the same file.
    if citation.basis != nil, citation.role != .legalBasis { return false }
    if context.document.components.attachedTo?.block == citation.span.block { return false }
    // Tables and forms shorten.
    if context.document.blocks[citation.span.block].place.cell != nil { return false }
    let before = context.words(before: citation.span, atMost: 40)
    // “Kế hoạch công tác … năm 2024 (số 12/KH-UBND ngày …)”: type and title stand before;
    // “(được sửa đổi bởi Thông tư số …)”: issuer and title are those of what it amends.
    return !opened.matches(before)
  }

  private static func missing(
    in citation: Citation, sharedWith following: ArraySlice<Citation>, _ context: CheckContext
  ) -> [LocalizedText] {
    let declared = citation.type.flatMap { context.law.type(id: $0) }
    if declared?.isCitedByName == true { return citation.title == nil ? [lawName] : [] }
    var missing: [LocalizedText] = []
    var given = (issuer: citation.issuer != nil, title: citation.title != nil)
    // “Nghị quyết số 01/…, Nghị quyết số 02/… của Hội đồng nhân dân xã về …”: named once for both.
    var last = citation
    for next in following {
      guard next.span.block == citation.span.block, isJoined(last, next, context) else { break }
      given.issuer = given.issuer || next.issuer != nil
      given.title = given.title || next.title != nil
      last = next
    }
    let before = context.words(before: citation.span, atMost: 300)
    if citation.typeSpan == nil, !namesType(before, of: citation, context) { missing.append(type) }
    if citation.symbol == nil { missing.append(symbol) }
    if citation.date == nil, !isBlankDate(citation, context) { missing.append(date) }
    // “Kế hoạch của Ủy ban nhân dân huyện số 12/KH-UBND”
    // “Ủy ban nhân dân xã ban hành Kế hoạch số …”: who issued it is the subject.
    if !given.issuer, !issuing.matches(before),
      citation.typeSpan != nil || !before.contains("của ")
    {
      missing.append(issuer)
    }
    if !given.title, !hasTitleAfter(citation, following, context) { missing.append(title) }
    return missing
  }

  /// Whether what stands between the citation and the end of its clause reads like a title that the
  /// recogniser did not take for one: better silent than wrong.
  private static func hasTitleAfter(
    _ citation: Citation, _ following: ArraySlice<Citation>, _ context: CheckContext
  ) -> Bool {
    let text = context.document.blocks[citation.span.block].text
    let start = citation.span.utf8.upperBound
    var end = clauseEnd.firstMatch(in: text, from: start)?.range.lowerBound ?? text.utf8.count
    if let next = following.first, next.span.block == citation.span.block {
      end = min(end, max(start, next.span.utf8.lowerBound))
    }
    return titleWord.firstMatch(in: text, from: start, until: end) != nil
  }

  private static func isJoined(_ a: Citation, _ b: Citation, _ context: CheckContext) -> Bool {
    let text = context.document.blocks[a.span.block].text
    guard a.span.utf8.upperBound <= b.span.utf8.lowerBound,
      let match = joint.firstMatch(in: text, from: a.span.utf8.upperBound)
    else { return false }
    return match.range.upperBound == b.span.utf8.lowerBound
  }

  private static func namesType(
    _ before: String, of citation: Citation, _ context: CheckContext
  ) -> Bool {
    guard let type = citation.type.flatMap({ context.law.type(id: $0) }) else {
      return Folding.key(before).hasSuffix("văn bản")
    }
    // “Văn bản số 22/UBND-NV”: an official letter has no type name of its own.
    let key = Folding.key(before)
    return key.contains(Folding.key(type.name)) || key.hasSuffix("văn bản")
  }

  /// “ngày … tháng … năm 2024” of a draft waits for its day.
  private static func isBlankDate(_ citation: Citation, _ context: CheckContext) -> Bool {
    guard let span = citation.dateSpan else { return false }
    let text = context.document.text(span)
    // A date that cannot exist is given, if wrongly.
    return text.contains("…") || text.contains("..") || text.contains("/") || text.contains("-")
  }

  private static func isParty(_ citation: Citation, _ context: CheckContext) -> Bool {
    if let symbol = citation.symbol.flatMap({ InstrumentSymbol($0) }) {
      return symbol.form == .party
    }
    return citation.type.flatMap { context.law.type(id: $0) }?.families == [.party]
  }

  private static let issuing = Pattern(
    known: #"\p{L}\s+(?:đã\s+|vừa\s+)?ban\s+hành\s*$"#, options: .caseless)
  private static let clauseEnd = Pattern(known: #"[;\n]|\.(?=\s|$)"#)
  private static let titleWord = Pattern(
    known: #"(?<!\p{L})(?:về|quy định|ban hành|hướng dẫn|phê duyệt|v/v)(?!\p{L})|[“"]"#,
    options: .caseless)
  private static let opened = Pattern(
    known: #"\(\s*(?:số\s*)?$|(?:kèm theo|bởi)\s*$"#, options: .caseless)
  private static let joint = Pattern(known: #"\G\s*(?:,\s*và|,|và)\s*"#)
}
