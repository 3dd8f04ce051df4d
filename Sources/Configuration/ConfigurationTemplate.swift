import TextMatching

/// The commented configuration that `tdktlint init` writes: it changes nothing until lines of it are
/// uncommented.
public enum ConfigurationTemplate {
  public static func text(_ language: Language) -> String { language == .vi ? vi : en }

  private static let vi = """
    # Cấu hình của tdktlint cho thư mục này và các thư mục con. Với mỗi văn bản, tệp .tdktlint.yml gần
    # nhất tính ngược lên được dùng; các tệp khác không cộng thêm. Bỏ dấu # đầu dòng để dùng một mục.
    # Mọi đường dẫn tính từ thư mục của tệp này.
    version: 1

    # Ngôn ngữ của báo cáo: vi, en.
    # lang: vi

    # Mức thấp nhất làm mã thoát là 1: error, warning, note, never.
    # fail-on: error

    # Gói quy tắc của địa phương: thư mục có modules/, law/ hay kinds/.
    # rules:
    #   - quy-che/tinh

    # Phần bổ trợ: tệp chạy được, hoặc kèm tham số và giới hạn cho mỗi lần trả lời.
    # plugins:
    #   - cong-cu/kiem-tra-dia-danh
    #   - command: [python3, cong-cu/kiem-tra.py]
    #     time-seconds: 10
    #     memory-megabytes: 512

    # Chọn quy tắc: mã, mẫu có * và ?, hoặc tên mô-đun. Xem: tdktlint rules list
    # only: [structure, citations]
    # skip:
    #   - deadlines/late-plan

    # Đổi mức của quy tắc theo thông lệ (bậc practice): error, warning, note, off. Quy tắc dựa trên luật,
    # nghị định hay dữ kiện không đổi mức được, chỉ bỏ qua được ở “suppressions”.
    # severity:
    #   structure/empty-section: note
    #   recipients/missing-superior: off

    # Thiết lập riêng cho một số đường dẫn. Mẫu: * trong một cấp thư mục, ** qua nhiều cấp; mẫu không có /
    # khớp ở mọi cấp; tên thư mục gồm mọi tệp bên trong. Mục sau thắng mục trước.
    # overrides:
    #   - paths: ["du-thao/**"]
    #     stage: draft            # draft, issued
    #     skip: consistency/placeholder
    #   - paths: luu-tru/2023/
    #     as-of: 2023-12-31
    #     kind: ke-hoach
    #     severity: {structure/empty-section: off}

    # Phát hiện được chấp nhận, có người chịu trách nhiệm. reason luôn phải có; owner và expires phải có
    # trừ khi quy tắc chỉ là thông lệ. Hết ngày expires, phát hiện lại được tính và có cảnh báo.
    # fingerprint (chép từ báo cáo JSON) hoặc text (chữ trong đoạn trích) thu hẹp vào một phát hiện.
    # suppressions:
    #   - rule: citations/expired-instrument
    #     path: ke-hoach/2024-phong-trao.docx
    #     text: 91/2017/NĐ-CP
    #     reason: Nhắc lại căn cứ của phong trào phát động năm 2023
    #     owner: Phòng Nội vụ
    #     expires: 2026-12-31

    # Những phát hiện đã biết: tạo bằng tdktlint check --write-baseline FILE; chỉ phát hiện mới quyết
    # định mã thoát.
    # baseline: tdktlint-baseline.json

    """

  private static let en = """
    # Configuration of tdktlint for this folder and those below. For each document the nearest
    # .tdktlint.yml upward is used, and no other adds to it. Remove the # of a line to use it.
    # All paths are relative to this file's folder.
    version: 1

    # Language of the report: vi, en.
    # lang: en

    # Lowest severity that makes the exit status 1: error, warning, note, never.
    # fail-on: error

    # Local rule packs: folders with modules/, law/ or kinds/.
    # rules:
    #   - rules/province

    # Plug-ins: an executable, or a command with limits for each answer.
    # plugins:
    #   - tools/check-places
    #   - command: [python3, tools/check.py]
    #     time-seconds: 10
    #     memory-megabytes: 512

    # Choice of rules: an id, a pattern with * and ?, or a module's name. See: tdktlint rules list
    # only: [structure, citations]
    # skip:
    #   - deadlines/late-plan

    # Another level for rules of practice (tier practice): error, warning, note, off. Rules that rest on
    # law, decree or facts keep theirs and can only be set aside under "suppressions".
    # severity:
    #   structure/empty-section: note
    #   recipients/missing-superior: off

    # Settings for some paths. Patterns: * within a folder, ** across folders; a pattern without /
    # matches at every depth; a folder's name covers all below it. A later entry wins.
    # overrides:
    #   - paths: ["drafts/**"]
    #     stage: draft            # draft, issued
    #     skip: consistency/placeholder
    #   - paths: archive/2023/
    #     as-of: 2023-12-31
    #     kind: ke-hoach
    #     severity: {structure/empty-section: off}

    # Findings that are accepted, and who answers for it. reason is always needed; owner and expires
    # are unless the rule is mere practice. After the day of expires the finding counts again, with a
    # warning. fingerprint (from the JSON report) or text (words of the excerpt) narrow it down.
    # suppressions:
    #   - rule: citations/expired-instrument
    #     path: plans/2024-movement.docx
    #     text: 91/2017/NĐ-CP
    #     reason: Quotes the basis of the movement launched in 2023
    #     owner: Home affairs office
    #     expires: 2026-12-31

    # Findings known already: made with tdktlint check --write-baseline FILE; only new ones count for
    # the exit status.
    # baseline: tdktlint-baseline.json

    """
}
