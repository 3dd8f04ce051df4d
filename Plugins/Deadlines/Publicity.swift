import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Names published too short a time before the council meets.
  static let publicity = NativeCheck(
    name: "publicity", arguments: ["published", "meeting", "days"], cases: ["dates", "length"]
  ) { context in
    let times = Publicity.times(in: context.document)
    // The calendars are read when somebody asks: most papers need not.
    guard !times.isEmpty,
      let term = context.law.statutoryTerms(on: context.asOf).first(where: {
        if case .workingDaysBefore = $0.rule { !$0.awards.isEmpty } else { false }
      }), case .workingDaysBefore(let days) = term.rule
    else { return [] }
    let publicity = Publicity(context, times, term: term, days: days)
    return publicity.tooShort() + publicity.tooLate()
  }
}

private struct Publicity {
  private let context: CheckContext
  private let document: RecognisedDocument
  private let term: StatutoryTerm
  private let days: Int
  /// Times of publishing names of the awards that the term is for.
  private let publishing: [TimeMention]

  private static let publishing = Pattern(
    known: #"(?<!\p{L})(?:công\s+khai|niêm\s+yết|đăng\s+tải)(?!\p{L})"#, options: .caseless)
  /// Publishing something else, or at another time than before the council.
  private static let other = Pattern(
    known:
      #"sau\s+khi\s+(?:họp|có\s+quyết)|kết\s+quả\s+(?:xét|khen)|quyết\s+định\s+khen|công\s+khai,\s+(?:minh|dân|công)"#,
    options: .caseless)
  private static let meeting = Pattern(
    known:
      #"(?<!\p{L})(?:hội\s+đồng(?:\s+[^.;]{0,60}?)?\s+(?:họp|xét)|họp\s+(?:của\s+)?hội\s+đồng|phiên\s+họp|cuộc\s+họp)(?!\p{L})"#,
    options: .caseless)

  /// Times of publishing names, whatever the award.
  static func times(in document: RecognisedDocument) -> [TimeMention] {
    document.times.filter { time in
      !time.isCitation && !time.isCommemorative
        && publishing.matches(clause(before: time, in: document))
        && !other.matches(document.blocks[time.span.block].text)
    }
  }

  init(_ context: CheckContext, _ times: [TimeMention], term: StatutoryTerm, days: Int) {
    self.context = context
    self.term = term
    self.days = days
    document = context.document
    publishing = Publicity.naming(times, term: term, in: document, law: context.law)
  }

  /// The times about one of the term's awards, named in the same paragraph, in the one before or in
  /// the paper's subject.
  private static func naming(
    _ times: [TimeMention], term: StatutoryTerm, in document: RecognisedDocument,
    law: LegalKnowledge
  ) -> [TimeMention] {
    let awards = term.awards.compactMap { law.award(id: $0) }
    let phrases = awards.flatMap { ($0.names + $0.variants).map { Folding.key($0.text) } }
    func isNamed(in block: Int) -> Bool {
      guard document.blocks.indices.contains(block) else { return false }
      let folded = Folding.key(document.blocks[block].text)
      return phrases.contains { folded.contains($0) }
    }
    if document.components.subject.contains(where: { isNamed(in: $0.block) }) { return times }
    return times.filter { isNamed(in: $0.span.block) || isNamed(in: $0.span.block - 1) }
  }

  /// “công khai 05 ngày làm việc trước khi họp”.
  func tooShort() -> [Observation] {
    publishing.compactMap { time in
      guard case .length(let count, let unit) = time.value, unit == .workingDay || unit == .day,
        count < days
      else { return nil }
      return observation(
        time, case: "length", published: .text(document.text(time.span)), meeting: .text(""),
        verified: term.verified)
    }
  }

  /// Two days that lie too close together.
  func tooLate() -> [Observation] {
    let year = document.planYear?.years.lowerBound ?? document.date.earliest.year
    let meetings = document.times.filter { time in
      !time.isCitation && Publicity.isDay(time)
        && Publicity.meeting.matches(Publicity.clause(before: time, in: document))
    }
    guard meetings.count == 1, let meets = meetings[0].days(inYear: year)?.lowerBound else {
      return []
    }
    return publishing.filter { Publicity.isDay($0) && $0.relation != .until }.compactMap { time in
      guard let published = time.days(inYear: year)?.lowerBound else { return nil }
      let count = context.law.workingCalendar.adding(workingDays: -days, to: meets)
      guard published > count.day else { return nil }
      return observation(
        time, case: "dates", published: .date(published), meeting: .date(meets),
        verified: min(term.verified, count.verified))
    }
  }

  private func observation(
    _ time: TimeMention, case name: String, published: MessageArgument, meeting: MessageArgument,
    verified: Verification
  ) -> Observation {
    Observation(
      at: time.span, case: name,
      arguments: ["published": published, "meeting": meeting, "days": .number(days)],
      verified: verified,
      bases: [Rule.Basis(instrument: term.provision.instrument, provision: term.provision.text)])
  }

  private static func isDay(_ time: TimeMention) -> Bool {
    if case .day = time.value { true } else { false }
  }

  /// The words of the clause before a time.
  private static func clause(before time: TimeMention, in document: RecognisedDocument) -> String {
    let words = document.blocks[time.span.block].text[utf8Range: 0..<time.span.utf8.lowerBound]
    return words.split(separator: ";", omittingEmptySubsequences: false).last.map(String.init) ?? ""
  }
}
