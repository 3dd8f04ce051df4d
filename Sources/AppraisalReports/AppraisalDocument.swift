import Appraisal
import DocumentWriting
import DossierAnalysis
import RuleEngine
import TextMatching
import XMLWriting

/// The appraisal sheet as a Word document in the layout of Decree 30/2020, to be filled in and
/// signed: what the signer needs first, the conditions of each case and the papers as annexes.
public enum AppraisalDocument {
  /// - Throws: `WritingError`, when the package cannot be made.
  public static func render(
    _ sheet: AppraisalSheet, language: Language
  ) throws(WritingError) -> [UInt8] {
    let body = Body(words: SheetWords(sheet: sheet, language: language))
    let document = XMLElement(
      "w:document", ["xmlns:w": Word.namespace, "xmlns:r": Word.relations],
      elements: [XMLElement("w:body", elements: body.elements)])
    return try PackageWriter.package([
      .init("[Content_Types].xml", WordParts.contentTypes),
      .init("_rels/.rels", WordParts.packageRelations),
      .init("docProps/core.xml", WordParts.core(title: body.words.title)),
      .init("word/document.xml", WordParts.bytes(document)),
      .init("word/_rels/document.xml.rels", WordParts.documentRelations),
      .init("word/styles.xml", WordParts.styles(language: language)),
      .init("word/settings.xml", WordParts.settings),
      .init("word/header1.xml", WordParts.header),
    ])
  }

  struct Body {
    let words: SheetWords
    private var sheet: AppraisalSheet { words.sheet }
    private func said(_ vi: String, _ en: String) -> String { words.said(vi, en) }

    var elements: [XMLElement] {
      let main =
        letterhead + titles + headSection + outcomeSection + casesSection + ownSection
        + manualSection + conclusion + signature
      let annexes = [caseAnnex, paperAnnex].filter { !$0.isEmpty }
      var all = main
      for annex in annexes {
        all.append(Word.section(isLast: false))
        all += annex
      }
      return all + [Word.section(isLast: true)]
    }

    // MARK: Head of the paper

    /// Blank where the appraising body fills in its names, number and day. The national title stays
    /// Vietnamese, as the decree gives it.
    private var letterhead: [XMLElement] {
      let left = 3700
      let right = Word.textWidth - left
      return [
        Word.table(
          widths: [left, right], head: nil,
          rows: [
            [
              Word.Cell([
                Word.paragraph("………………………", style: "Giua"),
                Word.paragraph([.bold("………………………")], style: "Giua"),
                Word.rule(width: 1300, in: left),
              ]),
              Word.Cell([
                Word.paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", style: "Quoc"),
                Word.paragraph("Độc lập - Tự do - Hạnh phúc", style: "TieuNgu"),
                Word.rule(width: 3150, in: right),
              ]),
            ],
            [
              Word.Cell([Word.paragraph("Số: ……/……", style: "Giua")]),
              Word.Cell([
                Word.paragraph(
                  [.init(text: "……, ngày … tháng … năm ……", isItalic: true, size: 28)],
                  style: "Giua")
              ]),
            ],
          ], hasBorders: false)
      ]
    }

    private var titles: [XMLElement] {
      [
        Word.paragraph(words.title, style: "TenLoai"),
        Word.paragraph(words.subject, style: "TrichYeu"),
        Word.rule(width: 2000, in: Word.textWidth),
      ]
    }

    private func heading(_ text: String) -> XMLElement { Word.paragraph(text, style: "Muc") }

    private var headSection: [XMLElement] {
      [heading(said("I. THÔNG TIN HỒ SƠ", "I. THE DOSSIER"))]
        + words.head.map { line in
          Word.paragraph([.bold("\(line.label): "), .plain(line.value)], style: "NoiDung")
        }
    }

    // MARK: Outcome

    private var outcomeSection: [XMLElement] {
      var parts = [
        heading(said("II. ĐỀ XUẤT", "II. PROPOSAL")),
        Word.paragraph(
          [
            .plain(said("Đề xuất của máy: ", "Proposed by machine: ")),
            .bold(words.outcome(sheet.outcome).uppercased()),
            .plain(said(". Người thẩm định quyết định và ký.", ". A person decides and signs.")),
          ], style: "NoiDung"),
      ]
      if let unseen = words.unseen { parts.append(Word.paragraph(unseen, style: "NoiDung")) }
      if !sheet.cases.isEmpty {
        parts.append(
          Word.paragraph(
            said("Các trường hợp: ", "Cases: ") + words.casesByOutcome + ".", style: "NoiDung"))
      }
      let figures = 1450
      parts.append(
        Word.table(
          widths: [Word.textWidth - 4 * figures] + [Int](repeating: figures, count: 4),
          head: [said("Số điều kiện", "Conditions")]
            + SheetWords.verdicts.map { $0.words[words.language] },
          rows: words.tally.map { row in
            [Word.Cell(row.label)]
              + SheetWords.verdicts.map { Word.Cell("\(row.tally[$0])", alignment: .center) }
          }, title: said("Số điều kiện theo kết luận", "Conditions by verdict")))
      if !words.grounds.isEmpty {
        parts.append(
          Word.paragraph(
            said("Lý do ở hồ sơ chung:", "Grounds in the dossier itself:"), style: "NoiDung"))
        parts += words.grounds.map { Word.paragraph("- \($0)", style: "NoiDung") }
      }
      parts.append(
        Word.paragraph([.italic(OutcomePolicy.words[words.language])], style: "NoiDung"))
      return parts
    }

