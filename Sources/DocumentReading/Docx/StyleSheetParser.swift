import CLibXML2
import TextMatching
import XMLReading

/// Reads `styles.xml` as a stream: papers made by tools carry 350 KB of styles, of which they use
/// three or four.
final class StyleSheetParser {
  private var sheet = StyleSheet()
  private var style: (id: String, style: StyleSheet.Style)?
  private var condition: StyleSheet.TableCondition?
  private var path: [WordTag] = []
  private var tags: [UnsafeRawPointer: WordTag] = [:]
  private var recent: [(name: UnsafePointer<xmlChar>, tag: WordTag)?] = Array(
    repeating: nil, count: 256)
  private let limits: XMLLimits
  private var nodes = 0
  private var refusal: XMLError?

  private init(limits: XMLLimits) { self.limits = limits }

  static func parse(
    _ bytes: [UInt8], part: String, limits: XMLLimits
  ) throws(ReadingError) -> StyleSheet {
    let parser = StyleSheetParser(limits: limits)
    if let error = bytes.withUnsafeBufferPointer({ parser.run($0) }) {
      throw ReadingError(error, part: part)
    }
    return parser.sheet
  }

  private func run(_ bytes: UnsafeBufferPointer<UInt8>) -> XMLError? {
    guard let base = bytes.baseAddress, bytes.count <= Int(Int32.max) else {
      return XMLError(reason: .empty, line: 0)
    }
    if let refusal = XMLDocument.refusalBeforeParsing(bytes, limits: limits) { return refusal }
    xmlInitParser()
    let raw = UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
    guard let context = xmlCreateMemoryParserCtxt(raw, Int32(bytes.count)) else {
      return XMLError(reason: .empty, line: 0)
    }
    defer { xmlFreeParserCtxt(context) }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
    xmlCtxtUseOptions(context, Int32(options | XML_PARSE_NOWARNING.rawValue))
    context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
    install(on: context)
    xmlParseDocument(context)
    if let document = context.pointee.myDoc {
      xmlFreeDoc(document)
      context.pointee.myDoc = nil
    }
    if let refusal { return refusal }
    guard context.pointee.wellFormed == 1 else {
      let error = xmlCtxtGetLastError(context)
      let words = error?.pointee.message.map { String(cString: $0) } ?? "not well formed"
      let oneLine = words.split(whereSeparator: \.isNewline).joined(separator: " ")
      return XMLError(reason: .malformed(oneLine), line: Int(error?.pointee.line ?? 0))
    }
    return nil
  }

  private func install(on context: xmlParserCtxtPtr) {
    let sax = context.pointee.sax
    sax?.pointee.internalSubset = { raw, _, _, _ in
      guard let (parser, context) = StyleSheetParser.of(raw) else { return }
      parser.refuse(.documentType, context)
    }
    sax?.pointee.startElementNs = { raw, name, _, uri, _, _, count, _, attributes in
      guard let (parser, context) = StyleSheetParser.of(raw), let name else { return }
      guard parser.isLetThrough(1 + 2 * Int(count), context) else { return }
      parser.start(parser.tag(name, uri: uri), SAXAttributes(attributes, count: Int(count)))
    }
    sax?.pointee.endElementNs = { raw, _, _, _ in
      guard let (parser, _) = StyleSheetParser.of(raw) else { return }
      parser.end()
    }
    sax?.pointee.characters = nil
    sax?.pointee.cdataBlock = nil
    sax?.pointee.ignorableWhitespace = nil
    sax?.pointee.comment = nil
    sax?.pointee.processingInstruction = nil
  }

  private static func of(
    _ raw: UnsafeMutableRawPointer?
  ) -> (StyleSheetParser, xmlParserCtxtPtr)? {
    guard let raw else { return nil }
    let context = raw.assumingMemoryBound(to: xmlParserCtxt.self)
    return (
      Unmanaged<StyleSheetParser>.fromOpaque(context.pointee._private).takeUnretainedValue(),
      context
    )
  }

  private func isLetThrough(_ nodes: Int, _ context: xmlParserCtxtPtr) -> Bool {
    self.nodes += nodes
    if path.count >= limits.depth {
      refuse(.tooDeep(limit: limits.depth), context)
    } else if self.nodes > limits.nodes {
      refuse(.tooManyNodes(limit: limits.nodes), context)
    } else if context.pointee.nsNr > 2 * limits.namespaces {
      refuse(.tooWide(limit: limits.namespaces), context)
    } else if TimeBound.isExceeded {
      refuse(.tooSlow, context)
    } else {
      return true
    }
    return false
  }

