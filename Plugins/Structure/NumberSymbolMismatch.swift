import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// The symbol names the kind of paper and the body that issues it (Decree 30/2020, Phụ lục I,
  /// mục II.3; abbreviations in Phụ lục III, mục I).
  static let numberSymbolMismatch = NativeCheck(
    name: "number-symbol-mismatch", arguments: ["found", "expected", "whose"],
    cases: ["type", "unknown-type", "issuer"]
  ) { context in
    guard context.hasStateForm, let line = context.document.components.numberSymbol,
      !line.symbol.isBlank
    else { return [] }
    let symbol = SymbolGroups(line, in: context.document)
    return typeMismatch(symbol, context) ?? issuerMismatch(symbol, context)
  }

  /// Nil when the type code is right or cannot be judged.
  private static func typeMismatch(
    _ symbol: SymbolGroups, _ context: CheckContext
  ) -> [Observation]? {
    guard let kind = context.kind, let expected = kind.codes.first, let code = symbol.groups.first,
      // A kind read off the symbol cannot contradict it.
      context.document.kind.evidence != .symbol
    else { return nil }
    let key = LegalKnowledge.symbolKey(code.text)
    // “KHPH-UBND”, “KHLT-UBND-MTTQ”: joint papers lengthen the code.
    if kind.codes.contains(where: { key.hasPrefix(LegalKnowledge.symbolKey($0)) }) { return nil }
    let law = context.law
    let otherType = law.types.first { type in
      type.codes.contains { LegalKnowledge.symbolKey($0) == key }
    }
    let body = law.bodyTypes.first { body in
      body.codes.contains { LegalKnowledge.symbolKey($0) == key }
    }
    let whose: LocalizedText
    if let otherType {
      whose = LocalizedText(
        vi: "chữ viết tắt của tên loại “\(otherType.name)”",
        en: "the abbreviation of “\(otherType.name)”")
    } else if let body {
      whose = LocalizedText(
        vi: "chữ viết tắt của cơ quan “\(body.name)”, chưa có chữ viết tắt tên loại",
        en: "the abbreviation of the body “\(body.name)”; that of the type is not there")
    } else {
      whose = LocalizedText(
        vi: "không có trong bảng chữ viết tắt tên loại văn bản",
        en: "not in the list of type abbreviations")
    }
    let isKnown = otherType != nil || body != nil
    return [
      Observation(
        at: code.span, case: isKnown ? "type" : "unknown-type",
        arguments: [
          "found": .text(code.text), "expected": .text(expected), "whose": .localized(whose),
        ])
    ]
  }

  /// Speaks only when the symbol names another known type of body than the letterhead does.
  private static func issuerMismatch(
    _ symbol: SymbolGroups, _ context: CheckContext
  ) -> [Observation] {
    let issuer = context.document.issuer
    guard issuer.isFromLetterhead, let id = issuer.bodyType,
      let body = context.law.bodyTypes.first(where: { $0.id == id }),
      let expected = body.codes.first
    else { return [] }
    let keys = symbol.groups.map { LegalKnowledge.symbolKey($0.text) }
    let own = body.codes.map { LegalKnowledge.symbolKey($0) }
    // “UBNDTP”, “CTUBND”: codes are lengthened, never shortened.
    if keys.contains(where: { key in own.contains { key.contains($0) } }) { return [] }
    // The symbol of an official letter has no type code in front.
    let place = context.kind?.codes.isEmpty == true ? 0 : 1
    // Codes of two letters mean too many things (CĐ, TT, VP).
    guard symbol.groups.indices.contains(place), keys[place].unicodeScalars.count > 2,
      let other = context.law.bodyTypes.first(where: { other in
        other.codes.contains { LegalKnowledge.symbolKey($0) == keys[place] }
      })
    else { return [] }
    let group = symbol.groups[place]
    return [
      Observation(
        at: group.span, case: "issuer",
        arguments: [
          "found": .text(group.text), "expected": .text(expected), "whose": .text(other.name),
        ],
        related: issuer.span.map {
          [
            Observation.RelatedSpan(
              span: $0,
              message: LocalizedText(vi: "cơ quan ban hành", en: "the issuing body"))
          ]
        } ?? [])
    ]
  }
}

/// The groups of letters of a symbol, each with its place.
private struct SymbolGroups {
  var groups: [(text: String, span: TextSpan)] = []
  private static let pattern = Pattern(known: #"[\p{L}\d]+"#)

  init(_ line: NumberSymbol, in document: RecognisedDocument) {
    let typed = document.text(line.symbolSpan)
    let start = line.symbolSpan.utf8.lowerBound
    for match in SymbolGroups.pattern.matches(in: typed) {
      let text = String(typed[utf8Range: match.range])
      // The year of a symbol that wrongly carries one is not a group of letters.
      if Int(text) != nil { continue }
      let low = start + match.range.lowerBound
      groups.append(
        (text, TextSpan(block: line.symbolSpan.block, utf8: low..<low + match.range.count)))
    }
  }
}
