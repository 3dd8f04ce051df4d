import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A person proposed for an award of collectives, a unit for one of persons.
  static let recipientKindMismatch = NativeCheck(
    name: "recipient-kind-mismatch", arguments: ["name", "kind", "award", "recipients"]
  ) { context in
    context.register.nominees.flatMap { nominee -> [Observation] in
      // A bare name may be a firm's or a person's: only what the paper makes clear is told.
      guard let kind = nominee.recipient, nominee.isRecipientStated else { return [] }
      return nominee.awards.compactMap { mention in
        let allowed = mention.matches.reduce(into: Set<Award.Recipient>()) {
          $0.formUnion($1.award.recipients)
        }
        guard !allowed.isEmpty, !fits(kind, allowed), let award = mention.matches.first?.award
        else { return nil }
        let article = context.law.criteria(of: award, on: context.asOf)?.provision
        return Observation(
          at: nominee.anchor,
          arguments: [
            "name": .text(nominee.nameText), "kind": .localized(kind.word),
            "award": .text(award.name(on: context.asOf).unquoted),
            "recipients": .localized(words(allowed)),
          ],
          bases: article.map {
            [Rule.Basis(instrument: $0.instrument, provision: $0.article.map { "Điều \($0)" })]
          },
          related: [
            .init(
              span: mention.span,
              message: LocalizedText(vi: "Danh hiệu, hình thức đề nghị.", en: "The award proposed.")
            )
          ])
      }
    }
  }

  /// Lists name a household by its head, and every body alike.
  private static func fits(_ kind: Award.Recipient, _ allowed: Set<Award.Recipient>) -> Bool {
    switch kind {
    case .individual: !allowed.isDisjoint(with: [.individual, .household, .foreign])
    case .household: allowed.contains(.household)
    case .foreign: true
    case .collective, .enterprise, .locality, .settlement:
      !allowed.isDisjoint(with: [.collective, .enterprise, .locality, .settlement, .foreign])
    }
  }

  private static func words(_ kinds: Set<Award.Recipient>) -> LocalizedText {
    let ordered = Award.Recipient.allCases.filter(kinds.contains)
    return LocalizedText(
      vi: ordered.map(\.plural.vi).joined(separator: ", "),
      en: ordered.map { $0.plural[.en] }.joined(separator: ", "))
  }
}

extension Award.Recipient {
  /// One of them.
  fileprivate var word: LocalizedText {
    switch self {
    case .individual: LocalizedText(vi: "cá nhân", en: "a person")
    case .household: LocalizedText(vi: "hộ gia đình", en: "a household")
    default: LocalizedText(vi: "tập thể", en: "a collective")
    }
  }
}
