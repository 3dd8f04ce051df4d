import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// An article, clause or point that the instrument does not have. Speaks only where the structure is
/// recorded in full.
enum NonexistentProvision {
  static let check = NativeCheck(
    name: "nonexistent-provision", arguments: ["provision", "instrument", "actual"],
    cases: ["article", "clause", "point"]
  ) { context in
    context.document.citations.flatMap { citation -> [Observation] in
      guard citation.role != .withinTitle, !citation.provisions.isEmpty,
        let instrument = context.instrumentOfTheDay(of: citation),
        let map = instrument.provisions
      else { return [] }
      // Amended by a text that is not recorded: what is there now cannot be said.
      let isAmended = !context.law.amenders(of: instrument, inForceOn: context.latest)
        .allSatisfy { amender in
          amender.relations.contains { $0.target == instrument.id && $0.isIncidental }
        }
      var told: Set<TextSpan> = []
      return citation.provisions.compactMap { provision -> Observation? in
        guard let fault = fault(in: provision, map), told.insert(provision.span).inserted else {
          return nil
        }
        return Observation(
          at: provision.span, case: fault.name,
          arguments: [
            "provision": .text(fault.provision),
            "instrument": .text(context.name(of: instrument)), "actual": .localized(fault.actual),
          ],
          isCertain: !isAmended, verified: instrument.verified,
          bases: [Rule.Basis(instrument: instrument.id, provision: fault.basis)])
      }
    }
  }

  private struct Fault {
    var name: String
    var provision: String
    var actual: LocalizedText
    var basis: String?
  }

  private static func fault(in provision: Citation.Provision, _ map: ProvisionMap) -> Fault? {
    guard let number = provision.article else { return nil }
    guard let article = map.articles[number] else {
      let isBeyond = map.lastArticle.map { number > $0 } ?? false
      guard isBeyond || map.isWhole || number == 0 else { return nil }
      let last = map.lastArticle ?? map.articles.keys.max() ?? 0
      return Fault(
        name: "article", provision: "Điều \(number)",
        actual: LocalizedText(vi: "có \(last) điều", en: "has \(last) articles"))
    }
    guard article.isComplete else { return nil }
    if let clause = provision.clause, clause > article.clauses || clause == 0 {
      let actual =
        article.clauses == 0
        ? LocalizedText(vi: "không chia khoản", en: "has no clauses")
        : LocalizedText(vi: "có \(article.clauses) khoản", en: "has \(article.clauses) clauses")
      return Fault(
        name: "clause", provision: "khoản \(clause) Điều \(number)", actual: actual,
        basis: "Điều \(number)")
    }
    guard let point = provision.point?.first.map(String.init) else { return nil }
    return pointFault(point, provision.clause, article)
  }

  private static func pointFault(
    _ point: String, _ clause: Int?, _ article: ProvisionMap.Article
  ) -> Fault? {
    // Without its clause a point may be that of any.
    let letters =
      clause.map { article.points[$0] ?? [] } ?? Array(article.points.values.joined())
    guard !letters.contains(point) else { return nil }
    let place = (clause.map { "khoản \($0) " } ?? "") + "Điều \(article.number)"
    let list = letters.joined(separator: ", ")
    return Fault(
      name: "point", provision: "điểm \(point) \(place)",
      actual: letters.isEmpty
        ? LocalizedText(vi: "không chia điểm", en: "has no points")
        : LocalizedText(vi: "có các điểm \(list)", en: "has the points \(list)"),
      basis: place)
  }
}
