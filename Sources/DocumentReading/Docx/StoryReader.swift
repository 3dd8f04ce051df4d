import DocumentModel
import XMLReading

/// Reads one text-bearing part (a *story*): its paragraphs and tables, in the asked view of tracked
/// changes. It never leaves the task that made it.
final class StoryReader {
  private(set) var part: DocumentPart
  /// Notes and comments that stand inside the paragraphs themselves (Word 2003), as met.
  var notesInText: [(kind: WordTag, node: XMLNode)] = []
  var insertions = 0
  var deletions = 0
  var formatChanges = 0
  /// `w:sectPr` of each section that the view has, in order.
  private(set) var sections: [XMLNode] = []
  /// Clusters of text that were not in NFC.
  private(set) var denormalised = 0

  /// Documents of other formats that Word takes in where they are named, by relationship.
  var chunks: ((String) throws(ReadingError) -> SourceDocument?)?

  let budget: ReadingBudget
  let styling: DocxStyling
  let tags: WordTagTable
  private var counter: ListCounter?
  var fields = FieldState()
  /// A paragraph whose mark is not in the view: it goes on in the next one.
  private var unfinished: OpenParagraph?
  var recentFormat: RecentFormat?
  /// Kept only for a caller that will change the text: for each block, its text-bearing elements by
  /// their ordinal (`SourceSegment.unit`).
  private(set) var elements: [[TextBearer]]?

  /// A text-bearing element of a paragraph.
  struct TextBearer {
    /// Nil for one that is not `w:t`.
    var text: XMLNode?
    var isInField: Bool
  }

  /// Where blocks go while a container is read.
  struct Surroundings {
    var cell: BlockPlace.Cell?
    var isInTextBox = false
    var isInContents = false
    var table: StyleResolver.TableContext?
  }

  /// A paragraph while its content is collected.
  struct OpenParagraph {
    var text = SourcedText()
    /// Those of the last paragraph merged into it: they go with the mark at its end.
    var properties = ParagraphProperties()
    /// Format from this scalar ordinal on.
    var formats: [(scalar: Int, format: CharacterFormat)] = []
    /// Next text-bearing element's ordinal.
    var unit = 0
    /// A page or column break met after some text; it shows only when text follows.
    var pendingBreak: SourcedText.Origin?
    var isInContents = false
    /// Contents of the text boxes anchored here, those anchored before any text of it first.
    var boxes: [XMLNode] = []
    var leadingBoxes = 0
    var elements: [TextBearer] = []
  }

  struct RecentFormat {
    var properties: RunProperties
    var style: String?
    var table: StyleResolver.TableContext?
    var result: (format: CharacterFormat, isHidden: Bool)
  }

  init(
    _ styling: DocxStyling, name: String, role: DocumentPart.Role, tags: WordTagTable,
    budget: ReadingBudget, keepsElements: Bool = false
  ) {
    self.budget = budget
    self.styling = styling
    self.tags = tags
    part = DocumentPart(name: name, role: role)
    elements = keepsElements ? [] : nil
  }

  func read(_ root: XMLNode) throws(ReadingError) {
    fields = FieldState(unmatchedIn: root, tags: tags)
    for child in root.children {
      switch tags.tag(child) {
      case .body, .comment: try readContainer(child, Surroundings())
      case .footnote, .endnote:
        // Separator lines are drawn, not written (17.18.33).
        let type = child.attribute("type") ?? "normal"
        if type == "normal" { try readContainer(child, Surroundings()) }
      case .p, .tbl, .sdt, .customXml, .alternateContent:
        try readBlock(child, Surroundings())
      default: break
      }
    }
    try finishUnfinished(Surroundings())
  }

  /// Reads containers of blocks that stand somewhere in the text of another story.
  func read(containers: [XMLNode]) throws(ReadingError) {
    for container in containers {
      fields = FieldState(unmatchedIn: container, tags: tags)
      try readContainer(container, Surroundings())
    }
  }

  // MARK: Blocks

  /// Reads all blocks of a body, cell, note or text box.
  func readContainer(_ node: XMLNode, _ place: Surroundings) throws(ReadingError) {
    for child in node.children { try readBlock(child, place) }
    try finishUnfinished(place)
  }

