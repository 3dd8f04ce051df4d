import DocumentAnalysis
import DocumentModel
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Money that goes with an award and is not the factor times the base salary of the day of the
  /// decision, rounded up.
  static let prizeAmount = NativeCheck(
    across: "prize-amount", arguments: ["stated", "due", "factor", "salary", "award"]
  ) { context in
    let dossier = context.dossier
    return (dossier.papers(.decision) + dossier.papers(.proposal) + dossier.papers(.list))
      .flatMap { index -> [DossierObservation] in
        guard let prizes = StatedPrizes(dossier.papers[index], context) else { return [] }
        return (prizes.inRows() + prizes.inProse()).map { DossierObservation(in: index, $0) }
      }
  }
}

/// Sums of money that a paper gives with awards.
private struct StatedPrizes {
  private let paper: Dossier.Paper
  private let law: LegalKnowledge
  /// Days on which it may be decided.
  private let days: [CivilDate]

  /// Enterprises and cooperatives pay from funds and by rules of their own.
  private static let ownFunds: Set<String> = [
    "cong-ty", "tong-cong-ty", "tap-doan", "hop-tac-xa",
  ]

  init?(_ paper: Dossier.Paper, _ context: DossierContext) {
    guard let level = paper.document.issuer.level, level != .party,
      !(paper.document.issuer.bodyType.map(Self.ownFunds.contains) ?? false),
      paper.document.blocks.contains(where: {
        Self.money.matches($0.text) && (Self.sum.matches($0.text) || Self.heading.matches($0.text))
      })
    else { return nil }
    self.paper = paper
    law = context.law
    let date = paper.document.date
    if paper.role == .decision {
      days = [date.earliest, date.latest]
    } else {
      // The decision comes after; the salary may have risen by then.
      days = [date.earliest, date.latest.adding(days: 180)]
    }
  }

  private static let money = Pattern(known: #"(?<!\p{L})thưởng(?!\p{L})"#, options: .caseless)

  // MARK: What is due

  private func due(_ award: Award, _ recipient: Award.Recipient?) -> [PrizeAmount] {
    let recipients = recipient.map { [$0] } ?? award.recipients.sorted { $0.rawValue < $1.rawValue }
    return recipients.flatMap { recipient in
      days.compactMap { law.prize(of: award, recipient: recipient, decidedOn: $0) }
    }
  }

  /// Nil when the sum is right, or when what is right is not known for sure.
  private func observation(
    _ stated: Int, at span: TextSpan, _ award: Award, _ recipient: Award.Recipient?,
    heads: Set<Int> = []
  ) -> Observation? {
    let due = due(award, recipient)
    guard let first = due.first,
      due.allSatisfy({ $0.verified == .yes && !$0.rate.isCeiling }),
      !due.contains(where: { prize in
        prize.amount == stated || heads.contains { prize.amount * $0 == stated }
      })
    else { return nil }
    return Observation(
      at: span,
      arguments: [
        "stated": .text(StatedPrizes.dong(stated)), "due": .text(StatedPrizes.dong(first.amount)),
        "factor": .text(StatedPrizes.factor(first.rate.hundredths)),
        "salary": .text(StatedPrizes.dong(first.baseSalary.amount)),
        "award": .text(award.name(on: days[0])),
      ], verified: first.verified,
      bases: [
        Rule.Basis(
          instrument: first.rate.provision.instrument, provision: first.rate.provision.text)
      ])
  }

  /// 2530000 as “2.530.000”.
  private static func dong(_ amount: Int) -> String {
    var digits = String(amount)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: ".")
  }

  /// 450 as “4,5”.
  private static func factor(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    let whole = "\(hundredths / 100)"
    if rest == 0 { return whole }
    return rest % 10 == 0 ? "\(whole),\(rest / 10)" : "\(whole),\(rest < 10 ? "0" : "")\(rest)"
  }

  // MARK: Tables

