import DocumentModel
import DocumentReading
import TextMatching

/// Every command and option of the program.
enum Commands {
  static let all = [check, appraise, inspect, rules, law, initialise]

  static let help = OptionSpec(
    "--help", short: "-h", vi: "In trợ giúp này.", en: "Print this help.")

  private static let language = OptionSpec(
    "--lang", .oneOf(["vi", "en"]), vi: "Ngôn ngữ của báo cáo (mặc định: vi).",
    en: "Language of the report (default: vi).")
  private static let output = OptionSpec(
    "--output", short: "-o", .word("FILE"), vi: "Ghi báo cáo vào FILE thay vì đầu ra chuẩn.",
    en: "Write the report to FILE instead of standard output.")
  private static let colour = OptionSpec(
    "--color", .oneOf(["auto", "always", "never"]),
    vi: "Tô màu; auto: chỉ khi in ra màn hình (mặc định).",
    en: "Colour; auto: only on a terminal (default).")
  private static let ruleFolders = OptionSpec(
    "--rules", .word("DIR"), isRepeatable: true,
    vi: "Nạp thêm gói quy tắc: thư mục có modules/, law/ hay kinds/.",
    en: "Load a rule pack too: a folder with modules/, law/ or kinds/.")
  private static let noBuiltIn = OptionSpec(
    "--no-builtin-rules", vi: "Bỏ các quy tắc dựng sẵn (luật và loại văn bản vẫn dùng).",
    en: "Leave out the built-in rules (law and kinds stay).")
  private static let plugin = OptionSpec(
    "--plugin", .word("EXE"), isRepeatable: true,
    vi: "Chạy thêm phần bổ trợ: chương trình nói JSON Lines (Rules/guide/plugins.md).",
    en: "Run an external plug-in too: a program that speaks JSON Lines (Rules/guide/plugins.md).")
  private static let timeLimit = OptionSpec(
    "--time-limit", .word("SECONDS"),
    vi: "Thời gian xử lý tối đa của mỗi tệp (mặc định: 1.5; Rules/guide/limits.md).",
    en: "Processor time a file may take (default: 1.5; Rules/guide/limits.md).")
  private static let recognition = [
    OptionSpec(
      "--as-of", .word("YYYY-MM-DD"), vi: "Xét theo pháp luật của ngày này.",
      en: "Judge by the law of this day."),
    OptionSpec(
      "--stage", .oneOf(["draft", "issued"]),
      vi: "Coi là dự thảo (draft) hay đã ban hành (issued).",
      en: "Take the paper for a draft or as issued."),
    OptionSpec(
      "--kind", .word("KIND"), vi: "Loại văn bản, ví dụ ke-hoach; mặc định: tự nhận ra.",
      en: "Kind of document, for example ke-hoach; default: recognised."),
  ]
  private static let selection = [
    OptionSpec(
      "--only", .word("GLOB"), isRepeatable: true,
      vi: "Chỉ chạy các quy tắc khớp, ví dụ citations hay 'structure/missing-*'.",
      en: "Run matching rules only, for example citations or 'structure/missing-*'."),
    OptionSpec(
      "--skip", .word("GLOB"), isRepeatable: true, vi: "Bỏ các quy tắc khớp.",
      en: "Leave out matching rules."),
  ]

  private static let failOn = OptionSpec(
    "--fail-on", .oneOf(["error", "warning", "note", "never"]),
    vi: "Mức thấp nhất làm mã thoát là 1 (mặc định: error).",
    en: "Lowest severity that makes the exit status 1 (default: error).")
  private static let configuration = [
    OptionSpec(
      "--config", .word("FILE"),
      vi: "Dùng tệp cấu hình này thay cho .tdktlint.yml tìm ngược lên từ mỗi văn bản.",
      en: "Use this configuration instead of the .tdktlint.yml found upward from each document."),
    OptionSpec(
      "--no-config", vi: "Không dùng tệp cấu hình nào.", en: "Use no configuration."),
  ]

