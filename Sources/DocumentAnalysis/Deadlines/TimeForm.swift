import TextMatching

/// One way of writing a time.
struct TimeForm: Sendable {
  var pattern: Pattern
  var value: @Sendable (Reader) -> TimeMention.Value?

  /// A match with its numbers. The words that name the time run from group 1 to the end, or from
  /// group 2 when group 1 is the word before them.
  struct Reader {
    var text: String
    var match: Pattern.Match

    var words: Range<Int> {
      guard let first = match[1] else { return match.range }
      return first.upperBound == match.range.upperBound || match[2] == nil
        ? first : (match[2]?.lowerBound ?? first.lowerBound)..<match.range.upperBound
    }
    func string(_ group: Int) -> String? {
      match[group].map { String(text[utf8Range: $0]) }
    }
    func number(_ group: Int) -> Int? { string(group).flatMap { Int($0) } }
  }

  private init(_ source: String, _ value: @escaping @Sendable (Reader) -> TimeMention.Value?) {
    pattern = Pattern(known: source, options: .caseless)
    self.value = value
  }

  static let all: [TimeForm] = [
    fullDay, shortDay, spelledDay, month, quarter, halfYear, period, schoolYear, year, length,
    recurring,
  ]

  /// 31/3/2024, 31-3-2024; “ngày 31.3.2024”.
  private static let fullDay = TimeForm(
    #"(?<![\d/.-])((\d{1,2})([/.-])(\d{1,2})\3(\d{4}))(?![\d/])"#
  ) { reader in
    guard let day = reader.number(2), let month = reader.number(4), let year = reader.number(5)
    else { return nil }
    return .day(day: day, month: month, year: year)
  }

  /// “ngày 31/3”, “trước 31/3”: without a year only there, for 17/17 and 2/3 are shares.
  private static let shortDay = TimeForm(
    #"\b(ngày|trước)\h+(\d{1,2})/(\d{1,2})(?![\d/]|\h*%)"#
  ) { reader in
    guard let day = reader.number(2), let month = reader.number(3) else { return nil }
    let isNamed = reader.string(1)?.lowercased() == "ngày"
    return isNamed || (1...12).contains(month) && (1...31).contains(day)
      ? .day(day: day, month: month, year: nil) : nil
  }

  private static let spelledDay = TimeForm(
    #"(?<!\d)((\d{1,2})\h+tháng\h+(\d{1,2})(?:,?\h+năm\h+((?:19|20)\d\d))?)(?!\d)"#
  ) { reader in
    guard let day = reader.number(2), let month = reader.number(3) else { return nil }
    // “24 tháng 6 ngày” is a length; a day is spelled after “ngày”.
    let start = reader.words.lowerBound
    let before = reader.text[
      utf8Range: reader.text.utf8Start(before: start, atMost: 8)..<start]
    guard before.lowercased().hasSuffix("ngày ") else { return nil }
    return .day(day: day, month: month, year: reader.number(4))
  }

  private static let month = TimeForm(
    #"(?<!\d\h)(tháng\h+(\d{1,2})(?:\h?[/-]\h?((?:19|20)\d\d)|,?\h+năm\h+((?:19|20)\d\d))?)(?![\d/]|\h+ngày)"#
  ) { reader in
    guard let month = reader.number(2) else { return nil }
    return .month(month, year: reader.number(3) ?? reader.number(4))
  }

  private static let quarter = TimeForm(
    #"\b(quý\h+(IV|I{1,3}|[1-4])\b(?:\h?[/-]\h?((?:19|20)\d\d)|,?\h+năm\h+((?:19|20)\d\d))?)"#
  ) { reader in
    let names = ["I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4]
    guard let quarter = names[(reader.string(2) ?? "").uppercased()] else { return nil }
    return .quarter(quarter, year: reader.number(3) ?? reader.number(4))
  }

  private static let halfYear = TimeForm(
    #"(?<!\d)((\d{1,2}|sáu|chín)\h+tháng\h+(đầu|cuối)\h+năm(?:\h+((?:19|20)\d\d))?)"#
  ) { reader in
    let words = ["sáu": 6, "chín": 9]
    guard let count = reader.number(2) ?? words[(reader.string(2) ?? "").lowercased()] else {
      return nil
    }
    return .months(
      count, isFirst: reader.string(3)?.lowercased() == "đầu", year: reader.number(4))
  }

  private static let period = TimeForm(
    #"((?:giai\h+đoạn|thời\h+kỳ|nhiệm\h+kỳ)(?:\h+\d{1,2}\h+năm)?\h*\(?\h*"#
      + #"((?:19|20)\d\d)\h*(?:[-–—]|đến)\h*((?:19|20)\d\d)\)?)"#
  ) { reader in
    guard let first = reader.number(2), let last = reader.number(3) else { return nil }
    let isTerm = reader.string(1)?.lowercased().hasPrefix("nhiệm") == true
    return .period(isTerm ? .term : .stage, first: first, last: last)
  }

  private static let schoolYear = TimeForm(
    #"(năm\h+học\h+((?:19|20)\d\d)\h*[-–—]\h*((?:19|20)\d\d))"#
  ) { reader in
    guard let first = reader.number(2), let last = reader.number(3) else { return nil }
    return .period(.schoolYear, first: first, last: last)
  }

  private static let year = TimeForm(#"\b(năm\h+((?:19|20)\d\d))\b"#) { reader in
    reader.number(2).map { .year($0) }
  }

  private static let length = TimeForm(
    #"(?<![\d/.,])((\d{1,3})\h*(?:\(\p{L}[\p{L}\h]*\)\h*)?(ngày\h+làm\h+việc|ngày|tuần|tháng))\b(?!\h+(?:\d|đầu|cuối|năm))"#
  ) { reader in
    guard let count = reader.number(2), let unit = reader.string(3)?.lowercased() else {
      return nil
    }
    if unit.hasSuffix("việc") { return .length(count, .workingDay) }
    return .length(count, unit == "ngày" ? .day : unit == "tuần" ? .week : .month)
  }

  private static let recurring = TimeForm(
    #"\b((?:hằng|hàng|mỗi)\h+(năm|quý|tháng|tuần))\b"#
  ) { reader in
    let units: [String: TimeMention.Unit] = [
      "năm": .year, "quý": .quarter, "tháng": .month, "tuần": .week,
    ]
    return units[(reader.string(2) ?? "").lowercased()].map { .recurring($0) }
  }
}