    private var casesSection: [XMLElement] {
      guard !sheet.cases.isEmpty else { return [] }
      let fixed = [640, 2660, 1450] + [Int](repeating: 890, count: 4)
      let widths = fixed + [Word.textWidth - fixed.reduce(0, +)]
      return [
        heading(said("III. TỔNG HỢP TỪNG TRƯỜNG HỢP", "III. THE CASES")),
        Word.table(
          widths: widths,
          head: [
            said("STT", "No."), said("Tên, đơn vị; điều cần xem", "Name, unit; what is open"),
            said("Danh hiệu, hình thức", "Award"), said("Đạt", "Met"),
            said("Cần bổ sung", "To add"), said("Không đạt", "Not met"),
            said("Chưa kiểm tra", "Not seen"), said("Đề xuất", "Proposal"),
          ],
          rows: sheet.cases.map { entry in
            let unit = entry.unit.isEmpty ? [] : [Word.paragraph(entry.unit, style: "O")]
            let open = words.open(entry).map {
              Word.paragraph([.italic("- \($0)")], style: "O")
            }
            return [
              Word.Cell("\(entry.number)", alignment: .center),
              Word.Cell(
                [Word.paragraph([.bold(words.name(entry))], style: "O")] + unit + open),
              Word.Cell(words.award(entry)),
            ]
              + SheetWords.verdicts.map {
                Word.Cell("\(entry.outcome.tally[$0])", alignment: .center)
              } + [Word.Cell(words.outcome(entry.outcome), alignment: .center)]
          }, title: said("Tổng hợp từng trường hợp", "The cases")),
      ]
    }

    private var ownSection: [XMLElement] {
      [
        heading(
          sheet.cases.isEmpty
            ? said("III. ĐIỀU KIỆN CHUNG CỦA HỒ SƠ", "III. CONDITIONS OF THE DOSSIER")
            : said("IV. ĐIỀU KIỆN CHUNG CỦA HỒ SƠ", "IV. CONDITIONS OF THE DOSSIER")),
        conditions(
          sheet.conditions, said("Điều kiện chung của hồ sơ", "Conditions of the dossier")),
      ]
    }

    private var manualSection: [XMLElement] {
      [
        heading(
          (sheet.cases.isEmpty ? "IV. " : "V. ")
            + said("VIỆC MÁY KHÔNG KIỂM TRA ĐƯỢC", "WHAT NO MACHINE CHECKS")),
        Word.table(
          widths: [640, 3600, 3114, Word.textWidth - 640 - 3600 - 3114],
          head: [
            said("STT", "No."), said("Nội dung", "Matter"), said("Ai, ở đâu", "Who, where"),
            said("Kết quả kiểm tra", "Result"),
          ],
          rows: sheet.manualChecks.enumerated().map { index, check in
            [
              Word.Cell("\(index + 1)", alignment: .center), Word.Cell(words.manual(check)),
              Word.Cell(check.who[words.language]), Word.Cell(""),
            ]
          }, title: said("Việc máy không kiểm tra được", "What no machine checks")),
      ]
    }

    // MARK: The signer's part

    private var conclusion: [XMLElement] {
      let dots = String(repeating: "…", count: 36)
      return [
        heading(
          (sheet.cases.isEmpty ? "V. " : "VI. ")
            + said("KẾT LUẬN CỦA NGƯỜI THẨM ĐỊNH", "THE APPRAISER’S CONCLUSION")),
        Word.paragraph(
          ProposedOutcome.allCases.map { "☐ \($0.words[words.language])" }
            .joined(separator: "          "), style: "NoiDung"),
        Word.paragraph(dots, style: "NoiDung"), Word.paragraph(dots, style: "NoiDung"),
      ]
    }

    private var signature: [XMLElement] {
      let left = 4300
      return [
        Word.paragraph([], style: "NoiDung"),
        Word.table(
          widths: [left, Word.textWidth - left], head: nil,
          rows: [
            [
              Word.Cell([
                Word.paragraph("Nơi nhận:", style: "NoiNhanDau"),
                Word.paragraph("- ………………;", style: "NoiNhan"),
                Word.paragraph("- Lưu: VT, …….", style: "NoiNhan"),
              ]),
              Word.Cell([
                Word.paragraph(
                  [.bold(said("NGƯỜI THẨM ĐỊNH", "THE APPRAISER"))], style: "Giua"),
                Word.paragraph(
                  [.italic(said("(Ký, ghi rõ họ tên)", "(Signature and name)"))], style: "Giua"),
                Word.paragraph([], style: "Giua"), Word.paragraph([], style: "Giua"),
                Word.paragraph([], style: "Giua"),
                Word.paragraph([.bold("………………………")], style: "Giua"),
              ]),
            ]
          ], hasBorders: false),
      ]
    }

