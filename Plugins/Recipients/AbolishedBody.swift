import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A body of a level that has ended (Law 72/2025; from which day, the data says).
  static let abolishedBody = NativeCheck(
    name: "abolished-body", arguments: ["unit", "ended"]
  ) { context in
    guard let list = RecipientList(context) else { return [] }
    let lines = list.named
    var seen: Set<String> = []
    return context.document.bodies.compactMap { body in
      guard
        lines.contains(where: {
          $0.span.block == body.span.block && $0.span.utf8.contains(body.span.utf8.lowerBound)
        }), let ended = context.document.endedUnit(of: body, law: context.law),
        seen.insert(Folding.key(context.document.text(body.span))).inserted
      else { return nil }
      return Observation(
        at: body.span,
        arguments: ["unit": .text(ended.unit.word), "ended": .date(ended.last.date)],
        isCertain: ended.isCertain, verified: ended.last.verified)
    }
  }
}
