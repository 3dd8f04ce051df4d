import LegalKnowledge
import RuleEngine
import TextMatching

/// An instrument described to people.
public struct InstrumentText {
  private let facts: InstrumentFacts
  private var page: LawPage

  /// - Parameter options: language, width and colour of the page.
  public static func show(
    _ instrument: Instrument, at moment: LawMoment, law: LegalKnowledge,
    options: TextReporter.Options
  ) -> String {
    var writer = InstrumentText(
      facts: InstrumentFacts(law: law, instrument: instrument, moment: moment),
      page: LawPage(options))
    writer.writeHead()
    writer.writeDates()
    writer.writeRelations()
    writer.writeConfusions()
    writer.writeProvisions()
    writer.writePacks()
    writer.writeGrounds()
    return writer.page.finished()
  }

  private var instrument: Instrument { facts.instrument }
  private var language: Language { page.language }

  private mutating func writeHead() {
    page.heading(facts.law.displayName(of: instrument))
    page.plain(instrument.title + instrument.titleVerified.mark(in: language))
    page.blank()
    let moment = facts.moment.text(in: language)
    page.field("Hiện trạng \(moment)", "Standing \(moment)", facts.standing.text(in: language))
  }

  private mutating func writeDates() {
    page.field("Cơ quan ban hành", "Issued by", instrument.issuer)
    if let signer = instrument.signer {
      page.field("Người ký", "Signed by", signer.name + signer.verified.mark(in: language))
    }
    page.field("Ngày ban hành", "Date of issue", dated(instrument.issued))
    page.field("Có hiệu lực từ", "In force from", dated(instrument.effective))
    if let end = facts.end {
      page.field("Hiệu lực đến hết ngày", "In force until", dated(end))
    }
    if let end = instrument.plannedEnd {
      page.field("Dự kiến hết hiệu lực", "Planned end", dated(end))
    }
  }

  private func dated(_ fact: DatedFact?) -> String {
    guard let fact else { return page.said("chưa rõ", "not known") }
    return fact.date.text(in: language) + fact.verified.mark(in: language)
  }

  private mutating func writeRelations() {
    write(facts.sources(.replaces), "Được thay thế bởi", "Replaced by", isPassive: true)
    write(facts.sources(.amends), "Được sửa đổi bởi", "Amended by", isPassive: true)
    write(facts.targets(.replaces), "Thay thế", "Replaces")
    write(facts.targets(.amends), "Sửa đổi, bổ sung", "Amends")
    write(facts.targets(.details), "Quy định chi tiết", "Details")
    write(facts.targets(.guides), "Hướng dẫn", "Guides")
    write(facts.sources(.details), "Được quy định chi tiết bởi", "Detailed by", isPassive: true)
    write(facts.sources(.guides), "Được hướng dẫn bởi", "Guided by", isPassive: true)
  }

  private mutating func write(
    _ links: [InstrumentFacts.Link], _ vi: String, _ en: String, isPassive: Bool = false
  ) {
    for link in links {
      var words = facts.law.displayName(of: link.instrument)
      if isPassive, let start = link.instrument.effective?.date {
        words += page.said(" từ \(start.vietnamese)", " from \(start.iso)")
      }
      if let provision = link.relation.provision { words += ", \(provision)" }
      page.field(vi, en, words + link.relation.verified.mark(in: language))
    }
  }

  /// What it is easily taken for, and how papers misquote it.
  private mutating func writeConfusions() {
    for other in instrument.lookAlikes.compactMap({ facts.law.instrument(id: $0) }) {
      let day = other.issued.map { page.said(" ngày ", " of ") + $0.date.text(in: language) } ?? ""
      page.field(
        "Dễ nhầm với", "Easily taken for", facts.law.displayName(of: other) + day)
    }
    for words in instrument.misquotations {
      page.field("Hay bị viết sai là", "Often misquoted as", words)
    }
  }

  private mutating func writeProvisions() {
    guard let map = instrument.provisions else {
      page.field("Điều khoản", "Articles", page.said("chưa ghi trong dữ liệu", "not in the data"))
      return
    }
    let known = map.articles.count
    let words: String
    switch map.lastArticle {
    case let last? where map.isWhole:
      words = page.said("đã ghi đủ \(last) điều", "all \(last) recorded")
    case let last?:
      words = page.said("đã ghi \(known) trong \(last) điều", "\(known) of \(last) recorded")
    case nil:
      words = page.said(
        "đã ghi \(known) điều; chưa rõ tổng số điều",
        "\(known) recorded; how many in all is not known")
    }
    page.field("Điều khoản", "Articles", words)
    let amenders = facts.law.amenders(
      of: instrument, inForceOn: facts.moment.asOf, knownAt: facts.moment.knownAt)
    if !amenders.isEmpty {
      page.field(
        "Lưu ý", "Caution",
        page.said(
          "điều khoản ghi ở đây là của bản trước khi sửa đổi",
          "the articles recorded are those of the text before the amendment"))
    }
  }

  /// What it adds to the law, when it is the regulation of a local pack.
  private mutating func writePacks() {
    for pack in facts.law.packs where pack.instrument == instrument.id {
      page.field("Gói địa phương", "Local pack", "\(pack.title[language]) (\(pack.territory))")
      for deadline in pack.deadlines {
        page.item(
          place(deadline.provision, deadline.title[language]) + deadline.verified.mark(in: language)
        )
      }
      for requirement in pack.requirements {
        page.item(
          place(requirement.provision, requirement.title[language])
            + requirement.verified.mark(in: language))
      }
      for tightening in pack.tightenings {
        let name = facts.law.award(id: tightening.award)?.name(on: facts.moment.asOf)
        let criteria = CriterionText(law: facts.law, day: facts.moment.asOf, language: language)
        let words = criteria.lines([.members(tightening.members)]).map(\.words).joined()
        page.item(
          place(tightening.provision, "\(name ?? tightening.award): \(words)")
            + tightening.verified.mark(in: language))
      }
    }
  }

  private func place(_ reference: ProvisionReference, _ words: String) -> String {
    reference.text.isEmpty ? words : "\(reference.text): \(words)"
  }

  private mutating func writeGrounds() {
    for window in facts.windows {
      page.field(
        "Điều chỉnh với vai trò \(window.role)", "Governs as \(window.role)",
        page.window(window.from, window.until))
    }
    page.field("Độ tin cậy", "Certainty", instrument.verified.words[language])
    for source in instrument.sources { page.field("Nguồn", "Source", source) }
  }
}
