import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A paper on a form of a decree that no longer rules: “Mẫu số 02, Phụ lục I, Nghị định số
  /// 98/2023/NĐ-CP” in a paper of a later time.
  static let formOfOldDecree = NativeCheck(
    across: "form-of-old-decree", arguments: ["form", "decree", "last", "successor"]
  ) { context in
    let law = context.law
    return context.dossier.papers.indices.flatMap { index -> [DossierObservation] in
      let document = context.dossier.papers[index].document
      let day = document.date.source == .placeDate ? document.date.earliest : context.asOf
      // A dossier received while the decree ruled goes on under it.
      let judged = min(day, context.dossier.received ?? day)
      return document.citations.compactMap { citation in
        guard case .instrument(let id) = citation.resolution, let decree = law.instrument(id: id),
          decree.role == "tdkt-decree", let last = decree.ended?.date, last < judged,
          let form = form(beside: citation, in: document)
        else { return nil }
        let successor = law.governing(role: "tdkt-decree", on: judged).first
        return DossierObservation(
          in: index,
          Observation(
            at: form,
            arguments: [
              "form": .text(document.text(form)), "decree": .text(law.displayName(of: decree)),
              "last": .date(last),
              "successor": .text(successor.map { law.displayName(of: $0) } ?? ""),
            ]))
      }
    }
  }

  private static let number = Pattern(
    known: #"(?<!\p{L})mẫu\s+(?:số\s*:?\s*)?\d{1,2}(?!\d)"#, options: .caseless)

  /// The form's number on the same line, or on the line above when that holds nothing else.
  private static func form(
    beside citation: Citation, in document: RecognisedDocument
  ) -> TextSpan? {
    let block = citation.span.block
    guard document.blocks[block].text.utf8.count < 400 else { return nil }
    for index in [block, block - 1] where document.blocks.indices.contains(index) {
      let text = document.blocks[index].text
      guard index == block || text.utf8.count < 40, let match = number.firstMatch(in: text) else {
        continue
      }
      return TextSpan(block: index, utf8: match.range)
    }
    return nil
  }
}
