/// A language the program speaks.
public enum Language: String, Sendable, CaseIterable {
  case vi
  case en
}

/// The same words in Vietnamese (always there) and English.
public struct LocalizedText: Sendable, Hashable {
  public var vi: String
  /// Empty when nobody has written it: then the Vietnamese text stands in.
  public var en: String

  public init(vi: String, en: String = "") {
    self.vi = vi
    self.en = en
  }

  public subscript(language: Language) -> String {
    language == .en && !en.isEmpty ? en : vi
  }
}
