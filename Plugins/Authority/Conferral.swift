import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// An award that the paper has somebody confer.
struct Conferral {
  /// The awards its name may mean.
  var awards: [Award]
  var span: TextSpan
  /// Level of the body whose head confers.
  var level: BodyLevel
  /// “Chủ tịch UBND xã”.
  var actor: String

  /// Levels whose heads the law names; heads of units under a department are an open question.
  private static let levels: Set<BodyLevel> = [.commune, .district, .department, .province]

  static func all(in context: CheckContext) -> [Conferral] {
    let document = context.document
    let passages = spoken(document) + decided(context)
    guard !passages.isEmpty, let pattern = namePattern(context.law) else { return [] }
    let names = AwardNames(context.law.awardBook.awards)
    return passages.flatMap { passage in
      pattern.matches(in: passage.text).compactMap { match -> Conferral? in
        let named = match[1] ?? match.range
        let name = String(passage.text[utf8Range: named])
        let words = name.split(separator: " ").joined(separator: " ")
        let awards =
          family(named: words, context.law)
          ?? names.awards(
            named: words, on: context.asOf
          ).map(\.award)
        guard !awards.isEmpty else { return nil }
        let low = passage.span.utf8.lowerBound + named.lowerBound
        return Conferral(
          awards: awards,
          span: TextSpan(block: passage.span.block, utf8: low..<low + named.count),
          level: passage.level, actor: passage.actor)
      }
    }
  }

  private struct Passage {
    var text: String
    var span: TextSpan
    var level: BodyLevel
    var actor: String
  }

