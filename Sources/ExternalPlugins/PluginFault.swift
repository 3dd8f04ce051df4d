import ChildProcess
import Glibc
import TextMatching

/// What went wrong with a plug-in.
enum PluginFault: Error, Sendable, Equatable {
  case noStart(code: Int32)
  /// It speaks another version of the protocol.
  case version(Int)
  case slow(seconds: Int)
  case ended(ChildEnd)
  case tooMuchOutput
  case notJSON(LocalizedText, column: Int)
  /// JSON, but not what the protocol calls for: the place in the message, and why.
  case malformed(path: String, why: LocalizedText)
  /// It said itself that it cannot go on.
  case reported(String)

  /// Stays the same when words change.
  var code: String {
    switch self {
    case .noStart: "no-start"
    case .version: "version"
    case .slow: "time-limit"
    case .ended: "ended"
    case .tooMuchOutput: "output-limit"
    case .notJSON: "not-json"
    case .malformed: "malformed"
    case .reported: "reported"
    }
  }

  /// What happened, to follow the plug-in's name.
  var what: LocalizedText {
    switch self {
    case .noStart(let code):
      let reason = ChildStartError(code: code).reason
      return LocalizedText(
        vi: "không khởi động được (\(reason))", en: "cannot be started (\(reason))")
    case .version(let version):
      let own = PluginProtocol.versions.map(String.init).joined(separator: ", ")
      return LocalizedText(
        vi: "nói giao thức phiên bản \(version), chương trình này chỉ biết phiên bản \(own)",
        en: "speaks version \(version) of the protocol, this program only version \(own)")
    case .slow(let seconds):
      return LocalizedText(
        vi: "không trả lời trong \(seconds) giây", en: "gave no answer in \(seconds) seconds")
    case .ended(.exited(let status)):
      return LocalizedText(
        vi: "tự kết thúc (mã thoát \(status)) khi chưa trả lời",
        en: "ended by itself (status \(status)) without an answer")
    case .ended(.killed(let signal)):
      return LocalizedText(
        vi: "bị ngắt (tín hiệu \(signal)) khi chưa trả lời",
        en: "was ended by signal \(signal) without an answer")
    case .tooMuchOutput:
      let limit = PluginProtocol.lineBytes >> 20
      return LocalizedText(
        vi: "gửi một dòng dài quá \(limit) MB", en: "sent a line over \(limit) MB long")
    case .notJSON(let why, let column):
      return LocalizedText(
        vi: "trả lời không phải JSON: \(why.vi), cột \(column)",
        en: "gave an answer that is not JSON: \(why[.en]), column \(column)")
    case .malformed(let path, let why):
      return LocalizedText(
        vi: "trả lời sai giao thức ở “\(path)”: \(why.vi)",
        en: "broke the protocol at \"\(path)\": \(why[.en])")
    case .reported(let words):
      return LocalizedText(vi: "báo lỗi: \(words)", en: "reported an error: \(words)")
    }
  }

  /// What to do about it.
  var advice: LocalizedText {
    switch self {
    case .noStart(let code):
      switch code {
      case EACCES, EPERM:
        LocalizedText(
          vi: "Hãy cấp quyền thực thi (chmod +x).", en: "Make it executable (chmod +x).")
      case ENOEXEC:
        LocalizedText(
          vi: "Tệp kịch bản cần dòng đầu nêu trình thông dịch, ví dụ #!/usr/bin/env python3.",
          en: "A script needs a first line that names its interpreter, such as "
            + "#!/usr/bin/env python3.")
      default:
        LocalizedText(
          vi: "Hãy kiểm tra đường dẫn và trình thông dịch ở dòng đầu của tệp.",
          en: "Check the path, and the interpreter on the first line of the file.")
      }
    case .version:
      LocalizedText(
        vi: "Hãy cập nhật phần bổ trợ hoặc chương trình.", en: "Update the plug-in or the program.")
    case .slow:
      LocalizedText(
        vi: "Hãy tăng giới hạn thời gian trong cấu hình hoặc sửa phần bổ trợ.",
        en: "Raise its time limit in the configuration, or mend it.")
    case .ended(.killed):
      LocalizedText(
        vi: "Hãy sửa phần bổ trợ, hoặc tăng giới hạn bộ nhớ trong cấu hình.",
        en: "Mend the plug-in, or raise its memory limit in the configuration.")
    case .ended, .tooMuchOutput, .notJSON, .malformed, .reported:
      LocalizedText(
        vi: "Hãy sửa phần bổ trợ (giao thức: Rules/guide/plugins.md).",
        en: "Mend the plug-in (protocol: Rules/guide/plugins.md).")
    }
  }
}

/// A plug-in that was given up, for the report.
public struct PluginFailure: Sendable, Equatable {
  /// Its command.
  public var command: [String]
  /// What went wrong, as a word that does not change: `no-start`, `version`, `time-limit`, `ended`,
  /// `output-limit`, `not-json`, `malformed`, `reported`.
  public var code: String
  /// The plug-in, the document, what happened, what it last said, what to do.
  public var message: LocalizedText

  /// - Parameters:
  ///   - id: known once it has greeted.
  ///   - path: the document it was asked about; nil during the greeting.
  init(command: [String], id: String?, path: String?, fault: PluginFault, errorTail: [UInt8]) {
    self.command = command
    code = fault.code
    let line = command.joined(separator: " ")
    let name = id.map { "“\($0)” (\(line))" } ?? "“\(line)”"
    let englishName = id.map { "\"\($0)\" (\(line))" } ?? "\"\(line)\""
    let what = fault.what
    let last = PluginFailure.lastLine(errorTail)
    var vi = "Phần bổ trợ \(name) \(what.vi)"
    var en = "The plug-in \(englishName) \(what[.en])"
    if let path {
      vi += ", khi xét \(path)"
      en += ", while looking at \(path)"
    }
    vi += ". Từ đó trở đi nó không được dùng nữa; các kết quả khác vẫn đủ."
    en += ". It was not used from there on; all other results are whole."
    if let last {
      vi += " Dòng lỗi cuối của nó: “\(last)”."
      en += " Its last line of standard error: \"\(last)\"."
    }
    vi += " \(fault.advice.vi)"
    en += " \(fault.advice[.en])"
    message = LocalizedText(vi: vi, en: en)
  }

  private static func lastLine(_ bytes: [UInt8]) -> String? {
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
    let texts = lines.lazy.map { String(decoding: $0, as: UTF8.self) }
    let last = texts.last { $0.unicodeScalars.contains { !$0.properties.isWhitespace } }
    return last.map { line in
      var kept = String.UnicodeScalarView()
      kept.append(contentsOf: line.unicodeScalars.suffix(PluginProtocol.errorScalars))
      return String(kept)
    }
  }
}
