import DocumentAnalysis
import DocumentModel
import DossierAnalysis
import Reporting
import RuleEngine
import TextMatching

/// Papers of a dossier that are there twice: the same words under two names. The first is appraised;
/// the other is told and set aside, lest it be taken for a second report or a second vote.
enum SamePapers {
  private static let note = ToolNotes.note(
    "duplicate-paper", level: .warning,
    title: LocalizedText(
      vi: "Hai tệp trong hồ sơ trùng nội dung", en: "Two files of the dossier are the same paper"),
    why: LocalizedText(
      vi: "Tệp nộp nhầm hai lần thường có nghĩa là thiếu một văn bản khác.",
      en: "A file sent twice by mistake often means that another paper is missing."),
    message: LocalizedText(vi: "{message}", en: "{message}"), arguments: ["message"]
  ) { _ in [] }

  static let all = [note]
  static var rule: Rule { note.rule }

  /// By paper: the first one with the same words; nil for those that are the first or the only one.
  static func copies<Failure>(among papers: [Result<Dossier.Paper, Failure>]) -> [Int?] {
    var firsts: [Int: [Int]] = [:]
    let texts = papers.map { paper -> [String]? in
      guard case .success(let paper) = paper else { return nil }
      let texts = paper.document.blocks.map(\.text).filter { !$0.isEmpty }
      return texts.isEmpty ? nil : texts
    }
    return texts.indices.map { index in
      guard let text = texts[index] else { return nil }
      let key = text.hashValue
      if let first = firsts[key, default: []].first(where: { texts[$0] == text }) { return first }
      firsts[key, default: []].append(index)
      return nil
    }
  }

  static func findings(
    in paper: Dossier.Paper, copyOf other: String, _ selection: RuleSelection
  ) -> [Finding] {
    selection.includes(rule.id) ? [finding(in: paper, copyOf: other)] : []
  }

  private static func finding(in paper: Dossier.Paper, copyOf other: String) -> Finding {
    let document = paper.document
    let location = Locator(document).location(of: TextSpan(block: 0, utf8: 0..<0))
    return Finding(
      rule: rule.id, severity: .warning,
      message: LocalizedText(
        vi: "Nội dung trùng với \(other) nên không thẩm định lại; nếu nộp nhầm, hãy thay bằng đúng "
          + "văn bản.",
        en:
          "Its text is that of \(other), so it is not appraised again; if it was sent by mistake, "
          + "put the right paper in its place."),
      basis: [], location: location, excerpt: "", context: document.blocks[0].text,
      contextRange: 0..<0, fixes: [],
      related: [
        Finding.Related(
          path: other, location: location, excerpt: "",
          message: LocalizedText(vi: "Văn bản được thẩm định.", en: "The paper appraised."))
      ],
      fingerprint: ToolNotes.fingerprint(rule.id, [paper.path, other]))
  }
}
