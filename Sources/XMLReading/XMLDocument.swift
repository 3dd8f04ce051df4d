import CLibXML2
import CSupport

/// Why XML could not be read.
public struct XMLError: Error, Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    /// Not well formed; libxml2's own words, English, one line.
    case malformed(String)
    /// A document type declaration, which could bring entities or outside files.
    case documentType
    /// Elements nested deeper than the limit.
    case tooDeep(limit: Int)
    /// More bytes of XML than the limit, those set apart not counted.
    case tooLong(limit: Int)
    /// An element with more attributes, or more namespaces in scope, than the limit.
    case tooWide(limit: Int)
    /// More elements, attributes and texts than the limit.
    case tooManyNodes(limit: Int)
    /// More text than the limit between two tags.
    case textTooLong(limit: Int)
    /// The bound on the thread's time was passed.
    case tooSlow
    case empty
  }
  public var reason: Reason
  /// From 1; 0 when unknown.
  public var line: Int

  public init(reason: Reason, line: Int) {
    self.reason = reason
    self.line = line
  }
}

/// A parsed XML document (libxml2 tree). It never leaves the task that made it.
///
/// Nothing outside the bytes is ever read: no network, no external entity, no XInclude; a document
/// type declaration is refused, so there are no entities to expand. There is no recovery mode.
public final class XMLDocument {
  private let pointer: xmlDocPtr
  public let root: XMLNode
  /// Text of the elements set apart, by the address of the element.
  private var apart: [UnsafeMutableRawPointer: [UInt8]] = [:]

  /// What the tree has of `XMLLimits.nodes`.
  public let nodeCount: Int

  /// Parses well-formed XML in any encoding libxml2 knows.
  /// - Throws: `XMLError`.
  public init(parsing bytes: some Collection<UInt8>, limits: XMLLimits = .init()) throws {
    let state = ParseState(limits: limits)
    let parsed: Result<(xmlDocPtr, xmlNodePtr), XMLError>
    if let result = bytes.withContiguousStorageIfAvailable({
      XMLDocument.parse($0, state: state)
    }) {
      parsed = result
    } else {
      parsed = Array(bytes).withUnsafeBufferPointer { XMLDocument.parse($0, state: state) }
    }
    let (document, root) = try parsed.get()
    pointer = document
    self.root = XMLNode(pointer: root)
    nodeCount = state.nodes
  }

  /// Elements whose text is binary data (Base64). It may be longer than a text node of a libxml2
  /// tree can be (10 MB), and a tree of it would serve nobody.
  public struct BinaryElements: Sendable {
    /// Local names.
    public var names: [String]
    /// Whether the text is kept beside the tree, for `binaryText(of:)`; else it is dropped.
    public var isKept: Bool
    /// Bytes of XML allowed besides it.
    public var byteLimit: Int

    public init(names: [String], isKept: Bool = false, byteLimit: Int) {
      self.names = names
      self.isKept = isKept
      self.byteLimit = byteLimit
    }
  }

  /// Parses well-formed XML that carries binary data as text; that text stays out of the tree.
  /// - Throws: `XMLError`.
  public init(
    parsing bytes: [UInt8], limits: XMLLimits = .init(), binary: BinaryElements
  ) throws {
    let state = ParseState(limits: limits)
    state.binary = binary
    let (document, root) = try bytes.withUnsafeBufferPointer {
      XMLDocument.parse($0, state: state)
    }.get()
    pointer = document
    self.root = XMLNode(pointer: root)
    apart = state.apart
    nodeCount = state.nodes
  }

  /// The text of an element whose text was set apart and kept.
  public func binaryText(of element: XMLNode) -> [UInt8]? {
    apart[UnsafeMutableRawPointer(element.pointer)]
  }

  deinit { xmlFreeDoc(pointer) }

  private static let initialised: Void = xmlInitParser()

