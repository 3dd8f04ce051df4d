import LegalKnowledge
import RuleEngine
import TextMatching

/// The rules described to people in Markdown: an index, a page a module, and which provisions of the
/// law the rules cover. Made from the declarations and from what the rules say about their examples.
public struct RuleBook: Sendable {
  /// A rule with what it says about its examples.
  public struct Entry: Sendable {
    public var rule: Rule
    /// Findings by id of the example.
    public var findings: [String: [Finding]]
    /// Whether it looks at the papers of a dossier together.
    public var isAcrossPapers: Bool

    public init(rule: Rule, findings: [String: [Finding]], isAcrossPapers: Bool = false) {
      self.rule = rule
      self.findings = findings
      self.isAcrossPapers = isAcrossPapers
    }

    var module: String { String(rule.id.prefix { $0 != "/" }) }
  }

  /// One file of the book.
  public struct File: Sendable, Equatable {
    /// `README.md`
    public var name: String
    public var text: String
  }

  let entries: [Entry]
  let law: LegalKnowledge
  let coverage: Coverage
  private(set) var language: Language

  /// - Parameter entries: in the order of the book; rules of one module stand together.
  public init(
    entries: [Entry], law: LegalKnowledge, coverage: Coverage, language: Language
  ) {
    self.entries = entries
    self.law = law
    self.coverage = coverage
    self.language = language
  }

  /// The same book in another language.
  public func translated(to language: Language) -> RuleBook {
    var book = self
    book.language = language
    return book
  }

  /// The modules, in order, with their entries.
  var modules: [(id: String, entries: [Entry])] {
    var result: [(id: String, entries: [Entry])] = []
    for entry in entries {
      if let last = result.indices.last, result[last].id == entry.module {
        result[last].entries.append(entry)
      } else {
        result.append((entry.module, [entry]))
      }
    }
    return result
  }

  /// The index, a file a module, and the coverage.
  public func files() -> [File] {
    let links = BookLinks(isSingle: false)
    var files = [File(name: "README.md", text: index(links))]
    for module in modules {
      var page = Markdown()
      write(module.id, module.entries, links, to: &page)
      files.append(File(name: "\(module.id).md", text: page.finished))
    }
    files.append(File(name: BookLinks.coverageFile, text: coveragePage(links)))
    return files
  }

  /// The page on provisions alone; links to rules lead to the files of the book.
  public func coverageDocument() -> String { coveragePage(BookLinks(isSingle: false)) }

  private func coveragePage(_ links: BookLinks) -> String {
    var page = Markdown()
    CoveragePage(book: self, links: links).write(to: &page)
    return page.finished
  }

  /// The whole book as one document.
  public func document() -> String {
    let links = BookLinks(isSingle: true)
    var page = Markdown()
    write(indexTo: &page, links)
    for module in modules { write(module.id, module.entries, links, to: &page) }
    CoveragePage(book: self, links: links).write(to: &page)
    return page.finished
  }

  private func index(_ links: BookLinks) -> String {
    var page = Markdown()
    write(indexTo: &page, links)
    return page.finished
  }

  private func write(indexTo page: inout Markdown, _ links: BookLinks) {
    RuleBookIndex(book: self, links: links).write(to: &page)
  }

  private func write(
    _ module: String, _ entries: [Entry], _ links: BookLinks, to page: inout Markdown
  ) {
    page.anchor(BookLinks.anchor(ofModule: module))
    page.heading(1, said("Mô-đun ", "Module ") + Markdown.code(module))
    page.list(
      entries.map { entry in
        links.link(entry.rule.id, Markdown.code(entry.rule.id)) + ": "
          + Markdown.escaped(entry.rule.title[language])
      })
    for entry in entries { RuleBookSection(book: self, entry: entry).write(to: &page) }
  }

  func said(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
}

/// Where the parts of a book stand, for links between them.
struct BookLinks {
  /// Whether everything stands in one document.
  let isSingle: Bool

  static let coverageFile = "coverage.md"
  static let coverageAnchor = "coverage"

  static func anchor(ofRule id: String) -> String { id.map { $0 == "/" ? "-" : "\($0)" }.joined() }
  static func anchor(ofModule id: String) -> String { "module-\(id)" }

  func link(_ rule: String, _ markup: String) -> String {
    let module = String(rule.prefix { $0 != "/" })
    return "[\(markup)](\(isSingle ? "" : "\(module).md")#\(BookLinks.anchor(ofRule: rule)))"
  }

  func link(module: String) -> String {
    isSingle ? "#\(BookLinks.anchor(ofModule: module))" : "\(module).md"
  }

  var coverage: String {
    isSingle ? "#\(BookLinks.coverageAnchor)" : BookLinks.coverageFile
  }
}
