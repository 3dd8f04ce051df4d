import RuleEngine
import TextMatching

/// The first page of a book: how to read it, and the rules by module.
struct RuleBookIndex {
  let book: RuleBook
  let links: BookLinks

  private var language: Language { book.language }
  private func said(_ vi: String, _ en: String) -> String { book.said(vi, en) }

  func write(to page: inout Markdown) {
    page.heading(1, said("Sổ tay quy tắc của tdktlint", "Rule book of tdktlint"))
    let rules = book.entries.count
    let examples = book.entries.reduce(0) { $0 + $1.rule.examples.count }
    page.paragraph(
      said(
        "\(rules) quy tắc, \(examples) ví dụ. Trang này do `tdktlint rules book` tạo ra từ khai báo "
          + "của quy tắc và từ lời chương trình nói về từng ví dụ; đừng sửa tay.",
        "\(rules) rules, \(examples) examples. Made by `tdktlint rules book` from the declarations of "
          + "the rules and from what the program says about each example; not to be edited by hand."
      ))
    writeHowToRead(to: &page)
    page.heading(2, said("Mục lục", "Contents"))
    page.paragraph(
      "[\(said("Điều khoản nào của luật đã có quy tắc", "Which provisions have rules"))](\(links.coverage))"
    )
    for module in book.modules { write(module.id, module.entries, to: &page) }
  }

  private func write(_ id: String, _ entries: [RuleBook.Entry], to page: inout Markdown) {
    page.heading(3, "[\(Markdown.code(id))](\(links.link(module: id)))")
    page.table(
      [
        said("Mức cao nhất", "Gravest"), said("Quy tắc", "Rule"),
        said("Nội dung", "What it checks"),
      ],
      entries.map { entry in
        [
          RuleBookSection(book: book, entry: entry).gravest.words[language],
          links.link(entry.rule.id, Markdown.code(entry.rule.id)),
          Markdown.escaped(entry.rule.title[language]),
        ]
      })
  }

  private func writeHowToRead(to page: inout Markdown) {
    page.heading(2, said("Cách đọc", "How to read it"))
    page.list([
      said(
        "**Mức**: lỗi, cảnh báo, lưu ý. Dòng đầu tiên có điều kiện khớp quyết định mức.",
        "**Severity**: error, warning, note. The first row whose conditions hold decides."),
      said(
        "**Bậc** nói quy tắc dựa vào đâu; **tính chất** nói quy phạm buộc đến đâu. Thông lệ, quy phạm "
          + "có điều kiện hay khuyến nghị không bao giờ quá mức cảnh báo.",
        "The **tier** says what the rule rests on, the **strength** how far the norm binds. Practice "
          + "and norms that are conditional or only recommend are warnings at most."),
      said(
        "**Kiểm chứng**: dữ kiện chỉ đọc ở nguồn thứ cấp thì không quá cảnh báo, chưa kiểm chứng thì "
          + "chỉ là lưu ý; quy phạm đã được sửa đổi bởi văn bản chưa đọc cũng chỉ là lưu ý.",
        "**Verification**: facts read only in a secondary source carry a warning at most, unverified "
          + "ones a note; so does a norm amended by a text that has not been read."),
      said(
        "**Ngày**: mọi quy tắc xét theo pháp luật của ngày văn bản. Văn bản chưa rõ ngày thì lỗi và "
          + "cảnh báo phải đúng với mọi ngày có thể.",
        "**Day**: every rule judges by the law of the paper's day. Where the day is uncertain, errors "
          + "and warnings must hold on every possible day."),
      said(
        "**Ví dụ** là phép thử: ⟦…⟧ đánh dấu chỗ chương trình chỉ ra; không có dấu khi lỗi là sự vắng "
          + "mặt.",
        "**Examples** are the tests: ⟦…⟧ marks the words the program points at; there is no mark when "
          + "the fault is an absence."),
      said(
        "`tdktlint check --explain` cho biết vì sao một quy tắc lên tiếng với một văn bản cụ thể.",
        "`tdktlint check --explain` says why a rule spoke about a paper of yours."),
    ])
  }
}
