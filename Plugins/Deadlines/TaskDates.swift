import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Work due before the paper was signed; a month or quarter only when it has wholly passed.
  static let beforeIssue = NativeCheck(
    name: "before-issue", arguments: ["deadline", "issued"]
  ) { context in
    let times = PlanTimes(context.document)
    guard context.kind?.id == "ke-hoach", let signed = times.signedOn else { return [] }
    return times.deadlines.compactMap { time -> Observation? in
      guard let days = time.days(inYear: times.defaultYear), days.upperBound < signed,
        !isOutside(time, plan: times.year)
      else { return nil }
      // Without a year, January may be the next one's.
      if time.year == nil, days.upperBound.month == 1 { return nil }
      switch time.value {
      case .day, .month, .quarter: break
      default: return nil
      }
      return Observation(
        at: time.span,
        arguments: [
          "deadline": .text(context.document.text(time.span)), "issued": .date(signed),
        ])
    }
  }

  /// Work of an annual plan dated in another year. The review in the first months after, dossiers
  /// due to the State the year after and the months of preparation before are right.
  static let outsidePlanYear = NativeCheck(
    name: "outside-plan-year", arguments: ["deadline", "year"]
  ) { context in
    let times = PlanTimes(context.document)
    guard let year = times.year else { return [] }
    return times.deadlines.compactMap { time -> Observation? in
      guard isOutside(time, plan: year) else { return nil }
      let block = context.document.blocks[time.span.block].text
      guard !TaskDates.longer.matches(block) else { return nil }
      return Observation(
        at: time.span,
        arguments: [
          "deadline": .text(context.document.text(time.span)), "year": .number(year),
        ])
    }
  }

  private static func isOutside(_ time: TimeMention, plan year: Int?) -> Bool {
    guard let year, let own = time.year else { return false }
    let month: Int
    switch time.value {
    case .day(_, let value, _), .month(let value, _): month = value
    case .quarter(let quarter, _): month = quarter * 3
    default: return false
    }
    if own < year { return !(own == year - 1 && month >= 10) }
    return own > year + 1 || own == year + 1 && month > 3
  }

  /// A date under the heading of one quarter that lies in another.
  static let quarterMismatch = NativeCheck(
    name: "quarter-mismatch", arguments: ["deadline", "quarter"]
  ) { context in
    let document = context.document
    let times = PlanTimes(document)
    guard times.year != nil else { return [] }
    let quarters = TaskDates.quarters(in: document)
    guard !quarters.isEmpty else { return [] }
    return times.work.compactMap { time -> Observation? in
      guard time.relation == .before || time.relation == .within,
        let quarter = quarters.last(where: { $0.blocks.contains(time.span.block) }),
        time.span.block != quarter.block, time.year == nil || time.year == times.year
      else { return nil }
      let months = quarter.number * 3 - 2...quarter.number * 3
      switch time.value {
      case .day(let day, let month, _):
        // A report on the quarter is due in the days after it.
        let isJustAfter = month == months.upperBound % 12 + 1 && day <= 20
        guard (1...12).contains(month), !months.contains(month), !isJustAfter else { return nil }
      case .month(let month, _):
        guard (1...12).contains(month), !months.contains(month) else { return nil }
      default: return nil
      }
      return Observation(
        at: time.span,
        arguments: [
          "deadline": .text(document.text(time.span)),
          "quarter": .text(["I", "II", "III", "IV"][quarter.number - 1]),
        ])
    }
  }
}

private enum TaskDates {
  /// Work that rightly reaches over the year's end.
  static let longer = Pattern(
    known:
      #"giai\h+đoạn|chương\h+trình|năm\h+học|nhiệm\h+kỳ|hằng\h+năm|hàng\h+năm|hồ\h+sơ|cấp\h+nhà\h+nước|thủ\h+tướng|chủ\h+tịch\h+nước|đại\h+hội"#,
    options: .caseless)
  private static let heading = Pattern(
    known: #"^\W*(?:\w+[.)]\h*)?quý\h+(IV|I{1,3}|[1-4])\b[^,;]{0,24}$"#, options: .caseless)

  struct Quarter {
    var number: Int
    var block: Int
    var blocks: Range<Int>
  }

  static func quarters(in document: RecognisedDocument) -> [Quarter] {
    var found: [Quarter] = []
    func visit(_ nodes: [OutlineNode]) {
      for node in nodes {
        let title = document.text(TextSpan(block: node.block, utf8: node.title))
        if node.isHeading, let match = heading.firstMatch(in: title), let name = match[1],
          let number = numbers[title[utf8Range: name].uppercased()]
        {
          found.append(Quarter(number: number, block: node.block, blocks: node.blocks))
        }
        visit(node.children)
      }
    }
    visit(document.outline)
    return found
  }

  private static let numbers = [
    "I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4,
  ]
}
