import DocumentModel
import XMLReading

/// Reads the text of one part of an OpenDocument file in the asked view of tracked changes. What they
/// took out is kept apart by the form itself; LibreOffice may also leave it in its place, between the
/// marks of its change.
final class ODFStory {
  private let part: PartBuilder
  private let sheet: ODFStyleSheet
  private let names: ElementNames
  private let lists = ODFListCounter()
  /// Notes and comments met in the text.
  private(set) var footnotes: [XMLNode] = []
  private(set) var endnotes: [XMLNode] = []
  private(set) var comments: [XMLNode] = []
  private(set) var insertions = 0
  private(set) var deletions = 0
  private var isInTextBox = false
  /// Boxes anchored in the paragraph being read.
  private var boxes: [XMLNode] = []
  /// Changes whose text the view does not show, and those of them that are open at the current point.
  private var hidden: Set<String> = []
  private var openHidden: Set<String> = []
  /// What changes took out and the form keeps apart, where the view shows it.
  private var removed: [String: XMLNode] = [:]
  /// A paragraph whose end is not in the view: it goes on in the next one.
  private var unfinished: InlineText?

  init(_ part: PartBuilder, sheet: ODFStyleSheet, names: ElementNames) {
    self.part = part
    self.sheet = sheet
    self.names = names
  }

  /// A label to be given to the first paragraph of an item.
  private struct Item {
    var count: ODFListCounter.Count
    var level: Int
    var style: ODFListStyle?
    var start: Int?
    var isUsed: Bool
  }

  // MARK: Blocks

  func readBlocks(of container: XMLNode) throws(ReadingError) {
    for child in container.children { try readBlock(child) }
  }

  private func readBlock(_ node: XMLNode) throws(ReadingError) {
    switch names.name(node) {
    case "text:p": try readParagraph(node, label: nil, outlineLevel: nil)
    case "text:h": try readHeading(node)
    case "text:list": try readList(node, level: 0, style: nil, count: lists.begin(node))
    case "text:section":
      if node.attribute("display") != "none" { try readBlocks(of: node) }
    case "text:numbered-paragraph", "text:index-body", "text:index-title": try readBlocks(of: node)
    case "text:table-of-content", "text:illustration-index", "text:table-index",
      "text:object-index", "text:user-index", "text:alphabetical-index", "text:bibliography":
      let outer = part.isInContents
      part.isInContents = outer || names.name(node) == "text:table-of-content"
      for child in node.children where names.name(child) == "text:index-body" {
        try readBlocks(of: child)
      }
      part.isInContents = outer
    case "text:tracked-changes": countChanges(node)
    case "table:table": try readTable(node)
    case "draw:frame", "draw:g", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:a":
      try readBox(node)
    default: break
    }
  }

  private func isParagraph(_ node: XMLNode) -> Bool {
    names.name(node) == "text:p" || names.name(node) == "text:h"
  }

  private func countChanges(_ node: XMLNode) {
    for region in node.children {
      let id = region.attribute("id")
      for change in region.children {
        switch names.name(change) {
        case "text:insertion":
          insertions += 1
          if let id, !part.view.showsInsertions { hidden.insert(id) }
        case "text:deletion":
          deletions += 1
          guard let id else { break }
          if part.view.showsDeletions { removed[id] = change } else { hidden.insert(id) }
        default: break
        }
      }
    }
  }

  private func readHeading(_ node: XMLNode) throws(ReadingError) {
    let level = outlineLevel(of: node)
    var label: ListLabel?
    if let level, node.attribute("is-list-header") != "true" {
      let restarts = node.attribute("restart-numbering") == "true"
      label = lists.heading(
        level: level, start: restarts ? ODFValue.integer(node.attribute("start-value")) ?? 1 : nil,
        style: sheet.outline)
    }
    try readParagraph(node, label: label, outlineLevel: level)
  }

  /// From 0; the form counts from 1.
  private func outlineLevel(of heading: XMLNode) -> Int? {
    ODFValue.integer(heading.attribute("outline-level")).flatMap {
      (1...9).contains($0) ? $0 - 1 : nil
    }
  }

  private func readParagraph(
    _ node: XMLNode, label: ListLabel?, outlineLevel: Int?
  ) throws(ReadingError) {
    var properties = sheet.properties(node.attribute("style-name"), family: "paragraph")
    guard !properties.isHidden else { return }
    properties.paragraph.outlineLevel = outlineLevel
    let outer = boxes
    boxes = []
    var text = unfinished ?? InlineText()
    unfinished = nil
    readInline(node, properties, into: &text)
    let own = boxes
    boxes = outer
    if !openHidden.isEmpty {
      unfinished = text
      return
    }
    try part.add(
      text, format: properties.paragraphFormat, label: label, isInTextBox: isInTextBox)
    for box in own { try readBox(box) }
  }

  // MARK: Lists

