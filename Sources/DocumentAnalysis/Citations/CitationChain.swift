import LegalKnowledge
import TextMatching

/// The citations of a paper so far: resolves each new one against the law's data and against what
/// was cited before it.
struct CitationChain {
  let vocabulary: CitationVocabulary
  private(set) var citations: [Citation] = []
  /// Defined short forms, newest last.
  private var shortForms: [(form: String, citation: Int)] = []
  /// Keys of instruments already cited.
  private var cited: Set<String> = []
  private var symbols: [Int: InstrumentSymbol] = [:]

  init(vocabulary: CitationVocabulary) { self.vocabulary = vocabulary }

  mutating func append(_ item: CitationParser.Parsed) {
    var item = item
    if item.isBackReference {
      guard let antecedent = antecedent(ofType: item.citation.type) else { return }
      refer(&item.citation, to: antecedent)
    } else if let number = item.bareNumber {
      resolve(&item, bareNumber: number)
    } else if item.citation.antecedent != nil {
      // A defined short form, resolved when it was found.
    } else {
      resolve(&item)
    }
    markFirst(&item.citation, symbol: item.symbol)
    if let symbol = item.symbol { symbols[citations.count] = symbol }
    if let form = item.citation.definesShortForm, CitationChain.isUsable(form),
      shortForms.count < 50
    {
      shortForms.append((form, citations.count))
    }
    citations.append(item.citation)
  }

  private func refer(_ citation: inout Citation, to antecedent: Int) {
    citation.antecedent = citations[antecedent].antecedent ?? antecedent
    citation.resolution = citations[antecedent].resolution
    citation.isFirst = false
  }

  private mutating func markFirst(_ citation: inout Citation, symbol: InstrumentSymbol?) {
    guard citation.role != .withinTitle, citation.antecedent == nil else {
      citation.isFirst = false
      return
    }
    let key: String
    switch citation.resolution {
    case .instrument(let id): key = "=" + id
    case .ambiguous, .unknown:
      if let symbol {
        key = "#" + symbol.looseKey
      } else {
        let title = citation.title.map { InstrumentName.key($0) } ?? ""
        key = "\(citation.type ?? "")|\(title)|\(citation.date?.iso ?? "")"
      }
    }
    citation.isFirst = cited.insert(key).inserted
  }

  // MARK: Reference within the paper

  /// Where antecedents are looked for: what a reader could still have in mind, and a bound for papers
  /// of endless citations.
  private var recent: Range<Int> { max(0, citations.count - 500)..<citations.count }

  /// The last citation proper of this type.
  private func antecedent(ofType type: String?) -> Int? {
    guard let type, let declared = vocabulary.law.type(id: type) else { return nil }
    // “Kế hoạch này”, “Quyết định này” are the paper itself.
    guard declared.families == [.normative] else { return nil }
    return recent.last { citations[$0].type == type && citations[$0].role != .withinTitle }
  }

  private mutating func resolve(_ item: inout CitationParser.Parsed, bareNumber number: Int) {
    let type = item.citation.type
    let earlier = recent.last { index in
      citations[index].type == type && Int(symbols[index]?.number ?? "") == number
    }
    if let earlier {
      refer(&item.citation, to: earlier)
      return
    }
    let fitting = vocabulary.law.instruments.filter {
      $0.type == type && Int(InstrumentSymbol($0.symbol)?.number ?? "") == number
    }
    item.citation.resolution =
      fitting.isEmpty ? .unknown : .ambiguous(fitting.map(\.id).sorted())
  }

  // MARK: Resolution

  private mutating func resolve(_ item: inout CitationParser.Parsed) {
    if item.isByName {
      resolveByName(&item)
    } else if let symbol = item.symbol {
      item.citation.resolution = resolution(of: item.citation, symbol: symbol)
    } else {
      item.citation.resolution = resolutionByTitleAndDate(item.citation)
    }
  }

  private mutating func resolveByName(_ item: inout CitationParser.Parsed) {
    let law = vocabulary.law
    if let symbol = item.symbol,
      case .instrument(let id) = resolution(of: item.citation, symbol: symbol)
    {
      item.citation.resolution = .instrument(id)
      return
    }
    let candidates = item.namesakes.compactMap { law.instrument(id: $0) }
    if let found = CitationChain.choose(candidates, by: item.citation) {
      item.citation.resolution = .instrument(found.id)
      return
    }
    // Named again without a date: the one cited before. (A date or year that fits none is a slip
    // that rules speak of.)
    if item.citation.dateSpan == nil, item.symbol == nil {
      let key = item.citation.title.map { InstrumentName.key($0) }
      let ids = Set(item.namesakes)
      let earlier = recent.last { index in
        let citation = citations[index]
        guard citation.role != .withinTitle, item.citation.role != .withinTitle else {
          return false
        }
        if case .instrument(let id) = citation.resolution { return ids.contains(id) }
        return citation.dateSpan != nil && key != nil
          && citation.title.map { InstrumentName.key($0) } == key
      }
      if let earlier {
        refer(&item.citation, to: earlier)
        return
      }
    }
    // Even a single namesake is not certain: an older law of that name may not be registered.
    item.citation.resolution =
      candidates.isEmpty ? .unknown : .ambiguous(candidates.map(\.id))
  }

