import CLibXML2
import CSupport

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

  /// What the parser callback shares with the parse.
  private final class State {
    let limits: XMLLimits
    var nodes = 0
    var refusal: XMLError?
    init(limits: XMLLimits) { self.limits = limits }
  }

  private static func state(_ raw: UnsafeMutableRawPointer) -> State {
    let context = raw.assumingMemoryBound(to: xmlParserCtxt.self)
    return Unmanaged<State>.fromOpaque(context.pointee._private).takeUnretainedValue()
  }

  private static func refuse(_ raw: UnsafeMutableRawPointer, _ reason: XMLError.Reason) {
    let context = raw.assumingMemoryBound(to: xmlParserCtxt.self)
    let line = Int(context.pointee.input?.pointee.line ?? 0)
    let state = state(raw)
    state.refusal = state.refusal ?? XMLError(reason: reason, line: line)
    xmlStopParser(context)
  }

  /// Counts what the tree is about to get; false when it is too much.
  private static func isLetThrough(_ nodes: Int, _ raw: UnsafeMutableRawPointer) -> Bool {
    let state = state(raw)
    state.nodes += nodes
    if state.nodes > state.limits.nodes {
      refuse(raw, .tooManyNodes(limit: state.limits.nodes))
      return false
    }
    guard tdkt_time_bound_is_exceeded() else { return true }
    refuse(raw, .tooSlow)
    return false
  }

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
    let state = State(limits: limits)
    context.pointee._private = Unmanaged.passUnretained(state).toOpaque()
    context.pointee.sax.pointee.startElement = { raw, name, attributes in
      guard let raw else { return }
      let context = raw.assumingMemoryBound(to: xmlParserCtxt.self)
      let state = HTMLDocument.state(raw)
      guard Int(context.pointee.nodeNr) < state.limits.depth else {
        return HTMLDocument.refuse(raw, .tooDeep(limit: state.limits.depth))
      }
      // Names and values, up to a null pointer.
      var count = 0
      while let attributes, attributes[count] != nil { count += 2 }
      guard HTMLDocument.isLetThrough(1 + count, raw) else { return }
      xmlSAX2StartElement(raw, name, attributes)
    }
    let text: charactersSAXFunc = { raw, start, count in
      guard let raw, HTMLDocument.isLetThrough(1, raw) else { return }
      xmlSAX2Characters(raw, start, count)
    }
    context.pointee.sax.pointee.characters = text
    // Scripts and style sheets.
    context.pointee.sax.pointee.cdataBlock = { raw, start, count in
      guard let raw, HTMLDocument.isLetThrough(1, raw) else { return }
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
