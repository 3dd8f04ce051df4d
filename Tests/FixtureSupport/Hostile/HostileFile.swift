/// A broken or hostile file: what it is, and the answer it must get.
public struct HostileFile: Sendable {
  public enum Content: Sendable {
    case bytes(@Sendable () -> [UInt8])
    /// A file of so many bytes that takes no room.
    case sparse(Int)
  }
  /// With an ending that a folder's check looks at.
  public var name: String
  /// What is wrong with it, for people.
  public var what: String
  /// The error's `code` in the JSON report.
  public var code: String
  public var content: Content
  /// Takes a second and more to make without optimisation.
  public var isLarge = false

  init(
    _ name: String, _ what: String, _ code: String, isLarge: Bool = false,
    _ bytes: @autoclosure @escaping @Sendable () -> [UInt8]
  ) {
    self.name = name
    self.what = what
    self.code = code
    self.isLarge = isLarge
    content = .bytes(bytes)
  }

  init(_ name: String, _ what: String, _ code: String, sparse size: Int) {
    self.name = name
    self.what = what
    self.code = code
    content = .sparse(size)
  }

  public static let all: [HostileFile] =
    packages + hostileArchives + wordParts + openDocuments + xmlForms + pages + texts + disguises
}

/// Bytes that are no text and look like nothing.
func noise(_ count: Int) -> [UInt8] {
  var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt8(truncatingIfNeeded: state >> 33)
  }
}

func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }
