import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// An award beside the article of another award: “Chiến sĩ thi đua cơ sở” with the article on the
/// national title. Articles on dossiers, authority or principles fit every award.
enum ProvisionMismatch {
  static let check = NativeCheck(
    name: "provision-mismatch", arguments: ["subject", "article", "about", "expected"]
  ) { context in
    context.document.citations.compactMap { observation($0, context) }
  }

  private static func observation(_ citation: Citation, _ context: CheckContext) -> Observation? {
    let articles = Set(citation.provisions.compactMap(\.article))
    guard articles.count == 1, let number = articles.first, citation.role != .withinTitle,
      let instrument = context.instrumentOfTheDay(of: citation),
      let map = instrument.provisions, let article = map.articles[number],
      !article.subjects.isEmpty, article.subjects.allSatisfy(Awards.isAward),
      let place = citation.provisions.first?.span,
      let clause = clause(around: citation, context)
    else { return nil }
    let known = Set(map.articles.values.flatMap(\.subjects)).filter(Awards.isAward)
    let found = Awards.found(in: context.document.text(clause), among: known)
    guard found.count == 1, let award = found.first,
      !article.subjects.contains(where: { $0.hasPrefix(award.id) || award.id.hasPrefix($0) })
    else { return nil }
    let right = map.articles.values.filter { $0.subjects.contains(award.id) }
      .min { $0.number < $1.number }
    guard let right else { return nil }
    let isAmended = !context.law.amenders(of: instrument, inForceOn: context.latest).isEmpty
    let words = context.document.text(clause)
    return Observation(
      at: place,
      arguments: [
        "subject": .text(String(words[utf8Range: award.range])), "article": .number(number),
        "about": .text(article.title), "expected": .number(right.number),
      ],
      isCertain: !isAmended, verified: min(article.verified, right.verified),
      bases: [Rule.Basis(instrument: instrument.id, provision: "Điều \(right.number)")],
      fixes: [
        Observation.ProposedFix(
          kind: .proposed,
          description: LocalizedText(
            vi: "Nếu đúng là danh hiệu, hình thức này, dẫn Điều \(right.number).",
            en: "If this award is meant, cite Article \(right.number)."))
      ])
  }

  /// The words that go with the citation: its sentence, when no other reference stands in it.
  private static func clause(around citation: Citation, _ context: CheckContext) -> TextSpan? {
    let block = citation.span.block
    let text = context.document.blocks[block].text
    var low = text.utf8Start(before: citation.span.utf8.lowerBound, atMost: 600)
    let before = String(text[utf8Range: low..<citation.span.utf8.lowerBound])
    if let end = boundary.matches(in: before).last { low += end.range.upperBound }
    let after = boundary.firstMatch(in: text, from: citation.span.utf8.upperBound)
    let high = after?.range.lowerBound ?? text.utf8.count
    let clause = String(text[utf8Range: low..<high])
    // Several articles and several awards cannot be paired by reading alone.
    guard articles.matches(in: clause).count == 1 else { return nil }
    return TextSpan(block: block, utf8: low..<high)
  }

  private static let boundary = Pattern(known: #"[;.\n](?=\s|$)|\n"#)
  private static let articles = Pattern(known: #"(?<!\p{L})điều\s+\d"#, options: .caseless)
}

/// Names of awards in running text, recognised by the ids that the data gives to what articles are
/// about: `chien-si-thi-dua-co-so` is “Chiến sĩ thi đua cơ sở” without marks.
enum Awards {
  private static let heads = [
    "chien-si", "lao-dong-tien", "tap-the", "don-vi", "co-thi-dua", "xa-phuong", "thon-",
    "gia-dinh",
    "huan-chuong", "huy-chuong", "bang-khen", "giay-khen", "ky-niem-chuong", "anh-hung", "ba-me",
    "nha-giao", "thay-thuoc", "nghe-si", "nghe-nhan", "giai-thuong", "tinh-anh", "thanh-pho-anh",
  ]

  static func isAward(_ subject: String) -> Bool {
    heads.contains { subject.hasPrefix($0) }
  }

  /// Awards named in the text; one whose name is part of a longer one found there is left out.
  static func found(
    in text: String, among ids: Set<String>
  ) -> [(id: String, range: Range<Int>)] {
    let plain = Plain(text)
    var result: [(id: String, range: Range<Int>)] = []
    for id in ids.sorted(by: { ($0.count, $1) > ($1.count, $0) }) {
      for range in plain.ranges(of: id) where !result.contains(where: { $0.range.overlaps(range) })
      {
        result.append((id, range))
      }
    }
    var seen: Set<String> = []
    return result.filter { seen.insert($0.id).inserted }
  }

  /// Text as words without marks, each with its place.
  private struct Plain {
    var words: [(text: String, range: Range<Int>)] = []

    init(_ text: String) {
      for match in Awards.word.matches(in: text) {
        let word = Awards.unmarked(String(text[utf8Range: match.range]))
        // Orders: “hạng Ba”; ids leave “hạng” out.
        if word == "hang" { continue }
        words.append((word == "sy" ? "si" : word, match.range))
      }
    }

    func ranges(of id: String) -> [Range<Int>] {
      let wanted = id.split(separator: "-").map(String.init)
      guard words.count >= wanted.count else { return [] }
      return (0...(words.count - wanted.count)).compactMap { start in
        let slice = words[start..<(start + wanted.count)]
        guard slice.map(\.text) == wanted, let first = slice.first, let last = slice.last else {
          return nil
        }
        return first.range.lowerBound..<last.range.upperBound
      }
    }
  }

  private static let word = Pattern(known: #"\p{L}+"#)

  /// Lower case without marks: “Chiến” → “chien”.
  static func unmarked(_ word: String) -> String {
    var result = ""
    for scalar in word.lowercased().unicodeScalars {
      result.append(base[scalar] ?? Character(scalar))
    }
    return result
  }

  private static let base: [Unicode.Scalar: Character] = {
    let families: [(Character, String)] = [
      ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"),
      ("o", "òóỏõọôồốổỗộơờớởỡợ"), ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"), ("d", "đ"),
    ]
    var result: [Unicode.Scalar: Character] = [:]
    for (plain, marked) in families {
      for scalar in marked.unicodeScalars { result[scalar] = plain }
    }
    return result
  }()
}