  private func readList(
    _ node: XMLNode, level: Int, style inherited: String?, count: ODFListCounter.Count
  ) throws(ReadingError) {
    let styleName = node.attribute("style-name") ?? inherited
    for child in node.children {
      let isItem = names.name(child) == "text:list-item"
      guard isItem || names.name(child) == "text:list-header" else { continue }
      var item = Item(
        count: count, level: level, style: styleName.flatMap { sheet.lists[$0] },
        start: ODFValue.integer(child.attribute("start-value")), isUsed: !isItem)
      for content in child.children {
        switch names.name(content) {
        case "text:p", "text:h":
          let outline = names.name(content) == "text:h" ? outlineLevel(of: content) : nil
          try readParagraph(content, label: label(&item), outlineLevel: outline)
        case "text:list":
          try readList(content, level: min(level + 1, 9), style: styleName, count: count)
        default: try readBlock(content)
        }
      }
    }
  }

  private func label(_ item: inout Item) -> ListLabel? {
    guard !item.isUsed else { return nil }
    item.isUsed = true
    return lists.next(item.count, level: item.level, start: item.start, style: item.style)
  }

  // MARK: Tables

  private func readTable(_ node: XMLNode) throws(ReadingError) {
    part.beginTable()
    try readRows(node, isHeader: false)
    part.endTable()
  }

  private func readRows(_ node: XMLNode, isHeader: Bool) throws(ReadingError) {
    for child in node.children {
      switch names.name(child) {
      case "table:table-row":
        // A row given once for many; papers repeat none that holds text.
        for _ in 0..<ODFValue.count(child.attribute("number-rows-repeated"), limit: 256) {
          try readRow(child, isHeader: isHeader)
        }
      case "table:table-header-rows": try readRows(child, isHeader: true)
      case "table:table-rows", "table:table-row-group": try readRows(child, isHeader: isHeader)
      default: break
      }
    }
  }

  private func readRow(_ node: XMLNode, isHeader: Bool) throws(ReadingError) {
    part.beginRow(isHeader: isHeader)
    // Covered cells are left out: the spans of the cells above and before say where they are.
    for cell in node.children where names.name(cell) == "table:table-cell" {
      for _ in 0..<ODFValue.count(cell.attribute("number-columns-repeated"), limit: 256) {
        try part.addCell(
          columnSpan: ODFValue.count(cell.attribute("number-columns-spanned"), limit: 1024),
          rowSpan: ODFValue.count(cell.attribute("number-rows-spanned"), limit: 10_000)
        ) { () throws(ReadingError) in
          try readBlocks(of: cell)
        }
      }
    }
  }

  // MARK: Text boxes

  private func readBox(_ node: XMLNode) throws(ReadingError) {
    let outer = isInTextBox
    isInTextBox = true
    defer { isInTextBox = outer }
    for child in node.children {
      switch names.name(child) {
      case "draw:text-box", "draw:frame", "draw:g", "draw:custom-shape", "draw:a":
        try readBox(child)
      default: try readBlock(child)
      }
    }
  }

  // MARK: Content of a paragraph

  private func readInline(
    _ node: XMLNode, _ properties: ODFStyleSheet.Properties, into text: inout InlineText
  ) {
    let format = properties.characterFormat
    for child in XMLContent(of: node) {
      switch child {
      case .text(let content):
        if openHidden.isEmpty {
          text.append(collapsing: content, format)
        } else {
          text.skip()
        }
      case .element(let element): readInlineElement(element, properties, format, into: &text)
      }
    }
  }

  private func readInlineElement(
    _ node: XMLNode, _ properties: ODFStyleSheet.Properties, _ format: CharacterFormat,
    into text: inout InlineText
  ) {
    switch names.name(node) {
    case "text:change-start":
      if let id = node.attribute("change-id"), hidden.contains(id) { openHidden.insert(id) }
    case "text:change":
      // The place that a deletion left. Its paragraphs' ends are shown as line breaks.
      guard let deletion = node.attribute("change-id").flatMap({ removed[$0] }) else { break }
      for (index, block) in deletion.children.filter(isParagraph).enumerated() {
        if index > 0 { text.append("\n", format) }
        readInline(block, properties, into: &text)
      }
    case "text:change-end": node.attribute("change-id").map { _ = openHidden.remove($0) }
    case _ where !openHidden.isEmpty && node.children.first(where: { _ in true }) == nil:
      text.skip()
    case "text:s":
      text.append(" ", count: ODFValue.count(node.attribute("c"), limit: 4096), format)
    case "text:tab": text.append("\t", format)
    case "text:line-break": text.append("\n", format)
    case "text:span":
      var inner = properties
      inner.overlay(sheet.properties(node.attribute("style-name"), family: "text"))
      if !inner.isHidden { readInline(node, inner, into: &text) }
    case "text:note":
      let body = node.children.first { names.name($0) == "text:note-body" }
      guard let body else { break }
      if node.attribute("note-class") == "endnote" {
        endnotes.append(body)
      } else {
        footnotes.append(body)
      }
    case "office:annotation": comments.append(node)
    case "draw:frame", "draw:g", "draw:custom-shape", "draw:rect", "draw:ellipse":
      boxes.append(node)
    case "text:ruby":
      for base in node.children where names.name(base) == "text:ruby-base" {
        readInline(base, properties, into: &text)
      }
    case "text:hidden-text", "text:script", "office:event-listeners", "text:tracked-changes": break
    case let name where name.hasPrefix("text:") || name == "draw:a":
      // Links, fields, marked stretches: what they show is their content.
      readInline(node, properties, into: &text)
    default: break
    }
  }
}