  static let check = CommandSpec(
    name: "check", operands: "PATH...",
    summary: LocalizedText(
      vi: "Kiểm tra văn bản thi đua, khen thưởng.",
      en: "Check emulation-and-commendation documents."),
    detail: LocalizedText(
      vi: """
        PATH là tệp, thư mục (tìm cả bên trong: .docx .docm .dotx .dotm .odt .fodt .xml .edxml .txt)
        hoặc - (đầu vào chuẩn). Cấu hình: .tdktlint.yml gần nhất ngược lên từ mỗi văn bản (tdktlint
        init tạo tệp mẫu). Mã thoát: 0 không có gì từ mức --fail-on trở lên; 1 có; 2 dùng sai lệnh,
        tệp quy tắc hay cấu hình sai; 3 có tệp không đọc được.
        """,
      en: """
        PATH is a file, a folder (searched below too: .docx .docm .dotx .dotm .odt .fodt .xml .edxml
        .txt) or - (standard input). Configuration: the nearest .tdktlint.yml upward from each
        document (tdktlint init writes one). Exit status: 0 nothing at or above --fail-on; 1 findings;
        2 wrong use, a faulty rule file or configuration; 3 an input could not be read.
        """),
    options: [
      OptionSpec(
        "--format", .oneOf(["text", "json", "sarif", "junit", "github", "gitlab", "svrl"]),
        vi: "Dạng báo cáo (mặc định: text).", en: "Form of the report (default: text).")
    ] + recognition + [ruleFolders, noBuiltIn, plugin] + selection + [
      OptionSpec(
        "--phase", .word("PHASE"),
        vi: "Giai đoạn (phase) của tệp Schematron; #ALL: mọi pattern (mặc định: theo từng tệp).",
        en: "Phase of Schematron files; #ALL: every pattern (default: as each file says)."),
      failOn,
      OptionSpec(
        "--fix-to", .word("DIR"),
        vi: "Ghi vào DIR bản sao đã sửa các lỗi sửa được bằng máy; tệp gốc giữ nguyên.",
        en: "Write copies with the mechanical fixes made to DIR; the originals stay as they are."),
      OptionSpec(
        "--explain",
        vi: "Nói vì sao mỗi quy tắc lên tiếng: dữ kiện, ngày xét, mức, quy phạm (text, json).",
        en: "Say why each rule spoke: facts, day, level, norm (text, json)."),
    ] + configuration + [
      OptionSpec(
        "--baseline", .word("FILE"),
        vi: "So với những phát hiện đã biết trong FILE; chỉ phát hiện mới quyết định mã thoát.",
        en: "Compare with the findings known in FILE; only new ones count for the exit status."),
      OptionSpec(
        "--write-baseline", .word("FILE"),
        vi: "Ghi mọi phát hiện vào FILE làm những điều đã biết.",
        en: "Write all findings to FILE as known."),
      OptionSpec(
        "--prune-baseline", vi: "Bỏ khỏi baseline những mục mà văn bản không còn.",
        en: "Remove from the baseline what the documents no longer have."),
      OptionSpec(
        "--jobs", short: "-j", .word("N"),
        vi: "Số văn bản xử lý cùng lúc (mặc định: số bộ xử lý).",
        en: "Documents handled at the same time (default: number of processors)."),
      timeLimit, language, output, colour,
    ])

  private static let megabytes = (
    archive: ReadingLimits().fileBytes >> 20, file: ReadingLimits().archivedFileBytes >> 20
  )
  private static let cells = ReadingLimits().tableCells

