import CLibXML2
import XMLReading

/// Complex fields (17.16.18) open at the current point: their code is not text, their result is.
struct FieldState {
  private enum Phase {
    case code
    case result
  }
  private var open: [Phase] = []
  /// Begin marks without an end: taken at their word they would hide the rest of the paper.
  private var unmatched: Set<UnsafeRawPointer> = []

  init() {}

  init(unmatchedIn root: XMLNode, tags: WordTagTable) {
    var begun: [UnsafeRawPointer] = []
    FieldState.collect(root, tags, &begun)
    unmatched = Set(begun)
  }

  private static func collect(
    _ node: XMLNode, _ tags: WordTagTable, _ begun: inout [UnsafeRawPointer]
  ) {
    for child in node.children {
      switch tags.tag(child) {
      case .fldChar:
        switch child.attribute("fldCharType") {
        case "begin": begun.append(UnsafeRawPointer(child.pointer))
        case "end": _ = begun.popLast()
        default: break
        }
      case .t, .rPr, .pPr, .del, .moveFrom, .instrText: break
      default: collect(child, tags, &begun)
      }
    }
  }

  /// Whether text met now is seen by a reader.
  var isShown: Bool { open.allSatisfy { $0 == .result } }

  /// Whether text met now belongs to a field, whose result Word writes anew.
  var isInside: Bool { !open.isEmpty }

  mutating func meet(_ mark: XMLNode) {
    switch mark.attribute("fldCharType") {
    case "begin":
      if !unmatched.contains(UnsafeRawPointer(mark.pointer)) { open.append(.code) }
    case "separate":
      if !open.isEmpty { open[open.count - 1] = .result }
    case "end": _ = open.popLast()
    default: break
    }
  }
}
