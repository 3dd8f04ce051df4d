import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// A named or thematic movement that the paper is about, and how long it lasts.
struct ThematicMovement {
  /// In the subject: the movement's words.
  var span: TextSpan
  /// From its first to its last day, counted as people do: half a month is a month.
  var months: Int
  /// Somebody above has launched it.
  var isFromAbove: Bool

  private static let named = Pattern(
    known: #"""
      (?:phong\s+trào|đợt|cuộc|chiến\s+dịch)\s+thi\s+đua [^“”"«»:.;]{0,60} [“"«][^“”"«»]{3,200}[”"»]
      | thi\s+đua\s+(?:theo\s+)?chuyên\s+đề
      """#, options: [.caseless, .extended])
  /// The year's work of an office is no movement, whatever movements it names.
  private static let yearly = Pattern(
    known: #"(?:công\s+tác|nhiệm\s+vụ|hoạt\s+động)\s+thi\s+đua"#, options: .caseless)
  private static let above = Pattern(
    known: #"(?:thủ\s+tướng(?:\s+chính\s+phủ)?|chủ\s+tịch\s+nước)\s+phát\s+động"#,
    options: .caseless)

  /// Nil for a paper about anything else, or one that does not say how long the movement is.
  init?(_ document: RecognisedDocument) {
    let subject = document.components.subject
    let words = subject.map { document.text($0) }.joined(separator: " ")
    guard let first = subject.first, ThematicMovement.named.matches(words),
      !ThematicMovement.yearly.matches(words)
    else { return nil }
    let lengths =
      ThematicMovement.stated(in: document, blocks: Set(subject.map(\.block)))
      + ThematicMovement.scheduled(in: document)
    // A paper that says two lengths may have the longer one in mind.
    guard let longest = lengths.max() else { return nil }
    span = first
    months = longest
    isFromAbove = document.blocks.contains { ThematicMovement.above.matches($0.text) }
  }

  /// “giai đoạn 2024 - 2025”, “năm 2025” in the subject.
  private static func stated(in document: RecognisedDocument, blocks: Set<Int>) -> [Int] {
    document.times.filter { blocks.contains($0.span.block) && !$0.isCommemorative }
      .compactMap { time in
        switch time.value {
        case .period(_, let first, let last) where last >= first: 12 * (last - first + 1)
        case .year: 12
        default: nil
        }
      }
  }

  private static let schedule = Pattern(
    known:
      #"(?:thời\s+gian|thời\s+hạn)(?:\s+(?:thực\s+hiện|tổ\s+chức|triển\s+khai|thi\s+đua|phát\s+động))?"#,
    options: .caseless)

  /// “Thời gian: từ ngày 01/3 đến ngày 31/8/2024”, “Thời gian thực hiện: 06 tháng”.
  private static func scheduled(in document: RecognisedDocument) -> [Int] {
    let body = document.components.body.clamped(to: 0..<document.blocks.count)
    return body.flatMap { block -> [Int] in
      guard schedule.matches(document.blocks[block].text) || isUnderSchedule(block, in: document)
      else { return [] }
      let times = document.times.filter { $0.span.block == block && !$0.isCitation }
      var lengths: [Int] = []
      for (from, to) in zip(times, times.dropFirst())
      where from.relation == .from && to.relation == .until {
        let year = to.year ?? document.planYear?.years.upperBound
        guard let last = to.days(inYear: year)?.upperBound,
          let first = from.days(inYear: from.year ?? last.year)?.lowerBound, first <= last
        else { continue }
        let days = last.dayNumber - first.dayNumber + 1
        lengths.append((days + 15) * 12 / 365)
      }
      for case .length(let count, .month) in times.map(\.value) { lengths.append(count) }
      return lengths
    }
  }

  /// Directly under a heading on the time.
  private static func isUnderSchedule(_ block: Int, in document: RecognisedDocument) -> Bool {
    func visit(_ nodes: [OutlineNode]) -> Bool {
      nodes.contains { node in
        guard node.blocks.contains(block) else { return false }
        let title = document.text(TextSpan(block: node.block, utf8: node.title))
        return node.block != block && node.children.isEmpty && schedule.matches(title)
          || visit(node.children)
      }
    }
    return visit(document.outline)
  }
}

extension NativeCheck {
  private static let promise = Pattern(
    known: #"(?<!\p{L})(?:tặng|khen\s+thưởng|thưởng|đề\s+nghị|trình|xét|truy\s+tặng)(?!\p{L})"#,
    options: .caseless)
  /// The condition is said, or the award is for something else than the movement.
  private static let reserve = Pattern(
    known: #"""
      năm\s+trở\s+lên | nếu\s+đủ | đủ\s+(?:điều\s+kiện|thời\s+gian) | hằng\s+năm | hàng\s+năm
      | công\s+tác\s+năm | tổng\s+kết\s+năm | thường\s+xuyên | đột\s+xuất | đã\s+được | đã\s+tặng
      | theo\s+quy\s+định\s+của\s+(?:luật|pháp\s+luật)
      """#, options: [.caseless, .extended])

  /// A movement that promises an award which the law keeps for longer ones (Law 06/2022, Điều 25,
  /// 26, 44, 73; the lengths stand in the data).
  static let movementLength = NativeCheck(
    name: "movement-length", arguments: ["award", "months", "years"]
  ) { context in
    let document = context.document
    guard let movement = ThematicMovement(document),
      let pattern = Conferral.namePattern(context.law)
    else { return [] }
    let names = AwardNames(context.law.awardBook.awards)
    let body = document.components.body.clamped(to: 0..<document.blocks.count)
    return body.flatMap { block -> [Observation] in
      let text = document.blocks[block].text
      guard promise.matches(text), !reserve.matches(text) else { return [] }
      return pattern.matches(in: text).compactMap { match in
        let name = String(text[utf8Range: match.range]).split(separator: " ")
          .joined(separator: " ")
        // A name that several awards share promises the one that asks for the least.
        let needs = names.awards(named: name, on: context.asOf).filter { isNamed($0.kind) }
          .map { need(of: $0.award, for: movement, recipients: recipients(in: text), context) }
        guard !needs.isEmpty, needs.allSatisfy({ $0 != nil }),
          let least = needs.compactMap({ $0 }).min(by: { $0.years < $1.years }),
          movement.months < 12 * least.years
        else { return nil }
        return Observation(
          at: TextSpan(block: block, utf8: match.range),
          arguments: [
            "award": .text(name), "months": .number(movement.months),
            "years": .number(least.years),
          ], verified: least.verified,
          bases: [
            Rule.Basis(
              instrument: least.provision.instrument, provision: least.provision.text)
          ],
          related: [
            Observation.RelatedSpan(
              span: movement.span,
              message: LocalizedText(vi: "phong trào", en: "the movement"))
          ])
      }
    }
  }

  private static func isNamed(_ kind: AwardNames.Match.Kind) -> Bool {
    switch kind {
    case .official, .variant: true
    case .outdated, .near: false
    }
  }

  private struct Need {
    var years: Int
    var provision: ProvisionReference
    var verified: Verification
  }

  /// Whom the words promise it to; empty when they do not say, or name both.
  private static func recipients(in text: String) -> Set<Award.Recipient> {
    let words = text.lowercased()
    switch (words.contains("tập thể"), words.contains("cá nhân")) {
    case (true, false): return [.collective]
    case (false, true): return [.individual]
    default: return []
    }
  }

  /// The least length for which a movement can bring the award; nil when any will do, or none is
  /// said.
  private static func need(
    of award: Award, for movement: ThematicMovement, recipients: Set<Award.Recipient>,
    _ context: CheckContext
  ) -> Need? {
    guard let standard = context.law.criteria(of: award, on: context.asOf) else { return nil }
    var least: Need?
    let routes = standard.routes.filter {
      $0.recipients.isEmpty || recipients.isEmpty || !$0.recipients.isDisjoint(with: recipients)
    }
    for route in routes {
      for case .movement(let asked) in route.criteria.flatMap(\.flattened) {
        guard let years = asked.years else {
          // Without a length in the law: for any movement, or for those launched at the top.
          if asked.launchers.isEmpty || movement.isFromAbove { return nil }
          continue
        }
        if years < least?.years ?? .max {
          least = Need(
            years: years, provision: route.provision,
            verified: min(route.verified, standard.verified))
        }
      }
    }
    return least
  }
}
