/// An element to be written: a value, so that trees can be built piece by piece and compared.
public struct XMLElement: Sendable, Hashable {
  public enum Child: Sendable, Hashable {
    case element(XMLElement)
    case text(String)
  }

  /// With its prefix, as it is to be written.
  public var name: String
  /// In the order they are to be written; names with their prefixes.
  public var attributes: [Attribute]
  public var children: [Child]
  /// Text and inline elements: white space between the children would change the meaning.
  public var isMixed: Bool

  public struct Attribute: Sendable, Hashable {
    public var name: String
    public var value: String
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// - Parameter attributes: those with a nil value are left out.
  public init(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], isMixed: Bool = false,
    _ children: [Child] = []
  ) {
    self.name = name
    self.attributes = attributes.compactMap { name, value in value.map { Attribute(name, $0) } }
    self.isMixed = isMixed
    self.children = children
  }

  public init(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], elements: [XMLElement]
  ) {
    self.init(name, attributes, elements.map(Child.element))
  }

  /// Adds an attribute at the end; a nil value adds none.
  public mutating func set(_ name: String, _ value: String?) {
    if let value { attributes.append(Attribute(name, value)) }
  }

  /// The element as XML 1.0, without a declaration.
  /// - Parameter isIndented: elements that hold only elements get a line each, two spaces a level.
  ///   Mixed content is never touched.
  public func serialised(isIndented: Bool) -> String {
    var text = ""
    write(to: &text, level: isIndented ? 0 : nil)
    return text
  }

  private func write(to text: inout String, level: Int?) {
    text += "<\(name)"
    for attribute in attributes { text += XMLText.attribute(attribute.name, attribute.value) }
    guard !children.isEmpty else {
      text += "/>"
      return
    }
    text += ">"
    let inner = isMixed ? nil : level.map { $0 + 1 }
    for child in children {
      if let inner { text += "\n" + String(repeating: "  ", count: inner) }
      switch child {
      case .element(let element): element.write(to: &text, level: inner)
      case .text(let words): text += XMLText.escaped(words)
      }
    }
    if inner != nil, let level { text += "\n" + String(repeating: "  ", count: level) }
    text += "</\(name)>"
  }
}
