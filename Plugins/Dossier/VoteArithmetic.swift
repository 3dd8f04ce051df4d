import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Attendance and votes that cannot be: more votes than members, a share that is not the quotient.
  static let voteArithmetic = NativeCheck(
    across: "vote-arithmetic", arguments: ["found", "other"],
    cases: ["attendance", "written", "votes", "total", "share"]
  ) { context in
    context.dossier.papers(.minutes).flatMap { index -> [DossierObservation] in
      guard let minutes = context.dossier.papers[index].minutes else { return [] }
      let tally = VoteTally(minutes, in: context.dossier.papers[index].document)
      return (tally.attendance() + minutes.ballots.compactMap(tally.fault)).map {
        DossierObservation(in: index, $0)
      }
    }
  }
}

/// The figures of one paper of minutes against each other.
private struct VoteTally {
  let minutes: Minutes
  let document: RecognisedDocument

  init(_ minutes: Minutes, in document: RecognisedDocument) {
    self.minutes = minutes
    self.document = document
  }

  private func fault(
    _ name: String, _ span: TextSpan, _ found: String, _ other: String,
    _ related: Minutes.Figure? = nil
  ) -> Observation {
    Observation(
      at: span, case: name, arguments: ["found": .text(found), "other": .text(other)],
      related: related.map {
        [
          .init(
            span: $0.span,
            message: LocalizedText(
              vi: "Biên bản ghi \($0.value).", en: "The minutes give \($0.value)."))
        ]
      } ?? [])
  }

  /// Guests sit at the meeting too.
  private static let guests = Pattern(
    known: #"(?<!\p{L})(?:mời|khách|đại\s+biểu|dự\s+thính)(?!\p{L})"#, options: .caseless)
  private static let ofCouncil = Pattern(
    known: #"(?<!\p{L})(?:thành\s+viên|ủy\s+viên|uỷ\s+viên|hội\s+đồng)(?!\p{L})"#,
    options: .caseless)

  /// Whether the present are members, as far as the words around the number tell.
  private func isOfMembers(_ figure: Minutes.Figure) -> Bool {
    let text = document.blocks[figure.span.block].text
    return Self.ofCouncil.matches(text) && !Self.guests.matches(text)
  }

  func attendance() -> [Observation] {
    var found: [Observation] = []
    if let members = minutes.members, let present = minutes.present, isOfMembers(present) {
      let sum = present.value + (minutes.absent?.value ?? 0)
      // Without a number of absent, fewer present is all there is to know.
      let isWrong = minutes.absent == nil ? sum > members.value : sum != members.value
      if isWrong {
        let words = minutes.absent.map { "\(present.value) + \($0.value)" } ?? "\(present.value)"
        found.append(fault("attendance", present.span, words, "\(members.value)", members))
      }
    }
    if let written = minutes.written, let absent = minutes.absent, written.value > absent.value {
      found.append(
        fault("written", written.span, "\(written.value)", "\(absent.value)", absent))
    }
    return found
  }

  /// The first thing wrong with one result.
  func fault(_ ballot: Minutes.Ballot) -> Observation? {
    let votes = ballot.votes
    if let total = votes.total, let members = minutes.members, total > members.value {
      return fault("total", votes.span, "\(total)", "\(members.value)", members)
    }
    if let most = votes.total ?? minutes.members?.value, votes.agreed > most {
      return fault(
        "votes", votes.span, "\(votes.agreed)", "\(most)",
        votes.total == nil ? minutes.members : nil)
    }
    guard let percent = votes.percent else { return nil }
    // Of the ballots, of the members, of those present, with those who voted in writing: whichever
    // the council counts by.
    let present = minutes.present?.value
    let bases = [
      votes.total, minutes.members?.value, present,
      minutes.written.flatMap { written in present.map { $0 + written.value } },
    ].compactMap { $0 }.filter { $0 > 0 }
    guard !bases.isEmpty, !bases.contains(where: { fits(percent, votes.agreed, of: $0) }) else {
      return nil
    }
    let base = votes.total ?? bases[0]
    return fault(
      "share", votes.span, VoteTally.text(percent),
      "\(votes.agreed)/\(base) = \(VoteTally.text((votes.agreed * 10_000 + base / 2) / base))")
  }

  /// Whether a share may have been rounded, up or down, to the decimals it is given with.
  private func fits(_ percent: Int, _ part: Int, of whole: Int) -> Bool {
    let unit = percent % 100 == 0 ? 100 : percent % 10 == 0 ? 10 : 1
    // In hundredths of a point, times the whole, so that nothing is rounded here.
    return abs(percent * whole - part * 10_000) < unit * whole
  }

  /// 8889 as “88,89 %”.
  private static func text(_ hundredths: Int) -> String {
    let decimals = hundredths % 100
    let whole = "\(hundredths / 100)"
    if decimals == 0 { return whole + " %" }
    return decimals % 10 == 0
      ? "\(whole),\(decimals / 10) %" : "\(whole),\(decimals < 10 ? "0" : "")\(decimals) %"
  }
}
