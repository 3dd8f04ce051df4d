import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// One rule of the book, under fixed headings.
struct RuleBookSection {
  let book: RuleBook
  let entry: RuleBook.Entry

  private var rule: Rule { entry.rule }
  private var law: LegalKnowledge { book.law }
  private var language: Language { book.language }
  private func said(_ vi: String, _ en: String) -> String { book.said(vi, en) }

  func write(to page: inout Markdown) {
    page.anchor(BookLinks.anchor(ofRule: rule.id))
    page.heading(2, Markdown.escaped(rule.title[language]))
    page.paragraph(
      [
        Markdown.code(rule.id), said("bậc ", "tier ") + rule.tier.name[language],
        rule.strength.name[language],
      ].joined(separator: " · "))
    writeWhat(to: &page)
    writeWhy(to: &page)
    writeBasis(to: &page)
    writeSeverity(to: &page)
    writeScope(to: &page)
    writeExamples(to: &page)
    writeFix(to: &page)
    writeSuppression(to: &page)
  }

  // MARK: What and why

  private func writeWhat(to page: inout Markdown) {
    page.heading(3, said("Chương trình nói gì", "What it says"))
    page.list(
      rule.messages.sorted { $0.key < $1.key }.map { name, message in
        let lead =
          name.isEmpty
          ? "" : said("Trường hợp ", "Case ") + Markdown.code(name) + ": "
        return lead + Markdown.escaped(message[language])
      })
  }

  private func writeWhy(to page: inout Markdown) {
    guard !rule.why[language].isEmpty else { return }
    page.heading(3, said("Vì sao", "Why"))
    page.paragraph(Markdown.escaped(rule.why[language]))
  }

  // MARK: Basis

  private func writeBasis(to page: inout Markdown) {
    page.heading(3, said("Căn cứ pháp lý", "Legal basis"))
    page.list(rule.bases.map { described($0) })
    let chosen = chosenBases
    if !chosen.isEmpty {
      page.paragraph(
        said(
          "Quy tắc tự nêu căn cứ theo điều thấy trong văn bản; trong các ví dụ dưới đây là:",
          "The rule names its basis by what it sees in the paper; in the examples below:"))
      page.list(chosen.map { described($0) })
    }
    if rule.bases.isEmpty, chosen.isEmpty {
      page.paragraph(
        said("Không dựa vào một điều khoản riêng.", "It rests on no provision of its own."))
    }
  }

  /// Norms that findings on examples name and the declaration does not.
  private var chosenBases: [Rule.Basis] {
    var result: [Rule.Basis] = []
    for example in rule.examples {
      for finding in entry.findings[example.id] ?? [] {
        for basis in finding.basis {
          let norm = Rule.Basis(instrument: basis.instrument, provision: basis.provision)
          if !rule.bases.contains(norm), !result.contains(norm) { result.append(norm) }
        }
      }
    }
    return result
  }

  private func described(_ basis: Rule.Basis) -> String {
    guard let norm = law.norm(basis) else {
      return Markdown.escaped(
        [basis.instrument, basis.provision].compactMap { $0 }.joined(separator: ", "))
    }
    let certainty = norm.verified == .yes ? "; \(Verification.yes.words[language])" : ""
    return Markdown.escaped(norm.text(in: language)) + certainty
  }

  // MARK: Severity

  /// The gravest level a finding of the rule can have.
  var gravest: Severity { rule.severities.map { reachable($0) }.max() ?? .note }

  /// A row's level after the caps that do not depend on the paper.
  private func reachable(_ row: Rule.SeverityCase) -> Severity {
    let tier = row.tier ?? rule.tier
    let isSoft = tier == .practice || rule.strength != .mandatory
    let level = isSoft ? min(row.level, .warning) : row.level
    // A check that names its own norms is judged by those.
    guard tier.restsOnNorm, chosenBases.isEmpty else { return level }
    let known = rule.bases.compactMap { law.norm($0)?.verified }.max()
    return known.map { min(level, Severity.most(for: $0)) } ?? level
  }

  private func writeSeverity(to page: inout Markdown) {
    page.heading(3, said("Mức", "Severity"))
    page.list(
      rule.severities.map { row in
        let level = reachable(row)
        let lowered =
          level == row.level
          ? ""
          : said(" (khai báo \(row.level.words.vi))", " (declared \(row.level.words[.en]))")
        let conditions = row.conditions(law, in: language)
        let scope =
          conditions.isEmpty
          ? (rule.severities.count > 1 ? said("còn lại", "otherwise") : said("luôn", "always"))
          : Markdown.escaped(conditions)
        return Markdown.bold(level.words[language]) + lowered + ": " + scope
      })
    page.paragraph(
      said("Bậc ", "Tier ") + Markdown.bold(rule.tier.name[language]) + ": "
        + rule.tier.meaning[language] + ".")
    if let window = DayWindow(from: rule.from, until: rule.until).words(in: language) {
      page.paragraph(
        said("Chỉ áp dụng cho văn bản có ngày \(window).", "For papers dated \(window) only."))
    }
  }

