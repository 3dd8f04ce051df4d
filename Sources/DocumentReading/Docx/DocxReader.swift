import DocumentModel
import TextMatching
import XMLReading

/// Reads a DOCX package, zipped or flat: finds the parts through their relationships, reads those
/// that bear text and what their text needs, and leaves the others alone.
enum DocxReader {
  static func read(
    _ parts: some PackageParts, format: DocumentFormat = .docx, isNested: Bool = false,
    budget: ReadingBudget
  ) throws(ReadingError) -> SourceDocument {
    let package = DocxPackage(parts, budget: budget)
    let packageRelationships = try package.relationships(of: "")
    guard let main = packageRelationships.first("officeDocument") else {
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
    func add(_ story: StoryReader, sections: [Int] = []) {
      let part = document.parts.count
      document.parts.append(story.part)
      document.parts[part].sections = sections
      if story.denormalised > 0 {
        document.remarks.append(.notNormalised(part: part, count: story.denormalised))
      }
    }
    let bodyStory = StoryReader(
      styling, name: main.target, role: .body, tags: tags, budget: budget)
    bodyStory.chunks = chunks(package, relationships, isNested: isNested, budget)
    try bodyStory.read(body.root)
    document.revisions.add(bodyStory)
    add(bodyStory)
    let margins = withExtendedLifetime(body) {
      HeadersAndFooters(bodyStory.sections, tags: tags) {
        package.tellsEvenPages(relationships.first("settings")?.target)
      }
    }
    for (target, role) in secondaryParts(relationships, order: parts) {
      let content = try package.document(target)
      let tags = WordTagTable()
      let story = StoryReader(
        styling, name: target, role: role, tags: tags, budget: budget)
      try story.read(content.root)
      if role == .comments {
        document.revisions.comments = content.root.children.count { tags.tag($0) == .comment }
      }
      document.revisions.add(story)
      // Word keeps a footnote part with nothing but its separator lines.
      guard story.part.blocks.contains(where: { !$0.text.isEmpty }) else { continue }
      guard role == .header || role == .footer else {
        add(story)
        continue
      }
      // One that stands on no page is not part of the paper.
      let sections = relationships.all.filter { $0.target.lowercased() == target.lowercased() }
        .flatMap { margins.sections[$0.id] ?? [] }
      if !sections.isEmpty { add(story, sections: Set(sections).sorted()) }
    }
    if relationships.first("vbaProject") != nil || holdsMacros(parts) {
      document.remarks.append(.macros)
    }
    if PackageSignature.exists(in: parts, packageRelationships) { document.remarks.append(.signed) }
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

  private static func holdsMacros(_ parts: some PackageParts) -> Bool {
    parts.names.contains { $0.lowercased().hasSuffix("vbaproject.bin") }
  }

  /// What reads a chunk of the main part by its relationship.
  private static func chunks(
    _ package: DocxPackage, _ relationships: Relationships, isNested: Bool, _ budget: ReadingBudget
  ) -> (String) throws(ReadingError) -> SourceDocument? {
    { (id) throws(ReadingError) in
      guard
        let part = relationships.all("aFChunk").first(where: { $0.id == id })?.target,
        let bytes = try package.bytes(part)
      else { return nil }
      return try DocxChunks.read(bytes, part: part, isNested: isNested, budget: budget)
    }
  }

  /// The main part again, with the way from each block to the elements that bear its text.
  static func elements(
    of archive: ZipArchive, budget: ReadingBudget
  ) throws(ReadingError) -> TextElements {
    let package = DocxPackage(archive, budget: budget)
    let packageRelationships = try package.relationships(of: "")
    guard let main = packageRelationships.first("officeDocument") else {
      throw PackageKind.refusal(of: archive, mainPart: nil)
    }
    let xml = try package.document(main.target)
    let relationships = try package.relationships(of: main.target)
    let styling = try DocxStyling(package, relationships)
    let story = StoryReader(
      styling, name: main.target, role: .body, tags: WordTagTable(), budget: budget,
      keepsElements: true)
    story.chunks = chunks(package, relationships, isNested: false, budget)
    try story.read(xml.root)
    return TextElements(
      xml: xml, part: main.target, blocks: story.elements ?? [],
      isSigned: PackageSignature.exists(in: archive, packageRelationships))
  }

  /// The elements of the main part that bear text, by block and unit.
  struct TextElements {
    var xml: XMLDocument
    var part: String
    var blocks: [[StoryReader.TextBearer]]
    var isSigned: Bool
  }
}

extension RevisionSummary {
  fileprivate mutating func add(_ story: StoryReader) {
    insertions += story.insertions
    deletions += story.deletions
    formatChanges += story.formatChanges
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

  /// `w:evenAndOddHeaders` of the settings; those that cannot be read say nothing.
  func tellsEvenPages(_ settings: String?) -> Bool {
    guard let settings, let file = try? document(settings) else { return false }
    return withExtendedLifetime(file) {
      guard let setting = file.root.firstChild("evenAndOddHeaders") else { return false }
      return OnOff.value(setting.attribute("val"))
    }
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
