import DocumentAnalysis
import DossierAnalysis
import JSONWriting
import LegalKnowledge

// Mentions besides citations and dates: times, bodies, acts, awards.

extension InspectJSON {
  func time(_ value: TimeMention) -> JSONValue {
    let days = value.days(inYear: nil)
    return span(
      value.span,
      TimeMembers.members(of: value.value) + [
        ("relation", .string(value.relation.rawValue)),
        ("from", .optional(days?.lowerBound.iso)), ("until", .optional(days?.upperBound.iso)),
        ("isCitation", .bool(value.isCitation)),
        ("isCommemorative", .bool(value.isCommemorative)),
      ])
  }

  func body(_ value: BodyMention) -> JSONValue {
    span(
      value.span,
      [
        ("type", .string(value.type)),
        ("units", .array(value.units.map(JSONValue.string))),
        ("properName", .optional(value.properName)), ("level", .optional(value.level?.rawValue)),
        ("office", value.office.map { span($0) } ?? .null), ("isCited", .bool(value.isCited)),
      ])
  }

  func act(_ value: Act) -> JSONValue {
    span(
      value.span,
      [
        ("kind", .string(value.kind.rawValue)), ("actor", span(value.actor.span)),
        ("verb", span(value.verb)), ("isRequested", .bool(value.isRequested)),
        ("isSubordinate", .bool(value.isSubordinate)),
      ])
  }
}

extension InspectJSON {
  func award(_ value: AwardMention) -> JSONValue {
    span(
      value.span,
      [
        (
          "awards",
          .array(
            value.matches.map { match in
              .object([
                ("award", .string(match.award.id)), ("reading", .string(match.kind.code)),
              ])
            })
        )
      ])
  }
}

extension RecognisedDocument {
  /// The awards it names, in reading order, as their names are on the paper's day.
  func awards(_ law: LegalKnowledge) -> [AwardMention] {
    let finder = AwardFinder(law: law)
    return blocks.enumerated().flatMap { index, block in
      finder.mentions(in: block.text, block: index, on: date.earliest)
    }
  }
}

extension AwardNames.Match.Kind {
  /// In JSON: how the name reads on the paper's day.
  var code: String {
    switch self {
    case .official: "official"
    case .variant: "variant"
    case .outdated: "outdated"
    case .near: "near"
    }
  }
}

/// A time's form and its numbers as written; those it does not have are null.
private enum TimeMembers {
  static func members(of value: TimeMention.Value) -> [(String, JSONValue)] {
    switch value {
    case .day(let day, let month, let year):
      list("day", year: year, number: day, month: month)
    case .month(let month, let year): list("month", year: year, month: month)
    case .quarter(let quarter, let year): list("quarter", year: year, number: quarter)
    case .months(let count, let isFirst, let year):
      list(isFirst ? "first-months" : "last-months", year: year, number: count)
    case .year(let year): list("year", year: year)
    case .period(let period, let first, let last):
      list(period.rawValue, year: first, lastYear: last)
    case .length(let count, let unit): list("length", number: count, unit: unit)
    case .recurring(let unit): list("recurring", unit: unit)
    }
  }

  private static func list(
    _ form: String, year: Int? = nil, lastYear: Int? = nil, number: Int? = nil,
    month: Int? = nil, unit: TimeMention.Unit? = nil
  ) -> [(String, JSONValue)] {
    [
      ("form", .string(form)), ("number", .optional(number)), ("month", .optional(month)),
      ("year", .optional(year)), ("lastYear", .optional(lastYear)),
      ("unit", .optional(unit?.rawValue)),
    ]
  }
}
