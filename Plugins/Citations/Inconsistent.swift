import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// One symbol with two dates, or two titles, in one paper.
enum Inconsistent {
  static let check = NativeCheck(
    name: "inconsistent", arguments: ["symbol", "here", "there"], cases: ["date", "title"]
  ) { context in
    var seen: [String: [Citation]] = [:]
    var result: [Observation] = []
    for citation in context.document.citations {
      guard citation.antecedent == nil,
        let symbol = citation.symbol.flatMap({ InstrumentSymbol($0) }),
        DisagreeingParts.wrong(in: citation, context) == nil
      else { continue }
      let earlier = seen[symbol.looseKey] ?? []
      if earlier.count < 8 { seen[symbol.looseKey, default: []].append(citation) }
      let conflict = earlier.lazy.compactMap { observation(citation, $0, symbol, context) }.first
      if let conflict { result.append(conflict) }
    }
    return result
  }

  private static func observation(
    _ citation: Citation, _ earlier: Citation, _ symbol: InstrumentSymbol, _ context: CheckContext
  ) -> Observation? {
    guard mayBeOne(citation, earlier, symbol) else { return nil }
    let isLater: (TextSpan?, TextSpan?, String)?
    if let here = citation.date, let there = earlier.date, here != there {
      isLater = (citation.dateSpan, earlier.dateSpan, "date")
    } else if let here = citation.title, let there = earlier.title, areUnlike(here, there) {
      isLater = (citation.titleSpan, earlier.titleSpan, "title")
    } else {
      isLater = nil
    }
    guard let (here, there, name) = isLater, let here, let there else { return nil }
    return Observation(
      at: here, case: name,
      arguments: [
        "symbol": .text(symbol.canonical), "here": .text(context.document.text(here)),
        "there": .text(context.document.text(there)),
      ],
      related: [
        Observation.RelatedSpan(
          span: there, message: LocalizedText(vi: "Lần viện dẫn trước.", en: "Cited before."))
      ])
  }

  /// Numbers without a year begin again each year, and every body counts its own.
  private static func mayBeOne(
    _ a: Citation, _ b: Citation, _ symbol: InstrumentSymbol
  ) -> Bool {
    if case .instrument(let first) = a.resolution, case .instrument(let second) = b.resolution {
      return first == second
    }
    if let first = a.issuer, let second = b.issuer {
      let x = Folding.key(first)
      let y = Folding.key(second)
      guard x.hasPrefix(y) || y.hasPrefix(x) else { return false }
    }
    if symbol.year == nil, let first = a.date?.year, let second = b.date?.year {
      return first == second
    }
    return true
  }

  /// Titles are shortened and paraphrased; only those with hardly a word in common are two.
  private static func areUnlike(_ a: String, _ b: String) -> Bool {
    let first = Set(InstrumentName.key(a).split(separator: " "))
    let second = Set(InstrumentName.key(b).split(separator: " "))
    let smaller = min(first.count, second.count)
    guard smaller > 2 else { return false }
    return first.intersection(second).count * 3 < smaller
  }
}