  private func readBlock(_ node: XMLNode, _ place: Surroundings) throws(ReadingError) {
    switch tags.tag(node) {
    case .p: try readParagraph(node, place)
    case .tbl:
      try finishUnfinished(place)
      try readTable(node, place)
    case .sectPr: endSection(node)
    case .altChunk:
      try finishUnfinished(place)
      if let id = node.attribute("id"), let chunk = try chunks?(id) { insert(chunk, place) }
    case .sdt where isContents(node):
      var inside = place
      inside.isInContents = true
      for child in node.children { try readBlock(child, inside) }
    case .sdt, .sdtContent, .customXml, .smartTag, .hyperlink:
      for child in node.children { try readBlock(child, place) }
    case .ins, .moveTo:
      guard view.showsInsertions else { break }
      for child in node.children { try readBlock(child, place) }
    case .del, .moveFrom:
      guard view.showsDeletions else { break }
      for child in node.children { try readBlock(child, place) }
    case .alternateContent:
      guard let branch = tags.chosenBranch(of: node) else { break }
      for child in branch.children { try readBlock(child, place) }
    default: break
    }
  }

  /// Word's own table of contents, its title included (17.5.2.12).
  private func isContents(_ control: XMLNode) -> Bool {
    let part = control.firstChild("sdtPr")?.firstChild("docPartObj")?.firstChild("docPartGallery")
    return part?.attribute("val") == "Table of Contents"
  }

  private func readParagraph(_ node: XMLNode, _ place: Surroundings) throws(ReadingError) {
    var open = unfinished ?? OpenParagraph()
    unfinished = nil
    var properties = ParagraphProperties()
    var isMarkDeleted = false
    var isMarkInserted = false
    var markFormat: XMLNode?
    var sectionEnd: XMLNode?
    if let own = node.children.first(where: { tags.tag($0) == .pPr }) {
      for property in former(own, .pPrChange)?.children ?? own.children {
        if case .numPr = tags.tag(property) {
          for child in property.children {
            properties.add(tags.tag(child)) { child.attribute($0) }
          }
        } else {
          properties.add(tags.tag(property)) { property.attribute($0) }
        }
      }
      for property in own.children {
        switch tags.tag(property) {
        case .rPr:
          for child in property.children {
            switch tags.tag(child) {
            case .del, .moveFrom: isMarkDeleted = true
            case .ins, .moveTo:
              insertions += 1
              isMarkInserted = true
            case .rPrChange: formatChanges += 1
            default: break
            }
          }
          markFormat = property
        case .pPrChange: formatChanges += 1
        case .sectPr: sectionEnd = property
        default: break
        }
      }
    }
    let style = RunStyle(paragraph: properties.style, table: place.table)
    readInline(node, style, into: &open)
    open.properties = properties
    if isMarkDeleted { deletions += 1 }
    if isMarkDeleted && !view.showsDeletions || isMarkInserted && !view.showsInsertions {
      unfinished = open
      return
    }
    // Hidden to its very mark, it takes no line and no number; that of a cell's end cannot be hidden.
    let mayBeHidden =
      open.text.isEmpty && open.boxes.isEmpty && sectionEnd == nil && place.cell == nil
    if !mayBeHidden || !format(runProperties(markFormat).properties, style).isHidden {
      try finish(open, place)
    }
    if let sectionEnd { endSection(sectionEnd) }
  }

  private func endSection(_ properties: XMLNode) {
    if properties.children.contains(where: { tags.tag($0) == .sectPrChange }) {
      formatChanges += 1
    }
    sections.append(properties)
  }

  var view: RevisionView { budget.view }

  /// The properties before their change was tracked (17.13.5), in the view that shows them.
  func former(_ properties: XMLNode, _ change: WordTag) -> XMLNode? {
    guard view == .original else { return nil }
    return properties.children.first { tags.tag($0) == change }?.children.first { _ in true }
  }

  private func finishUnfinished(_ place: Surroundings) throws(ReadingError) {
    guard let open = unfinished else { return }
    unfinished = nil
    // Nothing to merge with: a paragraph that lost all its text is gone.
    guard !open.text.isEmpty || !open.boxes.isEmpty else { return }
    try finish(open, place)
  }

