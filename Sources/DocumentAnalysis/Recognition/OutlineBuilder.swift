import DocumentModel
import TextMatching

/// Nests the headings and numbered items of the body.
struct OutlineBuilder {
  let blocks: [Block]
  let tables: [Table]

  private struct Entry {
    var node: OutlineNode
    var rank: Int
  }

  func build(body: Range<Int>) -> [OutlineNode] {
    var entries: [Entry] = []
    let frames = frames(of: body)
    for index in body {
      if let entry = entry(at: index, frames) { entries.append(entry) }
    }
    setExtents(&entries, end: body.upperBound)
    var position = 0
    return nest(&position, entries, above: -1, path: [])
  }

  /// Cells that hold most of the body: a paper typed inside a border is no table.
  private func frames(of body: Range<Int>) -> Set<BlockPlace.Cell> {
    var frames: Set<BlockPlace.Cell> = []
    for (table, content) in tables.enumerated() where content.blocks.count * 2 > body.count {
      for (row, line) in content.rows.enumerated() {
        for (index, cell) in line.cells.enumerated()
        where cell.blocks.count >= Self.fewestFramed
          && cell.blocks.clamped(to: body).count * 2 > body.count
        {
          frames.insert(BlockPlace.Cell(table: table, row: row, cell: index))
        }
      }
    }
    return frames
  }

  /// A cell of a table of the paper holds fewer paragraphs.
  private static let fewestFramed = 10

  private func entry(at index: Int, _ frames: Set<BlockPlace.Cell>) -> Entry? {
    let block = blocks[index]
    if let place = block.place.cell, !frames.contains(place) {
      guard let level = rowGroup(index, place) else { return nil }
      return Entry(node: level, rank: block.label?.style == .upperRoman ? 2 : 4)
    }
    if let label = block.label { return labelled(index, block, label) }
    guard isUnnumberedHeading(block) else { return nil }
    let node = makeNode(.untitled, index, isHeading: true, title: 0..<block.text.utf8.count)
    return Entry(node: node, rank: 2)
  }

  private func labelled(_ index: Int, _ block: Block, _ label: ListLabel) -> Entry? {
    let level: OutlineNode.Level
    let rank: Int
    switch label.style {
    case .division:
      level = .division
      rank = 0
    case .upperLetter:
      level = .section
      rank = 1
    case .upperRoman:
      level = .section
      rank = 2
    case .article:
      level = .article
      rank = 3
    case .decimal:
      level = .item
      rank = 4 + max(label.numbers.count, 1)
    case .lowerLetter, .lowerRoman:
      level = .point
      rank = 12
    case .dash:
      level = .dash
      rank = label.text.hasPrefix("+") ? 15 : 14
    case .other:
      level = .item
      rank = 13
    }
    let title = titleRange(block.text)
    let node = makeNode(
      level, index, isHeading: isHeading(block, level: level), title: title)
    return Entry(node: node, rank: rank)
  }

  private func makeNode(
    _ level: OutlineNode.Level, _ index: Int, isHeading: Bool, title: Range<Int>
  ) -> OutlineNode {
    let label = blocks[index].label
    return OutlineNode(
      level: level, block: index, label: label?.text ?? "", numbers: label?.numbers ?? [],
      style: label?.style, isHeading: isHeading, title: title, blocks: index..<index + 1,
      children: [], path: "")
  }

  /// A line of its own that names what follows: short and not ended like a sentence.
  private func isHeading(_ block: Block, level: OutlineNode.Level) -> Bool {
    guard level != .dash else { return false }
    let text = block.text.trimmedSpaces
    if text.isEmpty || text.utf8.count > 420 { return false }
    if level == .section || level == .division || level == .article {
      if text.utf8.count < 300 { return !text.hasSuffix(";") }
    }
    guard let last = text.last else { return false }
    return last != "." && last != ";" && last != "," && !text.hasSuffix("./.")
  }

