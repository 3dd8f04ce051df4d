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
    facts =
      (law.instruments.flatMap(LawReview.facts) + law.regimes.map(LawReview.fact)
      + law.awards.flatMap(LawReview.facts) + law.authorityBook.grants.map(LawReview.fact)
      + LawReview.moneyAndDays(law) + LawReview.bodies(law))
      .filter { $0.verified != .yes }
  }

  private static func facts(of instrument: Instrument) -> [Fact] {
    var facts: [Fact] = []
    func add(_ vi: String, _ en: String, _ verified: Verification?) {
      guard let verified else { return }
      let what = LocalizedText(vi: vi, en: en)
      facts.append(Fact(subject: instrument.id, what: what, verified: verified))
    }
    add("văn bản", "the instrument", instrument.verified)
    add("tên văn bản", "title", instrument.titleVerified)
    add("ngày ban hành", "date of issue", instrument.issued?.verified)
    add("ngày có hiệu lực", "first day of force", instrument.effective?.verified)
    add("ngày hết hiệu lực", "last day of force", instrument.ended?.verified)
    for relation in instrument.relations {
      let words = relation.kind.words
      add("\(words.vi) \(relation.target)", "\(words.en) \(relation.target)", relation.verified)
    }
    let articles = instrument.provisions?.articles.values.sorted { $0.number < $1.number } ?? []
    for article in articles {
      add("Điều \(article.number)", "article \(article.number)", article.verified)
    }
    return facts
  }

  private static func fact(of regime: Regime) -> Fact {
    let from = regime.from
    let what = LocalizedText(
      vi: "khoảng thời gian từ \(from.vietnamese)", en: "window from \(from.iso)")
    return Fact(subject: regime.id, what: what, verified: regime.verified)
  }

  private static func facts(of award: Award) -> [Fact] {
    award.standards.flatMap { standard in
      standard.routes.map { route in
        let place = "\(route.provision.text) \(route.provision.instrument)"
        return Fact(
          subject: award.id,
          what: LocalizedText(vi: "tiêu chuẩn \(place)", en: "standard \(place)"),
          verified: min(route.verified, standard.verified))
      }
    }
  }

  private static func fact(of grant: Authority) -> Fact {
    let place = "\(grant.provision.text) \(grant.provision.instrument)"
    return Fact(
      subject: grant.actor, what: LocalizedText(vi: "thẩm quyền \(place)", en: "power \(place)"),
      verified: grant.verified)
  }

  private static func moneyAndDays(_ law: LegalKnowledge) -> [Fact] {
    let prizes = law.awardBook.prizes.map { rate in
      let place = "\(rate.provision.text) \(rate.provision.instrument)"
      return Fact(
        subject: rate.awards.joined(separator: ", "),
        what: LocalizedText(vi: "mức tiền thưởng \(place)", en: "prize rate \(place)"),
        verified: rate.verified)
    }
    let salaries = law.calendarBook.salaries.map { salary in
      Fact(
        subject: salary.instrument ?? String(salary.amount),
        what: LocalizedText(
          vi: "lương cơ sở \(salary.amount) đồng", en: "base salary of \(salary.amount) đồng"),
        verified: salary.verified)
    }
    let terms = law.calendarBook.terms.map { term in
      Fact(subject: term.id, what: term.title, verified: term.verified)
    }
    let daysOff = law.calendarBook.workingCalendar.daysOff.values
      .sorted { $0.day < $1.day }.map { off in
        Fact(
          subject: String(off.day.year),
          what: LocalizedText(
            vi: "ngày nghỉ \(off.day.vietnamese)", en: "day off \(off.day.iso)"),
          verified: off.verified)
      }
    return prizes + salaries + terms + daysOff
  }

  private static func bodies(_ law: LegalKnowledge) -> [Fact] {
    law.territorialUnits.compactMap { unit in
      unit.ended.map { ended in
        Fact(
          subject: unit.word,
          what: LocalizedText(
            vi: "ngày hết tồn tại \(ended.date.vietnamese)", en: "end on \(ended.date.iso)"),
          verified: ended.verified)
      }
    }
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
