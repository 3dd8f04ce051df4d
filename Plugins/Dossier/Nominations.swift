import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// One naming of a nominee: in which paper, and how.
struct Naming {
  /// Index in `Dossier.papers`.
  var paper: Int
  var nominee: Nominee
}

/// Somebody whom the dossier proposes, by the key of the name, with every naming in the papers that
/// propose.
struct Nomination {
  var key: String
  var namings: [Naming]

  var first: Naming { namings[0] }
  var recipient: Award.Recipient? { namings.lazy.compactMap(\.nominee.recipient).first }
  var awards: [AwardMention] { namings.flatMap(\.nominee.awards) }
}

extension DossierContext {
  /// The papers that propose: tờ trình, then lists.
  var proposing: [Int] { dossier.papers(.proposal) + dossier.papers(.list) }

  /// Everyone proposed, in the order of the first naming.
  var nominations: [Nomination] { nominations(in: proposing) }

  func nominations(in papers: [Int]) -> [Nomination] {
    var order: [String: Int] = [:]
    var result: [Nomination] = []
    for paper in papers {
      for nominee in dossier.papers[paper].register.nominees where !nominee.key.isEmpty {
        let naming = Naming(paper: paper, nominee: nominee)
        if let index = order[nominee.key] {
          result[index].namings.append(naming)
        } else {
          order[nominee.key] = result.count
          result.append(Nomination(key: nominee.key, namings: [naming]))
        }
      }
    }
    return result
  }

  /// The awards proposed, each with the place that names it first; those of the reports' titles when
  /// the papers that propose name none.
  var proposedAwards: [(mention: AwardMention, place: DossierSpan)] {
    var seen: Set<Set<String>> = []
    var result: [(mention: AwardMention, place: DossierSpan)] = []
    func take(_ mention: AwardMention, _ paper: Int) {
      guard !mention.matches.isEmpty, seen.insert(mention.awards).inserted else { return }
      result.append((mention, DossierSpan(paper: paper, span: mention.span)))
    }
    for paper in proposing {
      for mention in dossier.papers[paper].register.nominees.flatMap(\.awards) {
        take(mention, paper)
      }
    }
    guard result.isEmpty else { return result }
    for paper in dossier.papers(.report) {
      for mention in dossier.papers[paper].report?.awards ?? [] { take(mention, paper) }
    }
    return result
  }

  /// Where the law asks for a paper for what is proposed, whatever rank is meant; nil when it does
  /// not.
  func part(_ paper: DossierPart.Paper, for mention: AwardMention) -> DossierPart? {
    let parts = mention.matches.map { law.dossierPart(paper, of: $0.award, on: asOf) }
    guard let first = parts.first, !parts.contains(where: { $0 == nil }) else { return nil }
    return first
  }

  /// Whether the ministry or the province rules what the dossier of this award holds.
  func hasOwnRules(_ mention: AwardMention) -> Bool { part(.ownRules, for: mention) != nil }

  /// Whether all awards proposed are such.
  var isUnderOwnRules: Bool {
    let awards = proposedAwards
    return !awards.isEmpty && awards.allSatisfy { hasOwnRules($0.mention) }
  }

  /// The basis of a part, for a finding.
  func bases(_ part: DossierPart) -> [Rule.Basis] {
    [Rule.Basis(instrument: part.provision.instrument, provision: part.provision.text)]
  }

  /// The award's name in quotation marks, for a message; as typed when ranks share the name.
  func name(of mention: AwardMention, in paper: Int) -> String {
    let names = Set(mention.matches.map { $0.award.name(on: asOf) })
    let typed = dossier.papers[paper].text(mention.span)
    let name = names.count == 1 ? names.first ?? typed : typed
    return name.unicodeScalars.contains("“") ? name : "“\(name)”"
  }

  // MARK: Simplified procedure

  private static let simplified = Pattern(
    known: #"(?<!\p{L})thủ\s+tục\s+đơn\s+giản(?!\p{L})"#, options: .caseless)
  private static let simplifiable = Pattern(
    known:
      #"(?<!\p{L})(?:đột\s+xuất|(?:quá\s+trình\s+)?cống\s+hiến|niên\s+hạn|đối\s+ngoại)(?!\p{L})"#,
    options: .caseless)

  /// The proposal says that the simplified procedure is asked for.
  var isSimplified: Bool {
    dossier.papers(.proposal).contains { dossier.papers[$0].place(of: Self.simplified) != nil }
  }

  /// The proposal is for what the simplified procedure is open to, so the dossier may hold less.
  var mayBeSimplified: Bool {
    isSimplified
      || dossier.papers(.proposal).contains {
        dossier.papers[$0].place(of: Self.simplifiable) != nil
      }
  }
}

extension Dossier.Paper {
  /// Where the pattern stands first.
  func place(of pattern: Pattern) -> TextSpan? {
    for index in document.blocks.indices {
      if let match = pattern.firstMatch(in: document.blocks[index].text) {
        return TextSpan(block: index, utf8: match.range)
      }
    }
    return nil
  }

  /// The letters of some of its blocks, to look for keys of names in (`Folding.letters`).
  func letters(of blocks: Range<Int>) -> String {
    Folding.letters(
      blocks.clamped(to: 0..<document.blocks.count).map { document.blocks[$0].text }
        .joined(separator: " | "))
  }

  /// The file's own name, without folders.
  var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The words that say what the paper is: its type's name, else its first words.
  var titleSpan: TextSpan {
    if let title = document.components.typeName ?? document.components.subject.first {
      return title
    }
    let index =
      document.blocks.firstIndex { !$0.text.unicodeScalars.allSatisfy(Letters.isSpace) } ?? 0
    guard document.blocks.indices.contains(index) else { return TextSpan(block: 0, utf8: 0..<0) }
    return TextSpan(block: index, utf8: 0..<document.blocks[index].text.utf8.count)
  }
}

extension DossierContext {
  /// The file that could not be read and may be the paper that is missing; nil where all were read.
  var unreadFile: String? {
    dossier.unread.first.map { String($0.path.split(separator: "/").last ?? "") }
  }
}
