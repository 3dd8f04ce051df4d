import LegalKnowledge
import RuleEngine
import TextMatching

/// The page on which provisions have rules and which are left to people.
struct CoveragePage {
  let book: RuleBook
  let links: BookLinks

  private var language: Language { book.language }
  private func said(_ vi: String, _ en: String) -> String { book.said(vi, en) }

  func write(to page: inout Markdown) {
    page.anchor(BookLinks.coverageAnchor)
    page.heading(1, said("Điều khoản và quy tắc", "Provisions and rules"))
    page.paragraph(
      said(
        "Điều khoản nào đã có quy tắc dựa vào, có bao nhiêu ví dụ, và điều khoản nào để người làm. "
          + "Một điều khoản “có quy tắc” khi quy tắc khai báo nó hoặc nêu nó trong ví dụ; quy tắc có "
          + "thể chỉ kiểm được một phần của điều khoản.",
        "Which provisions a rule rests on, with how many examples, and which are left to people. A "
          + "provision has a rule when the rule declares it or names it on an example; the rule may "
          + "check only a part of it."))
    let every = book.coverage.everyProvision
    if !every.isEmpty {
      page.paragraph(
        said(
          "Không kể ở đây, vì đối chiếu mọi điều khoản mà văn bản viện dẫn: ",
          "Not counted here, for they compare whatever provision a paper cites: ")
          + every.map { links.link($0, Markdown.code($0)) }.joined(separator: ", ") + ".")
    }
    for part in book.coverage.parts { write(part, to: &page) }
  }

  private func write(_ part: Coverage.Part, to page: inout Markdown) {
    page.heading(2, Markdown.escaped(book.law.displayName(of: part.instrument)))
    page.paragraph(facts(of: part.instrument))
    for caution in cautions(part.instrument) { page.paragraph(Markdown.escaped(caution)) }
    if part.isWhole { writeCounts(part, to: &page) }
    let others = part.others.map { row in
      [Markdown.escaped(row.words ?? ""), rules(row), remarks(row, state: .rules)]
    }
    page.table(
      [
        said("Điều khoản", "Provision"),
        said("Quy tắc (ví dụ sai + đúng)", "Rules (failing + passing examples)"),
        said("Dữ liệu; phần để người làm", "Data; what is left to people"),
      ], part.articles.flatMap(rows) + others)
    if !part.isWhole {
      page.paragraph(
        said(
          "Ở đây chỉ kể những điều khoản có quy tắc dựa vào.",
          "Only the provisions that a rule rests on are listed here."))
    }
  }

  /// When it is in force, and how surely.
  private func facts(of instrument: Instrument) -> String {
    let window = DayWindow(from: instrument.effective?.date, until: instrument.ended?.date)
    let force =
      window.words(in: language).map { said("Hiệu lực \($0)", "In force \($0)") }
      ?? said("Chưa rõ hiệu lực", "Force not known")
    return Markdown.escaped("\(force); \(instrument.verified.words[language]).")
  }

  /// What the regimes say of an instrument that has been amended by a text nobody has read.
  private func cautions(_ instrument: Instrument) -> [String] {
    book.law.regimes.compactMap { regime in
      guard let caution = regime.caution,
        !book.law.amenders(of: instrument, inForceOn: regime.from).isEmpty
      else { return nil }
      return caution[language]
    }
  }

  // MARK: Counts

  private func writeCounts(_ part: Coverage.Part, to page: inout Markdown) {
    let states = part.articles.flatMap { article in article.units.map(article.state) }
    func count(_ state: Coverage.Row.State) -> Int { states.filter { $0 == state }.count }
    page.paragraph(
      said(
        "\(part.articles.count) điều; đếm theo khoản, hoặc theo điều khi không chia khoản, được "
          + "\(states.count):",
        "\(part.articles.count) articles; counted by clause, or by article where there are no "
          + "clauses, \(states.count):"))
    page.list([
      said("có quy tắc nêu đúng khoản ấy: ", "a rule names the clause itself: ")
        + "\(count(.rules))",
      said("có quy tắc nêu cả điều: ", "a rule names the whole article: ") + "\(count(.article))",
      said(
        "chưa có quy tắc, có dữ liệu để tra cứu (`tdktlint law show`): ",
        "no rule, data to look up (`tdktlint law show`): ") + "\(count(.dataOnly))",
      said("để người làm: ", "left to people: ") + "\(count(.people))",
      said("chưa có quy tắc: ", "no rule yet: ") + "\(count(.open))",
    ])
  }

  // MARK: Rows

  private func rows(_ article: Coverage.Article) -> [[String]] {
    let title = article.title.isEmpty ? "" : ". \(article.title)"
    let head = said("Điều \(article.number)", "Article \(article.number)") + title
    let whole = [
      Markdown.bold(head), rules(article.whole),
      remarks(
        article.whole, state: article.clauses.isEmpty ? article.state(of: article.whole) : .rules),
    ]
    return [whole]
      + runs(of: article).map { run in
        [label(run.clauses), run.rules, run.remarks]
      }
  }

  /// Clauses that follow one another and of which the same is to be said.
  private struct Run {
    var clauses: [Coverage.Row]
    var rules: String
    var remarks: String
  }

  private func runs(of article: Coverage.Article) -> [Run] {
    var runs: [Run] = []
    for clause in article.clauses {
      let state = article.state(of: clause)
      let run = Run(
        clauses: [clause], rules: rules(clause), remarks: remarks(clause, state: state))
      if let last = runs.indices.last, runs[last].rules == run.rules,
        runs[last].remarks == run.remarks
      {
        runs[last].clauses.append(clause)
      } else {
        runs.append(run)
      }
    }
    return runs
  }

  private func label(_ clauses: [Coverage.Row]) -> String {
    let numbers = clauses.compactMap(\.clause).map(String.init)
    guard let first = numbers.first, let last = numbers.last else { return "" }
    if numbers.count > 1 {
      return said("khoản \(first) đến khoản \(last)", "clauses \(first) to \(last)")
    }
    let points = clauses[0].points.joined(separator: ", ")
    return said("khoản \(first)", "clause \(first)")
      + (points.isEmpty ? "" : said(", điểm ", ", points ") + points)
  }

  private func rules(_ row: Coverage.Row) -> String {
    row.uses.map { use in
      let point = use.point.map { said(" điểm \($0)", " point \($0)") } ?? ""
      return links.link(use.rule, Markdown.code(use.rule))
        + " (\(use.failing) + \(use.passing))\(point)"
    }.joined(separator: "<br>")
  }

  private func remarks(_ row: Coverage.Row, state: Coverage.Row.State) -> String {
    var remarks = row.facts.map { Markdown.escaped($0[language]) }
    if let left = row.left {
      remarks.append(
        said("*Để người làm*: ", "*Left to people*: ") + Markdown.escaped(left[language]))
    }
    switch state {
    case .rules, .people, .dataOnly: break
    case .article:
      remarks.append(said("*theo quy tắc của cả điều*", "*by the rule of the whole article*"))
    case .open: remarks.append(said("*chưa có quy tắc*", "*no rule yet*"))
    }
    return remarks.joined(separator: "<br>")
  }
}
