import DataFiles
import DocumentAnalysis
import TextMatching

extension Shape {
  /// Words that a part of the paper must hold. Silent when the paper has no such part: that is for
  /// another rule to say.
  static let requireMatch = Shape(element: "require-match") { element, setting in
    let requirement = try MatchRequirement(element, setting)
    return NativeCheck(name: setting.rule, run: requirement.observations)
  }
}

private struct MatchRequirement: Sendable {
  private let search: TextSearch
  private let condition: SearchCondition?

  init(_ element: DataElement, _ setting: Shape.Setting) throws {
    try element.expect(
      attributes: TextSearch.attributes,
      children: TextSearch.children.union([SearchCondition.element]))
    search = try TextSearch(element, skipsCited: false, setting)
    condition = try SearchCondition(in: element, setting)
    try search.verify(in: element)
  }

  func observations(_ context: CheckContext) throws(DataFileError) -> [Observation] {
    guard let place = place(in: context.document) else { return [] }
    if let condition, try !condition.holds(in: context) { return [] }
    return try search.found(in: context).isEmpty ? [Observation(at: place)] : []
  }

  /// A part of one line whole, since that line is what is wrong; else behind the part.
  private func place(in document: RecognisedDocument) -> TextSpan? {
    guard let spans = search.scope.spans(in: document) else { return Anchor.endOfBody(document) }
    if spans.count == 1, let line = spans.first, search.scope.isLine { return line }
    return spans.max { ($0.block, $0.utf8.upperBound) < ($1.block, $1.utf8.upperBound) }
      .map(Anchor.end)
  }
}

/// `<when>`: the rule asks only papers that hold these words.
struct SearchCondition: Sendable {
  static let element = "when"
  private let search: TextSearch

  /// Nil when the shape's element has no condition.
  init?(in shape: DataElement, _ setting: Shape.Setting) throws {
    let given = shape.children(SearchCondition.element)
    guard let element = given.first else { return nil }
    if let second = given.dropFirst().first { throw second.duplicate() }
    try element.expect(attributes: TextSearch.attributes, children: TextSearch.children)
    search = try TextSearch(element, skipsCited: false, setting)
    try search.verify(in: element)
  }

  func holds(in context: CheckContext) throws(DataFileError) -> Bool {
    try !search.found(in: context).isEmpty
  }
}
