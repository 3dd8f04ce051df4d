import CLibXML2

/// A parsed HTML page (libxml2 tree). It never leaves the task that made it.
///
/// Nothing outside the bytes is ever read; scripts are text like any other. Pages are seldom well
/// formed, and the parser mends them as browsers do.
public final class HTMLDocument {
  private let pointer: htmlDocPtr
  public let root: XMLNode

  /// Parses a page.
  /// - Parameter text: UTF-8, whatever the page itself declares.
  /// - Throws: `XMLError`.
  public init(parsing text: [UInt8], limits: XMLLimits = .init()) throws {
    let (document, root) = try text.withUnsafeBufferPointer {
      HTMLDocument.parse($0, limits: limits)
    }.get()
    pointer = document
    self.root = XMLNode(pointer: root)
  }

  deinit { xmlFreeDoc(pointer) }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, limits: XMLLimits
  ) -> Result<(htmlDocPtr, xmlNodePtr), XMLError> {
    XMLDocument.initialiseLibrary()
    guard let base = bytes.baseAddress, bytes.count > 0, bytes.count <= Int(Int32.max),
      let context = htmlNewParserCtxt()
    else { return .failure(XMLError(reason: .empty, line: 0)) }
    defer { htmlFreeParserCtxt(context) }
    guard !TagScan.hasWideElement(html: bytes, limit: limits.attributes) else {
      return .failure(XMLError(reason: .tooWide(limit: limits.attributes), line: 0))
    }
    let state = TreeGuard(limits: limits)
    state.watch(context)
    context.pointee.sax.pointee.startElement = { raw, name, attributes in
      guard let raw else { return }
      let context = raw.assumingMemoryBound(to: xmlParserCtxt.self)
      let state = TreeGuard.of(raw)
      guard Int(context.pointee.nodeNr) < state.limits.depth else {
        return state.refuse(raw, .tooDeep(limit: state.limits.depth))
      }
      // Names and values, up to a null pointer.
      var count = 0
      while let attributes, attributes[count] != nil { count += 2 }
      guard state.letsThrough(nodes: 1 + count, raw) else { return }
      xmlSAX2StartElement(raw, name, attributes)
    }
    let text: charactersSAXFunc = { raw, start, count in
      guard let raw, TreeGuard.of(raw).letsThrough(nodes: 1, raw) else { return }
      xmlSAX2Characters(raw, start, count)
    }
    context.pointee.sax.pointee.characters = text
    // Scripts and style sheets.
    context.pointee.sax.pointee.cdataBlock = { raw, start, count in
      guard let raw, TreeGuard.of(raw).letsThrough(nodes: 1, raw) else { return }
      xmlSAX2CDataBlock(raw, start, count)
    }
    context.pointee.sax.pointee.comment = nil
    context.pointee.sax.pointee.processingInstruction = nil
    let options =
      HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_COMPACT.rawValue
    let raw = UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
    let document = htmlCtxtReadMemory(
      context, raw, Int32(bytes.count), nil, "UTF-8", Int32(options))
    return withExtendedLifetime(state) {
      if let refusal = state.refusal {
        if let document { xmlFreeDoc(document) }
        return .failure(refusal)
      }
      guard let document, let root = xmlDocGetRootElement(document) else {
        if let document { xmlFreeDoc(document) }
        return .failure(XMLError(reason: .empty, line: 0))
      }
      return .success((document, root))
    }
  }
}
