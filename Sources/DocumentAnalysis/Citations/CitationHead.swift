import LegalKnowledge
import TextMatching

/// Where a citation begins: its type name, symbol or name, before the parts that follow.
struct CitationHead {
  enum Kind {
    /// “Nghị định số 98/2023/NĐ-CP”, “13/CT-UBND”
    case symbol(range: Range<Int>)
    /// “Luật Thi đua, khen thưởng”; the ids of registered instruments of that name.
    case name(range: Range<Int>, ids: [String])
    /// “Nghị định ngày 31/12/2023 …”: a date in place of the symbol; offset of “ngày”.
    case date
    /// “Nghị định này”, “Luật nêu trên”
    case backReference(end: Int)
    /// “Nghị định 98”
    case bareNumber(number: Int, end: Int)
  }
  var kind: Kind
  var typeRange: Range<Int>?
  /// From the type name, or the symbol when no type is named.
  var start: Int
  /// End of what the head itself covers.
  var end: Int
}

/// Finds the heads of one block.
struct CitationHeadFinder {
  let vocabulary: CitationVocabulary
  let text: String

  /// Heads in reading order; those that overlap an earlier one are left to it.
  func heads() -> [CitationHead] {
    let utf8 = text.utf8
    var heads = nameHeads()
    if utf8.contains(UInt8(ascii: "/")) { heads += symbolHeads() + dateHeads() }
    heads += backReferences() + bareNumbers()
    return heads.sorted { ($0.start, $1.end) < ($1.start, $0.end) }
  }

  // MARK: By name

  private func nameHeads() -> [CitationHead] {
    vocabulary.nameHead.matches(in: text).compactMap { match in
      guard let type = match[1] else { return nil }
      if let known = knownName(from: type.lowerBound) {
        return CitationHead(
          kind: .name(range: type.lowerBound..<known.end, ids: known.ids), typeRange: type,
          start: type.lowerBound, end: known.end)
      }
      // Unregistered: the head word must be capitalised, or “luật Tục” and prose would do.
      guard text[utf8Range: type].first?.isUppercase == true else { return nil }
      for pattern in [CitationHeadFinder.datedName, CitationHeadFinder.plainName] {
        guard let match = pattern.firstMatch(in: text, from: type.upperBound),
          let name = match[1], !containsType(name)
        else { continue }
        // “Luật Thi đua, khen thưởng năm 2003 và các Luật sửa đổi, bổ sung năm 2005, năm 2013”
        let key = InstrumentName.key(text[utf8Range: name])
        let ids = CitationHeadFinder.amendingNames.contains(key) ? vocabulary.amendingLaws : []
        return CitationHead(
          kind: .name(range: type.lowerBound..<name.upperBound, ids: ids), typeRange: type,
          start: type.lowerBound, end: name.upperBound)
      }
      return nil
    }
  }

  /// The longest registered name that begins at `start`.
  private func knownName(from start: Int) -> (end: Int, ids: [String])? {
    var key = ""
    var best: (end: Int, ids: [String])?
    var position = start
    for _ in 0..<vocabulary.longestName {
      guard let word = CitationHeadFinder.nameWord.firstMatch(in: text, from: position),
        let letters = word[1]
      else { break }
      if !key.isEmpty { key += " " }
      key += Folding.key(text[utf8Range: letters])
      position = word.range.upperBound
      if let ids = vocabulary.instrumentsByName[key] { best = (letters.upperBound, ids) }
    }
    return best
  }

  private func containsType(_ range: Range<Int>) -> Bool {
    let name = String(text[utf8Range: range])
    return CitationHeadFinder.otherInstrument.matches(name)
  }

  // MARK: By symbol

  private func symbolHeads() -> [CitationHead] {
    CitationHeadFinder.symbol.matches(in: text).compactMap { match in
      let range = match.range
      let before = prefix(before: range.lowerBound)
      if let type = vocabulary.typeBeforeSymbol.firstMatch(in: before.text)?[1] {
        let typeRange = before.start + type.lowerBound..<before.start + type.upperBound
        return CitationHead(
          kind: .symbol(range: range), typeRange: typeRange, start: typeRange.lowerBound,
          end: range.upperBound)
      }
      guard let symbol = InstrumentSymbol(text[utf8Range: range]) else { return nil }
      if let word = CitationHeadFinder.numberWord.firstMatch(in: before.text) {
        // “Số: 07/KH-UBND” is the paper's own line.
        if word[1] != nil { return nil }
        let letters = (symbol.codes + symbol.bodyCodes).joined().unicodeScalars.count
        guard letters > 1 else { return nil }
        return CitationHead(
          kind: .symbol(range: range), typeRange: nil,
          start: before.start + word.range.lowerBound, end: range.upperBound)
      }
      // Alone, it must be unmistakable: two codes, and one of them longer than a letter.
      let codes = symbol.codes + symbol.bodyCodes
      guard codes.count > 1, codes.contains(where: { $0.count > 1 }) else { return nil }
      return CitationHead(
        kind: .symbol(range: range), typeRange: nil, start: range.lowerBound,
        end: range.upperBound)
    }
  }

