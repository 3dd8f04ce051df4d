import DocumentModel
import XMLReading

/// Reads an HTML page: saved from Word or LibreOffice, or from a law portal.
enum HTMLReader {
  /// A page saved with its pictures in one file (MHTML).
  static func read(
    webArchive bytes: [UInt8], budget: ReadingBudget
  ) throws(ReadingError) -> SourceDocument {
    let archive = try WebArchive(bytes)
    return try read(archive.page, charset: archive.charset, budget: budget)
  }

  /// - Parameter charset: what is said of the page elsewhere, in small letters.
  static func read(
    _ bytes: [UInt8], charset: String? = nil, budget: ReadingBudget
  ) throws(ReadingError) -> SourceDocument {
    try budget.hold(textBytes: bytes.count)
    let decoded = try HTMLEncoding.text(of: bytes, charset: charset)
    let page = try parse(withoutConditions(decoded.utf8), limits: budget.xml)
    let main = PartBuilder(name: "html", role: .body, budget: budget)
    let story = HTMLStory(main)
    try story.read(content(of: page.root))
    guard main.hasText else { throw .empty }
    var document = SourceDocument(format: .html, parts: [])
    document.revisions.insertions = story.insertions
    document.revisions.deletions = story.deletions
    func add(_ part: PartBuilder) {
      if part.denormalised > 0, decoded.encoding == nil {
        document.remarks.append(
          .notNormalised(part: document.parts.count, count: part.denormalised))
      }
      document.parts.append(part.part)
    }
    add(main)
    for role in [
      DocumentPart.Role.header, .footer, .footnotes, .endnotes, .comments,
    ] {
      let nodes = story.asides.filter { $0.role == role }.map(\.node)
      guard !nodes.isEmpty else { continue }
      let part = PartBuilder(name: "html", role: role, budget: budget)
      for node in nodes { try HTMLStory(part).read(node) }
      if role == .comments { document.revisions.comments = nodes.count }
      if part.hasText { add(part) }
    }
    if let encoding = decoded.encoding { document.markConverted(from: encoding) }
    return document
  }

  /// Word's conditional sections (`<![if …]>` … `<![endif]>`) without their marks, which libxml2
  /// takes for text. Those inside comments are left: there the mark also ends the comment.
  private static func withoutConditions(_ text: [UInt8]) -> [UInt8] {
    func stands(_ token: StaticString, at index: Int) -> Bool {
      token.withUTF8Buffer { text[index...].starts(with: $0) }
    }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while let start = text[index...].firstIndex(of: UInt8(ascii: "<")) {
      result += text[index..<start]
      index = start
      if stands("<!--", at: start) {
        var end = start + 4
        while end < text.count, !stands("-->", at: end) { end += 1 }
        index = min(end + 3, text.count)
      } else if stands("<![if", at: start) || stands("<![endif", at: start) {
        let end = text[start...].firstIndex(of: UInt8(ascii: ">"))
        index = end.map { $0 + 1 } ?? text.count
      } else {
        result.append(text[start])
        index = start + 1
      }
    }
    return result + text[index...]
  }

  private static func parse(
    _ text: [UInt8], limits: XMLLimits
  ) throws(ReadingError) -> HTMLDocument {
    do {
      return try HTMLDocument(parsing: text, limits: limits)
    } catch let error as XMLError {
      throw ReadingError(error, part: "html")
    } catch {
      throw .corrupt(part: "html", detail: "HTML")
    }
  }

  /// The one `main` of a page, else all of it.
  private static func content(of root: XMLNode) -> XMLNode {
    var found: [XMLNode] = []
    func search(_ node: XMLNode) {
      for child in node.children {
        if child.name.lowercased() == "main" { found.append(child) } else { search(child) }
      }
    }
    search(root)
    return found.count == 1 ? found[0] : root
  }
}
