import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// Rules described to people.
public struct RuleText {
  private let language: Language
  private var page: TerminalPage

  private init(_ options: TextReporter.Options) {
    language = options.language
    page = TerminalPage(columns: options.columns, isColoured: options.isColoured)
  }

  private func said(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

  // MARK: List

  /// One line a rule: level, id, title.
  public static func list(_ rules: [Rule], options: TextReporter.Options) -> String {
    var writer = RuleText(options)
    let width = rules.map { TerminalText.width($0.id) }.max() ?? 0
    let levels = Severity.allCases.map { TerminalText.width($0.words[options.language]) }
    for rule in rules {
      let level = RuleDescription(rule).level
      let words = level.words[options.language]
      let gap = String(
        repeating: " ", count: (levels.max() ?? 0) - TerminalText.width(words) + 2)
      let pad = String(repeating: " ", count: width - TerminalText.width(rule.id) + 2)
      writer.page.write(rule.title[options.language], first: "\(words)\(gap)\(rule.id)\(pad)")
    }
    let count = rules.count
    writer.page.write(
      writer.said("\(count) quy tắc", "\(count) rule\(count == 1 ? "" : "s")"), style: .dim)
    return writer.page.text
  }

  // MARK: Show

  /// Everything a rule declares.
  public static func show(
    _ rule: Rule, law: LegalKnowledge, options: TextReporter.Options
  ) -> String {
    var writer = RuleText(options)
    writer.page.write(rule.id, style: .heading)
    writer.page.write(rule.title[options.language])
    writer.page.blank()
    writer.writeGrounds(rule, law)
    writer.writeTexts(rule)
    writer.writeExamples(rule)
    writer.page.blank()
    return writer.page.text
  }

  private mutating func writeGrounds(_ rule: Rule, _ law: LegalKnowledge) {
    for row in rule.severities {
      let words = row.level.words[language]
      let conditions = row.conditions(law, in: language)
      field("Mức", "Severity", conditions.isEmpty ? words : "\(words) — \(conditions)")
    }
    field("Bậc", "Tier", "\(rule.tier.name[language]), \(rule.strength.name[language])")
    if let window = DayWindow(from: rule.from, until: rule.until).words(in: language) {
      field("Thời gian", "Time", window)
    }
    if !rule.kinds.isEmpty {
      let names = rule.kinds.map { law.kind(id: $0)?.title[language] ?? $0 }
      field("Loại văn bản", "Kinds", names.joined(separator: ", "))
    }
    if !rule.stages.isEmpty {
      let names = rule.stages.map { Stage(rawValue: $0)?.words[language] ?? $0 }
      field("Giai đoạn", "Stages", names.joined(separator: ", "))
    }
    for basis in rule.bases {
      let plain = [basis.instrument, basis.provision].compactMap { $0 }.joined(separator: ", ")
      field("Căn cứ", "Basis", law.norm(basis)?.text(in: language) ?? plain)
    }
  }

  private mutating func writeTexts(_ rule: Rule) {
    if !rule.why[language].isEmpty {
      page.blank()
      page.write(rule.why[language])
    }
    page.blank()
    for (name, message) in rule.messages.sorted(by: { $0.key < $1.key }) {
      let label = said("Thông báo", "Message") + (name.isEmpty ? "" : " (\(name))")
      page.write(message[language], first: "\(label): ")
    }
    if let fix = rule.fix {
      let words = [fix.kind.words[language], fix.safety[language]].filter { !$0.isEmpty }
      field("Cách sửa", "Fix", words.joined(separator: "; "))
    }
  }

  private mutating func writeExamples(_ rule: Rule) {
    for example in rule.examples {
      page.blank()
      let verdict =
        switch example.expectation {
        case .fail: said("Sai", "Fails")
        case .pass: said("Đúng", "Passes")
        }
      let remarks = [
        example.asOf.map { said("xét theo ngày ", "as of ") + $0.text(in: language) },
        example.kind, example.stage, example.isAbsence ? said("thiếu", "an absence") : nil,
      ].compactMap { $0 }
      let suffix = remarks.isEmpty ? "" : " — " + remarks.joined(separator: ", ")
      page.write("\(verdict) (\(example.id))\(suffix)", style: .heading)
      for line in example.text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.isEmpty { page.blank() } else { page.write(String(line), first: "    ") }
      }
    }
  }

  private mutating func field(_ vi: String, _ en: String, _ value: String) {
    page.write(value, first: "\(said(vi, en)): ")
  }
}
