import LegalKnowledge
import TextMatching

/// Reads what follows the head of a citation, part by part, in whatever order it was written.
struct CitationTail {
  let vocabulary: CitationVocabulary
  let block: Int
  /// The block's text.
  let text: String
  /// Where the citation must end.
  let limit: Int
  let head: CitationHead

  /// The citation, and those that share its name (“… năm 2005 và năm 2013”).
  private(set) var parsed: [CitationParser.Parsed] = []
  /// The title that follows, which may name other instruments; nil for laws, whose name it is.
  private(set) var openTitle: Range<Int>?
  private var position = 0

  init(
    vocabulary: CitationVocabulary, block: Int, text: String, limit: Int, head: CitationHead
  ) {
    self.vocabulary = vocabulary
    self.block = block
    self.text = text
    self.limit = limit
    self.head = head
  }

  private func span(_ range: Range<Int>) -> TextSpan { TextSpan(block: block, utf8: range) }
  /// The match of an anchored pattern at an offset, seeing nothing beyond the limit.
  private func match(_ pattern: Pattern, at start: Int) -> Pattern.Match? {
    pattern.firstMatch(in: text, from: start, until: limit)
  }
  private func date(at start: Int) -> DateFinder.Found? {
    DateFinder.date(in: text, at: start, until: limit)
  }
  private func words(_ range: Range<Int>) -> String { String(text[utf8Range: range]) }

  /// Reads all parts; false when the head turns out to be no citation.
  mutating func read() -> Bool {
    guard head.end <= limit else { return false }
    var item = CitationParser.Parsed(
      citation: Citation(span: span(head.start..<head.end), role: .mention))
    position = head.end
    var type: InstrumentType?
    switch head.kind {
    case .symbol(let range):
      take(symbol: range, into: &item)
      type = head.typeRange.flatMap { vocabulary.type(named: words($0), symbol: item.symbol) }
      type = type ?? item.symbol.flatMap(vocabulary.type(of:))
    case .name(let range, let ids):
      item.isByName = true
      item.namesakes = ids
      item.citation.title = words(range)
      item.citation.titleSpan = span(range)
      type = head.typeRange.flatMap { vocabulary.type(named: words($0), symbol: nil) }
    case .date:
      type = head.typeRange.flatMap { vocabulary.type(named: words($0), symbol: nil) }
    case .backReference:
      type = head.typeRange.flatMap { vocabulary.type(named: words($0), symbol: nil) }
      item.isBackReference = true
    case .bareNumber(let number, _):
      type = head.typeRange.flatMap { vocabulary.type(named: words($0), symbol: nil) }
      item.bareNumber = number
    }
    item.citation.type = type?.id
    item.citation.typeSpan = head.typeRange.map(span)
    if case .backReference = head.kind {
      parsed = [item]
      return true
    }
    readParts(into: &item, type: type)
    if case .date = head.kind, item.citation.date == nil { return false }
    item.citation.span = span(head.start..<max(head.end, position))
    parsed = [item]
    if item.isByName, item.namesakes.count > 1 { readFurtherDates(of: item) }
    return true
  }

  private mutating func readParts(into item: inout CitationParser.Parsed, type: InstrumentType?) {
    if item.isByName { skipAmendmentMark(&item) }
    var isReading = true
    while isReading {
      isReading =
        readSymbol(into: &item) || readDate(into: &item.citation)
        || readYear(into: &item) || readIssuer(into: &item.citation)
        || readShortForm(into: &item.citation) || readTitle(into: &item, type: type)
    }
  }

  // MARK: Symbol, date, year

  private func take(symbol range: Range<Int>, into item: inout CitationParser.Parsed) {
    item.citation.symbol = words(range)
    item.citation.symbolSpan = span(range)
    item.symbol = InstrumentSymbol(words(range))
  }

  private mutating func readSymbol(into item: inout CitationParser.Parsed) -> Bool {
    guard item.citation.symbol == nil, item.bareNumber == nil,
      let match = match(CitationTail.symbol, at: position), let range = match[1]
    else { return false }
    take(symbol: range, into: &item)
    position = match.range.upperBound
    return true
  }

