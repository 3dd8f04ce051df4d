import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import TextMatching

// Mentions besides citations and dates: times, bodies, acts, awards.

extension InspectText {
  /// Those that belong to the paper's own work; the dates of citations are told with them.
  mutating func writeTimes() {
    let times = document.times.filter { !$0.isCitation }
    title("Thời gian, thời hạn (\(times.count))", "Times and deadlines (\(times.count))")
    for time in times {
      let days = time.days(inYear: document.planYear?.years.lowerBound)
      let remarks = [
        relation(time.relation), days.map(words),
        time.isCommemorative ? said("kỷ niệm", "commemoration") : nil,
      ].compactMap { $0 }
      write(time.span, remarks)
    }
  }

  private func words(_ days: ClosedRange<CivilDate>) -> String {
    let first = days.lowerBound.text(in: language)
    return days.lowerBound == days.upperBound
      ? first : "\(first) – \(days.upperBound.text(in: language))"
  }

  private func relation(_ relation: TimeMention.Relation) -> String? {
    switch relation {
    case .before: said("trước, chậm nhất", "before, at the latest")
    case .within: said("trong", "within")
    case .from: said("từ", "from")
    case .until: said("đến", "until")
    case .none: nil
    }
  }

  /// Each name once, with how often it stands.
  mutating func writeBodies() {
    var names: [String] = []
    var counts: [String: Int] = [:]
    var levels: [String: BodyLevel] = [:]
    for body in document.bodies {
      let name = [body.office, body.span].compactMap { $0.map { document.text($0) } }
        .joined(separator: " ")
      if counts[name] == nil { names.append(name) }
      counts[name, default: 0] += 1
      levels[name] = levels[name] ?? body.level
    }
    title("Cơ quan, đơn vị (\(names.count))", "Bodies (\(names.count))")
    for name in names {
      let count = counts[name] ?? 1
      let remarks = [
        levels[name].map { $0.words[language] },
        count > 1 ? said("\(count) lần", "\(count) times") : nil,
      ].compactMap { $0 }
      page.write(described(name, remarks), first: "  • ")
    }
  }

  mutating func writeActs() {
    title("Hành vi (\(document.acts.count))", "Acts (\(document.acts.count))")
    for act in document.acts {
      let remarks = [
        kind(act.kind), act.isRequested ? said("được đề nghị làm", "asked to do so") : nil,
        act.isSubordinate ? said("không phải chủ ngữ", "not the subject") : nil,
      ].compactMap { $0 }
      write(act.span, remarks)
    }
  }

  private func kind(_ kind: Act.Kind) -> String {
    switch kind {
    case .confer: said("tặng, công nhận", "confers")
    case .propose: said("trình, đề nghị", "proposes")
    case .launch: said("phát động", "launches")
    case .issue: said("ban hành", "issues")
    case .demand: said("yêu cầu, giao việc", "demands")
    }
  }

  /// Each award once, with how often it is named and by which words.
  mutating func writeAwards() {
    var order: [String] = []
    var mentions: [String: [AwardMention]] = [:]
    for mention in document.awards(law) {
      let key = mention.matches.map(\.award.id).joined(separator: " ")
      if mentions[key] == nil { order.append(key) }
      mentions[key, default: []].append(mention)
    }
    title(
      "Danh hiệu, hình thức khen thưởng (\(order.count))",
      "Titles and forms of commendation (\(order.count))")
    for found in order.compactMap({ mentions[$0] }) { write(found) }
  }

  private mutating func write(_ mentions: [AwardMention]) {
    guard let first = mentions.first else { return }
    let names = first.matches.map { $0.award.name(on: document.date.earliest) }
    let lead = names.count > 1 ? said("một trong: ", "one of: ") : ""
    let shown = names.prefix(3).joined(separator: "; ") + (names.count > 3 ? "; …" : "")
    let remarks = [
      lead + shown, reading(first),
      mentions.count > 1 ? said("\(mentions.count) lần", "\(mentions.count) times") : nil,
    ].compactMap { $0 }
    write(first.span, remarks)
  }

  private func reading(_ mention: AwardMention) -> String? {
    switch mention.matches.first?.kind {
    case .outdated: said("tên của thời gian khác", "a name of other days")
    case .near: said("viết gần đúng", "nearly so written")
    case .official, .variant, nil: nil
    }
  }

  private mutating func write(_ span: TextSpan, _ remarks: [String]) {
    page.write(described(document.text(span), remarks), first: "  • ")
  }

  private func described(_ words: String, _ remarks: [String]) -> String {
    let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return remarks.isEmpty ? line : "\(line) → \(remarks.joined(separator: " · "))"
  }
}
