import LegalKnowledge
import TextMatching

/// A page of fields, in one language.
struct LawPage {
  let language: Language
  private var page: TerminalPage

  init(_ options: TextReporter.Options) {
    language = options.language
    page = TerminalPage(columns: options.columns, isColoured: options.isColoured)
  }

  func said(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

  mutating func heading(_ words: String) { page.write(words, style: .heading) }
  mutating func plain(_ words: String) { page.write(words) }
  mutating func dim(_ words: String) { page.write(words, style: .dim) }
  mutating func blank() { page.blank() }

  mutating func field(_ vi: String, _ en: String, _ value: String) {
    page.write(value, first: "\(said(vi, en)): ")
  }

  /// A line of a list; `depth` steps of two spaces before the dash.
  mutating func item(_ words: String, depth: Int = 0) {
    page.write(words, first: String(repeating: "  ", count: depth) + "- ")
  }

  /// A line with what comes first in a column of its own.
  mutating func row(_ first: String, _ words: String) { page.write(words, first: first) }

  /// “từ 01/01/2024 đến 30/06/2025”
  func window(_ from: CivilDate, _ until: CivilDate?) -> String {
    let start = said("từ \(from.vietnamese)", "from \(from.iso)")
    return until.map { said("\(start) đến \($0.vietnamese)", "\(start) to \($0.iso)") } ?? start
  }

  /// The text, with an empty line at its end.
  func finished() -> String { page.text + "\n" }
}