  static let appraise = CommandSpec(
    name: "appraise", operands: "DOSSIER... | DIR",
    summary: LocalizedText(
      vi: "Thẩm định hồ sơ khen thưởng: đối chiếu các văn bản, đề xuất cho từng trường hợp.",
      en: "Appraise award dossiers: their papers together, a proposed outcome for each nominee."),
    detail: LocalizedText(
      vi: """
        DOSSIER là một thư mục, một tệp ZIP, hay các tệp nêu lần lượt (cùng làm một hồ sơ). Thư mục có
        văn bản nằm ngay trong nó là một hồ sơ, kể cả các thư mục con; thư mục không có là một đợt: mỗi
        ZIP và mỗi thư mục con (cũng theo cách ấy) là một hồ sơ, kết quả là bảng tổng hợp. Loại văn bản
        được nhận ra từ nội dung, không từ tên tệp. Tệp hỏng, có mật khẩu, ZIP trong ZIP, tên trỏ ra
        ngoài hay quá lớn được báo; phần còn lại vẫn được thẩm định. Giới hạn: ZIP \(megabytes.archive) MB,
        mỗi tệp trong ZIP \(megabytes.file) MB, mỗi hồ sơ \(DossierSource.paperLimit) văn bản, mỗi văn bản
        \(cells) ô bảng. Kết quả là đề xuất để người thẩm định xem lại. Mã thoát như tdktlint check.
        """,
      en: """
        DOSSIER is a folder, a ZIP, or files named one by one (one dossier together). A folder with
        papers directly in it is one dossier, with all that is below it; any other folder is a season:
        each ZIP and each subfolder (by the same rule) is a dossier, and the result is a summary. What a
        paper is, is told from its content, not from its name. Files that are damaged, under a password,
        too large, a ZIP in a ZIP, or named so as to lead out are reported; the rest is appraised.
        Limits: ZIP \(megabytes.archive) MB, each file in it \(megabytes.file) MB, \(DossierSource.paperLimit)
        papers a dossier, \(cells) table cells a paper. The result is a proposal for the appraiser. Exit
        status as of tdktlint check.
        """),
    options: [
      OptionSpec(
        "--received", .word("YYYY-MM-DD"),
        vi: "Ngày cơ quan thẩm định nhận hồ sơ: quy định chuyển tiếp xét theo ngày này.",
        en: "The day the dossier was received: transitional rules go by it."),
      OptionSpec(
        "--as-of", .word("YYYY-MM-DD"),
        vi: "Xét hồ sơ theo pháp luật của ngày này (mặc định: ngày của tờ trình).",
        en: "Judge the dossier by the law of this day (default: that of the proposal)."),
      OptionSpec(
        "--sheet", .word("FILE|DIR"),
        vi: "Ghi phiếu thẩm định ra FILE.docx, FILE.html; của một đợt: mỗi hồ sơ một tệp, vào DIR.",
        en: "Write the appraisal sheet to FILE.docx or FILE.html; of a season: one each into DIR."),
      OptionSpec(
        "--format", .oneOf(["text", "json", "html", "csv"]),
        vi: "Dạng báo cáo (mặc định: text); html: phiếu thẩm định, với một đợt là bảng tổng hợp.",
        en: "Form of the report (default: text); html: the sheet, or the summary of a season."),
      ruleFolders, noBuiltIn, plugin,
    ] + selection + [failOn] + configuration + [
      OptionSpec(
        "--jobs", short: "-j", .word("N"),
        vi: "Số luồng xử lý (mặc định: số bộ xử lý); kết quả không đổi.",
        en: "Threads to use (default: number of processors); the result is the same."),
      OptionSpec(
        "--progress", .oneOf(["auto", "never"]),
        vi: "Thanh tiến độ của một đợt; auto: chỉ khi ra màn hình (mặc định).",
        en: "Progress bar of a season; auto: only on a terminal (default)."),
      language, output, colour,
    ])

  static let inspect = CommandSpec(
    name: "inspect", operands: "FILE",
    summary: LocalizedText(
      vi: "Cho xem những gì nhận ra được trong một văn bản: thành phần, bố cục, viện dẫn.",
      en: "Show what is recognised in a document: components, outline, citations."),
    detail: LocalizedText(
      vi: """
        Thay đổi còn theo dõi (track changes): final như đã nhận hết, là bản mà quy tắc xét; original
        như đã từ chối hết; marked giữ cả chữ thêm và chữ xóa.
        """,
      en: """
        Tracked changes: final as if all were accepted, which is what rules look at; original as if
        all were rejected; marked with what was added and what was deleted.
        """),
    options: [
      OptionSpec(
        "--format", .oneOf(["text", "json", "akn"]),
        vi: "Dạng kết quả (mặc định: text); akn: Akoma Ntoso 3.0, cây mà quy tắc XPath nhìn vào.",
        en: "Form of the output (default: text); akn: Akoma Ntoso 3.0, the tree of XPath rules."),
      OptionSpec(
        "--view", .oneOf(RevisionView.allCases.map(\.rawValue)),
        vi: "Bản nào của các thay đổi còn theo dõi (mặc định: final).",
        en: "Which side of tracked changes (default: final)."),
    ] + recognition + [ruleFolders, timeLimit, language, output, colour])

