/// What XML may have before it is refused. The defaults let through whatever an office program
/// writes; files in use stay far below them.
public struct XMLLimits: Sendable {
  /// Elements inside one another; papers stay below 60.
  public var depth = 256
  /// Attributes of one element, namespace declarations included; Word writes up to 40.
  public var attributes = 256
  /// Namespace declarations that hold at one place.
  public var namespaces = 512
  /// Elements, twice the attributes, and pieces of text: what a tree of it is made of.
  public var nodes = Int.max
  /// Unicode scalars of text in all, blanks not counted.
  public var text = Int.max
  /// UTF-8 bytes of text that no start tag parts.
  public var unbrokenText = Int.max

  public init() {}

  init(depth: Int) { self.depth = depth }
}
