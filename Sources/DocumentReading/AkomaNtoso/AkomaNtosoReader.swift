import DocumentModel
import XMLReading

/// Reads an Akoma Ntoso 3.0 document (OASIS LegalDocML): the text of its elements in reading order,
/// numbers as list labels.
///
/// What this program prints carries the block that each element came from (`tdkt:block`), so that the
/// parts of a block come together again and empty blocks keep their places. Formatting, headers and
/// notes are not in the form.
final class AkomaNtosoReader {
  static let namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
  private static let own = "urn:tdktlint:document:1"

  private let names = ElementNames(prefixes: [namespace: "akn", own: "tdkt"])
  private let part: PartBuilder
  /// The block being put together.
  private var open: OpenBlock?

  private struct OpenBlock {
    var number: Int?
    var text = InlineText()
    var label: String?
  }

  static func read(
    _ bytes: [UInt8], budget: ReadingBudget
  ) throws(ReadingError) -> SourceDocument {
    try budget.hold(textBytes: bytes.count)
    let file = try XMLDocument.parsing(
      bytes, part: "akomaNtoso", budget: budget)
    let part = PartBuilder(name: "akomaNtoso", role: .body, budget: budget)
    let reader = AkomaNtosoReader(part)
    try reader.readContent(of: file.root)
    try reader.finish()
    guard part.hasText else { throw .empty }
    var document = SourceDocument(format: .akn, parts: [part.part])
    if part.denormalised > 0 {
      document.remarks.append(.notNormalised(part: 0, count: part.denormalised))
    }
    return document
  }

  private init(_ part: PartBuilder) { self.part = part }

  /// Elements that hold running text, whatever is inside them.
  private static let paragraphs: Set<String> = [
    "akn:p", "akn:heading", "akn:subheading", "akn:crossHeading", "akn:block", "akn:longTitle",
    "akn:listIntroduction", "akn:listWrapUp",
  ]

  private func readContent(of node: XMLNode) throws(ReadingError) {
    for child in node.children {
      switch names.name(child) {
      case "akn:meta": break
      case "akn:num": try begin(child, label: child.text)
      case "akn:table": try readTable(child)
      case let name where AkomaNtosoReader.paragraphs.contains(name): try readParagraph(child)
      default: try readContent(of: child)
      }
    }
  }

  // MARK: Blocks

  private func blockNumber(of node: XMLNode) -> Int? {
    ODFValue.integer(ownAttribute("block", of: node)).flatMap { $0 >= 0 ? $0 : nil }
  }

  private func ownAttribute(_ name: String, of node: XMLNode) -> String? {
    node.attributes.first { $0.name == name && $0.namespace == AkomaNtosoReader.own }?.value
  }

  /// Begins a block, unless the element goes on with the one that is open.
  private func begin(_ node: XMLNode, label: String?) throws(ReadingError) {
    let number = blockNumber(of: node)
    if let current = open {
      let goesOn = number != nil ? current.number == number : current.label != nil && label == nil
      if goesOn, number != nil || current.text.isEmpty { return }
      try finish()
    }
    if let number { try leaveGap(before: number) }
    let trimmed = label?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    open = OpenBlock(number: number, label: trimmed?.isEmpty == false ? trimmed : nil)
  }

  private func readParagraph(_ node: XMLNode) throws(ReadingError) {
    try begin(node, label: ownAttribute("label", of: node))
    collect(node, isExact: blockNumber(of: node) != nil)
  }

  private func collect(_ node: XMLNode, isExact: Bool) {
    for child in XMLContent(of: node) {
      switch child {
      case .text(let text):
        if isExact {
          open?.text.append(preformatted: text, CharacterFormat())
        } else {
          open?.text.append(collapsing: text, CharacterFormat())
        }
      case .element(let element):
        switch names.name(element) {
        case "akn:br", "akn:eol": open?.text.append("\n", CharacterFormat())
        case "akn:authorialNote", "akn:noteRef": break
        default: collect(element, isExact: isExact)
        }
      }
    }
  }

  /// Blocks without text are not in the tree; their numbers are.
  private func leaveGap(before number: Int) throws(ReadingError) {
    while part.part.blocks.count < number { try part.add(InlineText()) }
  }

  private func finish() throws(ReadingError) {
    guard var block = open else { return }
    open = nil
    if block.number == nil { block.text.trimEnd() }
    guard !block.text.isEmpty || block.label != nil else { return }
    let label = block.label.map { text in
      // A label as typed before a word tells its style and numbers.
      LabelSplitter.split("\(text) Văn")?.label
        ?? ListLabel(text: text, origin: .automatic, style: .other)
    }
    try part.add(block.text, label: label, splitsLabel: block.number == nil)
  }

  // MARK: Tables

  private func readTable(_ node: XMLNode) throws(ReadingError) {
    try finish()
    part.beginTable()
    for row in node.children where names.name(row) == "akn:tr" {
      let cells = row.children.filter { ["akn:td", "akn:th"].contains(names.name($0)) }
      part.beginRow(isHeader: !cells.isEmpty && cells.allSatisfy { names.name($0) == "akn:th" })
      for cell in cells {
        try part.addCell(
          columnSpan: ODFValue.integer(cell.attribute("colspan")) ?? 1,
          rowSpan: ODFValue.integer(cell.attribute("rowspan")) ?? 1
        ) { () throws(ReadingError) in
          try readContent(of: cell)
          try finish()
        }
      }
    }
    part.endTable()
  }
}
