import DocumentAnalysis
import DocumentReading
import FixtureSupport
import LegalKnowledge
import TextMatching

/// A paper recognised from readable text, with what was found as short readable lines.
struct Recognised {
  let document: RecognisedDocument

  init(_ text: String, today: String = "2026-11-20", asOf: String? = nil) throws {
    try self.init(bytes: Array(text.utf8), today: today, asOf: asOf)
  }

  init(body: String, today: String = "2026-11-20") throws {
    try self.init(bytes: DocxFixture(body).bytes, today: today, asOf: nil)
  }

  private init(bytes: [UInt8], today: String, asOf: String?) throws {
    let source = try DocumentReader.read(bytes, name: "kế hoạch")
    let day = CivilDate(iso: today) ?? CivilDate(dayNumber: 0)
    document = Recogniser(law: try RulesData.law()).recognise(
      source, options: AnalysisOptions(asOf: asOf.flatMap { CivilDate(iso: $0) }, today: day))
  }

  var components: Components { document.components }

  func words(_ span: TextSpan?) -> String { span.map(document.text) ?? "-" }
  func words(_ spans: [TextSpan]) -> String { spans.map(document.text).joined(separator: " / ") }

  /// The letterhead in one line a component.
  var letterhead: [String] {
    [
      words(components.nationalTitle), words(components.motto), words(components.superiorBody),
      words(components.issuingBody), words(components.numberSymbol?.value),
      words(components.placeDate?.span), words(components.typeName), words(components.subject),
    ]
  }

  var recipients: [String] {
    (components.recipients?.lines ?? []).map { "\($0.dash ?? "")|\(words($0.span))" }
  }

  var signatures: [String] {
    components.signatures.map {
      "\(words($0.authority)) | \(words($0.office)) | \(words($0.name))"
    }
  }

  var bases: [String] {
    components.legalBases.map {
      "\($0.opening.rawValue): \(words($0.span))\($0.runsIntoBody ? " …" : "")"
    }
  }

  /// `path level words`, in reading order.
  var outline: [String] {
    func lines(_ nodes: [OutlineNode]) -> [String] {
      nodes.flatMap { node in
        let title = document.text(TextSpan(block: node.block, utf8: node.title))
        return ["\(node.path) \(node.level.rawValue)\(node.isHeading ? "!" : "") \(title)"]
          + lines(node.children)
      }
    }
    return lines(document.outline)
  }
}
