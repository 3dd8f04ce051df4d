import DocumentAnalysis
import LegalKnowledge
import TextMatching

/// The share of members with an award, or who completed their tasks, as the report states it.
public struct MemberShare {
  let evidence: Evidence

  init(_ evidence: Evidence) { self.evidence = evidence }

  /// Something stated of so many out of so many.
  struct Stated {
    var part: Int?
    var whole: Int?
    /// Hundredths of a point.
    var percent: Int?
    var span: TextSpan

    /// The share by the figures, else as stated.
    var share: Double? {
      if let part, let whole, whole > 0 { return Double(part) / Double(whole) * 100 }
      return percent.map { Double($0) / 100 }
    }
  }

  private static let figures = Pattern(
    known:
      #"(?:(\d{1,4})\s*/\s*(\d{1,4})|(\d{1,4})\s+(?:trên\s+tổng\s+số|trong\s+(?:tổng\s+)?số)\s+(\d{1,4})|(\d{1,3}(?:[.,]\d{1,2})?)\s*%)"#,
    options: .caseless)
  private static let clause = Pattern(known: #"[;.]\s|[;.]$|\n|$"#)
  private static let completed = Pattern(
    known: #"hoàn\s+thành(?:\s+(?:tốt|xuất\s+sắc))?\s+(?:các\s+)?nhiệm\s+vụ"#, options: .caseless)
  /// “Hoàn thành nhiệm vụ” itself, or “… trở lên”: a share of those who did well says nothing of the
  /// others.
  private static let completedAtLeast = Pattern(
    known: #"hoàn\s+thành\s+(?:các\s+)?nhiệm\s+vụ|nhiệm\s+vụ\s+trở\s+lên"#, options: .caseless)
  /// What is aimed at, and what is said of others.
  private static let aim = Pattern(
    known:
      #"(?<!\p{L})(?:phấn\s+đấu|chỉ\s+tiêu|kế\s+hoạch|đăng\s+ký|mục\s+tiêu|toàn\s+(?:xã|huyện|tỉnh|ngành))(?!\p{L})"#,
    options: .caseless)
  private static let year = Pattern(known: #"(?<![\d/])((?:19|20)\d{2})(?![\d/])"#)

  /// What the report says of members who hold the award; of all members' tasks when `award` is nil.
  func stated(_ award: String?, names: [String]) -> Stated? {
    for index in evidence.document.components.body {
      let text = evidence.document.blocks[index].text
      var start = 0
      // A year named goes on holding until the next.
      var isOtherYear = false
      for end in Self.clause.matches(in: text).map(\.range) {
        defer { start = end.upperBound }
        guard start < end.lowerBound else { continue }
        let range = start..<end.lowerBound
        let words = Folding.key(text[utf8Range: range])
        if let years = years(in: words) { isOtherYear = !years.contains(evidence.year) }
        let isAbout =
          award == nil
          ? Self.completed.matches(words)
            && (words.contains("100") || Self.completedAtLeast.matches(words))
          : names.contains { words.contains($0) }
        guard isAbout, !isOtherYear, !Self.aim.matches(words),
          let found = figure(in: text, range, block: index, about: award == nil ? nil : names)
        else { continue }
        return found
      }
    }
    return nil
  }

  /// Years that a clause names, those of a school year together; nil for none.
  private func years(in words: String) -> Set<Int>? {
    var found: Set<Int> = []
    for match in Self.year.matches(in: words) {
      if let group = match[1], let value = Int(words[utf8Range: group]) { found.insert(value) }
    }
    return found.isEmpty ? nil : found
  }

  private static let comma = Pattern(known: #",\s"#)
  private static let goesOn = Pattern(
    known: #"^\s*(?:chiếm|đạt\s+(?:tỷ|tỉ)|tương\s+đương|bằng|(?:tỷ|tỉ)\s+lệ)"#, options: .caseless)
  private static let people = Pattern(
    known:
      #"(?<!\p{L})(?:thành\s+viên|cá\s+nhân|người|cán\s+bộ|công\s+chức|viên\s+chức|giáo\s+viên|đồng\s+chí|nhân\s+viên|đ/c)(?!\p{L})"#,
    options: .caseless)

  /// The figure of the part of a clause that names the award, or the members' tasks; figures beside
  /// it are of something else.
  private func figure(
    in text: String, _ clause: Range<Int>, block: Int, about names: [String]?
  ) -> Stated? {
    var parts: [Range<Int>] = []
    var start = clause.lowerBound
    for match in Self.comma.matches(in: String(text[utf8Range: clause])) {
      parts.append(start..<clause.lowerBound + match.range.lowerBound)
      start = clause.lowerBound + match.range.upperBound
    }
    parts.append(start..<clause.upperBound)
    for (index, part) in parts.enumerated() {
      let words = Folding.key(text[utf8Range: part])
      if let names {
        guard names.contains(where: { words.contains($0) }) else { continue }
      } else {
        guard Self.completed.matches(words), Self.people.matches(words) else { continue }
      }
      if let found = figure(in: text, part, block: block) { return found }
      let next = index + 1
      if next < parts.count, Self.goesOn.matches(String(text[utf8Range: parts[next]])),
        let found = figure(in: text, parts[next], block: block)
      {
        return found
      }
    }
    return nil
  }

  private func figure(in text: String, _ range: Range<Int>, block: Int) -> Stated? {
    var found: Stated?
    var start = range.lowerBound
    while let match = Self.figures.firstMatch(in: text, from: start, until: range.upperBound) {
      start = match.range.upperBound
      let span = TextSpan(block: block, utf8: match.range)
      func number(_ group: Int) -> Int? { match[group].flatMap { Int(text[utf8Range: $0]) } }
      let part = number(1) ?? number(3)
      let whole = number(2) ?? number(4)
      if part != nil { return Stated(part: part, whole: whole, percent: nil, span: span) }
      if found == nil {
        found = Stated(
          part: nil, whole: nil, percent: Percent.read(String(text[utf8Range: match.range])),
          span: span)
      }
    }
    return found
  }

  func assess(
    _ criterion: Criterion, _ members: Criterion.Members, _ law: LegalKnowledge
  ) -> CriterionAssessment {
    let names =
      members.award.flatMap { law.award(id: $0) }.map { award in
        (award.names + award.variants).map { Folding.key($0.text) }
      } ?? []
    guard let found = stated(members.award, names: names), let share = found.share else {
      return CriterionAssessment(
        criterion: criterion, verdict: .incomplete,
        found: LocalizedText(
          vi: "Báo cáo chưa nêu tỷ lệ, số lượng thành viên.",
          en: "The report does not give the share or number of members."))
    }
    let isMet: Bool =
      switch members.amount {
      case .percent(let least): share + 0.0001 >= Double(least)
      case .overPercent(let least): share > Double(least)
      case .count(let least): found.part.map { $0 >= least } ?? (share > 0)
      }
    let shown = (share * 10).rounded() / 10
    let figures = found.part.map { "\($0)/\(found.whole ?? 0), " } ?? ""
    return CriterionAssessment(
      criterion: criterion, verdict: isMet ? .met : .notMet,
      found: LocalizedText(
        vi: "Báo cáo nêu \(figures)\(MemberShare.text(shown, comma: true)) %.",
        en: "The report gives \(figures)\(MemberShare.text(shown, comma: false)) %."),
      spans: [found.span])
  }

  private static func text(_ value: Double, comma: Bool) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0
      ? "\(tenths / 10)" : "\(tenths / 10)\(comma ? "," : ".")\(tenths % 10)"
  }
}

/// Whether the report says that nobody was disciplined.
struct Discipline {
  let evidence: Evidence

  init(_ evidence: Evidence) { self.evidence = evidence }

  private static let none = Pattern(
    known:
      #"không\s+(?:có\s+)?(?:\p{L}+\s+){0,6}?(?:bị\s+)?(?:xử\s+lý\s+)?kỷ\s+luật|kỷ\s+luật\s*:\s*không"#,
    options: .caseless)

  func assess(_ criterion: Criterion) -> CriterionAssessment {
    for index in evidence.document.components.body {
      let text = evidence.document.blocks[index].text
      guard let match = Self.none.firstMatch(in: text) else { continue }
      return CriterionAssessment(
        criterion: criterion, verdict: .met,
        found: LocalizedText(
          vi: "Báo cáo nêu không có người bị kỷ luật.",
          en: "The report says that nobody was disciplined."),
        spans: [TextSpan(block: index, utf8: match.range)])
    }
    return CriterionAssessment(
      criterion: criterion, verdict: .incomplete,
      found: LocalizedText(
        vi: "Báo cáo chưa nêu việc kỷ luật.", en: "The report says nothing of discipline."))
  }
}

/// Initiatives and works, with the decision that recognises them.
struct WorkProof {
  let evidence: Evidence

  init(_ evidence: Evidence) { self.evidence = evidence }

  func assess(
    _ criterion: Criterion, _ work: Criterion.Work, _ law: LegalKnowledge
  ) -> CriterionAssessment {
    var seen: Set<String> = []
    let known = (evidence.report.works + evidence.certified).filter {
      $0.key.isEmpty || seen.insert($0.key).inserted
    }
    let recognised = known.filter { $0.decision.symbol != nil }
    let spans = evidence.report.works.map(\.span)
    guard recognised.count >= work.count else {
      return CriterionAssessment(
        criterion: criterion, verdict: .incomplete,
        found: known.isEmpty
          ? LocalizedText(
            vi: "Chưa nêu sáng kiến, đề tài.", en: "No initiative or study is named.")
          : LocalizedText(
            vi: "Có nêu \(known.count), nhưng mới có \(recognised.count) ghi quyết định công nhận "
              + "(cần \(work.count)).",
            en: "\(known.count) named, \(recognised.count) with a decision that recognises it "
              + "(\(work.count) needed)."), spans: spans)
    }
    let titles = recognised.prefix(work.count).map { work in
      "“\(work.title?.text ?? "")” (\(work.decision.symbol ?? ""))"
    }.joined(separator: "; ")
    // Recognition at the base needs no more; a wider scope is for the head named by the law.
    let isBase = work.scope == "co-so"
    return CriterionAssessment(
      criterion: criterion, verdict: isBase ? .met : .notChecked,
      found: LocalizedText(
        vi: titles + (isBase ? "." : "; phạm vi ảnh hưởng do người thẩm định đối chiếu."),
        en: titles + (isBase ? "." : "; the appraiser compares the scope.")), spans: spans)
  }
}

/// How long a collective has existed.
struct Age {
  let evidence: Evidence
  let day: CivilDate

  init(_ evidence: Evidence, _ day: CivilDate) {
    self.evidence = evidence
    self.day = day
  }

  private static let founded = Pattern(
    known:
      #"thành\s+lập(?:\s+[\p{L},]+){0,8}?\s+(?:năm\s+|\d{1,2}[/-]\d{1,2}[/-])((?:19|20)\d{2})"#,
    options: .caseless)

  func assess(_ criterion: Criterion, _ years: Int) -> CriterionAssessment {
    for index in evidence.document.components.body {
      let text = evidence.document.blocks[index].text
      guard let match = Self.founded.firstMatch(in: text), let group = match[1],
        let year = Int(text[utf8Range: group])
      else { continue }
      let age = day.year - year
      return CriterionAssessment(
        criterion: criterion, verdict: age >= years ? .met : .notMet,
        found: LocalizedText(
          vi: "Thành lập năm \(year): \(age) năm.", en: "Founded in \(year): \(age) years."),
        spans: [TextSpan(block: index, utf8: match.range)])
    }
    return CriterionAssessment(
      criterion: criterion, verdict: .incomplete,
      found: LocalizedText(
        vi: "Báo cáo chưa nêu năm thành lập.", en: "The report does not give the founding year."))
  }
}
