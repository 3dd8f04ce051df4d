import DocumentAnalysis
import LegalKnowledge
import TextMatching

/// What can be held against the requirements of an award: a report and the works that other papers
/// of the dossier certify.
public struct Evidence: Sendable {
  public var report: AchievementReport
  /// The report's text, to look for shares and statements.
  public var document: RecognisedDocument
  /// Works of this nominee in certificates.
  public var certified: [WorkMention]
  /// The last year the award is for: the years before it count “up to the proposal”.
  public var year: Int
  /// Ids of awards that the same dossier proposes for the same nominee and year: the third “Chiến sĩ
  /// thi đua cơ sở” is often decided together with the title that asks for three.
  public var concurrent: Set<String>
  /// The earliest award that the route under comparison asks for first, when its years count from
  /// there.
  var start: (year: Int, span: TextSpan)?

  public init(
    report: AchievementReport, document: RecognisedDocument, certified: [WorkMention] = [],
    year: Int, concurrent: Set<String> = []
  ) {
    self.report = report
    self.document = document
    self.certified = certified
    self.year = year
    self.concurrent = concurrent
  }
}

/// The longest run of years that ends at or just before a year.
struct YearRun {
  /// Years without a gap, in order; empty when none.
  var years: ClosedRange<Int>?
  /// The latest year missing between the run and an earlier year of the list.
  var gap: Int?

  /// - Parameter last: the year of the proposal; a run may end there or the year before, since the
  ///   last year's award is often decided together with the proposal.
  init(_ years: Set<Int>, upTo last: Int) {
    guard let end = years.filter({ $0 <= last }).max() else { return }
    guard end >= last - 1 else {
      gap = last - 1
      return
    }
    var first = end
    while years.contains(first - 1) { first -= 1 }
    self.years = first...end
    if years.contains(where: { $0 < first - 1 }) { gap = first - 1 }
  }

  var count: Int { years?.count ?? 0 }
}
