import DocumentAnalysis
import LegalKnowledge
import TextMatching
import XMLWriting

/// Words of a block that become an inline element.
struct InlineMark {
  /// UTF-8 offsets in the block's text.
  var range: Range<Int>
  /// The element without its words.
  var element: XMLElement
}

/// What was recognised inside blocks, by block.
struct InlineMarks {
  private var byBlock: [Int: [InlineMark]] = [:]

  /// Of a block, outer marks before those inside them. A mark that crosses an earlier one is left
  /// out, because elements nest.
  func nested(in block: Int, _ range: Range<Int>) -> [InlineMark] {
    let inside = (byBlock[block] ?? []).enumerated().filter {
      range.lowerBound <= $0.element.range.lowerBound
        && $0.element.range.upperBound <= range.upperBound
    }
    // By place, the longer first; of equal ranges the one recognised first is outside.
    let sorted = inside.sorted { a, b in
      let (first, second) = (a.element.range, b.element.range)
      return (first.lowerBound, second.upperBound, a.offset)
        < (second.lowerBound, first.upperBound, b.offset)
    }
    var open: [Int] = []
    var result: [InlineMark] = []
    for (_, mark) in sorted {
      while let end = open.last, end <= mark.range.lowerBound { open.removeLast() }
      if let end = open.last, mark.range.upperBound > end { continue }
      open.append(mark.range.upperBound)
      result.append(mark)
    }
    return result
  }

  mutating func add(_ span: TextSpan?, _ element: XMLElement) {
    guard let span, !span.utf8.isEmpty else { return }
    byBlock[span.block, default: []].append(InlineMark(range: span.utf8, element: element))
  }
}

/// Gathers the marks of a document.
struct MarkCollector {
  let document: RecognisedDocument
  let law: LegalKnowledge
  var references: References
  private(set) var marks = InlineMarks()

  init(document: RecognisedDocument, law: LegalKnowledge, references: References) {
    self.document = document
    self.law = law
    self.references = references
    collectLetterhead()
    collectSignatures()
    for citation in document.citations { collect(citation) }
    for body in document.bodies { collect(body) }
    for date in document.dates { collect(date) }
    for time in document.times { collect(time) }
  }

  private mutating func thing(
    _ name: String, _ kind: References.Kind, at span: TextSpan?,
    _ more: KeyValuePairs<String, String?> = [:]
  ) {
    guard let span, !span.utf8.isEmpty else { return }
    let reference = references.thing(kind, named: document.text(span))
    var element = XMLElement(name, ["refersTo": reference])
    for (name, value) in more { element.set(name, value) }
    marks.add(span, element)
  }

  // MARK: Components

  private mutating func collectLetterhead() {
    let parts = document.components
    for span in parts.issuingBody { marks.add(span, XMLElement("docAuthority")) }
    marks.add(parts.numberSymbol?.value, XMLElement("docNumber"))
    marks.add(parts.typeName, XMLElement("docType"))
    for span in parts.subject { marks.add(span, XMLElement("docTitle")) }
    if let placeDate = parts.placeDate {
      thing("location", .location, at: placeDate.place)
      if let date = placeDate.date {
        marks.add(placeDate.dateSpan, XMLElement("docDate", ["date": date.iso]))
      }
    }
  }

  private mutating func collectSignatures() {
    for signature in document.components.signatures {
      thing("role", .role, at: signature.office)
      guard let name = signature.name else { continue }
      marks.add(name, XMLElement("signature"))
      let office = signature.office.map { references.thing(.role, named: document.text($0)) }
      thing("person", .person, at: name, ["as": office])
    }
  }

  // MARK: Mentions

  private mutating func collect(_ citation: Citation) {
    let words = document.text(citation.span)
    let work = CitedWork(original(of: citation), words: words, law: law)
    let reference = references.instrument(work)
    let resolution: (String, String?) =
      switch citation.resolution {
      case .instrument(let id): ("instrument", id)
      case .ambiguous(let ids): ("ambiguous", ids.joined(separator: " "))
      case .unknown: ("unknown", nil)
      }
    let articles = citation.provisions.compactMap(\.article).map(String.init)
    marks.add(
      citation.span,
      XMLElement(
        "ref",
        [
          "href": reference.href, "refersTo": reference.refersTo,
          "tdkt:role": citation.role.rawValue, "tdkt:type": citation.type,
          "tdkt:symbol": citation.symbol, "tdkt:date": citation.date?.iso,
          "tdkt:year": citation.year.map(String.init), "tdkt:issuer": citation.issuer,
          "tdkt:title": citation.title, "tdkt:resolution": resolution.0,
          "tdkt:instrument": resolution.1,
          "tdkt:articles": articles.isEmpty ? nil : articles.joined(separator: " "),
          "tdkt:first": citation.isFirst ? "yes" : "no",
        ]))
  }

  /// The citation that “Luật này” stands for.
  private func original(of citation: Citation) -> Citation {
    guard citation.resolution == .unknown, let index = citation.antecedent,
      document.citations.indices.contains(index)
    else { return citation }
    return document.citations[index]
  }

  private mutating func collect(_ body: BodyMention) {
    // “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” names no association.
    if body.span.block == document.components.nationalTitle?.block { return }
    thing("role", .role, at: body.office)
    thing(
      "organization", .organization, at: body.span,
      ["tdkt:type": body.type, "tdkt:level": body.level?.rawValue])
  }

  private mutating func collect(_ mention: DateMention) {
    guard let date = mention.date, mention.span != document.components.placeDate?.dateSpan else {
      return
    }
    marks.add(mention.span, XMLElement("date", ["date": date.iso]))
  }

  private mutating func collect(_ mention: TimeMention) {
    let isDate = document.dates.contains {
      $0.date != nil && $0.span.block == mention.span.block
        && $0.span.utf8.overlaps(mention.span.utf8)
    }
    guard !isDate else { return }
    let days = mention.days(inYear: document.planYear?.years.lowerBound)
    marks.add(
      mention.span,
      XMLElement(
        "inline",
        [
          "name": "time", "tdkt:kind": mention.value.kind,
          "tdkt:relation": mention.relation.rawValue, "tdkt:from": days?.lowerBound.iso,
          "tdkt:until": days?.upperBound.iso,
          "tdkt:commemorative": mention.isCommemorative ? "yes" : nil,
        ]))
  }
}

extension TimeMention.Value {
  /// The case's name as the output spells it.
  fileprivate var kind: String {
    switch self {
    case .day: "day"
    case .month: "month"
    case .quarter: "quarter"
    case .months: "months"
    case .year: "year"
    case .period(let period, _, _): period.rawValue
    case .length: "length"
    case .recurring: "recurring"
    }
  }
}
