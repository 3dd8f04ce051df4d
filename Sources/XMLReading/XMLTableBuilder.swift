import CLibXML2

/// Fills an `XMLTable` from libxml2's SAX2 events. One parse, on one thread.
///
/// The callbacks reach it through a plain pointer: every event would otherwise pay for reference
/// counting and run-time checks of exclusive access, which cost more than the parsing.
struct XMLTableBuilder {
  private(set) var elements: [XMLTable.Element] = []
  private(set) var attributes: [XMLTable.Attribute] = []
  private(set) var names: [String] = []
  private(set) var values: [UInt8] = []
  private(set) var texts: [UInt8] = []

  private let limits: XMLLimits
  /// Open elements, with the last child of each, so that siblings can be linked.
  private var open: [(element: Int, lastChild: Int)] = []
  /// libxml2 interns names per parse, so a pointer stands for its name. There are few: they are
  /// searched one by one.
  private var interned: [UnsafePointer<xmlChar>] = []
  private var refusal: XMLError?

  private init(limits: XMLLimits, size: Int) {
    self.limits = limits
    elements.reserveCapacity(size / 64)
    attributes.reserveCapacity(size / 32)
    values.reserveCapacity(size / 2)
    texts.reserveCapacity(size / 2)
  }

  static func parse(_ bytes: [UInt8], limits: XMLLimits) throws -> XMLTableBuilder {
    XMLDocument.initialiseLibrary()
    guard !bytes.isEmpty, bytes.count <= Int(Int32.max) else {
      throw XMLError(reason: .empty, line: 0)
    }
    if let refusal = bytes.withUnsafeBufferPointer({
      XMLDocument.refusalBeforeParsing($0, limits: limits)
    }) {
      throw refusal
    }
    let builder = Pointer.allocate(capacity: 1)
    builder.initialize(to: XMLTableBuilder(limits: limits, size: bytes.count))
    defer {
      builder.deinitialize(count: 1)
      builder.deallocate()
    }
    try bytes.withUnsafeBytes { raw in
      let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let context = xmlCreateMemoryParserCtxt(start, Int32(bytes.count)) else {
        throw XMLError(reason: .empty, line: 0)
      }
      defer { xmlFreeParserCtxt(context) }
      context.pointee._private = UnsafeMutableRawPointer(builder)
      // With no document type there are only the five entities of XML; they come resolved.
      let options =
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        | XML_PARSE_NOENT.rawValue
      xmlCtxtUseOptions(context, Int32(options))
      install(on: context)
      xmlParseDocument(context)
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      context.pointee.myDoc = nil
      if let refusal = builder.pointee.refusal { throw refusal }
      guard context.pointee.wellFormed == 1, !builder.pointee.elements.isEmpty else {
        throw XMLDocument.malformed(context)
      }
    }
    return builder.pointee
  }

  // MARK: Events

  private typealias Pointer = UnsafeMutablePointer<XMLTableBuilder>

  private static func install(on context: xmlParserCtxtPtr) {
    guard let sax = context.pointee.sax else { return }
    sax.pointee.internalSubset = { raw, _, _, _ in
      guard let context = XMLTableBuilder.context(raw) else { return }
      XMLTableBuilder.of(context)?.pointee.refuse(context, .documentType)
    }
    sax.pointee.startElementNs = { raw, name, _, uri, _, _, count, _, attributes in
      guard let name, let context = XMLTableBuilder.context(raw) else { return }
      XMLTableBuilder.of(context)?.pointee.start(context, name, uri, Int(count), attributes)
    }
    sax.pointee.endElementNs = { raw, _, _, _ in
      guard let context = XMLTableBuilder.context(raw) else { return }
      XMLTableBuilder.of(context)?.pointee.end()
    }
    sax.pointee.characters = { raw, start, count in
      guard let context = XMLTableBuilder.context(raw) else { return }
      XMLTableBuilder.of(context)?.pointee
        .characters(UnsafeBufferPointer(start: start, count: Int(count)))
    }
    sax.pointee.ignorableWhitespace = sax.pointee.characters
    sax.pointee.cdataBlock = sax.pointee.characters
    sax.pointee.comment = nil
    sax.pointee.processingInstruction = nil
  }

  private static func context(_ raw: UnsafeMutableRawPointer?) -> xmlParserCtxtPtr? {
    raw?.assumingMemoryBound(to: xmlParserCtxt.self)
  }

  private static func of(_ context: xmlParserCtxtPtr) -> Pointer? {
    context.pointee._private?.assumingMemoryBound(to: XMLTableBuilder.self)
  }

  private mutating func refuse(_ context: xmlParserCtxtPtr, _ reason: XMLError.Reason) {
    if refusal == nil {
      let line = Int(context.pointee.input?.pointee.line ?? 0)
      refusal = XMLError(reason: reason, line: line)
    }
    xmlStopParser(context)
  }

  private mutating func start(
    _ context: xmlParserCtxtPtr, _ name: UnsafePointer<xmlChar>,
    _ namespace: UnsafePointer<xmlChar>?, _ count: Int,
    _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard open.count < limits.depth else { return refuse(context, .tooDeep(limit: limits.depth)) }
    guard Int(context.pointee.nsNr) <= 2 * limits.namespaces else {
      return refuse(context, .tooWide(limit: limits.namespaces))
    }
    let number = elements.count
    elements.append(
      XMLTable.Element(
        name: self.number(name), namespace: namespace.map { self.number($0) } ?? -1,
        line: context.pointee.input?.pointee.line ?? 0,
        firstAttribute: Int32(attributes.count), attributeCount: Int32(count),
        textStart: Int32(texts.count)))
    if let list {
      for index in 0..<count { append(list + 5 * index) }
    }
    if let parent = open.indices.last {
      let before = open[parent].lastChild
      if before < 0 {
        elements[open[parent].element].firstChild = Int32(number)
      } else {
        elements[before].nextSibling = Int32(number)
      }
      open[parent].lastChild = number
    }
    open.append((number, -1))
  }

  /// One attribute: local name, prefix, URI, start and end of the value.
  private mutating func append(_ parts: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) {
    let start = values.count
    if let first = parts[3], let last = parts[4] {
      values.append(contentsOf: UnsafeBufferPointer(start: first, count: last - first))
    }
    attributes.append(
      XMLTable.Attribute(
        name: parts[0].map { number($0) } ?? -1, namespace: parts[2].map { number($0) } ?? -1,
        start: Int32(start), end: Int32(values.count)))
  }

  private mutating func end() {
    guard let last = open.popLast() else { return }
    elements[last.element].textEnd = Int32(texts.count)
  }

  private mutating func characters(_ text: UnsafeBufferPointer<UInt8>) {
    texts.append(contentsOf: text)
    guard let current = open.last?.element, !elements[current].hasOwnText else { return }
    elements[current].hasOwnText = !text.allSatisfy {
      $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D
    }
  }

  private mutating func number(_ name: UnsafePointer<xmlChar>) -> Int32 {
    if let known = interned.firstIndex(of: name) { return Int32(known) }
    interned.append(name)
    names.append(String(cString: name))
    return Int32(names.count - 1)
  }
}
