import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A council's meeting chaired by somebody who is neither its head nor a deputy, or signed for the
  /// chair by somebody else.
  static let councilComposition = NativeCheck(
    across: "council-composition", arguments: ["chair"], cases: ["decreed", "usual", "signer"]
  ) { context in
    CouncilMinutes.all(in: context.dossier).flatMap { council -> [DossierObservation] in
      guard let span = council.minutes.chair else { return [] }
      let document = context.dossier.papers[council.paper].document
      guard let chair = CouncilChairLine(span, in: document) else { return [] }
      var found: [DossierObservation] = []
      if let observation = chair.office(council, context) {
        found.append(DossierObservation(in: council.paper, observation))
      }
      if let observation = chair.signer(document) {
        found.append(DossierObservation(in: council.paper, observation))
      }
      return found
    }
  }
}

/// “Chủ trì: ông Lê Hữu Nam, Chủ tịch Ủy ban nhân dân xã, Chủ tịch Hội đồng.”
private struct CouncilChairLine {
  private let text: String
  /// Name and office.
  private let words: TextSpan
  /// After the name; empty when no office is given.
  private let office: String

  private static let label = Pattern(
    known: #"chủ\s+(?:trì|tọa|toạ)(?:\s+(?:cuộc\s+họp|hội\s+nghị|phiên\s+họp))?\s*[:(–-]\s*"#,
    options: .caseless)
  /// Where another person or part of the meeting begins.
  private static let next = Pattern(
    known: #"[;.](?:\s|$)|\s+(?:thư\s+ký|thành\s+phần)\s*:"#, options: .caseless)

  init?(_ span: TextSpan, in document: RecognisedDocument) {
    text = document.blocks[span.block].text
    guard let match = Self.label.firstMatch(in: text) else { return nil }
    let end =
      Self.next.firstMatch(in: text, from: match.range.upperBound)?.range.lowerBound
      ?? text.utf8.count
    words = TextSpan(block: span.block, utf8: match.range.upperBound..<end)
    let whole = String(text[utf8Range: words.utf8])
    office = whole.firstIndex(of: ",").map { String(whole[$0...].dropFirst()) } ?? ""
    guard !words.utf8.isEmpty else { return nil }
  }

  private static let head = Pattern(
    known:
      #"(?<!\p{L})(?:chủ\s+(?:tịch|nhiệm)|giám\s+đốc|bí\s+thư|chánh|thủ\s+trưởng|(?:\p{L}+\s+)?trưởng)(?!\p{L})"#,
    options: .caseless)

  /// An office is given and it is no head's and no deputy's.
  func office(_ council: CouncilMinutes, _ context: DossierContext) -> Observation? {
    guard !office.isBlank else { return nil }
    let key = Folding.key(office)
    let law = context.law
    if let level = council.level, let chair = law.councilChair(of: level, on: context.asOf) {
      let heads = law.offices.heads(ofBody: "hoi-dong-tdkt")?.offices ?? []
      let title = law.actor(id: chair.actor)?.title.vi ?? ""
      guard !heads.isEmpty, !heads.contains(where: { key.contains(Folding.key($0)) }),
        !title.isEmpty, !key.contains(Folding.key(title))
      else { return nil }
      return Observation(
        at: words, case: "decreed", arguments: ["chair": .text(title)], verified: chair.verified,
        bases: [
          Rule.Basis(instrument: chair.provision.instrument, provision: chair.provision.text)
        ])
    }
    guard !Self.head.matches(office),
      !law.offices.deputies.contains(where: { key.contains(Folding.key($0)) })
    else { return nil }
    return Observation(at: words, case: "usual", arguments: ["chair": .text("")])
  }

  private static let chairing = Pattern(
    known: #"(?<!\p{L})(?:chủ\s+(?:trì|tọa|toạ)|chủ\s+tịch\s+hội\s+đồng)(?!\p{L})"#,
    options: .caseless)

  /// Another name stands under “CHỦ TRÌ”.
  func signer(_ document: RecognisedDocument) -> Observation? {
    let key = Folding.letters(text[utf8Range: words.utf8])
    for signature in document.components.signatures {
      let lines = signature.authority + [signature.office].compactMap { $0 }
      guard let name = signature.name,
        lines.contains(where: { Self.chairing.matches(document.text($0)) })
      else { continue }
      let signer = document.text(name)
      // Titles (“ThS.”) may stand with the name in one place and not in the other.
      let last = signer.split(separator: " ").suffix(2).joined(separator: " ")
      guard !Folding.letters(last).isEmpty, !key.contains(Folding.letters(last)) else {
        return nil
      }
      return Observation(
        at: name, case: "signer", arguments: ["chair": .text(document.text(words))],
        related: [
          .init(
            span: words,
            message: LocalizedText(vi: "Người chủ trì.", en: "Who chaired the meeting."))
        ])
    }
    return nil
  }
}
