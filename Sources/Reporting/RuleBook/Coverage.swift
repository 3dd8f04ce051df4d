import LegalKnowledge
import RuleEngine
import TextMatching

/// Which provisions the rules rest on, by what they declare and by what they say about their
/// examples; which facts of the data come from a provision; and what is left to people.
public struct Coverage: Sendable {
  /// A rule that rests on a provision.
  public struct Use: Sendable, Hashable {
    public var rule: String
    /// Examples that fail and that pass.
    public var failing: Int
    public var passing: Int
    /// The point that the rule names, when it names one.
    public var point: String?
  }

  /// A provision with what rests on it.
  public struct Row: Sendable {
    /// Nil for a provision outside articles: an annex.
    public var article: Int?
    /// Nil: the article as a whole.
    public var clause: Int?
    /// The words of a provision outside articles.
    public var words: String?
    /// Letters of the points it has.
    public var points: [String] = []
    public var uses: [Use] = []
    /// Facts of the data that cite it.
    public var facts: [LocalizedText] = []
    public var left: LocalizedText?

    public enum State: Sendable, CaseIterable {
      /// A rule names it.
      case rules
      /// A rule names the article as a whole.
      case article
      case people
      case dataOnly
      case open
    }
  }

  /// An article with its clauses.
  public struct Article: Sendable {
    public var number: Int
    public var title: String
    /// What names the article as a whole; its clauses follow.
    public var whole: Row
    public var clauses: [Row]

    /// The parts that count: the clauses, or the article when it has none.
    public var units: [Row] { clauses.isEmpty ? [whole] : clauses }

    public func state(of unit: Row) -> Row.State {
      if !unit.uses.isEmpty { return .rules }
      if !whole.uses.isEmpty { return .article }
      if unit.left != nil || whole.left != nil { return .people }
      return unit.facts.isEmpty && whole.facts.isEmpty ? .open : .dataOnly
    }
  }

  /// One instrument.
  public struct Part: Sendable {
    public var instrument: Instrument
    /// Whether every article of it is listed.
    public var isWhole: Bool
    public var articles: [Article]
    /// Provisions outside articles.
    public var others: [Row]
  }

  public var parts: [Part]
  /// Ids of rules that look at whatever provision a paper cites.
  public var everyProvision: [String]

  /// - Parameter notes: nil when the entries are only some of the rules: then only the provisions they
  ///   rest on are listed, for what others cover is not known.
  public init(entries: [RuleBook.Entry], law: LegalKnowledge, notes: CoverageNotes?) {
    let every = notes?.everyProvision ?? []
    everyProvision = entries.map(\.rule.id).filter(every.contains)
    let uses = CoverageUses(entries.filter { !every.contains($0.rule.id) })
    let facts = CoverageFacts(law)
    let named = Set(uses.byInstrument.keys).union(notes?.left.map(\.instrument) ?? [])
    parts = law.instruments.filter { named.contains($0.id) }.map { instrument in
      CoveragePart(
        instrument: instrument, uses: uses.byInstrument[instrument.id] ?? [:],
        facts: facts.byInstrument[instrument.id] ?? [:], notes: notes
      ).part
    }
    // Instruments known article by article first.
    parts = parts.filter(\.isWhole) + parts.filter { !$0.isWhole }
  }
}

/// Puts together one instrument.
private struct CoveragePart {
  let instrument: Instrument
  let uses: [String: [Coverage.Use]]
  let facts: [CitedPlaces.Place: [LocalizedText]]
  let notes: CoverageNotes?

  private var map: ProvisionMap? { instrument.provisions }
  private var isWhole: Bool { notes != nil && map?.isWhole == true }

  var part: Coverage.Part {
    var byPlace: [CitedPlaces.Place: [Coverage.Use]] = [:]
    var others: [Coverage.Row] = []
    for (words, uses) in uses.sorted(by: { naturally($0.key, $1.key) }) {
      let places = CitedPlaces.places(in: words)
      if places.isEmpty {
        others.append(Coverage.Row(words: words, uses: uses))
      }
      for place in places {
        for use in uses {
          var use = use
          use.point = place.point
          byPlace[CitedPlaces.Place(article: place.article, clause: place.clause), default: []]
            .append(use)
        }
      }
    }
    let numbers = Set(byPlace.keys.map(\.article))
      .union(isWhole ? map.map { Set($0.articles.keys) } ?? [] : [])
    return Coverage.Part(
      instrument: instrument, isWhole: isWhole,
      articles: numbers.sorted().map { article($0, byPlace) }, others: others)
  }

  private func article(
    _ number: Int, _ uses: [CitedPlaces.Place: [Coverage.Use]]
  ) -> Coverage.Article {
    let known = map?.articles[number]
    let named = (Set(uses.keys).union(facts.keys)).filter { $0.article == number }
      .compactMap(\.clause)
    let all = Set(isWhole ? known.map { Array(1..<($0.clauses + 1)) } ?? [] : []).union(named)
    return Coverage.Article(
      number: number, title: known?.title ?? "", whole: row(number, nil, known, uses),
      clauses: all.sorted().map { row(number, $0, known, uses) })
  }

  private func row(
    _ article: Int, _ clause: Int?, _ known: ProvisionMap.Article?,
    _ uses: [CitedPlaces.Place: [Coverage.Use]]
  ) -> Coverage.Row {
    let place = CitedPlaces.Place(article: article, clause: clause)
    var row = Coverage.Row(article: article, clause: clause)
    row.points = known?.points[clause ?? 0] ?? []
    for use in uses[place] ?? [] where !row.uses.contains(use) { row.uses.append(use) }
    row.facts = facts[place] ?? []
    row.left = notes?.reason(instrument: instrument.id, article: article, clause: clause)
    return row
  }

  /// “II.9” before “II.10”.
  private func naturally(_ a: String, _ b: String) -> Bool {
    CoveragePart.key(a).lexicographicallyPrecedes(CoveragePart.key(b))
  }

  private static func key(_ words: String) -> [String] {
    var key: [String] = []
    var digits = ""
    for character in words + " " {
      if character.isNumber {
        digits.append(character)
      } else {
        if !digits.isEmpty {
          key.append(String(repeating: "0", count: max(0, 6 - digits.count)) + digits)
          digits = ""
        }
        key.append(String(character))
      }
    }
    return key
  }
}

/// Which rules rest on what, in words, by instrument.
private struct CoverageUses {
  private(set) var byInstrument: [String: [String: [Coverage.Use]]] = [:]

  init(_ entries: [RuleBook.Entry]) {
    for entry in entries {
      let rule = entry.rule
      let use = Coverage.Use(
        rule: rule.id, failing: rule.examples.filter { $0.expectation == .fail }.count,
        passing: rule.examples.filter { $0.expectation == .pass }.count)
      var seen: Set<Rule.Basis> = []
      let shown = rule.examples.flatMap { entry.findings[$0.id] ?? [] }.flatMap(\.basis)
        .map { Rule.Basis(instrument: $0.instrument, provision: $0.provision) }
      for basis in rule.bases + shown where seen.insert(basis).inserted {
        guard let provision = basis.provision else { continue }
        byInstrument[basis.instrument, default: [:]][provision, default: []].append(use)
      }
    }
  }
}
