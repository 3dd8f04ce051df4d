import DataFiles
import LegalKnowledge
import TextMatching
import YAMLReading

/// The file being read, for errors with its name.
struct ConfigurationSource: Sendable {
  let path: String

  func error(at position: TextPosition, vi: String, en: String) -> DataFileError {
    DataFileError(path: path, at: position, message: LocalizedText(vi: vi, en: en))
  }
}

/// A mapping of a strict configuration: a key that its reader does not name is refused.
struct ConfigurationTable {
  let source: ConfigurationSource
  /// For people: “suppressions”; empty for the whole file.
  let name: String
  let position: TextPosition
  private let entries: [YAMLNode.Entry]

  init(_ node: YAMLNode, named name: String, keys: [String], in source: ConfigurationSource) throws
  {
    guard let entries = node.mapping else {
      let words =
        name.isEmpty ? ("tệp", "the file") : ("mỗi mục “\(name)”", "an entry of \"\(name)\"")
      throw source.error(
        at: node.position,
        vi: "\(words.0) phải là bảng “khoá: giá trị”; các khoá: \(keys.joined(separator: ", "))",
        en: "\(words.1) must be a mapping of \"key: value\"; keys: \(keys.joined(separator: ", "))")
    }
    for entry in entries where !keys.contains(entry.key) {
      let near = EditDistance.suggestion(for: entry.key, among: keys)
      let list = keys.joined(separator: ", ")
      throw source.error(
        at: entry.keyPosition,
        vi: "khoá lạ “\(entry.key)”"
          + (near.map { "; có phải “\($0)”?" } ?? "; được dùng: \(list)"),
        en: "unknown key \"\(entry.key)\""
          + (near.map { "; did you mean \"\($0)\"?" } ?? "; allowed: \(list)"))
    }
    self.source = source
    self.name = name
    position = node.position
    self.entries = entries
  }

  /// The entry of a key; nil when it is not there.
  func entry(_ key: String) -> YAMLNode.Entry? { entries.first { $0.key == key } }

  private func wrongType(_ key: String, _ node: YAMLNode, vi: String, en: String) -> DataFileError {
    source.error(
      at: node.position, vi: "“\(key)” phải là \(vi)", en: "\"\(key)\" must be \(en)")
  }

  // MARK: Values

  func text(_ key: String) throws -> Located<String>? {
    try entry(key).map { try text($0.value, of: key) }
  }

  private func text(_ node: YAMLNode, of key: String) throws -> Located<String> {
    guard let text = node.text, !text.allSatisfy(\.isWhitespace) else {
      throw wrongType(key, node, vi: "chữ, không để trống", en: "text, and not empty")
    }
    return Located(text, at: node.position)
  }

  func required(_ key: String, why: LocalizedText? = nil) throws -> Located<String> {
    guard let text = try text(key) else { throw missing(key, why: why) }
    return text
  }

  func missing(_ key: String, why: LocalizedText? = nil) -> DataFileError {
    source.error(
      at: position, vi: "thiếu “\(key)”" + (why.map { ": \($0.vi)" } ?? ""),
      en: "\"\(key)\" is missing" + (why.map { ": \($0[.en])" } ?? ""))
  }

  /// A list of words, or one word alone.
  func texts(_ key: String) throws -> [Located<String>] {
    guard let node = entry(key)?.value else { return [] }
    guard let items = node.sequence else {
      guard node.mapping == nil else {
        throw wrongType(key, node, vi: "chữ hoặc danh sách chữ", en: "text or a list of texts")
      }
      return [try text(node, of: key)]
    }
    return try items.map { try text($0, of: key) }
  }

  /// The items of a list.
  func list(_ key: String) throws -> [YAMLNode] {
    guard let node = entry(key)?.value else { return [] }
    guard let items = node.sequence else {
      throw wrongType(
        key, node, vi: "danh sách, mỗi mục một dòng “- …”", en: "a list, each item after \"- \"")
    }
    return items
  }

  /// The entries of a mapping whose keys are free.
  func pairs(_ key: String) throws -> [YAMLNode.Entry] {
    guard let node = entry(key)?.value else { return [] }
    guard let entries = node.mapping else {
      throw wrongType(
        key, node, vi: "bảng, mỗi dòng một “quy tắc: mức”",
        en: "a mapping, a \"rule: level\" on each line")
    }
    return entries
  }

  func integer(_ key: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let node = entry(key)?.value else { return nil }
    guard let integer = node.integer, range.contains(integer) else {
      throw wrongType(
        key, node, vi: "số nguyên từ \(range.lowerBound) đến \(range.upperBound)",
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return integer
  }

  func day(_ key: String) throws -> Located<CivilDate>? {
    guard let node = entry(key)?.value else { return nil }
    guard let day = node.text.flatMap({ CivilDate(iso: $0) }) else {
      throw wrongType(
        key, node, vi: "một ngày có thật dạng 2026-12-31", en: "a real day like 2026-12-31")
    }
    return Located(day, at: node.position)
  }

  /// One word of a list.
  func choice(_ key: String, among words: [String]) throws -> Located<String>? {
    guard let node = entry(key)?.value else { return nil }
    return Located(try choice(node, of: key, among: words), at: node.position)
  }

  func choice(_ node: YAMLNode, of key: String, among words: [String]) throws -> String {
    if let word = node.text, words.contains(word) { return word }
    let list = words.joined(separator: ", ")
    guard let word = node.text else {
      throw wrongType(key, node, vi: "một trong: \(list)", en: "one of: \(list)")
    }
    let near = EditDistance.suggestion(for: word, among: words)
    throw source.error(
      at: node.position,
      vi: "“\(key)” không nhận “\(word)”"
        + (near.map { "; có phải “\($0)”?" } ?? "; được dùng: \(list)"),
      en: "\"\(key)\" does not take \"\(word)\""
        + (near.map { "; did you mean \"\($0)\"?" } ?? "; allowed: \(list)"))
  }
}
