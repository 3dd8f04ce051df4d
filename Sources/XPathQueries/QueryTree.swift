import XMLWriting

/// An XML document laid out for XPath: nodes are numbered in document order, so that a node set is a
/// sorted list of numbers, and the text of an element is one stretch of the document's text.
/// Immutable; threads share it.
///
/// libxml2, which reads all XML here, has an XPath evaluator too. It cannot be used for rules that
/// strangers write: a comparison of node sets or one call of a string function runs to its end
/// whatever limit of operations is set, and nothing in the library can stop it. Here every unit of
/// work is counted. The tests hold both evaluators to the same answers.
public final class QueryTree: Sendable {
  /// Index of a node in document order; the document itself is 0. The attributes of an element come
  /// between it and its children.
  public typealias Node = Int32

  enum Kind: UInt8, Sendable {
    case document
    case element
    case attribute
    case text
  }

  struct Record: Sendable {
    var kind: Kind
    /// Index in `names`; -1 for text and the document.
    var name: Int32 = -1
    var parent: Node
    /// Just after the last node below it.
    var end: Node
    /// -1 when there is none; attributes have none.
    var nextSibling: Node = -1
    var previousSibling: Node = -1
    var firstChild: Node = -1
    /// Its string value: UTF-8 offsets in `texts`, for attributes in `values`.
    var textStart: Int32
    var textEnd: Int32
  }

  struct Name: Hashable, Sendable {
    /// Empty for no namespace.
    var namespace: String
    var local: String
  }

  let records: [Record]
  let names: [Name]
  private let numbers: [Name: Int32]
  private let texts: [UInt8]
  private let values: [UInt8]

  /// Prefixes are resolved by the `xmlns` attributes, which are no attributes in XPath.
  public init(_ root: XMLElement) {
    var builder = QueryTreeBuilder()
    builder.build(root)
    records = builder.records
    names = builder.names
    numbers = builder.numbers
    texts = builder.texts
    values = builder.values
  }

  /// The document node, parent of the root element.
  public static let document: Node = 0

  public var count: Int { records.count }

  func number(of name: Name) -> Int32? { numbers[name] }

  // MARK: Questions about a node

  /// Text of an element and of all below it; value of an attribute.
  public func string(of node: Node) -> String {
    let record = records[Int(node)]
    let range = Int(record.textStart)..<Int(record.textEnd)
    return String(
      decoding: record.kind == .attribute ? values[range] : texts[range], as: UTF8.self)
  }

  /// UTF-8 units of `string(of:)`.
  func length(of node: Node) -> Int {
    Int(records[Int(node)].textEnd - records[Int(node)].textStart)
  }

  /// Nil for the document.
  public func parent(of node: Node) -> Node? {
    let parent = records[Int(node)].parent
    return parent < 0 ? nil : parent
  }

  public func isElement(_ node: Node) -> Bool { records[Int(node)].kind == .element }

  /// Local name and namespace of an element or attribute.
  public func name(of node: Node) -> (namespace: String, local: String)? {
    let number = records[Int(node)].name
    guard number >= 0 else { return nil }
    return (names[Int(number)].namespace, names[Int(number)].local)
  }

  /// Value of an element's attribute.
  public func attribute(_ local: String, in namespace: String = "", of node: Node) -> String? {
    guard let wanted = number(of: Name(namespace: namespace, local: local)) else { return nil }
    return attributes(of: node).first { records[Int($0)].name == wanted }.map(string)
  }

  func attributes(of node: Node) -> Range<Node> {
    var end = node + 1
    let limit = records[Int(node)].end
    while end < limit, records[Int(end)].kind == .attribute { end += 1 }
    return node + 1..<end
  }

  /// Nodes below an element or the document, in document order, attributes among them.
  public func below(_ node: Node) -> Range<Node> {
    node + 1..<max(node + 1, records[Int(node)].end)
  }

