import CLibXML2

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
    /// More scalars of text than the limit, blanks not counted.
    case tooMuchText(limit: Int)
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
  /// - Parameters:
  ///   - attributePrefix: attributes whose local name begins with it are left out of the tree; empty:
  ///     none are.
  ///   - binary: elements that carry binary data as text, which stays out of the tree.
  /// - Throws: `XMLError`.
  public init(
    parsing bytes: [UInt8], limits: XMLLimits = .init(), leavingOut attributePrefix: String = "",
    binary: BinaryElements? = nil
  ) throws {
    let state = ParseState(limits: limits, attributes: AttributeFilter(prefix: attributePrefix))
    state.binary = binary
    let (document, root) = try bytes.withUnsafeBufferPointer {
      XMLDocument.parse($0, state: state)
    }.get()
    pointer = document
    self.root = XMLNode(pointer: root)
    apart = state.apart
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
    guard bytes.count > 0, bytes.count <= Int(Int32.max) else {
      return .failure(XMLError(reason: .empty, line: 0))
    }
    if let refusal = refusalBeforeParsing(bytes, limits: state.limits) { return .failure(refusal) }
    let result = ByteFeed.withParser(of: bytes) { context in
      state.watch(context)
      let options =
        XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue | XML_PARSE_NOERROR.rawValue
        | XML_PARSE_NOWARNING.rawValue | XML_PARSE_BIG_LINES.rawValue
      xmlCtxtUseOptions(context, Int32(options))
      installGuards(on: context)
      if state.binary != nil { setApart(on: context) }
      xmlParseDocument(context)
      return withExtendedLifetime(state) { outcome(of: context, state: state) }
    }
    return result ?? .failure(XMLError(reason: .empty, line: 0))
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
  private final class ParseState: TreeGuard {
    var attributes: AttributeFilter
    var binary: BinaryElements?
    /// The element whose text is being set apart.
    var binaryElement: xmlNodePtr?
    /// Bytes of text set apart so far.
    var binaryBytes = 0
    var apart: [UnsafeMutableRawPointer: [UInt8]] = [:]

    init(limits: XMLLimits, attributes: AttributeFilter) {
      self.attributes = attributes
      super.init(limits: limits)
    }

    static func inParse(_ raw: UnsafeMutableRawPointer) -> ParseState {
      unsafeDowncast(TreeGuard.of(raw), to: ParseState.self)
    }

    /// Refuses when there is more XML than allowed besides the binary data.
    func holdLength(_ raw: UnsafeMutableRawPointer) {
      guard let limit = binary?.byteLimit else { return }
      let read = xmlByteConsumed(raw.assumingMemoryBound(to: xmlParserCtxt.self))
      if read - binaryBytes > limit { refuse(raw, .tooLong(limit: limit)) }
    }
  }

  /// Leads the text of the binary elements past the tree. Text comes in pieces, so that no limit of
  /// libxml2 on one piece is met.
  private static func setApart(on context: xmlParserCtxtPtr) {
    let text: charactersSAXFunc = { raw, start, count in
      guard let raw, let start else { return }
      let state = ParseState.inParse(raw)
      guard let element = state.binaryElement else {
        state.holdLength(raw)
        guard state.letsThrough(text: start, count, raw) else { return }
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
      let state = ParseState.inParse(raw)
      let context = raw.assumingMemoryBound(to: xmlParserCtxt.self)
      if state.binaryElement == context.pointee.node { state.binaryElement = nil }
      xmlSAX2EndElementNs(raw, name, prefix, uri)
    }
  }

  private static func installGuards(on context: xmlParserCtxtPtr) {
    context.pointee.sax.pointee.internalSubset = { raw, _, _, _ in
      guard let raw else { return }
      TreeGuard.of(raw).refuse(raw, .documentType)
    }
    let text: charactersSAXFunc = { raw, start, count in
      guard let raw, TreeGuard.of(raw).letsThrough(text: start, count, raw) else { return }
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
      let state = ParseState.inParse(raw)
      let limits = state.limits
      if Int(context.pointee.nodeNr) >= limits.depth {
        return state.refuse(raw, .tooDeep(limit: limits.depth))
      }
      if Int(attributeCount) > limits.attributes {
        return state.refuse(raw, .tooWide(limit: limits.attributes))
      }
      // Prefixes are looked up one by one among all in scope, each of them two entries.
      if Int(context.pointee.nsNr) > 2 * limits.namespaces {
        return state.refuse(raw, .tooWide(limit: limits.namespaces))
      }
      state.startTag()
      let isLetThrough = state.attributes.withKept(attributes, count: attributeCount) {
        kept, count in
        guard state.letsThrough(nodes: 1 + 2 * Int(count), raw) else { return false }
        xmlSAX2StartElementNs(
          raw, name, prefix, uri, namespaceCount, namespaces, count, defaulted, kept)
        return true
      }
      guard isLetThrough else { return }
      if let binary = state.binary, state.binaryElement == nil, let name {
        state.holdLength(raw)
        let name = String(cString: name)
        if binary.names.contains(name) { state.binaryElement = context.pointee.node }
      }
    }
  }
}
