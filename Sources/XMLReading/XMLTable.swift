import CLibXML2

/// A small XML document as a flat table: elements in document order, texts in two byte buffers.
///
/// For data files, which are read whole at every start: it costs less than half of a tree
/// (`XMLDocument`), because nothing is allocated per element. The same guards hold: no document
/// type declaration, no entity but the five of XML, nothing outside the bytes, a depth limit.
/// Comments and processing instructions are dropped.
public final class XMLTable: Sendable {
  struct Element: Sendable {
    var name: Int32
    /// Index into `names`; -1 when there is none.
    var namespace: Int32
    var line: Int32
    var firstAttribute: Int32
    var attributeCount: Int32
    var firstChild: Int32 = -1
    var nextSibling: Int32 = -1
    /// All character data below the element, in `texts`.
    var textStart: Int32
    var textEnd: Int32 = 0
    var hasOwnText = false
  }

  struct Attribute: Sendable {
    var name: Int32
    var namespace: Int32
    /// In `values`.
    var start: Int32
    var end: Int32
  }

  let elements: [Element]
  let attributes: [Attribute]
  /// Element and attribute names and namespace URIs, each once.
  let names: [String]
  let values: [UInt8]
  let texts: [UInt8]

  /// The root element's number.
  public let root = 0

  /// Parses well-formed XML.
  /// - Throws: `XMLError`.
  public init(
    parsing bytes: [UInt8], limits: XMLLimits = .init()
  ) throws {
    let builder = try XMLTableBuilder.parse(bytes, limits: limits)
    elements = builder.elements
    attributes = builder.attributes
    names = builder.names
    values = builder.values
    texts = builder.texts
  }

  // MARK: Elements, by number

  public func name(of element: Int) -> String { names[Int(elements[element].name)] }

  /// Namespace URI, nil when there is none.
  public func namespace(of element: Int) -> String? {
    string(elements[element].namespace)
  }

  /// Line in the source, from 1.
  public func line(of element: Int) -> Int { Int(elements[element].line) }

  public func firstChild(of element: Int) -> Int? { number(elements[element].firstChild) }

  public func nextSibling(of element: Int) -> Int? { number(elements[element].nextSibling) }

  /// Whether a non-blank text stands directly in the element.
  public func hasOwnText(_ element: Int) -> Bool { elements[element].hasOwnText }

  /// The bytes of all character data below the element, in document order.
  public func withText<Result>(
    of element: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range = Int(elements[element].textStart)..<Int(elements[element].textEnd)
    return texts.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  // MARK: Attributes

  /// The value of the first attribute with this local name, in whatever namespace.
  public func attribute(_ name: String, of element: Int) -> String? {
    let first = Int(elements[element].firstAttribute)
    for index in first..<(first + Int(elements[element].attributeCount))
    where names[Int(attributes[index].name)] == name {
      let range = Int(attributes[index].start)..<Int(attributes[index].end)
      return values.withUnsafeBufferPointer { String(decoding: $0[range], as: UTF8.self) }
    }
    return nil
  }

  /// Local names of the attributes with their namespace URI, in document order.
  public func forEachAttribute(
    of element: Int, _ body: (_ name: String, _ namespace: String?) throws -> Void
  ) rethrows {
    let first = Int(elements[element].firstAttribute)
    for index in first..<(first + Int(elements[element].attributeCount)) {
      try body(names[Int(attributes[index].name)], string(attributes[index].namespace))
    }
  }

  private func string(_ index: Int32) -> String? { index < 0 ? nil : names[Int(index)] }

  private func number(_ index: Int32) -> Int? { index < 0 ? nil : Int(index) }
}