  static let rules = CommandSpec(
    name: "rules", operands: "list | show ID... | test [DIR...] | book | coverage",
    summary: LocalizedText(
      vi: "Liệt kê, giải thích các quy tắc, chạy thử ví dụ, hoặc in sổ tay quy tắc.",
      en: "List or explain the rules, run their examples, or print the rule book."),
    detail: LocalizedText(
      vi: """
        rules test chạy các ví dụ của mọi quy tắc đã nạp, hoặc chỉ của các gói trong DIR (thư mục có
        modules/, law/ hay kinds/). Mã thoát: 0 mọi ví dụ đều đạt; 1 có ví dụ không đạt; 2 dùng sai lệnh
        hay tệp quy tắc sai. rules book in sổ tay quy tắc bằng Markdown: -o THƯ-MỤC/ ghi mỗi mô-đun một tệp,
        -o TỆP ghi thành một tệp. rules coverage chỉ in bảng điều khoản nào đã có quy tắc.
        """,
      en: """
        rules test runs the examples of every rule loaded, or only of the packs in DIR (a folder with
        modules/, law/ or kinds/). Exit status: 0 every example holds; 1 some do not; 2 wrong use or a
        faulty rule file. rules book prints the rule book in Markdown: -o FOLDER/ writes a file a module, -o
        FILE one file. rules coverage prints only which provisions have rules.
        """),
    options: [ruleFolders, noBuiltIn, plugin] + selection + [language, output, colour])

  static let law = CommandSpec(
    name: "law", operands: "list | show NAME... | check [DIR...]",
    summary: LocalizedText(
      vi: "Tra cứu pháp luật theo ngày: hiệu lực văn bản, tiêu chuẩn và thẩm quyền của danh hiệu.",
      en: "Look the law up by day: instruments in force, criteria and authority of awards."),
    detail: LocalizedText(
      vi: """
        NAME là số, ký hiệu (98/2023/NĐ-CP) hoặc tên danh hiệu ("Chiến sĩ thi đua cơ sở"). law check
        kiểm tra mọi tệp dữ liệu, cả của các gói trong DIR, và liệt kê dữ kiện chưa kiểm chứng. Mã
        thoát: 0 đúng; 2 dữ liệu sai hoặc không có tên ấy.
        """,
      en: """
        NAME is a symbol (98/2023/NĐ-CP) or the name of an award ("Chiến sĩ thi đua cơ sở"). law check
        verifies every data file, with those of the packs in DIR, and lists unverified facts. Exit
        status: 0 good; 2 faulty data, or no such name.
        """),
    options: [
      OptionSpec(
        "--as-of", .word("YYYY-MM-DD"), vi: "Xét theo ngày này (mặc định: hôm nay).",
        en: "The day to ask about (default: today)."),
      OptionSpec(
        "--known-at", .word("YYYY-MM-DD"),
        vi: "Chỉ tính những văn bản đã ban hành đến ngày này.",
        en: "Count only what had been issued by this day."),
      OptionSpec(
        "--role", .word("ROLE"), vi: "law list: chỉ văn bản có vai trò này, ví dụ tdkt-decree.",
        en: "law list: instruments of this role only, for example tdkt-decree."),
      OptionSpec(
        "--format", .oneOf(["text", "json"]), vi: "Dạng kết quả (mặc định: text).",
        en: "Form of the output (default: text)."),
      ruleFolders, language, output, colour,
    ])

  static let initialise = CommandSpec(
    name: "init", operands: "[DIR]",
    summary: LocalizedText(
      vi: "Tạo tệp cấu hình .tdktlint.yml có chú thích trong DIR (mặc định: thư mục hiện tại).",
      en: "Write a commented configuration .tdktlint.yml in DIR (default: the current folder)."),
    detail: LocalizedText(
      vi: "Không ghi đè tệp đã có. Mã thoát: 0 đã tạo; 2 dùng sai lệnh hoặc tệp đã có.",
      en: "An existing file is not overwritten. Exit status: 0 written; 2 wrong use, or it exists."),
    options: [language])

  static func overview(_ language: Language) -> String {
    func said(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
    var text = said(
      "tdktlint: kiểm tra văn bản thi đua, khen thưởng theo pháp luật ở thời điểm của văn bản\n\n",
      "tdktlint: check Vietnamese emulation-and-commendation papers against the law of their day\n\n"
    )
    text += said("Cách dùng:\n", "Usage:\n")
    for command in all {
      text += "  tdktlint \(command.name) \(command.operands)\n"
      text += "      \(command.summary[language])\n"
    }
    text += said(
      "\nTrợ giúp từng lệnh: tdktlint LỆNH --help; phiên bản: tdktlint --version\n",
      "\nHelp for a command: tdktlint COMMAND --help; version: tdktlint --version\n")
    return text
  }
}