  private static let heading = Pattern(
    known: #"(?<!\p{L})(?:tiền\s+thưởng|mức\s+(?:tiền\s+)?thưởng|số\s+tiền)(?!\p{L})"#,
    options: .caseless)
  private static let otherUnit = Pattern(
    known: #"(?<!\p{L})(?:nghìn|ngàn|triệu)(?!\p{L})|1\.000\s*đ|lần|hệ\s+số|tổng|quỹ"#,
    options: .caseless)
  private static let amount = Pattern(
    known: #"^\D{0,3}(\d{1,3}(?:[. ]\d{3})+|\d{5,9})\s*(?:đồng|đ|vnđ)?\W*$"#, options: .caseless)

  /// A nominee's row with one award and a column of money.
  func inRows() -> [Observation] {
    let document = paper.document
    return paper.register.tables.flatMap { layout -> [Observation] in
      let table = document.source.body.tables[layout.table]
      let columns = layout.headerRows.flatMap { table.rows[$0].cells }.filter { cell in
        let words = cell.blocks.map { document.blocks[$0].text }.joined(separator: " ")
        return Self.heading.matches(words) && !Self.otherUnit.matches(words)
      }.map(\.column)
      guard let column = columns.first, Set(columns).count == 1 else { return [] }
      return paper.register.nominees(in: layout.table).compactMap { nominee in
        guard case .row(_, let row) = nominee.origin, nominee.awards.count == 1,
          let award = nominee.awards[0].award,
          let cell = table.rows[row].cells.first(where: { $0.column == column }),
          cell.blocks.count == 1, let block = cell.blocks.first,
          let match = Self.amount.firstMatch(in: document.blocks[block].text)?[1],
          let stated = number(document.blocks[block].text[utf8Range: match])
        else { return nil }
        return observation(
          stated, at: TextSpan(block: block, utf8: match), award, nominee.recipient)
      }
    }
  }

  private func number(_ text: some StringProtocol) -> Int? {
    Int(String(text.filter(\.isNumber)))
  }

  // MARK: Text

  private static let sum = Pattern(
    known: #"(?<![\d.,/])(\d{1,3}(?:\.\d{3})+|\d{6,9})\s*(?:đồng|đ)(?!\p{L})"#, options: .caseless)
  private static let clause = Pattern(known: #"[;.](?=\s|$)|\n"#)
  private static let total = Pattern(
    known: #"(?<!\p{L})(?:tổng|kinh\s+phí|quỹ|cộng)(?!\p{L})"#, options: .caseless)
  private static let persons = Pattern(
    known: #"(?<!\p{L})(?:cá\s+nhân|người|đồng\s+chí|ông|bà)(?!\p{L})"#, options: .caseless)
  private static let collectives = Pattern(
    known: #"(?<!\p{L})(?:tập\s+thể|đơn\s+vị)(?!\p{L})"#, options: .caseless)
  private static let households = Pattern(known: #"(?<!\p{L})hộ(?!\p{L})"#, options: .caseless)

  /// “… danh hiệu “Lao động tiên tiến”: 760.000 đồng/người”: one award and its sum in one clause.
  func inProse() -> [Observation] {
    let document = paper.document
    let telling = document.blocks.indices.filter { index in
      let text = document.blocks[index].text
      return document.blocks[index].place.cell == nil && Self.money.matches(text)
        && Self.sum.matches(text)
    }
    guard !telling.isEmpty else { return [] }
    let awards = AwardFinder(law: law)
    return telling.flatMap { index -> [Observation] in
      let text = document.blocks[index].text
      let sums = Self.sum.matches(in: text)
      let named = awards.mentions(in: text, block: index, on: days[0])
      return clauses(of: text).compactMap { clause in
        let inside = sums.compactMap { $0[1] }.filter { clause.contains($0.lowerBound) }
        let mentions = named.filter { clause.contains($0.span.utf8.lowerBound) }
        let words = String(text[utf8Range: clause])
        guard inside.count == 1, mentions.count == 1, let award = mentions[0].award,
          mentions[0].span.utf8.upperBound <= inside[0].lowerBound, !Self.total.matches(words),
          let stated = number(text[utf8Range: inside[0]])
        else { return nil }
        var recipients: Set<Award.Recipient> = []
        // The award's own name says “tập thể”.
        let rest = String(text[utf8Range: mentions[0].span.utf8.upperBound..<clause.upperBound])
        if Self.persons.matches(rest) { recipients.insert(.individual) }
        if Self.collectives.matches(rest) { recipients.insert(.collective) }
        if Self.households.matches(rest) { recipients.insert(.household) }
        let heads = Set(
          paper.register.counts.map(\.value) + [paper.register.nominees.count])
        return observation(
          stated, at: TextSpan(block: index, utf8: inside[0]), award,
          recipients.count == 1 ? recipients.first : nil, heads: heads)
      }
    }
  }

  private func clauses(of text: String) -> [Range<Int>] {
    var start = 0
    var result: [Range<Int>] = []
    for match in Self.clause.matches(in: text) {
      result.append(start..<match.range.lowerBound)
      start = match.range.upperBound
    }
    return result + [start..<text.utf8.count]
  }
}