  /// The one namesake that the date or year decides for: the exact day, else its year alone, else
  /// its day and month alone.
  private static func choose(_ candidates: [Instrument], by citation: Citation) -> Instrument? {
    func only(_ condition: (CivilDate) -> Bool) -> Instrument? {
      let fitting = candidates.filter { $0.issued.map { condition($0.date) } ?? false }
      return fitting.count == 1 ? fitting[0] : nil
    }
    if let date = citation.date {
      return only { $0 == date } ?? only { $0.year == date.year }
        ?? only { $0.month == date.month && $0.day == date.day }
    }
    if let year = citation.year { return only { $0.year == year } }
    return nil
  }

  private func resolution(
    of citation: Citation, symbol: InstrumentSymbol
  ) -> Citation.Resolution {
    var candidates = vocabulary.instruments(symbol: symbol)
    let year = citation.date?.year ?? citation.year
    if candidates.isEmpty, symbol.form == .state, symbol.year == nil, let year {
      candidates = vocabulary.instruments(symbol: symbol, year: year)
    }
    guard !candidates.isEmpty else { return resolutionByTitleAndDate(citation) }
    if symbol.year == nil { candidates = plausible(candidates, for: citation, year: year) }
    if candidates.count == 1 { return .instrument(candidates[0].id) }
    if let date = citation.date,
      let exact = candidates.first(where: { $0.issued?.date == date })
    {
      return .instrument(exact.id)
    }
    let titled = candidates.filter { hasTitle(of: citation, $0) }
    if titled.count == 1 { return .instrument(titled[0].id) }
    return candidates.isEmpty ? .unknown : .ambiguous(candidates.map(\.id))
  }

  /// Numbers without a year begin again every year (or Party term): an instrument of another year
  /// is another instrument, unless the title says that it is this one.
  private func plausible(
    _ candidates: [Instrument], for citation: Citation, year: Int?
  ) -> [Instrument] {
    guard let year else { return candidates }
    let sameYear = candidates.filter { ($0.issued?.date.year ?? year) == year }
    if !sameYear.isEmpty { return sameYear }
    return candidates.filter { hasTitle(of: citation, $0) }
  }

  private func hasTitle(of citation: Citation, _ instrument: Instrument) -> Bool {
    citation.title.map { InstrumentName.isTitle($0, of: instrument) } ?? false
  }

  /// For a symbol that is wrong or left out: title and date together name an instrument.
  private func resolutionByTitleAndDate(_ citation: Citation) -> Citation.Resolution {
    guard let date = citation.date, citation.title != nil else { return .unknown }
    let found = vocabulary.law.instruments.filter {
      $0.type == citation.type && $0.issued?.date == date
        && hasTitle(of: citation, $0)
    }
    return found.count == 1 ? .instrument(found[0].id) : .unknown
  }

  // MARK: Short forms

  /// A form that can be told from other words: a type or law and something more.
  private static func isUsable(_ form: String) -> Bool {
    form.contains(" ") && form.first?.isUppercase == true
      && Folding.key(form) != "kế hoạch" && form.split(separator: " ").count > 2
  }

  /// Uses of defined short forms that nothing else claims.
  func shortForms(
    in text: String, block: Int, besides items: [CitationParser.Parsed]
  ) -> [CitationParser.Parsed] {
    guard !shortForms.isEmpty else { return [] }
    var result: [CitationParser.Parsed] = []
    for (form, index) in shortForms {
      for range in CitationChain.occurrences(of: form, in: text) {
        let claimed = (items + result).contains { $0.citation.span.utf8.overlaps(range) }
        guard !claimed else { continue }
        var citation = Citation(span: TextSpan(block: block, utf8: range), role: .mention)
        citation.type = citations[index].type
        refer(&citation, to: index)
        result.append(CitationParser.Parsed(citation: citation))
      }
    }
    return result
  }

  private static func occurrences(of form: String, in text: String) -> [Range<Int>] {
    let needle = Array(form.utf8)
    let hay = Array(text.utf8)
    guard needle.count > 0, hay.count >= needle.count else { return [] }
    var result: [Range<Int>] = []
    var start = 0
    while start + needle.count <= hay.count {
      if hay[start] == needle[0], hay[start..<start + needle.count].elementsEqual(needle) {
        let end = start + needle.count
        // Not the beginning of a longer word or number.
        let next = end < hay.count ? hay[end] : UInt8(ascii: " ")
        let goesOn =
          next >= 0x80 || (0x30...0x39).contains(next) || next == UInt8(ascii: "/")
          || (0x41...0x5A).contains(next) || (0x61...0x7A).contains(next)
        if !goesOn { result.append(start..<end) }
        start = end
      } else {
        start += 1
      }
    }
    return result
  }
}
