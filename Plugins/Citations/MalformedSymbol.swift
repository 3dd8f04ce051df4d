import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// Symbols with stray white space or wrong separators: “13/CT- UBND”, “NĐ/CP”. Lower-case letters of
/// QyĐ, CTr, TTg and the kind of dash are left alone.
enum MalformedSymbol {
  static let check = NativeCheck(
    name: "malformed-symbol", arguments: ["symbol", "canonical"]
  ) { context in
    context.document.citations.compactMap { citation -> Observation? in
      guard let typed = citation.symbol, let span = citation.symbolSpan,
        let symbol = InstrumentSymbol(typed)
      else { return nil }
      let canonical = canonical(of: symbol, citation, context)
      guard plain(typed) != plain(canonical) else { return nil }
      return Observation(
        at: span, arguments: ["symbol": .text(typed), "canonical": .text(canonical)],
        fixes: [
          Observation.ProposedFix(
            kind: .mechanical,
            description: LocalizedText(
              vi: "Viết lại ký hiệu: \(canonical).", en: "Write the symbol as \(canonical)."),
            edits: [(span, canonical)])
        ])
    }
  }

  private static func canonical(
    of symbol: InstrumentSymbol, _ citation: Citation, _ context: CheckContext
  ) -> String {
    let mended = mended(symbol, context.law)
    guard case .instrument(let id) = citation.resolution,
      let official = context.law.instrument(id: id)
    else { return mended }
    // The registered spelling, when it is the same symbol; a wrong number is another rule's matter.
    guard let registered = InstrumentSymbol(official.symbol) else { return mended }
    let year = symbol.year ?? (symbol.form == .state ? registered.year : nil)
    guard symbol.looseKey(year: year) == registered.looseKey else { return mended }
    let number = registered.canonical.drop { $0 == "0" }
    let zeros = symbol.number.prefix { $0 == "0" }
    return String(zeros + number)
  }

  /// Separators of the form, and the stroke of Đ where only it makes a known type code.
  private static func mended(_ symbol: InstrumentSymbol, _ law: LegalKnowledge) -> String {
    let codes = law.types.flatMap(\.codes)
    // Joint circulars used to have slashes: 17/2005/TTLT/BGDĐT-BNV.
    if symbol.typeCode == "TTLT" { return symbol.canonical.replacing("TTLT-", with: "TTLT/") }
    var symbol = symbol
    if let first = symbol.codes.first, !codes.contains(first), first.contains("D") {
      let stroked = first.replacing("D", with: "Đ")
      if codes.contains(stroked) { symbol.codes[0] = stroked }
    }
    return symbol.canonical
  }

  /// Without what is not judged: the kind of dash, case, leading zeros, slashes of old joint
  /// circulars.
  private static func plain(_ symbol: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in symbol.lowercased().unicodeScalars {
      switch scalar {
      case "–", "—", "‑": key.append("-")
      case "ð": key.append("đ")
      default: key.append(scalar)
      }
    }
    return String(String(key).drop { $0 == "0" }).replacing("ttlt-", with: "ttlt/")
  }
}
