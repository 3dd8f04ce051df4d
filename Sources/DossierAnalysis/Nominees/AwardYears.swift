import DocumentAnalysis
import LegalKnowledge
import TextMatching

/// The years that proposed awards are for.
struct AwardYears {
  private let document: RecognisedDocument
  /// Of the paper as a whole, from its subject.
  let ofPaper: ClosedRange<Int>?

  init(_ document: RecognisedDocument) {
    self.document = document
    ofPaper =
      document.components.subject.lazy.compactMap {
        YearSpan.read(document.text($0))
      }.first
  }

  /// What stands behind the award's name, else what the paper's subject says.
  func years(of nominee: Nominee) -> ClosedRange<Int>? {
    guard let award = nominee.awards.first else { return ofPaper }
    let text = document.blocks[award.span.block].text
    let rest = String(text[utf8Range: award.span.utf8.upperBound..<text.utf8.count])
    return AwardYears.following(rest) ?? ofPaper
  }

  private static let close = Pattern(
    known: #"^[\s,(–-]*(?:của\s+)?(?:các\s+)?năm\s+(?:học\s+)?(?:19|20)\d{2}"#, options: .caseless)

  private static func following(_ text: String) -> ClosedRange<Int>? {
    guard let match = close.firstMatch(in: text) else { return nil }
    let tail = text[utf8Range: 0..<text.utf8.count].prefix(60)
    return match.range.isEmpty ? nil : YearSpan.read(String(tail))
  }
}