  private func isUnnumberedHeading(_ block: Block) -> Bool {
    let text = block.text
    guard (4...200).contains(text.utf8.count), Casing.isUpper(text) else { return false }
    return !text.hasSuffix(".") && !text.hasSuffix(";")
      && text.unicodeScalars.contains(where: Letters.isLetter)
  }

  /// The words before the first colon or full stop of an item that goes on as running text.
  private func titleRange(_ text: String) -> Range<Int> {
    let units = Array(text.utf8)
    for (offset, unit) in units.enumerated() {
      guard offset + 1 < units.count else { break }
      let next = units[offset + 1]
      if (unit == 0x3A || unit == 0x2E) && (next == 0x20 || next == 0x0A) {
        return 0..<offset
      }
    }
    return 0..<units.count
  }

  /// A row that only names a group: one cell with words, the others empty or merged.
  private func rowGroup(_ index: Int, _ place: BlockPlace.Cell) -> OutlineNode? {
    guard place.table < tables.count, tables[place.table].rows.count > 2,
      place.row < tables[place.table].rows.count
    else { return nil }
    let table = tables[place.table]
    let row = table.rows[place.row]
    guard table.columnCount > 1, !row.isHeader else { return nil }
    let filled = row.cells.filter { cell in
      cell.blocks.contains { !blocks[$0].text.isEmpty || blocks[$0].label != nil }
    }
    let text = blocks[index].text
    guard !text.isEmpty, text.utf8.count < 200, let only = filled.first else { return nil }
    let isAlone = filled.count == 1 && only.blocks.contains(index) && only.column == 0
    let isSpanning = isAlone && (only.columnSpan > 1 || Casing.isUpper(text))
    // “I | TẬP THỂ | |”: a Roman number, then the group's name.
    let isNumbered =
      filled.count == 2 && filled[1].blocks.contains(index) && Casing.isUpper(text)
      && filled[0].blocks.allSatisfy { isRoman(blocks[$0]) }
    guard isSpanning || isNumbered else { return nil }
    return makeNode(.rowGroup, index, isHeading: true, title: 0..<text.utf8.count)
  }

  private func isRoman(_ block: Block) -> Bool {
    let text = block.label?.text ?? block.text
    return !text.isEmpty && text.allSatisfy { "IVXLC. ".contains($0) }
  }

  private func setExtents(_ entries: inout [Entry], end: Int) {
    for index in entries.indices {
      let following = entries[(index + 1)...].first { $0.rank <= entries[index].rank }
      let start = entries[index].node.block
      entries[index].node.blocks = start..<max(start + 1, following?.node.block ?? end)
    }
  }

  private func nest(
    _ position: inout Int, _ entries: [Entry], above rank: Int, path: [String]
  ) -> [OutlineNode] {
    var result: [OutlineNode] = []
    while position < entries.count, entries[position].rank > rank {
      var node = entries[position].node
      let own = ownPath(node, in: path)
      let nodeRank = entries[position].rank
      node.path = own.joined(separator: ".")
      position += 1
      node.children = nest(&position, entries, above: nodeRank, path: own)
      result.append(node)
    }
    return result
  }

  /// Labels from the outermost section inwards: `II.1.3` for item 1.3 of section II.
  private func ownPath(_ node: OutlineNode, in path: [String]) -> [String] {
    let label = node.label.trimmedLabel
    switch node.level {
    case .dash, .untitled: return path
    case .rowGroup: return path + [label.isEmpty ? blocks[node.block].text : label]
    case .item where node.numbers.count > 1:
      let outer = path.filter { Int($0) == nil && !$0.contains(".") }
      return outer + [node.numbers.map(String.init).joined(separator: ".")]
    default: return path + [label]
    }
  }
}

extension String {
  /// A list label without its closing mark: `II.` → `II`, `a)` → `a`.
  var trimmedLabel: String {
    var view = self[...]
    while let last = view.last, ".):".contains(last) { view.removeLast() }
    return String(view)
  }
}
