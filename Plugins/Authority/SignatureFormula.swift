import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// For whom the signer signs (Decree 30/2020, Điều 13 and Phụ lục I, mục II.7).
  static let signatureFormula = NativeCheck(
    name: "signature-formula", arguments: ["formula"],
    cases: [
      "missing-behalf", "needless-behalf", "not-collective", "not-deputy", "missing-instead",
      "mandate-passed-on", "dot",
    ]
  ) { context in
    guard context.hasStateForm else { return [] }
    let document = context.document
    return document.components.signatures.flatMap { block -> [Observation] in
      let signature = Signature(block, in: document)
      return missingBehalf(signature, context) + needlessBehalf(signature, context)
        + notCollective(signature, context) + notDeputy(signature, context)
        + missingInstead(signature, context) + passedOn(signature) + dots(signature)
    }
  }

  /// A plan is the committee's own paper: the chairman signs for the committee.
  private static func missingBehalf(
    _ signature: Signature, _ context: CheckContext
  ) -> [Observation] {
    let document = context.document
    guard context.kind?.id == "ke-hoach", document.components.signatures.count == 1,
      document.components.attachedTo == nil,
      let id = document.issuer.bodyType, let heads = context.law.offices.heads(ofBody: id),
      heads.isCollective, !signature.has(.behalf), !signature.has(.order),
      !signature.has(.mandate), let office = signature.office, let span = signature.officeSpan
    else { return [] }
    let head = context.law.offices.headOffice(office)
    guard heads.offices.contains(where: { head.hasPrefix(Folding.key($0)) }) else { return [] }
    let name = context.law.bodyTypes.first { $0.id == id }?.name ?? ""
    let formula = "TM. " + name.uppercased()
    let fix = Observation.ProposedFix(
      kind: .proposed,
      description: LocalizedText(
        vi: "Thêm dòng “\(formula)” phía trên chức vụ.",
        en: "Add the line “\(formula)” above the office."))
    return [
      Observation(
        at: signature.lines.first?.span ?? span, case: "missing-behalf",
        arguments: ["formula": .text(formula)], fixes: [fix])
    ]
  }

  private static let awardSubject = Pattern(
    known: #"""
      (?<!\p{L})(?: tặng(?:\s+thưởng)?\s+(?:danh\s+hiệu|giấy\s+khen|bằng\s+khen|cờ)
        | công\s+nhận\s+(?:danh\s+hiệu|tập\s+thể\s+lao|lao\s+động\s+tiên|chiến\s+s)
        | (?:về\s+việc|v/v)\s+(?:tặng|khen\s+thưởng) | ^khen\s+thưởng )
      """#, options: [.caseless, .extended])
  private static let regulation = Pattern(
    known: #"quy\s+(?:chế|định)|thành\s+lập|kiện\s+toàn|kế\s+hoạch|hội\s+đồng|quỹ"#,
    options: .caseless)

  /// An award is the chairman's own power: nobody signs for the committee.
  private static func needlessBehalf(
    _ signature: Signature, _ context: CheckContext
  ) -> [Observation] {
    let document = context.document
    guard context.kind?.id == "quyet-dinh",
      let line = signature.lines.first(where: { $0.prefix == .behalf }),
      context.law.offices.isCollective(
        document.bodies.first {
          $0.span.block == line.span.block && line.span.utf8.contains($0.span.utf8.lowerBound)
        }?.type)
    else { return [] }
    let subject = document.components.subject.map { document.text($0) }.joined(separator: " ")
    guard awardSubject.matches(subject), !regulation.matches(subject) else { return [] }
    return [
      Observation(
        at: line.span, case: "needless-behalf",
        arguments: ["formula": .text(document.text(line.span))])
    ]
  }

  /// Where one person heads the body there is nobody to sign on behalf of.
  private static func notCollective(
    _ signature: Signature, _ context: CheckContext
  ) -> [Observation] {
    let document = context.document
    guard document.issuer.isFromLetterhead, document.components.signatures.count == 1,
      let id = document.issuer.bodyType, let heads = context.law.offices.heads(ofBody: id),
      !heads.isCollective, let line = signature.lines.first(where: { $0.prefix == .behalf }),
      // “TM. ỦY BAN NHÂN DÂN” under another body's letterhead is that body's signature.
      !document.bodies.contains(where: {
        $0.span.block == line.span.block && line.span.utf8.contains($0.span.utf8.lowerBound)
      })
    else { return [] }
    return [
      Observation(
        at: line.span, case: "not-collective",
        arguments: ["formula": .text(document.text(line.span))])
    ]
  }

  /// A deputy signs in the head's place, and the paper says so.
  private static func missingInstead(
    _ signature: Signature, _ context: CheckContext
  ) -> [Observation] {
    let document = context.document
    guard document.issuer.isFromLetterhead, document.components.signatures.count == 1,
      let kind = context.kind?.id, signedByHead.contains(kind),
      let id = document.issuer.bodyType, let heads = context.law.offices.heads(ofBody: id),
      let head = heads.offices.first, let office = signature.office,
      let span = signature.officeSpan, context.law.offices.isDeputy(office),
      !signature.has(.instead), !signature.has(.order), !signature.has(.mandate),
      !signature.has(.acting)
    else { return [] }
    let formula = "KT. " + head.uppercased()
    let fix = Observation.ProposedFix(
      kind: .proposed,
      description: LocalizedText(
        vi: "Thêm dòng “\(formula)” phía trên chức vụ.",
        en: "Add the line “\(formula)” above the office."))
    return [
      Observation(
        at: span, case: "missing-instead", arguments: ["formula": .text(formula)], fixes: [fix])
    ]
  }

  /// Papers that the head signs, or a deputy in the head's place.
  private static let signedByHead: Set = [
    "ke-hoach", "quyet-dinh", "to-trinh", "bao-cao", "cong-van", "thong-bao",
  ]

  /// “KT.” is the deputy's.
  private static func notDeputy(
    _ signature: Signature, _ context: CheckContext
  ) -> [Observation] {
    guard let line = signature.lines.last(where: { $0.prefix == .instead }),
      let office = signature.office, let span = signature.officeSpan,
      !context.law.offices.deputies.isEmpty, !context.law.offices.isDeputy(office),
      // Some write a deputy's office the other way round: “CHỈ HUY PHÓ”.
      !office.split(separator: " ").contains("phó")
    else { return [] }
    return [
      Observation(
        at: span, case: "not-deputy",
        arguments: ["formula": .text(context.document.text(line.span))])
    ]
  }

  /// Who signs by mandate may not pass it on.
  private static func passedOn(_ signature: Signature) -> [Observation] {
    guard let mandate = signature.lines.firstIndex(where: { $0.prefix == .mandate }),
      let line = signature.lines[mandate...].first(where: { $0.prefix == .instead })
    else { return [] }
    return [
      Observation(
        at: line.span, case: "mandate-passed-on", arguments: ["formula": .text("KT.")])
    ]
  }

  /// “TM ỦY BAN”, “T/M ỦY BAN” → “TM. ỦY BAN”.
  private static func dots(_ signature: Signature) -> [Observation] {
    signature.lines.compactMap { line in
      guard let prefix = line.prefix, !line.typed.hasSuffix(".") || line.typed.contains("/") else {
        return nil
      }
      let right = prefix.rawValue + "."
      return Observation(
        at: line.prefixSpan, case: "dot", arguments: ["formula": .text(right)],
        fixes: [
          Observation.ProposedFix(
            kind: .mechanical,
            description: LocalizedText(vi: "Viết “\(right)”.", en: "Write “\(right)”."),
            edits: [(line.prefixSpan, right)])
        ])
    }
  }
}
