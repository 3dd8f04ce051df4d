import TextMatching

/// The places that a basis names in words: “Điều 7; Điều 16 khoản 1”, “Điều 17 khoản 2 đến khoản 5”,
/// “Điều 84 khoản 1 điểm b, khoản 2 điểm b”.
struct CitedPlaces {
  struct Place: Hashable {
    var article: Int
    /// Nil: the whole article.
    var clause: Int?
    var point: String?
  }

  private static let article = Pattern(known: #"Điều\h+(\d+)"#)
  private static let part = Pattern(
    known: #"(đến\h+)?khoản\h+(\d+)|(?:điểm\h+|(?<=\p{Ll}), )(\p{Ll})(?!\p{L})"#)

  /// Nothing when the words name no article: an annex, or nothing at all.
  static func places(in words: String) -> [Place] {
    let articles = article.matches(in: words)
    return articles.indices.flatMap { index -> [Place] in
      guard let group = articles[index][1], let number = Int(words[utf8Range: group]) else {
        return []
      }
      let end =
        index + 1 < articles.count ? articles[index + 1].range.lowerBound : words.utf8.count
      return places(in: String(words[utf8Range: group.upperBound..<end]), of: number)
    }
  }

  /// The parts of one article, in order.
  private static func places(in words: String, of article: Int) -> [Place] {
    var places: [Place] = []
    for match in part.matches(in: words) {
      if let group = match[3] {
        let point = String(words[utf8Range: group])
        if let last = places.indices.last, places[last].point == nil {
          places[last].point = point
        } else {
          places.append(Place(article: article, clause: places.last?.clause, point: point))
        }
      } else if let group = match[2], let clause = Int(words[utf8Range: group]) {
        if match[1] != nil, let last = places.last?.clause, last < clause, clause - last < 100 {
          places += ((last + 1)...clause).map { Place(article: article, clause: $0) }
        } else {
          places.append(Place(article: article, clause: clause))
        }
      }
    }
    return places.isEmpty ? [Place(article: article, clause: nil)] : places
  }
}
