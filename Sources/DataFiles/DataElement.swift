import TextMatching
import XMLReading

/// An element of a strict data file: whatever its reader does not name is refused, with the line
/// and, for a near miss, what was probably meant.
///
/// Readers call `expect(attributes:children:)` first and then ask for what they need.
public struct DataElement: Sendable {
  private let number: Int
  private let source: Source

  fileprivate final class Source: Sendable {
    let path: String
    let table: XMLTable
    /// Attributes that the root may have whatever its reader names.
    let rootAttributes: Set<String>

    init(path: String, table: XMLTable, rootAttributes: Set<String>) {
      self.path = path
      self.table = table
      self.rootAttributes = rootAttributes
    }
  }

  private init(_ number: Int, _ source: Source) {
    self.number = number
    self.source = source
  }

  public var path: String { source.path }
  private var table: XMLTable { source.table }

  /// Parses a file and checks its root element and namespace.
  /// - Throws: `DataFileError`.
  public static func root(
    of file: DataFile, named name: String, namespace: String,
    allowing rootAttributes: Set<String> = []
  ) throws -> DataElement {
    try root(of: file, among: [name], namespace: namespace, allowing: rootAttributes)
  }

  /// Parses a file whose root element may be one of several in the same namespace.
  /// - Parameter rootAttributes: those that the root may have whatever its reader names.
  /// - Throws: `DataFileError`.
  public static func root(
    of file: DataFile, among names: [String], namespace: String,
    allowing rootAttributes: Set<String> = []
  ) throws -> DataElement {
    let table: XMLTable
    do {
      table = try XMLTable(parsing: file.bytes)
    } catch let error as XMLError {
      throw DataFileError(
        path: file.path, line: max(error.line, 1), message: DataElement.wording(error.reason))
    }
    let element = DataElement(
      table.root, Source(path: file.path, table: table, rootAttributes: rootAttributes))
    guard names.contains(element.name) else {
      let list = names.map { "<\($0)>" }.joined(separator: ", ")
      throw element.error(
        vi: "phần tử gốc là <\(element.name)>, phải là \(list)",
        en: "the root element is <\(element.name)>; it must be \(list)")
    }
    guard table.namespace(of: table.root) == namespace else {
      throw element.error(
        vi: "không gian tên phải là xmlns=\"\(namespace)\"",
        en: "the namespace must be xmlns=\"\(namespace)\"")
    }
    return element
  }

  public var name: String { table.name(of: number) }
  public var line: Int { table.line(of: number) }

  public func error(vi: String, en: String) -> DataFileError {
    DataFileError(path: path, line: line, message: LocalizedText(vi: vi, en: en))
  }

  // MARK: Shape

  /// Refuses every attribute and child element that is not named, and stray text where children
  /// are expected. `xml:lang` is always allowed, with a language the program speaks.
  public func expect(
    attributes: Set<String>, children: Set<String> = [], text: Bool = false
  ) throws {
    try table.forEachAttribute(of: number) { attribute, namespace in
      if attributes.contains(attribute) && namespace == nil { return }
      if number == table.root, namespace == nil, source.rootAttributes.contains(attribute) {
        return
      }
      if attribute == "lang" && namespace == XMLNames.xml {
        let raw = optional("lang") ?? ""
        guard Language(rawValue: raw) == nil else { return }
        throw bad(value: raw, of: "xml:lang", known: Language.allCases.map(\.rawValue))
      }
      throw unknown(attribute, among: attributes, vi: "thuộc tính", en: "attribute", in: name)
    }
    for child in eachChild where !children.contains(child.name) {
      throw child.unknown(child.name, among: children, vi: "phần tử", en: "element", in: name)
    }
    if !text, table.hasOwnText(number) {
      throw error(
        vi: "<\(name)> không chứa chữ trực tiếp", en: "<\(name)> holds no text of its own")
    }
  }

  private func unknown(
    _ word: String, among known: Set<String>, vi: String, en: String, in parent: String
  ) -> DataFileError {
    let suggestion = EditDistance.suggestion(for: word, among: known.sorted())
    let list = known.sorted().joined(separator: ", ")
    let viHint = suggestion.map { "; có phải “\($0)”?" } ?? "; được dùng: \(list)"
    let enHint = suggestion.map { "; did you mean \"\($0)\"?" } ?? "; allowed: \(list)"
    return error(
      vi: "\(vi) lạ “\(word)” trong <\(parent)>\(viHint)",
      en: "unknown \(en) \"\(word)\" in <\(parent)>\(enHint)")
  }

  public var children: [DataElement] { Array(eachChild) }

  /// The same as `children`, one after the other and without an array: for long files.
  public var eachChild: Children {
    Children(following: table.firstChild(of: number), source: source)
  }

  public struct Children: Sequence, IteratorProtocol {
    fileprivate var following: Int?
    fileprivate let source: Source

    public mutating func next() -> DataElement? {
      guard let number = following else { return nil }
      following = source.table.nextSibling(of: number)
      return DataElement(number, source)
    }
  }

  public func children(_ name: String) -> [DataElement] { eachChild.filter { $0.name == name } }

  public func child(_ name: String) -> DataElement? { eachChild.first { $0.name == name } }

  // MARK: Values

  /// Character data, trimmed, white space collapsed to single spaces.
  public var text: String { table.withText(of: number, DataElement.collapse) }

  /// Character data as it stands, with only the indentation around it removed: for examples.
  public var verbatimText: String {
    table.withText(of: number) { String(decoding: $0, as: UTF8.self) }
  }

  /// `xml:lang`, Vietnamese when absent.
  public var language: Language {
    optional("lang").flatMap { Language(rawValue: $0) } ?? .vi
  }

