import DocumentModel
import LegalKnowledge
import TextMatching

/// Decides which kind of paper this is.
struct KindRecogniser {
  let law: LegalKnowledge

  func recognise(
    _ letterhead: LetterheadFinder.Letterhead, blocks: [Block], body: Range<Int>,
    option: String?, issuer: Issuer
  ) -> RecognisedKind {
    let family = family(letterhead, issuer: issuer)
    if let option { return RecognisedKind(id: option, evidence: .option, family: family) }
    let subject = letterhead.components.subject
      .map { String(blocks[$0.block].text[utf8Range: $0.utf8]) }.joined(separator: " ")
    if let key = letterhead.typeKey {
      let id = kind(named: key, subject: subject)
      return RecognisedKind(id: id, evidence: .typeName, family: family)
    }
    if let symbol = letterhead.components.numberSymbol?.symbol, let id = kind(symbol: symbol) {
      return RecognisedKind(id: id, evidence: .symbol, family: family)
    }
    // Without a type name, “V/v …” below the symbol is the mark of an official letter.
    if !subject.isEmpty, let letter = law.kinds.first(where: { $0.need(.typeName) == .forbidden }) {
      return RecognisedKind(id: letter.id, evidence: .symbol, family: family)
    }
    if let id = selfReference(blocks, body) {
      return RecognisedKind(id: id, evidence: .selfReference, family: family)
    }
    return RecognisedKind(id: nil, evidence: .none, family: family)
  }

  /// Kinds that share a type name are told apart by their subject phrases.
  private func kind(named key: String, subject: String) -> String? {
    let named = law.kinds.filter { kind in
      kind.typeNames.contains { Folding.key($0) == key }
    }
    let subjectKey = Folding.key(subject)
    let bySubject = named.first { kind in
      kind.subjects.contains { subjectKey.containsPhrase(Folding.key($0)) }
    }
    return (bySubject ?? named.first { $0.subjects.isEmpty } ?? named.first)?.id
  }

  private func kind(symbol: String) -> String? {
    let code = symbol.split(separator: "-").first.map { String($0).trimmedSpaces } ?? ""
    return law.kinds.first { $0.codes.contains(code) }?.id
  }

  private static let selfReferences = Pattern(
    known:
      #"(?:trên\s+đây\s+là|(?:ban\s+hành|xây\s+dựng))\s+(?:nội\s+dung\s+)?(?<name>\p{L}+\s+\p{L}+)"#,
    options: .caseless)

  private func selfReference(_ blocks: [Block], _ body: Range<Int>) -> String? {
    for index in body.reversed() {
      for match in Self.selfReferences.matches(in: blocks[index].text) {
        guard let range = Self.selfReferences.range("name", match) else { continue }
        let key = Folding.key(String(blocks[index].text[utf8Range: range]))
        if let kind = law.kinds.first(where: { kind in
          kind.subjects.isEmpty && kind.typeNames.contains { Folding.key($0) == key }
        }) {
          return kind.id
        }
      }
    }
    return nil
  }

  private static let normativeSymbol = Pattern(known: #"^\d{4}\s*/"#)
  private static let partySymbol = Pattern(
    known: #"/\s*(?:TW|TU|TƯ|HU|QU|ĐU|ThU|VPTW|BTCTW|BTGTW|BTGDVTW)\b"#)

  /// A year and the code of a type that can be normative: “2025/QĐ-UBND”, but not “2024/KH-UBND”.
  private func isNormative(_ symbol: String) -> Bool {
    guard let year = Self.normativeSymbol.firstMatch(in: symbol) else { return false }
    let rest = String(symbol[utf8Range: year.range.upperBound..<symbol.utf8.count])
    let code = rest.split(separator: "-").first.map { String($0).trimmedSpaces } ?? ""
    return law.types.contains { $0.families.contains(.normative) && $0.codes.contains(code) }
  }

  private func family(
    _ letterhead: LetterheadFinder.Letterhead, issuer: Issuer
  ) -> RecognisedKind.Family {
    if letterhead.isParty {
      return issuer.level == .massOrganisation ? .massOrganisation : .party
    }
    let symbol = letterhead.components.numberSymbol?.symbol ?? ""
    if isNormative(symbol) { return .normative }
    if Self.partySymbol.matches(symbol) { return .party }
    switch issuer.level {
    case .party where issuer.isFromLetterhead: return .party
    case .massOrganisation where issuer.isFromLetterhead: return .massOrganisation
    default: return .administrative
    }
  }
}

extension String {
  /// Whether `phrase` occurs as whole words. Both sides are folded keys.
  func containsPhrase(_ phrase: String) -> Bool {
    guard !phrase.isEmpty else { return false }
    let text = Array(utf8)
    let wanted = Array(phrase.utf8)
    guard text.count >= wanted.count else { return false }
    for start in 0...(text.count - wanted.count) where text[start] == wanted[0] {
      guard text[start..<start + wanted.count].elementsEqual(wanted) else { continue }
      let before = start == 0 || !text[start - 1].isWordUnit
      let end = start + wanted.count
      if before, end == text.count || !text[end].isWordUnit { return true }
    }
    return false
  }
}

extension UInt8 {
  /// Part of a letter or digit in UTF-8; folded text has no other non-ASCII punctuation of weight.
  fileprivate var isWordUnit: Bool {
    self >= 0x80 || (0x30...0x39).contains(self) || (0x61...0x7A).contains(self)
      || (0x41...0x5A).contains(self)
  }
}
