import DocumentModel
import XMLReading

/// Reads WordprocessingML of Word 2003: one XML file, root `w:wordDocument`. Its content is that of a
/// DOCX under partly other names; notes, comments, headers and footers stand inside the body.
enum Word2003Reader {
  static let namespace = "http://schemas.microsoft.com/office/word/2003/wordml"

  static func read(
    _ bytes: [UInt8], budget: ReadingBudget
  ) throws(ReadingError) -> SourceDocument {
    let limits = budget.limits
    let file = try XMLDocument.parsing(
      bytes, part: "w:wordDocument", budget: budget,
      binary: .init(names: ["binData"], byteLimit: limits.inflatedBytesPerEntry))
    guard let body = file.root.firstChild("body") else {
      throw .corrupt(part: "w:wordDocument", detail: "thiếu w:body / w:body missing")
    }
    let tags = WordTagTable(seesThroughForeignElements: true)
    let sheet = try file.root.firstChild("styles").map { (styles) throws(ReadingError) in
      try StyleSheetParser.parse(
        styles.serialised(), part: "w:styles", limits: limits.xml)
    }
    let numbering = file.root.firstChild("lists").map { Numbering($0, tags: tags) }
    let styling = DocxStyling(sheet: sheet ?? StyleSheet(), numbering: numbering ?? Numbering())
    var document = SourceDocument(format: .word2003, parts: [])
    func add(
      _ name: String, _ role: DocumentPart.Role, _ containers: [XMLNode]
    ) throws(ReadingError) -> StoryReader {
      let story = StoryReader(styling, name: name, role: role, tags: tags, budget: budget)
      try story.read(containers: containers)
      guard role == .body || story.part.blocks.contains(where: { !$0.text.isEmpty }) else {
        return story
      }
      document.revisions.insertions += story.insertions
      document.revisions.deletions += story.deletions
      document.revisions.formatChanges += story.formatChanges
      if story.denormalised > 0 {
        document.remarks.append(
          .notNormalised(part: document.parts.count, count: story.denormalised))
      }
      document.parts.append(story.part)
      return story
    }
    let main = try add("w:body", .body, [body])
    var margins: [(role: DocumentPart.Role, node: XMLNode)] = []
    collectMargins(body, tags, into: &margins)
    for (index, margin) in margins.enumerated() {
      _ = try add("w:\(margin.node.name)[\(index + 1)]", margin.role, [margin.node])
    }
    for (kind, role) in [
      (WordTag.footnote, DocumentPart.Role.footnotes), (.endnote, .endnotes), (.comment, .comments),
    ] {
      let notes = main.notesInText.filter { $0.kind == kind }.map(\.node)
      if kind == .comment { document.revisions.comments = notes.count }
      if !notes.isEmpty { _ = try add("w:\(role.rawValue)", role, notes) }
    }
    if file.root.attribute("macrosPresent") == "yes" { document.remarks.append(.macros) }
    return document
  }

  /// Headers and footers of the sections, in reading order.
  private static func collectMargins(
    _ node: XMLNode, _ tags: WordTagTable,
    into found: inout [(role: DocumentPart.Role, node: XMLNode)]
  ) {
    for child in node.children {
      switch tags.tag(child) {
      case .sectPr:
        for part in child.children {
          switch tags.tag(part) {
          case .hdr: found.append((.header, part))
          case .ftr: found.append((.footer, part))
          default: break
          }
        }
      case .p, .pPr, .sdtContent, .sdt, .customXml, .smartTag:
        collectMargins(child, tags, into: &found)
      default: break
      }
    }
  }
}
