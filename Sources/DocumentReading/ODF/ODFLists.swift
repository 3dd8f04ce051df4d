import DocumentModel
import XMLReading

/// A list style: what its levels show, in the words of `Numbering`, so that labels are made in one
/// way for all forms.
struct ODFListStyle {
  private(set) var levels: [Int: Numbering.Level] = [:]

  init(_ element: XMLNode, _ names: ElementNames) {
    for child in element.children {
      guard let level = ODFValue.integer(child.attribute("level")), (1...10).contains(level) else {
        continue
      }
      switch names.name(child) {
      case "text:list-level-style-number", "text:outline-level-style":
        levels[level - 1] = ODFListStyle.number(child, level: level)
      case "text:list-level-style-bullet", "text:list-level-style-image":
        levels[level - 1] = Numbering.Level(format: "bullet")
      default: break
      }
    }
  }

  private static func number(_ element: XMLNode, level: Int) -> Numbering.Level {
    let format = element.attribute("num-format") ?? ""
    var result = Numbering.Level()
    result.start = ODFValue.integer(element.attribute("start-value")) ?? 1
    result.format =
      switch format {
      case "1": "decimal"
      case "I": "upperRoman"
      case "i": "lowerRoman"
      case "A": "upperLetter"
      case "a": "lowerLetter"
      case "": "none"
      default: format.hasPrefix("0") ? "decimalZero" : "decimal"
      }
    let shown = ODFValue.count(element.attribute("display-levels"), limit: level)
    if let pattern = element.attribute("num-list-format") {
      // “%1%.%2%.” stands for “%1.%2.”
      result.text = markers(in: pattern)
    } else if format.isEmpty {
      result.text = ""
    } else {
      let numbers = ((level - shown + 1)...level).map { "%\($0)" }.joined(separator: ".")
      result.text =
        (element.attribute("num-prefix") ?? "") + numbers + (element.attribute("num-suffix") ?? "")
    }
    return result
  }

  /// A per cent sign after a marker's digits closes it.
  private static func markers(in pattern: String) -> String {
    var result = ""
    var isInMarker = false
    for character in pattern {
      if character == "%" {
        if !isInMarker { result.append(character) }
        isInMarker.toggle()
      } else {
        result.append(character)
      }
    }
    return result
  }
}

/// Counts the items of the lists of one part (ODF 1.3 part 3, 5.3).
final class ODFListCounter {
  /// The counting of one list; lists that go on with it share it.
  final class Count {
    fileprivate let number: Int
    fileprivate var byLevel: [Int: Int] = [:]
    fileprivate init(number: Int) { self.number = number }
  }
  private var byIdentifier: [String: Count] = [:]
  private var byStyle: [String: Count] = [:]
  private var last: Count?
  private var made = 0
  private var outline = Count(number: 0)

  /// The counting that an outermost list goes on with, or a new one.
  func begin(_ list: XMLNode) -> Count {
    let style = list.attribute("style-name") ?? ""
    let continued =
      list.attribute("continue-list").flatMap { byIdentifier[$0] }
      ?? (list.attribute("continue-numbering") == "true" ? byStyle[style] ?? last : nil)
    let count = continued ?? new()
    if let identifier = list.attribute("id") { byIdentifier[identifier] = count }
    byStyle[style] = count
    last = count
    return count
  }

  private func new() -> Count {
    made += 1
    return Count(number: made)
  }

  /// Counts an item and words its label; nil when its level shows nothing.
  func next(
    _ count: Count, level: Int, start: Int?, style: ODFListStyle?
  ) -> ListLabel? {
    guard let style, let own = style.levels[level] else { return nil }
    count.byLevel[level] = start ?? count.byLevel[level].map { $0 + 1 } ?? own.start
    for above in 0..<level where count.byLevel[above] == nil {
      count.byLevel[above] = style.levels[above]?.start ?? 1
    }
    for below in count.byLevel.keys where below > level { count.byLevel[below] = nil }
    return ListCounter.label(
      own, index: level, counts: count.byLevel, list: count.number, level: { style.levels[$0] })
  }

  /// Counts a heading that is numbered by its place in the outline.
  func heading(level: Int, start: Int?, style: ODFListStyle?) -> ListLabel? {
    guard let own = style?.levels[level], own.format != "none" else { return nil }
    return next(outline, level: level, start: start, style: style)
  }
}
