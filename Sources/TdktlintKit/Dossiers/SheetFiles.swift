import Appraisal
import AppraisalReports
import Reporting
import TextMatching

/// Where appraisal sheets go: into one file for one dossier, into a folder for a season.
struct SheetFiles {
  private enum Form: CaseIterable {
    case docx
    case html

    var suffix: String {
      switch self {
      case .docx: ".docx"
      case .html: ".html"
      }
    }

    init?(_ path: String) {
      guard let form = Form.allCases.first(where: { path.lowercased().hasSuffix($0.suffix) }) else {
        return nil
      }
      self = form
    }
  }

  private let path: String
  private let isSeason: Bool

  /// - Parameter operands: as on the command line.
  /// - Throws: `UsageError` for a name that does not fit.
  init(_ path: String, isSeason: Bool, operands: [String]) throws {
    self.path = path
    self.isSeason = isSeason
    try SheetFiles.refuse(path, inside: operands, option: "--sheet")
    if isSeason {
      let kind = FileSystem.kind(of: path)
      guard kind == .folder || (kind == nil && Form(path) == nil) else {
        throw UsageError(
          vi: "--sheet: một đợt nhiều hồ sơ cần tên thư mục, không phải tệp “\(path)”",
          en: "--sheet: many dossiers need the name of a folder, not the file \"\(path)\"")
      }
    } else if Form(path) == nil {
      throw UsageError(
        vi: "--sheet: tên phiếu của một hồ sơ phải có đuôi .docx hoặc .html, không phải “\(path)”",
        en: "--sheet: the sheet of one dossier is named .docx or .html, not \"\(path)\"")
    }
  }

  /// What is written into a dossier would be taken for one of its papers the next time.
  /// - Throws: `UsageError`.
  static func refuse(_ path: String, inside operands: [String], option: String) throws {
    let current = Paths.current()
    let target = Paths.absolute(path, from: current)
    for operand in operands where FileSystem.kind(of: operand) == .folder {
      let folder = Paths.absolute(operand, from: current)
      guard target == folder || target.hasPrefix(folder == "/" ? "/" : folder + "/") else {
        continue
      }
      throw UsageError(
        vi:
          "\(option): “\(path)” nằm trong “\(operand)” nên lần sau sẽ bị coi là văn bản của hồ sơ; "
          + "hãy chọn chỗ khác",
        en: "\(option): \"\(path)\" lies in \"\(operand)\" and would be taken for a paper of the "
          + "dossier the next time; choose another place")
    }
  }

  /// Writes a sheet for every dossier that has one.
  /// - Throws: `UsageError` when a file is there already or cannot be written; then none is written.
  func write(_ reports: [DossierReport], language: Language) throws {
    let sheets = reports.filter { $0.sheet != nil }
    let names = isSeason ? SheetFiles.names(of: sheets.map(\.path)).map(inFolder) : [path]
    try NewFiles(option: "--sheet").write(
      zip(names, sheets).compactMap { name, report in
        try report.sheet.map { (name, try bytes(of: $0, name: name, language)) }
      })
  }

  private func bytes(
    of sheet: AppraisalSheet, name: String, _ language: Language
  ) throws -> [UInt8] {
    switch Form(name) ?? .docx {
    case .docx:
      do {
        return try AppraisalDocument.render(sheet, language: language)
      } catch {
        throw UsageError(
          vi: "--sheet: không tạo được “\(name)”: \(error.words.vi)",
          en: "--sheet: cannot make \"\(name)\": \(error.words[.en])")
      }
    case .html: return Array(AppraisalHTML.render(sheet, language: language).utf8)
    }
  }

  private func inFolder(_ name: String) -> String {
    (path.hasSuffix("/") ? path : path + "/") + name + Form.docx.suffix
  }

  /// A name for each dossier: its path below the folder that all share, on one level, without the
  /// suffix of an archive; the same name twice gets a number.
  static func names(of paths: [String]) -> [String] {
    let steps = paths.map { $0.split(separator: "/").map(String.init) }
    let shortest = steps.map { $0.count - 1 }.min() ?? 0
    let shared = (0..<max(0, shortest)).prefix { index in
      steps.allSatisfy { $0[index] == steps[0][index] }
    }.count
    var taken: Set<String> = []
    return steps.map { steps in
      var name = steps.dropFirst(shared).joined(separator: " - ")
      if DossierDiscovery.namesArchive(name) { name.removeLast(4) }
      if name.isEmpty { name = "ho-so" }
      var candidate = name
      var number = 2
      while !taken.insert(candidate.lowercased()).inserted {
        candidate = "\(name) (\(number))"
        number += 1
      }
      return candidate
    }
  }
}
