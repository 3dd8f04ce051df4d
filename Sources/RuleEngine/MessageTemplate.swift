import LegalKnowledge
import TextMatching

/// A message with `{argument}` places.
public struct MessageTemplate {
  enum Piece: Equatable {
    case text(Substring)
    case argument(Substring)
  }

  /// Arguments every message may use, whatever its check: the day the paper is judged on, and the
  /// words the finding points at.
  public static let common: Set<String> = ["asOf", "excerpt"]

  let pieces: [Piece]

  /// Nil when braces do not pair up or a name is empty.
  public init?(_ source: String) {
    var pieces: [Piece] = []
    var rest = Substring(source)
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      guard let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}")) else { return nil }
      let name = rest[rest.utf8.index(after: open)..<close]
      guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "{")) else { return nil }
      if open > rest.startIndex { pieces.append(.text(rest[..<open])) }
      guard !rest[..<open].utf8.contains(UInt8(ascii: "}")) else { return nil }
      pieces.append(.argument(name))
      rest = rest[rest.utf8.index(after: close)...]
    }
    guard !rest.utf8.contains(UInt8(ascii: "}")) else { return nil }
    if !rest.isEmpty { pieces.append(.text(rest)) }
    self.pieces = pieces
  }

  /// The names in braces, in the order they stand.
  public var arguments: [String] {
    pieces.compactMap { if case .argument(let name) = $0 { String(name) } else { nil } }
  }

  /// The message with its arguments put in; one that was not given stays as `{name}`.
  func rendered(_ arguments: [String: MessageArgument], in language: Language) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): String(text)
      case .argument(let name): arguments[String(name)]?.text(in: language) ?? "{\(name)}"
      }
    }.joined()
  }
}