  // MARK: Others

  /// “Nghị quyết ngày 31/7/2017 của Chính phủ”: the symbol is left out.
  private func dateHeads() -> [CitationHead] {
    CitationHeadFinder.dateWord.matches(in: text).compactMap { match in
      let before = prefix(before: match.range.upperBound)
      guard let type = vocabulary.typeBeforeDate.firstMatch(in: before.text)?[1] else { return nil }
      let typeRange = before.start + type.lowerBound..<before.start + type.upperBound
      guard text[utf8Range: typeRange].first?.isUppercase == true else { return nil }
      return CitationHead(
        kind: .date, typeRange: typeRange, start: typeRange.lowerBound, end: typeRange.upperBound)
    }
  }

  private func backReferences() -> [CitationHead] {
    CitationHeadFinder.backReference.matches(in: text).compactMap { match in
      let before = prefix(before: match.range.lowerBound)
      guard let type = vocabulary.typeBeforeBackReference.firstMatch(in: before.text)?[1] else {
        return nil
      }
      let typeRange = before.start + type.lowerBound..<before.start + type.upperBound
      return CitationHead(
        kind: .backReference(end: match.range.upperBound), typeRange: typeRange,
        start: typeRange.lowerBound, end: match.range.upperBound)
    }
  }

  private func bareNumbers() -> [CitationHead] {
    vocabulary.typeAndBareNumber.matches(in: text).compactMap { match in
      guard let type = match[1], let number = match[2],
        let value = Int(text[utf8Range: number])
      else { return nil }
      return CitationHead(
        kind: .bareNumber(number: value, end: number.upperBound), typeRange: type,
        start: type.lowerBound, end: number.upperBound)
    }
  }

  /// The text before an offset, as much of it as a type name and “số” can fill.
  private func prefix(before offset: Int) -> (text: String, start: Int) {
    let start = text.utf8Start(before: offset, atMost: 80)
    return (String(text[utf8Range: start..<offset]), start)
  }

  // MARK: Patterns

  /// What is left of an amending law's name beside the law it amends.
  private static let amendingNames: Set = [
    "sửa đổi bổ sung", "sửa đổi bổ sung một số điều", "sửa đổi",
  ]
  private static let symbol = Pattern(
    known: #"(?:(?<![\p{L}\d/.,–-])|(?<=số))(?:"# + InstrumentSymbol.pattern + ")")
  /// “số” before a symbol; group 1: the colon of the paper's own number line.
  private static let numberWord = Pattern(
    known: #"(?<!\p{L})số\s*(:)?\s*$"#, options: .caseless)
  private static let nameWord = Pattern(known: #"\G[\s,–-]*([\p{L}\d]+)"#)
  private static let dateWord = Pattern(known: #"(?<!\p{L})ngày\s+(?=\d{1,2}\s?(?:/|-|tháng))"#)
  private static let backReference = Pattern(
    known: #"(?<!\p{L})(?:này|nêu trên|nói trên)(?!\p{L})"#)
  private static let otherInstrument = Pattern(
    known: #"(?<!\p{L})(?:Luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Kế hoạch)(?!\p{L})"#
  )
  /// The name of a law not registered, up to its date, year or symbol. Group 1: the name.
  private static let datedName = Pattern(
    known: #"\G\s+((?=\p{Lu}|sửa đổi|[hd][ìâ]nh?\s+sự)[^;.:()“”"\n]{2,110}?)"#
      + #"(?=,?\s+(?:ngày\s+\d{1,2}\s?(?:/|-|tháng)|năm\s+(?:19|20)\d\d(?!\d)"#
      + #"|\(?số\s+\d{1,3}/(?:19|20)\d\d/))"#)
  /// The same without any of them: capitalised words and those after them, up to a joint.
  private static let plainName = Pattern(
    known:
      #"\G\s+((?=\p{Lu})(?:[^;.:,()“”"\n]|,\s(?=(?:chống|công chức|viên chức|bổ sung)\s)){2,60}?)"#
      + #"(?=\s*(?:[;.:()“”"]|$|,(?!\s(?:chống|công chức|viên chức|bổ sung)\s))|\s(?:và|được|để|theo|đã|"#
      + #"có|do|tại|về|quy|trong|cho|là|hiện hành|mới|nhằm|khi|với|các|những|đến|từ|trên)\s)"#)
}
