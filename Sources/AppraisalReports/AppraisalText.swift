import Appraisal
import DossierAnalysis
import Reporting
import RuleEngine
import TextMatching

/// An appraisal sheet for people at a terminal: what is proposed for each nominee and why, and what no
/// machine has checked. Conditions that are met are left to the other forms.
public struct AppraisalText {
  private let sheet: AppraisalSheet
  private let words: SheetWords
  private var page: TerminalPage

  public static func render(_ sheet: AppraisalSheet, options: TextReporter.Options) -> String {
    var text = AppraisalText(sheet, options)
    text.write()
    return text.page.text
  }

  private init(_ sheet: AppraisalSheet, _ options: TextReporter.Options) {
    self.sheet = sheet
    words = SheetWords(sheet: sheet, language: options.language)
    page = TerminalPage(columns: options.columns, isColoured: options.isColoured)
  }

  private func said(_ vi: String, _ en: String) -> String { words.said(vi, en) }

  private mutating func write() {
    page.write(said("Trường hợp đề nghị", "Nominees"), style: .heading)
    if sheet.cases.isEmpty {
      page.write(
        said("Không nhận ra trường hợp nào được đề nghị.", "No nominee was recognised."),
        first: "  ")
    }
    for entry in sheet.cases { write(entry) }
    page.blank()
    let open = sheet.conditions.filter(\.isOpen)
    if !open.isEmpty {
      page.write(said("Điều kiện chung của hồ sơ", "Conditions of the dossier"), style: .heading)
      for condition in open { write(condition, margin: "  ") }
      page.blank()
    }
    writeUnchecked()
    let proposal = sheet.outcome.proposal
    page.write(
      [
        .init(text: said("Đề xuất: ", "Proposed outcome: "), style: .heading),
        .init(text: words.outcome(sheet.outcome), style: proposal.style),
      ])
    page.write(OutcomePolicy.words[words.language], style: .dim)
  }

  private mutating func write(_ entry: Case) {
    let proposal = entry.outcome.proposal
    let head = [words.name(entry), words.award(entry), entry.unit].filter { !$0.isEmpty }
      .map(TerminalText.sanitised).joined(separator: " · ")
    page.write(
      [
        .init(text: "\(entry.number). \(head): ", style: nil),
        .init(text: words.outcome(entry.outcome), style: proposal.style),
      ], first: "  \(proposal.symbol) ", style: proposal.style)
    for condition in entry.conditions where condition.isOpen {
      write(condition, margin: "      ")
    }
  }

  private mutating func write(_ condition: Condition, margin: String) {
    let verdict = condition.verdict.words[words.language]
    let basis = words.bases(condition.basis).first.map { " (\($0))" } ?? ""
    page.write(
      "\(verdict): \(condition.requirement[words.language])\(basis)", first: margin + "- ")
    for line in words.found(condition) { page.write(line, first: margin + "    ") }
  }

  // MARK: What people check

  /// Each requirement once, with the cases it is about.
  private mutating func writeUnchecked() {
    var order: [String] = []
    var numbers: [String: [Int]] = [:]
    func add(_ conditions: [Condition], of number: Int?) {
      for condition in conditions where condition.verdict == .notChecked {
        let requirement = condition.requirement[words.language]
        if numbers[requirement] == nil { order.append(requirement) }
        numbers[requirement, default: []] += number.map { [$0] } ?? []
      }
    }
    add(sheet.conditions, of: nil)
    for entry in sheet.cases { add(entry.conditions, of: entry.number) }
    guard !order.isEmpty || !sheet.manualChecks.isEmpty else { return }
    page.write(
      said(
        "Máy chưa kiểm tra được, người thẩm định xem", "Not checked by machine, for the appraiser"),
      style: .heading)
    for requirement in order {
      page.write(requirement + cases(numbers[requirement] ?? []), first: "  - ")
    }
    for check in sheet.manualChecks {
      page.write("\(words.manual(check)): \(check.who[words.language])", first: "  - ")
    }
    page.blank()
  }

  /// “ (trường hợp 1, 4)”; of many, how many they are.
  private func cases(_ numbers: [Int]) -> String {
    guard !numbers.isEmpty, numbers.count < sheet.cases.count else { return "" }
    if numbers.count > 8 {
      return said(" (\(numbers.count) trường hợp)", " (\(numbers.count) cases)")
    }
    let list = numbers.map(String.init).joined(separator: ", ")
    return said(" (trường hợp \(list))", " (case \(list))")
  }
}

extension Condition {
  fileprivate var isOpen: Bool { verdict == .notMet || verdict == .incomplete }
}

extension ProposedOutcome {
  fileprivate var symbol: String {
    switch self {
    case .eligible: "✓"
    case .incomplete: "▲"
    case .notEligible: "✖"
    }
  }

  fileprivate var style: Style? {
    switch self {
    case .eligible: nil
    case .incomplete: .warning
    case .notEligible: .error
    }
  }
}
