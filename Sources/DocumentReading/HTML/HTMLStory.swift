import DocumentModel
import XMLReading

/// Reads the text of a page: paragraphs are what stands between the edges of block elements.
final class HTMLStory {
  private let part: PartBuilder
  /// The paragraph being put together, and the style it began in.
  private var open = InlineText()
  private var openStyle: HTMLStyle?
  /// The label for the next paragraph.
  private var pendingLabel: ListLabel?
  private var listsMade = 0
  private(set) var insertions = 0
  private(set) var deletions = 0
  /// Notes, comments, headers and footers that stand in the page as blocks of their own.
  private(set) var asides: [(role: DocumentPart.Role, node: XMLNode)] = []
  private var layout = PageLayout()

  init(_ part: PartBuilder) { self.part = part }

  /// A list being read.
  private struct List {
    var isOrdered: Bool
    var format: String
    var number: Int
    var next: Int
    var depth: Int
  }

  func read(_ root: XMLNode) throws(ReadingError) {
    layout = PageLayout(of: root, leavingOut: HTMLStory.skipped)
    try readContent(of: root, HTMLStyle(), list: nil)
    try finish()
  }

  // MARK: Elements

  /// Never shown, or no part of the paper: controls and the frame of a site.
  private static let skipped: Set<String> = [
    "head", "script", "style", "noscript", "template", "iframe", "object", "svg", "canvas", "xml",
    "button", "select", "textarea", "input", "nav", "aside", "title", "audio", "video", "map",
  ]

  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "dl", "blockquote", "pre",
    "center", "address", "article", "section", "main", "figure", "figcaption", "fieldset", "form",
    "body", "html", "header", "footer", "details", "summary", "caption", "hr", "legend",
  ]

  private func readContent(
    of node: XMLNode, _ style: HTMLStyle, list: List?
  ) throws(ReadingError) {
    for child in XMLContent(of: node) {
      switch child {
      case .text(let text): append(text, style)
      case .element(let element): try readElement(element, style, list: list)
      }
    }
  }

  private func readElement(
    _ node: XMLNode, _ outer: HTMLStyle, list: List?
  ) throws(ReadingError) {
    let name = node.name.lowercased()
    guard !HTMLStory.skipped.contains(name) else { return }
    if let role = aside(node, name) {
      try finish()
      asides.append((role, node))
      return
    }
    var style = outer
    style.enter(node, name: name)
    guard !style.isHidden else { return }
    switch name {
    case "br": try breakLine(style)
    case "del":
      deletions += 1
      if part.view.showsDeletions { try readContent(of: node, style, list: list) }
    case "ins":
      insertions += 1
      if part.view.showsInsertions { try readContent(of: node, style, list: list) }
    case "a" where HTMLStory.isNoteMark(node): break
    case "table": try readTable(node, style)
    case "ul", "ol", "menu", "dir": try readList(node, style, isOrdered: name == "ol", in: list)
    case "li": try readContent(of: node, style, list: list)
    default:
      let isBlock = HTMLStory.blocks.contains(name)
      if isBlock { try finish() }
      try readContent(of: node, style, list: list)
      if isBlock { try finish() }
    }
  }

  /// Blocks that Word and LibreOffice put into a page for other parts of the paper.
  private func aside(_ node: XMLNode, _ name: String) -> DocumentPart.Role? {
    guard name == "div" else { return nil }
    switch node.attribute("title") {
    case "header": return .header
    case "footer": return .footer
    default: break
    }
    if node.attribute("id")?.hasPrefix("sdfootnote") == true { return .footnotes }
    if node.attribute("id")?.hasPrefix("sdendnote") == true { return .endnotes }
    let style = node.attribute("style") ?? ""
    guard style.contains("mso-element:") else { return nil }
    if style.contains("footnote-list") { return .footnotes }
    if style.contains("endnote-list") { return .endnotes }
    return style.contains("comment-list") ? .comments : nil
  }

  /// The number of a note, which is no text of the paper.
  private static func isNoteMark(_ link: XMLNode) -> Bool {
    let target = link.attribute("href") ?? ""
    return ["#_ftn", "#_edn", "#_msocom", "#sdfootnote", "#sdendnote"].contains {
      target.hasPrefix($0)
    }
  }

  // MARK: Paragraphs

  private func append(_ text: String, _ style: HTMLStyle) {
    if style.isPreformatted {
      if openStyle == nil { openStyle = style }
      open.append(preformatted: text, style.character)
    } else {
      open.append(collapsing: text, style.character)
      if openStyle == nil, !open.isEmpty { openStyle = style }
    }
  }

  /// Two breaks one after the other part paragraphs, as portals do it.
  private func breakLine(_ style: HTMLStyle) throws(ReadingError) {
    if open.endsWithLineBreak {
      try finish()
    } else if !open.isEmpty {
      open.appendLineBreak(style.character)
    }
  }

  private func finish() throws(ReadingError) {
    open.trimEnd()
    let content = open
    open = InlineText()
    defer { openStyle = nil }
    guard !content.isEmpty else { return }
    let format = (openStyle ?? HTMLStyle()).paragraphFormat
    // Old sites have a break after each paragraph and nothing else.
    let isTyped = content.lineEnds >= HTMLStory.typedLines
    for line in isTyped ? content.lines : [content] {
      let label = pendingLabel
      pendingLabel = nil
      try part.add(line, format: format, label: label)
    }
  }

  /// So many line breaks do not part the lines of one paragraph.
  private static let typedLines = 10

  // MARK: Lists

  private func readList(
    _ node: XMLNode, _ style: HTMLStyle, isOrdered: Bool, in outer: List?
  ) throws(ReadingError) {
    try finish()
    listsMade += 1
    let format = HTMLStory.format(node, isOrdered: isOrdered)
    var list = List(
      isOrdered: isOrdered, format: format,
      number: listsMade, next: node.attribute("start").flatMap { Int($0) } ?? 1,
      depth: (outer?.depth ?? -1) + 1)
    for child in XMLContent(of: node) {
      guard case .element(let item) = child else { continue }
      guard item.name.lowercased() == "li" else {
        try readElement(item, style, list: list)
        continue
      }
      if let value = item.attribute("value").flatMap({ Int($0) }) { list.next = value }
      list.format = HTMLStory.declaredFormat(of: item) ?? format
      pendingLabel = label(list)
      list.next += list.next < Int.max ? 1 : 0
      try readElement(item, style, list: list)
      try finish()
      pendingLabel = nil
    }
  }

  /// The number format, in the words of `Numbering`; `none` for a list without marks.
  private static func format(_ node: XMLNode, isOrdered: Bool) -> String {
    let declared = declaredFormat(of: node)
    if let declared, isOrdered || declared == "none" { return declared }
    guard isOrdered else { return "bullet" }
    return switch node.attribute("type") {
    case "I": "upperRoman"
    case "i": "lowerRoman"
    case "A": "upperLetter"
    case "a": "lowerLetter"
    default: "decimal"
    }
  }

  /// The number format that a list, or an item of one as Google writes it, declares; nil for none.
  private static func declaredFormat(of node: XMLNode) -> String? {
    let formats = [
      ("none", "none"), ("upper-roman", "upperRoman"), ("lower-roman", "lowerRoman"),
      ("upper-alpha", "upperLetter"), ("upper-latin", "upperLetter"),
      ("lower-alpha", "lowerLetter"), ("lower-latin", "lowerLetter"), ("decimal", "decimal"),
      ("disc", "bullet"), ("circle", "bullet"), ("square", "bullet"),
    ]
    return declarations(of: node).filter { $0.name.hasPrefix("list-style") }
      .compactMap { declared in formats.first { declared.value.contains($0.0) }?.1 }.last
  }

  private static func declarations(of node: XMLNode) -> [(name: String, value: String)] {
    node.attribute("style").map { HTMLStyle.declarations($0.lowercased()) } ?? []
  }

  private func label(_ list: List) -> ListLabel? {
    let level = Numbering.Level(format: list.format, text: list.format == "none" ? "" : "%1.")
    return ListCounter.label(
      level, index: 0, counts: [0: list.next], list: list.number, level: { _ in level })
  }

  // MARK: Tables

  private func readTable(_ node: XMLNode, _ style: HTMLStyle) throws(ReadingError) {
    try finish()
    let label = pendingLabel
    pendingLabel = nil
    var inherited = style
    // A table begins anew where it stands (HTML, 15.3.8).
    inherited.firstLineIndent = nil
    for caption in node.children where caption.name.lowercased() == "caption" {
      try readElement(caption, inherited, list: nil)
    }
    part.beginTable()
    try readRows(node, inherited, isHeader: false)
    part.endTable()
    pendingLabel = label
  }

  private func readRows(
    _ node: XMLNode, _ style: HTMLStyle, isHeader: Bool
  ) throws(ReadingError) {
    for child in node.children {
      let name = child.name.lowercased()
      var inner = style
      inner.enter(child, name: name)
      guard !inner.isHidden else { continue }
      switch name {
      case "thead": try readRows(child, inner, isHeader: true)
      case "tbody", "tfoot": try readRows(child, inner, isHeader: false)
      case "tr" where layout.uses(row: child):
        // What stands above and below may be a letterhead and a signature in columns.
        part.endTable()
        try readContent(ofRow: child, inner)
        part.beginTable()
      case "tr": try readRow(child, inner, isHeader: isHeader)
      default: break
      }
    }
  }

  /// A row that only lays the page out: its cells one after the other.
  private func readContent(ofRow row: XMLNode, _ style: HTMLStyle) throws(ReadingError) {
    for cell in row.children {
      var inner = style
      inner.enter(cell, name: cell.name.lowercased())
      guard !inner.isHidden else { continue }
      try readContent(of: cell, inner, list: nil)
      try finish()
    }
  }

  private func readRow(
    _ node: XMLNode, _ style: HTMLStyle, isHeader: Bool
  ) throws(ReadingError) {
    part.beginRow(isHeader: isHeader)
    for cell in node.children {
      let name = cell.name.lowercased()
      guard name == "td" || name == "th" else { continue }
      var inner = style
      inner.enter(cell, name: name)
      let isHidden = inner.isHidden
      try part.addCell(
        columnSpan: cell.attribute("colspan").flatMap { Int($0) } ?? 1,
        rowSpan: cell.attribute("rowspan").flatMap { Int($0) } ?? 1
      ) { () throws(ReadingError) in
        guard !isHidden else { return }
        try readContent(of: cell, inner, list: nil)
        try finish()
      }
    }
  }
}
