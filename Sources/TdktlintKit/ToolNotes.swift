import DataFiles
import DocumentAnalysis
import ExternalPlugins
import LegalKnowledge
import Reporting
import RuleEngine
import TextMatching

/// What the program itself has to say about a document. Declared here and not in `Rules/`: these
/// are no norms, and a rule pack cannot take their module's name.
enum ToolNotes {
  static let all: [(rule: Rule, check: NativeCheck)] =
    [unknownKind, assumedDate, amendedLaw, pluginFailed] + ofFile + SamePapers.all
    + SuppressionNotes.all

  private static let unknownKind = note(
    "unknown-kind",
    title: LocalizedText(vi: "Chưa nhận ra loại văn bản", en: "Kind of document not recognised"),
    why: LocalizedText(
      vi: "Mỗi loại văn bản có thành phần và căn cứ riêng; chưa rõ loại thì chỉ áp dụng được các "
        + "quy tắc chung.",
      en: "Each kind has components and legal bases of its own; without the kind only the rules "
        + "that fit any paper apply."),
    message: LocalizedText(
      vi: "Chưa nhận ra loại văn bản nên chỉ áp dụng các quy tắc chung; hãy ghi tên loại "
        + "(ví dụ “KẾ HOẠCH”) hoặc dùng --kind.",
      en: "The kind of document is not recognised, so only the rules that fit any paper apply; "
        + "write its type name or use --kind.")
  ) { context in
    guard context.document.kind.id == nil, !context.document.blocks.isEmpty else { return [] }
    return [Observation(at: TextSpan(block: 0, utf8: 0..<0))]
  }

  private static let assumedDate = note(
    "date-assumed",
    title: LocalizedText(
      vi: "Ngày để xét không lấy từ dòng ngày tháng",
      en: "The day it is judged on is not its written date"),
    why: LocalizedText(
      vi: "Hiệu lực của pháp luật tính theo ngày văn bản; thiếu ngày thì kết quả chỉ chắc chắn khi "
        + "đúng với mọi ngày có thể.",
      en:
        "Which law is in force depends on the paper's date; without one a finding is certain only "
        + "if it holds on every possible day."),
    message: LocalizedText(
      vi: "Văn bản chưa ghi đủ ngày, tháng, năm nên được xét theo ngày {asOf} ({reason}); hãy ghi "
        + "ngày hoặc dùng --as-of.",
      en: "The paper has no complete date, so it is judged as of {asOf} ({reason}); write the date "
        + "or use --as-of."),
    arguments: ["reason"]
  ) { context in
    let document = context.document
    switch document.date.source {
    case .placeDate, .meeting, .option: return []
    case .placeDatePartial, .citations, .planYear, .metadata, .today: break
    }
    guard !document.blocks.isEmpty else { return [] }
    let anchor = document.components.placeDate?.dateSpan ?? TextSpan(block: 0, utf8: 0..<0)
    return [
      Observation(at: anchor, arguments: ["reason": .localized(document.date.reason)])
    ]
  }

  /// Once a document, when the law of its day has been amended by a text the data does not hold.
  private static let amendedLaw = note(
    "law-amended",
    title: LocalizedText(
      vi: "Pháp luật đã được sửa đổi", en: "The law of the day has been amended"),
    why: LocalizedText(
      vi: "Dữ liệu chưa có nội dung sửa đổi thì kết quả dựa trên bản trước khi sửa phải được đối "
        + "chiếu lại.",
      en: "While the data lacks the amending text, whatever rests on the earlier one must be "
        + "compared with it."),
    message: LocalizedText(vi: "{caution}", en: "{caution}"), arguments: ["caution"]
  ) { context in
    guard !context.document.blocks.isEmpty,
      let caution = context.law.regime(on: context.asOf)?.caution
    else { return [] }
    let anchor =
      context.document.components.placeDate?.dateSpan ?? TextSpan(block: 0, utf8: 0..<0)
    return [Observation(at: anchor, arguments: ["caution": .localized(caution)])]
  }

  // MARK: Plug-ins

  private static let pluginFailed = note(
    "plugin-failed", level: .error,
    title: LocalizedText(vi: "Phần bổ trợ hỏng", en: "An external plug-in failed"),
    why: LocalizedText(
      vi: "Quy tắc của phần bổ trợ đã không được hỏi hết, nên không có phát hiện không có nghĩa là "
        + "văn bản đúng.",
      en: "Its rules were not all asked, so that they found nothing does not mean that the papers "
        + "are right."),
    message: LocalizedText(vi: "{message}", en: "{message}"), arguments: ["message"]
  ) { _ in [] }

  /// What the report as a whole says of plug-ins that were given up, once each. No selection of rules
  /// silences it: it says that the report is not whole.
  static func findings(of failures: [PluginFailure]) -> [Finding] {
    var seen: Set<[String]> = []
    return failures.filter { seen.insert($0.command).inserted }.map(finding)
  }

  private static func finding(of failure: PluginFailure) -> Finding {
    Finding(
      rule: pluginFailed.rule.id, severity: .error, message: failure.message, basis: [],
      location: Location(
        part: "", block: 0, section: nil, start: 0, end: 0, line: nil, column: nil),
      excerpt: "", context: "", contextRange: 0..<0, fixes: [], related: [],
      fingerprint: fingerprint(pluginFailed.rule.id, [failure.code] + failure.command))
  }

  /// Of a finding that no rule runner made.
  static func fingerprint(_ rule: String, _ identity: [String]) -> String {
    let words = ([rule] + identity).joined(separator: "\u{1F}")
    return String(SHA256.hex(of: words.utf8).prefix(32))
  }

  static func note(
    _ name: String, level: Severity = .note, title: LocalizedText, why: LocalizedText,
    message: LocalizedText, arguments: Set<String> = [],
    run: @escaping @Sendable (CheckContext) -> [Observation]
  ) -> (rule: Rule, check: NativeCheck) {
    let rule = Rule(
      id: "tool/\(name)", tier: .fact, strength: .mandatory, from: nil, until: nil,
      severities: [Rule.SeverityCase(level: level)], kinds: [], stages: [], bases: [],
      title: title, why: why, messages: ["": message], fix: nil,
      check: .native(module: "tool", name: name), examples: [], path: "", line: 0)
    return (rule, NativeCheck(name: name, arguments: arguments, run: run))
  }
}
