import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension CheckContext {
  /// First and last possible day of the paper.
  var earliest: CivilDate { document.date.earliest }
  var latest: CivilDate { document.date.latest }

  /// The registered instrument a citation names for sure.
  ///
  /// Numbers without a year begin again every year (or Party term), so a symbol alone, without date
  /// or title, names none for sure.
  func instrument(of citation: Citation) -> Instrument? {
    guard case .instrument(let id) = citation.resolution,
      let instrument = law.instrument(id: id)
    else { return nil }
    guard citation.antecedent == nil,
      let symbol = citation.symbol.flatMap({ InstrumentSymbol($0) }),
      InstrumentSymbol(instrument.symbol)?.year == nil, symbol.year == nil
    else { return instrument }
    let hasTitle = citation.title.map { InstrumentName.isTitle($0, of: instrument) } ?? false
    return citation.date != nil || hasTitle ? instrument : nil
  }

  /// The same, or the one of several namesakes that governs on every possible day of the paper:
  /// “Điều 23 Luật Thi đua, khen thưởng” in a paper of 2025.
  func instrumentOfTheDay(of citation: Citation) -> Instrument? {
    if let instrument = instrument(of: citation) { return instrument }
    guard case .ambiguous(let ids) = citation.resolution, citation.dateSpan == nil,
      citation.symbol == nil
    else { return nil }
    let inForce = ids.compactMap { law.instrument(id: $0) }.filter {
      law.status(of: $0, on: earliest) == .inForce && law.status(of: $0, on: latest) == .inForce
        && $0.role != nil
    }
    return inForce.count == 1 ? inForce[0] : nil
  }

  /// Ids that a citation may stand for.
  func candidates(of citation: Citation) -> [String] {
    switch citation.resolution {
    case .instrument(let id): [id]
    case .ambiguous(let ids): ids
    case .unknown: []
    }
  }

  /// Up to `count` bytes of the same block before a span.
  func words(before span: TextSpan, atMost count: Int) -> String {
    let text = document.blocks[span.block].text
    let end = span.utf8.lowerBound
    return String(text[utf8Range: text.utf8Start(before: end, atMost: count)..<end])
  }

  /// “Nghị định 98/2023/NĐ-CP”
  func name(of instrument: Instrument) -> String { law.displayName(of: instrument) }

  /// What the citation calls its instrument, for messages: type and symbol, or the law's name.
  func typedName(of citation: Citation) -> String {
    let span = citation.span
    var low = citation.typeSpan?.utf8.lowerBound ?? span.utf8.lowerBound
    var high = span.utf8.upperBound
    if let symbol = citation.symbolSpan {
      high = symbol.utf8.upperBound
      low = min(low, symbol.utf8.lowerBound)
    } else if let title = citation.titleSpan, citation.symbol == nil {
      high = title.utf8.upperBound
    }
    guard low < high else { return document.text(span) }
    return document.text(TextSpan(block: span.block, utf8: low..<high))
  }
}

extension Citation {
  /// Căn cứ, or invoked as governing.
  var isRelied: Bool { role == .legalBasis || role == .governing }

  /// From the type name on: provisions before it left out.
  var coreSpan: TextSpan {
    let starts = [typeSpan, symbolSpan, titleSpan, dateSpan].compactMap { $0?.utf8.lowerBound }
    let low = max(span.utf8.lowerBound, starts.min() ?? span.utf8.lowerBound)
    // “số” before a symbol without a type belongs to it; no rule replaces such a citation.
    return TextSpan(block: span.block, utf8: low..<max(low, coreEnd))
  }

  private var coreEnd: Int {
    let last = provisions.map(\.span.utf8).filter { $0.lowerBound > span.utf8.lowerBound }
    // Provisions in brackets after the instrument are no part of it either.
    let parts = [typeSpan, symbolSpan, dateSpan, issuerSpan, titleSpan]
    let end = parts.compactMap { $0?.utf8.upperBound }.max() ?? span.utf8.upperBound
    return last.contains { $0.lowerBound >= end } ? end : span.utf8.upperBound
  }
}
