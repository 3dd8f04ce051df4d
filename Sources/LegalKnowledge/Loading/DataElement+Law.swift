import DataFiles
import TextMatching

// Values that several law files share.

extension DataElement {
  func verification() throws -> Verification {
    try required("verified", as: Verification.self)
  }

  func date(_ attribute: String) throws -> CivilDate? {
    guard let raw = optional(attribute) else { return nil }
    guard let date = CivilDate(iso: raw) else {
      throw error(
        vi: "“\(attribute)” phải là một ngày có thật dạng 2024-01-31, không phải “\(raw)”",
        en: "\"\(attribute)\" must be a real day like 2024-01-31, not \"\(raw)\"")
    }
    return date
  }

  func requiredDate(_ attribute: String) throws -> CivilDate {
    _ = try required(attribute)
    guard let date = try date(attribute) else {
      throw error(
        vi: "<\(name)> thiếu thuộc tính “\(attribute)”",
        en: "<\(name)> lacks the attribute \"\(attribute)\"")
    }
    return date
  }

  /// Text that must be there.
  func requiredText() throws -> String {
    let text = text
    guard !text.isEmpty else {
      throw error(vi: "<\(name)> không được để trống", en: "<\(name)> must not be empty")
    }
    return text
  }

  /// The texts of the children with this name; each must be a plain element with text.
  func texts(_ child: String) throws -> [String] {
    var result: [String] = []
    for element in eachChild where element.name == child {
      result.append(try element.plainText())
    }
    return result
  }

  /// Text of an element that has neither attributes nor children.
  func plainText() throws -> String {
    try expect(attributes: DataElement.noNames, text: true)
    return try requiredText()
  }

  /// Phrases of the text, separated by `|`; each once, none blank.
  func phrases() throws -> [String] {
    try expect(attributes: DataElement.noNames, text: true)
    return try phrasesOfText()
  }

  /// Children with this name in the two languages; Vietnamese must be there.
  func localized(_ child: String) throws -> LocalizedText? {
    var result: LocalizedText?
    for element in eachChild where element.name == child {
      let text = try element.plainText()
      switch element.language {
      case .vi:
        guard (result?.vi ?? "").isEmpty else { throw element.repeated() }
        result = LocalizedText(vi: text, en: result?.en ?? "")
      case .en:
        guard (result?.en ?? "").isEmpty else { throw element.repeated() }
        result = LocalizedText(vi: result?.vi ?? "", en: text)
      }
    }
    if let result, result.vi.isEmpty {
      throw error(
        vi: "<\(child)> trong <\(name)> thiếu bản tiếng Việt",
        en: "<\(child)> in <\(name)> lacks the Vietnamese text")
    }
    return result
  }

  func requiredLocalized(_ child: String) throws -> LocalizedText {
    guard let text = try localized(child) else { throw missing(child) }
    return text
  }

  /// The texts of `<source>`, at least one.
  func sources() throws -> [String] {
    let sources = try texts("source")
    guard !sources.isEmpty else { throw withoutSource() }
    return sources
  }

  func withoutSource() -> DataFileError {
    error(
      vi: "<\(name)> thiếu <source>: hãy ghi nguồn của dữ kiện",
      en: "<\(name)> lacks <source>: say where the fact comes from")
  }

  /// The child with this name; refuses a second one.
  func only(_ child: String) throws -> DataElement? {
    var found: DataElement?
    for element in eachChild where element.name == child {
      guard found == nil else { throw element.repeated() }
      found = element
    }
    return found
  }

  func missing(_ child: String) -> DataFileError {
    error(vi: "<\(name)> thiếu phần tử <\(child)>", en: "<\(name)> lacks the element <\(child)>")
  }

  func repeated() -> DataFileError {
    error(
      vi: "<\(name)> chỉ được có một lần ở đây; hãy xoá bớt",
      en: "<\(name)> may stand here only once; remove one")
  }

  static let noNames: Set<String> = []
}
