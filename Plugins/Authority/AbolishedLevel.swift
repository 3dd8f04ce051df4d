import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A level of government that had ended before the paper was issued (Law 72/2025; the last day
  /// stands in the data).
  static let abolishedLevel = NativeCheck(
    name: "abolished-level", arguments: ["unit", "ended"], cases: ["issuer", "task"]
  ) { context in
    let document = context.document
    guard context.hasStateForm else { return [] }
    func observation(_ body: BodyMention, _ ended: EndedUnit, _ name: String) -> Observation {
      Observation(
        at: body.span, case: name,
        arguments: ["unit": .text(ended.unit.word), "ended": .date(ended.last.date)],
        isCertain: ended.isCertain, verified: ended.last.verified)
    }
    // The issuer: one finding says it all.
    let issuer = document.issuer.span
    let head = document.bodies.filter { body in
      body.span.block == issuer?.block
        && issuer.map { $0.utf8.contains(body.span.utf8.lowerBound) } ?? false
    }
    for body in head {
      if let ended = document.endedUnit(of: body, law: context.law) {
        return [observation(body, ended, "issuer")]
      }
    }
    if let ended = splitIssuer(context) { return [ended] }
    var seen: Set<String> = []
    let area = document.components.body
    return document.bodies.compactMap { body in
      guard area.contains(body.span.block),
        let ended = document.endedUnit(of: body, law: context.law),
        takesPart(body, in: document.blocks[body.span.block].text),
        seen.insert(body.type + ended.unit.word).inserted
      else { return nil }
      return observation(body, ended, "task")
    }
  }

  private static let dealings = Pattern(
    known: #"""
      (?: ^ | [.;:]\s* | (?<!\p{L})(?: báo\s+cáo | gửi | trình | nộp | phối\s+hợp | tham\s+mưu | đề\s+nghị
        | giao | xin\s+ý\s+kiến | đăng\s+ký | theo\s+(?:hướng\s+dẫn|chỉ\s+đạo|yêu\s+cầu) )(?!\p{L})[^.;:]* )$
      """#, options: [.caseless, .extended])

  /// Whether the body has a part in the work: it opens the sentence, or something goes to it.
  private static func takesPart(_ body: BodyMention, in text: String) -> Bool {
    let start = body.office?.utf8.lowerBound ?? body.span.utf8.lowerBound
    return dealings.firstMatch(in: text, until: start) != nil
  }

  /// “ỦY BAN NHÂN DÂN” on one line of the letterhead, “HUYỆN MINH SƠN” on the next.
  private static func splitIssuer(_ context: CheckContext) -> Observation? {
    let document = context.document
    let lines = document.components.issuingBody
    guard lines.count > 1, let id = document.issuer.bodyType,
      context.law.offices.isCollective(id)
    else { return nil }
    for line in lines.dropFirst() {
      let typed = document.text(line)
      let key = Folding.key(typed)
      guard
        let unit = context.law.territorialUnits.first(where: { key.hasPrefix($0.word + " ") }),
        let found = context.law.territorialUnit(
          unit.word, properName: String(typed.dropFirst(unit.word.count + 1))),
        let last = found.ended, document.date.latest > last.date
      else { continue }
      return Observation(
        at: line, case: "issuer",
        arguments: ["unit": .text(found.word), "ended": .date(last.date)],
        isCertain: document.date.earliest > last.date, verified: last.verified)
    }
    return nil
  }
}
