import TextMatching
import XMLWriting

/// A summary as one page for a browser, in HTML that is XML too: nothing in it runs or is fetched.
public enum SeasonHTML {
  public static func render(_ summary: SeasonSummary, language: Language) -> String {
    let title = SeasonWords.title[language]
    var body = [element("h1", title), table(of: summary, language)]
    if summary.dossiers.count > 1, !summary.awards.isEmpty {
      body += [element("h2", SeasonWords.awardsTitle[language]), awards(of: summary, language)]
    }
    if !summary.repeated.isEmpty {
      body += [element("h2", SeasonWords.repeatedTitle[language])]
      body += summary.repeated.flatMap { person in
        [
          element("p", person.heading(language)),
          XMLElement("ul", elements: person.places.map { element("li", $0.line(language)) }),
        ]
      }
    }
    let head = XMLElement(
      "head",
      elements: [
        XMLElement("meta", ["charset": "utf-8"]), element("title", title), element("style", style),
      ])
    let page = XMLElement(
      "html", ["xmlns": "http://www.w3.org/1999/xhtml", "lang": language.rawValue],
      elements: [head, XMLElement("body", elements: body)])
    return "<!DOCTYPE html>\n" + page.serialised(isIndented: true) + "\n"
  }

  private static let style = """
    body { font-family: "Times New Roman", serif; margin: 2em; }
    table { border-collapse: collapse; margin-bottom: 1em; }
    th, td { border: 1px solid #888; padding: 0.3em 0.6em; vertical-align: top; text-align: left; }
    td.number { text-align: right; }
    tr.dossier { background: #eef; font-weight: bold; }
    """

  // MARK: Tables

  private static func table(of summary: SeasonSummary, _ language: Language) -> XMLElement {
    let rows = summary.dossiers.flatMap { dossier -> [XMLElement] in
      let counts = [dossier.errors, dossier.warnings, dossier.unread].map(number)
      let lead = [element("td", dossier.path), element("td", dossier.unit ?? "")]
      let first = row(
        lead + [element("td", SeasonWords.everyAward[language])]
          + tally(dossier.error == nil ? dossier.tally : nil)
          + [element("td", (dossier.error ?? dossier.outcome)?[language] ?? "")] + counts,
        isDossier: true)
      return [first]
        + dossier.awards.map { award in
          row(
            lead + [element("td", award.name)] + tally(award.tally)
              + [element("td", award.outcome?[language] ?? "")]
              + [award.errors, award.warnings].map(number) + [element("td", "")])
        }
    }
    return table(
      [SeasonWords.dossier, SeasonWords.unit, SeasonWords.award] + tallyHeads
        + [SeasonWords.outcome, SeasonWords.errors, SeasonWords.warnings, SeasonWords.unread],
      rows, language)
  }

  private static func awards(of summary: SeasonSummary, _ language: Language) -> XMLElement {
    let rows = summary.awards.map { award in
      row(
        [element("td", award.name)] + tally(award.tally)
          + [award.errors, award.warnings].map(number))
    }
    return table(
      [SeasonWords.award] + tallyHeads + [SeasonWords.errors, SeasonWords.warnings], rows, language)
  }

  private static let tallyHeads = [
    SeasonWords.nominees, SeasonWords.eligible, SeasonWords.incomplete, SeasonWords.ineligible,
  ]

  private static func tally(_ tally: SeasonSummary.Tally?) -> [XMLElement] {
    guard let tally else { return tallyHeads.map { _ in element("td", "") } }
    return [
      tally.nominees, tally.eligible, tally.incomplete, tally.ineligible,
    ].map(number)
  }

  private static func table(
    _ heads: [LocalizedText], _ rows: [XMLElement], _ language: Language
  ) -> XMLElement {
    let head = row(heads.map { element("th", $0[language]) })
    return XMLElement(
      "table",
      elements: [XMLElement("thead", elements: [head]), XMLElement("tbody", elements: rows)])
  }

  // MARK: Pieces

  private static func row(_ cells: [XMLElement], isDossier: Bool = false) -> XMLElement {
    XMLElement("tr", ["class": isDossier ? "dossier" : nil], elements: cells)
  }

  private static func number(_ value: Int) -> XMLElement {
    XMLElement("td", ["class": "number"], isMixed: true, [.text(String(value))])
  }

  /// An element of text; an empty one has a start and an end tag, as HTML wants.
  private static func element(_ name: String, _ text: String) -> XMLElement {
    XMLElement(name, isMixed: true, [.text(text)])
  }
}