  /// UTF-8 units of text between the start of an element and a node inside it.
  public func textBefore(_ node: Node, in ancestor: Node) -> String {
    let range = records[Int(ancestor)].textStart..<records[Int(node)].textStart
    return String(decoding: texts[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  /// Location as an absolute XPath without prefixes of its own: for SVRL. The prefixes are those
  /// given, by namespace.
  public func path(of node: Node, prefixes: [String: String]) -> String {
    var steps: [String] = []
    var node = node
    while let parent = parent(of: node) {
      let record = records[Int(node)]
      var step = record.kind == .attribute ? "@" : ""
      if record.name >= 0 {
        let name = names[Int(record.name)]
        if let prefix = prefixes[name.namespace], !name.namespace.isEmpty { step += prefix + ":" }
        step += name.local
      } else {
        step += "text()"
      }
      if record.kind != .attribute { step += "[\(place(of: node, in: parent))]" }
      steps.append(step)
      node = parent
    }
    return "/" + steps.reversed().joined(separator: "/")
  }

  /// Place among the siblings of the same kind and name, from 1.
  private func place(of node: Node, in parent: Node) -> Int {
    var place = 1
    var other = records[Int(parent)].firstChild
    while other >= 0, other != node {
      let (a, b) = (records[Int(other)], records[Int(node)])
      if a.kind == b.kind, a.name == b.name { place += 1 }
      other = a.nextSibling
    }
    return place
  }
}

/// Numbers the nodes of a tree.
private struct QueryTreeBuilder {
  var records: [QueryTree.Record] = []
  var names: [QueryTree.Name] = []
  var numbers: [QueryTree.Name: Int32] = [:]
  var texts: [UInt8] = []
  var values: [UInt8] = []

  private typealias Scope = [String: String]

  mutating func build(_ root: XMLElement) {
    records.append(
      QueryTree.Record(kind: .document, parent: -1, end: 1, textStart: 0, textEnd: 0))
    append(root, parent: 0, after: nil, ["xml": "http://www.w3.org/XML/1998/namespace"])
    records[0].end = Int32(records.count)
    records[0].textEnd = Int32(texts.count)
  }

  private mutating func append(
    _ element: XMLElement, parent: Int32, after sibling: Int32?, _ outer: Scope
  ) {
    var scope = outer
    for attribute in element.attributes {
      if attribute.name == "xmlns" { scope[""] = attribute.value }
      if attribute.name.hasPrefix("xmlns:") {
        scope[String(attribute.name.dropFirst(6))] = attribute.value
      }
    }
    let own = Int32(records.count)
    link(own, parent: parent, after: sibling)
    records.append(
      QueryTree.Record(
        kind: .element, name: number(element.name, scope, isAttribute: false), parent: parent,
        end: own + 1, previousSibling: sibling ?? -1, textStart: Int32(texts.count), textEnd: 0))
    for attribute in element.attributes
    where attribute.name != "xmlns" && !attribute.name.hasPrefix("xmlns:") {
      let start = Int32(values.count)
      values.append(contentsOf: attribute.value.utf8)
      records.append(
        QueryTree.Record(
          kind: .attribute, name: number(attribute.name, scope, isAttribute: true), parent: own,
          end: Int32(records.count) + 1, textStart: start, textEnd: Int32(values.count)))
    }
    append(element.children, of: own, scope)
    records[Int(own)].end = Int32(records.count)
    records[Int(own)].textEnd = Int32(texts.count)
  }

  private mutating func append(_ children: [XMLElement.Child], of own: Int32, _ scope: Scope) {
    var last: Int32?
    for child in children {
      let next = Int32(records.count)
      switch child {
      case .element(let element): append(element, parent: own, after: last, scope)
      case .text(let words):
        if words.isEmpty { continue }
        let start = Int32(texts.count)
        texts.append(contentsOf: words.utf8)
        if let last, records[Int(last)].kind == .text {
          // Neighbouring texts are one node (XPath 1.0, section 5.7).
          records[Int(last)].textEnd = Int32(texts.count)
          continue
        }
        link(next, parent: own, after: last)
        records.append(
          QueryTree.Record(
            kind: .text, parent: own, end: next + 1, previousSibling: last ?? -1,
            textStart: start, textEnd: Int32(texts.count)))
      }
      last = next
    }
  }

  private mutating func link(_ node: Int32, parent: Int32, after sibling: Int32?) {
    if let sibling {
      records[Int(sibling)].nextSibling = node
    } else {
      records[Int(parent)].firstChild = node
    }
  }

  /// An attribute without a prefix is in no namespace.
  private mutating func number(_ name: String, _ scope: Scope, isAttribute: Bool) -> Int32 {
    let parts = name.split(separator: ":", maxSplits: 1)
    let prefix = parts.count == 2 ? String(parts[0]) : ""
    let namespace = prefix.isEmpty && isAttribute ? "" : scope[prefix] ?? ""
    let key = QueryTree.Name(namespace: namespace, local: parts.last.map(String.init) ?? name)
    if let number = numbers[key] { return number }
    names.append(key)
    numbers[key] = Int32(names.count - 1)
    return Int32(names.count - 1)
  }
}
