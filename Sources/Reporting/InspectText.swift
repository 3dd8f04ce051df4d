import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// What was recognised in one document, for people.
public struct InspectText {
  let document: RecognisedDocument
  let law: LegalKnowledge
  let language: Language
  var page: TerminalPage

  public static func render(
    _ document: RecognisedDocument, path: String, law: LegalKnowledge,
    options: TextReporter.Options
  ) -> String {
    var inspector = InspectText(
      document: document, law: law, language: options.language,
      page: TerminalPage(columns: options.columns, isColoured: options.isColoured))
    let profile = DocumentReport.Profile(document, law: law, findings: [])
    inspector.page.write(path, style: .heading)
    inspector.page.write(DocumentHead.line(profile, options.language), style: .dim)
    inspector.writeComponents()
    inspector.writeOutline()
    inspector.writeCitations()
    inspector.writeDates()
    inspector.writeTimes()
    inspector.writeBodies()
    inspector.writeActs()
    inspector.writeAwards()
    return inspector.page.text
  }

  func said(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

  mutating func title(_ vi: String, _ en: String) {
    page.blank()
    page.write(said(vi, en), style: .heading)
  }

  // MARK: Components

  private mutating func writeComponents() {
    let parts = document.components
    title("Thành phần thể thức", "Components")
    field("Quốc hiệu", "National title", words(parts.nationalTitle))
    field("Tiêu ngữ", "Motto", words(parts.motto))
    field("Cơ quan chủ quản", "Superior body", words(parts.superiorBody), isOptional: true)
    field("Cơ quan ban hành", "Issuing body", words(parts.issuingBody))
    field("Số, ký hiệu", "Number, symbol", words(parts.numberSymbol?.span))
    field("Địa danh, ngày tháng", "Place, date", words(parts.placeDate?.span))
    field("Tên loại", "Type name", words(parts.typeName))
    field("Trích yếu", "Subject", words(parts.subject))
    field("Năm kế hoạch", "Plan year", planYear, isOptional: true)
    field("Kèm theo", "Attached to", words(parts.attachedTo), isOptional: true)
    if let addressee = parts.addressee {
      field("Kính gửi", "Addressee", words(addressee.bodies, separator: "; "))
    }
    list("Căn cứ", "Legal bases", parts.legalBases.map { document.text($0.span) })
    list("Nơi nhận", "Recipients", parts.recipients?.lines.map { document.text($0.span) } ?? [])
    list("Chữ ký", "Signatures", parts.signatures.map(signature))
    list("Phụ lục", "Annexes", parts.annexes.map { document.text($0.heading) }, isOptional: true)
  }

  private var planYear: String? {
    document.planYear.map { plan in
      let years = plan.years
      return years.count == 1
        ? String(years.lowerBound) : "\(years.lowerBound) – \(years.upperBound)"
    }
  }

  private func signature(_ block: SignatureBlock) -> String {
    let lines = block.authority + [block.office].compactMap { $0 }
    let name = block.name.map { document.text($0) } ?? said("(chưa có họ tên)", "(no name)")
    return (lines.map { document.text($0) } + [name]).joined(separator: " / ")
  }

  private func words(_ span: TextSpan?) -> String? { span.map { document.text($0) } }

  private func words(_ spans: [TextSpan], separator: String = " ") -> String? {
    spans.isEmpty ? nil : spans.map { document.text($0) }.joined(separator: separator)
  }

  private var missing: String { said("không thấy", "not found") }

  private mutating func field(
    _ vi: String, _ en: String, _ value: String?, isOptional: Bool = false
  ) {
    guard let value else {
      if !isOptional { page.write(missing, first: "  \(said(vi, en)): ", style: .dim) }
      return
    }
    page.write(value, first: "  \(said(vi, en)): ")
  }

  private mutating func list(
    _ vi: String, _ en: String, _ values: [String], isOptional: Bool = false
  ) {
    if values.isEmpty {
      field(vi, en, nil, isOptional: isOptional)
      return
    }
    page.write(said(vi, en) + ":", first: "  ")
    for value in values { page.write(value, first: "    - ") }
  }

  // MARK: Outline

  private mutating func writeOutline() {
    title("Bố cục", "Outline")
    if document.outline.isEmpty { page.write(missing, first: "  ", style: .dim) }
    for node in document.outline { write(node, depth: 1) }
  }

  private mutating func write(_ node: OutlineNode, depth: Int) {
    let title = document.text(TextSpan(block: node.block, utf8: node.title))
    let short = Excerpt.head(of: title, columns: max(20, page.columns - 2 * depth - 8))
    let lead = String(repeating: "  ", count: depth) + (node.label.isEmpty ? "" : node.label + " ")
    page.write(short.isEmpty ? "…" : short, first: lead, style: node.isHeading ? .heading : nil)
    for child in node.children { write(child, depth: depth + 1) }
  }

  // MARK: Mentions

  private mutating func writeCitations() {
    title("Viện dẫn (\(document.citations.count))", "Citations (\(document.citations.count))")
    for citation in document.citations {
      page.write(document.text(citation.span), first: "  • ")
      page.write(
        "→ \(resolution(citation)) · \(role(citation.role))", first: "      ", style: .dim)
    }
  }

  private func resolution(_ citation: Citation) -> String {
    func name(_ id: String) -> String {
      law.instrument(id: id).map { law.displayName(of: $0) } ?? id
    }
    switch citation.resolution {
    case .instrument(let id): return name(id)
    case .ambiguous(let ids):
      return said("một trong: ", "one of: ") + ids.map(name).joined(separator: "; ")
    case .unknown: return said("không có trong dữ liệu", "not in the data")
    }
  }

  private func role(_ role: Citation.Role) -> String {
    switch role {
    case .legalBasis: said("căn cứ ban hành", "legal basis")
    case .governing: said("được áp dụng", "governing")
    case .implementing: said("được triển khai", "to be implemented")
    case .withinTitle: said("nằm trong tên văn bản khác", "within another title")
    case .history: said("việc đã qua", "history")
    case .mention: said("được nhắc tới", "mention")
    }
  }

  private mutating func writeDates() {
    title("Ngày tháng (\(document.dates.count))", "Dates (\(document.dates.count))")
    let words = document.dates.map { mention in
      mention.date?.text(in: language) ?? "\(document.text(mention.span)) (?)"
    }
    if !words.isEmpty { page.write(words.joined(separator: ", "), first: "  ") }
  }
}
