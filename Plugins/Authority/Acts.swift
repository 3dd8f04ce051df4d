import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Awards are decided by the person at the head; committees decide nothing on them, councils only
  /// advise (Law 06/2022, Điều 79, 80, 90).
  static let notThePerson = NativeCheck(name: "not-the-person", arguments: ["body"]) { context in
    context.document.acts.compactMap { act in
      guard act.kind == .confer, !act.isRequested, !act.isSubordinate, act.actor.office == nil,
        !act.actor.isCited, context.law.offices.isCollective(act.actor.type),
        // “UBND xã tặng …” may be short for its chairman; who decides is said in so many words.
        context.document.text(act.verb).lowercased().hasPrefix("quyết")
      else { return nil }
      return Observation(
        at: act.span, arguments: ["body": .text(context.document.text(act.actor.span))])
    }
  }

  private static let highest = Pattern(
    known: #"""
      \G\s+(?:tặng\s+)?(?: (?:thủ\s+tướng(?:\s+chính\s+phủ)?|chính\s+phủ|chủ\s+tịch\s+nước) )(?!\p{L})
      """#, options: [.caseless, .extended])
  private static let highestAddressee = Pattern(
    known: #"^\s*[-–]?\s*(thủ\s+tướng\s+chính\s+phủ|chính\s+phủ|chủ\s+tịch\s+nước)(?!\p{L})"#,
    options: .caseless)

  /// Bodies below the ministry and the province propose to the level above, not to the top (Law
  /// 06/2022, Điều 83).
  static let proposalPath = NativeCheck(name: "proposal-path", arguments: ["body"]) { context in
    let document = context.document
    let low: Set<BodyLevel> = [.commune, .district, .department, .office, .unit]
    var found = document.acts.compactMap { act -> Observation? in
      guard act.kind == .propose, !act.isRequested, !act.isSubordinate, !act.actor.isCited,
        act.actor.level.map(low.contains) ?? false,
        let match = highest.firstMatch(
          in: document.blocks[act.verb.block].text, from: act.verb.utf8.upperBound)
      else { return nil }
      return Observation(
        at: TextSpan(
          block: act.verb.block, utf8: act.span.utf8.lowerBound..<match.range.upperBound),
        arguments: ["body": .text(document.text(act.actor.span))])
    }
    if context.kind?.id == "to-trinh", let name = document.issuer.name,
      document.issuer.level.map(low.contains) ?? false
    {
      found += (document.components.addressee?.bodies ?? []).compactMap { line in
        guard let body = highestAddressee.firstMatch(in: document.text(line))?[1] else {
          return nil
        }
        let low = line.utf8.lowerBound + body.lowerBound
        return Observation(
          at: TextSpan(block: line.block, utf8: low..<low + body.count),
          arguments: ["body": .text(name)])
      }
    }
    return found
  }

  private static let area = Pattern(
    known: #"""
      \G\s+(?:\p{L}+\s+){0,2}?(?:phong\s+trào|đợt|cuộc)\s+thi\s+đua[^.;:]{0,200}?
      (?:trên\s+địa\s+bàn|trong\s+toàn|toàn)\s+(?:các\s+)?(?:tỉnh|thành\s+phố|huyện|xã|phường|đặc\s+khu)(?!\p{L}|\s+hội)
      """#, options: [.caseless, .extended])

  /// A movement for a whole area is launched by its committee, not by a council, a department or an
  /// office alone (Law 06/2022, Điều 18).
  static let launchPower = NativeCheck(name: "launch-power", arguments: ["body"]) { context in
    let document = context.document
    return document.acts.compactMap { act in
      guard act.kind == .launch, !act.isRequested, !act.isSubordinate, act.actor.office == nil,
        !act.actor.isCited,
        context.law.advisoryRole(ofBody: act.actor.type, on: context.asOf) != nil
          || act.actor.level == .department
          || act.actor.level == .office,
        let match = area.firstMatch(
          in: document.blocks[act.verb.block].text, from: act.verb.utf8.upperBound,
          until: act.clauseEnd)
      else { return nil }
      // Together with somebody who may.
      let text = document.blocks[act.verb.block].text
      let sentence = text[utf8Range: 0..<match.range.upperBound]
      guard !sentence.contains("phối hợp"), !sentence.contains("hưởng ứng") else { return nil }
      return Observation(
        at: TextSpan(
          block: act.verb.block, utf8: act.span.utf8.lowerBound..<match.range.upperBound),
        arguments: ["body": .text(document.text(act.actor.span))])
    }
  }
}
