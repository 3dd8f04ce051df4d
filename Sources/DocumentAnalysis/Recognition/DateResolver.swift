import LegalKnowledge

/// Finds the day a paper is judged on. A paper that is not dated gets an interval: what is said of
/// it must hold on every day on which it can have been made.
struct DateResolver {
  let options: AnalysisOptions

  /// - Parameters:
  ///   - stated: the day that the packet around the paper gives.
  ///   - meeting: the day of the meeting, for minutes.
  ///   - attachedTo: the day of the paper that this one comes with, where it names it.
  func resolve(
    _ placeDate: PlaceDate?, stated: CivilDate?, meeting: DateMention?, attachedTo: DateMention?,
    planYear: PlanYear?, citations: [Citation]
  ) -> DocumentDate {
    if let asOf = options.asOf {
      return DocumentDate(earliest: asOf, latest: asOf, source: .option, span: placeDate?.span)
    }
    if let placeDate, let date = placeDate.date {
      return DocumentDate(
        earliest: date, latest: date, source: .placeDate, span: placeDate.dateSpan)
    }
    if let meeting, let date = meeting.date {
      return DocumentDate(earliest: date, latest: date, source: .meeting, span: meeting.span)
    }
    // Number and day are given after signing, by the system that sends the paper (Decree 30/2020,
    // Điều 15): the packet knows them even where the attached file has them blank.
    if let stated {
      return DocumentDate(earliest: stated, latest: stated, source: .metadata)
    }
    // What is attached has no date of its own (Decree 30/2020, Phụ lục I, mục III.1): it is of the
    // day of the paper it comes with.
    if let attachedTo, let date = attachedTo.date, date <= options.today {
      return DocumentDate(
        earliest: date, latest: date, source: .citations, span: attachedTo.span)
    }
    if let placeDate, let year = placeDate.year.flatMap({ Int($0) }) {
      return partial(placeDate, year: year, citations)
    }
    if let year = planYear?.years.lowerBound,
      let first = CivilDate(year: year, month: 1, day: 1),
      let from = CivilDate(year: year - 1, month: 10, day: 1),
      let last = CivilDate(year: year, month: 12, day: 31)
    {
      // “Just before the year”: plans are made from the last quarter of the year before.
      if let newest = newest(citations, within: from...last) {
        return interval(newest.date, last, .citations, newest.span)
      }
      return interval(first, last, .planYear, planYear?.span)
    }
    let all = citations.compactMap { citation in citation.date.map { ($0, citation.dateSpan) } }
      .filter { $0.0 <= options.today }
    if let newest = all.max(by: { $0.0 < $1.0 }) {
      return interval(newest.0, options.today, .citations, newest.1)
    }
    return DocumentDate(earliest: options.today, latest: options.today, source: .today)
  }

  private func partial(
    _ placeDate: PlaceDate, year: Int, _ citations: [Citation]
  ) -> DocumentDate {
    let month = placeDate.month.flatMap { Int($0) }.flatMap { (1...12).contains($0) ? $0 : nil }
    let lastMonth = month ?? 12
    guard let low = CivilDate(year: year, month: month ?? 1, day: 1),
      let high = CivilDate(
        year: year, month: lastMonth, day: CivilDate.days(inMonth: lastMonth, year: year))
    else {
      return DocumentDate(earliest: options.today, latest: options.today, source: .today)
    }
    let start = newest(citations, within: low...high)?.date ?? low
    return interval(start, high, .placeDatePartial, placeDate.dateSpan)
  }

  private func newest(
    _ citations: [Citation], within range: ClosedRange<CivilDate>
  ) -> (date: CivilDate, span: TextSpan?)? {
    citations.filter { $0.role != .withinTitle && $0.role != .history }
      .compactMap { citation in citation.date.map { (date: $0, span: citation.dateSpan) } }
      .filter { range.contains($0.date) }
      .max { $0.date < $1.date }
  }

  private func interval(
    _ low: CivilDate, _ high: CivilDate, _ source: DocumentDate.Source, _ span: TextSpan?
  ) -> DocumentDate {
    let latest = max(low, min(high, options.today))
    return DocumentDate(earliest: low, latest: latest, source: source, span: span)
  }
}
