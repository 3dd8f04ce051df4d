import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// Symbol, date, title and issuer of a citation that do not belong together. The registered
/// instrument that most parts fit is taken as meant, and the part that fits it least is named: one
/// finding a citation, whichever of the four rules it falls to.
enum DisagreeingParts {
  static let number = NativeCheck(
    name: "wrong-number", arguments: ["given", "expected", "instrument"]
  ) { context in
    found(.number, in: context).map { citation, wrong in
      let span = citation.symbolSpan ?? citation.span
      return observation(
        at: span, wrong, expected: wrong.instrument.symbol, text: wrong.instrument.symbol,
        arguments: ["given": .text(citation.symbol ?? "")], context)
    }
  }

  static let date = NativeCheck(
    name: "wrong-date", arguments: ["given", "expected", "instrument"], cases: ["one", "none"]
  ) { context in
    found(.date, in: context).compactMap { citation, wrong -> Observation? in
      guard let issued = wrong.instrument.issued?.date, let span = citation.dateSpan else {
        return nil
      }
      let typed = context.document.text(span)
      // “năm 2022” stays a year.
      let text =
        citation.date == nil
        ? (typed.hasPrefix("năm") ? "năm \(issued.year)" : "\(issued.year)")
        : FullCitation.date(issued, like: typed)
      var observation = observation(
        at: span, wrong, expected: FullCitation.digits(of: issued), text: text,
        arguments: ["given": .text(typed)], context)
      observation.name = "one"
      return observation
    } + datesOfNone(in: context)
  }

  static let title = NativeCheck(
    name: "wrong-title", arguments: ["other", "expected", "instrument"]
  ) { context in
    found(.title, in: context).compactMap { citation, wrong -> Observation? in
      guard let span = citation.titleSpan, let title = citation.title,
        let other = owners(of: title, of: citation.type, context.law).first
      else { return nil }
      return observation(
        at: span, wrong, expected: wrong.instrument.title, text: wrong.instrument.title,
        arguments: ["other": .text(context.name(of: other))], context)
    }
  }

  static let issuer = NativeCheck(
    name: "wrong-issuer", arguments: ["given", "expected", "instrument"]
  ) { context in
    found(.issuer, in: context).compactMap { citation, wrong -> Observation? in
      guard let span = citation.issuerSpan else { return nil }
      return observation(
        at: span, wrong, expected: wrong.instrument.issuer, text: wrong.instrument.issuer,
        arguments: ["given": .text(citation.issuer ?? "")], context)
    }
  }

  // MARK: Judgement

  enum Part { case number, date, title, issuer }

  struct Wrong {
    var part: Part
    var instrument: Instrument
    var verified: Verification
  }

  private static func found(_ part: Part, in context: CheckContext) -> [(Citation, Wrong)] {
    context.document.citations.compactMap { citation -> (Citation, Wrong)? in
      guard let wrong = wrong(in: citation, context), wrong.part == part else { return nil }
      return (citation, wrong)
    }
  }

  /// The part that does not belong; nil when all do, or too little is known.
  static func wrong(in citation: Citation, _ context: CheckContext) -> Wrong? {
    let law = context.law
    guard citation.antecedent == nil, case .instrument(let id) = citation.resolution,
      let resolved = law.instrument(id: id)
    else { return nil }
    var meant = resolved
    var best = Fit(citation, resolved, law)
    if best.wrong.isEmpty { return nil }
    for other in law.instruments where other.type == resolved.type && other.id != resolved.id {
      let fit = Fit(citation, other, law)
      if fit.right.count > best.right.count {
        meant = other
        best = fit
      }
    }
    let order: [Part] = [.number, .date, .title, .issuer]
    guard let part = order.first(where: best.wrong.contains) else { return nil }
    let verified: Verification =
      switch part {
      case .number, .issuer: meant.verified
      case .date: min(meant.verified, meant.issued?.verified ?? .no)
      case .title: min(meant.verified, max(meant.titleVerified, .secondary))
      }
    return Wrong(part: part, instrument: meant, verified: verified)
  }

  /// Which parts of a citation fit an instrument, and which cannot be its own.
  private struct Fit {
    var right: Set<Part> = []
    var wrong: Set<Part> = []

    init(_ citation: Citation, _ instrument: Instrument, _ law: LegalKnowledge) {
      judge(.number, Fit.number(citation, instrument))
      judge(.date, Fit.date(citation, instrument))
      judge(.title, Fit.title(citation, instrument, law))
      judge(.issuer, Fit.issuer(citation, instrument, law))
    }

    private mutating func judge(_ part: Part, _ verdict: Bool?) {
      if verdict == true { right.insert(part) }
      if verdict == false { wrong.insert(part) }
    }