  public func optional(_ attribute: String) -> String? {
    table.attribute(attribute, of: number)
  }

  /// The attribute, which must be there and not be blank.
  public func required(_ attribute: String) throws -> String {
    guard let value = optional(attribute), !value.utf8.allSatisfy(DataElement.isBlank) else {
      throw error(
        vi: "<\(name)> thiếu thuộc tính “\(attribute)”",
        en: "<\(name)> lacks the attribute \"\(attribute)\"")
    }
    return value
  }

  /// The attribute as one of an enumeration's raw values; nil when absent.
  public func optional<Value>(_ attribute: String, as type: Value.Type) throws -> Value?
  where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    guard let raw = optional(attribute) else { return nil }
    if let value = Value(rawValue: raw) { return value }
    throw bad(value: raw, of: attribute, known: Value.allCases.map(\.rawValue))
  }

  public func required<Value>(_ attribute: String, as type: Value.Type) throws -> Value
  where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    let raw = try required(attribute)
    if let value = Value(rawValue: raw) { return value }
    throw bad(value: raw, of: attribute, known: Value.allCases.map(\.rawValue))
  }

  /// White-space separated words of the attribute; empty when absent.
  public func list(_ attribute: String) -> [String] {
    guard let value = optional(attribute) else { return [] }
    var words: [String] = []
    var word: [UInt8] = []
    for unit in value.utf8 {
      if !DataElement.isBlank(unit) {
        word.append(unit)
      } else if !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  /// A white-space separated list of an enumeration's raw values.
  public func list<Value>(_ attribute: String, as type: Value.Type) throws -> [Value]
  where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    try list(attribute).map { raw in
      guard let value = Value(rawValue: raw) else {
        throw bad(value: raw, of: attribute, known: Value.allCases.map(\.rawValue))
      }
      return value
    }
  }

  public func integer(_ attribute: String) throws -> Int? {
    guard let raw = optional(attribute) else { return nil }
    guard let value = Int(raw) else {
      throw error(
        vi: "“\(attribute)” phải là số nguyên, không phải “\(raw)”",
        en: "\"\(attribute)\" must be a whole number, not \"\(raw)\"")
    }
    return value
  }

  /// `yes` or `no`; `fallback` when absent.
  public func flag(_ attribute: String, default fallback: Bool) throws -> Bool {
    switch optional(attribute) {
    case nil: return fallback
    case "yes": return true
    case "no": return false
    case .some(let raw): throw bad(value: raw, of: attribute, known: ["yes", "no"])
    }
  }

  /// An error for a value outside its list, with "did you mean".
  public func bad(value: String, of attribute: String, known: [String]) -> DataFileError {
    let suggestion = EditDistance.suggestion(for: value, among: known)
    let list = known.joined(separator: ", ")
    let viHint = suggestion.map { "; có phải “\($0)”?" } ?? "; được dùng: \(list)"
    let enHint = suggestion.map { "; did you mean \"\($0)\"?" } ?? "; allowed: \(list)"
    return error(
      vi: "“\(attribute)” không nhận giá trị “\(value)”\(viHint)",
      en: "\"\(attribute)\" does not take the value \"\(value)\"\(enHint)")
  }

  /// XML white space.
  private static func isBlank(_ unit: UInt8) -> Bool {
    unit == 0x20 || unit == 0x0A || unit == 0x09 || unit == 0x0D
  }

  /// Bytes, not characters: this runs over every text of every data file at start-up.
  private static func collapse(_ text: UnsafeBufferPointer<UInt8>) -> String {
    var isCollapsed = true
    var previous: UInt8 = 0x20
    for unit in text {
      if isBlank(unit), unit != 0x20 || previous == 0x20 {
        isCollapsed = false
        break
      }
      previous = unit
    }
    if isCollapsed, previous != 0x20 { return String(decoding: text, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for unit in text {
      if !isBlank(unit) {
        result.append(unit)
      } else if let last = result.last, last != 0x20 {
        result.append(0x20)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  private static func wording(_ reason: XMLError.Reason) -> LocalizedText {
    switch reason {
    case .malformed(let words):
      LocalizedText(vi: "XML không đúng cú pháp: \(words)", en: "XML is not well formed: \(words)")
    case .documentType:
      LocalizedText(
        vi: "không được có khai báo DOCTYPE hay thực thể; hãy xoá khai báo ấy",
        en: "no DOCTYPE or entity declaration is allowed; remove it")
    case .tooDeep(let limit):
      LocalizedText(
        vi: "phần tử lồng nhau quá \(limit) tầng", en: "elements are nested over \(limit) deep")
    case .tooLong(let limit):
      LocalizedText(vi: "tệp lớn hơn \(limit) byte", en: "the file is larger than \(limit) bytes")
    case .tooWide(let limit):
      LocalizedText(
        vi: "phần tử có hơn \(limit) thuộc tính", en: "an element has more than \(limit) attributes"
      )
    case .tooManyNodes(let limit):
      LocalizedText(
        vi: "tệp có hơn \(limit) phần tử", en: "the file has more than \(limit) elements")
    case .tooMuchText(let limit):
      LocalizedText(
        vi: "tệp có hơn \(limit) ký tự", en: "the file has more than \(limit) characters")
    case .textTooLong(let limit):
      LocalizedText(
        vi: "có đoạn chữ dài hơn \(limit) byte", en: "a text is longer than \(limit) bytes")
    case .tooSlow: LocalizedText(vi: "đọc tệp mất quá lâu", en: "reading the file took too long")
    case .empty: LocalizedText(vi: "tệp rỗng", en: "the file is empty")
    }
  }
}

private enum XMLNames {
  static let xml = "http://www.w3.org/XML/1998/namespace"
}
