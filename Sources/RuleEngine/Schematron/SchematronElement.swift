import DataFiles
import TextMatching
import XMLReading

/// An element of a Schematron file (ISO/IEC 19757-3): what its reader does not name is refused,
/// elements of other namespaces are passed over, as the standard allows.
struct SchematronElement {
  static let namespace = "http://purl.oclc.org/dsdl/schematron"
  private static let inclusion = "http://www.w3.org/2001/XInclude"

  let node: XMLNode
  let path: String
  /// Parameters of the abstract pattern it stands in, put in the place of `$name`.
  var parameters: [String: String] = [:]

  var name: String { node.name }
  var line: Int { node.line }

  /// The children in Schematron's namespace.
  /// - Throws: for XInclude, `include`, and what is not in `allowed`.
  func children(_ allowed: Set<String>) throws(DataFileError) -> [SchematronElement] {
    var result: [SchematronElement] = []
    for child in node.children {
      let element = SchematronElement(node: child, path: path, parameters: parameters)
      if child.namespace == SchematronElement.inclusion { throw element.otherFile }
      guard child.namespace == SchematronElement.namespace else { continue }
      if child.name == "include" { throw element.otherFile }
      guard allowed.contains(child.name) else { throw element.unknown(in: name, allowed) }
      result.append(element)
    }
    return result
  }

  /// - Throws: for an attribute without namespace that is not in `allowed`.
  func expect(attributes allowed: Set<String>) throws(DataFileError) {
    for attribute in node.attributes
    where attribute.namespace == nil && !allowed.contains(attribute.name) {
      let near = EditDistance.suggestion(for: attribute.name, among: allowed.sorted())
      throw error(
        vi: "thuộc tính lạ “\(attribute.name)” trong <\(name)>"
          + (near.map { "; có phải “\($0)”?" } ?? ""),
        en: "unknown attribute \"\(attribute.name)\" in <\(name)>"
          + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
    }
  }

  func optional(_ attribute: String) -> String? {
    node.attributes.first { $0.namespace == nil && $0.name == attribute }
      .map { substituted($0.value) }
  }

  func required(_ attribute: String) throws(DataFileError) -> String {
    if let value = optional(attribute), !value.allSatisfy(\.isWhitespace) { return value }
    throw error(
      vi: "<\(name)> thiếu thuộc tính “\(attribute)”",
      en: "<\(name)> lacks the attribute \"\(attribute)\"")
  }

  func flag(_ attribute: String) throws(DataFileError) -> Bool {
    switch optional(attribute) {
    case nil, "false": return false
    case "true": return true
    case .some(let value):
      throw error(
        vi: "“\(attribute)” là true hoặc false, không phải “\(value)”",
        en: "\"\(attribute)\" is true or false, not \"\(value)\"")
    }
  }

  func words(_ attribute: String) -> [String] {
    (optional(attribute) ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Text of the element, white space collapsed.
  var text: String { Locator.collapsed(node.text) }

  /// `xml:lang` of the element or of one around it.
  var language: Language? {
    let own = node.attributes.first {
      $0.name == "lang" && $0.namespace == "http://www.w3.org/XML/1998/namespace"
    }
    return own.flatMap { Language(rawValue: String($0.value.prefix(2))) }
  }

  func error(vi: String, en: String) -> DataFileError {
    DataFileError(path: path, line: max(line, 1), message: LocalizedText(vi: vi, en: en))
  }

  private var otherFile: DataFileError {
    error(
      vi: "<\(name)> không được dùng: tệp quy tắc không đọc tệp nào khác",
      en: "<\(name)> is not allowed: a rule file reads no other file")
  }

  private func unknown(in parent: String, _ allowed: Set<String>) -> DataFileError {
    let near = EditDistance.suggestion(for: name, among: allowed.sorted())
    return error(
      vi: "phần tử lạ <\(name)> trong <\(parent)>" + (near.map { "; có phải <\($0)>?" } ?? ""),
      en: "unknown element <\(name)> in <\(parent)>"
        + (near.map { "; did you mean <\($0)>?" } ?? ""))
  }

  /// `$name` of a parameter as the text it stands for (5.4.9: a parameter is a macro).
  private func substituted(_ text: String) -> String {
    guard !parameters.isEmpty, text.contains("$") else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      rest = rest.dropFirst()
      guard scalar == "$" else {
        result.append(scalar)
        continue
      }
      let name = rest.prefix {
        Letters.isLetter($0) || Letters.isDigit($0) || $0 == "-" || $0 == "_" || $0 == "."
      }
      if let value = parameters[String(name)] {
        result.append(contentsOf: value.unicodeScalars)
        rest = rest.dropFirst(name.count)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