  private mutating func readDate(into citation: inout Citation) -> Bool {
    guard citation.dateSpan == nil else { return false }
    if let opening = match(CitationTail.dateOpening, at: position) {
      if let found = date(at: opening.range.upperBound) {
        set(found, in: &citation)
        return true
      }
      if let blank = match(CitationTail.blankDate, at: opening.range.upperBound) {
        citation.dateSpan = span(blank.range)
        citation.year = blank[1].flatMap { Int(words($0)) }
        position = blank.range.upperBound
        return true
      }
    }
    if let opening = match(CitationTail.monthOpening, at: position),
      let found = date(at: opening.range.upperBound), found.day == nil
    {
      set(found, in: &citation)
      return true
    }
    return false
  }

  private mutating func set(_ found: DateFinder.Found, in citation: inout Citation) {
    citation.date = found.date
    citation.dateSpan = span(found.range)
    citation.year = found.date == nil ? found.year : nil
    let start = position
    position = found.range.upperBound
    closeBracket(openedIn: start, before: found.range.lowerBound)
  }

  private mutating func readYear(into item: inout CitationParser.Parsed) -> Bool {
    guard item.citation.dateSpan == nil,
      let match = match(CitationTail.year, at: position), let range = match[2],
      let year = Int(words(range))
    else { return false }
    // “triển khai Luật … năm 2024”: a year in which no such law was passed is the plan's own.
    if item.isByName, !item.namesakes.isEmpty {
      guard issuedYears(of: item.namesakes).contains(year) else { return false }
    } else if match[1] == nil {
      return false
    }
    item.citation.year = year
    item.citation.dateSpan = span((match[1] ?? range).lowerBound..<range.upperBound)
    let start = position
    position = range.upperBound
    closeBracket(openedIn: start, before: range.lowerBound)
    return true
  }

  private func issuedYears(of ids: [String]) -> Set<Int> {
    Set(ids.compactMap { vocabulary.law.instrument(id: $0)?.issued?.date.year })
  }

  /// Takes the closing bracket of a part that stood in brackets: “(năm 2022)”.
  private mutating func closeBracket(openedIn start: Int, before part: Int) {
    guard words(start..<part).contains("(") else { return }
    if let match = match(CitationTail.closing, at: position) {
      position = match.range.upperBound
    }
  }

  /// “Luật … (sửa đổi, bổ sung) năm 2013”: the amending laws of that name are meant as well.
  private mutating func skipAmendmentMark(_ item: inout CitationParser.Parsed) {
    guard let match = match(CitationTail.amendmentMark, at: position) else {
      return
    }
    let law = vocabulary.law
    let bases = Set(item.namesakes)
    let amending = law.instruments.filter { instrument in
      instrument.relations.contains { $0.kind == .amends && bases.contains($0.target) }
    }
    item.namesakes += amending.map(\.id).filter { !bases.contains($0) }
    position = match.range.upperBound
  }

  /// “… ngày 14/6/2005 và ngày 16/11/2013”, “năm 2005, 2013”: instruments of one name.
  private mutating func readFurtherDates(of first: CitationParser.Parsed) {
    while let joint = match(CitationTail.furtherDate, at: position) {
      var item = first
      item.citation.date = nil
      item.citation.dateSpan = nil
      item.citation.year = nil
      item.citation.typeSpan = nil
      item.citation.symbol = nil
      item.citation.symbolSpan = nil
      item.symbol = nil
      let start: Int
      if let year = joint[1] {
        item.citation.year = Int(words(year))
        item.citation.dateSpan = span(year)
        start = year.lowerBound
        guard issuedYears(of: item.namesakes).contains(item.citation.year ?? 0) else { return }
        position = joint.range.upperBound
      } else if let found = date(at: joint.range.upperBound),
        let date = found.date,
        item.namesakes.contains(where: {
          vocabulary.law.instrument(id: $0)?.issued?.date == date
        })
      {
        item.citation.date = date
        item.citation.dateSpan = span(found.range)
        start = found.range.lowerBound
        position = found.range.upperBound
      } else {
        return
      }
      item.citation.span = span(start..<position)
      parsed.append(item)
    }
  }

  // MARK: Issuer, short form

  private mutating func readIssuer(into citation: inout Citation) -> Bool {
    guard citation.issuer == nil,
      let match = match(vocabulary.issuer, at: position), let range = match[1]
    else { return false }
    citation.issuer = words(range)
    citation.issuerSpan = span(range)
    position = match.range.upperBound
    while let session = self.match(CitationTail.session, at: position) {
      position = session.range.upperBound
    }
    return true
  }