  static func initialiseLibrary() { _ = initialised }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, state: ParseState
  ) -> Result<(xmlDocPtr, xmlNodePtr), XMLError> {
    _ = initialised
    guard let base = bytes.baseAddress, bytes.count > 0, bytes.count <= Int(Int32.max) else {
      return .failure(XMLError(reason: .empty, line: 0))
    }
    if let refusal = refusalBeforeParsing(bytes, limits: state.limits) { return .failure(refusal) }
    let raw = UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
    guard let context = xmlCreateMemoryParserCtxt(raw, Int32(bytes.count)) else {
      return .failure(XMLError(reason: .empty, line: 0))
    }
    defer { xmlFreeParserCtxt(context) }
    context.pointee._private = Unmanaged.passUnretained(state).toOpaque()
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue | XML_PARSE_NOERROR.rawValue
    xmlCtxtUseOptions(
      context, Int32(options | XML_PARSE_NOWARNING.rawValue | XML_PARSE_BIG_LINES.rawValue))
    installGuards(on: context)
    if state.binary != nil { setApart(on: context) }
    xmlParseDocument(context)
    withExtendedLifetime(state) {}
    return outcome(of: context, state: state)
  }

  /// What must be known before libxml2 sees the bytes.
  public static func refusalBeforeParsing(
    _ bytes: UnsafeBufferPointer<UInt8>, limits: XMLLimits
  ) -> XMLError? {
    if let encoding = XMLEncoding.refused(bytes) {
      return XMLError(reason: .malformed("encoding \(encoding)"), line: 1)
    }
    guard TagScan.hasWideElement(xml: bytes, limit: limits.attributes) else { return nil }
    return XMLError(reason: .tooWide(limit: limits.attributes), line: 0)
  }

  private static func outcome(
    of context: xmlParserCtxtPtr, state: ParseState
  ) -> Result<(xmlDocPtr, xmlNodePtr), XMLError> {
    let document = context.pointee.myDoc
    context.pointee.myDoc = nil
    if let refusal = state.refusal {
      if let document { xmlFreeDoc(document) }
      return .failure(refusal)
    }
    guard context.pointee.wellFormed == 1, let document, let root = xmlDocGetRootElement(document)
    else {
      if let document { xmlFreeDoc(document) }
      return .failure(malformed(context))
    }
    return .success((document, root))
  }

  static func malformed(_ context: xmlParserCtxtPtr) -> XMLError {
    let error = xmlCtxtGetLastError(context)
    let words = error?.pointee.message.map { String(cString: $0) } ?? "not well formed"
    let oneLine = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    return XMLError(reason: .malformed(oneLine), line: Int(error?.pointee.line ?? 0))
  }

  /// What the parser callbacks share during one parse.
  private final class ParseState {
    let limits: XMLLimits
    var nodes = 0
    /// Bytes of text since the last tag.
    var unbrokenText = 0
    var refusal: XMLError?
    var binary: BinaryElements?
    /// The element whose text is being set apart.
    var binaryElement: xmlNodePtr?
    /// Bytes of text set apart so far.
    var binaryBytes = 0
    var apart: [UnsafeMutableRawPointer: [UInt8]] = [:]
    init(limits: XMLLimits) { self.limits = limits }
  }

  private static func state(_ raw: UnsafeMutableRawPointer) -> ParseState {
    let context = raw.assumingMemoryBound(to: xmlParserCtxt.self)
    return Unmanaged<ParseState>.fromOpaque(context.pointee._private).takeUnretainedValue()
  }

  /// Leads the text of the binary elements past the tree. Text comes in pieces, so that no limit of
  /// libxml2 on one piece is met.
  private static func setApart(on context: xmlParserCtxtPtr) {
    let text: charactersSAXFunc = { raw, start, count in
      guard let raw, let start else { return }
      let state = XMLDocument.state(raw)
      guard let element = state.binaryElement else {
        XMLDocument.holdLength(raw, state)
        guard XMLDocument.isLetThrough(text: count, raw, state) else { return }
        return xmlSAX2Characters(raw, start, count)
      }
      state.binaryBytes += Int(count)
      guard state.binary?.isKept == true else { return }
      state.apart[UnsafeMutableRawPointer(element), default: []]
        .append(contentsOf: UnsafeBufferPointer(start: start, count: Int(count)))
    }
    context.pointee.sax.pointee.characters = text
    context.pointee.sax.pointee.ignorableWhitespace = text
    context.pointee.sax.pointee.cdataBlock = text
    context.pointee.sax.pointee.endElementNs = { raw, name, prefix, uri in
      guard let raw else { return }
      let state = XMLDocument.state(raw)
      let context = raw.assumingMemoryBound(to: xmlParserCtxt.self)
      if state.binaryElement == context.pointee.node { state.binaryElement = nil }
      xmlSAX2EndElementNs(raw, name, prefix, uri)
    }
  }

  private static func holdLength(_ raw: UnsafeMutableRawPointer, _ state: ParseState) {
    guard let limit = state.binary?.byteLimit else { return }
    let read = xmlByteConsumed(raw.assumingMemoryBound(to: xmlParserCtxt.self))
    if read - state.binaryBytes > limit { refuse(raw, .tooLong(limit: limit)) }
  }

  private static func installGuards(on context: xmlParserCtxtPtr) {
    // The callbacks run on the thread that parses; they reach their state through _private.
    context.pointee.sax.pointee.internalSubset = { raw, _, _, _ in
      XMLDocument.refuse(raw, .documentType)
    }
    let text: charactersSAXFunc = { raw, start, count in
      guard let raw, XMLDocument.isLetThrough(text: count, raw, XMLDocument.state(raw)) else {
        return
      }
      xmlSAX2Characters(raw, start, count)
    }
    context.pointee.sax.pointee.characters = text
    context.pointee.sax.pointee.ignorableWhitespace = text
    context.pointee.sax.pointee.cdataBlock = text
    // Nobody reads them, and each would be a node.
    context.pointee.sax.pointee.comment = nil
    context.pointee.sax.pointee.processingInstruction = nil
    context.pointee.sax.pointee.startElementNs = {
      raw, name, prefix, uri, namespaceCount, namespaces, attributeCount, defaulted, attributes in
      guard let raw else { return }
      let context = raw.assumingMemoryBound(to: xmlParserCtxt.self)
      let state = Unmanaged<ParseState>.fromOpaque(context.pointee._private).takeUnretainedValue()
      let limits = state.limits
      if Int(context.pointee.nodeNr) >= limits.depth {
        return XMLDocument.refuse(raw, .tooDeep(limit: limits.depth))
      }
      if Int(attributeCount) > limits.attributes {
        return XMLDocument.refuse(raw, .tooWide(limit: limits.attributes))
      }
      // Prefixes are looked up one by one among all in scope, each of them two entries.
      if Int(context.pointee.nsNr) > 2 * limits.namespaces {
        return XMLDocument.refuse(raw, .tooWide(limit: limits.namespaces))
      }
      state.unbrokenText = 0
      guard XMLDocument.isLetThrough(1 + 2 * Int(attributeCount), raw, state) else { return }
      xmlSAX2StartElementNs(
        raw, name, prefix, uri, namespaceCount, namespaces, attributeCount, defaulted, attributes)
      if let binary = state.binary, state.binaryElement == nil, let name {
        XMLDocument.holdLength(raw, state)
        let name = String(cString: name)
        if binary.names.contains(name) { state.binaryElement = context.pointee.node }
      }
    }
  }

  private static func isLetThrough(
    text count: Int32, _ raw: UnsafeMutableRawPointer, _ state: ParseState
  ) -> Bool {
    state.unbrokenText += Int(count)
    guard state.unbrokenText <= state.limits.unbrokenText else {
      refuse(raw, .textTooLong(limit: state.limits.unbrokenText))
      return false
    }
    return isLetThrough(1, raw, state)
  }

  /// Counts what the tree is about to get; false when it is too much.
  private static func isLetThrough(
    _ nodes: Int, _ raw: UnsafeMutableRawPointer, _ state: ParseState
  ) -> Bool {
    state.nodes += nodes
    if state.nodes > state.limits.nodes {
      refuse(raw, .tooManyNodes(limit: state.limits.nodes))
      return false
    }
    guard tdkt_time_bound_is_exceeded() else { return true }
    refuse(raw, .tooSlow)
    return false
  }

  private static func refuse(_ raw: UnsafeMutableRawPointer?, _ reason: XMLError.Reason) {
    guard let raw else { return }
    let context = raw.assumingMemoryBound(to: xmlParserCtxt.self)
    let state = Unmanaged<ParseState>.fromOpaque(context.pointee._private).takeUnretainedValue()
    if state.refusal == nil {
      let line = Int(context.pointee.input?.pointee.line ?? 0)
      state.refusal = XMLError(reason: reason, line: line)
    }
    xmlStopParser(context)
  }
}
