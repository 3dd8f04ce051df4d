import DocumentModel
import TextMatching
import XMLReading

/// Reads an OpenDocument text: a package (.odt) or one XML file (.fodt).
enum ODFReader {
  /// Root elements' namespace.
  static let namespace = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"

  /// Whether a ZIP says it is an OpenDocument file of some sort.
  static func isPackage(_ parts: some PackageParts) -> Bool {
    parts.holds("content.xml") && (parts.holds("mimetype") || parts.holds("META-INF/manifest.xml"))
  }

  static func read(
    package parts: some PackageParts, budget: ReadingBudget
  ) throws(ReadingError) -> SourceDocument {
    let type = try parts.bytes(named: "mimetype", budget: budget) ?? []
    try hold(mediaType: String(decoding: type, as: UTF8.self))
    if let manifest = try parts.bytes(named: "META-INF/manifest.xml", budget: budget) {
      let file = try XMLDocument.parsing(
        manifest, part: "META-INF/manifest.xml", budget: budget)
      let isEncrypted = file.root.children.contains { $0.firstChild("encryption-data") != nil }
      guard !isEncrypted else { throw .encrypted }
    }
    func document(_ name: String) throws(ReadingError) -> XMLDocument? {
      guard let bytes = try parts.bytes(named: name, budget: budget) else { return nil }
      return try XMLDocument.parsing(bytes, part: name, budget: budget)
    }
    guard let content = try document("content.xml") else {
      throw .corrupt(part: "content.xml", detail: "không có trong gói / missing")
    }
    let styles = try document("styles.xml")
    var result = try read(
      content: (content.root, "content.xml"), styles: styles.map { ($0.root, "styles.xml") },
      budget: budget)
    let names = parts.names.map { $0.lowercased() }
    if names.contains(where: { $0.hasPrefix("basic/") || $0.hasPrefix("scripts/") }) {
      result.remarks.append(.macros)
    }
    if names.contains("meta-inf/documentsignatures.xml") { result.remarks.append(.signed) }
    return result
  }

  static func read(
    flat bytes: [UInt8], budget: ReadingBudget
  ) throws(ReadingError) -> SourceDocument {
    let file = try XMLDocument.parsing(
      bytes, part: "office:document", budget: budget,
      binary: .init(names: ["binary-data"], byteLimit: budget.limits.inflatedBytesPerEntry))
    try hold(mediaType: file.root.attribute("mimetype") ?? "")
    return try read(
      content: (file.root, "office:document"), styles: (file.root, "office:document"),
      budget: budget)
  }

  /// Texts and templates and master documents of texts; a file that does not say is let through.
  private static func hold(mediaType: String) throws(ReadingError) {
    let base = "application/vnd.oasis.opendocument."
    let type = mediaType.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    guard !type.isEmpty, !type.hasPrefix(base + "text") else { return }
    throw .unsupported(
      LocalizedText(
        vi: "Tệp OpenDocument không phải văn bản (\(type))",
        en: "An OpenDocument file other than a text (\(type))"),
      hint: LocalizedText(
        vi: "Chép phần cần kiểm tra sang một văn bản .odt hoặc .docx.",
        en: "Copy what is to be checked into an .odt or .docx document."))
  }

  // MARK: Parts

  private static func read(
    content: (root: XMLNode, name: String), styles: (root: XMLNode, name: String)?,
    budget: ReadingBudget
  ) throws(ReadingError) -> SourceDocument {
    // One table of names for each file: they go by address.
    let contentNames = ElementNames.openDocument()
    let isFlat = styles?.root.pointer == content.root.pointer
    let styleNames = isFlat ? contentNames : ElementNames.openDocument()
    let common = ODFStyleSheet()
    if let styles {
      addStyles(
        ["office:font-face-decls", "office:styles"], of: styles.root, styleNames, to: common)
    }
    let inContent = ODFStyleSheet(copying: common)
    addStyles(
      ["office:font-face-decls", "office:automatic-styles"], of: content.root, contentNames,
      to: inContent)
    guard
      let body = child(content.root, "office:body", contentNames)
        .flatMap({ child($0, "office:text", contentNames) })
    else {
      throw .corrupt(part: content.name, detail: "thiếu office:text / office:text missing")
    }
    var document = SourceDocument(format: .odt, parts: [])
    func add(
      _ name: String, _ role: DocumentPart.Role, _ containers: [XMLNode], _ sheet: ODFStyleSheet,
      _ names: ElementNames
    ) throws(ReadingError) -> ODFStory {
      let part = PartBuilder(name: name, role: role, budget: budget)
      let story = ODFStory(part, sheet: sheet, names: names)
      for container in containers { try story.readBlocks(of: container) }
      guard role == .body || part.hasText else { return story }
      if part.denormalised > 0 {
        document.remarks.append(
          .notNormalised(part: document.parts.count, count: part.denormalised))
      }
      document.parts.append(part.part)
      return story
    }
    let main = try add(content.name, .body, [body], inContent, contentNames)
    document.revisions.insertions = main.insertions
    document.revisions.deletions = main.deletions
    document.revisions.comments = main.comments.count
    if let styles {
      let inMargins = ODFStyleSheet(copying: common)
      addStyles(["office:automatic-styles"], of: styles.root, styleNames, to: inMargins)
      for (role, nodes) in margins(styles.root, styleNames) {
        for node in nodes { _ = try add(styles.name, role, [node], inMargins, styleNames) }
      }
    }
    for (role, nodes) in [
      (DocumentPart.Role.footnotes, main.footnotes), (.endnotes, main.endnotes),
      (.comments, main.comments),
    ] where !nodes.isEmpty {
      _ = try add(content.name, role, nodes, inContent, contentNames)
    }
    return document
  }

  private static func child(
    _ node: XMLNode, _ name: String, _ names: ElementNames
  ) -> XMLNode? {
    node.children.first { names.name($0) == name }
  }

  private static func addStyles(
    _ wanted: [String], of root: XMLNode, _ names: ElementNames, to sheet: ODFStyleSheet
  ) {
    for name in wanted {
      guard let element = child(root, name, names) else { continue }
      sheet.add(element, names: names, isAutomatic: name == "office:automatic-styles")
    }
  }

  /// Headers, then footers, of all master pages.
  private static func margins(
    _ root: XMLNode, _ names: ElementNames
  ) -> [(role: DocumentPart.Role, nodes: [XMLNode])] {
    let pages =
      child(root, "office:master-styles", names)?.children
      .filter { names.name($0) == "style:master-page" } ?? []
    func parts(_ kind: String) -> [XMLNode] {
      pages.flatMap { page in page.children.filter { names.name($0).hasPrefix("style:\(kind)") } }
        .filter { $0.attribute("display") != "false" }
    }
    return [(.header, parts("header")), (.footer, parts("footer"))]
  }
}
