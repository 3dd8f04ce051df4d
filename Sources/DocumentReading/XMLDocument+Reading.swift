import XMLReading

extension XMLDocument {
  /// Parses one part of a document, its failures in a reader's words; what its tree takes is counted
  /// against the budget.
  static func parsing(
    _ bytes: [UInt8], part: String, budget: ReadingBudget, binary: BinaryElements? = nil
  ) throws(ReadingError) -> XMLDocument {
    let document = try parsing(bytes, part: part, limits: budget.xml, binary: binary)
    budget.spend(xmlNodes: document.nodeCount)
    return document
  }

  /// The same for a part that is looked at alone.
  static func parsing(
    _ bytes: [UInt8], part: String, limits: XMLLimits, binary: BinaryElements? = nil
  ) throws(ReadingError) -> XMLDocument {
    do {
      // Word marks each paragraph, run and row with the sessions that wrote it (`w:rsidR`).
      return try XMLDocument(parsing: bytes, limits: limits, leavingOut: "rsid", binary: binary)
    } catch let error as XMLError {
      throw ReadingError(error, part: part)
    } catch {
      throw .corrupt(part: part, detail: "XML")
    }
  }
}
