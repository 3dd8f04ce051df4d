import JSONWriting
import RuleEngine
import TextMatching

/// The copy of a document in which mechanical fixes were made.
public struct CopyReport: Sendable, Hashable {
  /// A change that was made.
  public struct Change: Sendable, Hashable {
    public var rule: String
    public var location: Location
    /// The words before and after; the same when only their encoding was normalised.
    public var from: String
    public var to: String
    /// What stands right before and after, up to the next space, to show the words whole.
    public var before: String
    public var after: String

    public init(
      rule: String, location: Location, from: String, to: String, before: String = "",
      after: String = ""
    ) {
      self.rule = rule
      self.location = location
      self.from = from
      self.to = to
      self.before = before
      self.after = after
    }

    /// “Dươngvề” → “Dương về”; spaces are made visible where one alone would not tell.
    var words: String {
      func shown(_ text: String) -> String {
        var shown = TerminalText.sanitised(before + text + after)
        if from.utf8.contains(0x20), from.utf8.allSatisfy({ $0 == 0x20 }) || from.contains("  ") {
          shown = String(shown.map { $0 == " " ? "␣" : $0 })
        }
        return shown
      }
      return "“\(shown(from))” → “\(shown(to))”"
    }
  }

  /// A fix that was not made.
  public struct Refusal: Sendable, Hashable {
    public var rule: String
    public var location: Location
    public var reason: LocalizedText

    public init(rule: String, location: Location, reason: LocalizedText) {
      self.rule = rule
      self.location = location
      self.reason = reason
    }
  }

  /// Where the copy is; nil when nothing was changed and none was written.
  public var path: String?
  public var changes: [Change]
  public var refused: [Refusal]
  /// Why no copy could be made at all.
  public var error: LocalizedText?

  public init(
    path: String? = nil, changes: [Change] = [], refused: [Refusal] = [],
    error: LocalizedText? = nil
  ) {
    self.path = path
    self.changes = changes
    self.refused = refused
    self.error = error
  }
}

extension CopyReport {
  /// One line for each change and refusal, in their order.
  func lines(in language: Language) -> [String] {
    func said(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
    var lines: [String] = []
    let normalised = changes.filter { $0.from == $0.to }
    for change in changes where change.from != change.to {
      let place = change.location.words(in: language)
      lines.append("\(place): \(change.words) (\(change.rule))")
    }
    if let first = normalised.first {
      let count = normalised.count
      let words = said(
        "chuyển sang dạng dựng sẵn (NFC) ở \(count) đoạn",
        "put into Normalization Form C in \(count) paragraph\(count == 1 ? "" : "s")")
      lines.append("\(words) (\(first.rule))")
    }
    for refusal in refused {
      let place = refusal.location.words(in: language)
      let reason = refusal.reason[language]
      lines.append("\(said("chưa sửa", "not changed")): \(place), \(refusal.rule): \(reason)")
    }
    return lines
  }

  func json(_ language: Language) -> JSONValue {
    .object([
      ("path", .optional(path)),
      (
        "changes",
        .array(
          changes.map { change in
            .object([
              ("rule", .string(change.rule)),
              ("location", DocumentJSON.location(change.location)),
              ("from", .string(change.from)), ("to", .string(change.to)),
            ])
          })
      ),
      (
        "refused",
        .array(
          refused.map { refusal in
            .object([
              ("rule", .string(refusal.rule)),
              ("location", DocumentJSON.location(refusal.location)),
              ("reason", .string(refusal.reason[language])),
            ])
          })
      ),
      ("error", .optional(error?[language])),
    ])
  }
}
