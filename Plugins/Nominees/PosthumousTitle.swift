import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A title of emulation proposed posthumously: the law has them given only to the living.
  static let posthumousTitle = NativeCheck(
    name: "posthumous-title", arguments: ["award"]
  ) { context in
    var seen: Set<TextSpan> = []
    return (inSentences(context) + inRows(context)).filter { mention in
      seen.insert(mention.span).inserted
    }.compactMap { mention in
      guard let award = mention.matches.first?.award,
        mention.matches.allSatisfy({ $0.award.isPosthumous == false })
      else { return nil }
      let article = context.law.criteria(of: award, on: context.asOf)?.provision
      return Observation(
        at: mention.span,
        arguments: ["award": .text(award.name(on: context.asOf).unquoted)],
        bases: article.map {
          [Rule.Basis(instrument: $0.instrument, provision: $0.article.map { "Điều \($0)" })]
        })
    }
  }

  private static let posthumous = Pattern(
    known: #"(?<!\p{L})truy\s+tặng(?!\p{L})"#, options: .caseless)
  /// “tặng hoặc truy tặng” speaks of the law in general.
  private static let general = Pattern(
    known: #"(?<!\p{L})tặng\s*(?:hoặc|và|,|/)\s*truy\s+tặng|truy\s+tặng\s*(?:hoặc|và|,|/)\s*tặng"#,
    options: .caseless)
  private static let link = Pattern(
    known: #"^\s*(?:\p{L}+\s+){0,3}[“"]?\s*$"#, options: .caseless)

  /// “truy tặng danh hiệu …”
  private static func inSentences(_ context: CheckContext) -> [AwardMention] {
    let document = context.document
    return AwardPaper.awards(context).filter { mention in
      let text = document.blocks[mention.span.block].text
      guard !general.matches(text) else { return false }
      let before = String(text[utf8Range: 0..<mention.span.utf8.lowerBound])
      guard let last = posthumous.matches(in: before).last else { return false }
      return link.matches(String(before[utf8Range: last.range.upperBound..<before.utf8.count]))
    }
  }

  /// “(truy tặng)” anywhere in a nominee's row or item.
  private static func inRows(_ context: CheckContext) -> [AwardMention] {
    let document = context.document
    return context.register.nominees.flatMap { nominee -> [AwardMention] in
      let blocks: [Int]
      switch nominee.origin {
      case .item(let block): blocks = [block]
      case .row(let table, let row):
        // What the row says of the past is about other awards.
        blocks = document.source.body.tables[table].rows[row].cells.flatMap { Array($0.blocks) }
          .filter { $0 != nominee.grounds?.block }
      }
      let isPosthumous = blocks.contains { block in
        let text = document.blocks[block].text
        return posthumous.matches(text) && !general.matches(text)
      }
      return isPosthumous ? nominee.awards : []
    }
  }
}
