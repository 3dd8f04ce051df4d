import DataFiles
import LegalKnowledge
import TextMatching

/// Reads one file of `Rules/coverage`: `<coverage>`, its `<reason>`s, then what is `<left>`.
struct CoverageReader {
  static let namespace = "urn:tdktlint:coverage:1"

  let law: LegalKnowledge

  struct Page {
    var left: [CoverageNotes.Left] = []
    var everyProvision: [String] = []
  }

  func read(_ file: DataFile) throws -> Page {
    let root = try DataElement.root(
      of: file, named: "coverage", namespace: CoverageReader.namespace)
    try root.expect(attributes: ["instrument", "checked"], children: ["every", "reason", "left"])
    _ = try root.day("checked")
    let id = try root.required("instrument")
    guard let instrument = law.instrument(id: id) else {
      throw root.bad(value: id, of: "instrument", known: law.instruments.map(\.id))
    }
    var reasons: [String: LocalizedText] = [:]
    var page = Page()
    for child in root.eachChild {
      switch child.name {
      case "every":
        try child.expect(attributes: ["rules"])
        _ = try child.required("rules")
        page.everyProvision += child.list("rules")
      case "reason":
        let reason = try reason(child)
        guard reasons.updateValue(reason.title, forKey: reason.id) == nil else {
          throw child.duplicate()
        }
      default:
        for entry in try entries(child, of: instrument, reasons: reasons) {
          let isThere = page.left.contains {
            $0.article == entry.article && $0.clause == entry.clause
          }
          if isThere { throw twice(entry, at: child) }
          page.left.append(entry)
        }
      }
    }
    return page
  }

  private func reason(_ element: DataElement) throws -> (id: String, title: LocalizedText) {
    try element.expect(attributes: ["id"], children: ["title"])
    let id = try element.identifier("id")
    var title = LocalizedText(vi: "")
    for child in element.eachChild {
      try child.expect(attributes: Names.none, text: true)
      if !title.set(try child.nonEmptyText(), in: child.language) { throw child.duplicate() }
    }
    guard !title.vi.isEmpty, !title.en.isEmpty else {
      throw element.error(
        vi: "<reason> cần <title> bằng tiếng Việt và tiếng Anh",
        en: "<reason> needs a <title> in Vietnamese and in English")
    }
    return (id, title)
  }

  private func entries(
    _ element: DataElement, of instrument: Instrument, reasons: [String: LocalizedText]
  ) throws -> [CoverageNotes.Left] {
    try element.expect(attributes: ["articles", "clauses", "reason"])
    let id = try element.required("reason")
    guard let reason = reasons[id] else {
      throw element.bad(value: id, of: "reason", known: reasons.keys.sorted())
    }
    let clauses = try numbers(element, "clauses")
    return try numbers(element, "articles", isRequired: true).flatMap { article in
      try verify(article, clauses, of: instrument, at: element)
      let clauses = clauses.isEmpty ? [nil] : clauses.map(Optional.some)
      return clauses.map {
        CoverageNotes.Left(instrument: instrument.id, article: article, clause: $0, reason: reason)
      }
    }
  }

  private func numbers(
    _ element: DataElement, _ attribute: String, isRequired: Bool = false
  ) throws -> [Int] {
    if isRequired { _ = try element.required(attribute) }
    return try element.list(attribute).map { word in
      guard let number = Int(word), number > 0 else {
        throw element.error(
          vi: "“\(attribute)” là các số từ 1, cách nhau bằng dấu cách, không phải “\(word)”",
          en: "\"\(attribute)\" takes numbers from 1 with spaces between, not \"\(word)\"")
      }
      return number
    }
  }

  private func verify(
    _ article: Int, _ clauses: [Int], of instrument: Instrument, at element: DataElement
  ) throws {
    guard let map = instrument.provisions else { return }
    guard let known = map.articles[article] else {
      guard map.isWhole else { return }
      throw element.error(
        vi: "\(instrument.symbol) không có Điều \(article)",
        en: "\(instrument.symbol) has no article \(article)")
    }
    guard known.isComplete, let clause = clauses.first(where: { $0 > known.clauses }) else {
      return
    }
    throw element.error(
      vi: "Điều \(article) của \(instrument.symbol) không có khoản \(clause)",
      en: "article \(article) of \(instrument.symbol) has no clause \(clause)")
  }

  private func twice(_ entry: CoverageNotes.Left, at element: DataElement) -> DataFileError {
    let clause = entry.clause.map { "\($0)" }
    return element.error(
      vi: "Điều \(entry.article)" + (clause.map { " khoản \($0)" } ?? "") + " đã nêu ở trên",
      en: "article \(entry.article)" + (clause.map { ", clause \($0)," } ?? "") + " is named above")
  }
}
