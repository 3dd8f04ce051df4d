import DocumentAnalysis
import LegalKnowledge
import TextMatching
import XMLWriting

/// `meta/references`: what inline elements refer to, each thing once, in order of first mention.
struct References {
  private var entries: [XMLElement] = []
  private var known: [String: String] = [:]
  private var counts: [String: Int] = [:]

  init(issuer: String?) {
    entries.append(
      XMLElement(
        "TLCOrganization",
        [
          "eId": Metadata.tool, "href": "/akn/ontology/organization/\(Metadata.tool)",
          "showAs": Metadata.tool,
        ]))
    entries.append(
      XMLElement(
        "TLCOrganization",
        [
          "eId": Metadata.issuer,
          "href": "/akn/ontology/organization/vn/\(issuer.map(Slug.make) ?? Metadata.issuer)",
          "showAs": issuer ?? "",
        ]))
    if let issuer { known["organization/" + Folding.key(issuer)] = Metadata.issuer }
  }

  var element: XMLElement {
    XMLElement("references", ["source": "#\(Metadata.tool)"], elements: entries)
  }

  /// A body, office, person or place; the value of `refersTo`.
  mutating func thing(_ kind: Kind, named name: String) -> String {
    let key = "\(kind.rawValue)/" + Folding.key(name)
    if let id = known[key] { return "#\(id)" }
    let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let href = "/akn/ontology/\(kind.rawValue)/vn/\(Slug.make(name))"
    return "#\(add(kind.element, kind.rawValue, key: key, href: href, showAs: words))"
  }

  /// A cited instrument: the values of `refersTo` and `href`.
  mutating func instrument(_ work: CitedWork) -> (refersTo: String, href: String) {
    let key = "instrument/" + work.href
    let id =
      known[key]
      ?? add("activeRef", "instrument", key: key, href: work.href, showAs: work.name)
    return ("#\(id)", work.href)
  }

  private mutating func add(
    _ element: String, _ prefix: String, key: String, href: String, showAs: String
  ) -> String {
    counts[prefix, default: 0] += 1
    let id = "\(prefix)_\(counts[prefix, default: 1])"
    known[key] = id
    entries.append(XMLElement(element, ["eId": id, "href": href, "showAs": showAs]))
    return id
  }

  enum Kind: String {
    case organization
    case person
    case role
    case location

    var element: String {
      switch self {
      case .organization: "TLCOrganization"
      case .person: "TLCPerson"
      case .role: "TLCRole"
      case .location: "TLCLocation"
      }
    }
  }
}

/// An instrument as a citation names it, for a reference.
struct CitedWork {
  /// Naming convention of Akoma Ntoso: `/akn/vn/act/nghi-dinh/2023-12-31/98-2023-nđ-cp`; `nd` for a
  /// date that is not known.
  var href: String
  /// “Nghị định 98/2023/NĐ-CP”
  var name: String

  /// The registered instrument, else what the words say.
  init(_ citation: Citation, words: String, law: LegalKnowledge) {
    if case .instrument(let id) = citation.resolution, let instrument = law.instrument(id: id) {
      (href, name) = CitedWork.registered(instrument, law: law)
      return
    }
    let date = citation.date?.iso ?? citation.year.map(String.init) ?? "nd"
    let name = citation.symbol ?? citation.title ?? words
    href = "/akn/vn/act/\(citation.type ?? "nd")/\(date)/\(Slug.make(name))"
    self.name = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func registered(
    _ instrument: Instrument, law: LegalKnowledge
  ) -> (href: String, name: String) {
    let date = instrument.issued?.date.iso ?? "nd"
    let href = "/akn/vn/act/\(instrument.type)/\(date)/\(Slug.make(instrument.symbol))"
    let type = law.type(id: instrument.type)
    let name =
      type?.isCitedByName == true
      ? "\(instrument.title) \(instrument.symbol)"
      : (type.map { "\($0.name) " } ?? "") + instrument.symbol
    return (href, name)
  }
}

/// A name as a step of an address: small letters and digits, a hyphen between words. Vietnamese
/// letters stay, as IRIs allow (RFC 3987).
enum Slug {
  static func make(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isPending = false
    for scalar in Folding.key(text).unicodeScalars {
      if Letters.isLetter(scalar) || Letters.isDigit(scalar) {
        if isPending, !result.isEmpty { result.append("-") }
        isPending = false
        result.append(scalar)
      } else {
        isPending = true
      }
    }
    return result.isEmpty ? "nd" : String(result)
  }
}
