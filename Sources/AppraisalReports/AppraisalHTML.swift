import Appraisal
import DossierAnalysis
import RuleEngine
import TextMatching
import XMLWriting

/// The appraisal sheet as one HTML page without scripts or outside files, for the screen and for
/// paper: the summary first, each case after it.
public enum AppraisalHTML {
  public static func render(_ sheet: AppraisalSheet, language: Language) -> String {
    let page = Page(words: SheetWords(sheet: sheet, language: language))
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Page.escaped("\(page.words.title) – \(page.words.subject)"))</title>
      <style>
      \(AppraisalStyle.sheet)
      </style>
      </head>
      <body>
      \(page.body)
      </body>
      </html>

      """
  }

  struct Page {
    let words: SheetWords
    private var sheet: AppraisalSheet { words.sheet }

    static func escaped(_ text: String) -> String { XMLText.escaped(text) }

    private func said(_ vi: String, _ en: String) -> String { words.said(vi, en) }

    var body: String {
      [
        header, navigation, "<main>", headSection, outcomeSection, casesSection, ownSection,
        manualSection, signSection, detailsSection, papersSection, "</main>",
      ].joined(separator: "\n")
    }

    private var header: String {
      """
      <header>
      <h1>\(Self.escaped(words.title))</h1>
      <p class="subject">\(Self.escaped(words.subject))</p>
      </header>
      """
    }

    private var navigation: String {
      let links = [
        ("de-xuat", said("Đề xuất", "Proposal")),
        ("truong-hop", said("Từng trường hợp", "Cases")),
        ("ho-so", said("Điều kiện chung", "Dossier")),
        ("viec-cua-nguoi", said("Người kiểm tra", "For people")),
        ("chi-tiet", said("Chi tiết", "Details")), ("van-ban", said("Văn bản", "Papers")),
      ]
      let items = links.map { "<a href=\"#\($0.0)\">\(Self.escaped($0.1))</a>" }
      return
        "<nav aria-label=\"\(said("Mục lục", "Contents"))\">\(items.joined(separator: " "))</nav>"
    }

    private var headSection: String {
      let rows = words.head.map {
        "<div><dt>\(Self.escaped($0.label))</dt><dd>\(Self.escaped($0.value))</dd></div>"
      }
      return section(
        "thong-tin", said("Thông tin hồ sơ", "The dossier"),
        "<dl class=\"head\">\n\(rows.joined(separator: "\n"))\n</dl>")
    }

    private var outcomeSection: String {
      let outcome = sheet.outcome
      var parts = [
        """
        <p class="proposal \(outcome.proposal.rawValue)"><span>\
        \(said("Đề xuất của máy", "Proposed by machine"))</span> \
        <strong>\(Self.escaped(words.outcome(outcome)))</strong></p>
        """,
        "<p>\(Self.escaped(said("Người thẩm định quyết định và ký.", "A person decides and signs.")))</p>",
      ]
      if let unseen = words.unseen { parts.append("<p>\(Self.escaped(unseen))</p>") }
      if !sheet.cases.isEmpty {
        parts.append(
          "<p>\(said("Các trường hợp:", "Cases:")) \(Self.escaped(words.casesByOutcome)).</p>")
      }
      parts.append(tally)
      if !words.grounds.isEmpty {
        parts.append(
          "<p>\(said("Lý do ở hồ sơ chung:", "Grounds in the dossier itself:"))</p>\n"
            + list(words.grounds))
      }
      parts.append("<p class=\"small\">\(Self.escaped(OutcomePolicy.words[words.language]))</p>")
      return section("de-xuat", said("Đề xuất", "Proposal"), parts.joined(separator: "\n"))
    }

    private var tally: String {
      let heads = SheetWords.verdicts.map { "<th scope=\"col\">\($0.words[words.language])</th>" }
      let rows = words.tally.map { row in
        "<tr><th scope=\"row\">\(Self.escaped(row.label))</th>"
          + SheetWords.verdicts.map { "<td class=\"n\">\(row.tally[$0])</td>" }.joined() + "</tr>"
      }
      return table(
        "tally", said("Số điều kiện theo kết luận", "Conditions by verdict"),
        "<th scope=\"col\">\(said("Phần", "Part"))</th>" + heads.joined(), rows)
    }

    private var casesSection: String {
      guard !sheet.cases.isEmpty else { return "" }
      let heads =
        [
          said("STT", "No."), said("Tên, đơn vị", "Name, unit"),
          said("Danh hiệu, hình thức", "Award"),
        ].map(head)
        + SheetWords.verdicts.map { head($0.words[words.language]) }
        + [head(said("Đề xuất", "Proposal"))]
      let rows = sheet.cases.map { entry -> String in
        let unit = entry.unit.isEmpty ? "" : "<br><small>\(Self.escaped(entry.unit))</small>"
        let open = words.open(entry)
        let remarks =
          open.isEmpty ? "" : "<ul>\(open.map { "<li>\(Self.escaped($0))</li>" }.joined())</ul>"
        return "<tr><td class=\"n\">\(entry.number)</td>"
          + "<th scope=\"row\"><a href=\"#th-\(entry.number)\">\(Self.escaped(words.name(entry)))</a>"
          + "\(unit)\(remarks)</th><td>\(Self.escaped(words.award(entry)))</td>"
          + SheetWords.verdicts.map { "<td class=\"n\">\(entry.outcome.tally[$0])</td>" }.joined()
          + "<td class=\"verdict \(entry.outcome.proposal.rawValue)\">"
          + "\(Self.escaped(words.outcome(entry.outcome)))</td></tr>"
      }
      return section(
        "truong-hop", said("Tổng hợp từng trường hợp", "The cases"),
        table(
          "cases", said("Số điều kiện và đề xuất của từng trường hợp", "Verdicts by case"),
          heads.joined(), rows))
    }

    private var ownSection: String {
      section(
        "ho-so", said("Điều kiện chung của hồ sơ", "Conditions of the dossier"),
        conditions(sheet.conditions, said("Điều kiện chung", "Conditions of the dossier")))
    }

    private var manualSection: String {
      let rows = sheet.manualChecks.enumerated().map { index, check in
        "<tr><td class=\"n\">\(index + 1)</td><th scope=\"row\">\(Self.escaped(words.manual(check)))</th>"
          + "<td>\(Self.escaped(check.who[words.language]))</td><td class=\"fill\"></td></tr>"
      }
      return section(
        "viec-cua-nguoi", said("Việc máy không kiểm tra được", "What no machine checks"),
        table(
          "manual", said("Người phải kiểm tra", "For people to check"),
          [
            said("STT", "No."), said("Nội dung", "Matter"), said("Ai, ở đâu", "Who, where"),
            said("Kết quả", "Result"),
          ].map(head).joined(), rows))
    }

    private var signSection: String {
      let boxes = ProposedOutcome.allCases.map {
        "<li>☐ \(Self.escaped($0.words[words.language]))</li>"
      }
      return section(
        "ket-luan", said("Kết luận của người thẩm định", "The appraiser’s conclusion"),
        """
        <ul class="boxes">\(boxes.joined())</ul>
        <p class="sign">\(said("Ngày, chữ ký, họ tên:", "Date, signature, name:")) ……………………………………</p>
        """)
    }

    private var detailsSection: String {
      guard !sheet.cases.isEmpty else { return "" }
      let parts = sheet.cases.map { entry -> String in
        let unit = entry.unit.isEmpty ? "" : "<p class=\"small\">\(Self.escaped(entry.unit))</p>\n"
        let route = words.route(entry).map { "<p class=\"small\">\(Self.escaped($0))</p>\n" } ?? ""
        return """
          <article id="th-\(entry.number)">
          <h3>\(entry.number). \(Self.escaped(words.name(entry))) – \(Self.escaped(words.award(entry))): \
          <span class="verdict \(entry.outcome.proposal.rawValue)">\(Self.escaped(words.outcome(entry.outcome)))</span></h3>
          \(unit)\(route)\(conditions(entry.conditions, words.name(entry), of: entry))
          </article>
          """
      }
      return section(
        "chi-tiet", said("Điều kiện của từng trường hợp", "Conditions of each case"),
        parts.joined(separator: "\n"))
    }

    private var papersSection: String {
      let rows = words.papers.enumerated().map { index, paper in
        "<tr><td class=\"n\">\(index + 1)</td><th scope=\"row\">\(Self.escaped(paper.path))</th>"
          + "<td>\(Self.escaped(paper.role))</td><td>\(Self.escaped(paper.mark))</td>"
          + [paper.errors, paper.warnings, paper.notes].map { "<td class=\"n\">\($0)</td>" }
          .joined()
          + "</tr>"
      }
      let papers = table(
        "papers", said("Văn bản của hồ sơ", "Papers of the dossier"),
        [
          said("STT", "No."), said("Tệp", "File"), said("Là văn bản gì", "What it is"),
          said("Số, ngày", "Number, date"), said("Lỗi", "Errors"),
          said("Cảnh báo", "Warnings"), said("Lưu ý", "Notes"),
        ].map(head).joined(), rows)
      let findings = words.findingsByPaper.map {
        "<h3>\(Self.escaped($0.path))</h3>\n" + list($0.lines)
      }
      return section(
        "van-ban", said("Văn bản và kết quả kiểm tra từng văn bản", "Papers and their findings"),
        ([papers] + findings).joined(separator: "\n"))
    }

    // MARK: Pieces

    private func conditions(
      _ conditions: [Condition], _ caption: String, of entry: Case? = nil
    ) -> String {
      let rows = words.rows(conditions).map { number, depth, condition in
        let bases = words.bases(condition.basis, in: entry)
        // Those inside another rest on the same norm.
        let basis =
          bases.isEmpty || depth > 0
          ? "" : "<br><small>\(bases.map(Self.escaped).joined(separator: "<br>"))</small>"
        let found = words.found(condition).map { "<li>\(Self.escaped($0))</li>" }.joined()
        return "<tr class=\"d\(min(depth, 3))\"><td class=\"n\">\(number)</td>"
          + "<th scope=\"row\">\(Self.escaped(condition.requirement[words.language]))\(basis)</th>"
          + "<td>\(found.isEmpty ? "" : "<ul>\(found)</ul>")</td>"
          + "<td class=\"verdict \(condition.verdict.rawValue)\">"
          + "\(condition.verdict.words[words.language])</td></tr>"
      }
      return table(
        "conditions", caption,
        [
          said("STT", "No."), said("Điều kiện và căn cứ", "Condition and basis"),
          said("Kết quả đối chiếu, nơi tìm thấy", "What was found, where"),
          said("Kết luận", "Verdict"),
        ].map(head).joined(), rows)
    }

    private func section(_ id: String, _ title: String, _ content: String) -> String {
      """
      <section id="\(id)" aria-labelledby="\(id)-t">
      <h2 id="\(id)-t">\(Self.escaped(title))</h2>
      \(content)
      </section>
      """
    }

    private func head(_ text: String) -> String { "<th scope=\"col\">\(Self.escaped(text))</th>" }

    private func table(
      _ name: String, _ caption: String, _ head: String, _ rows: [String]
    ) -> String {
      """
      <div class="wide"><table class="\(name)">
      <caption>\(Self.escaped(caption))</caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table></div>
      """
    }

    private func list(_ items: [String]) -> String {
      "<ul>\n" + items.map { "<li>\(Self.escaped($0))</li>" }.joined(separator: "\n") + "\n</ul>"
    }
  }
}
