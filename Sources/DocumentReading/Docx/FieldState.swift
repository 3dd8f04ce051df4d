import CLibXML2
import XMLReading

/// Complex fields (17.16.18) open at the current point: their code is not text, their result is.
struct FieldState {
  private struct Field {
    var isInCode = true
    /// The start of its code, as far as its name may reach.
    var code = ""
    var isContents = false
  }
  private var open: [Field] = []
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
  var isShown: Bool { open.allSatisfy { !$0.isInCode } }

  /// Whether text met now belongs to a field, whose result Word writes anew.
  var isInside: Bool { !open.isEmpty }

  /// Whether text met now is of a table of contents (`TOC`, 17.16.5.68).
  var isInContents: Bool { open.contains(where: \.isContents) }

  mutating func meet(_ mark: XMLNode) {
    switch mark.attribute("fldCharType") {
    case "begin":
      if !unmatched.contains(UnsafeRawPointer(mark.pointer)) { open.append(Field()) }
    case "separate":
      guard let last = open.indices.last else { break }
      open[last].isInCode = false
      open[last].isContents = FieldState.isContents(open[last].code)
    case "end": _ = open.popLast()
    default: break
    }
  }

  /// Takes in a piece of a field's code, which Word may split anywhere.
  mutating func meet(code: XMLNode) {
    guard let last = open.indices.last, open[last].isInCode, open[last].code.utf8.count < 32 else {
      return
    }
    open[last].code += code.text
  }

  /// Whether a field of this code is a table of contents.
  private static func isContents(_ code: String) -> Bool {
    code.split(whereSeparator: \.isWhitespace).first?.uppercased() == "TOC"
  }
}
