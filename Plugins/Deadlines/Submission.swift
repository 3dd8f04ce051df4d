import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A dossier sent, or to be sent, after the day that the law or a local regulation gives.
  static let statutorySubmission = NativeCheck(
    name: "statutory-submission", arguments: ["award", "date", "due", "source"],
    cases: ["sent", "scheduled", "local"]
  ) { context in
    Submission.local(context) + Submission.sent(context) + Submission.scheduled(context)
  }
}

private enum Submission {
  /// Terms on days of the year for dossiers of named awards; only facts compared with their source.
  static func terms(_ context: CheckContext) -> [StatutoryTerm] {
    let day = context.asOf
    return context.law.statutoryTerms(on: day).filter { term in
      guard case .yearly = term.rule else { return false }
      return !term.awards.isEmpty && term.verified == .yes
        && term.validity.contains(context.document.date.latest)
    }
  }

  // MARK: Dossiers sent

  /// A proposal to the centre dated after the last day.
  static func sent(_ context: CheckContext) -> [Observation] {
    let document = context.document
    let subject = document.components.subject
    guard context.kind?.id == "to-trinh", let sent = document.components.placeDate?.date,
      let addressee = document.components.addressee,
      addressee.bodies.contains(where: { centre.matches(document.text($0)) }),
      let year = reviewed(in: subject.map(\.block), document)
    else { return [] }
    let terms = terms(context)
    return subject.flatMap { span in
      mentions(in: span.block, of: terms, context).compactMap { mention -> Observation? in
        guard let due = mention.due(year), sent > due else { return nil }
        return Observation(
          at: document.components.placeDate?.dateSpan ?? span, case: "sent",
          arguments: arguments(mention.name, sent, due, mention.term),
          verified: mention.term.verified, bases: [basis(mention.term)],
          related: [
            Observation.RelatedSpan(
              span: mention.span, message: LocalizedText(vi: "hồ sơ", en: "the dossier"))
          ])
      }
    }
  }

  private static let centre = Pattern(
    known: #"(?<!\p{L})(?:bộ\s+nội\s+vụ|thủ\s+tướng|chính\s+phủ|trung\s+ương)(?!\p{L})"#,
    options: .caseless)

  // MARK: Dossiers to be sent

  /// A time for a dossier, later than the law's last day for the year it is about.
  static func scheduled(_ context: CheckContext) -> [Observation] {
    let document = context.document
    let times = PlanTimes(document)
    let dated = times.deadlines.compactMap {
      time -> (time: TimeMention, last: CivilDate, year: Int)? in
      guard dossier.matches(document.blocks[time.span.block].text),
        let last = last(of: time, in: document, year: times.defaultYear),
        let year = reviewed(in: [time.span.block], document, except: time),
        // No dossier is due before its year is over.
        last.year > year
      else { return nil }
      return (time, last, year)
    }
    // The calendars are read when somebody asks: most papers need not.
    guard !dated.isEmpty else { return [] }
    let terms = terms(context)
    return dated.flatMap { time, last, year in
      mentions(in: time.span.block, of: terms, context).compactMap { mention -> Observation? in
        guard let due = mention.due(year), last > due else { return nil }
        return Observation(
          at: time.span, case: "scheduled",
          arguments: arguments(mention.name, last, due, mention.term),
          verified: mention.term.verified, bases: [basis(mention.term)])
      }
    }
  }

