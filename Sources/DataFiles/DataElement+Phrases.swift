// Lists of phrases, one form for every kind of data file: “một cụm từ | cụm từ khác”.

extension DataElement {
  /// Phrases of the element's text, separated by `|`, none blank. The caller checks attributes and
  /// children.
  public func phrasesOfText() throws -> [String] { try phrases(in: text) }

  /// Phrases of an attribute, separated by `|`; none when it is absent.
  public func phrases(_ attribute: String) throws -> [String] {
    guard optional(attribute) != nil else { return [] }
    return try phrases(in: try required(attribute))
  }

  private func phrases(in list: String) throws -> [String] {
    guard !list.isEmpty else {
      throw error(vi: "<\(name)> không được để trống", en: "<\(name)> must not be empty")
    }
    var phrases: [String] = []
    var phrase: [UInt8] = []
    func close() throws {
      if phrase.last == 0x20 { phrase.removeLast() }
      guard !phrase.isEmpty else {
        throw error(
          vi: "<\(name)> có cụm từ trống giữa hai dấu “|”; hãy xoá bớt dấu",
          en: "<\(name)> has an empty phrase between two \"|\"; remove one")
      }
      phrases.append(String(decoding: phrase, as: UTF8.self))
      phrase.removeAll(keepingCapacity: true)
    }
    // White space is single spaces already.
    for unit in list.utf8 {
      if unit == UInt8(ascii: "|") {
        try close()
      } else if unit != 0x20 || !phrase.isEmpty {
        phrase.append(unit)
      }
    }
    try close()
    return phrases
  }
}
