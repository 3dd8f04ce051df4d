import DocumentModel
import LegalKnowledge
import TextMatching

/// Reads the parts of the citations of one block: symbol, date, issuer, title, short form,
/// provisions. Roles, resolution and antecedents need the whole paper and come later.
struct CitationParser {
  let vocabulary: CitationVocabulary
  let block: Int
  /// The block's text.
  let text: String
  /// Where a citation that begins inside must end: the legal bases of this block.
  let bases: [Range<Int>]

  /// A citation read, with what later steps need to know.
  struct Parsed {
    var citation: Citation
    var symbol: InstrumentSymbol?
    /// Ids of the registered instruments of the name it is cited by.
    var namesakes: [String] = []
    var isByName = false
    /// “này”, “nêu trên”
    var isBackReference = false
    /// “Nghị định 98”
    var bareNumber: Int?
  }

  func parse() -> [Parsed] {
    let heads = CitationHeadFinder(vocabulary: vocabulary, text: text).heads()
    guard !heads.isEmpty else { return [] }
    var result: [Parsed] = []
    var end = 0
    for (index, head) in heads.enumerated() where head.start >= end {
      let basis = bases.first { $0.contains(head.start) }
      let limit = basis?.upperBound ?? text.utf8.count
      let parsed = parse(head, until: limit, following: heads[(index + 1)...])
      for item in parsed {
        end = max(end, item.citation.span.utf8.upperBound)
        result.append(item)
      }
    }
    attachProvisions(to: &result)
    return result
  }

  private func parse(
    _ head: CitationHead, until limit: Int, following: ArraySlice<CitationHead>
  ) -> [Parsed] {
    var tail = CitationTail(
      vocabulary: vocabulary, block: block, text: text, limit: limit, head: head)
    guard tail.read() else { return [] }
    var result = tail.parsed
    guard let title = tail.openTitle else { return result }
    // What the title names is no citation of its own.
    var end = title.lowerBound
    for inner in following {
      if inner.start >= title.upperBound { break }
      guard inner.start >= end, inner.end <= title.upperBound else { continue }
      for var item in parse(inner, until: title.upperBound, following: []) {
        item.citation.role = .withinTitle
        end = max(end, item.citation.span.utf8.upperBound)
        result.append(item)
      }
    }
    return result
  }

  private func attachProvisions(to items: inout [Parsed]) {
    let groups = ProvisionFinder.groups(in: text, block: block)
    guard !groups.isEmpty else { return }
    var next = 0
    for index in items.indices {
      let span = items[index].citation.span.utf8
      while next < groups.count, groups[next].range.upperBound <= span.lowerBound { next += 1 }
      let before = next > 0 ? groups[next - 1] : nil
      if let group = before,
        let joint = CitationParser.provisionJoint.firstMatch(
          in: text, from: group.range.upperBound),
        joint.range.upperBound == span.lowerBound
      {
        items[index].citation.provisions = group.provisions
        items[index].citation.span.utf8 = group.range.lowerBound..<span.upperBound
      }
      if let group = groups[next...].first(where: { $0.range.lowerBound >= span.upperBound }),
        let opening = CitationParser.bracket.firstMatch(in: text, from: span.upperBound),
        opening.range.upperBound == group.range.lowerBound
      {
        items[index].citation.provisions += group.provisions
        items[index].citation.span.utf8 =
          items[index].citation.span.utf8.lowerBound..<group.range.upperBound
      }
    }
  }

  private static let provisionJoint = Pattern(
    known: #"\G\s*,?\s*(?:(?:của|thuộc|tại|trong)\s+)?"#)
  private static let bracket = Pattern(known: #"\G\s*\(\s*(?:tại\s+)?"#)
}
