import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Two forms of commendation for one nominee in one paper, with nothing that tells two merits
  /// apart (Law 06/2022, Điều 5 khoản 2 điểm c). A title beside a form is right: titles are no
  /// commendation.
  static let sameAchievementTwice = NativeCheck(
    name: "same-achievement-twice", arguments: ["name", "first", "second"]
  ) { context in
    var seen: [String: [(nominee: Nominee, mention: AwardMention)]] = [:]
    var found: [Observation] = []
    for nominee in context.register.nominees where !nominee.key.isEmpty {
      for mention in nominee.awards where isForm(mention) {
        let earlier = seen[nominee.key, default: []].first { other in
          NativeCheck.isSame(other.nominee, nominee) && !other.mention.mayEqual(mention)
            && !areApart(other, (nominee, mention), context)
        }
        seen[nominee.key, default: []].append((nominee, mention))
        guard let earlier else { continue }
        found.append(
          Observation(
            at: nominee.anchor,
            arguments: [
              "name": .text(nominee.nameText), "first": name(earlier.mention, context),
              "second": name(mention, context),
            ],
            related: [
              .init(
                span: earlier.mention.span,
                message: LocalizedText(
                  vi: "Hình thức thứ nhất.", en: "The first form of commendation."))
            ]))
      }
    }
    return found
  }

  private static func name(_ mention: AwardMention, _ context: CheckContext) -> MessageArgument {
    .text(mention.matches.first?.award.name(on: context.asOf).unquoted ?? "")
  }

  /// Bằng khen, giấy khen, huân chương; a medal of remembrance is for years in a branch, not for one
  /// merit.
  private static func isForm(_ mention: AwardMention) -> Bool {
    !mention.matches.isEmpty
      && mention.matches.allSatisfy {
        ![.emulationTitle, .remembranceMedal, .honour, .prize, .medal].contains($0.award.awardClass)
      }
  }

  private static let kinds = [
    #"công\s+trạng|thường\s+xuyên|hằng\s+năm|hàng\s+năm|năm\s+công\s+tác"#, #"đột\s+xuất"#,
    #"chuyên\s+đề|phong\s+trào|đợt\s+thi\s+đua"#, #"cống\s+hiến"#, #"niên\s+hạn"#, #"đối\s+ngoại"#,
  ].map { Pattern(known: "(?<!\\p{L})(?:\($0))(?!\\p{L})", options: .caseless) }

  /// Whether headings, sentences or the rows' own grounds say that the merits differ.
  private static func areApart(
    _ a: (nominee: Nominee, mention: AwardMention), _ b: (nominee: Nominee, mention: AwardMention),
    _ context: CheckContext
  ) -> Bool {
    if let first = a.nominee.years, let second = b.nominee.years, first != second { return true }
    let grounds = [a, b].map { side in
      side.nominee.grounds.map { Folding.key(context.document.text($0)) } ?? ""
    }
    if grounds.allSatisfy({ !$0.isEmpty }), grounds[0] != grounds[1] { return true }
    let told = [a, b].map { side -> Set<Int> in
      let places = side.nominee.headings + [side.mention.span]
      let text = places.map { context.document.blocks[$0.block].text }.joined(separator: "\n")
      return Set(kinds.indices.filter { kinds[$0].matches(text) })
    }
    return told[0] != told[1]
  }
}
