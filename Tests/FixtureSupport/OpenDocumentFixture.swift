/// An OpenDocument text built from snippets that a reviewer can read. The prefixes of the standard
/// are declared on every root.
public struct OpenDocumentFixture {
  /// Content of `office:text`.
  public var body: String
  /// Content of `office:automatic-styles` of the content.
  public var automaticStyles = ""
  /// Content of `office:styles`.
  public var styles = ""
  /// Content of `office:master-styles`.
  public var masterStyles = ""
  public var mediaType = "application/vnd.oasis.opendocument.text"
  /// Put before the root element of the content.
  public var prolog = ""
  /// Whole entries added at the end.
  public var extraEntries: [ZipWriter.Entry] = []

  public init(_ body: String) { self.body = body }

  /// Text as the plain-text reader takes it; see `ReadablePaper`.
  public init(text: String) {
    body = ReadablePaper(text).openDocument
    automaticStyles = """
      <style:style style:name="C" style:family="paragraph">\
      <style:paragraph-properties fo:text-align="center"/></style:style>\
      <style:style style:name="B" style:family="text">\
      <style:text-properties fo:font-weight="bold"/></style:style>\
      <style:style style:name="I" style:family="text">\
      <style:text-properties fo:font-style="italic"/></style:style>\
      <style:style style:name="BI" style:family="text">\
      <style:text-properties fo:font-weight="bold" fo:font-style="italic"/></style:style>
      """
  }

  private static let namespaces: String = {
    let base = "urn:oasis:names:tc:opendocument:xmlns"
    let modules = ["office", "style", "text", "table"].map { "xmlns:\($0)=\"\(base):\($0):1.0\"" }
    return
      (modules + [
        "xmlns:draw=\"\(base):drawing:1.0\"", "xmlns:fo=\"\(base):xsl-fo-compatible:1.0\"",
        "xmlns:svg=\"\(base):svg-compatible:1.0\"", "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"",
        "xmlns:xlink=\"http://www.w3.org/1999/xlink\"",
      ]).joined(separator: " ")
  }()

  /// The package (.odt).
  public var bytes: [UInt8] { ZipWriter.archive(entries) }

  public var entries: [ZipWriter.Entry] {
    [
      .init("mimetype", text: mediaType),
      .init(
        "content.xml",
        text: prolog
          + root(
            "document-content",
            "<office:automatic-styles>\(automaticStyles)</office:automatic-styles>\(content)")),
      .init(
        "styles.xml",
        text: root(
          "document-styles",
          "<office:styles>\(styles)</office:styles><office:master-styles>\(masterStyles)</office:master-styles>"
        )),
    ] + extraEntries
  }

  /// One XML file (.fodt).
  public var flatBytes: [UInt8] {
    Array(
      ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + prolog
        + root(
          "document",
          """
          <office:styles>\(styles)</office:styles>\
          <office:automatic-styles>\(automaticStyles)</office:automatic-styles>\
          <office:master-styles>\(masterStyles)</office:master-styles>\(content)
          """, attributes: " office:mimetype=\"\(mediaType)\"")).utf8)
  }

  private var content: String {
    "<office:body><office:text>\(body)</office:text></office:body>"
  }

  private func root(_ name: String, _ content: String, attributes: String = "") -> String {
    """
    <office:\(name) \(OpenDocumentFixture.namespaces) office:version="1.3"\(attributes)>\
    \(content)</office:\(name)>
    """
  }
}

extension ReadablePaper {
  /// Content of `office:text`; the styles are C (centred), B, I and BI.
  public var openDocument: String {
    markup(
      paragraph: { paragraph in
        let style = paragraph.isCentred ? " text:style-name=\"C\"" : ""
        let runs = paragraph.runs.map { run in
          let style = (run.isBold ? "B" : "") + (run.isItalic ? "I" : "")
          let text = OpenDocumentFixture.spaced(DocxFixture.escape(run.text))
          return style.isEmpty
            ? text : "<text:span text:style-name=\"\(style)\">\(text)</text:span>"
        }
        return "<text:p\(style)>\(runs.joined())</text:p>"
      },
      table: { rows, columns in
        """
        <table:table><table:table-column table:number-columns-repeated="\(columns)"/>\
        \(rows.joined())</table:table>
        """
      },
      row: { "<table:table-row>\($0.joined())</table:table-row>" },
      cell: { content, span in
        let covered = String(repeating: "<table:covered-table-cell/>", count: span - 1)
        let spanned = span > 1 ? " table:number-columns-spanned=\"\(span)\"" : ""
        return "<table:table-cell\(spanned)>\(content)</table:table-cell>\(covered)"
      })
  }
}

extension OpenDocumentFixture {
  /// White space as the form wants it: a second space and any tab are elements.
  static func spaced(_ text: String) -> String {
    var result = ""
    var isAfterSpace = true
    for character in text {
      if character == "\t" {
        result += "<text:tab/>"
      } else if character == " ", isAfterSpace {
        result += "<text:s/>"
      } else {
        result.append(character)
      }
      isAfterSpace = character == " "
    }
    return result
  }
}