  private func refuse(_ reason: XMLError.Reason, _ context: xmlParserCtxtPtr) {
    if refusal == nil {
      refusal = XMLError(reason: reason, line: Int(context.pointee.input?.pointee.line ?? 0))
    }
    xmlStopParser(context)
  }

  /// Names are interned by the parser. A name that occurs both in WordprocessingML and in another
  /// namespace of the same file would get one tag; styles hold no such pair.
  private func tag(_ name: UnsafePointer<xmlChar>, uri: UnsafePointer<xmlChar>?) -> WordTag {
    let slot = Int(bitPattern: name) >> 2 & 255
    if let (recentName, tag) = recent[slot], recentName == name { return tag }
    if let known = tags[UnsafeRawPointer(name)] {
      recent[slot] = (name, known)
      return known
    }
    let family = uri.map { WordTag.Family(uri: String(cString: $0)) } ?? .none
    let tag = WordTag(localName: String(cString: name), family: family)
    tags[UnsafeRawPointer(name)] = tag
    return tag
  }

  private func start(_ tag: WordTag, _ attributes: SAXAttributes) {
    let parent = path.last
    path.append(tag)
    switch tag {
    case .style where parent == .styles: startStyle(attributes)
    case .name where parent == .style: style?.style.name = attributes["val"] ?? ""
    case .basedOn where parent == .style: style?.style.basedOn = attributes["val"]
    case .tblStylePr:
      condition = attributes["type"].flatMap(StyleSheet.TableCondition.init)
    case .pPr, .rPr, .numPr, .other: break
    default:
      if parent == .rPr { addRunProperty(tag, attributes) }
      if parent == .pPr || parent == .numPr { addParagraphProperty(tag, attributes) }
    }
  }

  private func startStyle(_ attributes: SAXAttributes) {
    var new = StyleSheet.Style()
    new.kind =
      switch attributes["type"] {
      case "paragraph": .paragraph
      case "character": .character
      case "table": .table
      default: .other
      }
    new.isDefault = attributes["default"].map { OnOff.value($0) } ?? false
    style = (attributes["styleId"] ?? "", new)
  }

  /// `w:rPr` directly below a style, a table condition or the defaults; not the run properties of a
  /// paragraph mark, nor old values under `w:rPrChange`.
  private func addRunProperty(_ tag: WordTag, _ attributes: SAXAttributes) {
    let values = { (name: StaticString) in attributes[name] }
    switch path.dropLast(2).last {
    case .rPrDefault: sheet.runDefaults.add(tag, values)
    case .style: style?.style.run.add(tag, values)
    case .tblStylePr:
      if let condition { style?.style.conditions[condition, default: .init()].run.add(tag, values) }
    default: break
    }
  }

  private func addParagraphProperty(_ tag: WordTag, _ attributes: SAXAttributes) {
    let values = { (name: StaticString) in attributes[name] }
    var holders = path.dropLast(2)
    if holders.last == .pPr { holders = holders.dropLast() }  // below numPr
    switch holders.last {
    case .pPrDefault: sheet.paragraphDefaults.add(tag, values)
    case .style: style?.style.paragraph.add(tag, values)
    case .tblStylePr:
      if let condition {
        style?.style.conditions[condition, default: .init()].paragraph.add(tag, values)
      }
    default: break
    }
  }

  private func end() {
    guard let tag = path.popLast() else { return }
    if tag == .tblStylePr { condition = nil }
    guard tag == .style, path.last == .styles, let (id, finished) = style else { return }
    if finished.isDefault, finished.kind == .paragraph { sheet.defaultParagraphStyle = id }
    if finished.isDefault, finished.kind == .table { sheet.defaultTableStyle = id }
    sheet.styles[id] = finished
    style = nil
  }
}

/// Attributes of a SAX2 start event: five pointers each (local name, prefix, URI, value, its end).
struct SAXAttributes {
  private let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  private let count: Int

  init(_ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int) {
    self.pointers = pointers
    self.count = count
  }

  /// The value of the first attribute with this local name.
  subscript(name: StaticString) -> String? {
    guard let pointers else { return nil }
    for index in 0..<count {
      guard let own = pointers[5 * index], let start = pointers[5 * index + 3],
        let end = pointers[5 * index + 4]
      else { continue }
      let length = name.utf8CodeUnitCount
      if strncmp(own, name.utf8Start, length) == 0, own[length] == 0 {
        return String(
          decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
      }
    }
    return nil
  }

  private func strncmp(
    _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int
  ) -> Int {
    for index in 0..<count where left[index] != right[index] { return 1 }
    return 0
  }
}
