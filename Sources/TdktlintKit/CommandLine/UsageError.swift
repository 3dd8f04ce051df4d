import TextMatching

/// The command line, a configuration or the name of a rule is wrong; exit status 2.
public struct UsageError: Error, Sendable, Equatable {
  public var message: LocalizedText

  public init(vi: String, en: String) { message = LocalizedText(vi: vi, en: en) }
}
