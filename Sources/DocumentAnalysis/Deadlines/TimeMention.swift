import LegalKnowledge

/// A point, stretch or length of time that the text names: “trước ngày 05/12”, “quý I”, “6 tháng đầu
/// năm”, “giai đoạn 2021 - 2025”, “10 ngày làm việc”, “hằng năm”.
public struct TimeMention: Sendable, Hashable {
  /// What is named. Numbers are as written and may be impossible (day 32, month 13).
  public enum Value: Sendable, Hashable {
    case day(day: Int, month: Int, year: Int?)
    case month(Int, year: Int?)
    /// 1 to 4
    case quarter(Int, year: Int?)
    /// The first (`isFirst`) or last so many months of a year: “6 tháng đầu năm”, “9 tháng đầu năm”.
    case months(Int, isFirst: Bool, year: Int?)
    case year(Int)
    /// “giai đoạn 2021 - 2025”, “nhiệm kỳ 2020 - 2025”, “năm học 2023 - 2024”; last may be before
    /// first, as written.
    case period(Period, first: Int, last: Int)
    /// “10 ngày làm việc”, “30 ngày”, “3 tháng”.
    case length(Int, Unit)
    /// “hằng năm”, “hằng quý”, “hằng tháng”, “hằng tuần”
    case recurring(Unit)
  }

  public enum Unit: String, Sendable, CaseIterable {
    case workingDay = "working-day"
    case day
    case week
    case month
    case quarter
    case year
  }

  public enum Period: String, Sendable, CaseIterable {
    /// giai đoạn, thời kỳ, kế hoạch, chương trình: counted with both ends
    case stage
    /// nhiệm kỳ: counted by difference
    case term
    case schoolYear = "school-year"
  }

  /// How the sentence ties work to it, from the words before.
  public enum Relation: String, Sendable, CaseIterable {
    /// trước, chậm nhất, hạn, muộn nhất, không quá
    case before
    /// trong, vào, thời gian
    case within
    /// từ, kể từ, sau
    case from
    /// đến, tới
    case until
    case none
  }

  /// The words that name the time, without those that say the relation: “31/3”, “quý I”.
  public var span: TextSpan
  public var value: Value
  public var relation: Relation
  /// Inside the citation of an instrument: its date, not a time of this paper.
  public var isCitation: Bool
  /// Of a feast or of history (“kỷ niệm …”, “chào mừng …”, a pair of days in brackets), not of work.
  public var isCommemorative: Bool

  public init(
    span: TextSpan, value: Value, relation: Relation, isCitation: Bool = false,
    isCommemorative: Bool = false
  ) {
    self.span = span
    self.value = value
    self.relation = relation
    self.isCitation = isCitation
    self.isCommemorative = isCommemorative
  }

  /// The year written with it; nil when the reader must supply it.
  public var year: Int? {
    switch value {
    case .day(_, _, let year), .month(_, let year), .quarter(_, let year),
      .months(_, _, let year):
      year
    case .year(let year): year
    case .period, .length, .recurring: nil
    }
  }

  /// First and last day, both included.
  /// - Parameter year: the year to take when none is written; nil: then only mentions with a year
  ///   have days.
  /// - Returns: nil for lengths, recurring times and days that do not exist.
  public func days(inYear year: Int?) -> ClosedRange<CivilDate>? {
    switch value {
    case .day(let day, let month, let own):
      return (own ?? year).flatMap { CivilDate(year: $0, month: month, day: day) }.map { $0...$0 }
    case .month(let month, let own):
      return Self.months(month...month, of: own ?? year)
    case .quarter(let quarter, let own):
      return Self.months(quarter * 3 - 2...quarter * 3, of: own ?? year)
    case .months(let count, let isFirst, let own):
      guard (1...12).contains(count) else { return nil }
      return Self.months(isFirst ? 1...count : 13 - count...12, of: own ?? year)
    case .year(let year): return Self.months(1...12, of: year)
    case .period(_, let first, let last):
      guard let low = CivilDate(year: first, month: 1, day: 1),
        let high = CivilDate(year: last, month: 12, day: 31), low <= high
      else { return nil }
      return low...high
    case .length, .recurring: return nil
    }
  }

  private static func months(
    _ months: ClosedRange<Int>, of year: Int?
  ) -> ClosedRange<CivilDate>? {
    guard let year, let low = CivilDate(year: year, month: months.lowerBound, day: 1),
      (1...12).contains(months.upperBound),
      let high = CivilDate(
        year: year, month: months.upperBound,
        day: CivilDate.days(inMonth: months.upperBound, year: year)), low <= high
    else { return nil }
    return low...high
  }
}
