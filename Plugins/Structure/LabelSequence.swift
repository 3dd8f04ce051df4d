import DocumentAnalysis
import DocumentModel
import TextMatching

/// Labels of one kind at one level under one parent, in reading order: what numbering rules judge.
struct LabelSequence {
  struct Item {
    var node: OutlineNode
    /// The last number of the label: 3 in `1.3.`, 2 in `b)`.
    var number: Int
    var isAutomatic: Bool
    var list: Int?
  }
  var style: ListLabel.Style
  /// “Chương”, “Mục”: each word counts by itself; empty for labels without one.
  var word: String
  /// The numbers before the last, outermost first: [1] in `1.3.`.
  var prefix: [Int]
  var items: [Item]

  /// All sequences of a paper's body, parents before children.
  static func all(in document: RecognisedDocument) -> [LabelSequence] {
    var found: [LabelSequence] = []
    func visit(_ siblings: [OutlineNode]) {
      found += sequences(of: siblings, in: document)
      for node in siblings { visit(node.children) }
    }
    visit(document.outline)
    return found
  }

  private static func sequences(
    of siblings: [OutlineNode], in document: RecognisedDocument
  ) -> [LabelSequence] {
    var found: [LabelSequence] = []
    for node in siblings {
      // A table's serial numbers are not labels, and annexes are numbered by themselves.
      guard let style = node.style, let number = node.numbers.last,
        document.blocks.indices.contains(node.block),
        document.blocks[node.block].place.cell == nil, isCounted(style),
        !isInAnnex(node.block, of: document)
      else { continue }
      let label = document.blocks[node.block].label
      let item = Item(
        node: node, number: number, isAutomatic: label?.origin == .automatic, list: label?.list)
      let prefix = Array(node.numbers.dropLast())
      let word = style == .division ? LabelSequence.word(of: node.label) : ""
      let index = found.firstIndex {
        $0.style == style && $0.prefix == prefix && $0.word == word
      }
      if let index {
        found[index].items.append(item)
      } else {
        found.append(LabelSequence(style: style, word: word, prefix: prefix, items: [item]))
      }
    }
    return found
  }

  private static func word(of label: String) -> String {
    label.unicodeScalars.prefix(while: \.properties.isAlphabetic).text.lowercased()
  }

  private static func isCounted(_ style: ListLabel.Style) -> Bool {
    switch style {
    case .upperRoman, .lowerRoman, .decimal, .lowerLetter, .upperLetter, .article, .division: true
    case .dash, .other: false
    }
  }

  private static func isInAnnex(_ block: Int, of document: RecognisedDocument) -> Bool {
    document.components.annexes.contains { $0.blocks.contains(block) }
  }

  /// The sequence cut where counting starts again at 1 (a second list under the same parent).
  var runs: [[Item]] {
    var runs: [[Item]] = []
    for item in items {
      if runs.isEmpty || startsAgain(item, after: runs[runs.count - 1]) {
        runs.append([item])
      } else {
        runs[runs.count - 1].append(item)
      }
    }
    return runs
  }

  /// Two labels `1.` in a row are two lists; two `I.` or two `1.1.` are one label used twice.
  private func startsAgain(_ item: Item, after run: [Item]) -> Bool {
    guard item.number == 1 else { return false }
    return !(run.count == 1 && run[0].number == 1 && isUnmistakable)
  }

  var hasLetters: Bool { style == .lowerLetter || style == .upperLetter }

  /// Whether the labels are those of sections rather than of some list in the text.
  var isUnmistakable: Bool {
    switch style {
    case .upperRoman, .article, .division, .upperLetter: true
    case .decimal: !prefix.isEmpty
    case .lowerRoman, .lowerLetter, .dash, .other: false
    }
  }
}

/// The letters of points in the order of the decree's own text (Decree 30/2020, Phụ lục VI).
enum PointLetters {
  static let order: [String] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t",
    "u", "v", "x", "y",
  ]
  /// Place of đ, from 1.
  static let strokedD = 5

  static func place(of letter: String) -> Int? { order.firstIndex(of: letter).map { $0 + 1 } }

  static func letter(at place: Int) -> String? {
    order.indices.contains(place - 1) ? order[place - 1] : nil
  }
}
