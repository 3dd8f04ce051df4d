import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Letterhead, opening, closing and signature name one issuing body.
  static let issuerInconsistent = NativeCheck(
    name: "issuer-inconsistent", arguments: ["other"]
  ) { context in
    guard context.hasStateForm, context.document.components.attachedTo == nil,
      // A chairman's decision rightly stands under the committee's letterhead.
      context.kind?.id == "ke-hoach"
    else { return [] }
    let names = issuers(context)
    guard let first = names.first,
      let other = names.dropFirst().first(where: { $0.type != first.type })
    else { return [] }
    // Only where both are collectives: offices under a body often speak for it. A department of the
    // province speaks for no committee of a district or commune.
    let book = context.law.offices
    let isElsewhere =
      context.document.issuer.level == .department
      && (other.level == .district || other.level == .commune)
    guard book.isCollective(first.type) || isElsewhere, book.isCollective(other.type) else {
      return []
    }
    return [
      Observation(
        at: other.span, arguments: ["other": .text(context.document.text(first.span))],
        related: [
          Observation.RelatedSpan(
            span: first.span,
            message: LocalizedText(vi: "ở đây là cơ quan khác", en: "another body here"))
        ])
    ]
  }

  private static let closing = Pattern(known: #"^\s*trên\s+đây\s+là"#, options: .caseless)

  /// Each place that names the issuer, in reading order.
  private static func issuers(
    _ context: CheckContext
  ) -> [(type: String, span: TextSpan, level: BodyLevel?)] {
    let document = context.document
    var names: [(type: String, span: TextSpan, level: BodyLevel?)] = []
    if document.issuer.isFromLetterhead, let type = document.issuer.bodyType,
      let span = document.issuer.span
    {
      names.append((type, span, document.issuer.level))
    }
    let own = document.acts.filter {
      !$0.isSubordinate && $0.actor.office == nil && !$0.actor.isCited
    }
    let body = document.components.body
    let start = document.components.legalBases.first?.span.block ?? body.lowerBound
    let heading = document.outline.first { $0.level != .dash }?.block ?? body.upperBound
    if let opening = own.last(where: {
      $0.kind == .issue && (min(start, body.lowerBound)..<heading).contains($0.verb.block)
    }) {
      names.append((opening.actor.type, opening.actor.span, opening.actor.level))
    }
    if let last = own.last(where: {
      ($0.kind == .demand || $0.kind == .propose) && !$0.isRequested
        && $0.verb.block >= (document.components.lastBodyBlock ?? 0) - 2
        && body.contains($0.verb.block)
        && (closing.matches(document.blocks[$0.verb.block].text)
          || $0.actor.span.utf8.lowerBound == 0 && $0.kind == .demand
            && $0.verb.block == document.components.lastBodyBlock)
    }) {
      names.append((last.actor.type, last.actor.span, last.actor.level))
    }
    for block in document.components.signatures {
      for line in block.authority where document.text(line).hasPrefix("TM") {
        if let body = document.bodies.first(where: {
          $0.span.block == line.block && line.utf8.contains($0.span.utf8.lowerBound)
        }) {
          names.append((body.type, body.span, body.level))
        }
      }
    }
    return names
  }
}
