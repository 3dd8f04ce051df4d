import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// An award asked of somebody who may not decide on it, or given in a list by such a body (Law
  /// 06/2022, Điều 77–80, 83; the matrix stands in the data).
  static let decidingAuthority = NativeCheck(
    across: "deciding-authority", arguments: ["body", "award", "deciders"],
    cases: ["above", "partly", "below", "step", "decided"]
  ) { context in
    let dossier = context.dossier
    let proposals = dossier.papers(.proposal)
    return proposals.flatMap { proposal -> [DossierObservation] in
      guard let request = Request(dossier.papers[proposal].document, context) else { return [] }
      let papers = [proposal] + (proposals.count == 1 ? dossier.papers(.list) : [])
      let proposed = papers.flatMap { ProposedAward.all(in: $0, of: dossier, context.law) }
      let isMixed = proposed.contains(where: request.isDecided)
      return proposed.compactMap { award in
        request.fault(of: award, isMixed: isMixed).map { DossierObservation(in: award.paper, $0) }
      }
    }
      + dossier.papers(.decision).flatMap { decided(in: $0, context) }
  }

  /// Levels whose heads the law names; heads of units under a department are an open question.
  private static let deciding: Set<BodyLevel> = [.commune, .district, .department, .province]

  /// Awards in the tables of a decision; those in its articles are told by
  /// `authority/award-beyond-authority`.
  private static func decided(in index: Int, _ context: DossierContext) -> [DossierObservation] {
    let document = context.dossier.papers[index].document
    let day = document.date.earliest
    guard document.issuer.isFromLetterhead, let level = document.issuer.level,
      deciding.contains(level), let name = document.issuer.name, !ArmedForces.names(document)
    else { return [] }
    return ProposedAward.all(in: index, of: context.dossier, context.law).compactMap { award in
      guard document.blocks[award.span.block].place.cell != nil else { return nil }
      let powers = award.awards.map { context.law.deciders(of: $0, on: day) }
      guard powers.allSatisfy({ !$0.isEmpty }),
        award.awards.allSatisfy({
          context.law.authority(for: $0, level: level, on: day).isEmpty
        })
      else { return nil }
      return DossierObservation(
        in: index,
        context.law.observation("decided", award, body: name, powers.flatMap { $0 }, on: day))
    }
  }
}

/// The armed forces have rules of their own (Law 06/2022, Điều 79 khoản 5, Điều 80 khoản 5).
private enum ArmedForces {
  private static let words = Pattern(
    known: #"(?<!\p{L})(?:công\s+an|quân\s+(?:sự|đội|khu)|bộ\s+đội|biên\s+phòng|quốc\s+phòng)"#,
    options: .caseless)

  static func names(_ document: RecognisedDocument) -> Bool {
    (document.components.superiorBody + document.components.issuingBody).contains {
      words.matches(document.text($0))
    }
  }
}

/// Whom a proposal asks.
private struct Request {
  private let document: RecognisedDocument
  private let law: LegalKnowledge
  private let day: CivilDate
  /// Levels whose heads the addressees are or serve.
  private let levels: Set<BodyLevel>
  /// Ids of actors, for addressees at the top.
  private let actors: Set<String>
  private let name: String

  /// Nil when it is not known of every addressee for whom it works.
  init?(_ document: RecognisedDocument, _ context: DossierContext) {
    self.document = document
    law = context.law
    day = context.asOf
    guard let addressee = document.components.addressee, !addressee.bodies.isEmpty,
      !ArmedForces.names(document)
    else { return nil }
    var levels: Set<BodyLevel> = []
    var actors: Set<String> = []
    for line in addressee.bodies {
      let named = document.bodies.filter {
        $0.span.block == line.block && line.utf8.overlaps($0.span.utf8)
      }
      guard !named.isEmpty else { return nil }
      for body in named {
        guard let reach = Request.reach(of: body, law, on: day) else { return nil }
        levels.formUnion(reach)
        if law.actor(id: body.type) != nil { actors.insert(body.type) }
      }
    }
    self.levels = levels
    self.actors = actors
    name =
      addressee.bodies.map { document.text($0) }.joined(separator: "; ")
      .trimmingMarks
  }

  /// The levels on which the head of a body, or the head it serves, decides; nil when not known.
  private static func reach(
    of body: BodyMention, _ law: LegalKnowledge, on day: CivilDate
  ) -> Set<BodyLevel>? {
    guard let level = body.level else { return nil }
    let served = BodyLevel.allCases.filter { served in
      law.standingBodies(of: served, on: day).contains { $0.body == body.type }
        // A standing body of its own name on the level: “Ban Thi đua - Khen thưởng tỉnh”.
        || body.type == "ban-tdkt" && served == .province
    }
    switch level {
    case .commune, .district, .province, .central, .unit: return Set(served + [level])
    case .department: return Set(served + [level])
    case .office: return served.isEmpty ? nil : Set(served)
    case .party, .massOrganisation: return nil
    }
  }

