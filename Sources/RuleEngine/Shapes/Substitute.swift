import DataFiles
import DocumentAnalysis
import LegalKnowledge
import TextMatching

extension Shape {
  /// Words written wrongly, each with what they should be.
  static let substitute = Shape(element: "substitute") { element, setting in
    let substitution = try Substitution(element, setting)
    return NativeCheck(
      name: setting.rule, arguments: ["words", "right"], run: substitution.observations)
  }
}

/// A list of wrong words and their right ones.
private struct Substitution: Sendable {
  private static let attributes = TextSearch.attributes.union(["edit"])
  private static let children: Set<String> = ["swap", "except", "except-pattern"]
  private static let swapAttributes = Neighbours.attributes.union([
    "wrong", "right", "from", "until",
  ])

  private var search: TextSearch
  /// What each phrase of the search should be.
  private var right: [String] = []
  private let kind: Fix.Kind
  /// Whether the right words can be put in place of the wrong ones; else they are advice.
  private let isEdited: Bool

  init(_ element: DataElement, _ setting: Shape.Setting) throws {
    try element.expect(attributes: Substitution.attributes, children: Substitution.children)
    search = try TextSearch(element, setting)
    kind = setting.fix?.kind ?? .proposed
    isEdited = try element.flag("edit", default: true)
    var lines: [String: Int] = [:]
    for swap in element.children("swap") {
      try swap.expect(attributes: Substitution.swapAttributes)
      let neighbours = try Neighbours(swap)
      let window = try swap.window()
      let wanted = try swap.required("right")
      let wrong = try swap.phrases("wrong")
      if wrong.isEmpty { _ = try swap.required("wrong") }
      for phrase in wrong {
        let folded = FoldedPhrase(phrase)
        if let first = lines.updateValue(swap.line, forKey: folded.key) {
          throw swap.error(
            vi: "“\(phrase)” đã có ở dòng \(first); mỗi cụm từ sai chỉ khai báo một lần",
            en: "\"\(phrase)\" stands on line \(first) already; a wrong phrase is given once")
        }
        if phrase == wanted {
          throw swap.error(
            vi: "“wrong” và “right” giống nhau (“\(phrase)”)",
            en: "\"wrong\" and \"right\" are the same (\"\(phrase)\")")
        }
        search.phrases.append(
          TextSearch.Phrase(
            folded: folded, neighbours: neighbours, from: window.from,
            until: window.until))
        right.append(wanted)
      }
    }
    guard !right.isEmpty else {
      throw element.error(
        vi: "<substitute> cần ít nhất một <swap wrong=\"…\" right=\"…\"/>",
        en: "<substitute> needs a <swap wrong=\"…\" right=\"…\"/>")
    }
  }

  func observations(_ context: CheckContext) throws(DataFileError) -> [Observation] {
    try search.found(in: context).compactMap { find in
      guard let index = find.phrase else { return nil }
      let words = context.document.text(find.span)
      let right = capitalised(right[index], like: words)
      guard words != right else { return nil }
      return Observation(
        at: find.span, arguments: ["words": .text(words), "right": .text(right)],
        fixes: [
          Observation.ProposedFix(
            kind: kind,
            description: LocalizedText(vi: "Viết: \(right).", en: "Write: \(right)."),
            edits: isEdited ? [(span: find.span, text: right)] : [])
        ])
    }
  }

  /// With a capital first when the wrong words have one.
  private func capitalised(_ right: String, like words: String) -> String {
    guard words.unicodeScalars.first.map(Letters.isCapital) == true else { return right }
    return right.prefix(1).uppercased() + right.dropFirst()
  }
}
