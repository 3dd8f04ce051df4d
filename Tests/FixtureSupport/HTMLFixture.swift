extension ReadablePaper {
  /// The paper as an HTML page.
  public var html: String {
    let body = markup(
      paragraph: { paragraph in
        let runs = paragraph.runs.map { run in
          let text = DocxFixture.escape(run.text)
          let bold = run.isBold ? "<b>\(text)</b>" : text
          return run.isItalic ? "<i>\(bold)</i>" : bold
        }
        let style = paragraph.isCentred ? " style='text-align:center'" : ""
        return "<p\(style)>\(runs.joined())</p>\n"
      },
      table: { rows, _ in "<table>\n\(rows.joined())</table>\n" },
      row: { "<tr>\($0.joined())</tr>\n" },
      cell: { content, span in
        span > 1 ? "<td colspan=\"\(span)\">\(content)</td>" : "<td>\(content)</td>"
      })
    return """
      <!DOCTYPE html>
      <html><head><meta charset="utf-8"><title>Trang</title></head>
      <body>
      \(body)</body></html>
      """
  }
}
