import JSONReading
import LegalKnowledge
import TextMatching

/// An object of a plug-in's message, read strictly: what the protocol does not name is refused, with
/// its place in the message, so that a slip is seen and not passed over.
struct MessageObject {
  /// `result.findings[2]`
  let path: String
  private let node: JSONNode

  init(_ node: JSONNode, at path: String, allowing names: [String]) throws(PluginFault) {
    self.path = path
    self.node = node
    guard let members = node.object else {
      throw MessageObject.fault(path, vi: "phải là một đối tượng", en: "must be an object")
    }
    for member in members where !names.contains(member.name) {
      let near = EditDistance.suggestion(for: member.name, among: names)
      let list = names.joined(separator: ", ")
      throw MessageObject.fault(
        "\(path).\(member.name)",
        vi: "tên lạ" + (near.map { "; có phải “\($0)”?" } ?? "; được dùng: \(list)"),
        en: "unknown name" + (near.map { "; did you mean \"\($0)\"?" } ?? "; allowed: \(list)"))
    }
  }

  static func fault(_ path: String, vi: String, en: String) -> PluginFault {
    .malformed(path: path, why: LocalizedText(vi: vi, en: en))
  }

  func fault(_ name: String, vi: String, en: String) -> PluginFault {
    MessageObject.fault("\(path).\(name)", vi: vi, en: en)
  }

  /// Nil when the member is missing or null.
  func member(_ name: String) -> JSONNode? {
    node[name].flatMap { $0.isNull ? nil : $0 }
  }

  func required(_ name: String) throws(PluginFault) -> JSONNode {
    guard let value = member(name) else { throw fault(name, vi: "còn thiếu", en: "is missing") }
    return value
  }

  // MARK: Scalars

  func integer(_ name: String) throws(PluginFault) -> Int {
    guard let value = try required(name).integer else {
      throw fault(name, vi: "phải là số nguyên", en: "must be a whole number")
    }
    return value
  }

  func string(_ name: String) throws(PluginFault) -> String {
    guard let value = try required(name).string, !value.isEmpty else {
      throw fault(name, vi: "phải là chuỗi có chữ", en: "must be a string that is not empty")
    }
    return value
  }

  func flag(_ name: String, default value: Bool) throws(PluginFault) -> Bool {
    guard let node = member(name) else { return value }
    guard let flag = node.bool else {
      throw fault(name, vi: "phải là true hoặc false", en: "must be true or false")
    }
    return flag
  }

  /// Lower-case Latin letters, digits and single hyphens between them.
  func identifier(_ name: String) throws(PluginFault) -> String {
    let text = try string(name)
    var previous = UInt8(ascii: "-")
    for unit in text.utf8 {
      let isLetter = (0x61...0x7A).contains(unit) || (0x30...0x39).contains(unit)
      guard isLetter || (unit == UInt8(ascii: "-") && previous != unit) else {
        throw notIdentifier(name, text)
      }
      previous = unit
    }
    guard previous != UInt8(ascii: "-") else { throw notIdentifier(name, text) }
    return text
  }

  private func notIdentifier(_ name: String, _ text: String) -> PluginFault {
    fault(
      name,
      vi: "“\(text)” phải gồm chữ thường không dấu, chữ số và dấu gạch nối đơn ở giữa",
      en: "\"\(text)\" must be lower-case Latin letters, digits and single hyphens between them")
  }

  func choice<Value: RawRepresentable & CaseIterable>(
    _ name: String, as type: Value.Type, default value: Value? = nil
  ) throws(PluginFault) -> Value where Value.RawValue == String {
    if member(name) == nil, let value { return value }
    let raw = try string(name)
    guard let value = Value(rawValue: raw) else {
      throw bad(value: raw, at: "\(path).\(name)", known: Value.allCases.map(\.rawValue))
    }
    return value
  }

  func bad(value: String, at path: String, known: [String]) -> PluginFault {
    let near = EditDistance.suggestion(for: value, among: known)
    let list = known.joined(separator: ", ")
    return MessageObject.fault(
      path,
      vi: "“\(value)” không dùng được"
        + (near.map { "; có phải “\($0)”?" } ?? "; được dùng: \(list)"),
      en: "\"\(value)\" cannot be used"
        + (near.map { "; did you mean \"\($0)\"?" } ?? "; allowed: \(list)"))
  }

  func day(_ name: String) throws(PluginFault) -> CivilDate? {
    guard member(name) != nil else { return nil }
    let raw = try string(name)
    guard let day = CivilDate(iso: raw) else {
      throw fault(
        name, vi: "“\(raw)” không phải ngày có thật dạng YYYY-MM-DD",
        en: "\"\(raw)\" is no real day in the form YYYY-MM-DD")
    }
    return day
  }

  // MARK: Texts and lists

  /// `{"vi": "…", "en": "…"}`; English may be missing.
  func text(_ name: String) throws(PluginFault) -> LocalizedText {
    try MessageObject.text(try required(name), at: "\(path).\(name)")
  }

  static func text(_ node: JSONNode, at path: String) throws(PluginFault) -> LocalizedText {
    let object = try MessageObject(node, at: path, allowing: ["vi", "en"])
    return LocalizedText(
      vi: try object.string("vi"),
      en: object.member("en") == nil ? "" : try object.string("en"))
  }

  func optionalText(_ name: String) throws(PluginFault) -> LocalizedText? {
    member(name) == nil ? nil : try text(name)
  }

  /// The items of an array with their places; none when it is missing.
  func items(
    _ name: String, atMost limit: Int
  ) throws(PluginFault) -> [(node: JSONNode, path: String)] {
    guard let node = member(name) else { return [] }
    guard let items = node.array else {
      throw fault(name, vi: "phải là một mảng", en: "must be an array")
    }
    guard items.count <= limit else {
      throw fault(
        name, vi: "có \(items.count) phần tử, quá giới hạn \(limit)",
        en: "holds \(items.count) items, over the limit of \(limit)")
    }
    return items.enumerated().map { ($1, "\(path).\(name)[\($0)]") }
  }

  /// An array of words, each one of `known`.
  func words(_ name: String, known: [String]) throws(PluginFault) -> [String] {
    var words: [String] = []
    for (node, path) in try items(name, atMost: 1_000) {
      guard let word = node.string else {
        throw MessageObject.fault(path, vi: "phải là chuỗi", en: "must be a string")
      }
      guard known.contains(word) else { throw bad(value: word, at: path, known: known) }
      words.append(word)
    }
    return words
  }
}
