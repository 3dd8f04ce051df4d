import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// A person that a dossier proposes, as told from others of the same name.
struct ProposedPerson: Sendable, Hashable {
  /// See `Nominee.key`.
  var key: String
  var name: String
  var birthYear: Int?
  var unit: String
  /// Names of the awards proposed, in order.
  var awards: [String]
  /// Path of the paper, and the place in it.
  var path: String
  var location: Location

  /// The persons of the proposals and lists, each once, in order; what the list does not tell is taken
  /// from the person's report.
  static func all(in dossier: Dossier, law: LegalKnowledge) -> [ProposedPerson] {
    let reports = Dictionary(
      dossier.papers.compactMap { paper in paper.report.map { ($0.key, $0) } },
      uniquingKeysWith: { first, _ in first })
    var persons: [ProposedPerson] = []
    var numbers: [String: [Int]] = [:]
    for paper in dossier.papers where [.proposal, .list].contains(paper.role) {
      let locator = Locator(paper.document)
      for nominee in paper.register.nominees
      where nominee.recipient == .individual && !nominee.key.isEmpty {
        let report = reports[nominee.key]
        let unit = nominee.unitText.isEmpty ? report?.unit?.text ?? "" : nominee.unitText
        let awards = nominee.awards.compactMap { mention in
          mention.matches.first.map {
            $0.award.name(on: dossier.day ?? paper.document.date.earliest)
          }
        }
        let person = ProposedPerson(
          key: nominee.key, name: nominee.nameText,
          birthYear: nominee.birthYear ?? report?.birthYear, unit: collapsed(unit), awards: awards,
          path: paper.path, location: locator.location(of: nominee.anchor))
        let same = numbers[person.key, default: []].first { !persons[$0].differs(from: person) }
        if let same {
          persons[same].awards += awards.filter { !persons[same].awards.contains($0) }
          persons[same].birthYear = persons[same].birthYear ?? person.birthYear
          if persons[same].unit.isEmpty { persons[same].unit = person.unit }
        } else {
          numbers[person.key, default: []].append(persons.count)
          persons.append(person)
        }
      }
    }
    return persons
  }

  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether something given tells them apart.
  private func differs(from other: ProposedPerson) -> Bool {
    if let birthYear, let theirs = other.birthYear { return birthYear != theirs }
    return UnitNames.agree(unit, other.unit) == false
  }

  /// Whether something given says that they are one: the year of birth, or the unit.
  func isSame(as other: ProposedPerson) -> Bool {
    if let birthYear, let theirs = other.birthYear {
      return key == other.key && birthYear == theirs
    }
    return key == other.key && UnitNames.agree(unit, other.unit) == true
  }
}
