import LegalKnowledge
import RuleEngine
import TextMatching

/// The instruments in the data, for people: one line each, by type.
public enum LawListText {
  /// - Parameter instruments: those to list, in any order.
  public static func list(
    _ instruments: [Instrument], at moment: LawMoment, law: LegalKnowledge,
    options: TextReporter.Options
  ) -> String {
    var page = LawPage(options)
    page.dim(
      page.said("Hiện trạng ", "Standing ") + moment.text(in: options.language))
    let width = instruments.map { TerminalText.width($0.symbol) }.max() ?? 0
    let standings = instruments.map {
      Standing(of: $0, at: moment, in: law).short[options.language]
    }
    let statusWidth = standings.map { TerminalText.width($0) }.max() ?? 0
    func padded(_ words: String, _ width: Int) -> String {
      words + String(repeating: " ", count: width - TerminalText.width(words) + 2)
    }
    let entries = Array(zip(instruments, standings))
    for type in law.types {
      let fitting = entries.filter { $0.0.type == type.id }.sorted { date($0.0) < date($1.0) }
      guard !fitting.isEmpty else { continue }
      page.blank()
      page.heading(type.name)
      for (instrument, standing) in fitting {
        page.row(
          "  " + padded(instrument.symbol, width) + padded(standing, statusWidth),
          instrument.title)
      }
    }
    page.blank()
    page.dim(
      page.said(
        "\(instruments.count) văn bản",
        "\(instruments.count) instrument\(instruments.count == 1 ? "" : "s")"))
    return page.finished()
  }

  private static func date(_ instrument: Instrument) -> String {
    (instrument.issued ?? instrument.effective)?.date.iso ?? "9"
  }
}
