import Testing

@testable import LegalKnowledge

@Suite("Articles, clauses and points")
struct ProvisionTests {
  private func map(_ id: String) throws -> ProvisionMap {
    try #require(RulesFolder.knowledge.get().instrument(id: id)?.provisions)
  }

  @Test func theLawOf2022IsWhole() throws {
    let map = try map("06/2022/QH15")
    #expect(map.isWhole && map.lastArticle == 96 && map.articles.count == 96)
    #expect(map.articles.values.allSatisfy { $0.isComplete && $0.verified == .yes })
    #expect(map.articles.values.reduce(0) { $0 + $1.clauses } == 319)
    let points = map.articles.values.reduce(0) { $0 + $1.points.values.joined().count }
    #expect(points == 328)
  }

  @Test(arguments: [
    (1, 0, [:]), (5, 3, [1: "ab", 2: "abcd"]), (20, 2, [1: "abcdđe"]), (23, 2, [:]),
    (27, 3, [1: "abcdđ"]), (33, 2, [2: "abcdđeghik"]),
    (44, 7, [1: "abcdđeg", 2: "abc", 4: "abcdđ"]),
    (59, 2, [2: "abcdđegh"]), (74, 6, [1: "abcdđ", 3: "abcd"]), (75, 2, [1: "abcdđ"]),
    (84, 7, [1: "abcd", 2: "abcd"]), (85, 2, [1: "abcdđ"]), (93, 9, [2: "abcd"]), (96, 3, [:]),
  ])
  func structure(number: Int, clauses: Int, points: [Int: String]) throws {
    let article = try #require(try map("06/2022/QH15").articles[number])
    #expect(article.clauses == clauses)
    #expect(article.points.mapValues { $0.joined() } == points)
  }

  @Test(arguments: [
    (17, "noi-dung-phong-trao"), (18, "tham-quyen-phat-dong"), (21, "chien-si-thi-dua-toan-quoc"),
    (23, "chien-si-thi-dua-co-so"), (28, "tap-the-lao-dong-tien-tien"),
    (44, "huan-chuong-lao-dong-ba"), (73, "bang-khen-thu-tuong"),
    (74, "bang-khen-bo-ban-nganh-tinh"),
    (84, "ho-so"), (85, "thu-tuc-don-gian"),
  ])
  func subjects(number: Int, subject: String) throws {
    let map = try map("06/2022/QH15")
    #expect(map.articles.values.filter { $0.subjects.contains(subject) }.map(\.number) == [number])
  }

  @Test func titlesAreTheLawsOwn() throws {
    let map = try map("06/2022/QH15")
    #expect(map.articles[23]?.title == "Danh hiệu “Chiến sĩ thi đua cơ sở”")
    #expect(map.articles[17]?.title == "Nội dung tổ chức phong trào thi đua")
  }

  @Test(arguments: [
    ("98/2023/NĐ-CP", Optional(117)), ("91/2017/NĐ-CP", 85), ("152/2025/NĐ-CP", nil),
  ])
  func decreesAreKnownInPart(id: String, last: Int?) throws {
    let map = try map(id)
    #expect(!map.isWhole && map.lastArticle == last)
    #expect(map.articles.values.allSatisfy { !$0.isComplete })
  }
}
