import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A nominee without a report of achievement, in a dossier that has reports.
  static let reportMissingForNominee = NativeCheck(
    across: "report-missing-for-nominee", arguments: ["name", "file"],
    cases: ["own-rules", "unread"]
  ) { context in
    let reports = ReportIndex(context)
    guard !reports.isEmpty else { return [] }
    let nominations = context.nominations
    let missing = nominations.filter { !reports.covers($0) }
    guard !missing.isEmpty else { return [] }
    // Where others proposed for the same have a report, one is asked for.
    let reported = nominations.filter(reports.covers).flatMap(\.awards)
    return missing.map { nomination in
      let awards = nomination.awards
      let isLeftOpen =
        !awards.isEmpty && awards.allSatisfy { context.hasOwnRules($0) }
        && !awards.contains { award in reported.contains { $0.mayEqual(award) } }
      let naming = nomination.first
      return DossierObservation(
        in: naming.paper,
        Observation(
          at: naming.nominee.anchor,
          case: context.unreadFile != nil ? "unread" : isLeftOpen ? "own-rules" : nil,
          arguments: [
            "name": .text(naming.nominee.nameText), "file": .text(context.unreadFile ?? ""),
          ]))
    }
  }
}

/// The reports of a dossier by whom they are about.
struct ReportIndex {
  /// Indices in `Dossier.papers`, by the key of the subject.
  private(set) var byKey: [String: [Int]] = [:]
  /// The letters of reports that cover several, and of the titles of the others.
  private var heads: [String] = []
  /// Names of subjects, to tell a slip from an absence.
  private var subjects: [(name: String, isPerson: Bool)] = []
  var isEmpty: Bool { heads.isEmpty }

  private static let summary = Pattern(known: #"tóm\s+tắt|tổng\s+hợp"#, options: .caseless)

  /// Whether one report stands for several nominees: a summary, or one that names no subject.
  static func isSummary(_ paper: Dossier.Paper) -> Bool {
    guard let report = paper.report else { return false }
    let components = paper.document.components
    let title = [components.typeName].compactMap { $0 } + components.subject
    return report.key.isEmpty || title.contains { summary.matches(paper.document.text($0)) }
  }

  private static func title(of paper: Dossier.Paper) -> String {
    let components = paper.document.components
    return Folding.letters(
      (components.subject + components.issuingBody).map(paper.document.text)
        .joined(separator: " | "))
  }

  init(_ context: DossierContext) {
    for index in context.dossier.papers(.report) {
      let paper = context.dossier.papers[index]
      guard let report = paper.report else { continue }
      if !report.key.isEmpty { byKey[report.key, default: []].append(index) }
      if let subject = report.subject {
        subjects.append((subject.text, report.recipient == .individual))
      }
      heads.append(
        ReportIndex.isSummary(paper)
          ? paper.letters(of: 0..<paper.document.blocks.count) : ReportIndex.title(of: paper))
    }
  }

  /// Whether a report is about the nominee, or about one whose name was probably meant.
  func covers(_ nomination: Nomination) -> Bool {
    if byKey[nomination.key] != nil { return true }
    if nomination.key.utf8.count >= 6,
      heads.contains(where: { $0.contains(bytesOf: nomination.key) })
    {
      return true
    }
    let name = nomination.first.nominee.nameText
    let isPerson = nomination.recipient == .individual
    return subjects.contains { subject in
      guard subject.isPerson == isPerson else { return false }
      return NearNames.areNear(subject.name, name, arePersons: isPerson)
        || !isPerson && UnitNames.agree(subject.name, name)
    }
  }
}