  private static let head = Pattern(known: #"^(?:chủ\s+tịch|giám\s+đốc)$"#, options: .caseless)
  /// What follows in the clause is somebody else's to confer.
  private static let handing = Pattern(
    known:
      #"(?<!\p{L})(?:đề\s+nghị|trình|xét|đề\s+xuất|được|do|để|cho|đạt|có|khi|nếu|đối\s+với|kèm)(?!\p{L})"#,
    options: .caseless)

  /// “Chủ tịch UBND xã quyết định tặng …”.
  private static func spoken(_ document: RecognisedDocument) -> [Passage] {
    document.acts.compactMap { act in
      guard act.kind == .confer, !act.isRequested, !act.isSubordinate, !act.actor.isCited,
        let level = act.actor.level, levels.contains(level), let office = act.actor.office,
        head.matches(document.text(office))
      else { return nil }
      let text = document.blocks[act.verb.block].text
      let from = act.verb.utf8.upperBound
      let end =
        handing.firstMatch(in: text, from: from, until: act.clauseEnd)?.range.lowerBound
        ?? act.clauseEnd
      let span = TextSpan(block: act.verb.block, utf8: from..<max(from, end))
      return Passage(
        text: document.text(span), span: span, level: level,
        actor: document.text(office) + " " + document.text(act.actor.span))
    }
  }

  private static let article = Pattern(
    known:
      #"^\s*(?:điều\s+\d+\s*[.:]\s*)?(?:nay\s+)?(?:quyết\s+định\s+)?(?:tặng|công\s+nhận)(?!\p{L})"#,
    options: .caseless)

  /// “Điều 1. Tặng …” in a decision.
  private static func decided(_ context: CheckContext) -> [Passage] {
    let document = context.document
    guard context.kind?.id == "quyet-dinh", document.issuer.isFromLetterhead,
      let level = document.issuer.level, levels.contains(level), let name = document.issuer.name
    else { return [] }
    return document.components.body.compactMap { index in
      let text = document.blocks[index].text
      guard let match = article.firstMatch(in: text) else { return nil }
      let from = match.range.upperBound
      let end =
        handing.firstMatch(in: text, from: from)?.range.lowerBound ?? text.utf8.count
      let span = TextSpan(block: index, utf8: from..<end)
      return Passage(text: document.text(span), span: span, level: level, actor: name)
    }
  }

  /// Said without whose it is, it may be any of them.
  private static let families = ["Bằng khen", "Cờ thi đua"]

  private static func family(named name: String, _ law: LegalKnowledge) -> [Award]? {
    let key = Folding.key(name)
    guard families.contains(where: { Folding.key($0) == key }) else { return nil }
    return law.awardBook.awards.filter { award in
      award.names.contains { Folding.key($0.text).hasPrefix(key + " ") }
    }
  }

  /// The names of all awards and of their families, the longest first.
  static func namePattern(_ law: LegalKnowledge) -> Pattern? {
    let names = Set(
      families + law.awardBook.awards.flatMap { ($0.names + $0.variants).map(\.text) }
    )
    .sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
    guard !names.isEmpty else { return nil }
    let source = names.map { name in
      name.split(separator: " ").map { word in
        word.map { character in
          // “Huân chương Lao động” hạng Ba: papers leave the marks out.
          if "“”\"".contains(character) { return #"[“”"]?"# }
          return character.isLetter || character.isNumber ? "\(character)" : "\\\(character)"
        }.joined()
      }.joined(separator: #"\s+"#)
    }.joined(separator: "|")
    return try? Pattern("(?<!\\p{L})(\(source))(?!\\p{L})", options: .caseless)
  }
}

extension NativeCheck {
  /// What the law does not give the head of a body to confer (Law 06/2022, Điều 77–80; the matrix
  /// stands in the data).
  static let awardBeyondAuthority = NativeCheck(
    name: "award-beyond-authority", arguments: ["actor", "deciders"]
  ) { context in
    let law = context.law
    let dates = context.document.date
    func isBeyond(_ conferral: Conferral, on day: CivilDate) -> Bool {
      conferral.awards.allSatisfy { award in
        !law.deciders(of: award, on: day).isEmpty
          && law.authority(for: award, level: conferral.level, on: day).isEmpty
      }
    }
    return Conferral.all(in: context).compactMap { conferral in
      guard isBeyond(conferral, on: dates.earliest) else { return nil }
      let powers = conferral.awards.flatMap { law.deciders(of: $0, on: dates.earliest) }
      var titles: [LocalizedText] = []
      for actor in powers.compactMap({ law.actor(id: $0.actor) })
      where !titles.contains(actor.title) { titles.append(actor.title) }
      let first = powers.first?.provision
      return Observation(
        at: conferral.span,
        arguments: [
          "actor": .text(conferral.actor),
          "deciders": .localized(
            LocalizedText(
              vi: titles.prefix(3).map(\.vi).joined(separator: "; "),
              en: titles.prefix(3).map(\.en).joined(separator: "; "))),
        ], isCertain: isBeyond(conferral, on: dates.latest),
        verified: powers.map(\.verified).min() ?? .no,
        bases: first.map { [Rule.Basis(instrument: $0.instrument, provision: $0.text)] })
    }
  }

  /// A power that rests on another instrument than the law, which the paper does not cite.
  static let levelBasis = NativeCheck(
    name: "level-basis", arguments: ["actor", "instrument"]
  ) { context in
    let law = context.law
    let governing = Set(law.governing(role: "tdkt-law", on: context.asOf).map(\.id))
    for conferral in Conferral.all(in: context) where conferral.level == .commune {
      let powers = conferral.awards.flatMap {
        law.authority(for: $0, level: conferral.level, on: context.asOf)
      }
      guard !powers.isEmpty, powers.allSatisfy({ !governing.contains($0.provision.instrument) }),
        let provision = powers.first?.provision,
        let source = law.instrument(id: provision.instrument)
      else { continue }
      let isCited = context.document.citations.contains {
        if case .instrument(let id) = $0.resolution { id == source.id } else { false }
      }
      if isCited { return [] }
      return [
        Observation(
          at: conferral.span,
          arguments: ["actor": .text(conferral.actor), "instrument": .text(source.symbol)],
          bases: [Rule.Basis(instrument: source.id, provision: provision.text)])
      ]
    }
    return []
  }
}