  private static let dossier = Pattern(
    known: #"(?<!\p{L})(?:hồ\s+sơ|tờ\s+trình|đề\s+nghị|trình)(?!\p{L})"#, options: .caseless)
  private static let strictly = Pattern(known: #"trước(?:\s+ngày)?\s*$"#, options: .caseless)

  /// The last day that a time leaves: “trước ngày 10/12” leaves the ninth.
  private static func last(
    of time: TimeMention, in document: RecognisedDocument, year: Int?
  ) -> CivilDate? {
    guard let days = time.days(inYear: year) else { return nil }
    guard case .day = time.value else { return days.upperBound }
    let text = document.blocks[time.span.block].text
    let low = text.utf8Start(before: time.span.utf8.lowerBound, atMost: 24)
    let before = String(text[utf8Range: low..<time.span.utf8.lowerBound])
    return strictly.matches(before)
      ? CivilDate(dayNumber: days.upperBound.dayNumber - 1) : days.upperBound
  }

  // MARK: What a dossier is for

  private struct Mention {
    var name: String
    var span: TextSpan
    var term: StatutoryTerm

    /// The last day for the results of a year. “Hằng năm” is the year after: a year is summed up
    /// when it is over.
    func due(_ year: Int) -> CivilDate? {
      guard case .yearly(let month, let day, let after) = term.rule else { return nil }
      return CivilDate(year: year + max(1, after), month: month, day: day)
    }
  }

  /// Reviews and closes of a movement have dates of their own.
  private static let movement = Pattern(
    known: #"phong\s+trào|chuyên\s+đề|đột\s+xuất|giai\s+đoạn"#, options: .caseless)

  private static func mentions(
    in block: Int, of terms: [StatutoryTerm], _ context: CheckContext
  ) -> [Mention] {
    let document = context.document
    let text = document.blocks[block].text
    guard !movement.matches(text) else { return [] }
    let folded = Folding.key(text)
    var found: [Mention] = []
    for id in Set(terms.flatMap(\.awards)).sorted() {
      guard let award = context.law.award(id: id),
        let name = (award.names + award.variants).map(\.text)
          .first(where: { folded.contains(Folding.key($0)) })
      else { continue }
      let own = terms.filter { $0.awards.contains(id) }
      let sectors = own.filter { term in
        term.sector.map { isOf(sector: $0, context) } ?? false
      }
      // A sector's own date comes in place of the common one.
      guard let term = sectors.first ?? own.first(where: { $0.sector == nil }) else { continue }
      found.append(
        Mention(name: name, span: TextSpan(block: block, utf8: 0..<text.utf8.count), term: term))
    }
    return found
  }

  /// Whether the paper is of a sector: its name stands anywhere.
  private static func isOf(sector id: String, _ context: CheckContext) -> Bool {
    guard let term = context.law.term(id: id) else { return false }
    // “ngành giáo dục”: its bodies are named without the first word.
    let title = Folding.key(term.title.vi)
    let words = title.split(separator: " ").dropFirst().joined(separator: " ")
    return context.document.blocks.contains { block in
      let folded = Folding.key(block.text)
      return folded.contains(words)
    }
  }

  /// The one year whose results the blocks are about; nil when none or several are named.
  private static func reviewed(
    in blocks: [Int], _ document: RecognisedDocument, except other: TimeMention? = nil
  ) -> Int? {
    let years = Set(
      document.times.filter { time in
        blocks.contains(time.span.block) && time != other && !time.isCitation
          && !time.isCommemorative
      }.compactMap { time -> Int? in
        switch time.value {
        case .year(let year): year
        case .period(.schoolYear, _, let last): last
        default: nil
        }
      })
    return years.count == 1 ? years.first : nil
  }

  private static func arguments(
    _ award: String, _ date: CivilDate, _ due: CivilDate, _ term: StatutoryTerm
  ) -> [String: MessageArgument] {
    [
      "award": .text(award), "date": .date(date), "due": .date(due),
      "source": .localized(term.title),
    ]
  }

  private static func basis(_ term: StatutoryTerm) -> Rule.Basis {
    Rule.Basis(instrument: term.provision.instrument, provision: term.provision.text)
  }

  // MARK: Local regulations

  /// Times later, or shorter, than a loaded pack allows for what its words name.
  static func local(_ context: CheckContext) -> [Observation] {
    let document = context.document
    let packs = context.law.packs.filter { pack in
      pack.validity.contains(document.date.earliest) && isBound(document.issuer, by: pack)
    }
    guard !packs.isEmpty else { return [] }
    let times = PlanTimes(document)
    return packs.flatMap { pack in
      pack.deadlines.flatMap { deadline in
        times.work.compactMap { time -> Observation? in
          let text = document.blocks[time.span.block].text
          guard deadline.isAbout(text),
            let late = late(time, against: deadline.rule, in: document, times)
          else { return nil }
          return Observation(
            at: time.span, case: "local",
            arguments: [
              "award": .text(""), "date": .localized(late.said), "due": .localized(late.due),
              "source": .localized(deadline.title),
            ], verified: min(deadline.verified, pack.verified),
            bases: [
              Rule.Basis(
                instrument: deadline.provision.instrument, provision: deadline.provision.text)
            ])
        }
      }
    }
  }

  /// Bodies at its level in its territory, and those below wherever the pack is loaded.
  private static func isBound(_ issuer: Issuer, by pack: LocalPack) -> Bool {
    guard let level = issuer.level else { return false }
    let order: [BodyLevel] = [
      .central, .province, .department, .district, .office, .commune, .unit,
    ]
    guard let own = order.firstIndex(of: level), let packs = order.firstIndex(of: pack.level),
      own >= packs
    else { return false }
    return level != pack.level || issuer.name?.contains(pack.territory) == true
  }

  private static func late(
    _ time: TimeMention, against rule: StatutoryTerm.Rule, in document: RecognisedDocument,
    _ times: PlanTimes
  ) -> (said: LocalizedText, due: LocalizedText)? {
    switch (rule, time.value) {
    case (.yearly(let month, let day, _), .day):
      guard time.relation == .before || time.relation == .within,
        let last = last(of: time, in: document, year: times.defaultYear),
        let due = CivilDate(year: last.year, month: month, day: day), last > due
      else { return nil }
      return (said(last), said(due))
    case (.daysBefore(let least), .length(let count, .day)):
      let text = document.blocks[time.span.block].text
      let after = text[utf8Range: time.span.utf8.upperBound..<text.utf8.count].prefix(8)
      let isBefore = time.relation == .before || after.lowercased().hasPrefix(" trước")
      guard isBefore, count < least else { return nil }
      return (days(count), days(least))
    default: return nil
    }
  }

  private static func said(_ day: CivilDate) -> LocalizedText {
    LocalizedText(vi: "ngày \(day.vietnamese)", en: day.iso)
  }

  private static func days(_ count: Int) -> LocalizedText {
    LocalizedText(vi: "\(count) ngày trước", en: "\(count) days before")
  }
}
