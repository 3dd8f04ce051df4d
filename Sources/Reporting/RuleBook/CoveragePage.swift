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
          + "Một điều khoản “có quy tắc” khi quy tắc khai báo nó hoặc nêu nó trong ví dụ; quy tắc có thể chỉ "
          + "kiểm được một phần của điều khoản.",
        "Which provisions a rule rests on, with how many examples, and which are left to people. A "
          + "provision has a rule when the rule declares it or names it on an example; the rule may check "
          + "only a part of it."))
    for part in book.coverage.parts { write(part, to: &page) }
  }

  private func write(_ part: Coverage.Part, to page: inout Markdown) {
    page.heading(2, Markdown.escaped(book.law.displayName(of: part.instrument)))
    if let basis = book.law.norm(Rule.Basis(instrument: part.instrument.id, provision: nil)) {
      page.paragraph(Markdown.escaped(basis.text(in: language)) + ".")
    }
    for caution in cautions(part.instrument) { page.paragraph(Markdown.escaped(caution)) }
    if part.isWhole { writeCounts(part, to: &page) }
    let articles = part.articles.flatMap(rows)
    let others = part.others.map { row in
      [Markdown.escaped(row.words ?? ""), rules(row), remarks(row, state: .rules)]
    }
    page.table(
      [
        said("Điều khoản", "Provision"),
        said("Quy tắc (ví dụ sai + đúng)", "Rules (failing + passing examples)"),
        said("Dữ liệu; phần để người làm", "Data; what is left to people"),
      ],
      articles + others)
    if !part.isWhole {
      page.paragraph(
        said(
          "Ở đây chỉ kể những điều khoản có quy tắc dựa vào.",
          "Only the provisions that a rule rests on are listed here."))
    }
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
        "\(part.articles.count) điều, \(states.count) đơn vị đếm (khoản; hoặc điều khi không chia khoản):",
        "\(part.articles.count) articles, \(states.count) units (clauses, or articles without clauses):"
      ))
    page.list([
      said("có quy tắc: \(count(.rules))", "with a rule: \(count(.rules))"),
      said(
        "chưa có quy tắc, có dữ liệu để tra cứu (`tdktlint law show`): \(count(.dataOnly))",
        "no rule yet, data to look up (`tdktlint law show`): \(count(.dataOnly))"),
      said(
        "để người làm, có nêu lý do: \(count(.people))",
        "left to people, with the reason: \(count(.people))"),
      said("chưa có gì: \(count(.open))", "nothing yet: \(count(.open))"),
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
      + article.clauses.map { clause in
        let points =
          clause.points.isEmpty
          ? "" : said(", điểm ", ", points ") + clause.points.joined(separator: ", ")
        return [
          said("khoản \(clause.clause ?? 0)", "clause \(clause.clause ?? 0)") + points,
          rules(clause),
          remarks(clause, state: article.state(of: clause)),
        ]
      }
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
    if state == .open { remarks.append(said("*chưa có quy tắc*", "*no rule yet*")) }
    return remarks.joined(separator: "<br>")
  }
}