  private static let rank: [BodyLevel: Int] = [
    .unit: 0, .office: 0, .commune: 1, .department: 2, .district: 2, .province: 3, .central: 4,
  ]
  private static let committees: Set<BodyLevel> = [.commune, .district, .province]
  private static let deciding = Pattern(
    known:
      #"(?<!\p{L})(?:xem\s+xét|xét)?\s*,?\s*(?:và\s+)?quyết\s+định(?!\p{L})(?!\s+(?:số|này|ban|thành\s+lập))"#,
    options: .caseless)
  private static let onward = Pattern(
    known:
      #"(?<!\p{L})(?:cấp\s+(?:trên|tỉnh|huyện|trung\s+ương|có\s+thẩm\s+quyền)|trung\s+ương|(?:xem\s+xét|xét)\s*,?\s*(?:và\s+)?(?:trình|đề\s+nghị))(?!\p{L})"#,
    options: .caseless)

  /// Whether an addressee decides on the award, or on one that its name may mean.
  func isDecided(_ award: ProposedAward) -> Bool {
    award.awards.contains { award in
      law.deciders(of: award, on: day).contains {
        !(law.actor(id: $0.actor)?.levels ?? []).isDisjoint(with: levels)
      }
    }
  }

  /// - Parameter isMixed: the paper has others on which the addressee does decide, so that its words
  ///   may be meant for those.
  func fault(of award: ProposedAward, isMixed: Bool) -> Observation? {
    let powers = award.awards.map { law.deciders(of: $0, on: day) }
    guard powers.allSatisfy({ !$0.isEmpty }) else { return nil }
    let all = powers.flatMap { $0 }
    if let step = wrongStep(award) { return step }
    let deciders = all.flatMap { law.actor(id: $0.actor)?.levels ?? [] }
    guard !isDecided(award), let most = levels.compactMap({ Self.rank[$0] }).max()
    else { return nil }
    // Among the committees, as far as one of them decides; heads of units and ministers stand beside
    // that chain.
    let chain = deciders.filter(Self.committees.contains)
    let ranks = (chain.isEmpty ? deciders : chain).compactMap { Self.rank[$0] }
    if ranks.allSatisfy({ $0 > most }) {
      // On the way up: wrong only where the addressee itself is to decide.
      guard saysThatItDecides(deciders) else { return nil }
      return law.observation(isMixed ? "partly" : "above", award, body: name, all, on: day)
    }
    return ranks.allSatisfy { $0 < most }
      ? law.observation("below", award, body: name, all, on: day) : nil
  }

  /// The body of the paper has the addressee decide, and speaks of nobody above.
  private func saysThatItDecides(_ levels: [BodyLevel]) -> Bool {
    let body = document.components.body
    let blocks = body.filter { document.blocks[$0].place.cell == nil }
    let texts = blocks.map { document.blocks[$0].text }
    guard texts.contains(where: { Self.deciding.matches($0) }),
      !texts.contains(where: { Self.onward.matches($0) })
    else { return false }
    return !document.bodies.contains { mention in
      body.contains(mention.span.block) && !mention.isCited
        && mention.level.map(levels.contains) ?? false
    }
  }

  /// Asked of the last on the way, past the one who submits it.
  private func wrongStep(_ award: ProposedAward) -> Observation? {
    guard !actors.isEmpty else { return nil }
    let paths = award.awards.flatMap { law.proposalPaths(of: $0, on: day) }
    guard !paths.isEmpty,
      paths.allSatisfy({ path in
        actors.isDisjoint(with: path.steps.prefix(1)) && path.steps.count > 1
          && !actors.isDisjoint(with: path.steps.dropFirst())
      }), let first = paths[0].steps.first, let title = law.actor(id: first)?.title
    else { return nil }
    let provision = paths[0].provision
    return Observation(
      at: award.span, case: "step",
      arguments: [
        "body": .text(name), "award": .text(award.awards[0].name(on: day)),
        "deciders": .localized(title),
      ], verified: paths.map(\.verified).min() ?? .no,
      bases: [Rule.Basis(instrument: provision.instrument, provision: provision.text)])
  }
}

extension LegalKnowledge {
  fileprivate func observation(
    _ name: String, _ award: ProposedAward, body: String, _ powers: [Authority],
    on day: CivilDate
  ) -> Observation {
    var titles: [LocalizedText] = []
    for actor in powers.compactMap({ actor(id: $0.actor) }) where !titles.contains(actor.title) {
      titles.append(actor.title)
    }
    let provision = powers.first?.provision
    return Observation(
      at: award.span, case: name,
      arguments: [
        "body": .text(body), "award": .text(award.awards[0].name(on: day)),
        "deciders": .localized(
          LocalizedText(
            vi: titles.prefix(3).map(\.vi).joined(separator: "; "),
            en: titles.prefix(3).map { $0[.en] }.joined(separator: "; "))),
      ], verified: powers.map(\.verified).min() ?? .no,
      bases: provision.map { [Rule.Basis(instrument: $0.instrument, provision: $0.text)] })
  }
}

extension String {
  /// Without the punctuation and white space at its end.
  fileprivate var trimmingMarks: String {
    var scalars = unicodeScalars[...]
    while let last = scalars.last, ";.,: ".unicodeScalars.contains(last) { scalars.removeLast() }
    return String(scalars)
  }
}
