import DataFiles

/// The elements of `<standard>` and `<route>` that state criteria.
enum CriteriaReader {
  static let names: Set = [
    "all", "any", "previous", "held", "standard-of", "completion", "run", "members",
    "no-discipline", "work", "model", "age", "movement", "block", "feat", "contest", "service",
    "anniversary", "quality",
  ]

  private static let heldAttributes: Set = ["awards", "times", "consecutive"]
  private static let runAttributes: Set = [
    "years", "level", "awards", "excellent", "after-previous",
  ]
  private static let memberAttributes: Set = ["award", "percent", "over-percent", "count"]
  private static let movementAttributes: Set = ["launchers", "years", "standing"]

  /// The children that are criteria, in order.
  static func read(
    in element: DataElement, _ draft: inout KnowledgeDraft
  ) throws -> [Criterion] {
    var criteria: [Criterion] = []
    for child in element.eachChild where names.contains(child.name) {
      criteria.append(try criterion(child, &draft))
    }
    return criteria
  }

  private static func criterion(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws -> Criterion {
    switch element.name {
    case "all": return .all(try parts(element, &draft))
    case "any": return .any(try parts(element, &draft))
    case "previous": return .previous(try held(element, &draft))
    case "held": return .held(try held(element, &draft))
    case "standard-of":
      try element.expect(attributes: ["awards"])
      return .standard(of: try element.references("awards", to: .award, &draft))
    case "run": return .run(try run(element, &draft))
    case "members": return .members(try members(element, &draft))
    case "work": return .work(try work(element, &draft))
    case "movement": return .movement(try movement(element, &draft))
    case "block":
      try element.expect(attributes: ["organiser", "standing"])
      return .block(
        organiser: try element.reference("organiser", to: .term, &draft),
        standing: try element.reference("standing", to: .term, &draft))
    case "service": return .service(try service(element, &draft))
    default: return try simple(element, &draft)
    }
  }

  private static func simple(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws -> Criterion {
    switch element.name {
    case "completion":
      try element.expect(attributes: ["level"])
      return .completion(try element.required("level", as: CompletionLevel.self))
    case "no-discipline":
      try element.expect(attributes: ["from"])
      return .noDiscipline(from: try element.reference("from", to: .term, &draft))
    case "model":
      try element.expect(attributes: ["years"])
      return .model(years: try element.requiredPositive("years"))
    case "age":
      try element.expect(attributes: ["years"])
      return .age(years: try element.requiredPositive("years"))
    case "feat":
      try element.expect(attributes: ["scope"])
      return .feat(scope: try element.reference("scope", to: .term, &draft))
    case "contest":
      try element.expect(attributes: ["level"])
      return .contest(level: try element.reference("level", to: .term, &draft))
    case "quality":
      try element.expect(attributes: ["id"])
      return .quality(try element.reference("id", to: .term, &draft))
    default:
      try element.expect(attributes: DataElement.noNames)
      return .anniversary
    }
  }

  private static func parts(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws -> [Criterion] {
    try element.expect(attributes: DataElement.noNames, children: names)
    let parts = try read(in: element, &draft)
    guard parts.count > 1 else {
      throw element.error(
        vi: "<\(element.name)> phải có từ hai điều kiện; hãy thêm, hoặc bỏ <\(element.name)>",
        en: "<\(element.name)> needs two criteria or more; add some or drop <\(element.name)>")
    }
    return parts
  }

  private static func held(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws -> Criterion.HeldAwards {
    try element.expect(attributes: heldAttributes)
    return Criterion.HeldAwards(
      awards: try element.references("awards", to: .award, &draft),
      times: try element.positive("times") ?? 1,
      isConsecutive: try element.flag("consecutive", default: false))
  }

  private static func run(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws -> Criterion.Run {
    try element.expect(attributes: runAttributes)
    let years = try element.requiredPositive("years")
    let excellent = try element.positive("excellent") ?? 0
    guard excellent <= years else {
      throw element.error(
        vi: "“excellent” là \(excellent), nhiều hơn “years” là \(years); hãy sửa một trong hai",
        en: "\"excellent\" is \(excellent), more than \"years\", \(years); correct one of them")
    }
    return Criterion.Run(
      years: years, completion: try element.required("level", as: CompletionLevel.self),
      awards: element.optionalReferences("awards", to: .award, &draft), excellentYears: excellent,
      isAfterPrevious: try element.flag("after-previous", default: false))
  }

  private static func members(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws -> Criterion.Members {
    try element.expect(attributes: memberAttributes)
    let award = element.optional("award")
    if let award { draft.refer(to: award, in: .award, at: element) }
    var amounts: [Criterion.Members.Amount] = []
    if let percent = try element.positive("percent") { amounts.append(.percent(percent)) }
    if let percent = try element.positive("over-percent") { amounts.append(.overPercent(percent)) }
    if let count = try element.positive("count") { amounts.append(.count(count)) }
    guard let amount = amounts.first, amounts.count == 1 else {
      throw element.error(
        vi: "<members> phải có đúng một trong percent, over-percent, count",
        en: "<members> needs exactly one of percent, over-percent, count")
    }
    switch amount {
    case .percent(let percent) where percent > 100, .overPercent(let percent) where percent > 99:
      throw element.error(
        vi: "tỷ lệ \(percent) vượt quá toàn bộ; hãy ghi từ 1 đến 100",
        en: "\(percent) per cent is more than all; give 1 to 100")
    default: return Criterion.Members(award: award, amount: amount)
    }
  }

  private static func work(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws -> Criterion.Work {
    try element.expect(attributes: ["kinds", "scope", "count"])
    return Criterion.Work(
      kinds: try element.references("kinds", to: .term, &draft),
      scope: try element.reference("scope", to: .term, &draft),
      count: try element.positive("count") ?? 1)
  }

  private static func movement(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws -> Criterion.Movement {
    try element.expect(attributes: movementAttributes)
    return Criterion.Movement(
      launchers: element.optionalReferences("launchers", to: .term, &draft),
      years: try element.positive("years"),
      standing: try element.reference("standing", to: .term, &draft))
  }

  private static func service(
    _ element: DataElement, _ draft: inout KnowledgeDraft
  ) throws -> Criterion.Service {
    try element.expect(attributes: ["years", "below", "field"])
    let years = try element.requiredPositive("years")
    let below = try element.positive("below")
    if let below, below <= years {
      throw element.error(
        vi: "“below” là \(below), không lớn hơn “years” là \(years); hãy sửa một trong hai",
        en: "\"below\" is \(below), not more than \"years\", \(years); correct one of them")
    }
    return Criterion.Service(
      years: years, below: below, field: try element.reference("field", to: .term, &draft))
  }
}