  private mutating func readShortForm(into citation: inout Citation) -> Bool {
    guard citation.definesShortForm == nil,
      let match = match(CitationTail.shortForm, at: position), let range = match[1]
    else { return false }
    citation.definesShortForm = words(range)
    position = match.range.upperBound
    return true
  }

  // MARK: Title

  private mutating func readTitle(
    into item: inout CitationParser.Parsed, type: InstrumentType?
  ) -> Bool {
    guard item.citation.title == nil, item.bareNumber == nil else { return false }
    let opening = match(CitationTail.titleOpening, at: position)
    let start =
      (opening ?? match(CitationTail.gap, at: position))?.range.upperBound
      ?? position
    let quoted = match(CitationTail.quotedTitle, at: start)?[1]
    // Exactly a registered title: it ends where that ends, whatever follows.
    let exact = registeredTitle(of: item, from: quoted?.lowerBound ?? start)
    let range: Range<Int>
    if let quoted {
      range = quoted
      position =
        match(CitationTail.afterQuote, at: quoted.upperBound)?
        .range.upperBound ?? quoted.upperBound
    } else if let exact {
      range = exact
      position = exact.upperBound
    } else {
      let hasContext =
        item.citation.issuer != nil || item.citation.dateSpan != nil || type?.isCitedByName == true
      let isVerb =
        hasContext && match(CitationTail.titleVerb, at: start) != nil
      guard opening?[1] != nil || isVerb,
        let end = titleEnd(from: start, outer: type), end > start
      else { return false }
      range = start..<end
      position = end
    }
    item.citation.title = words(range)
    item.citation.titleSpan = span(range)
    openTitle = range
    return true
  }

  /// The stretch from `start` that reads like a title of a registered instrument with this symbol.
  private func registeredTitle(
    of item: CitationParser.Parsed, from start: Int
  ) -> Range<Int>? {
    guard let symbol = item.symbol else { return nil }
    var best: Int?
    for instrument in vocabulary.instruments(symbol: symbol) {
      for title in [instrument.title] + instrument.titleVariants {
        let words = InstrumentName.titleKey(title).split(separator: " ")
        guard words.count > 2, let end = match(words, from: start) else { continue }
        best = max(best ?? 0, end)
      }
    }
    guard var end = best else { return nil }
    // “… của Luật Thi đua, khen thưởng ngày 15/6/2022”
    if let opening = match(CitationTail.dateOpening, at: end),
      let date = date(at: opening.range.upperBound)
    {
      end = date.range.upperBound
    } else if let year = match(CitationTail.year, at: end)?[1] {
      end = year.lowerBound
      if let match = match(CitationTail.year, at: best ?? end) {
        end = match.range.upperBound
      }
    }
    return start..<end
  }

  private func match(_ wanted: [Substring], from start: Int) -> Int? {
    var position = start
    var end = start
    for word in wanted {
      guard let found = match(CitationTail.titleWord, at: position), let range = found[1] else {
        return nil
      }
      let typed = Folding.key(text[utf8Range: range])
      guard typed == word else {
        // “31/7/2017” for “31 tháng 7 năm 2017”, “05” for “5”.
        if Int(typed) != nil, word == "tháng" || word == "năm" { continue }
        guard let number = Int(typed), number == Int(word) else { return nil }
        position = range.upperBound
        end = range.upperBound
        continue
      }
      position = range.upperBound
      end = range.upperBound
    }
    return end
  }

  /// Where a title not registered ends.
  private func titleEnd(from start: Int, outer: InstrumentType?) -> Int? {
    var position = start
    var end = limit
    while let stop = match(vocabulary.titleStop, at: position) {
      guard let next = stop[2] else {
        end = stop.range.lowerBound
        break
      }
      // Another instrument: one of higher rank is what this title details or guides
      // (“… thi hành Luật … và Nghị định số …”), an equal or lower one is cited for itself. After
      // a comma only the title of a normative instrument goes on.
      let type = vocabulary.type(named: words(next), symbol: nil)
      if let type, vocabulary.outranks(type, outer),
        stop[1] == nil || outer?.families == [.normative]
      {
        position = next.upperBound
        continue
      }
      end = stop.range.lowerBound
      break
    }
    var trimmed = words(start..<end)
    while let last = trimmed.unicodeScalars.last,
      last.properties.isWhitespace || ",-–\"“”".unicodeScalars.contains(last)
    {
      trimmed.unicodeScalars.removeLast()
    }
    return trimmed.isEmpty ? nil : start + trimmed.utf8.count
  }
}