  private func finish(
    _ open: OpenParagraph, _ place: Surroundings
  ) throws(ReadingError) {
    // A letterhead in boxes hangs on the first line of text below it.
    let leading = opensStory(open, place) ? open.leadingBoxes : 0
    try read(boxes: open.boxes[..<leading], place)
    let properties = open.properties
    let item = try listItem(properties)
    try budget.spendBlock(scalars: open.text.count)
    let finished = FinishedText(open.text, splitsLabel: item?.label == nil)
    denormalised += finished.denormalised
    elements?.append(open.elements)
    part.blocks.append(
      Block(
        text: finished.text, label: item?.label ?? finished.label,
        runs: finished.runs(open.formats),
        format: styling.resolver.format(
          of: properties, table: place.table, numberingIndent: item?.firstLineIndent),
        place: BlockPlace(
          cell: place.cell, isInTextBox: place.isInTextBox,
          isInContents: place.isInContents || open.isInContents, section: sections.count),
        source: finished.source))
    try read(boxes: open.boxes[leading...], place)
  }

  private func read(boxes: ArraySlice<XMLNode>, _ place: Surroundings) throws(ReadingError) {
    guard !boxes.isEmpty else { return }
    var inside = place
    inside.isInTextBox = true
    for box in boxes { try readContainer(box, inside) }
  }

  /// Whether no text of the main part stands before this paragraph.
  private func opensStory(_ open: OpenParagraph, _ place: Surroundings) -> Bool {
    open.leadingBoxes > 0 && !open.text.isEmpty && part.role == .body && place.cell == nil
      && !place.isInTextBox && part.blocks.allSatisfy(\.text.isEmpty)
  }

  /// The paragraph's place in its list: numbering set directly, else by its style; 0 takes it away.
  private func listItem(
    _ properties: ParagraphProperties
  ) throws(ReadingError) -> ListCounter.Item? {
    let chain = styling.resolver.paragraphChain(properties.style)
    guard let id = properties.numberingID ?? chain.paragraph.numberingID, id != 0 else {
      return nil
    }
    if counter == nil { counter = ListCounter(numbering: try styling.numbering()) }
    return counter?.next(
      instance: id, level: properties.numberingLevel ?? chain.paragraph.numberingLevel,
      style: properties.numberingID == nil ? chain.numberingStyle : nil)
  }

  /// Takes in the body of a document in another format (`w:altChunk`, 17.17.2). Its blocks have no
  /// way back to an element of this story.
  private func insert(_ chunk: SourceDocument, _ place: Surroundings) {
    let firstTable = part.tables.count
    let firstBlock = part.blocks.count
    for var block in chunk.body.blocks {
      block.place.cell?.table += firstTable
      block.place.cell = block.place.cell ?? place.cell
      block.place.section = sections.count
      block.source = []
      elements?.append([])
      part.blocks.append(block)
    }
    for table in chunk.body.tables {
      part.tables.append(
        table.shifted(blocks: firstBlock, tables: firstTable, parent: place.cell?.table))
    }
    insertions += chunk.revisions.insertions
    deletions += chunk.revisions.deletions
  }

  /// A new table's index; `fill(table:)` completes it.
  func addTable(_ table: Table) -> Int {
    part.tables.append(table)
    return part.tables.count - 1
  }

  func fill(table index: Int, _ table: Table) { part.tables[index] = table }

  func removeLastTable() { part.tables.removeLast() }

  func countFormatChange() { formatChanges += 1 }

  func countRevision(inserted: Bool) {
    if inserted { insertions += 1 } else { deletions += 1 }
  }
}

extension FinishedText {
  /// Formats given by scalar ordinal, as runs over the finished text.
  func runs(_ formats: [(scalar: Int, format: CharacterFormat)]) -> [FormattedRun] {
    var runs: [FormattedRun] = []
    for (index, (scalar, format)) in formats.enumerated() {
      let end = index + 1 < formats.count ? formats[index + 1].scalar : utf8Offsets.count - 1
      let range = utf8Offsets[scalar]..<utf8Offsets[end]
      guard !range.isEmpty else { continue }
      if let last = runs.last, last.format == format {
        runs[runs.count - 1].utf8 = last.utf8.lowerBound..<range.upperBound
      } else {
        runs.append(FormattedRun(utf8: range, format: format))
      }
    }
    return runs
  }
}
