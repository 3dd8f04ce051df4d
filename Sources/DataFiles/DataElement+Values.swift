import TextMatching

// Values that many kinds of data files have.

extension DataElement {
  /// An attribute of lower-case Latin letters, digits and single hyphens between them.
  public func identifier(_ attribute: String) throws -> String {
    let raw = try required(attribute)
    var previous = UInt8(ascii: "-")
    for unit in raw.utf8 {
      switch unit {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-") where previous != UInt8(ascii: "-"): break
      default: throw notAnIdentifier(raw, attribute)
      }
      previous = unit
    }
    if previous == UInt8(ascii: "-") { throw notAnIdentifier(raw, attribute) }
    return raw
  }

  private func notAnIdentifier(_ raw: String, _ attribute: String) -> DataFileError {
    error(
      vi: "“\(attribute)” chỉ gồm chữ thường không dấu, chữ số và dấu nối, không phải “\(raw)”",
      en: "\"\(attribute)\" takes lower-case letters, digits and hyphens only, not \"\(raw)\"")
  }

  /// An error for an element that may be there once only.
  public func duplicate() -> DataFileError {
    error(
      vi: "<\(name)> đã có ở trên; chỉ dùng một lần cho mỗi ngôn ngữ hay trường hợp",
      en: "<\(name)> is given twice; use it once for each language or case")
  }

  /// `text`, which must not be blank.
  public func nonEmptyText() throws -> String {
    let text = text
    if !text.isEmpty { return text }
    throw error(vi: "<\(name)> không được để trống", en: "<\(name)> must not be empty")
  }
}

extension LocalizedText {
  /// Sets the text of one language; false when it is there already.
  public mutating func set(_ text: String, in language: Language) -> Bool {
    switch language {
    case .vi:
      guard vi.isEmpty else { return false }
      vi = text
    case .en:
      guard en.isEmpty else { return false }
      en = text
    }
    return true
  }
}
