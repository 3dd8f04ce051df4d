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
  public init(parsing text: [UInt8], depthLimit: Int = XMLDocument.defaultDepthLimit) throws {
    let (document, root) = try text.withUnsafeBufferPointer {
      HTMLDocument.parse($0, depthLimit: depthLimit)
    }.get()
    pointer = document
    self.root = XMLNode(pointer: root)
  }

  deinit { xmlFreeDoc(pointer) }

  /// What the parser callback shares with the parse.
  private final class State {
    let depthLimit: Int
    var refusal: XMLError?
    init(depthLimit: Int) { self.depthLimit = depthLimit }
  }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, depthLimit: Int
  ) -> Result<(htmlDocPtr, xmlNodePtr), XMLError> {
    XMLDocument.initialiseLibrary()
    guard let base = bytes.baseAddress, bytes.count > 0, bytes.count <= Int(Int32.max),
      let context = htmlNewParserCtxt()
    else { return .failure(XMLError(reason: .empty, line: 0)) }
    defer { htmlFreeParserCtxt(context) }
    let state = State(depthLimit: depthLimit)
    context.pointee._private = Unmanaged.passUnretained(state).toOpaque()
    context.pointee.sax.pointee.startElement = { raw, name, attributes in
      guard let raw else { return }
      let context = raw.assumingMemoryBound(to: xmlParserCtxt.self)
      let state = Unmanaged<State>.fromOpaque(context.pointee._private).takeUnretainedValue()
      guard Int(context.pointee.nodeNr) < state.depthLimit else {
        let line = Int(context.pointee.input?.pointee.line ?? 0)
        state.refusal =
          state.refusal ?? XMLError(reason: .tooDeep(limit: state.depthLimit), line: line)
        return xmlStopParser(context)
      }
      xmlSAX2StartElement(raw, name, attributes)
    }
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
