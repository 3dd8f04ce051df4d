import DocumentAnalysis
import LegalKnowledge
import TextMatching

extension Dossier {
  private static let year = Pattern(
    known:
      #"(?<!\p{L})năm(?:\s+học|\s+công\s+tác)?\s+((?:19|20)\d{2})(?:\s*[-–—]\s*((?:19|20)\d{2}))?(?!\d)"#,
    options: .caseless)

  /// The last year that the awards of the dossier are for: the one that the subject of a paper names
  /// (a school year counts as the year it ends in), else the year of `day`.
  /// - Parameter paper: index of the paper to ask first; nil: the proposal.
  public func awardYear(asking paper: Int? = nil) -> Int? {
    let asked = [paper].compactMap { $0 } + papers(.proposal) + papers(.list) + papers(.minutes)
    for index in asked where papers.indices.contains(index) {
      let document = papers[index].document
      for span in document.components.subject {
        guard let match = Self.year.matches(in: document.text(span)).last else { continue }
        let text = document.text(span)
        if let group = match[2] ?? match[1] { return Int(text[utf8Range: group]) }
      }
    }
    return day?.year
  }
}
