import LegalKnowledge
import RuleEngine
import TextMatching

/// What in the data a person ought to look at again.
public struct LawReview: Sendable {
  /// A fact that was not read at its source.
  public struct Fact: Sendable {
    /// Id of the instrument or award.
    public var subject: String
    public var what: LocalizedText
    public var verified: Verification
  }

  /// After so many days without a look at its sources, a file is old.
  public static let patience = 180

  public let facts: [Fact]
  /// Files with the day on which a person last compared them with their sources.
  public let files: [CheckedFile]
  public let today: CivilDate

  public init(law: LegalKnowledge, today: CivilDate) {
    self.today = today
    files = law.checkedFiles
    var facts: [Fact] = []
    func add(_ subject: String, _ what: LocalizedText, _ verified: Verification) {
      if verified != .yes { facts.append(Fact(subject: subject, what: what, verified: verified)) }
    }
    for instrument in law.instruments {
      func add(_ vi: String, _ en: String, _ verified: Verification?) {
        if let verified { add(instrument.id, LocalizedText(vi: vi, en: en), verified) }
      }
      add("văn bản", "the instrument", instrument.verified)
      add("tên văn bản", "title", instrument.titleVerified)
      add("ngày ban hành", "date of issue", instrument.issued?.verified)
      add("ngày có hiệu lực", "first day of force", instrument.effective?.verified)
      add("ngày hết hiệu lực", "last day of force", instrument.ended?.verified)
      for relation in instrument.relations {
        add(
          "\(relation.kind.words.vi) \(relation.target)",
          "\(relation.kind.words.en) \(relation.target)", relation.verified)
      }
      for article in instrument.provisions?.articles.values.sorted(by: { $0.number < $1.number })
        ?? []
      {
        add("Điều \(article.number)", "article \(article.number)", article.verified)
      }
    }
    for regime in law.regimes {
      add(
        regime.id,
        LocalizedText(
          vi: "khoảng thời gian từ \(regime.from.vietnamese)", en: "window from \(regime.from.iso)"),
        regime.verified)
    }
    for award in law.awards {
      for standard in award.standards {
        for route in standard.routes {
          add(
            award.id,
            LocalizedText(
              vi: "tiêu chuẩn \(route.provision.text) \(route.provision.instrument)",
              en: "standard \(route.provision.text) \(route.provision.instrument)"),
            min(route.verified, standard.verified))
        }
      }
    }
    for grant in law.authorityBook.grants {
      add(
        grant.actor,
        LocalizedText(
          vi: "thẩm quyền \(grant.provision.text) \(grant.provision.instrument)",
          en: "power \(grant.provision.text) \(grant.provision.instrument)"), grant.verified)
    }
    self.facts = facts
  }

  /// Whether a file was last compared with its sources long ago, or nobody has said when.
  public func isOld(_ file: CheckedFile) -> Bool {
    guard let checked = file.checked else { return true }
    return today.dayNumber - checked.dayNumber > LawReview.patience
  }
}

extension Relation.Kind {
  var words: LocalizedText {
    switch self {
    case .replaces: LocalizedText(vi: "thay thế", en: "replaces")
    case .amends: LocalizedText(vi: "sửa đổi", en: "amends")
    case .details: LocalizedText(vi: "quy định chi tiết", en: "details")
    case .guides: LocalizedText(vi: "hướng dẫn", en: "guides")
    }
  }
}
