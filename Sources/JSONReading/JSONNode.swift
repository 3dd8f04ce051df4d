/// A JSON value as read, with its place in the text.
public struct JSONNode: Sendable {
  public enum Value: Sendable {
    case null
    case bool(Bool)
    /// A number without fraction and exponent that fits `Int`.
    case integer(Int)
    /// Any other number.
    case number(Double)
    case string(String)
    case array([JSONNode])
    /// In the order written; no name occurs twice.
    case object([Member])
  }

  public struct Member: Sendable {
    public var name: String
    /// Where the name's opening quotation mark stands.
    public var nameOffset: Int
    public var value: JSONNode
  }

  public var value: Value
  /// Where the value begins: UTF-8 code units from the start of the text. `TextPosition` makes line
  /// and column of it.
  public var offset: Int

  // MARK: Access

  public var isNull: Bool { if case .null = value { true } else { false } }
  public var bool: Bool? { if case .bool(let bool) = value { bool } else { nil } }
  public var integer: Int? { if case .integer(let integer) = value { integer } else { nil } }
  public var string: String? { if case .string(let string) = value { string } else { nil } }
  public var array: [JSONNode]? { if case .array(let items) = value { items } else { nil } }
  public var object: [Member]? { if case .object(let members) = value { members } else { nil } }

  /// The member of that name; nil when there is none or this is no object.
  public subscript(name: String) -> JSONNode? {
    object?.first { $0.name == name }?.value
  }
}
