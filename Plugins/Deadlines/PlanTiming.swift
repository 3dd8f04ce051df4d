import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// An annual plan none of whose work has a day, month, quarter or reporting date.
  static let noTimeLimit = NativeCheck(name: "no-time-limit") { context in
    let document = context.document
    let times = PlanTimes(document)
    guard times.year != nil, document.kind.family == .administrative,
      document.components.attachedTo == nil,
      !times.work.contains(where: { isLimit($0, of: times.year) }),
      !document.blocks.contains(where: { PlanTiming.schedule.matches($0.text) })
    else { return [] }
    return [Observation(at: place(in: document))]
  }

  /// Whether it says when work is due; a day of other years tells history.
  private static func isLimit(_ time: TimeMention, of plan: Int?) -> Bool {
    if let plan, let year = time.year, abs(year - plan) > 1 { return false }
    return switch time.value {
    case .day, .month, .quarter, .months: true
    case .length(_, let unit): unit == .workingDay || time.relation == .before
    case .recurring(let unit): unit != .year
    case .year, .period: false
    }
  }

  /// The heading on carrying out, where time limits are looked for; else the title.
  private static func place(in document: RecognisedDocument) -> TextSpan {
    let heading = document.outline.last { node in
      PlanTiming.carryingOut.matches(
        document.text(TextSpan(block: node.block, utf8: node.title)))
    }
    if let heading {
      return TextSpan(
        block: heading.block, utf8: heading.title.upperBound..<heading.title.upperBound)
    }
    let last = document.planYear?.span ?? TextSpan(block: 0, utf8: 0..<0)
    return TextSpan(block: last.block, utf8: last.utf8.upperBound..<last.utf8.upperBound)
  }

  /// An annual plan signed after the first quarter of its year.
  static let latePlan = NativeCheck(
    name: "late-plan", arguments: ["year", "issued"]
  ) { context in
    let document = context.document
    guard let year = PlanTimes(document).year, let signed = document.components.placeDate?.date,
      let last = CivilDate(year: year, month: 3, day: 31), signed > last, signed.year == year,
      document.components.subject.contains(where: { PlanTiming.annual.matches(document.text($0)) })
    else { return [] }
    let span = document.components.placeDate?.dateSpan ?? TextSpan(block: 0, utf8: 0..<0)
    return [
      Observation(at: span, arguments: ["year": .number(year), "issued": .date(signed)])
    ]
  }
}

private enum PlanTiming {
  /// The times may stand in an annex that another file holds.
  static let schedule = Pattern(
    known: #"(?:phụ\h+lục|biểu|lịch|danh\h+mục)\h+(?:\p{L}+\h+){0,4}(?:kèm\h+theo|đính\h+kèm)"#,
    options: .caseless)
  static let carryingOut = Pattern(known: #"tổ\h+chức\h+thực\h+hiện"#, options: .caseless)
  static let annual = Pattern(
    known:
      #"^(?:(?:triển\h+khai|thực\h+hiện|tổ\h+chức)[,\h]+)*(?:công\h+tác|nhiệm\h+vụ)\h+thi\h+đua"#,
    options: .caseless)
}
