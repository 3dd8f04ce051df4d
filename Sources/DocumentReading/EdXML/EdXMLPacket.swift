import DocumentModel
import TextMatching
import XMLReading

/// An edXML packet: what document systems of state bodies send each other (QCVN 102:2016/BTTTT), or
/// its SOAP forerunner. A header about one paper, and the paper with its annexes as attached files.
///
/// Elements are told by their local names: senders disagree on prefixes.
public struct EdXMLPacket: Sendable {
  public struct Attachment: Sendable {
    /// As the packet names it; never empty, and no two are alike.
    public var name: String
    /// The file; nil when its Base64 is not well formed.
    public var bytes: [UInt8]?
  }
  public var header: TransportHeader
  public var attachments: [Attachment]

  /// Whether a file says it is a packet. Only its beginning is looked at.
  public static func isPacket(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first(where: { $0 > 0x20 && $0 < 0x80 }), first == UInt8(ascii: "<"),
      let start = Markup.start(of: bytes)
    else { return false }
    if case .edXML = XMLForm(start) { return true }
    return false
  }

  /// Reads the header and takes the attached files out; they are not looked at.
  /// - Throws: `ReadingError`, and nothing else.
  public init(
    parsing bytes: [UInt8], limits: ReadingLimits = .init()
  ) throws(ReadingError) {
    guard bytes.count <= limits.fileBytes else {
      throw .tooLarge(.fileBytes(limit: limits.fileBytes))
    }
    if Markup.start(of: bytes)?.documentType != nil { throw .externalEntity(part: nil) }
    let file = try XMLDocument.parsing(
      bytes, part: "edXML", limits: limits.xml,
      binary: .init(
        names: ["ContentTransferEncoded"], isKept: true, byteLimit: limits.inflatedBytesPerEntry))
    guard let message = EdXMLPacket.first("MessageHeader", in: file.root) else {
      throw .corrupt(part: "edXML", detail: "thiếu MessageHeader / MessageHeader missing")
    }
    header = TransportHeader(message)
    attachments = []
    var taken: Set<String> = []
    for element in EdXMLPacket.all("Attachment", in: file.root) {
      guard attachments.count < limits.entries else {
        throw .tooLarge(.entries(limit: limits.entries))
      }
      let content = element.firstChild("ContentTransferEncoded")
        .flatMap { file.binaryText(of: $0) }
      guard let content else { continue }
      let name = EdXMLPacket.name(of: element, ordinal: attachments.count + 1, taken: &taken)
      attachments.append(Attachment(name: name, bytes: Base64.bytes(content)))
    }
  }

  private static func name(
    of attachment: XMLNode, ordinal: Int, taken: inout Set<String>
  ) -> String {
    let given = attachment.value("AttachmentName") ?? ""
    // A name, not a path: nothing is written anywhere, but a report shows it.
    let last = given.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    let base = last.isEmpty ? "dinh-kem-\(ordinal)" : last
    guard !taken.insert(base).inserted else { return base }
    let other = "\(base) (\(ordinal))"
    taken.insert(other)
    return other
  }

  static func first(_ name: StaticString, in node: XMLNode) -> XMLNode? {
    for child in node.children {
      if child.isNamed(name) { return child }
      if let found = first(name, in: child) { return found }
    }
    return nil
  }

  private static func all(_ name: StaticString, in node: XMLNode) -> [XMLNode] {
    node.children.flatMap { $0.isNamed(name) ? [$0] : all(name, in: $0) }
  }
}

extension XMLNode {
  /// The text of the first child of this name, white space around it off; nil when there is none.
  fileprivate func value(_ name: StaticString) -> String? {
    guard let text = firstChild(name)?.text else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? nil : words
  }
}

extension TransportHeader {
  fileprivate init(_ message: XMLNode) {
    self.init()
    let code = message.firstChild("Code")
    number = code?.value("CodeNumber")
    // Some senders leave the stroke between number and notation on the notation.
    notation = code?.value("CodeNotation").map { $0.drop { $0 == "/" || $0 == " " } }
      .flatMap { $0.isEmpty ? nil : String($0) }
    let promulgation = message.firstChild("PromulgationInfo")
    place = promulgation?.value("Place")
    date = (promulgation?.value("PromulgationDate") ?? promulgation?.value("Date"))
      .flatMap(TransportHeader.day)
    subject = message.value("Subject")
    let sender = message.firstChild("From")
    issuer = sender?.value("OrganName")
    superior = sender?.value("OrganizationInCharge")
    typeName = message.firstChild("DocumentType")?.value("TypeName")
    signer = (message.firstChild("SignerInfo") ?? message.firstChild("Author"))?.value("FullName")
  }

  /// `2024/01/15`, as the standard has it; also with hyphens, and day first as some senders do.
  private static func day(_ text: String) -> String? {
    let date = text.split(whereSeparator: { $0 == " " || $0 == "T" }).first ?? ""
    let parts = date.split { $0 == "/" || $0 == "-" }.map { Int($0) }
    guard parts.count == 3, var year = parts[0], let month = parts[1], var day = parts[2] else {
      return nil
    }
    if day > 31 { swap(&year, &day) }
    guard (1000...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }
}

/// Base64 (RFC 4648, 4), white space between the letters let through.
enum Base64 {
  /// Nil when it is not well formed.
  static func bytes(_ text: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 * 3)
    var value: UInt32 = 0
    var count = 0
    var padding = 0
    for unit in text {
      switch unit {
      case 0x09, 0x0A, 0x0D, 0x20: continue
      case UInt8(ascii: "="):
        padding += 1
        continue
      default: break
      }
      guard padding == 0, let digit = digit(unit) else { return nil }
      value = value << 6 | digit
      count += 1
      if count == 4 {
        result += [
          UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
          UInt8(truncatingIfNeeded: value),
        ]
        value = 0
        count = 0
      }
    }
    guard padding <= 2, count != 1 else { return nil }
    if count == 2 { result.append(UInt8(truncatingIfNeeded: value >> 4)) }
    if count == 3 {
      result += [UInt8(truncatingIfNeeded: value >> 10), UInt8(truncatingIfNeeded: value >> 2)]
    }
    return result
  }

  private static func digit(_ unit: UInt8) -> UInt32? {
    switch unit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(unit) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(unit) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(unit) + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
