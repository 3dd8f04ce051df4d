import TextMatching

/// The places that a basis names in words: “Điều 7; Điều 16 khoản 1”, “Điều 17 khoản 2 đến khoản 5”.
struct CitedPlaces {
  struct Place: Hashable {
    var article: Int
    /// Nil: the whole article.
    var clause: Int?
    var point: String?
  }

  private static let pattern = Pattern(
    known:
      #"Điều\h+(\d+)((?:,?\h+(?:đến\h+)?khoản\h+\d+)*)(?:\h+điểm\h+(\p{Ll}))?"#)
  private static let clause = Pattern(known: #"(đến\h+)?khoản\h+(\d+)"#)

  /// Nothing when the words name no article: an annex, or nothing at all.
  static func places(in words: String) -> [Place] {
    pattern.matches(in: words).flatMap { match -> [Place] in
      func string(_ group: Int) -> String? {
        match[group].map { String(words[utf8Range: $0]) }
      }
      guard let article = string(1).flatMap({ Int($0) }) else { return [] }
      let clauses = clauses(in: string(2) ?? "")
      let point = string(3)
      if clauses.isEmpty { return [Place(article: article, clause: nil, point: point)] }
      return clauses.map { Place(article: article, clause: $0, point: point) }
    }
  }

  private static func clauses(in words: String) -> [Int] {
    var result: [Int] = []
    for match in clause.matches(in: words) {
      guard let number = match[2].flatMap({ Int(words[utf8Range: $0]) }) else { continue }
      if match[1] != nil, let last = result.last, last < number, number - last < 100 {
        result += Array((last + 1)...number)
      } else {
        result.append(number)
      }
    }
    return result
  }
}
