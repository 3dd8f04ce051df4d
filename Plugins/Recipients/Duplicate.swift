import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// The same body twice; its short form and its full name count as one.
  static let duplicate = NativeCheck(name: "duplicate", arguments: ["first"]) { context in
    guard let list = RecipientList(context) else { return [] }
    var seen: [String: RecipientItem] = [:]
    var shortened: [String: [RecipientItem]] = [:]
    var found: [Observation] = []
    for line in list.named {
      for item in RecipientItem.items(of: line, in: list) {
        let key = fullName(item, context)
        guard key.utf8.count > 3 else { continue }
        let short = shortName(item, context)
        // “UBND huyện” and “UBND huyện Minh Sơn” are one: nobody has two superiors. Whether it is a
        // superior is asked last, as the law's books on that are read for no other list.
        let other = short.flatMap { short in
          short == key
            ? shortened[short]?.first { isSuperior($0, context) && isSuperior(item, context) }
            : seen[short].flatMap { isSuperior(item, context) ? $0 : nil }
        }
        if let short, short != key { shortened[short, default: []].append(item) }
        if let first = seen[key] ?? other {
          found.append(
            Observation(
              at: item.span, arguments: ["first": .text(first.text)],
              related: [
                Observation.RelatedSpan(
                  span: first.span,
                  message: LocalizedText(vi: "đã có ở đây", en: "already listed here"))
              ]))
        } else {
          seen[key] = item
        }
      }
    }
    return found
  }

  /// The name without its proper name, of an item that is one body of one unit.
  private static func shortName(_ item: RecipientItem, _ context: CheckContext) -> String? {
    guard onlyBody(item, context) != nil, context.document.issuer.level != nil else { return nil }
    return fullName(item, context, withProperName: false)
  }

  private static func onlyBody(_ item: RecipientItem, _ context: CheckContext) -> BodyMention? {
    let bodies = context.document.bodies.filter {
      $0.span.block == item.span.block && item.span.utf8.contains($0.span.utf8.lowerBound)
    }
    return bodies.count == 1 && bodies[0].units.count == 1 ? bodies[0] : nil
  }

  /// Whether the item's body is of the level above the issuer.
  private static func isSuperior(_ item: RecipientItem, _ context: CheckContext) -> Bool {
    guard let body = onlyBody(item, context), let own = context.document.issuer.level,
      let above = context.law.superior(of: own, on: context.asOf)?.above
    else { return false }
    return context.law.territorialUnit(body.units[0], properName: body.properName)?.level == above
  }

  /// The item's words with every short form of a body written out.
  private static func fullName(
    _ item: RecipientItem, _ context: CheckContext, withProperName: Bool = true
  ) -> String {
    let document = context.document
    let text = document.blocks[item.span.block].text
    var result = ""
    var position = item.span.utf8.lowerBound
    for body in document.bodies
    where body.span.block == item.span.block && item.span.utf8.contains(body.span.utf8.lowerBound) {
      guard let type = context.law.bodyTypes.first(where: { $0.id == body.type }),
        type.name.contains(" ") || type.level == nil
      else { continue }
      result += text[utf8Range: position..<body.span.utf8.lowerBound] + " " + type.name + " "
      result += body.units.joined(separator: " ") + " "
      if withProperName { result += body.properName ?? "" }
      position = body.span.utf8.upperBound
    }
    if position < item.span.utf8.upperBound {
      result += text[utf8Range: position..<item.span.utf8.upperBound]
    }
    return Folding.key(result).split { " ,.-".contains($0) }.joined(separator: " ")
  }
}
