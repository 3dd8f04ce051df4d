import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// A central instrument that the data does not hold: nothing can be said of it.
enum UnknownInstrument {
  static let check = NativeCheck(name: "unknown-instrument", arguments: ["instrument"]) { context in
    let central = CentralBodies(law: context.law)
    return context.document.citations.compactMap { citation -> Observation? in
      guard citation.resolution == .unknown, citation.isFirst, citation.antecedent == nil,
        citation.role != .withinTitle, citation.role != .history,
        isSpecific(citation), central.issued(citation)
      else { return nil }
      return Observation(
        at: citation.coreSpan, arguments: ["instrument": .text(context.typedName(of: citation))])
    }
  }

  /// A law named in passing (“theo Luật Giao thông đường bộ”) is not looked up.
  private static func isSpecific(_ citation: Citation) -> Bool {
    citation.symbol != nil || citation.date != nil || citation.year != nil
      || citation.role == .legalBasis
  }
}

/// Tells central instruments from local ones.
struct CentralBodies {
  private let law: LegalKnowledge
  private let codes: Set<String>
  private let localCodes: Set<String>
  private let names: [String]

  init(law: LegalKnowledge) {
    self.law = law
    let central = law.bodyTypes.filter { $0.level == .central }
    codes = Set(central.flatMap(\.codes).map { $0.lowercased() })
    localCodes = Set(law.bodyTypes.filter { $0.level != .central }.flatMap(\.codes))
    names = central.map { Folding.key($0.name) }
  }

  func issued(_ citation: Citation) -> Bool {
    if let symbol = citation.symbol.flatMap({ InstrumentSymbol($0) }) {
      let bodies = symbol.form == .party ? symbol.bodyCodes : Array(symbol.codes.dropFirst())
      if bodies.contains(where: { codes.contains($0.lowercased()) }) { return true }
      // “5007/BNV-TĐKT”: an official letter has the body first.
      if let first = symbol.codes.first, codes.contains(first.lowercased()) { return true }
      if bodies.contains(where: localCodes.contains) { return false }
      if symbol.form == .party { return symbol.bodyCodes.contains { $0.hasSuffix("TW") } }
    }
    if let type = citation.type.flatMap({ law.type(id: $0) }), type.families == [.normative] {
      // The Constitution is above being looked up.
      return type.id != "hien-phap"
    }
    guard let issuer = citation.issuer.map({ Folding.key($0) }) else { return false }
    return names.contains { issuer.hasPrefix($0) }
  }
}
