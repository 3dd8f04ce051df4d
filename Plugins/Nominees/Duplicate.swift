import DocumentAnalysis
import DossierAnalysis
import RuleEngine
import TextMatching

extension NativeCheck {
  /// One person or collective twice for one award. Two persons of one name differ in birth or unit;
  /// one person under two awards is usual.
  static let duplicate = NativeCheck(name: "duplicate", arguments: ["name", "award"]) { context in
    let restated = Restatement(context.register)
    var seen: [String: [Nominee]] = [:]
    var found: [Observation] = []
    for nominee in context.register.nominees where !nominee.key.isEmpty {
      let earlier = seen[nominee.key, default: []].first { other in
        isSame(other, nominee) && !restated.joins(other, nominee)
          && other.awards.contains { award in nominee.awards.contains { $0.mayEqual(award) } }
      }
      seen[nominee.key, default: []].append(nominee)
      guard let earlier,
        let award = nominee.awards.first(where: { mention in
          earlier.awards.contains { $0.mayEqual(mention) }
        })
      else { continue }
      found.append(
        Observation(
          at: nominee.anchor,
          arguments: [
            "name": .text(nominee.nameText),
            "award": .text(award.matches[0].award.name(on: context.asOf)),
          ],
          related: [
            .init(
              span: earlier.anchor,
              message: LocalizedText(vi: "Lần ghi trước.", en: "Named here first."))
          ]))
    }
    return found
  }

  /// Whether nothing given tells them apart.
  static func isSame(_ a: Nominee, _ b: Nominee) -> Bool {
    if let first = a.birthYear, let second = b.birthYear, first != second { return false }
    if let first = a.sex, let second = b.sex, first != second { return false }
    return UnitNames.agree(a.unitText, b.unitText) != false
  }
}

/// Lists of one paper that say the same again: names in the text of a proposal, and once more in the
/// list attached to it.
private struct Restatement {
  /// A table with those that carry it on, or the items of the text.
  private enum List: Hashable {
    case table(Int)
    case items
  }

  private struct Pair: Hashable {
    var first: List
    var second: List
  }

  private let chains: [Int: Int]
  private let pairs: Set<Pair>

  init(_ register: NomineeRegister) {
    var chains: [Int: Int] = [:]
    for table in register.tables {
      if let before = table.continues { chains[table.table] = chains[before] ?? before }
    }
    self.chains = chains
    var entries: [List: Set<String>] = [:]
    for nominee in register.nominees where !nominee.key.isEmpty {
      let awards = nominee.awards.flatMap { $0.awards.sorted() }.joined(separator: ",")
      entries[Restatement.list(of: nominee, chains), default: []].insert(nominee.key + "|" + awards)
    }
    var pairs: Set<Pair> = []
    for (first, names) in entries {
      for (second, others) in entries where second != first {
        // Half of the shorter list: a whole list repeated, not a person slipped in twice.
        let shared = names.intersection(others).count
        if shared > 0, shared * 2 >= min(names.count, others.count) {
          pairs.insert(Pair(first: first, second: second))
        }
      }
    }
    self.pairs = pairs
  }

  func joins(_ a: Nominee, _ b: Nominee) -> Bool {
    pairs.contains(
      Pair(first: Restatement.list(of: a, chains), second: Restatement.list(of: b, chains)))
  }

  private static func list(of nominee: Nominee, _ chains: [Int: Int]) -> List {
    switch nominee.origin {
    case .row(let table, _): .table(chains[table] ?? table)
    case .item: .items
    }
  }
}
