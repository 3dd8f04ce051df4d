import DocumentModel
import TextMatching
import XMLReading

/// Reads a DOCX package, zipped or flat: finds the parts through their relationships, reads those
/// that bear text and what their text needs, and leaves the others alone.
enum DocxReader {
  static func read(
    _ parts: some PackageParts, format: DocumentFormat = .docx, budget: ReadingBudget
  ) throws(ReadingError) -> SourceDocument {
    let package = DocxPackage(parts, budget: budget)
    guard let main = try package.relationships(of: "").first("officeDocument") else {
      throw PackageKind.refusal(of: parts, mainPart: nil)
    }
    guard main.target.hasPrefix("word/") || !PackageKind.isForeign(mainPart: main.target) else {
      throw PackageKind.refusal(of: parts, mainPart: main.target)
    }
    let body = try package.document(main.target)
    let tags = WordTagTable()
    guard tags.tag(body.root) == .document else {
      throw PackageKind.refusal(of: parts, mainPart: main.target)
    }
    let relationships = try package.relationships(of: main.target)
    let styling = try DocxStyling(package, relationships)
    var document = SourceDocument(format: format, parts: [])
    func add(_ story: StoryReader) {
      let part = document.parts.count
      document.parts.append(story.part)
      document.revisions.insertions += story.insertions
      document.revisions.deletions += story.deletions
      if story.denormalised > 0 {
        document.remarks.append(.notNormalised(part: part, count: story.denormalised))
      }
    }
    let bodyStory = StoryReader(
      styling, name: main.target, role: .body, tags: tags, budget: budget)
    try bodyStory.read(body.root)
    add(bodyStory)
    for (target, role) in secondaryParts(relationships, order: parts) {
      let content = try package.document(target)
      let tags = WordTagTable()
      let story = StoryReader(
        styling, name: target, role: role, tags: tags, budget: budget)
      try story.read(content.root)
      if role == .comments {
        document.revisions.comments = content.root.children.count { tags.tag($0) == .comment }
      }
      // Word keeps a footnote part with nothing but its separator lines.
      if story.part.blocks.contains(where: { !$0.text.isEmpty }) { add(story) }
    }
    document.remarks += packageRemarks(parts)
    return document
  }

  /// Headers, footers, footnotes, endnotes, comments; each kind in package order.
  private static func secondaryParts(
    _ relationships: Relationships, order parts: some PackageParts
  ) -> [(target: String, role: DocumentPart.Role)] {
    let kinds: [(type: String, role: DocumentPart.Role)] = [
      ("header", .header), ("footer", .footer), ("footnotes", .footnotes),
      ("endnotes", .endnotes), ("comments", .comments),
    ]
    return kinds.flatMap { kind in
      let targets = Set(relationships.all(kind.type).map { $0.target.lowercased() })
      return parts.names.filter { targets.contains($0.lowercased()) }.map { ($0, kind.role) }
    }
  }

  private static func packageRemarks(_ parts: some PackageParts) -> [SourceDocument.Remark] {
    let names = parts.names.map { $0.lowercased() }
    var remarks: [SourceDocument.Remark] = []
    if names.contains(where: { $0.hasSuffix("vbaproject.bin") }) { remarks.append(.macros) }
    if names.contains(where: { $0.hasPrefix("_xmlsignatures/") }) { remarks.append(.signed) }
    return remarks
  }

  /// The main part again, with the way from each block to the elements that bear its text.
  static func elements(
    of archive: ZipArchive, budget: ReadingBudget
  ) throws(ReadingError) -> (xml: XMLDocument, part: String, blocks: [[StoryReader.TextBearer]]) {
    let package = DocxPackage(archive, budget: budget)
    guard let main = try package.relationships(of: "").first("officeDocument") else {
      throw PackageKind.refusal(of: archive, mainPart: nil)
    }
    let xml = try package.document(main.target)
    let styling = try DocxStyling(package, try package.relationships(of: main.target))
    let story = StoryReader(
      styling, name: main.target, role: .body, tags: WordTagTable(), budget: budget,
      keepsElements: true)
    try story.read(xml.root)
    return (xml, main.target, story.elements ?? [])
  }
}

/// An open package and what is left of the budget. It never leaves the task that made it.
final class DocxPackage {
  private let parts: any PackageParts
  private let budget: ReadingBudget

  init(_ parts: any PackageParts, budget: ReadingBudget) {
    self.parts = parts
    self.budget = budget
  }

  func bytes(_ name: String) throws(ReadingError) -> [UInt8]? {
    try parts.bytes(named: name, budget: budget)
  }

  func document(_ name: String) throws(ReadingError) -> XMLDocument {
    guard let bytes = try bytes(name) else {
      throw .corrupt(part: name, detail: "không có trong gói / missing")
    }
    return try XMLDocument.parsing(bytes, part: name, budget: budget)
  }

  /// The relationships of a part; none when the package has no such record.
  func relationships(of source: String) throws(ReadingError) -> Relationships {
    let name = Relationships.name(of: source)
    guard let bytes = try bytes(name) else { return Relationships() }
    return try Relationships(
      parsing: bytes, of: source, part: name, limits: budget.limits.xml)
  }

  func styleSheet(_ name: String) throws(ReadingError) -> StyleSheet {
    guard let bytes = try bytes(name) else { return StyleSheet() }
    return try StyleSheetParser.parse(bytes, part: name, limits: budget.limits.xml)
  }

  func numbering(_ name: String) throws(ReadingError) -> Numbering {
    guard let bytes = try bytes(name) else { return Numbering() }
    return try Numbering(parsing: bytes, part: name, budget: budget)
  }

  /// The theme's Latin fonts; a theme that cannot be read names none.
  func themeFonts(_ name: String) -> ThemeFonts {
    guard let theme = try? document(name) else { return ThemeFonts() }
    let scheme = theme.root.firstChild("themeElements")?.firstChild("fontScheme")
    func latin(_ role: StaticString) -> String? {
      scheme?.firstChild(role)?.firstChild("latin")?.attribute("typeface")
    }
    return ThemeFonts(major: latin("majorFont"), minor: latin("minorFont"))
  }
}

/// Styles and lists shared by the stories of one document.
final class DocxStyling {
  let resolver: StyleResolver
  private let package: DocxPackage?
  private let numberingPart: String?
  private var loadedNumbering: Numbering?

  /// Styles and lists that have been read already.
  init(sheet: StyleSheet, numbering: Numbering) {
    package = nil
    numberingPart = nil
    loadedNumbering = numbering
    resolver = StyleResolver(sheet: sheet) { ThemeFonts() }
  }

  init(_ package: DocxPackage, _ relationships: Relationships) throws(ReadingError) {
    self.package = package
    numberingPart = relationships.first("numbering")?.target
    let sheet = try relationships.first("styles").map { $0.target }
      .map { (name) throws(ReadingError) in try package.styleSheet(name) }
    let theme = relationships.first("theme")?.target
    var fonts: ThemeFonts?
    resolver = StyleResolver(sheet: sheet ?? StyleSheet()) {
      let known = fonts ?? theme.map { package.themeFonts($0) } ?? ThemeFonts()
      fonts = known
      return known
    }
  }

  /// List definitions, read when the first list item is met.
  func numbering() throws(ReadingError) -> Numbering {
    if let loadedNumbering { return loadedNumbering }
    var result = Numbering()
    if let numberingPart, let package { result = try package.numbering(numberingPart) }
    loadedNumbering = result
    return result
  }
}