    private static func number(_ citation: Citation, _ instrument: Instrument) -> Bool? {
      guard let typed = citation.symbol.flatMap({ InstrumentSymbol($0) }),
        let official = InstrumentSymbol(instrument.symbol)
      else { return nil }
      // A year left out is a matter of form, not a wrong number.
      let year = typed.year == nil && typed.form == .state ? official.year : typed.year
      return typed.looseKey(year: year) == official.looseKey
    }

    private static func date(_ citation: Citation, _ instrument: Instrument) -> Bool? {
      guard let issued = instrument.issued?.date else { return nil }
      if let date = citation.date { return date == issued }
      return citation.year.map { $0 == issued.year }
    }

    /// A paraphrase is neither right nor wrong; the title of another instrument is wrong.
    private static func title(
      _ citation: Citation, _ instrument: Instrument, _ law: LegalKnowledge
    ) -> Bool? {
      guard let title = citation.title else { return nil }
      if InstrumentName.isTitle(title, of: instrument) { return true }
      if isNear(title, instrument) { return nil }
      return owners(of: title, of: citation.type, law).isEmpty ? nil : false
    }

    /// Decrees on one law have titles that differ by a word or two; where each has more words of its
    /// own, they speak of different things.
    private static func isNear(_ title: String, _ instrument: Instrument) -> Bool {
      let words = Set(InstrumentName.titleKey(title).split(separator: " "))
      return ([instrument.title] + instrument.titleVariants).contains { own in
        let others = Set(InstrumentName.titleKey(own).split(separator: " "))
        let smaller = min(words.count, others.count)
        let shared = words.intersection(others).count
        return smaller > 0 && shared * 4 > smaller * 3 && smaller - shared <= 3
      }
    }

    private static func issuer(
      _ citation: Citation, _ instrument: Instrument, _ law: LegalKnowledge
    ) -> Bool? {
      guard let typed = citation.issuer else { return nil }
      if typed == instrument.issuer || instrument.issuerVariants.contains(typed) { return true }
      let key = expanded(typed, law)
      let own = ([instrument.issuer] + instrument.issuerVariants).map { Folding.key($0) }
      // “Quốc hội khóa XV”, “Bộ trưởng”: more or less of the same name.
      if own.contains(where: { key == $0 || key.hasPrefix($0 + " ") || $0.hasPrefix(key + " ") }) {
        return true
      }
      let isAnothers = law.instruments.contains { other in
        ([other.issuer] + other.issuerVariants).contains { Folding.key($0) == key }
      }
      return isAnothers ? false : nil
    }

    /// “TTg” → “thủ tướng chính phủ”
    private static func expanded(_ name: String, _ law: LegalKnowledge) -> String {
      let body = law.bodyTypes.first { $0.abbreviations.contains(name) || $0.codes.contains(name) }
      return Folding.key(body?.name ?? name)
    }
  }

  /// Registered instruments of this type that have this title.
  private static func owners(
    of title: String, of type: String?, _ law: LegalKnowledge
  ) -> [Instrument] {
    law.instruments.filter {
      (type == nil || $0.type == type) && InstrumentName.isTitle(title, of: $0)
    }
  }

  /// A law cited by name with a day on which no law of that name was passed. Only for names whose
  /// laws are all registered, which a role tells.
  private static func datesOfNone(in context: CheckContext) -> [Observation] {
    context.document.citations.compactMap { citation -> Observation? in
      guard case .ambiguous(let ids) = citation.resolution, citation.symbol == nil,
        citation.date != nil, let span = citation.dateSpan
      else { return nil }
      let namesakes = ids.compactMap { context.law.instrument(id: $0) }
      guard namesakes.count > 1, let role = namesakes[0].role,
        namesakes.allSatisfy({ $0.role == role && $0.issued != nil })
      else { return nil }
      let days = namesakes.compactMap { $0.issued.map { FullCitation.digits(of: $0.date) } }
      return Observation(
        at: span, case: "none",
        arguments: [
          "given": .text(context.document.text(span)),
          "expected": .text(days.joined(separator: "; ")),
          "instrument": .text(citation.title ?? ""),
        ], verified: namesakes.map(\.verified).min() ?? .no)
    }
  }

  private static func observation(
    at span: TextSpan, _ wrong: Wrong, expected: String, text: String,
    arguments: [String: MessageArgument], _ context: CheckContext
  ) -> Observation {
    var arguments = arguments
    arguments["instrument"] = .text(context.name(of: wrong.instrument))
    arguments["expected"] = .text(expected)
    return Observation(
      at: span, arguments: arguments, verified: wrong.verified,
      bases: [Rule.Basis(instrument: wrong.instrument.id, provision: nil)],
      fixes: [
        Observation.ProposedFix(
          kind: .proposed,
          description: LocalizedText(vi: "Sửa thành “\(text)”.", en: "Change to “\(text)”."),
          edits: [(span, text)])
      ])
  }
}
