import XMLReading

extension XMLDocument {
  /// Parses one part of a document, its failures in a reader's words.
  static func parsing(
    _ bytes: [UInt8], part: String, depthLimit: Int, binary: BinaryElements? = nil
  ) throws(ReadingError) -> XMLDocument {
    do {
      guard let binary else { return try XMLDocument(parsing: bytes, depthLimit: depthLimit) }
      return try XMLDocument(parsing: bytes, depthLimit: depthLimit, binary: binary)
    } catch let error as XMLError {
      throw ReadingError(error, part: part)
    } catch {
      throw .corrupt(part: part, detail: "XML")
    }
  }
}
