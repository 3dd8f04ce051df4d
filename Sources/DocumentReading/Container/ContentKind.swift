/// What a file's first bytes say it is.
enum ContentKind: Equatable {
  case empty
  case zip
  /// OLE compound file: old Office formats, and new ones under a password.
  case compoundFile
  case xml
  case html
  /// A web page and its pictures in one file, as some sites give out for ".doc".
  case webArchive
  case rtf
  case pdf
  case image(String)
  case archive(String)
  /// None of the above: text, if it decodes.
  case other

  private static let signatures: [(bytes: [UInt8], kind: ContentKind)] = [
    (Array("PK\u{3}\u{4}".utf8), .zip),
    (Array("PK\u{5}\u{6}".utf8), .zip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compoundFile),
    (Array("{\\rtf".utf8), .rtf),
    (Array("%PDF-".utf8), .pdf),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image("PNG")),
    ([0xFF, 0xD8, 0xFF], .image("JPEG")),
    (Array("GIF8".utf8), .image("GIF")),
    ([0x49, 0x49, 0x2A, 0x00], .image("TIFF")),
    ([0x4D, 0x4D, 0x00, 0x2A], .image("TIFF")),
    ([0x1F, 0x8B, 0x08], .archive("GZIP")),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive("7z")),
    (Array("Rar!\u{1A}\u{7}".utf8), .archive("RAR")),
  ]

  init(of bytes: [UInt8]) {
    guard !bytes.isEmpty else {
      self = .empty
      return
    }
    if let known = ContentKind.signatures.first(where: { bytes.starts(with: $0.bytes) }) {
      self = known.kind
    } else if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      self = .image("WebP")
    } else if bytes.starts(with: "BM".utf8), bytes.count > 14, bytes[6..<10].allSatisfy({ $0 == 0 })
    {
      self = .image("BMP")
    } else if WebArchive.isOne(bytes) {
      self = .webArchive
    } else {
      self = ContentKind(markup: bytes)
    }
  }

  /// Markup or anything else. Only the prolog is looked at; nothing is parsed.
  private init(markup bytes: [UInt8]) {
    guard let start = Markup.start(of: bytes) else {
      self = .other
      return
    }
    if start.isHTML {
      self = .html
    } else if start.isXML || start.isClosed(atEndOf: bytes) {
      self = .xml
    } else {
      self = .other
    }
  }
}

/// The start of a markup file: its prolog and the name of its root element, read without a parser.
struct Markup {
  private(set) var hasDeclaration = false
  /// The word after `<!DOCTYPE`, lower case.
  private(set) var documentType: String?
  /// Name of the first element, as written.
  private(set) var root: String?
  /// The first element's tag, attributes included, up to a limit.
  private(set) var rootTag = ""

  var isHTML: Bool {
    if let documentType { return documentType == "html" }
    guard let name = root?.lowercased() else { return false }
    // A piece of a page has no root; the others may be elements of any XML.
    return ["html", "head", "body", "table", "div", "meta"].contains(name)
      || !isXML && Markup.pieces.contains(name)
  }

  /// What a piece cut out of a page may begin with.
  private static let pieces: Set<String> = [
    "p", "span", "h1", "h2", "h3", "h4", "h5", "h6", "center", "font", "ul", "ol", "section",
    "article", "main", "style", "title", "pre", "blockquote",
  ]

  /// A lone `<` may start ordinary text; a declaration, a document type or a namespace may not.
  var isXML: Bool { hasDeclaration || documentType != nil || rootTag.contains("xmlns") }

  /// The file ends with the end tag of its root.
  func isClosed(atEndOf bytes: [UInt8]) -> Bool {
    guard let root else { return false }
    let end = bytes.suffix(root.utf8.count + 64).filter { $0 > 0x20 }
    return end.reversed().starts(with: "</\(root)>".utf8.reversed())
  }

  /// How far the prolog is looked at.
  private static let window = 16_384

  /// Nil when the first character is not `<`. UTF-16 is reduced to its ASCII.
  static func start(of bytes: [UInt8]) -> Markup? {
    var text = Array(bytes.prefix(window))
    if text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF])
      || (text.count > 1 && (text[0] == 0) != (text[1] == 0))
    {
      text.removeAll { $0 == 0 || $0 >= 0xFE }
    } else if text.starts(with: [0xEF, 0xBB, 0xBF]) {
      text.removeFirst(3)
    }
    var scanner = MarkupScanner(text: text)
    scanner.skipSpace()
    guard scanner.isAt("<") else { return nil }
    var result = Markup()
    while true {
      scanner.skipSpace()
      if scanner.isAt("<?xml") { result.hasDeclaration = true }
      if scanner.isAt("<?") {
        scanner.skip(past: "?>")
      } else if scanner.isAt("<!--") {
        scanner.skip(past: "-->")
      } else if scanner.isAt("<!DOCTYPE") || scanner.isAt("<!doctype") {
        scanner.skip(count: 9)
        scanner.skipSpace()
        result.documentType = scanner.name().lowercased()
        return result
      } else if scanner.isAt("<") {
        scanner.skip(count: 1)
        result.rootTag = scanner.tag()
        let name = result.rootTag.prefix { !$0.isWhitespace && $0 != "/" && $0 != ">" }
        result.root = name.isEmpty ? nil : String(name)
        return result
      } else {
        return result
      }
    }
  }
}

private struct MarkupScanner {
  let text: [UInt8]
  private var position = 0

  init(text: [UInt8]) { self.text = text }

  func isAt(_ token: StaticString) -> Bool {
    token.withUTF8Buffer { text[position...].starts(with: $0) }
  }

  mutating func skip(count: Int) { position = min(position + count, text.count) }

  mutating func skipSpace() {
    while position < text.count, [0x20, 0x09, 0x0A, 0x0D].contains(text[position]) { position += 1 }
  }

  mutating func skip(past token: StaticString) {
    while position < text.count, !isAt(token) { position += 1 }
    skip(count: token.utf8CodeUnitCount)
  }

  mutating func name() -> String {
    let start = position
    while position < text.count, text[position] > 0x20, text[position] != 0x3E { position += 1 }
    return String(decoding: text[start..<position], as: UTF8.self)
  }

  mutating func tag() -> String {
    let start = position
    while position < text.count, text[position] != 0x3E { position += 1 }
    return String(decoding: text[start..<position], as: UTF8.self)
  }
}
