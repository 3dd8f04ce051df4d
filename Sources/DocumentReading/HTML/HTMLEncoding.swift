import DocumentModel

/// Bytes of a page as UTF-8: by its byte-order mark, else by what the bytes are, else by what the
/// page declares.
enum HTMLEncoding {
  /// - Parameter charset: what the message around the page says, in small letters.
  static func text(
    of bytes: [UInt8], charset: String? = nil
  ) throws(ReadingError) -> (utf8: [UInt8], encoding: LegacyEncoding?) {
    let decoded = try TextDecoding.text(of: bytes, declared: charset ?? declared(in: bytes))
    var text = SourcedText()
    text.append(decoded.scalars, unit: 0)
    return (Array(text.string.utf8), decoded.encoding)
  }

  /// The `charset` near the start of the page, in small letters.
  private static func declared(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    guard let range = head.firstRange(of: "charset=") else { return nil }
    let rest = head[range.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
    return String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
  }
}
