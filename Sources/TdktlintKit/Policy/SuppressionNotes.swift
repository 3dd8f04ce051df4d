import Configuration
import DataFiles
import LegalKnowledge
import RuleEngine
import TextMatching

/// What the program has to say about the suppressions of a configuration. Their place is in the
/// configuration, so they belong to the report as a whole.
enum SuppressionNotes {
  static let all = [expired, unused]

  static let expired = ToolNotes.note(
    "suppression-expired", level: .warning,
    title: LocalizedText(vi: "Mục bỏ qua đã hết hạn", en: "A suppression has expired"),
    why: LocalizedText(
      vi:
        "Phát hiện được bỏ qua có thời hạn thì hết hạn phải được xem lại; từ đó nó lại được tính.",
      en: "What is set aside until a day is to be looked at again then; from that day it counts."),
    message: LocalizedText(vi: "{message}", en: "{message}"), arguments: ["message"]
  ) { _ in [] }

  static let unused = ToolNotes.note(
    "suppression-unused",
    title: LocalizedText(vi: "Mục bỏ qua không còn tác dụng", en: "A suppression has no use"),
    why: LocalizedText(
      vi: "Mục bỏ qua thừa có thể che mất một lỗi mới; hãy xoá nó.",
      en: "A suppression left over may hide a new fault; remove it."),
    message: LocalizedText(vi: "{message}", en: "{message}"), arguments: ["message"]
  ) { _ in [] }

  static func expired(
    _ suppression: Located<Suppression>, of configuration: Configuration, on day: CivilDate
  ) -> Finding {
    let place = place(of: suppression, in: configuration)
    let rule = suppression.value.rule
    let owner = suppression.value.owner
    return finding(
      expired.rule, suppression, of: configuration,
      LocalizedText(
        vi: "\(place): mục bỏ qua \(rule) đã hết hạn ngày \(day.vietnamese)"
          + (owner.map { " (người chịu trách nhiệm: \($0))" } ?? "")
          + "; phát hiện lại được tính. Hãy sửa văn bản, hoặc gia hạn kèm lý do.",
        en: "\(place): the suppression of \(rule) expired on \(day.iso)"
          + (owner.map { " (owner: \($0))" } ?? "")
          + "; its findings count again. Mend the paper, or extend it with a reason."))
  }

  static func unused(
    _ suppression: Located<Suppression>, of configuration: Configuration
  ) -> Finding {
    let place = place(of: suppression, in: configuration)
    let rule = suppression.value.rule
    let paths = suppression.value.paths.map(\.text).joined(separator: ", ")
    return finding(
      unused.rule, suppression, of: configuration,
      LocalizedText(
        vi: "\(place): mục bỏ qua \(rule) không khớp phát hiện nào trong \(paths); hãy xoá nó.",
        en: "\(place): the suppression of \(rule) matches no finding in \(paths); remove it."))
  }

  private static func place(
    of suppression: Located<Suppression>, in configuration: Configuration
  ) -> String { "\(configuration.path):\(suppression.position.line)" }

  private static func finding(
    _ rule: Rule, _ suppression: Located<Suppression>, of configuration: Configuration,
    _ message: LocalizedText
  ) -> Finding {
    let position = suppression.position
    let value = suppression.value
    let identity =
      [rule.id, configuration.path, value.rule, value.fingerprint ?? "", value.text ?? ""]
      + value.paths.map(\.text)
    return Finding(
      rule: rule.id, severity: rule.severities.first?.level ?? .note,
      message: message, basis: [],
      location: Location(
        part: configuration.path, block: 0, section: nil, start: 0, end: 0, line: position.line,
        column: position.column),
      excerpt: "", context: "", contextRange: 0..<0, fixes: [], related: [],
      fingerprint: String(SHA256.hex(of: identity.joined(separator: "\u{1F}").utf8).prefix(32)))
  }
}
