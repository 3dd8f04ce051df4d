import DataFiles

/// `<calendars>`: holidays, terms set by law, the base salary.
enum CalendarsReader {
  private static let rootChildren: Set = [
    "holiday", "day-off", "extra-working-day", "deadline", "within", "ahead", "base-salary",
    "source",
  ]
  private static let holidayAttributes: Set = [
    "month", "day", "from", "until", "substitute", "verified",
  ]
  private static let dayOffAttributes: Set = ["date", "until", "substitute", "verified"]
  private static let termAttributes = DataElement.provisionAttributes
    .union(DataElement.validityAttributes).union(["id", "awards", "sector", "verified"])
  private static let salaryAttributes = DataElement.validityAttributes
    .union(["amount", "instrument", "verified"])

  static func read(_ root: DataElement, into draft: inout KnowledgeDraft) throws {
    try root.expect(attributes: ["years"], children: rootChildren)
    _ = try root.sources()
    let years = try years(root)
    var calendar = HolidayDraft(years: years)
    for element in root.eachChild {
      switch element.name {
      case "holiday": try readHoliday(element, years, &calendar)
      case "day-off": try readDayOff(element, &calendar)
      case "extra-working-day":
        try element.expect(attributes: ["date", "verified"])
        _ = try element.verification()
        try calendar.addWorkingDay(try element.requiredDate("date"), at: element)
      case "base-salary": try readSalary(element, &draft)
      case "deadline", "within", "ahead": try readTerm(element, &draft)
      default: break
      }
    }
    draft.calendarBook.workingCalendar = calendar.finished()
  }

  /// `years="2019 2020 …"`: years whose days off are all recorded.
  private static func years(_ root: DataElement) throws -> Set<Int> {
    var years: Set<Int> = []
    for word in root.list("years") {
      guard let year = Int(word), (1900...2999).contains(year) else {
        throw root.error(
          vi: "“years” là các năm cách nhau bằng dấu cách, không phải “\(word)”",
          en: "\"years\" is a list of years separated by spaces, not \"\(word)\"")
      }
      guard years.insert(year).inserted else {
        throw root.error(
          vi: "“years” ghi năm \(year) hai lần; hãy xoá bớt",
          en: "\"years\" names \(year) twice; remove one")
      }
    }
    return years
  }

  private static func readHoliday(
    _ element: DataElement, _ years: Set<Int>, _ calendar: inout HolidayDraft
  ) throws {
    try element.expect(attributes: holidayAttributes, children: ["title"])
    let month = try element.requiredPositive("month")
    let number = try element.requiredPositive("day")
    guard CivilDate(year: 2001, month: month, day: number) != nil else {
      throw element.error(
        vi: "không có ngày \(number)/\(month) hằng năm; hãy sửa “month” hoặc “day”",
        en: "there is no day \(number)/\(month) in every year; correct \"month\" or \"day\"")
    }
    let validity = try element.optionalValidity()
    let title = try element.requiredLocalized("title")
    let verified = try element.verification()
    let substitute = try element.flag("substitute", default: false)
    for year in years.sorted() {
      guard let day = CivilDate(year: year, month: month, day: number),
        validity?.contains(day) ?? true
      else { continue }
      try calendar.add(
        WorkingCalendar.DayOff(day: day, title: title, verified: verified),
        substitute: substitute, at: element)
    }
  }

  private static func readDayOff(
    _ element: DataElement, _ calendar: inout HolidayDraft
  ) throws {
    try element.expect(attributes: dayOffAttributes, children: ["title"])
    let first = try element.requiredDate("date")
    let last = try element.date("until") ?? first
    guard first <= last, last.dayNumber - first.dayNumber < 31 else {
      throw element.error(
        vi: "kỳ nghỉ từ \(first.iso) đến \(last.iso) không hợp lý; hãy sửa “date” hoặc “until”",
        en: "days off from \(first.iso) to \(last.iso) cannot be; correct \"date\" or \"until\"")
    }
    let title = try element.requiredLocalized("title")
    let verified = try element.verification()
    let substitute = try element.flag("substitute", default: false)
    for number in first.dayNumber...last.dayNumber {
      try calendar.add(
        WorkingCalendar.DayOff(
          day: CivilDate(dayNumber: number), title: title, verified: verified),
        substitute: substitute, at: element)
    }
  }

  private static func readSalary(_ element: DataElement, _ draft: inout KnowledgeDraft) throws {
    try element.expect(attributes: salaryAttributes)
    let salary = BaseSalary(
      amount: try element.requiredPositive("amount"), validity: try element.validity(),
      instrument: element.optional("instrument"), verified: try element.verification())
    if let instrument = salary.instrument {
      draft.refer(to: instrument, in: .instrument, at: element)
      draft.note(
        ProvisionReference(instrument: instrument, article: nil), within: salary.validity,
        at: element)
    }
    if let other = draft.calendarBook.salaries.first(where: {
      $0.validity.overlaps(salary.validity)
    }) {
      throw element.error(
        vi: "mức này chồng lên mức \(other.amount) từ \(other.validity.from.iso); "
          + "hãy sửa from hoặc until",
        en: "this salary overlaps that of \(other.amount) from \(other.validity.from.iso); "
          + "correct from or until")
    }
    draft.calendarBook.salaries.append(salary)
  }

  private static func readTerm(_ element: DataElement, _ draft: inout KnowledgeDraft) throws {
    let rule = try rule(element)
    let validity = try element.validity()
    let sector = element.optional("sector")
    if let sector { draft.refer(to: sector, in: .term, at: element) }
    let term = StatutoryTerm(
      id: try element.required("id"), title: try element.requiredLocalized("title"), rule: rule,
      awards: element.optionalReferences("awards", to: .award, &draft), sector: sector,
      provision: try element.provision(&draft, within: validity), validity: validity,
      verified: try element.verification())
    let overlapping = draft.calendarBook.terms.contains {
      $0.id == term.id && $0.sector == term.sector && $0.validity.overlaps(term.validity)
    }
    guard !overlapping else {
      throw element.error(
        vi: "“\(term.id)” đã có một hạn khác trong cùng thời gian; hãy sửa from, until hoặc id",
        en: "\"\(term.id)\" has another term at the same time; correct from, until or the id")
    }
    draft.calendarBook.terms.append(term)
  }

  private static func rule(_ element: DataElement) throws -> StatutoryTerm.Rule {
    switch element.name {
    case "deadline":
      try element.expect(
        attributes: termAttributes.union(["month", "day", "years-after"]), children: ["title"])
      let month = try element.requiredPositive("month")
      let day = try element.requiredPositive("day")
      guard CivilDate(year: 2001, month: month, day: day) != nil else {
        throw element.error(
          vi: "không có ngày \(day)/\(month) hằng năm; hãy sửa “month” hoặc “day”",
          en: "there is no day \(day)/\(month) in every year; correct \"month\" or \"day\"")
      }
      return .yearly(
        month: month, day: day, yearsAfter: try element.integer("years-after") ?? 0)
    case "ahead":
      try element.expect(attributes: termAttributes.union(["working-days"]), children: ["title"])
      return .workingDaysBefore(try element.requiredPositive("working-days"))
    default:
      try element.expect(
        attributes: termAttributes.union(["working-days", "days"]), children: ["title"])
      switch (try element.positive("working-days"), try element.positive("days")) {
      case (.some(let days), nil): return .workingDays(days)
      case (nil, .some(let days)): return .days(days)
      default:
        throw element.error(
          vi: "<within> phải có đúng một trong working-days, days",
          en: "<within> needs exactly one of working-days, days")
      }
    }
  }
}
