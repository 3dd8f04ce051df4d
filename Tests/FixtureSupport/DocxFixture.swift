/// A DOCX built from snippets of WordprocessingML that a reviewer can read.
///
/// The prefixes `w`, `r`, `mc`, `wp`, `wps`, `v`, `m` and `xx` (a namespace no reader knows) are
/// declared on the root of every part.
public struct DocxFixture {
  public var body: String
  /// Content of `w:styles`, `w:numbering`, `w:footnotes` …, without the root element.
  public var styles: String?
  public var numbering: String?
  public var footnotes: String?
  public var endnotes: String?
  public var comments: String?
  /// Header and footer of every page, unless the body says otherwise by references of its own to
  /// the relationships `header1` and `footer1`.
  public var header: String?
  public var footer: String?
  public var settings: String?
  /// More parts that the main part is related to; the relationship is called as the part is, without
  /// the ending. Without a root element the content is the whole part.
  public var relatedParts: [(type: String, name: String, root: String?, content: String)] = []
  /// More relationships of the package itself, each with the whole URI of its type.
  public var packageRelationships: [(type: String, target: String)] = []
  /// A whole theme part.
  public var theme: String?
  /// Folder and name of the main part, to show that it is found through its relationship.
  public var mainPart = "word/document.xml"
  /// Conformance class: the strict namespaces instead of the transitional ones.
  public var isStrict = false
  /// Whole entries added at the end.
  public var extraEntries: [ZipWriter.Entry] = []
  /// Other bytes for entries, by name, where a part is no text.
  public var replacedEntries: [String: [UInt8]] = [:]
  /// Put before the root element of the main part.
  public var prolog = ""
  /// Entries are deflated rather than stored.
  public var isDeflated = true

  public init(_ body: String) { self.body = body }

  /// One plain `w:p` a text.
  public init(paragraphs: [String]) {
    body = paragraphs.map(DocxFixture.paragraph).joined()
  }

  /// Text as the plain-text reader takes it; see `ReadablePaper`.
  public init(text: String) { body = ReadablePaper(text).wordprocessing }

  /// With the list of content types, which other programs than ours insist on.
  public var complete: DocxFixture {
    var copy = self
    copy.extraEntries.append(
      .init(
        "[Content_Types].xml",
        text: """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
          <Default Extension="rels" \
          ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
          <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-\
          officedocument.wordprocessingml.document.main+xml"/></Types>
          """))
    return copy
  }

