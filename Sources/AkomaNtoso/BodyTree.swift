import DocumentAnalysis
import DocumentModel
import TextMatching
import XMLWriting

/// Headings and numbered items as nested hierarchical elements.
struct BodyTree {
  let blocks: [Block]
  let text: TextElement
  let tables: TableElement
  /// Where the text of a block begins, when what stands before belongs elsewhere (a legal basis that
  /// runs into the body); UTF-8.
  let starts: [Int: Int]
  private var used: Set<String> = []

  init(blocks: [Block], text: TextElement, tables: TableElement, starts: [Int: Int]) {
    self.blocks = blocks
    self.text = text
    self.tables = tables
    self.starts = starts
  }

  /// The elements of a range of blocks with the outline in it; never empty of elements.
  mutating func elements(_ range: Range<Int>, _ nodes: [OutlineNode]) -> [XMLElement] {
    let nodes = outsideTables(nodes).filter { range.contains($0.block) }
    let elements = content(range, nodes, within: "")
    return elements
  }

  /// Rows of a table stay in their table; what the outline hangs below them and lies outside is kept.
  private func outsideTables(_ nodes: [OutlineNode]) -> [OutlineNode] {
    nodes.flatMap { node in
      tables.root(of: node.block) == nil ? [node] : outsideTables(node.children)
    }
  }

  private mutating func content(
    _ range: Range<Int>, _ nodes: [OutlineNode], within id: String
  ) -> [XMLElement] {
    let first = nodes.first?.block ?? range.upperBound
    var elements = flow(range.lowerBound..<first)
    for (index, node) in nodes.enumerated() {
      let end = index + 1 < nodes.count ? nodes[index + 1].block : range.upperBound
      elements.append(hierarchical(node, node.block..<end, within: id))
    }
    return elements
  }

  private mutating func hierarchical(
    _ node: OutlineNode, _ range: Range<Int>, within outer: String
  ) -> XMLElement {
    let id = identifier(node, within: outer)
    var element = XMLElement(node.level.element, ["eId": id])
    if node.level == .untitled { element.set("name", "unnumbered") }
    if !node.path.isEmpty { element.set("tdkt:path", node.path) }
    if !node.label.isEmpty {
      element.children.append(.element(text.number(of: node.block, label: node.label)))
    }
    var own: [XMLElement] = []
    let count = blocks[node.block].text.utf8.count
    let start = starts[node.block] ?? 0
    if node.isHeading, start == 0 {
      let rest = String(blocks[node.block].text[utf8Range: node.title.upperBound..<count])
      let end = rest.unicodeScalars.allSatisfy(Letters.isSpace) ? count : node.title.upperBound
      element.children.append(.element(text.make("heading", block: node.block, 0..<end)))
      if end < count { own.append(text.make("p", block: node.block, end..<count)) }
    } else if start < count {
      own.append(text.make("p", block: node.block, start..<count))
    }
    let children = outsideTables(node.children).filter { range.contains($0.block) }
    own += flow(node.block + 1..<(children.first?.block ?? range.upperBound))
    if !own.isEmpty {
      let holder = XMLElement(children.isEmpty ? "content" : "intro", elements: own)
      element.children.append(.element(holder))
    }
    if let first = children.first {
      let inner = content(first.block..<range.upperBound, children, within: id)
      element.children += inner.map(XMLElement.Child.element)
    }
    return element
  }

  /// Blocks outside the outline: paragraphs, and tables whole.
  func flow(_ range: Range<Int>) -> [XMLElement] {
    var elements: [XMLElement] = []
    var block = range.lowerBound
    while block < range.upperBound {
      if let root = tables.root(of: block), tables.tables[root].blocks.lowerBound == block,
        tables.tables[root].blocks.upperBound <= range.upperBound, let table = tables.make(root)
      {
        elements.append(table)
        block = max(block + 1, tables.tables[root].blocks.upperBound)
        continue
      }
      if let start = starts[block] {
        let count = blocks[block].text.utf8.count
        if start < count { elements.append(text.make("p", block: block, start..<count)) }
      } else if let paragraph = text.paragraph(block) {
        elements.append(paragraph)
      }
      block += 1
    }
    return elements
  }

  /// `sec_II__para_1`: by the labels, so that it outlasts edits elsewhere; a number is added where a
  /// label occurs twice.
  private mutating func identifier(_ node: OutlineNode, within outer: String) -> String {
    let label = node.label.unicodeScalars.filter { Letters.isLetter($0) || Letters.isDigit($0) }
    var base = outer.isEmpty ? "" : outer + "__"
    base += node.level.prefix
    if !label.isEmpty { base += "_" + String(String.UnicodeScalarView(label)) }
    var id = base
    var ordinal = 1
    while !used.insert(id).inserted {
      ordinal += 1
      id = "\(base)-\(ordinal)"
    }
    return id
  }
}

extension OutlineNode.Level {
  fileprivate var element: String {
    switch self {
    case .division: "division"
    case .section: "section"
    case .article: "article"
    case .item: "paragraph"
    case .point: "point"
    case .dash: "indent"
    case .rowGroup, .untitled: "hcontainer"
    }
  }

  /// As the naming convention of Akoma Ntoso abbreviates them.
  fileprivate var prefix: String {
    switch self {
    case .division: "dvs"
    case .section: "sec"
    case .article: "art"
    case .item: "para"
    case .point: "point"
    case .dash: "indent"
    case .rowGroup, .untitled: "hcontainer"
    }
  }
}
