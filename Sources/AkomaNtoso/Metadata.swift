import DocumentAnalysis
import LegalKnowledge
import XMLWriting

/// `meta`: what the paper is, and what was recognised about it as a whole.
struct Metadata {
  /// Who says so: the source of everything in `meta`.
  static let tool = "tdktlint"
  static let issuer = "issuer"

  let document: RecognisedDocument
  let law: LegalKnowledge

  var kind: String { document.kind.id ?? "unknown" }

  func element(references: XMLElement) -> XMLElement {
    XMLElement(
      "meta", elements: [identification(component: "main", name: kind), references, proprietary])
  }

  /// The meta of an attachment, which has no references of its own.
  func attachment(_ component: String) -> XMLElement {
    XMLElement("meta", elements: [identification(component: component, name: "phu-luc")])
  }

  private func identification(component: String, name: String) -> XMLElement {
    let symbol = document.components.numberSymbol.map { document.text($0.value) }
    let day = document.date.earliest.iso
    let work = "/akn/vn/doc/\(kind)/\(day)/\(symbol.map(Slug.make) ?? "nd")"
    func level(_ name: String, _ uri: String, _ more: [XMLElement]) -> XMLElement {
      XMLElement(
        name,
        elements: [
          XMLElement("FRBRthis", ["value": "\(uri)/!\(component)"]),
          XMLElement("FRBRuri", ["value": uri]),
          XMLElement("FRBRdate", ["date": day, "name": "as-of"]),
          XMLElement("FRBRauthor", ["href": "#\(Metadata.issuer)"]),
        ] + more)
    }
    var properties = [
      XMLElement("FRBRcountry", ["value": "vn"]), XMLElement("FRBRsubtype", ["value": name]),
    ]
    if let symbol, !symbol.isEmpty {
      properties.append(XMLElement("FRBRnumber", ["value": symbol]))
    }
    let expression = work + "/vie@"
    return XMLElement(
      "identification", ["source": "#\(Metadata.tool)"],
      elements: [
        level("FRBRWork", work, properties),
        level(
          "FRBRExpression", expression, [XMLElement("FRBRlanguage", ["language": "vie"])]),
        level(
          "FRBRManifestation", expression + ".xml",
          [XMLElement("FRBRformat", ["value": "application/akn+xml"])]),
      ])
  }

  /// `tdkt:document` and what hangs together with it.
  private var proprietary: XMLElement {
    var elements = [
      XMLElement(
        "tdkt:document",
        [
          "kind": kind, "kind-evidence": document.kind.evidence.rawValue,
          "family": document.kind.family.rawValue, "stage": document.stage.rawValue,
          "format": document.source.format.rawValue, "part": document.source.body.name,
        ]),
      XMLElement(
        "tdkt:date",
        [
          "as-of": document.date.earliest.iso, "latest": document.date.latest.iso,
          "source": document.date.source.rawValue,
          "regime": law.regime(on: document.date.earliest)?.id,
        ]),
      XMLElement(
        "tdkt:issuer",
        [
          "name": document.issuer.name, "level": document.issuer.level?.rawValue,
          "type": document.issuer.bodyType,
        ]),
    ]
    if let years = document.planYear?.years {
      elements.append(
        XMLElement(
          "tdkt:plan-year", ["from": "\(years.lowerBound)", "to": "\(years.upperBound)"]))
    }
    return XMLElement("proprietary", ["source": "#\(Metadata.tool)"], elements: elements)
  }
}
