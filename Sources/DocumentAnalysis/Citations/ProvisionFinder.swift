import TextMatching

/// Reads references to parts of an instrument: “điểm a khoản 1 Điều 84”, “Điều 21, Điều 22”,
/// “khoản 1, 2 Điều 9”, “Điều 9 khoản 2”.
enum ProvisionFinder {
  /// A run of references that belong to one instrument.
  struct Group {
    var range: Range<Int>
    var provisions: [Citation.Provision]
  }

  /// All groups of a block, in reading order.
  static func groups(in text: String, block: Int) -> [Group] {
    var result: [Group] = []
    var start = 0
    while let first = opening.firstMatch(in: text, from: start) {
      var builder = Builder(block: block)
      var end = first.range.lowerBound
      var next: Pattern.Match? = unit.firstMatch(in: text, from: end)
      while let match = next {
        builder.add(match, in: text)
        end = match.range.upperBound
        next = followingUnit.firstMatch(in: text, from: end)
      }
      if end == first.range.lowerBound {
        start = first.range.upperBound
        continue
      }
      result.append(
        Group(range: first.range.lowerBound..<end, provisions: builder.finish()))
      start = end
    }
    return result
  }

  /// Collects units from the innermost outwards, as Vietnamese writes them.
  private struct Builder {
    let block: Int
    private var provisions: [Citation.Provision] = []
    private var points: [String] = []
    /// Clauses waiting for their article, each with its points.
    private var clauses: [(number: Int, points: [String])] = []
    private var start: Int?
    private var end = 0
    private var lastArticle: Int?

    init(block: Int) { self.block = block }

    mutating func add(_ match: Pattern.Match, in text: String) {
      guard let word = match[1], let values = match[2] else { return }
      let list = ProvisionFinder.values(in: text, range: values)
      start = start ?? match.range.lowerBound
      end = match.range.upperBound
      switch Folding.key(text[utf8Range: word]) {
      case "điểm":
        points += list.map(\.text)
      case "khoản":
        for (position, value) in list.enumerated() {
          guard let number = Int(value.text) else { continue }
          clauses.append((number, position == 0 ? points : []))
        }
        points = []
      default: addArticles(list)
      }
    }

    private mutating func addArticles(_ list: [(text: String, range: Range<Int>)]) {
      for (position, value) in list.enumerated() {
        // “Điều 12a”: an article put in by an amendment; its number alone would be another one.
        let number = Int(value.text)
        if position == 0 {
          let span = TextSpan(block: block, utf8: (start ?? value.range.lowerBound)..<end)
          let whole =
            list.count == 1
            ? span
            : TextSpan(block: block, utf8: span.utf8.lowerBound..<value.range.upperBound)
          append(article: number, span: whole)
        } else {
          provisions.append(
            Citation.Provision(
              span: TextSpan(block: block, utf8: value.range), article: number, clause: nil,
              point: nil))
        }
        lastArticle = number
      }
      start = nil
    }

    private mutating func append(article: Int?, span: TextSpan) {
      if clauses.isEmpty {
        if points.isEmpty {
          provisions.append(
            Citation.Provision(span: span, article: article, clause: nil, point: nil))
        }
        for point in points {
          provisions.append(
            Citation.Provision(span: span, article: article, clause: nil, point: point))
        }
      }
      for clause in clauses {
        if clause.points.isEmpty {
          provisions.append(
            Citation.Provision(span: span, article: article, clause: clause.number, point: nil))
        }
        for point in clause.points {
          provisions.append(
            Citation.Provision(span: span, article: article, clause: clause.number, point: point))
        }
      }
      points = []
      clauses = []
    }

    /// What still waits belongs to the article before it (“Điều 9 khoản 2”).
    mutating func finish() -> [Citation.Provision] {
      if !clauses.isEmpty || !points.isEmpty, let start {
        if let lastArticle, let last = provisions.last, last.clause == nil, last.point == nil {
          provisions.removeLast()
          append(
            article: lastArticle,
            span: TextSpan(block: block, utf8: last.span.utf8.lowerBound..<end))
        } else {
          append(article: nil, span: TextSpan(block: block, utf8: start..<end))
        }
      }
      return provisions
    }
  }

  private static func values(
    in text: String, range: Range<Int>
  ) -> [(text: String, range: Range<Int>)] {
    let part = String(text[utf8Range: range])
    return value.matches(in: part).map { match in
      let low = range.lowerBound + match.range.lowerBound
      return (
        part[utf8Range: match.range].lowercased(), low..<(low + match.range.count)
      )
    }
  }

  private static let letter = #"(?:[abcdđeghiklmnopqrstuvxy]\d?(?![\p{L}\d]))"#
  private static let number = #"(?:\d{1,3}[a-zđ]?(?![\p{L}\d/]|\.\d))"#
  private static let joint = #"(?:\s*(?:,|và|hoặc|;|,\s*và)\s*)"#
  /// Groups: 1 the word, 2 its values.
  private static let unitShape =
    #"(?|(điểm)\s+([“"']?\#(letter)[”"']?(?:\#(joint)\#(letter))*)"#
    + #"|(khoản|điều)\s+(\#(number)(?:\#(joint)\#(number))*))"#
  private static let unit = Pattern(known: #"\G"# + unitShape, options: .caseless)
  private static let followingUnit = Pattern(
    known: #"\G(?:\s*[,;]?\s*(?:và\s+|hoặc\s+|của\s+|thuộc\s+)?)(?<![\p{L}])"# + unitShape,
    options: .caseless)
  private static let opening = Pattern(
    known: #"(?<!\p{L})(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|ĐIỀU|KHOẢN)(?=\s+(?:\d|[“"']?[a-zđ]))"#)
  private static let value = Pattern(
    known: #"(?<![\p{L}\d])(?:\d{1,3}[a-zđ]?|[a-zđ]\d?)(?![\p{L}\d])"#, options: .caseless)
}
