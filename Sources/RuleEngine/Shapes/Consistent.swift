import DataFiles
import DocumentAnalysis
import TextMatching

extension Shape {
  /// A value that several places of a paper must give alike. A place that gives several values is
  /// right when one of them is the reference's; one that gives none is silent.
  static let consistent = Shape(element: "consistent") { element, setting in
    let agreement = try Agreement(element, setting)
    return NativeCheck(
      name: setting.rule, arguments: ["reference", "given"], cases: agreement.cases,
      run: agreement.observations)
  }
}

private struct Agreement: Sendable {
  private static let children: Set<String> = ["value", "reference", "place"]
  private static let attributes = TextScope.attributes.union(["mention"])
  private static let placeAttributes = TextScope.attributes.union(["case"])
  private enum Mention: String, CaseIterable { case planYear = "plan-year" }

  /// A part of the paper, or the stretches of it that a pattern picks out.
  private struct Place: Sendable {
    var scope: TextScope
    var stretch: RulePattern?
    var name: String?
  }

  /// Finds a value; its first group is what is compared.
  private let value: RulePattern
  private let reference: Place
  private let mention: Mention?
  private let places: [Place]
  let cases: Set<String>

  init(_ element: DataElement, _ setting: Shape.Setting) throws {
    try element.expect(attributes: Names.none, children: Agreement.children)
    func only(_ name: String) throws -> DataElement {
      let found = element.children(name)
      if let second = found.dropFirst().first { throw second.duplicate() }
      guard let first = found.first else {
        throw element.error(
          vi: "<consistent> thiếu <\(name)>", en: "<consistent> lacks <\(name)>")
      }
      return first
    }
    let pattern = try only("value")
    try pattern.expect(attributes: Names.none, text: true)
    value = try RulePattern(pattern, isCaseSensitive: false, setting)
    let base = try only("reference")
    try base.expect(attributes: Agreement.attributes, children: ["within"])
    mention = try base.optional("mention", as: Mention.self)
    reference = try Agreement.place(base, setting)
    let others = element.children("place")
    places = try others.map { place in
      try place.expect(attributes: Agreement.placeAttributes, children: ["within"])
      return try Agreement.place(place, setting)
    }
    cases = Set(places.compactMap(\.name))
    guard !places.isEmpty, places.allSatisfy({ $0.name != nil }) || cases.isEmpty else {
      throw element.error(
        vi:
          "<consistent> cần ít nhất một <place>, và case=\"…\" ở mọi <place> hoặc không ở <place> nào",
        en: "<consistent> needs a <place>, and case=\"…\" on every <place> or on none")
    }
  }

  private static func place(_ element: DataElement, _ setting: Shape.Setting) throws -> Place {
    let within = element.children("within")
    if let second = within.dropFirst().first { throw second.duplicate() }
    return Place(
      scope: try TextScope(element),
      stretch: try within.first.map { child in
        try child.expect(attributes: Names.none, text: true)
        return try RulePattern(child, isCaseSensitive: false, setting)
      }, name: element.optional("case"))
  }

  func observations(_ context: CheckContext) throws(DataFileError) -> [Observation] {
    guard let wanted = try wanted(context) else { return [] }
    // A paper named by its number or day has a year of its own.
    let cited = context.document.citations.filter { $0.symbol != nil || $0.date != nil }
      .map(\.span)
    var result: [Observation] = []
    for place in places {
      let stretches = try stretches(of: place, context.document)
      let values = try values(in: Set(stretches.map(\.block)), context.document)
      for stretch in stretches {
        let given = (values[stretch.block] ?? []).filter { value in
          stretch.covers(value.span)
            && !cited.contains { $0.block == value.span.block && $0.utf8.overlaps(value.span.utf8) }
        }
        guard let first = given.first, !given.contains(where: { wanted.accepts($0.key) }) else {
          continue
        }
        result.append(
          Observation(
            at: first.span, case: place.name,
            arguments: ["reference": .text(wanted.text), "given": .text(first.text)],
            related: [
              Observation.RelatedSpan(
                span: wanted.span,
                message: LocalizedText(vi: "Chỗ để đối chiếu.", en: "Compared with this."))
            ]))
      }
    }
    return result
  }

  private struct Wanted {
    var text: String
    var span: TextSpan
    var accepts: (String) -> Bool
  }

  private struct Value {
    var text: String
    var key: String
    var span: TextSpan
  }

  private func wanted(_ context: CheckContext) throws(DataFileError) -> Wanted? {
    let document = context.document
    switch mention {
    case .planYear:
      guard let plan = document.planYear,
        reference.scope.spans(in: document)?.contains(where: { $0.block == plan.span.block })
          ?? true
      else { return nil }
      let years = plan.years
      let text =
        years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound) - \(years.upperBound)"
      return Wanted(text: text, span: plan.span) { Int($0).map(years.contains) ?? false }
    case nil:
      let stretches = try stretches(of: reference, document)
      let given = try self.values(in: Set(stretches.map(\.block)), document)
      let values = stretches.flatMap { stretch in
        (given[stretch.block] ?? []).filter { stretch.covers($0.span) }
      }
      guard let first = values.first else { return nil }
      let keys = Set(values.map(\.key))
      return Wanted(text: first.text, span: first.span, accepts: keys.contains)
    }
  }

  private func stretches(
    of place: Place, _ document: RecognisedDocument
  ) throws(DataFileError) -> [TextSpan] {
    let spans = place.scope.spans(in: document) ?? document.wholeBlocks
    guard let pattern = place.stretch else { return spans }
    return try pattern.matches(in: document, spans: spans).map { found in
      found.span(of: found.match[1] ?? found.match.range)
    }
  }

  /// The values in these paragraphs, by paragraph. Whole paragraphs are searched, so that a pattern
  /// may see what stands before its value.
  private func values(
    in blocks: Set<Int>, _ document: RecognisedDocument
  ) throws(DataFileError) -> [Int: [Value]] {
    let paragraphs = document.wholeBlocks.filter { blocks.contains($0.block) }
    let found = try value.matches(in: document, spans: paragraphs).map { found in
      let text = document.text(found.span(of: found.match[1] ?? found.match.range))
      return Value(
        text: text, key: Folding.key(text), span: found.span(of: found.match.range))
    }
    return Dictionary(grouping: found, by: \.span.block)
  }
}
