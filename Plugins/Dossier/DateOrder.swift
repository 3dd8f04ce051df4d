import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// The council meets before its body proposes, the proposal comes before the decision, and what
  /// the council counts has been recognised by then.
  static let dateOrder = NativeCheck(
    across: "date-order", arguments: ["day", "other"],
    cases: ["minutes", "cited-minutes", "decision", "initiative"]
  ) { context in
    let order = DateOrder(context.dossier)
    return order.minutes() + order.citedMinutes() + order.decisions() + order.initiatives()
  }
}

/// Days of the papers of one dossier that cannot be in this order.
private struct DateOrder {
  let dossier: Dossier

  init(_ dossier: Dossier) { self.dossier = dossier }

  private func observation(
    _ name: String, _ paper: Int, _ span: TextSpan, day: CivilDate, after other: CivilDate,
    at place: DossierSpan?, _ words: LocalizedText
  ) -> DossierObservation {
    DossierObservation(
      in: paper,
      Observation(
        at: span, case: name, arguments: ["day": .date(day), "other": .date(other)]),
      others: place.map { [.init(place: $0, message: words)] } ?? [])
  }

  /// The day of a paper and its place, when the day is certain and written in the paper.
  private func day(of index: Int) -> (date: CivilDate, span: TextSpan)? {
    let document = dossier.papers[index].document
    guard document.date.isCertain, let span = document.date.span else { return nil }
    return (document.date.earliest, span)
  }

  // MARK: Minutes and proposal

  /// Minutes of the proposing body itself. The council of the body that is asked meets afterwards,
  /// and rightly so.
  func minutes() -> [DossierObservation] {
    dossier.papers(.minutes).compactMap { index in
      let paper = dossier.papers[index]
      guard let minutes = paper.minutes, let date = minutes.date, let span = minutes.dateSpan,
        let level = paper.document.issuer.level
      else { return nil }
      let own = dossier.papers(.proposal).filter {
        dossier.papers[$0].document.issuer.level == level
      }
      guard own.count == 1, let proposed = day(of: own[0]), date > proposed.date else {
        return nil
      }
      return observation(
        "minutes", index, span, day: date, after: proposed.date,
        at: DossierSpan(paper: own[0], span: proposed.span),
        LocalizedText(vi: "Ngày của tờ trình.", en: "The day of the proposal."))
    }
  }

  private static let minutesBefore = Pattern(
    known:
      #"(?<!\p{L})biên\s+bản(?:(?!tờ\s+trình|quyết\s+định|công\s+văn|kế\s+hoạch)[^.;]){0,200}$"#,
    options: .caseless)

  /// “Xét Biên bản họp ngày …” in a proposal made before that day.
  func citedMinutes() -> [DossierObservation] {
    dossier.papers(.proposal).flatMap { index -> [DossierObservation] in
      let document = dossier.papers[index].document
      guard let proposed = day(of: index) else { return [] }
      return document.dates.compactMap { mention in
        guard let date = mention.date, date > proposed.date, mention.span != proposed.span,
          Self.minutesBefore.firstMatch(
            in: document.blocks[mention.span.block].text, from: 0,
            until: mention.span.utf8.lowerBound) != nil
        else { return nil }
        return observation(
          "cited-minutes", index, mention.span, day: date, after: proposed.date,
          at: DossierSpan(paper: index, span: proposed.span),
          LocalizedText(vi: "Ngày của tờ trình.", en: "The day of the proposal."))
      }
    }
  }

  // MARK: Proposal and decision

  /// A decision on what the proposal asks for. Decisions of earlier years, kept as proof, are older
  /// than any proposal.
  func decisions() -> [DossierObservation] {
    dossier.papers(.decision).flatMap { index -> [DossierObservation] in
      guard let decided = day(of: index), dossier.papers[index].document.stage == .issued else {
        return []
      }
      return dossier.papers(.proposal).compactMap { proposal in
        guard let proposed = day(of: proposal), proposed.date > decided.date,
          answers(index, proposal)
        else { return nil }
        return observation(
          "decision", proposal, proposed.span, day: proposed.date, after: decided.date,
          at: DossierSpan(paper: index, span: decided.span),
          LocalizedText(vi: "Ngày của quyết định.", en: "The day of the decision."))
      }
    }
  }

  /// Whether the decision names the proposal, or gives one of its nominees the award of the same
  /// year.
  private func answers(_ decision: Int, _ proposal: Int) -> Bool {
    let decided = dossier.papers[decision]
    let proposed = dossier.papers[proposal]
    if let number = proposed.document.components.numberSymbol, !number.isBlank {
      let own = proposed.document.text(number.value)
      if decided.document.blocks.contains(where: { $0.text.contains(own) }) { return true }
    }
    guard let years = years(decided), years == self.years(proposed) else { return false }
    return decided.register.nominees.contains { nominee in
      !nominee.key.isEmpty
        && proposed.register.nominees.contains { other in
          other.key == nominee.key
            && other.awards.contains { award in nominee.awards.contains { $0.mayEqual(award) } }
        }
    }
  }

  private static let year = Pattern(known: #"(?<![\d/.-])((?:19|20)\d{2})(?!\d)"#)

  /// The years in the subject; nil when it names none.
  private func years(_ paper: Dossier.Paper) -> Set<String>? {
    let words = paper.document.components.subject.map(paper.document.text).joined(separator: " ")
    let years = Self.year.matches(in: words).map { String(words[utf8Range: $0.range]) }
    return years.isEmpty ? nil : Set(years)
  }

  // MARK: Initiatives

  /// Against the last meeting: an earlier one may have been a first look.
  func initiatives() -> [DossierObservation] {
    let meetings = dossier.papers(.minutes).compactMap { index -> (CivilDate, DossierSpan)? in
      guard let minutes = dossier.papers[index].minutes, let date = minutes.date,
        let span = minutes.dateSpan
      else { return nil }
      return (date, DossierSpan(paper: index, span: span))
    }
    guard let (last, place) = meetings.max(by: { $0.0 < $1.0 }) else { return [] }
    var told: Set<String> = []
    var found: [DossierObservation] = []
    for index in dossier.papers(.certificate) + dossier.papers(.report) {
      let paper = dossier.papers[index]
      for work in paper.works + (paper.report?.works ?? []) {
        guard let symbol = work.decision.symbol, let date = work.decision.date, date > last,
          told.insert(work.key + symbol).inserted
        else { continue }
        found.append(
          observation(
            "initiative", index, work.decision.symbolSpan ?? work.span, day: date, after: last,
            at: place,
            LocalizedText(vi: "Ngày họp của Hội đồng.", en: "The day of the meeting.")))
      }
      guard paper.role == .certificate, !paper.works.contains(where: { $0.decision.date != nil }),
        let certified = day(of: index), certified.date > last
      else { continue }
      found.append(
        observation(
          "initiative", index, certified.span, day: certified.date, after: last, at: place,
          LocalizedText(vi: "Ngày họp của Hội đồng.", en: "The day of the meeting.")))
    }
    return found
  }
}
