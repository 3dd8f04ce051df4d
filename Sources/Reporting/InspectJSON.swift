import DocumentAnalysis
import JSONWriting
import LegalKnowledge
import RuleEngine
import TextMatching

/// What was recognised in one document, as JSON: the document object of `check` with components,
/// outline and mentions in place of findings.
public struct InspectJSON {
  private let document: RecognisedDocument
  private let locator: Locator

  private init(_ document: RecognisedDocument) {
    self.document = document
    locator = Locator(document)
  }

  public static func render(
    _ document: RecognisedDocument, path: String, law: LegalKnowledge
  ) -> String {
    let inspector = InspectJSON(document)
    let profile = DocumentReport.Profile(document, law: law, findings: [])
    return JSONValue.object(
      DocumentJSON.head(path: path, profile: profile) + [
        ("components", inspector.components),
        ("outline", .array(document.outline.map(inspector.node))),
        (
          "mentions",
          .object([
            ("citations", .array(document.citations.map(inspector.citation))),
            ("dates", .array(document.dates.map(inspector.date))),
            ("times", .array(document.times.map(inspector.time))),
            ("bodies", .array(document.bodies.map(inspector.body))),
            ("acts", .array(document.acts.map(inspector.act))),
            ("awards", .array(document.awards(law).map(inspector.award))),
          ])
        ),
        ("error", .null),
      ]
    ).serialised() + "\n"
  }

  public static func render(_ error: InputError, path: String, language: Language) -> String {
    JSONValue.object(
      DocumentJSON.emptyHead(path: path) + [
        ("components", .null), ("outline", .null), ("mentions", .null),
        ("error", DocumentJSON.error(error, language)),
      ]
    ).serialised() + "\n"
  }

  // MARK: Spans

  func span(_ span: TextSpan, _ more: [(String, JSONValue)] = []) -> JSONValue {
    let location = locator.location(of: span)
    return .object(
      [
        ("text", .string(document.text(span))), ("block", .integer(location.block)),
        ("start", .integer(location.start)), ("end", .integer(location.end)),
        ("line", .optional(location.line)), ("column", .optional(location.column)),
      ] + more)
  }

  private func span(_ value: TextSpan?) -> JSONValue { value.map { span($0) } ?? .null }

  private func spans(_ values: [TextSpan]) -> JSONValue { .array(values.map { span($0) }) }

  /// First and last block, both included; null when there is none.
  private func blocks(_ range: Range<Int>) -> JSONValue {
    guard let last = range.last else { return .null }
    return .object([("first", .integer(range.lowerBound)), ("last", .integer(last))])
  }

  // MARK: Components

  private var components: JSONValue {
    let parts = document.components
    return .object([
      ("nationalTitle", span(parts.nationalTitle)),
      ("motto", span(parts.motto)),
      ("superiorBody", spans(parts.superiorBody)),
      ("issuingBody", spans(parts.issuingBody)),
      ("numberSymbol", parts.numberSymbol.map(numberSymbol) ?? .null),
      ("placeDate", parts.placeDate.map(placeDate) ?? .null),
      ("typeName", span(parts.typeName)),
      ("subject", spans(parts.subject)),
      ("planYear", document.planYear.map(planYear) ?? .null),
      ("addressee", parts.addressee.map(addressee) ?? .null),
      ("legalBases", .array(parts.legalBases.map(legalBasis))),
      ("body", blocks(parts.body)),
      ("recipients", parts.recipients.map(recipients) ?? .null),
      ("signatures", .array(parts.signatures.map(signature))),
      ("annexes", .array(parts.annexes.map(annex))),
      ("attachedTo", span(parts.attachedTo)),
    ])
  }

  private func numberSymbol(_ value: NumberSymbol) -> JSONValue {
    span(
      value.span,
      [("number", .optional(value.number)), ("symbol", .string(value.symbol))])
  }

  private func placeDate(_ value: PlaceDate) -> JSONValue {
    span(
      value.span,
      [
        ("place", .string(document.text(value.place))), ("day", .optional(value.day)),
        ("month", .optional(value.month)), ("year", .optional(value.year)),
        ("date", .optional(value.date?.iso)),
      ])
  }

  private func planYear(_ value: PlanYear) -> JSONValue {
    span(
      value.span,
      [("from", .integer(value.years.lowerBound)), ("to", .integer(value.years.upperBound))])
  }

  private func addressee(_ value: Addressee) -> JSONValue {
    .object([("label", span(value.label)), ("bodies", spans(value.bodies))])
  }

  private func legalBasis(_ value: LegalBasis) -> JSONValue {
    span(
      value.span,
      [("opening", .string(value.opening.rawValue)), ("runsIntoBody", .bool(value.runsIntoBody))])
  }

  private func recipients(_ value: Recipients) -> JSONValue {
    .object([
      ("label", span(value.label)),
      (
        "lines",
        .array(
          value.lines.map { line in
            span(
              line.span, [("dash", .optional(line.dash)), ("isArchive", .bool(line.isArchive))])
          })
      ),
    ])
  }

  private func signature(_ value: SignatureBlock) -> JSONValue {
    .object([
      ("authority", spans(value.authority)), ("office", span(value.office)),
      ("name", span(value.name)),
    ])
  }

  private func annex(_ value: Annex) -> JSONValue {
    .object([
      ("heading", span(value.heading)), ("number", .optional(value.number)),
      ("blocks", blocks(value.blocks)),
    ])
  }

  // MARK: Outline

  private func node(_ node: OutlineNode) -> JSONValue {
    .object([
      ("level", .string(node.level.rawValue)), ("label", .string(node.label)),
      ("path", .string(node.path)), ("isHeading", .bool(node.isHeading)),
      ("title", span(TextSpan(block: node.block, utf8: node.title))),
      ("blocks", blocks(node.blocks)), ("children", .array(node.children.map(self.node))),
    ])
  }

  // MARK: Mentions

  private func citation(_ value: Citation) -> JSONValue {
    let candidates: (String, [String]) =
      switch value.resolution {
      case .instrument(let id): ("instrument", [id])
      case .ambiguous(let ids): ("ambiguous", ids)
      case .unknown: ("unknown", [])
      }
    return span(
      value.span,
      [
        ("role", .string(value.role.rawValue)), ("type", .optional(value.type)),
        ("symbol", .optional(value.symbol)), ("date", .optional(value.date?.iso)),
        ("year", .optional(value.year)), ("issuer", .optional(value.issuer)),
        ("title", .optional(value.title)),
        (
          "provisions",
          .array(
            value.provisions.map { provision in
              span(
                provision.span,
                [
                  ("article", .optional(provision.article)),
                  ("clause", .optional(provision.clause)), ("point", .optional(provision.point)),
                ])
            })
        ),
        ("resolution", .string(candidates.0)),
        ("instruments", .array(candidates.1.map(JSONValue.string))),
        ("isFirst", .bool(value.isFirst)), ("shortForm", .optional(value.definesShortForm)),
        ("antecedent", .optional(value.antecedent)),
      ])
  }

  private func date(_ value: DateMention) -> JSONValue {
    span(
      value.span,
      [
        ("day", .optional(value.day)), ("month", .optional(value.month)),
        ("year", .optional(value.year)), ("date", .optional(value.date?.iso)),
      ])
  }
}
