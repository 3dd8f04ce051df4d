import DocumentAnalysis
import DocumentModel
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Points follow the Vietnamese alphabet, a b c d đ e g … (Decree 30/2020, Phụ lục I,
  /// mục II.6.đ). One finding for each list: the first slip makes all that follows wrong.
  static let pointOrder = NativeCheck(
    name: "point-order", arguments: ["label", "expected"],
    cases: ["automatic", "foreign", "order"]
  ) { context in
    guard context.hasStateForm else { return [] }
    let document = context.document
    let inOrder = LabelSequence.all(in: document).filter { $0.style == .lowerLetter }
      .flatMap { sequence in sequence.runs.compactMap { slip(in: $0, of: sequence, document) } }
    let listsAtFault = Set(inOrder.map(\.span.block))
    let foreign = foreignLetters(in: document.outline, document)
      .filter { !isContinued($0.span.block, after: listsAtFault, document) }
    return inOrder + foreign
  }

  private static func slip(
    in run: [LabelSequence.Item], of sequence: LabelSequence, _ document: RecognisedDocument
  ) -> Observation? {
    if let item = tooLongAutomatic(run) {
      return observation(
        item, case: "automatic", expected: PointLetters.strokedD, sequence, document)
    }
    guard run.first?.number == 1 else { return nil }
    let isDoubledD = run.filter { $0.number == PointLetters.strokedD - 1 }.count > 1
    for (index, item) in run.enumerated().dropFirst() {
      let previous = run[index - 1].number
      let skipsStrokedD =
        previous == PointLetters.strokedD - 1 && item.number == PointLetters.strokedD + 1
        && !run.contains { $0.number == PointLetters.strokedD }
      if skipsStrokedD, !isDoubledD {
        return observation(item, case: "", expected: PointLetters.strokedD, sequence, document)
      }
      let isSeen = run[..<index].contains { $0.number == item.number }
      if item.number < previous, !isSeen {
        return observation(item, case: "order", expected: item.number, sequence, document)
      }
    }
    return nil
  }

  /// The fifth item of a list that Word letters by itself: it gives e where đ belongs.
  private static func tooLongAutomatic(_ run: [LabelSequence.Item]) -> LabelSequence.Item? {
    var count = 0
    var list: Int?
    for item in run {
      guard item.isAutomatic else {
        count = 0
        continue
      }
      count = item.list == list ? count + 1 : 1
      list = item.list
      if count == PointLetters.strokedD { return item.number == count ? nil : item }
    }
    return nil
  }

  private static func observation(
    _ item: LabelSequence.Item, case name: String, expected: Int, _ sequence: LabelSequence,
    _ document: RecognisedDocument
  ) -> Observation {
    let label = item.node.label
    return Observation(
      at: LabelPlace.span(of: item.node, in: document), case: name.isEmpty ? nil : name,
      arguments: [
        "label": .text(label), "expected": .text(sequence.label(for: expected, like: label)),
      ])
  }

  /// Letters that the alphabet lacks, where their neighbour shows that a list is counted with them.
  private static func foreignLetters(
    in siblings: [OutlineNode], _ document: RecognisedDocument
  ) -> [Observation] {
    var found: [Observation] = []
    for (index, node) in siblings.enumerated() {
      found += foreignLetters(in: node.children, document)
      guard index > 0, node.style == .lowerLetter, document.blocks.indices.contains(node.block),
        document.blocks[node.block].label?.origin == .typed,
        let neighbour = before[letter(of: node)],
        letter(of: siblings[index - 1]) == neighbour.before
      else { continue }
      let closing = node.label.unicodeScalars.drop { $0.properties.isAlphabetic }
      found.append(
        Observation(
          at: LabelPlace.span(of: node, in: document), case: "foreign",
          arguments: [
            "label": .text(node.label),
            "expected": .text(neighbour.instead + closing.text),
          ]))
    }
    return found
  }

  /// What stands before each foreign letter in the Latin alphabet, and what follows in ours.
  private static let before: [String: (before: String, instead: String)] = [
    "f": ("e", "g"), "j": ("i", "k"), "w": ("v", "x"), "z": ("y", ""),
  ]

  private static func letter(of node: OutlineNode) -> String {
    node.label.unicodeScalars.prefix(while: \.properties.isAlphabetic).text
      .lowercased()
  }

  /// Whether an earlier slip among the same siblings was already reported.
  private static func isContinued(
    _ block: Int, after reported: Set<Int>, _ document: RecognisedDocument
  ) -> Bool {
    func search(_ siblings: [OutlineNode]) -> Bool {
      if siblings.contains(where: { $0.block == block }) {
        return siblings.contains { $0.block < block && reported.contains($0.block) }
      }
      return siblings.contains { $0.blocks.contains(block) && search($0.children) }
    }
    return search(document.outline)
  }
}
