import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import TextMatching

/// A nominee and an award before they are judged: who it is, and where the papers speak of it.
struct CaseDraft {
  /// As compared between papers (see `Nominee.key`); empty when the paper gives no name.
  var key: String
  var name: String
  var recipient: Award.Recipient?
  var unit: String
  var birthYear: Int?
  /// Nil when the paper names no award of the catalogue.
  var mention: AwardMention?
  /// The award as written, when `mention` is nil.
  var awardText: String
  /// The paper that proposes the case.
  var source: Int
  /// Blocks that are about the nominee, by paper.
  var blocks: [Int: Set<Int>] = [:]
  /// Names of the nominee, to tell those who share a block.
  var anchors: [DossierSpan] = []
  /// Indices of the nominee's reports.
  var reports: [Int] = []
  var ballots: [(paper: Int, votes: VoteCount)] = []
  /// Where the minutes name the nominee.
  var inMinutes: [DossierSpan] = []

  /// Whether the award may be this one; true when either is unknown.
  func mayBe(_ other: AwardMention?) -> Bool {
    guard let mention, let other else { return true }
    return mention.mayEqual(other)
  }
}

/// Finds the cases of a dossier: who is proposed for what, each once however many papers name them.
struct CaseFinder {
  let dossier: Dossier
  private(set) var drafts: [CaseDraft] = []
  private var byKey: [String: [Int]] = [:]

  init(_ dossier: Dossier) {
    self.dossier = dossier
    for roles in [[Dossier.Role.proposal, .list], [.decision], [.minutes]] where drafts.isEmpty {
      for role in roles {
        for paper in dossier.papers(role) { add(paper) }
      }
    }
    if drafts.isEmpty { addReports() }
    for paper in dossier.papers.indices { place(paper) }
    placeReports()
    placeBallots()
  }

  // MARK: Who is proposed

  private mutating func add(_ paper: Int) {
    let register = dossier.papers[paper].register
    var ofPaper: Set<Int> = []
    for nominee in register.nominees {
      let mentions: [AwardMention?] = nominee.awards.isEmpty ? [nil] : nominee.awards.map { $0 }
      for mention in mentions {
        let known = same(nominee, mention, in: paper, ofPaper: ofPaper)
        if let known {
          if drafts[known].mention == nil { drafts[known].mention = mention }
          if drafts[known].unit.isEmpty { drafts[known].unit = nominee.unitText }
          drafts[known].birthYear = drafts[known].birthYear ?? nominee.birthYear
          drafts[known].recipient = drafts[known].recipient ?? nominee.recipient
          continue
        }
        if !nominee.key.isEmpty { byKey[nominee.key, default: []].append(drafts.count) }
        ofPaper.insert(drafts.count)
        drafts.append(
          CaseDraft(
            key: nominee.key, name: nominee.nameText, recipient: nominee.recipient,
            unit: nominee.unitText, birthYear: nominee.birthYear, mention: mention,
            awardText: nominee.unknownAward.map(dossier.papers[paper].text) ?? "", source: paper))
      }
    }
  }

  /// The case that the nominee of a paper is, when it is known already. Two persons of one name stand
  /// in one paper with other years of birth or units; between papers a difference is a mistake for
  /// the rules to tell, unless there are several to choose from.
  private func same(
    _ nominee: Nominee, _ mention: AwardMention?, in paper: Int, ofPaper: Set<Int>
  ) -> Int? {
    let candidates = byKey[nominee.key, default: []].filter { drafts[$0].mayBe(mention) }
    if let here = candidates.first(where: { ofPaper.contains($0) && !isOther(drafts[$0], nominee) })
    {
      return here
    }
    let others = candidates.filter { !ofPaper.contains($0) }
    return others.first { !isOther(drafts[$0], nominee) } ?? (others.count == 1 ? others[0] : nil)
  }

  private func isOther(_ draft: CaseDraft, _ nominee: Nominee) -> Bool {
    if let first = draft.birthYear, let second = nominee.birthYear, first != second { return true }
    return UnitNames.agree(draft.unit, nominee.unitText) == false
  }

