import DataFiles

/// `<provisions>`: the articles of one instrument.
enum ProvisionsReader {
  private static let attributes: Set = ["instrument", "whole", "last", "verified"]
  private static let children: Set = ["article", "source"]
  private static let articleAttributes: Set = [
    "number", "title", "clauses", "points", "complete", "subjects", "verified",
  ]

  static func read(_ root: DataElement, into draft: inout KnowledgeDraft) throws {
    try root.expect(attributes: attributes, children: children)
    let instrument = try root.required("instrument")
    try draft.declare(instrument, in: .provisions, at: root)
    draft.refer(to: instrument, in: .instrument, at: root)
    _ = try root.required("whole")
    let isWhole = try root.flag("whole", default: false)
    let last = try root.integer("last")
    let verified = try root.verification()
    _ = try root.sources()
    var articles: [Int: ProvisionMap.Article] = [:]
    for element in root.eachChild where element.name == "article" {
      let article = try article(element, whole: isWhole, verified: verified)
      if let last, article.number > last {
        throw element.error(
          vi: "Điều \(article.number) vượt quá điều cuối là \(last)",
          en: "article \(article.number) is beyond the last article, \(last)")
      }
      guard articles.updateValue(article, forKey: article.number) == nil else {
        throw element.error(
          vi: "Điều \(article.number) đã khai báo ở trên; hãy xoá một trong hai",
          en: "article \(article.number) is already declared above; remove one")
      }
    }
    if isWhole { try checkWhole(articles, last: last, at: root) }
    let map = ProvisionMap(articles: articles, lastArticle: last, isWhole: isWhole)
    draft.provisions.append((instrument, map, KnowledgeDraft.Origin(root)))
  }

  private static func article(
    _ element: DataElement, whole: Bool, verified: Verification
  ) throws -> ProvisionMap.Article {
    try element.expect(attributes: articleAttributes)
    _ = try element.required("number")
    guard let number = try element.integer("number"), number > 0 else {
      throw element.error(vi: "“number” phải từ 1", en: "\"number\" must be 1 or more")
    }
    let clauses = try element.integer("clauses") ?? 0
    return ProvisionMap.Article(
      number: number, title: try element.required("title"), clauses: clauses,
      points: try points(element, clauses: clauses),
      isComplete: try element.flag("complete", default: whole),
      subjects: element.list("subjects"),
      verified: try element.optional("verified", as: Verification.self) ?? verified)
  }

  /// `1:abc 3:abcdđ`: the letters of the points of clauses 1 and 3; clause 0 is the article itself.
  private static func points(_ element: DataElement, clauses: Int) throws -> [Int: [String]] {
    var points: [Int: [String]] = [:]
    for entry in element.list("points") {
      guard let (clause, letters) = clausePoints(entry), clause <= clauses, points[clause] == nil
      else {
        throw element.error(
          vi: "“points” sai ở “\(entry)”: viết khoản:chữ theo thứ tự, như 1:abcdđ, "
            + "mỗi khoản một lần",
          en: "\"points\" is wrong at \"\(entry)\": write clause:letters in order, like 1:abcdđ, "
            + "each clause once")
      }
      points[clause] = letters
    }
    return points
  }

  private static func clausePoints(_ entry: String) -> (clause: Int, letters: [String])? {
    var clause: Int?
    var letters: [String] = []
    var place = 0
    var isBehindColon = false
    for scalar in entry.unicodeScalars {
      if isBehindColon {
        guard let found = alphabet[place...].firstIndex(of: scalar) else { return nil }
        letters.append(String(scalar))
        place = found + 1
      } else if scalar == ":" {
        isBehindColon = true
      } else {
        guard ("0"..."9").contains(scalar), clause ?? 0 < 1000 else { return nil }
        clause = (clause ?? 0) * 10 + Int(scalar.value) - 48
      }
    }
    guard let clause, !letters.isEmpty else { return nil }
    return (clause, letters)
  }

  /// Letters of points, Decree 30/2020, Phụ lục I, mục II.6.đ.
  private static let alphabet = Array("abcdđeghiklmnopqrstuvxy".unicodeScalars)

  private static func checkWhole(
    _ articles: [Int: ProvisionMap.Article], last: Int?, at root: DataElement
  ) throws {
    guard let last else {
      throw root.error(
        vi: "whole=\"yes\" thì phải có “last”", en: "whole=\"yes\" needs \"last\"")
    }
    if let gap = (1...max(last, 1)).first(where: { articles[$0] == nil }) {
      throw root.error(
        vi: "whole=\"yes\" nhưng thiếu Điều \(gap); hãy thêm, hoặc ghi whole=\"no\"",
        en: "whole=\"yes\" but article \(gap) is missing; add it, or say whole=\"no\"")
    }
  }
}
