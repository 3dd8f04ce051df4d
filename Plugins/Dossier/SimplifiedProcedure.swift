import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  private static let simplified = Pattern(
    known: #"(?<!\p{L})(?:trình\s+tự\s*,?\s*)?thủ\s+tục\s+đơn\s+giản(?!\p{L})"#, options: .caseless)
  /// The procedure is ruled out, or only named beside another.
  private static let denied = Pattern(
    known:
      #"(?<!\p{L})(?:không|chưa|ngoài|khác\s+với)(?:\s+\p{L}+){0,6}\s+(?:theo\s+)?(?:trình\s+tự\s*,?\s*)?thủ\s+tục\s+đơn\s+giản"#,
    options: .caseless)

  /// Titles of emulation proposed by the simplified procedure, which is for commendations alone (Law
  /// 06/2022, Điều 85).
  static let simplifiedProcedure = NativeCheck(
    across: "simplified-procedure", arguments: ["award"]
  ) { context in
    let dossier = context.dossier
    return dossier.papers(.proposal).flatMap { index -> [DossierObservation] in
      let document = dossier.papers[index].document
      let named = document.blocks.indices.compactMap { block -> TextSpan? in
        let text = document.blocks[block].text
        guard let match = simplified.firstMatch(in: text), !denied.matches(text) else { return nil }
        return TextSpan(block: block, utf8: match.range)
      }
      guard let first = named.first else { return [] }
      let proposed = ProposedAward.all(in: index, of: dossier, context.law)
      let titles = proposed.filter { award in
        award.awards.allSatisfy { $0.awardClass == .emulationTitle }
      }
      // Beside commendations, the words may be about those; then they must stand with the title.
      let isMixed = titles.count < proposed.count
      let subject = Set(document.components.subject.map(\.block))
      return titles.filter { title in
        !isMixed || named.contains { $0.block == title.span.block }
          || named.contains { subject.contains($0.block) }
      }.map { title in
        DossierObservation(
          in: index,
          Observation(
            at: title.span, arguments: ["award": .text(title.awards[0].name(on: context.asOf))],
            related: [
              .init(
                span: named.first { $0.block == title.span.block } ?? first,
                message: LocalizedText(
                  vi: "Thủ tục nêu ở đây.", en: "The procedure is named here."))
            ]))
      }
    }
  }
}
