import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// The same body twice; its short form and its full name count as one.
  static let duplicate = NativeCheck(name: "duplicate", arguments: ["first"]) { context in
    guard let list = RecipientList(context) else { return [] }
    var seen: [String: RecipientItem] = [:]
    var found: [Observation] = []
    for line in list.named {
      for item in RecipientItem.items(of: line, in: list) {
        let key = fullName(item, context)
        guard key.utf8.count > 3 else { continue }
        if let first = seen[key] {
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

  /// The item's words with every short form of a body written out.
  private static func fullName(_ item: RecipientItem, _ context: CheckContext) -> String {
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
      result += body.units.joined(separator: " ") + " " + (body.properName ?? "")
      position = body.span.utf8.upperBound
    }
    if position < item.span.utf8.upperBound {
      result += text[utf8Range: position..<item.span.utf8.upperBound]
    }
    return Folding.key(result).split { " ,.-".contains($0) }.joined(separator: " ")
  }
}
