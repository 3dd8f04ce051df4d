import Appraisal
import JSONWriting
import Reporting
import TextMatching

/// What `appraise` adds to the JSON of `check`.
public enum DossierJSON {
  /// A dossier and its sheet; nil when it has none.
  public struct Entry: Sendable {
    public var path: String
    public var sheet: AppraisalSheet?
    public var error: InputError?

    public init(path: String, sheet: AppraisalSheet?, error: InputError?) {
      self.path = path
      self.sheet = sheet
      self.error = error
    }
  }

  /// `dossier`: the sheet of the only one, or null.
  public static func members(of entry: Entry, language: Language) -> [(String, JSONValue)] {
    [("dossier", sheet(entry, language))]
  }

  /// `dossiers`, and `repeated`: persons whom several of them propose.
  public static func members(
    of entries: [Entry], repeated: [SeasonSummary.Repeated], language: Language
  ) -> [(String, JSONValue)] {
    let dossiers = entries.map { entry in
      JSONValue.object([
        ("path", .string(entry.path)),
        ("error", entry.error.map { .string($0.message[language]) } ?? .null),
        ("sheet", sheet(entry, language)),
      ])
    }
    return [
      ("dossiers", .array(dossiers)),
      ("repeated", .array(repeated.map(person))),
    ]
  }

  private static func sheet(_ entry: Entry, _ language: Language) -> JSONValue {
    entry.sheet.map { AppraisalJSON.value($0, language: language) } ?? .null
  }

  private static func person(_ person: SeasonSummary.Repeated) -> JSONValue {
    .object([
      ("name", .string(person.name)),
      ("birthYear", .optional(person.birthYear)),
      (
        "places",
        .array(
          person.places.map { place in
            .object([
              ("dossier", .string(place.dossier)), ("path", .string(place.path)),
              ("location", DocumentJSON.location(place.location)),
              ("unit", .string(place.unit)),
              ("awards", .array(place.awards.map(JSONValue.string))),
            ])
          })
      ),
    ])
  }
}
