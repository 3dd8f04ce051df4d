extension ReadablePaper {
  /// The paper as an HTML page.
  public var html: String { page(htmlPiece) }

  /// The same as old portals lay a page out: all of it in one cell of a table, beside others.
  public var laidOutHTML: String {
    page(
      """
      <table width="100%"><tr><td colspan="2"></td></tr><tr><td width="1"></td><td><div>
      \(htmlPiece)</div></td></tr></table>
      """)
  }

  /// The same with line breaks for paragraphs, as text that was typed into a portal.
  public var brokenHTML: String { page(content { words, _ in "\(words)<br>\n" }) }

  /// The same without the frame of a page, as it is cut out of one.
  public var htmlPiece: String { "<p></p>\n" + content { "<p\($1)>\($0)</p>\n" } }

  private func page(_ body: String) -> String {
    """
    <!DOCTYPE html>
    <html><head><meta charset="utf-8"><title>Trang</title></head>
    <body>
    \(body)</body></html>
    """
  }

  /// - Parameter paragraph: makes one of its words and its attributes.
  private func content(_ paragraph: (_ words: String, _ attributes: String) -> String) -> String {
    markup(
      paragraph: { content in
        let runs = content.runs.map { run in
          let text = DocxFixture.escape(run.text)
          let bold = run.isBold ? "<b>\(text)</b>" : text
          return run.isItalic ? "<i>\(bold)</i>" : bold
        }
        let style = content.isCentred ? " style='text-align:center'" : ""
        return paragraph(runs.joined(), style)
      },
      table: { rows, _ in "<table>\n\(rows.joined())</table>\n" },
      row: { "<tr>\($0.joined())</tr>\n" },
      cell: { content, span in
        span > 1 ? "<td colspan=\"\(span)\">\(content)</td>" : "<td>\(content)</td>"
      })
  }
}
