import DocumentModel
import LegalKnowledge
import TextMatching

// Số, ký hiệu and địa danh, ngày tháng năm.
extension LetterheadFinder {
  // “Số: 07/KH-UBND”, “Số:      /KH-UBND”, “Số …/QĐ-UBND”, the Party's “Số 12-KH/TU”.
  static let number = Pattern(
    known: #"""
      ^ (?:s[ốoô]) \s* [:.]? \s*
      (?<value> (?<number> (?: \d+ [a-zđ]? | [\s.…_-]*? ) ) \s* (?<slash>[/-]) \s* (?<symbol> \p{L}[^,;]*? ) )
      \s* (?= $ | \p{Lu}[\p{L}\s]*,\s*ngày )
      """#, options: [.caseless, .extended])

  func findNumber(
    _ lines: [TextLine], _ isTaken: inout [Bool], _ result: inout Letterhead
  ) {
    for (index, line) in lines.enumerated() where line.text.utf8.count < 160 {
      guard let match = Self.number.firstMatch(in: line.text),
        let value = Self.number.range("value", match),
        let number = Self.number.range("number", match),
        let symbol = Self.number.range("symbol", match)
      else { continue }
      let digits = line.text[utf8Range: number].filter(\.isNumber)
      // A normative document's year is part of the symbol: 86/2025/QĐ-UBND.
      result.components.numberSymbol = NumberSymbol(
        span: line.span(0..<match.range.upperBound), value: line.span(value),
        number: Int(digits), numberSpan: line.span(number),
        symbol: String(line.text[utf8Range: symbol]).trimmedSpaces, symbolSpan: line.span(symbol))
      isTaken[index] = true
      return
    }
    findNormativeNumber(lines, &isTaken, &result)
  }

  static let normativeNumber = Pattern(
    known: #"^số\s*:?\s*(\d*|[.…]+)\s*/\s*(\d{4}\s*/\s*\p{Lu}[\p{L}\d\s&-]*)$"#, options: .caseless)

  func findNormativeNumber(
    _ lines: [TextLine], _ isTaken: inout [Bool], _ result: inout Letterhead
  ) {
    for (index, line) in lines.enumerated() where line.text.utf8.count < 100 {
      guard let match = Self.normativeNumber.firstMatch(in: line.text), let number = match[1],
        let symbol = match[2]
      else { continue }
      result.components.numberSymbol = NumberSymbol(
        span: line.span, value: line.span(number.lowerBound..<symbol.upperBound),
        number: Int(line.text[utf8Range: number]), numberSpan: line.span(number),
        symbol: String(line.text[utf8Range: symbol]), symbolSpan: line.span(symbol))
      isTaken[index] = true
      return
    }
  }

  static let placeDate = Pattern(
    known: #"""
      (?<place> [\p{L}][\p{L}\d\s.'’-]*? )?? \s* ,? \s*
      (?<date> ngày \s*
        (?: (?<day>\d{0,2}|[.…_\s]*) \s* tháng \s* (?<month>\d{0,2}|[.…_\s]*) \s*
            năm \s* (?<year>\d{4}|\d{0,3}[.…_]*)
          | (?<slashDay>\d{1,2}) / (?<slashMonth>\d{1,2}) / (?<slashYear>\d{4}) ) )
      \s* [.]? $
      """#, options: [.caseless, .extended])

  func findPlaceDate(
    _ lines: [TextLine], _ isTaken: inout [Bool], _ result: inout Letterhead
  ) {
    for (index, line) in lines.enumerated() where line.text.utf8.count < 140 {
      var from = 0
      if let number = result.components.numberSymbol, number.span.block == line.block,
        line.utf8.lowerBound <= number.span.utf8.lowerBound,
        number.span.utf8.upperBound < line.utf8.upperBound
      {
        from = number.span.utf8.upperBound - line.utf8.lowerBound  // both on one line
      }
      guard let match = Self.placeDate.firstMatch(in: line.text, from: from),
        isPlainStart(line.text, from: from, match: match),
        let date = Self.placeDate.range("date", match)
      else { continue }
      result.components.placeDate = makePlaceDate(line, match, date)
      isTaken[index] = true
      return
    }
  }

  /// Nothing but white space stands between the start and the match: a sentence that ends in a date
  /// is no place-and-date line.
  func isPlainStart(_ text: String, from: Int, match: Pattern.Match) -> Bool {
    text[utf8Range: from..<match.range.lowerBound].allSatisfy(\.isWhitespace)
  }

  func makePlaceDate(
    _ line: TextLine, _ match: Pattern.Match, _ date: Range<Int>
  ) -> PlaceDate {
    func value(_ name: String) -> String? {
      let slashed = "slash" + Casing.capitalised(name)
      guard
        let range = Self.placeDate.range(name, match) ?? Self.placeDate.range(slashed, match)
      else { return nil }
      let text = String(line.text[utf8Range: range]).filter(\.isNumber)
      return text.isEmpty ? nil : text
    }
    let place =
      Self.placeDate.range("place", match) ?? match.range.lowerBound..<match.range.lowerBound
    let day = value("day")
    let month = value("month")
    let year = value("year").flatMap { $0.count == 4 ? $0 : nil }
    var complete: CivilDate?
    if let day = day.flatMap({ Int($0) }), let month = month.flatMap({ Int($0) }),
      let year = year.flatMap({ Int($0) })
    {
      complete = CivilDate(year: year, month: month, day: day)
    }
    return PlaceDate(
      span: line.span(match.range), place: line.span(place), day: day, month: month, year: year,
      date: complete, dateSpan: line.span(date))
  }
}
