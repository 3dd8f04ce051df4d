import CLibXML2

/// An element of an `XMLDocument`; valid while that document lives.
public struct XMLNode {
  public let pointer: xmlNodePtr

  public init(pointer: xmlNodePtr) { self.pointer = pointer }

  /// Local name, without prefix.
  public var name: String { String(cString: pointer.pointee.name) }

  /// Namespace URI, nil when there is none.
  public var namespace: String? {
    pointer.pointee.ns.flatMap { $0.pointee.href }.map { String(cString: $0) }
  }

  /// Line in the source, from 1.
  public var line: Int { xmlGetLineNo(pointer) }

  /// Whether the local name is `name`, without making a Swift string of it.
  public func isNamed(_ name: StaticString) -> Bool {
    name.withUTF8Buffer { wanted in
      let own = pointer.pointee.name
      guard let own else { return false }
      for (index, unit) in wanted.enumerated() where own[index] != unit { return false }
      return own[wanted.count] == 0
    }
  }

  /// Child elements in document order.
  public var children: ChildElements { ChildElements(first: pointer.pointee.children) }

  public func firstChild(_ name: StaticString) -> XMLNode? {
    children.first { $0.isNamed(name) }
  }

  /// Attributes as (local name, namespace URI or nil, value), in document order.
  public var attributes: [(name: String, namespace: String?, value: String)] {
    var result: [(name: String, namespace: String?, value: String)] = []
    var next = pointer.pointee.properties
    while let attribute = next {
      result.append(
        (
          String(cString: attribute.pointee.name),
          attribute.pointee.ns.flatMap { $0.pointee.href }.map { String(cString: $0) },
          XMLNode.value(of: attribute)
        ))
      next = attribute.pointee.next
    }
    return result
  }

  /// The value of the first attribute with this local name, in whatever namespace.
  public func attribute(_ name: StaticString) -> String? {
    var next = pointer.pointee.properties
    while let attribute = next {
      let matches = name.withUTF8Buffer { wanted in
        guard let own = attribute.pointee.name else { return false }
        for (index, unit) in wanted.enumerated() where own[index] != unit { return false }
        return own[wanted.count] == 0
      }
      if matches { return XMLNode.value(of: attribute) }
      next = attribute.pointee.next
    }
    return nil
  }

  /// All character data below this element, in document order.
  public var text: String {
    var units: [UInt8] = []
    XMLNode.collect(pointer.pointee.children, into: &units)
    return String(decoding: units, as: UTF8.self)
  }

  public enum Content {
    case element(XMLNode)
    case text(String)
  }

  /// Elements and character data directly below this element, in document order.
  public var content: [Content] {
    var result: [Content] = []
    var next = pointer.pointee.children
    while let node = next {
      switch node.pointee.type {
      case XML_ELEMENT_NODE: result.append(.element(XMLNode(pointer: node)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = node.pointee.content { result.append(.text(String(cString: content))) }
      default: break
      }
      next = node.pointee.next
    }
    return result
  }

  /// Whether a non-blank text node stands directly below this element.
  public var hasOwnText: Bool {
    var next = pointer.pointee.children
    while let node = next {
      if node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE,
        xmlIsBlankNode(node) == 0
      {
        return true
      }
      next = node.pointee.next
    }
    return false
  }

  private static func value(of attribute: xmlAttrPtr) -> String {
    // One text child is the rule; an entity reference would make several.
    var units: [UInt8] = []
    collect(attribute.pointee.children, into: &units)
    return String(decoding: units, as: UTF8.self)
  }

  private static func collect(_ first: xmlNodePtr?, into units: inout [UInt8]) {
    var next = first
    while let node = next {
      switch node.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = node.pointee.content {
          units.append(
            contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
        }
      case XML_ELEMENT_NODE: collect(node.pointee.children, into: &units)
      default: break
      }
      next = node.pointee.next
    }
  }
}

/// The element children of a node.
public struct ChildElements: Sequence, IteratorProtocol {
  private var following: xmlNodePtr?

  init(first: xmlNodePtr?) { following = first }

  public mutating func next() -> XMLNode? {
    while let node = following {
      following = node.pointee.next
      if node.pointee.type == XML_ELEMENT_NODE { return XMLNode(pointer: node) }
    }
    return nil
  }
}

/// What stands directly in an element: texts and elements in document order.
public struct XMLContent: Sequence, IteratorProtocol {
  public enum Item {
    case text(String)
    case element(XMLNode)
  }
  private var following: xmlNodePtr?

  public init(of node: XMLNode) { following = node.pointer.pointee.children }

  public mutating func next() -> Item? {
    while let node = following {
      following = node.pointee.next
      switch node.pointee.type {
      case XML_ELEMENT_NODE: return .element(XMLNode(pointer: node))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = node.pointee.content {
          return .text(
            String(
              decoding: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))),
              as: UTF8.self))
        }
      default: break
      }
    }
    return nil
  }
}
