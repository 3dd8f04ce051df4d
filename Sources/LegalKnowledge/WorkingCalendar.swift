import TextMatching

/// Days on which offices work: not at weekends, on public holidays, or on the days off instead of
/// holidays that fall on a weekend.
public struct WorkingCalendar: Sendable {
  public struct DayOff: Sendable, Hashable {
    public var day: CivilDate
    public var title: LocalizedText
    public var verified: Verification
  }

  /// A day reached by counting, and what it rests on.
  public struct Count: Sendable, Hashable {
    public var day: CivilDate
    /// Days off on weekdays that were passed over.
    public var daysOff: [DayOff]
    /// Full when no weekday off was met and the years counted are recorded; never more than the
    /// days off are worth.
    public var verified: Verification
  }

  /// By day number; holidays and days off instead.
  public let daysOff: [Int: DayOff]
  /// Day numbers of weekend days worked instead of a weekday.
  public let extraWorkingDays: Set<Int>
  /// Years whose holidays, lunar ones included, are all recorded.
  public let years: Set<Int>

  public init(daysOff: [DayOff], extraWorkingDays: Set<Int> = [], years: Set<Int> = []) {
    self.daysOff = Dictionary(
      daysOff.map { ($0.day.dayNumber, $0) }, uniquingKeysWith: { first, _ in first })
    self.extraWorkingDays = extraWorkingDays
    self.years = years
  }

  /// 1970-01-01 was a Thursday; 0 is Monday.
  public static func weekday(of day: CivilDate) -> Int {
    let shifted = (day.dayNumber + 3) % 7
    return shifted < 0 ? shifted + 7 : shifted
  }

  public static func isWeekend(_ day: CivilDate) -> Bool { weekday(of: day) >= 5 }

  public func isWorkingDay(_ day: CivilDate) -> Bool {
    if extraWorkingDays.contains(day.dayNumber) { return true }
    return !WorkingCalendar.isWeekend(day) && daysOff[day.dayNumber] == nil
  }

  /// The day so many working days after `day` (before it when negative); `day` itself is not
  /// counted, as in counting a time limit from the day after the event.
  public func adding(workingDays: Int, to day: CivilDate) -> Count {
    let step = workingDays < 0 ? -1 : 1
    var number = day.dayNumber
    var left = abs(workingDays)
    var passed: [DayOff] = []
    while left > 0 {
      number += step
      let current = CivilDate(dayNumber: number)
      if isWorkingDay(current) {
        left -= 1
      } else if let off = daysOff[number], !WorkingCalendar.isWeekend(current) {
        passed.append(off)
      }
    }
    let end = CivilDate(dayNumber: number)
    return Count(
      day: end, daysOff: passed, verified: certainty(of: passed, from: day, to: end))
  }

  /// Working days after `start` up to and including `end`; negative when `end` is earlier.
  public func workingDays(from start: CivilDate, to end: CivilDate) -> Int {
    guard start <= end else { return -workingDays(from: end, to: start) }
    var count = 0
    var number = start.dayNumber
    while number < end.dayNumber {
      number += 1
      if isWorkingDay(CivilDate(dayNumber: number)) { count += 1 }
    }
    return count
  }

  private func certainty(
    of passed: [DayOff], from start: CivilDate, to end: CivilDate
  ) -> Verification {
    let span = min(start.year, end.year)...max(start.year, end.year)
    guard span.allSatisfy(years.contains) else { return .no }
    return passed.map(\.verified).min() ?? .yes
  }
}

/// A date or a term that law sets: the last day for a dossier, how long an appraisal may take.
public struct StatutoryTerm: Sendable, Hashable, Identifiable {
  public enum Rule: Sendable, Hashable {
    /// At the latest on this day of the year, so many years after the year under review.
    case yearly(month: Int, day: Int, yearsAfter: Int)
    /// Within so many working days.
    case workingDays(Int)
    /// At least so many working days before.
    case workingDaysBefore(Int)
    /// Within so many days.
    case days(Int)
    /// At least so many days before.
    case daysBefore(Int)
  }
  public var id: String
  public var title: LocalizedText
  public var rule: Rule
  /// Ids of awards it is about; empty when for any.
  public var awards: [String]
  /// Id of a term for a sector with its own date (education); nil for the others.
  public var sector: String?
  public var provision: ProvisionReference
  public var validity: Validity
  public var verified: Verification
}

/// Everything on days and money, as read.
public struct CalendarBook: Sendable {
  public var workingCalendar = WorkingCalendar(daysOff: [])
  public var terms: [StatutoryTerm] = []
  public var salaries: [BaseSalary] = []
}
