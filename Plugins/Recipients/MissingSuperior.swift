import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A plan goes to the level above, or to the standing body for emulation there.
  static let missingSuperior = NativeCheck(
    name: "missing-superior", arguments: ["issuer"]
  ) { context in
    let issuer = context.document.issuer
    guard let list = RecipientList(context), list.named.count >= 2, let level = issuer.level,
      let name = issuer.name, let words = context.law.offices.above[level],
      // “Như trên” sends the reader to the addressees above.
      context.document.components.addressee == nil,
      // The text speaks of another level than the letterhead: which is above stays open.
      !context.document.acts.contains(where: {
        $0.kind == .issue && !$0.isSubordinate && !$0.actor.isCited && $0.actor.level != nil
          && $0.actor.level != level
      })
    else { return [] }
    // Names of the body's own level fill the list, so what remains is searched for signs of another.
    let keys = words.map { " " + Folding.key($0) + " " }
    let own = list.named.contains { line in
      let text = spaced(list.text(line))
      return keys.contains { text.contains(bytesOf: $0) }
    }
    // Powers are looked at last: they are read when first asked for.
    if own || goesToParent(list, context) { return [] }
    // A council's paper goes to the committee that it advises.
    let isAdvisory = issuer.bodyType.map {
      context.law.advisoryRole(ofBody: $0, on: context.asOf) != nil
    }
    if isAdvisory == true,
      list.named.contains(where: { line in
        context.document.bodies.contains {
          context.law.offices.isCollective($0.type)
            && context.law.advisoryRole(ofBody: $0.type, on: context.asOf) == nil
            && $0.span.block == line.span.block
            && line.span.utf8.contains($0.span.utf8.lowerBound)
        }
      })
    {
      return []
    }
    return [Observation(at: list.label, arguments: ["issuer": .text(name)])]
  }

  /// The body that stands above the issuer in its own letterhead.
  private static func goesToParent(_ list: RecipientList, _ context: CheckContext) -> Bool {
    let document = context.document
    let lines = document.components.superiorBody
    guard
      let parent = document.bodies.first(where: { body in
        lines.contains {
          $0.block == body.span.block && $0.utf8.contains(body.span.utf8.lowerBound)
        }
      })
    else { return false }
    return list.named.contains { line in
      document.bodies.contains {
        $0.type == parent.type && $0.level == parent.level && $0.span.block == line.span.block
          && line.span.utf8.contains($0.span.utf8.lowerBound)
      }
    }
  }

  private static func spaced(_ text: String) -> String {
    " " + Folding.key(text).split { !($0.isLetter || $0.isNumber) }.joined(separator: " ") + " "
  }
}
