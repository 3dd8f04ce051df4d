import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// A base law stands in the legal bases without an amending law that is in force.
enum AmendmentNotCited {
  static let check = NativeCheck(
    name: "amendment-not-cited", arguments: ["instrument", "amendments"]
  ) { context in
    let law = context.law
    var told: Set<String> = []
    return context.document.citations.compactMap { citation -> Observation? in
      guard citation.role == .legalBasis, citation.antecedent == nil,
        let instrument = context.instrument(of: citation), told.insert(instrument.id).inserted
      else { return nil }
      let cited = Set(context.document.citations.flatMap { context.candidates(of: $0) })
      let missing = law.amenders(of: instrument, inForceOn: context.earliest).filter { amender in
        let isExpected = amender.relations.contains {
          $0.kind == .amends && $0.target == instrument.id && !$0.isIncidental
        }
        return isExpected && !cited.contains(amender.id)
      }
      guard !missing.isEmpty, !saysAmended(after: citation, context) else { return nil }
      let names = missing.map { FullCitation.text(of: $0, law: law) }.joined(separator: "; ")
      return Observation(
        at: citation.coreSpan,
        arguments: [
          "instrument": .text(context.name(of: instrument)), "amendments": .text(names),
        ],
        verified: missing.map(\.verified).min() ?? .no,
        bases: missing.map { Rule.Basis(instrument: $0.id, provision: nil) },
        fixes: [
          Observation.ProposedFix(
            kind: .proposed,
            description: LocalizedText(vi: "Dẫn thêm: \(names).", en: "Cite also: \(names)."))
        ])
    }
  }

  /// “(được sửa đổi, bổ sung năm 2005, 2013)” right after it.
  private static func saysAmended(after citation: Citation, _ context: CheckContext) -> Bool {
    let text = context.document.blocks[citation.span.block].text
    return amended.firstMatch(in: text, from: citation.span.utf8.upperBound) != nil
  }

  private static let amended = Pattern(known: #"\G[^;]{0,40}?(?:sửa đổi|hợp nhất)"#)
}
