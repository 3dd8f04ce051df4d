import DocumentAnalysis
import LegalKnowledge
import TextMatching

/// Reads the awards of the past that a list gives beside a name: “Chiến sĩ thi đua cơ sở các năm
/// 2023, 2024 (Quyết định số 15/QĐ-UBND ngày 10/01/2025)”.
struct GroundsReader {
  let awards: AwardFinder

  private static let year = Pattern(known: #"(?<![\d/.-])((?:19|20)\d{2})(?![\d/]|\s*[-–—]\s*\d)"#)

  /// One entry for each award and year; one without years when none is given.
  /// - Parameter blocks: indices of the cell's paragraphs.
  func entries(
    in blocks: some Sequence<Int>, _ document: RecognisedDocument, on day: CivilDate
  ) -> [HistoryEntry] {
    let decisions = DecisionFinder(document: document)
    return blocks.flatMap { block -> [HistoryEntry] in
      let text = document.blocks[block].text
      let named = awards.mentions(in: text, block: block, on: day)
      return named.indices.flatMap { index -> [HistoryEntry] in
        let mention = named[index]
        let next = index + 1 < named.count ? named[index + 1].span.utf8.lowerBound : text.utf8.count
        // “Năm 2023: Lao động tiên tiến” has its year in front.
        let start = index == 0 ? 0 : mention.span.utf8.lowerBound
        let range = start..<next
        let decision = decisions.decision(in: [TextSpan(block: block, utf8: range)])
        let dates = document.dates.filter { $0.span.block == block }.map(\.span.utf8)
        var years: [ClosedRange<Int>] = []
        for match in Self.year.matches(in: String(text[utf8Range: range])) {
          guard let group = match[1] else { continue }
          let place = range.lowerBound + group.lowerBound..<range.lowerBound + group.upperBound
          guard !dates.contains(where: { $0.overlaps(place) }),
            let value = Int(text[utf8Range: place])
          else { continue }
          years.append(value...value)
        }
        if years.isEmpty, let span = YearSpan.read(words(range, text, without: dates)) {
          years = [span]
        }
        let found: [ClosedRange<Int>?] = years.isEmpty ? [nil] : years
        return found.map {
          HistoryEntry(
            years: $0, award: mention, completion: nil, decision: decision, span: mention.span)
        }
      }
    }
  }

  /// The words of a range, dates left out: the day of a decision is no year of an award.
  private func words(_ range: Range<Int>, _ text: String, without dates: [Range<Int>]) -> String {
    var result = ""
    var start = range.lowerBound
    for date in dates where date.lowerBound >= start && date.upperBound <= range.upperBound {
      result += text[utf8Range: start..<date.lowerBound]
      start = date.upperBound
    }
    return result + text[utf8Range: start..<range.upperBound]
  }
}
