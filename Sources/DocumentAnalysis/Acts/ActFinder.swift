import DocumentModel
import TextMatching

/// Finds what the named bodies are said to do.
struct ActFinder {
  private static let verb = Pattern(
    known: #"""
      \G \s+ (?: (?:sẽ|cũng|trực\s+tiếp|thống\s+nhất)\s+ )?
      (?: (quyết\s+định\s+khen\s+thưởng | (?:quyết\s+định\s+)?(?:tặng
            |công\s+nhận(?=\s+(?:danh\s+hiệu|tập\s+thể\s+lao|lao\s+động|chiến\s+s|gia\s+đình|["“]))))
        | ((?:(?:xem\s+xét|xét|tổng\s+hợp|thẩm\s+định|lập\s+hồ\s+sơ|làm\s+tờ\s+trình)\s*,?\s*(?:và\s+)?)*
            (?:trực\s+tiếp\s+)?(?:trình|đề\s+nghị))
        | (phát\s+động)
        | ((?:xây\s+dựng|ban\s+hành)\s+(?:kế\s+hoạch|chương\s+trình|hướng\s+dẫn|quyết\s+định))
        | (yêu\s+cầu|giao)
      ) (?!\p{L})
      """#, options: [.caseless, .extended])

  private static let kinds: [Act.Kind] = [.confer, .propose, .launch, .issue, .demand]

  /// In the sentence before the actor.
  private static let handing = Pattern(
    known: #"""
      (?<!\p{L}) (?: đề\s+nghị | trình | đề\s+xuất | kiến\s+nghị | xét | tham\s+mưu | giúp )(?!\p{L})
      """#, options: [.caseless, .extended])
  /// Directly before the actor.
  private static let linking = Pattern(
    known: #"""
      (?<!\p{L}) (?: được | do | của | cho | với | để | về | gửi | khi | sau | bởi | từ | tại | và
        | báo\s+cáo | theo | cùng | phó | nguyên | mà )\s*$
      """#, options: [.caseless, .extended])
  private static let sentenceStart = Pattern(known: #".*[.;:]\s"#)
  private static let clauseEnd = Pattern(known: #"[.;:](?=\s|$|/)|$"#)

  func acts(of bodies: [BodyMention], in blocks: [Block]) -> [Act] {
    bodies.compactMap { body in
      let text = blocks[body.span.block].text
      guard let match = Self.verb.firstMatch(in: text, from: body.span.utf8.upperBound) else {
        return nil
      }
      guard let group = (1...Self.kinds.count).first(where: { match[$0] != nil }),
        let range = match[group]
      else { return nil }
      let start = body.office?.utf8.lowerBound ?? body.span.utf8.lowerBound
      let end = Self.clauseEnd.firstMatch(in: text, from: range.upperBound)?.range.lowerBound
      let low = text.utf8Start(before: start, atMost: 400)
      let from = Self.sentenceStart.firstMatch(in: text, from: low, until: start)?.range.upperBound
      return Act(
        kind: Self.kinds[group - 1], actor: body,
        verb: TextSpan(block: body.span.block, utf8: range),
        isRequested: Self.handing.firstMatch(in: text, from: from ?? low, until: start) != nil,
        isSubordinate: Self.linking.firstMatch(in: text, from: from ?? low, until: start) != nil,
        clauseEnd: end ?? text.utf8.count)
    }
  }
}
