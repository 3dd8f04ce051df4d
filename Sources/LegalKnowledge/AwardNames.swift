import TextMatching

/// Awards by the names that papers give them. Build it once where many names are looked up.
public struct AwardNames: Sendable {
  public struct Match: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      /// The official name on the day.
      case official
      /// An accepted other wording or short form.
      case variant
      /// Right on other days only.
      case outdated(Award.Name)
      /// Close to this name, which was probably meant.
      case near(Award.Name)
    }
    public var award: Award
    public var kind: Kind
  }

  private struct Entry {
    var award: Int
    var name: Award.Name
    var isOfficial: Bool
  }

  private let awards: [Award]
  private let entries: [String: [Entry]]

  public init(_ awards: [Award]) {
    self.awards = awards
    var entries: [String: [Entry]] = [:]
    for (index, award) in awards.enumerated() {
      for name in award.names {
        entries[AwardNames.key(name.text), default: []].append(
          Entry(award: index, name: name, isOfficial: true))
      }
      for name in award.variants {
        entries[AwardNames.key(name.text), default: []].append(
          Entry(award: index, name: name, isOfficial: false))
      }
    }
    self.entries = entries
  }

  /// Every name and variant in the form names are compared in: for finding them in text.
  public var phrases: [String] { entries.keys.sorted() }

  /// Names compare without case, quotation marks, and the place of the tone mark.
  static func key(_ name: some StringProtocol) -> String {
    var key = ""
    for character in Folding.key(name).unicodeScalars where character != "\"" {
      key.unicodeScalars.append(character)
    }
    return Folding.key(key)
  }

  /// The awards this name may mean on `day`, each once, the best reading first: official, variant,
  /// outdated; near misses only when there is nothing else. Several ranks or classes may share a
  /// name (“Huân chương Lao động”).
  public func awards(named name: some StringProtocol, on day: CivilDate) -> [Match] {
    let key = AwardNames.key(name)
    guard !key.isEmpty else { return [] }
    if let found = entries[key] { return matches(found, on: day) }
    guard let near = nearest(to: key) else { return [] }
    var seen: Set<Int> = []
    return entries[near, default: []].filter { seen.insert($0.award).inserted }
      .map { Match(award: awards[$0.award], kind: .near($0.name)) }
  }

  /// The names of awards differ in one or two words (“cơ sở”, “toàn quốc”), so only slips of a few
  /// letters count as near.
  private func nearest(to key: String) -> String? {
    let length = key.unicodeScalars.count
    let limit = max(1, length / 10)
    var best: (distance: Int, key: String)?
    for candidate in entries.keys.sorted()
    where abs(candidate.unicodeScalars.count - length) <= limit {
      let distance = EditDistance.between(key, candidate)
      if distance <= limit, distance < best?.distance ?? .max,
        distance == 1 || AwardNames.isSlip(key, of: candidate)
      {
        best = (distance, candidate)
      }
    }
    return best?.key
  }

  /// Whether no word is off by more than a letter: “cấp xã” is no slip of “cấp Bộ”.
  private static func isSlip(_ key: String, of candidate: String) -> Bool {
    let words = key.split(separator: " ")
    let others = candidate.split(separator: " ")
    return words.count == others.count
      && zip(words, others).allSatisfy { EditDistance.between($0, $1) <= 1 }
  }

  private func matches(_ found: [Entry], on day: CivilDate) -> [Match] {
    var best: [Int: Match] = [:]
    for entry in found {
      let kind: Match.Kind
      if entry.name.validity?.contains(day) ?? true {
        kind = entry.isOfficial ? .official : .variant
      } else {
        kind = .outdated(entry.name)
      }
      if let earlier = best[entry.award], rank(earlier.kind) <= rank(kind) { continue }
      best[entry.award] = Match(award: awards[entry.award], kind: kind)
    }
    return best.sorted { (rank($0.value.kind), $0.key) < (rank($1.value.kind), $1.key) }
      .map(\.value)
  }

  private func rank(_ kind: Match.Kind) -> Int {
    switch kind {
    case .official: 0
    case .variant: 1
    case .outdated: 2
    case .near: 3
    }
  }
}
