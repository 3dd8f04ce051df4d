/// A web page saved as one file (MHTML, RFC 2557), as Word and browsers write it: a MIME message
/// whose parts are the page and its pictures. Only the page is looked at.
struct WebArchive {
  /// The page, its transfer encoding undone.
  let page: [UInt8]
  /// The `charset` of its part, in small letters.
  let charset: String?

  /// Whether the bytes begin with the header of such a message: `MIME-Version` and `Content-Type`
  /// among lines of the form `Name: value`.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    let head = Entity(bytes.prefix(4096))
    return head.headers["mime-version"] != nil && head.headers["content-type"] != nil
  }

  /// - Throws: `ReadingError` when there is no page in it.
  init(_ bytes: [UInt8]) throws(ReadingError) {
    guard let entity = WebArchive.page(in: Entity(bytes[...]), depth: 0) else { throw .noPage }
    guard let page = entity.decoded else {
      throw .corrupt(part: "html", detail: "Content-Transfer-Encoding")
    }
    self.page = page
    charset = Entity.parameter("charset", of: entity.headers["content-type"] ?? "")?.lowercased()
  }

  /// The first part that is a page, in the order of the file.
  private static func page(in entity: Entity, depth: Int) -> Entity? {
    let type = entity.headers["content-type"]?.lowercased() ?? ""
    if type.hasPrefix("text/html") || type.hasPrefix("application/xhtml") { return entity }
    guard type.hasPrefix("multipart/"), depth < 4,
      let boundary = Entity.parameter("boundary", of: entity.headers["content-type"] ?? ""),
      !boundary.isEmpty
    else { return nil }
    return entity.parts(boundary: Array(boundary.utf8)).lazy
      .compactMap { page(in: Entity($0), depth: depth + 1) }.first
  }

  /// Headers and body (RFC 5322, 2.2; RFC 2045).
  private struct Entity {
    /// Names in small letters.
    var headers: [String: String] = [:]
    var body: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
      var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
      while let first = rest.first, first == 0x0A || first == 0x0D { rest = rest.dropFirst() }
      var name: String?
      while !rest.isEmpty {
        let line = Entity.line(from: &rest)
        if line.isEmpty { break }
        let text = String(decoding: line.prefix(1000), as: UTF8.self)
        if let first = text.first, first == " " || first == "\t" {
          // A header that goes on.
          if let name { headers[name, default: ""] += " " + text.drop { $0.isWhitespace } }
        } else if let colon = text.firstIndex(of: ":"),
          text[..<colon].utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        {
          let known = text[..<colon].lowercased()
          name = headers[known] == nil ? known : nil
          if name != nil {
            headers[known] = String(text[text.index(after: colon)...].drop { $0.isWhitespace })
          }
        } else {
          headers = [:]
          break
        }
      }
      body = rest
    }

    /// Takes a line off, without its end.
    private static func line(from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
      let end = rest.firstIndex(of: 0x0A)
      var line = rest[..<(end ?? rest.endIndex)]
      rest = end.map { rest[($0 + 1)...] } ?? rest[rest.endIndex...]
      if line.last == 0x0D { line = line.dropLast() }
      return line
    }

    static func parameter(_ name: String, of header: String) -> String? {
      for piece in header.split(separator: ";").dropFirst() {
        guard let equals = piece.firstIndex(of: "=") else { continue }
        let key = piece[..<equals].filter { !$0.isWhitespace }.lowercased()
        guard key == name else { continue }
        let value = piece[piece.index(after: equals)...].drop { $0.isWhitespace }
        if value.first == "\"" { return String(value.dropFirst().prefix { $0 != "\"" }) }
        return String(value.prefix { !$0.isWhitespace })
      }
      return nil
    }

    /// What stands between lines `--boundary`.
    func parts(boundary: [UInt8]) -> [ArraySlice<UInt8>] {
      let mark = Array("--".utf8) + boundary
      var result: [ArraySlice<UInt8>] = []
      var start: Int?
      var rest = body
      while !rest.isEmpty {
        let place = rest.startIndex
        let line = Entity.line(from: &rest)
        guard line.starts(with: mark) else { continue }
        if let start { result.append(body[start..<place]) }
        start = rest.startIndex
        if line.dropFirst(mark.count).starts(with: "--".utf8) { return result }
      }
      if let start { result.append(body[start...]) }
      return result
    }

    /// The body without its transfer encoding; nil when that is damaged or unknown.
    var decoded: [UInt8]? {
      let encoding = headers["content-transfer-encoding"]?.lowercased() ?? ""
      switch encoding.prefix(while: { !$0.isWhitespace && $0 != ";" }) {
      case "", "7bit", "8bit", "binary": return Array(body)
      case "base64": return Base64.bytes(Array(body))
      case "quoted-printable": return quotedPrintable
      default: return nil
      }
    }

    /// RFC 2045, 6.7; an escape that is none stands for itself.
    private var quotedPrintable: [UInt8] {
      var result: [UInt8] = []
      result.reserveCapacity(body.count)
      var rest = body
      while let unit = rest.popFirst() {
        guard unit == UInt8(ascii: "=") else {
          result.append(unit)
          continue
        }
        let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        if digits.count == 2 {
          result.append(UInt8(digits[0] << 4 | digits[1]))
          rest = rest.dropFirst(2)
        } else if let end = rest.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }),
          rest[end] == 0x0A || rest[end...].starts(with: [0x0D, 0x0A])
        {
          rest = rest[(end + (rest[end] == 0x0A ? 1 : 2))...]
        } else {
          result.append(unit)
        }
      }
      return result
    }
  }
}