    // MARK: Annexes

    private func annexHead(_ number: String, _ title: String) -> [XMLElement] {
      [
        Word.paragraph(
          [.init(text: said("Phụ lục \(number)", "Annex \(number)"), isBold: true, size: 28)],
          style: "Giua"),
        Word.paragraph([.init(text: title, isBold: true, size: 28)], style: "Giua"),
        Word.paragraph(
          [
            .italic(
              said(
                "(Kèm theo Phiếu thẩm định số ……/…… ngày … tháng … năm …… của ……)",
                "(With appraisal sheet no. ……/…… of ……)"))
          ], style: "Giua"),
        Word.rule(width: 2000, in: Word.textWidth),
      ]
    }

    private var caseAnnex: [XMLElement] {
      guard !sheet.cases.isEmpty else { return [] }
      return annexHead(
        "I", said("ĐIỀU KIỆN CỦA TỪNG TRƯỜNG HỢP", "CONDITIONS OF EACH CASE"))
        + sheet.cases.flatMap { entry -> [XMLElement] in
          var parts = [
            Word.paragraph(
              "\(entry.number). \(words.name(entry)) – \(words.award(entry)): "
                + words.outcome(entry.outcome), style: "TruongHop")
          ]
          if !entry.unit.isEmpty { parts.append(Word.paragraph(entry.unit, style: "DauTruongHop")) }
          if let route = words.route(entry) {
            parts.append(Word.paragraph([.italic(route)], style: "DauTruongHop"))
          }
          return parts + [conditions(entry.conditions, words.name(entry), of: entry)]
        }
    }

    private var paperAnnex: [XMLElement] {
      let figures = 850
      let fixed = 640 + 3 * figures
      let rest = Word.textWidth - fixed
      let table = Word.table(
        widths: [640, rest * 3 / 8, rest * 3 / 8, rest - 2 * (rest * 3 / 8)]
          + [Int](repeating: figures, count: 3),
        head: [
          said("STT", "No."), said("Tệp", "File"), said("Là văn bản gì", "What it is"),
          said("Số, ngày", "Number, date"), said("Lỗi", "Errors"),
          said("Cảnh báo", "Warnings"), said("Lưu ý", "Notes"),
        ],
        rows: words.papers.enumerated().map { index, paper in
          [
            Word.Cell("\(index + 1)", alignment: .center), Word.Cell(paper.path),
            Word.Cell(paper.role), Word.Cell(paper.mark),
          ]
            + [paper.errors, paper.warnings, paper.notes].map {
              Word.Cell("\($0)", alignment: .center)
            }
        }, title: said("Văn bản của hồ sơ", "Papers of the dossier"))
      let findings = words.findingsByPaper.flatMap { paper in
        [Word.paragraph(paper.path, style: "TruongHop")]
          + paper.lines.map { Word.paragraph("- \($0)", style: "NoiDung") }
      }
      return annexHead(
        sheet.cases.isEmpty ? "I" : "II",
        said("VĂN BẢN VÀ KẾT QUẢ KIỂM TRA TỪNG VĂN BẢN", "PAPERS AND THEIR FINDINGS"))
        + [table, Word.paragraph([], style: "NoiDung")] + findings
    }

    // MARK: Pieces

    private func conditions(
      _ conditions: [Condition], _ title: String, of entry: Case? = nil
    ) -> XMLElement {
      let widths = [750, 3000, 0, 1500]
      let found = Word.textWidth - widths.reduce(0, +)
      return Word.table(
        widths: [widths[0], widths[1], found, widths[3]],
        head: [
          said("STT", "No."), said("Điều kiện và căn cứ", "Condition and basis"),
          said("Kết quả đối chiếu, nơi tìm thấy", "What was found, where"),
          said("Kết luận", "Verdict"),
        ],
        rows: words.rows(conditions).map { number, depth, condition in
          // Those inside another rest on the same norm.
          let bases = depth > 0 ? [] : words.bases(condition.basis, in: entry)
          return [
            Word.Cell(number, alignment: .center),
            Word.Cell(
              [Word.paragraph(condition.requirement[words.language], style: "O")]
                + bases.map { Word.paragraph([.italic($0)], style: "O") }),
            Word.Cell(lines: words.found(condition)),
            Word.Cell([
              Word.paragraph(
                [.bold(condition.verdict.words[words.language])], style: "O", alignment: .center)
            ]),
          ]
        }, title: title)
    }
  }
}
