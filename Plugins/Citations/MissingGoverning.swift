import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// A basis is present, and the law (the decree) that governs emulation and commendation on the paper's
/// day is not in it. “và các văn bản hướng dẫn thi hành” names no decree.
enum MissingGoverning {
  static let law = check(name: "missing-governing-law", role: "tdkt-law")
  static let decree = check(name: "missing-governing-decree", role: "tdkt-decree")

  private static func check(name: String, role: String) -> NativeCheck {
    NativeCheck(name: name, arguments: ["instrument"]) { context in
      observation(role: role, context).map { [$0] } ?? []
    }
  }

  private static func observation(role: String, _ context: CheckContext) -> Observation? {
    guard context.kind?.requiredBases.contains(role) == true,
      context.document.kind.family == .administrative, isOnEmulation(context),
      let anchor = context.document.components.legalBases.first(where: {
        $0.opening == .canCu || $0.opening == .thucHien
      })
    else { return nil }
    let governing = context.law.governing(role: role, on: context.earliest)
    guard let main = governing.first else { return nil }
    let cited = context.document.citations.filter { $0.role == .legalBasis }
    let accepted = accepted(role: role, context)
    for citation in cited {
      let candidates = context.candidates(of: citation)
      if candidates.contains(where: accepted.contains) { return nil }
      // One of the same role that does not govern: the rule on its force has spoken already.
      let isOther = candidates.contains { context.law.instrument(id: $0)?.role == role }
      if isOther { return nil }
    }
    // The base and, after it, what amends it and governs with it.
    let text = governing.map { FullCitation.text(of: $0, law: context.law) }
      .joined(separator: "; ")
    return Observation(
      at: TextSpan(
        block: anchor.span.block,
        utf8: anchor.span.utf8.lowerBound..<anchor.span.utf8.lowerBound),
      arguments: ["instrument": .text(text)], verified: main.verified,
      fixes: [
        Observation.ProposedFix(
          kind: .proposed,
          description: LocalizedText(
            vi: "Thêm một dòng: “Căn cứ \(text);”.", en: "Add a line: “Căn cứ \(text);”."))
      ])
  }

  /// What governs on any possible day of the paper, or when the plan's period begins.
  private static func accepted(role: String, _ context: CheckContext) -> Set<String> {
    var days = [context.earliest, context.latest]
    if let begins = context.document.planYear?.firstDay { days.append(begins) }
    let law = context.law
    var ids = Set(days.flatMap { law.governing(role: role, on: $0) }.map(\.id))
    // The base of an amending law counts, and the other way round.
    for id in ids {
      let amended = law.instrument(id: id)?.relations.filter { $0.kind == .amends } ?? []
      ids.formUnion(amended.map(\.target))
    }
    return ids
  }

  /// The kind's bases are those of papers on emulation and commendation, not of every plan.
  private static func isOnEmulation(_ context: CheckContext) -> Bool {
    let components = context.document.components
    var spans = components.subject
    spans += components.legalBases.filter(\.runsIntoBody).map(\.span)
    if components.subject.isEmpty, let body = components.body.first {
      let text = context.document.blocks[body].text
      spans.append(TextSpan(block: body, utf8: 0..<text.utf8.count))
    }
    return spans.contains { topic.matches(context.document.text($0)) }
  }

  private static let topic = Pattern(
    known: #"thi đua|khen|(?<!\p{L})TĐKT|danh hiệu|tặng"#, options: .caseless)
}
