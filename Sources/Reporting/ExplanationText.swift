import LegalKnowledge
import RuleEngine
import TextMatching

/// Why a rule spoke, for people: one line a fact.
struct ExplanationText {
  private let finding: Finding
  private let explanation: Explanation
  private let language: Language

  /// The lines, without margin; empty when the finding carries no explanation.
  static func lines(of finding: Finding, in language: Language) -> [String] {
    guard let explanation = finding.explanation else { return [] }
    let writer = ExplanationText(
      finding: finding, explanation: explanation, language: language)
    return [writer.arguments, writer.day, writer.level, writer.policy].compactMap { $0 }
      + writer.norms + writer.cited + [writer.declaration].compactMap { $0 }
  }

  private init(finding: Finding, explanation: Explanation, language: Language) {
    self.finding = finding
    self.explanation = explanation
    self.language = language
  }

  private func said(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

  private var arguments: String? {
    var words = explanation.arguments.map { "\($0.name) = \($0.value[language])" }
    if let name = explanation.caseName { words.insert(said("trường hợp ", "case ") + name, at: 0) }
    guard !words.isEmpty else { return nil }
    return said("Dữ kiện: ", "Facts: ") + words.joined(separator: "; ")
  }

  private var day: String {
    let date = explanation.date
    let first = date.earliest.text(in: language)
    let reason = date.reason[language]
    let known =
      switch (date.isCertain, explanation.isCertain) {
      case (true, _): ""
      case (false, true):
        said(
          "; đúng với mọi ngày đến \(date.latest.vietnamese)",
          "; it holds on every day to \(date.latest.iso)")
      case (false, false):
        said(
          "; không đúng với mọi ngày đến \(date.latest.vietnamese)",
          "; it does not hold on every day to \(date.latest.iso)")
      }
    return said("Ngày xét: ", "As of: ") + "\(first) (\(reason))\(known)"
  }

  private var level: String {
    let level = explanation.level
    let conditions = level.row.conditions(nil, in: language)
    let declared =
      level.row.level.words[language] + (conditions.isEmpty ? "" : " (\(conditions))")
    let grounds = [level.tier.name[language], level.strength.name[language]]
    let caps = level.caps.filter { $0.most < level.row.level }.map { cap in
      said("hạ xuống ", "lowered to ")
        + "\(cap.most.words[language]): \(cap.reason.words[language])"
    }
    return said("Mức khai báo: ", "Declared level: ") + declared + " · "
      + (grounds + caps).joined(separator: "; ")
  }

  /// Said when something after the rule changed the level.
  private var policy: String? {
    let level = explanation.level.caps.map(\.most).reduce(explanation.level.row.level, min)
    guard level != finding.severity else { return nil }
    let words = finding.severity.words[language]
    return said("Cấu hình đổi mức thành: ", "The configuration made it: ") + words
  }

  private var norms: [String] {
    explanation.norms.map { norm in
      let label =
        explanation.choseNorms
        ? said("Quy phạm (theo điều đã thấy): ", "Norm (by what was seen): ")
        : said("Quy phạm: ", "Norm: ")
      // The words of a basis say its certainty unless it was read at its source.
      let certainty = norm.basis.verified == .yes ? [Verification.yes.words[language]] : []
      return label
        + ([norm.basis.text(in: language)] + certainty + sources(norm.sources))
        .joined(separator: "; ")
    }
  }

  private var cited: [String] {
    explanation.cited.map { cited in
      let label = said("Viện dẫn: ", "Citation: ")
      if cited.candidates.isEmpty {
        return label + "“\(cited.text)”: " + said("không có trong dữ liệu", "not in the data")
      }
      let lead = cited.candidates.count > 1 ? said("một trong: ", "one of: ") : ""
      return label + lead + cited.candidates.map(described).joined(separator: " | ")
    }
  }

  private func described(_ candidate: Explanation.Cited.Candidate) -> String {
    let window = DayWindow(from: candidate.from, until: candidate.until).words(in: language)
      .map { said("hiệu lực \($0)", "in force \($0)") }
    let facts = [
      window ?? said("chưa rõ hiệu lực", "force not known"), candidate.verified.words[language],
    ]
    return "\(candidate.name): "
      + (facts + sources(candidate.sources)).joined(separator: "; ")
  }

  private func sources(_ sources: [String]) -> [String] {
    sources.isEmpty ? [] : [said("nguồn: ", "source: ") + sources.joined(separator: "; ")]
  }

  private var declaration: String? {
    guard !explanation.path.isEmpty else { return nil }
    return said("Khai báo tại: ", "Declared at: ") + "\(explanation.path):\(explanation.line)"
  }
}
