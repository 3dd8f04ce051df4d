import LegalKnowledge
import RuleEngine
import TextMatching

/// An award described to people: what the law asks on a day, and who decides.
public struct AwardText {
  private let law: LegalKnowledge
  private let award: Award
  private let day: CivilDate
  private var page: LawPage

  /// - Parameter options: language, width and colour of the page.
  public static func show(
    _ award: Award, on day: CivilDate, law: LegalKnowledge, options: TextReporter.Options
  ) -> String {
    var writer = AwardText(law: law, award: award, day: day, page: LawPage(options))
    writer.writeHead()
    writer.writeStandard()
    writer.writePowers()
    writer.writePrizes()
    writer.writeChain()
    writer.writeGrounds()
    return writer.page.finished()
  }

  private var language: Language { page.language }

  private mutating func writeHead() {
    page.heading(award.name(on: day))
    page.field("Ngày xét", "As of", day.text(in: language))
    page.field("Loại", "Class", award.awardClass.words[language])
    page.field(
      "Đối tượng", "For",
      Award.Recipient.allCases.filter(award.recipients.contains)
        .map { $0.words[language] }.joined(separator: ", "))
    let others = award.variants.filter { $0.validity?.contains(day) ?? true }
    if !others.isEmpty {
      page.field("Cách viết khác", "Also written", others.map(\.text).joined(separator: "; "))
    }
  }

  private mutating func writeStandard() {
    guard let standard = law.criteria(of: award, on: day) else {
      page.field(
        "Tiêu chuẩn", "Standard",
        page.said("dữ liệu chưa có cho ngày này", "the data does not reach this day"))
      return
    }
    var place = text(standard.provision)
    if let article = law.article(for: award, on: day)?.article { place += " (\(article.title))" }
    page.field("Điều khoản", "Provision", place)
    if let cycle = standard.cycle { page.field("Kỳ xét", "Given", cycle.words[language]) }
    page.blank()
    page.heading(page.said("Tiêu chuẩn", "Standard") + standard.verified.mark(in: language))
    let criteria = CriterionText(law: law, day: day, language: language)
    for route in standard.routes {
      let groups = Award.Recipient.allCases.filter(route.recipients.contains)
        .map { $0.words[language] }.joined(separator: ", ")
      page.item(
        location(of: route, in: standard) + (groups.isEmpty ? "" : " — \(groups)")
          + (route.verified == standard.verified ? "" : route.verified.mark(in: language)))
      for line in criteria.lines(route.criteria) { page.item(line.words, depth: line.depth + 1) }
      if let remark = route.remark { page.item(remark[language], depth: 1) }
    }
    if !standard.isComplete {
      page.item(
        page.said(
          "Dữ liệu chưa ghi hết các trường hợp của luật.",
          "The data does not hold every route of the law."))
    }
    if standard.amendment != nil, let caution = law.regime(on: day)?.caution {
      page.field("Lưu ý", "Caution", caution[language])
    }
  }

  /// The instrument is named where it is not that of the whole standard.
  private func location(of route: AwardStandard.Route, in standard: AwardStandard) -> String {
    let isSame = route.provision.instrument == standard.provision.instrument
    return isSame && !route.provision.text.isEmpty ? route.provision.text : text(route.provision)
  }

  private mutating func writePowers() {
    page.blank()
    page.heading(page.said("Thẩm quyền quyết định", "Who decides"))
    let deciders = law.deciders(of: award, on: day)
    for power in deciders {
      let actor = law.actor(id: power.actor)
      var words = actor?.title[language] ?? power.actor
      let levels = BodyLevel.allCases.filter { actor?.levels.contains($0) ?? false }
        .map { $0.words[language] }
      if !levels.isEmpty { words += " [\(levels.joined(separator: ", "))]" }
      words += " — \(text(power.provision))" + power.verified.mark(in: language)
      if let delegation = power.delegation { words += "; \(delegation[language])" }
      page.item(words)
    }
    for other in law.deferredAuthorities(of: award, on: day) {
      page.item(
        "\(other.title[language]) — \(text(other.provision))" + other.verified.mark(in: language))
    }
    if deciders.isEmpty, law.deferredAuthorities(of: award, on: day).isEmpty {
      page.item(page.said("dữ liệu chưa có", "not in the data"))
    }
  }

  private mutating func writePrizes() {
    let lines = Award.Recipient.allCases.compactMap { recipient -> String? in
      guard let prize = law.prize(of: award, recipient: recipient, decidedOn: day) else {
        return nil
      }
      let ceiling = prize.rate.isCeiling ? page.said("không quá ", "at most ") : ""
      let factor = AwardText.decimal(prize.rate.hundredths, in: language)
      return "\(recipient.words[language]): \(ceiling)\(factor) × "
        + "\(AwardText.amount(prize.baseSalary.amount)) đ = "
        + "\(AwardText.amount(prize.amount)) đ — \(text(prize.rate.provision))"
        + prize.verified.mark(in: language)
    }
    guard !lines.isEmpty else { return }
    page.blank()
    page.heading(page.said("Tiền thưởng", "Prize"))
    for line in lines { page.item(line) }
  }

  private mutating func writeChain() {
    let before = law.previous(in: award, on: day).map { $0.name(on: day) }
    let after = law.next(after: award, on: day).map { $0.name(on: day) }
    if !before.isEmpty || !after.isEmpty { page.blank() }
    if !before.isEmpty {
      page.field("Cần có trước", "Asks for", before.joined(separator: "; "))
    }
    if !after.isEmpty {
      page.field("Là điều kiện của", "Is asked for by", after.joined(separator: "; "))
    }
  }

  private mutating func writeGrounds() {
    page.blank()
    for source in award.sources { page.field("Nguồn", "Source", source) }
  }

  private func text(_ reference: ProvisionReference) -> String {
    let name =
      law.instrument(id: reference.instrument).map { law.displayName(of: $0) }
      ?? reference.instrument
    return reference.text.isEmpty ? name : "\(reference.text), \(name)"
  }

  /// 450 → “4,5”
  static func decimal(_ hundredths: Int, in language: Language) -> String {
    let rest = hundredths % 100
    guard rest > 0 else { return String(hundredths / 100) }
    let digits = rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0\(rest)" : String(rest))
    return "\(hundredths / 100)\(language == .vi ? "," : ".")\(digits)"
  }

  /// 2340000 → “2.340.000”
  static func amount(_ value: Int) -> String {
    let digits = Array(String(value))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "." }
      text.append(digit)
    }
    return text
  }
}
