import DocumentModel
import LegalKnowledge
import TextMatching

/// Finds dates as Vietnamese papers write them: `31/7/2017`, `31-7-2017`, “ngày 31 tháng 7 năm
/// 2017”, and months (“tháng 5 năm 2024”). A date that cannot exist is kept, without `date`.
public struct DateFinder: Sendable {
  public init() {}

  /// All dates, in reading order. Spans leave out the word “ngày”.
  public func dates(in blocks: [Block]) -> [DateMention] {
    var result: [DateMention] = []
    for (index, block) in blocks.enumerated() {
      for found in DateFinder.find(in: block.text) {
        result.append(
          DateMention(
            span: TextSpan(block: index, utf8: found.range), day: found.day, month: found.month,
            year: found.year, date: found.date))
      }
    }
    return result
  }

  /// A date with its place in a block's text.
  struct Found {
    var range: Range<Int>
    var day: Int?
    var month: Int?
    var year: Int?

    var date: CivilDate? {
      guard let day, let month, let year else { return nil }
      return CivilDate(year: year, month: month, day: day)
    }
  }

  static func find(in text: String) -> [Found] {
    anywhere.matches(in: text).compactMap { found(in: text, match: $0) }
  }

  /// The date that begins exactly at the UTF-8 offset.
  static func date(in text: String, at start: Int, until end: Int? = nil) -> Found? {
    here.firstMatch(in: text, from: start, until: end).flatMap { found(in: text, match: $0) }
  }

  private static func found(in text: String, match: Pattern.Match) -> Found? {
    func number(_ group: Int) -> Int? { match[group].flatMap { Int(text[utf8Range: $0]) } }
    // Groups: 1 day, 3 month, 4 year with separators; 5–7 in words; 8–9 month and year;
    // 10–12 with full stops.
    for (day, month, year) in [(1, 3, 4), (5, 6, 7), (10, 11, 12)] {
      if let day = number(day), let month = number(month), let year = number(year) {
        return Found(range: match.range, day: day, month: month, year: year)
      }
    }
    if let month = number(8), let year = number(9) {
      return Found(range: match.range, day: nil, month: month, year: year)
    }
    return nil
  }

  private static let shapes =
    #"(?:(\d{1,2})(/|-|\s/\s?|/\s)(\d{1,2})\2(\d{4})(?![\d/])"#
    + #"|(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+năm\s+(\d{4})(?!\d)"#
    + #"|tháng\s+(\d{1,2})(?:,?\s+năm\s+|\s?[/-]\s?)(\d{4})(?![\d/])"#
    + #"|(?<=ngày\s)(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d/]))"#
  private static let anywhere = Pattern(
    known: #"(?<![\d/])"# + shapes, options: .caseless)
  private static let here = Pattern(known: #"\G"# + shapes, options: .caseless)
}
