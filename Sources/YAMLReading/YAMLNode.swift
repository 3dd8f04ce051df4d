import TextMatching

/// A YAML value as read, with its place in the file.
public struct YAMLNode: Sendable {
  public enum Value: Sendable {
    /// - Parameter isPlain: written without quotation marks, so that it may stand for something
    ///   other than its letters (`3`, `true`, `null`).
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// In the order written; no key occurs twice.
    case mapping([Entry])
  }

  public struct Entry: Sendable {
    public var key: String
    public var keyPosition: TextPosition
    public var value: YAMLNode
  }

  public var value: Value
  public var position: TextPosition

  public init(value: Value, position: TextPosition) {
    self.value = value
    self.position = position
  }

  /// Nothing written, or the word for nothing (YAML 1.2, core schema).
  public var isNull: Bool {
    guard case .scalar(let word, isPlain: true) = value else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(word)
  }

  /// `true` or `false` without quotation marks. Other words that YAML 1.1 took for them stay words.
  public var bool: Bool? {
    switch value {
    case .scalar("true", isPlain: true): true
    case .scalar("false", isPlain: true): false
    default: nil
    }
  }

  /// A decimal number without quotation marks, fraction and exponent.
  public var integer: Int? {
    guard case .scalar(let word, isPlain: true) = value else { return nil }
    return Int(word)
  }

  /// The letters of a scalar that means no more than them: neither nothing nor true nor false.
  /// A number is taken as written.
  public var text: String? {
    guard case .scalar(let word, _) = value, !isNull, bool == nil else { return nil }
    return word
  }

  public var sequence: [YAMLNode]? { if case .sequence(let nodes) = value { nodes } else { nil } }
  public var mapping: [Entry]? { if case .mapping(let entries) = value { entries } else { nil } }
}
