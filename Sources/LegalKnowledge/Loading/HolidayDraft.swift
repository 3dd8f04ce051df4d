import DataFiles

/// Days off as they are read; those that fall on a weekend move to the next weekday at the end.
struct HolidayDraft {
  var years: Set<Int>
  private var daysOff: [Int: WorkingCalendar.DayOff] = [:]
  private var substituted: [Int] = []
  private var workingDays: Set<Int> = []

  init(years: Set<Int>) { self.years = years }

  mutating func add(
    _ dayOff: WorkingCalendar.DayOff, substitute: Bool, at element: DataElement
  ) throws {
    let number = dayOff.day.dayNumber
    guard daysOff.updateValue(dayOff, forKey: number) == nil else {
      throw element.error(
        vi: "ngày \(dayOff.day.iso) đã là ngày nghỉ ở trên; hãy xoá một trong hai",
        en: "\(dayOff.day.iso) is a day off already; remove one")
    }
    if substitute, WorkingCalendar.isWeekend(dayOff.day) { substituted.append(number) }
  }

  mutating func addWorkingDay(_ day: CivilDate, at element: DataElement) throws {
    guard WorkingCalendar.isWeekend(day) else {
      throw element.error(
        vi: "ngày \(day.iso) không phải thứ Bảy, Chủ nhật; hãy sửa “date”",
        en: "\(day.iso) is not a Saturday or Sunday; correct \"date\"")
    }
    guard workingDays.insert(day.dayNumber).inserted else {
      throw element.error(
        vi: "ngày \(day.iso) đã ghi ở trên; hãy xoá một trong hai",
        en: "\(day.iso) stands above already; remove one")
    }
  }

  func finished() -> WorkingCalendar {
    var all = daysOff
    // In order of days, so that two holidays at one weekend take the Monday and the Tuesday.
    for number in substituted.sorted() {
      guard var dayOff = all[number] else { continue }
      var next = number + 1
      while all[next] != nil || WorkingCalendar.isWeekend(CivilDate(dayNumber: next)) { next += 1 }
      dayOff.day = CivilDate(dayNumber: next)
      all[next] = dayOff
    }
    return WorkingCalendar(
      daysOff: Array(all.values), extraWorkingDays: workingDays, years: years)
  }
}