  private mutating func addReports() {
    for paper in dossier.papers(.report) {
      guard let report = dossier.papers[paper].report else { continue }
      let mentions: [AwardMention?] = report.awards.isEmpty ? [nil] : report.awards.map { $0 }
      for mention in mentions {
        byKey[report.key, default: []].append(drafts.count)
        drafts.append(
          CaseDraft(
            key: report.key, name: report.subject?.text ?? "", recipient: report.recipient,
            unit: report.unit?.text ?? "", birthYear: report.birthYear, mention: mention,
            awardText: "", source: paper))
      }
    }
  }

  // MARK: Where the papers speak of them

  private mutating func place(_ paper: Int) {
    for nominee in dossier.papers[paper].register.nominees where !nominee.key.isEmpty {
      let mentions: [AwardMention?] = nominee.awards.isEmpty ? [nil] : nominee.awards.map { $0 }
      let named = byKey[nominee.key, default: []].filter { index in
        mentions.contains { drafts[index].mayBe($0) }
      }
      let certain = named.filter { !isOther(drafts[$0], nominee) }
      // An award that only this paper gives a nominee is still about the nominee.
      let all = named.isEmpty ? byKey[nominee.key, default: []] : certain.isEmpty ? named : certain
      let blocks = self.blocks(of: nominee, in: paper)
      for index in all {
        drafts[index].blocks[paper, default: []].formUnion(blocks)
        drafts[index].anchors.append(DossierSpan(paper: paper, span: nominee.anchor))
        if dossier.papers[paper].role == .minutes {
          drafts[index].inMinutes.append(DossierSpan(paper: paper, span: nominee.anchor))
        }
      }
    }
    // Rows without a name, in the order they became cases.
    for nominee in dossier.papers[paper].register.nominees where nominee.key.isEmpty {
      let index = drafts.firstIndex {
        $0.key.isEmpty && $0.source == paper && $0.blocks.isEmpty
      }
      guard let index else { continue }
      drafts[index].blocks[paper] = blocks(of: nominee, in: paper)
      drafts[index].anchors = [DossierSpan(paper: paper, span: nominee.anchor)]
    }
  }

  private func blocks(of nominee: Nominee, in paper: Int) -> Set<Int> {
    var blocks: Set = [nominee.anchor.block]
    switch nominee.origin {
    case .item(let block): blocks.insert(block)
    case .row(let table, let row):
      let tables = dossier.papers[paper].document.source.body.tables
      guard tables.indices.contains(table), tables[table].rows.indices.contains(row) else { break }
      for cell in tables[table].rows[row].cells { blocks.formUnion(cell.blocks) }
    }
    return blocks
  }

  private mutating func placeReports() {
    var reports: [String: [Int]] = [:]
    for paper in dossier.papers(.report) {
      guard let key = dossier.papers[paper].report?.key, !key.isEmpty else { continue }
      reports[key, default: []].append(paper)
    }
    for index in drafts.indices {
      let draft = drafts[index]
      let own = reports[draft.key, default: []].filter { paper in
        guard let told = dossier.papers[paper].report?.birthYear, let year = draft.birthYear,
          byKey[draft.key, default: []].count > 1
        else { return true }
        return told == year
      }
      let fitting = own.filter { paper in
        let awards = dossier.papers[paper].report?.awards ?? []
        return awards.isEmpty || awards.contains { draft.mayBe($0) }
      }
      drafts[index].reports = fitting.isEmpty ? own : fitting
    }
  }

  private mutating func placeBallots() {
    for paper in dossier.papers(.minutes) {
      for ballot in dossier.papers[paper].minutes?.ballots ?? [] {
        guard let key = ballot.nominee else {
          for index in drafts.indices where has(drafts[index], ballot.awards, isNamed: true) {
            drafts[index].ballots.append((paper, ballot.votes))
          }
          continue
        }
        let named = byKey[key, default: []]
        let fitting = named.filter { has(drafts[$0], ballot.awards, isNamed: false) }
        for index in fitting { drafts[index].ballots.append((paper, ballot.votes)) }
      }
    }
  }

  private func has(_ draft: CaseDraft, _ awards: Set<String>, isNamed: Bool) -> Bool {
    guard let mention = draft.mention else { return !isNamed }
    return awards.isEmpty ? !isNamed : !mention.awards.isDisjoint(with: awards)
  }
}
