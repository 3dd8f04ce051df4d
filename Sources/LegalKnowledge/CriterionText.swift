import TextMatching

/// What the law asks, in words, one line a requirement.
public struct CriterionText: Sendable {
  public struct Line: Equatable, Sendable {
    public var words: String
    /// Steps below the first.
    public var depth: Int
  }

  private let law: LegalKnowledge
  private let day: CivilDate
  private let language: Language

  /// - Parameter day: the day whose names of awards are used.
  public init(law: LegalKnowledge, day: CivilDate, language: Language) {
    self.law = law
    self.day = day
    self.language = language
  }

  public func lines(_ criteria: [Criterion], depth: Int = 0) -> [Line] {
    criteria.flatMap { lines($0, depth: depth) }
  }

  private func lines(_ criterion: Criterion, depth: Int) -> [Line] {
    switch criterion {
    case .all(let parts):
      [Line(words: words(criterion), depth: depth)] + lines(parts, depth: depth + 1)
    case .any(let parts):
      [Line(words: words(criterion), depth: depth)] + lines(parts, depth: depth + 1)
    default: [Line(words: words(criterion), depth: depth)]
    }
  }

  /// One requirement without those inside it.
  public func words(_ criterion: Criterion) -> String {
    switch criterion {
    case .all: said("tất cả:", "all of:")
    case .any: said("một trong:", "one of:")
    case .previous(let held): said("trước đó đã có ", "earlier: ") + words(held)
    case .held(let held):
      said("trong thời gian tính có ", "within the years counted: ") + words(held)
    case .standard(let awards):
      said("đạt tiêu chuẩn ", "meets the standard of ") + names(awards)
    case .completion(let level): words(level)
    case .run(let run): words(run)
    case .members(let members): words(members)
    case .noDiscipline(let measure):
      said(
        "không có cá nhân bị kỷ luật từ \(term(measure)) trở lên",
        "no member disciplined at \(term(measure)) or heavier")
    case .work(let work):
      said("có ", "has ") + (work.count > 1 ? "\(work.count) " : "")
        + list(work.kinds.map(term)) + said(", phạm vi ", "; scope: ") + term(work.scope)
    case .model(let years):
      said("mô hình sản xuất giữ vững từ \(years) năm", "a production model kept up \(years) years")
    case .age(let years):
      said("xây dựng, phát triển từ \(years) năm", "\(years) years of building and development")
    case .movement(let movement): words(movement)
    case .block(let organiser, let standing):
      term(standing) + said(" trong ", ": ") + term(organiser)
    case .feat(let scope):
      said("thành tích đột xuất, phạm vi ảnh hưởng ", "a sudden feat; influence: ") + term(scope)
    case .contest(let level): said("đoạt ", "a prize in a contest: ") + term(level)
    case .service(let service): words(service)
    case .anniversary: said("chỉ vào dịp năm tròn", "only on an anniversary ending in 0")
    case .quality(let id): term(id)
    }
  }

  private func words(_ held: Criterion.HeldAwards) -> String {
    let times =
      held.times > 1
      ? (held.isConsecutive
        ? said("\(held.times) lần liên tục ", "\(held.times) times in a row ")
        : said("\(held.times) lần ", "\(held.times) times ")) : ""
    return times + names(held.awards)
  }

  private func words(_ level: CompletionLevel) -> String {
    switch level {
    case .completed: said("hoàn thành nhiệm vụ", "tasks completed")
    case .well: said("hoàn thành tốt nhiệm vụ trở lên", "tasks completed well, or better")
    case .excellent: said("hoàn thành xuất sắc nhiệm vụ", "tasks completed excellently")
    }
  }

  private func words(_ run: Criterion.Run) -> String {
    var text = said("\(run.years) năm liên tục trở lên ", "\(run.years) years or more in a row: ")
    text += words(run.completion)
    if !run.awards.isEmpty { text += said(" hoặc đạt ", ", or ") + names(run.awards) }
    if run.excellentYears > 0 {
      text += said(
        ", trong đó \(run.excellentYears) năm hoàn thành xuất sắc",
        ", \(run.excellentYears) of them excellent")
    }
    return text
  }

  private func words(_ members: Criterion.Members) -> String {
    let what =
      members.award.map { said("đạt ", "with ") + names([$0]) }
      ?? said("hoàn thành nhiệm vụ", "who completed their tasks")
    switch members.amount {
    case .percent(let value):
      return said("từ \(value)% cá nhân \(what)", "at least \(value)% of members \(what)")
    case .overPercent(let value):
      return said("trên \(value)% cá nhân \(what)", "over \(value)% of members \(what)")
    case .count(let value):
      return said("có từ \(value) cá nhân \(what)", "at least \(value) member(s) \(what)")
    }
  }

  private func words(_ movement: Criterion.Movement) -> String {
    var text =
      term(movement.standing) + said(" trong phong trào thi đua", " in a movement of emulation")
    if !movement.launchers.isEmpty {
      text += said(" do ", ": ") + list(movement.launchers.map(term))
    }
    if let years = movement.years {
      text += said(", từ \(years) năm trở lên", ", lasting \(years) years or more")
    }
    return text
  }

  private func words(_ service: Criterion.Service) -> String {
    let end = service.below.map { said(" đến dưới \($0) năm", " and fewer than \($0)") } ?? ""
    return said(
      "từ \(service.years) năm\(end) \(term(service.field))",
      "\(service.years) years or more\(end): \(term(service.field))")
  }

  private func term(_ id: String) -> String { law.term(id: id)?.title[language] ?? id }

  private func names(_ ids: [String]) -> String {
    list(
      ids.map { id in
        guard let name = law.award(id: id)?.name(on: day) else { return id }
        return name.unicodeScalars.contains("“") ? name : "“\(name)”"
      })
  }

  private func list(_ words: [String]) -> String { words.joined(separator: said(" hoặc ", " or ")) }

  private func said(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
}
