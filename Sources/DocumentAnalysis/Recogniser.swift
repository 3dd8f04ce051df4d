import DocumentModel
import LegalKnowledge
import Parallelism
import TextMatching

/// Recognises the parts of a paper. Immutable; one serves all documents of a run.
public struct Recogniser: Sendable {
  public let law: LegalKnowledge
  private let citationFinder: CitationFinder
  private let dateFinder = DateFinder()
  private let bodyFinder: BodyFinder

  public init(law: LegalKnowledge) {
    self.law = law
    citationFinder = CitationFinder(law: law)
    bodyFinder = BodyFinder(law: law)
  }

  /// Recognises `source`. It never fails: what is not found is nil or empty.
  public func recognise(_ source: SourceDocument, options: AnalysisOptions) -> RecognisedDocument {
    let blocks = source.body.blocks.withoutContents
    let tables = source.body.tables
    let letterhead = LetterheadFinder(law: law).find(in: blocks)
    var components = letterhead.components
    let tail = TailFinder(law: law).find(in: blocks, tables: tables, from: letterhead.end)
    components.recipients = tail.recipients
    components.signatures = tail.signatures
    components.annexes = tail.annexes
    let bodyEnd = max(letterhead.end, tail.start)
    let bases = BasisFinder().find(in: Array(blocks[..<bodyEnd]), from: letterhead.end)
    components.legalBases = bases.bases
    components.body = bases.end..<max(bases.end, bodyEnd)
    components.lastBodyBlock = components.body.last { !blocks[$0].text.isEmpty }
    let issuer = IssuerNaming(law: law).issuer(components, blocks: blocks, body: components.body)
    let planYear = PlanYearFinder().find(components, blocks: blocks, body: components.body)
    let citations = citationFinder.citations(
      in: blocks, legalBases: components.legalBases, body: components.body
    ).without(own: components.numberSymbol)
    let (naming, telling) = inParallel {
      let bodies = bodyFinder.bodies(in: blocks, citations: citations)
      return (bodies: bodies, acts: ActFinder().acts(of: bodies, in: blocks))
    } _: {
      (
        dates: dateFinder.dates(in: blocks),
        times: TimeFinder().times(in: blocks, citations: citations)
      )
    }
    let kind = KindRecogniser(law: law).recognise(
      letterhead, blocks: blocks, body: components.body, option: options.kind, issuer: issuer)
    return RecognisedDocument(
      source: source, kind: kind,
      stage: options.stage ?? stage(components),
      date: DateResolver(options: options).resolve(
        components.placeDate, stated: source.transport?.date.flatMap { CivilDate(iso: $0) },
        meeting: kind.id == "bien-ban-hop" ? MeetingDay.find(telling.dates, in: blocks) : nil,
        attachedTo: attachment(of: components, telling.dates), planYear: planYear,
        citations: citations),
      planYear: planYear, issuer: issuer, components: components,
      outline: OutlineBuilder(blocks: blocks, tables: tables).build(body: components.body),
      citations: citations, dates: telling.dates, times: telling.times, bodies: naming.bodies,
      acts: naming.acts)
  }

  /// The date in “(Kèm theo Tờ trình số … ngày …)”, when there is one.
  private func attachment(of components: Components, _ dates: [DateMention]) -> DateMention? {
    guard let span = components.attachedTo else { return nil }
    let inside = dates.filter {
      $0.span.block == span.block && span.utf8.contains($0.span.utf8.lowerBound)
    }
    return inside.count == 1 ? inside[0] : nil
  }

  /// A draft when number or day is blank; a component that is missing altogether decides nothing.
  private func stage(_ components: Components) -> Stage {
    if components.numberSymbol?.isBlank == true { return .draft }
    if let placeDate = components.placeDate, placeDate.day == nil || placeDate.month == nil {
      return .draft
    }
    return .issued
  }
}

extension [Block] {
  /// A table of contents blanked: it repeats the headings, and says nothing of its own.
  fileprivate var withoutContents: [Block] {
    guard contains(where: \.place.isInContents) else { return self }
    return map { $0.place.isInContents ? Block(text: "", place: $0.place) : $0 }
  }
}

extension [Citation] {
  /// The paper's own number and symbol (“Số 41-KH/ĐU”) cites nothing.
  fileprivate func without(own number: NumberSymbol?) -> [Citation] {
    guard let own = number?.span,
      let index = firstIndex(where: {
        $0.span.block == own.block && $0.span.utf8.overlaps(own.utf8)
      })
    else { return self }
    var rest = self
    rest.remove(at: index)
    for position in rest.indices {
      guard let antecedent = rest[position].antecedent else { continue }
      rest[position].antecedent =
        antecedent == index ? nil : antecedent > index ? antecedent - 1 : antecedent
    }
    return rest
  }
}
