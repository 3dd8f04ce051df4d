import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A day or month the calendar does not have. The place-and-date line has a rule of its own
  /// (structure/malformed-place-date), and the lunar calendar has a 30/02.
  static let invalidDate = NativeCheck(
    name: "invalid-date", arguments: ["date"]
  ) { context in
    let document = context.document
    let own = document.components.placeDate?.span.block
    return document.times.compactMap { time -> Observation? in
      guard time.span.block != own, !exists(time) else { return nil }
      let text = document.blocks[time.span.block].text
      let after = text[utf8Range: time.span.utf8.upperBound..<text.utf8.count].prefix(12)
      guard !after.lowercased().contains("âm lịch"), !after.lowercased().contains("(âl") else {
        return nil
      }
      return Observation(at: time.span, arguments: ["date": .text(document.text(time.span))])
    }
  }

  private static func exists(_ time: TimeMention) -> Bool {
    switch time.value {
    case .day(let day, let month, let year):
      // 2024 has a 29 February: without a year the day may be meant in such a one.
      CivilDate(year: year ?? 2024, month: month, day: day) != nil
    case .month(let month, let year):
      // “lương tháng 13” is no month of the calendar; with a year or a relation it must be one.
      (1...12).contains(month) || year == nil && time.relation == .none
    default: true
    }
  }

  /// A period whose end lies before its beginning.
  static let reversedRange = NativeCheck(
    name: "reversed-range", arguments: ["range"]
  ) { context in
    let document = context.document
    var found = document.times.compactMap { time -> Observation? in
      guard case .period(_, let first, let last) = time.value, first > last else { return nil }
      return Observation(at: time.span, arguments: ["range": .text(document.text(time.span))])
    }
    for (from, to) in zip(document.times, document.times.dropFirst())
    where from.span.block == to.span.block && from.relation == .from && to.relation == .until
      && to.span.utf8.lowerBound - from.span.utf8.upperBound <= 18 && isReversed(from, to)
    {
      let span = TextSpan(
        block: from.span.block, utf8: from.span.utf8.lowerBound..<to.span.utf8.upperBound)
      found.append(Observation(at: span, arguments: ["range": .text(document.text(span))]))
    }
    return found
  }

  /// Without a year at the first end a range may run over New Year, so then only one month decides.
  private static func isReversed(_ from: TimeMention, _ to: TimeMention) -> Bool {
    switch (from.value, to.value) {
    case (.year(let first), .year(let last)): return first > last
    case (.day(let firstDay, let firstMonth, let first), .day(let lastDay, let lastMonth, let last)):
      if let first, let last {
        return (first, firstMonth, firstDay) > (last, lastMonth, lastDay)
      }
      return first == nil && firstMonth == lastMonth && firstDay > lastDay
    default: return false
    }
  }
}
