import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// The header of the packet that carried the paper says something else than the paper does.
  static let packetHeader = NativeCheck(
    name: "packet-header", arguments: ["stated", "found"],
    cases: ["number", "date", "subject", "issuer"]
  ) { context in
    guard let header = context.document.source.transport else { return [] }
    let comparison = HeaderComparison(header: header, document: context.document)
    return [comparison.number, comparison.date, comparison.subject, comparison.issuer]
      .compactMap { $0 }
  }
}

private struct HeaderComparison {
  let header: TransportHeader
  let document: RecognisedDocument

  private func observation(
    _ name: String, stated: String, at span: TextSpan?
  ) -> Observation? {
    guard let span else { return nil }
    return Observation(
      at: span, case: name,
      arguments: ["stated": .text(stated), "found": .text(document.text(span))])
  }

  /// Number and symbol; a paper may leave them to the system that sends it.
  var number: Observation? {
    guard let own = document.components.numberSymbol, !own.isBlank,
      let stated = statedNumber
    else { return nil }
    let found = document.text(own.value)
    guard HeaderComparison.key(stated) != HeaderComparison.key(found) else { return nil }
    return observation("number", stated: stated, at: own.value)
  }

  /// Some senders put the whole of it into the notation.
  private var statedNumber: String? {
    guard let notation = header.notation else { return nil }
    if notation.contains("/") { return notation }
    return header.number.map { "\($0)/\(notation)" }
  }

  /// Without spaces, case and zeros in front.
  private static func key(_ number: String) -> Substring {
    Folding.key(number).filter { !$0.isWhitespace }.drop { $0 == "0" }
  }

  var date: Observation? {
    guard let written = document.components.placeDate, let own = written.date,
      let stated = header.date.flatMap({ CivilDate(iso: $0) }), stated != own
    else { return nil }
    let words =
      "\(HeaderComparison.two(stated.day))/\(HeaderComparison.two(stated.month))/\(stated.year)"
    return observation("date", stated: words, at: written.dateSpan)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Headers shorten and lengthen the subject; only one that shares few words is another one.
  var subject: Observation? {
    guard let stated = header.subject, !document.components.subject.isEmpty else { return nil }
    let found = document.components.subject.map { document.text($0) }.joined(separator: " ")
    let type = document.components.typeName.map { document.text($0) } ?? ""
    let (left, right) = (HeaderComparison.words(stated), HeaderComparison.words(type + " " + found))
    guard left.count > 2, right.count > 2 else { return nil }
    let shared = left.intersection(right).count
    guard shared * 2 < min(left.count, right.count) else { return nil }
    return observation("subject", stated: stated, at: document.components.subject.first)
  }

  private static func words(_ text: String) -> Set<Substring> {
    Set(Folding.key(text).split { !$0.isLetter && !$0.isNumber })
  }

  /// The sender may be an office of the issuer, or name the issuer by its initials.
  var issuer: Observation? {
    guard let stated = header.issuer, let own = document.issuer.name,
      document.issuer.isFromLetterhead
    else { return nil }
    let found = HeaderComparison.body(own)
    let others = [stated, header.superior ?? ""].map(HeaderComparison.body)
    guard !others.contains(where: { !$0.isEmpty && ($0.contains(found) || found.contains($0)) })
    else { return nil }
    return observation("issuer", stated: stated, at: document.issuer.span)
  }

  private static func body(_ name: String) -> String {
    var key = Folding.key(name)
    for (short, full) in [("ubnd", "ủy ban nhân dân"), ("hđnd", "hội đồng nhân dân")] {
      key.replace(short, with: full)
    }
    return Folding.letters(key)
  }
}
