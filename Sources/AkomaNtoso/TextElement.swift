import DocumentModel
import TextMatching
import XMLWriting

/// Elements with the words of a block.
struct TextElement {
  let blocks: [Block]
  let marks: InlineMarks

  /// An element (`p`, `heading` …) with a range of a block's text; all of it by default.
  func make(
    _ name: String, block: Int, _ range: Range<Int>? = nil, isClass: String? = nil,
    label: String? = nil
  ) -> XMLElement {
    let text = blocks[block].text
    let range = range ?? 0..<text.utf8.count
    var element = XMLElement(name, isMixed: true)
    element.set("class", isClass)
    setPlace(&element, block, range)
    element.set("tdkt:label", label)
    element.children = children(block, range)
    return element
  }

  /// The list label of a block. It stands before the text, so its place is empty.
  func number(of block: Int, label: String) -> XMLElement {
    var element = XMLElement("num", isMixed: true, [.text(label)])
    setPlace(&element, block, 0..<0)
    return element
  }

  private func setPlace(_ element: inout XMLElement, _ block: Int, _ range: Range<Int>) {
    element.set("tdkt:block", String(block))
    let text = blocks[block].text
    let start = text.scalarOffset(utf8: range.lowerBound)
    let length = text[utf8Range: range].unicodeScalars.count
    element.set("tdkt:start", String(start))
    element.set("tdkt:end", String(start + length))
  }

  private func children(_ block: Int, _ range: Range<Int>) -> [XMLElement.Child] {
    var rest = marks.nested(in: block, range)[...]
    return children(block, range, &rest)
  }

  /// The words of `range`, with the marks inside it taken from the front of `rest`.
  private func children(
    _ block: Int, _ range: Range<Int>, _ rest: inout ArraySlice<InlineMark>
  ) -> [XMLElement.Child] {
    let text = blocks[block].text
    var result: [XMLElement.Child] = []
    var position = range.lowerBound
    while let mark = rest.first, mark.range.lowerBound < range.upperBound {
      rest.removeFirst()
      if position < mark.range.lowerBound {
        result.append(.text(String(text[utf8Range: position..<mark.range.lowerBound])))
      }
      var element = mark.element
      element.isMixed = true
      setPlace(&element, block, mark.range)
      element.children = children(block, mark.range, &rest)
      result.append(.element(element))
      position = mark.range.upperBound
    }
    if position < range.upperBound {
      result.append(.text(String(text[utf8Range: position..<range.upperBound])))
    }
    return result
  }
}