  /// The same parts as one XML file (Flat OPC); parts that are no XML become Base64.
  public var flatBytes: [UInt8] {
    let parts = entries.map { entry in
      let text = String(decoding: entry.content, as: UTF8.self)
      let isXML = entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels")
      let data =
        isXML
        ? "<pkg:xmlData>\(text)</pkg:xmlData>"
        : "<pkg:binaryData>\(Base64.text(entry.content))</pkg:binaryData>"
      return "<pkg:part pkg:name=\"/\(entry.name)\">\(data)</pkg:part>"
    }
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <?mso-application progid="Word.Document"?>
      <pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">\
      \(parts.joined())</pkg:package>
      """.utf8)
  }

  public static func paragraph(_ text: String) -> String {
    "<w:p><w:r>\(run(text))</w:r></w:p>"
  }

  static func run(_ text: String) -> String {
    "<w:t xml:space=\"preserve\">\(escape(text))</w:t>"
  }

  public static func escape(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }

  public var bytes: [UInt8] { ZipWriter.archive(entries) }

  public var entries: [ZipWriter.Entry] {
    var parts: [(type: String, name: String, root: String?, content: String?)] = [
      ("styles", "styles.xml", "styles", styles),
      ("numbering", "numbering.xml", "numbering", numbering),
      ("footnotes", "footnotes.xml", "footnotes", footnotes),
      ("endnotes", "endnotes.xml", "endnotes", endnotes),
      ("comments", "comments.xml", "comments", comments),
      ("header", "header1.xml", "hdr", header),
      ("footer", "footer1.xml", "ftr", footer),
      ("settings", "settings.xml", "settings", settings),
    ]
    for part in relatedParts { parts.append((part.type, part.name, part.root, part.content)) }
    let folder = mainPart.split(separator: "/").dropLast().joined(separator: "/")
    let mainName = mainPart.split(separator: "/").last.map(String.init) ?? mainPart
    var entries = [
      entry(
        "_rels/.rels", relationships([("officeDocument", "/" + mainPart)] + packageRelationships)),
      entry(mainPart, prolog + part("document", "<w:body>\(body)\(lastSection)</w:body>")),
    ]
    var targets: [(String, String)] = []
    for (type, name, root, content) in parts {
      guard let content else { continue }
      targets.append((type, name))
      entries.append(entry("\(folder)/\(name)", root.map { part($0, content) } ?? content))
    }
    if let theme {
      targets.append(("theme", "theme/theme1.xml"))
      entries.append(entry("\(folder)/theme/theme1.xml", theme))
    }
    entries.append(entry("\(folder)/_rels/\(mainName).rels", relationships(targets)))
    return entries + extraEntries
  }

  /// Properties of the last section, where the body leaves it to the fixture.
  private var lastSection: String {
    guard header != nil || footer != nil, !body.contains("rReference ") else { return "" }
    func reference(_ kind: String, _ content: String?) -> String {
      content == nil ? "" : "<w:\(kind)Reference w:type=\"default\" r:id=\"\(kind)1\"/>"
    }
    return "<w:sectPr>\(reference("header", header))\(reference("footer", footer))</w:sectPr>"
  }

  private func entry(_ name: String, _ text: String) -> ZipWriter.Entry {
    ZipWriter.Entry(
      name, replacedEntries[name] ?? Array(text.utf8), isDeflated: isDeflated)
  }

  private func part(_ root: String, _ content: String) -> String {
    let word =
      isStrict
      ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
      : "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006"
    let drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    return """
      <w:\(root) xmlns:w="\(word)" xmlns:r="\(office)/relationships" xmlns:m="\(office)/math" \
      xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
      xmlns:wp="\(drawing)" xmlns:v="urn:schemas-microsoft-com:vml" \
      xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
      xmlns:xx="urn:example:unknown">\(content)</w:\(root)>
      """
  }

  private func relationships(_ targets: [(type: String, target: String)]) -> String {
    let base =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let list = targets.map { item in
      let file = item.target.split(separator: "/").last ?? ""
      let id = file.split(separator: ".").first ?? ""
      let type = item.type.contains("://") ? item.type : "\(base)/\(item.type)"
      return "<Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"\(item.target)\"/>"
    }
    return """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      \(list.joined())</Relationships>
      """
  }
}

extension ReadablePaper {
  /// Content of `w:body`.
  public var wordprocessing: String {
    markup(
      paragraph: { paragraph in
        let properties = paragraph.isCentred ? "<w:pPr><w:jc w:val=\"center\"/></w:pPr>" : ""
        let runs = paragraph.runs.map { run in
          let properties = (run.isBold ? "<w:b/>" : "") + (run.isItalic ? "<w:i/>" : "")
          return "<w:r><w:rPr>\(properties)</w:rPr>\(DocxFixture.run(run.text))</w:r>"
        }
        return "<w:p>\(properties)\(runs.joined())</w:p>"
      },
      table: { rows, columns in
        let grid = String(repeating: "<w:gridCol/>", count: columns)
        return "<w:tbl><w:tblGrid>\(grid)</w:tblGrid>\(rows.joined())</w:tbl>"
      },
      row: { "<w:tr>\($0.joined())</w:tr>" },
      cell: { content, span in
        span > 1
          ? "<w:tc><w:tcPr><w:gridSpan w:val=\"\(span)\"/></w:tcPr>\(content)</w:tc>"
          : "<w:tc>\(content)</w:tc>"
      })
  }
}