  // MARK: Scope

  private func writeScope(to page: inout Markdown) {
    page.heading(3, said("Áp dụng cho", "Applies to"))
    let kinds =
      rule.kinds.isEmpty
      ? said("mọi loại, kể cả khi chưa nhận ra loại", "every kind, unknown included")
      : rule.kinds.map { law.kind(id: $0)?.title[language] ?? $0 }.joined(separator: ", ")
    let stages =
      rule.stages.isEmpty
      ? said("dự thảo và đã ban hành", "draft and issued")
      : rule.stages.map { Stage(rawValue: $0)?.words[language] ?? $0 }.joined(separator: ", ")
    let families = rule.families.compactMap(RecognisedKind.Family.init).map { $0.words[language] }
    page.list(
      [
        said("Loại văn bản: ", "Kinds: ") + Markdown.escaped(kinds),
        said("Giai đoạn: ", "Stages: ") + Markdown.escaped(stages),
      ]
        + (families.isEmpty
          ? []
          : [
            said("Chỉ văn bản: ", "Only papers that are: ")
              + Markdown.escaped(families.joined(separator: ", "))
          ]))
    if entry.isAcrossPapers {
      page.paragraph(
        said(
          "Trong một hồ sơ: xét các văn bản cùng nhau.",
          "In a dossier it looks at the papers together."))
    }
  }

  // MARK: Examples

  private func writeExamples(to page: inout Markdown) {
    page.heading(3, said("Ví dụ", "Examples"))
    if rule.examples.isEmpty {
      page.paragraph(said("Chưa có ví dụ.", "None yet."))
      return
    }
    for example in rule.examples {
      let verdict =
        switch example.expectation {
        case .fail: said("Sai", "Fails")
        case .pass: said("Đúng", "Passes")
        }
      let remarks = [
        example.asOf.map { said("xét theo ngày ", "as of ") + $0.text(in: language) },
        example.kind.map { law.kind(id: $0)?.title[language] ?? $0 },
        example.stage.map { Stage(rawValue: $0)?.words[language] ?? $0 },
        example.isAbsence ? said("thiếu", "an absence") : nil,
      ].compactMap { $0 }
      let suffix = remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))"
      page.paragraph(
        "**\(verdict)** " + Markdown.code(example.id) + Markdown.escaped(suffix))
      page.block(example.text)
      page.list((entry.findings[example.id] ?? []).map(words(of:)))
    }
  }

  private func words(of finding: Finding) -> String {
    let message =
      Markdown.bold(finding.severity.words[language]) + ": "
      + Markdown.escaped(finding.message[language])
    let fixes = finding.fixes.map { fix in
      let label =
        switch fix.kind {
        case .mechanical: said("Cách sửa: ", "Fix: ")
        case .proposed: said("Đề xuất: ", "Proposal: ")
        }
      return label + Markdown.escaped(fix.description[language])
    }
    return ([message] + fixes).joined(separator: "\n  - ")
  }

  // MARK: Fix and suppression

  private func writeFix(to page: inout Markdown) {
    page.heading(3, said("Cách sửa", "Fix"))
    guard let fix = rule.fix else {
      page.paragraph(said("Chương trình không đề xuất sửa.", "The program offers none."))
      return
    }
    let safety = fix.safety[language]
    page.paragraph(
      Markdown.escaped(fix.kind.words[language] + (safety.isEmpty ? "" : "; \(safety)")) + ".")
  }

  /// The lines of the configuration that silence the rule for one file and a while.
  private func writeSuppression(to page: inout Markdown) {
    page.heading(3, said("Bỏ qua có thời hạn", "Suppressing it"))
    page.paragraph(
      said(
        "Trong `.tdktlint.yml`, cho một tệp hay thư mục:",
        "In `.tdktlint.yml`, for a file or a folder:"))
    page.block(
      """
      suppressions:
        - rule: \(rule.id)
          path: \(said("ke-hoach/2025.docx", "plans/2025.docx"))
          reason: \(said("vì sao chấp nhận", "why it is accepted"))
          owner: \(said("ai chịu trách nhiệm", "who answers for it"))
          expires: YYYY-MM-DD
      """, language: "yaml")
    guard rule.tier == .practice else { return }
    page.paragraph(
      said(
        "Quy tắc thuộc bậc thông lệ: cơ quan, đơn vị đổi được mức ở `severity` (`error`, `warning`, "
          + "`note`, `off`); `owner` và `expires` không bắt buộc.",
        "A rule of practice: a unit may set its level under `severity` (`error`, `warning`, `note`, "
          + "`off`); `owner` and `expires` may be left out."))
  }
}
