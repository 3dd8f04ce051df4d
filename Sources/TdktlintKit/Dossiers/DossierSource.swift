import DocumentReading
import Reporting
import TextMatching

/// Where a dossier comes from. Its papers are looked for when its turn comes, so that a season keeps
/// neither archives nor names in memory.
struct DossierSource: Sendable, Hashable {
  enum Form: Sendable, Hashable {
    case folder
    /// A ZIP archive, or a single paper under the name of one.
    case archive
    /// Files named one by one; the dossier goes by the first.
    case files([String])
    /// Nothing to read, and why.
    case missing(InputError)
  }
  /// As shown in reports, without a slash at the end.
  var path: String
  var form: Form

  /// The folder where the search for its configuration begins.
  var folder: String { form == .folder ? path : path + "/.." }

  /// How many papers one dossier may have. A recognised paper takes about half a megabyte.
  static let paperLimit = 2_000

  /// Its papers in the order of their paths, packets opened; those that may not be read are among
  /// them as missing.
  /// - Throws: `InputError` when the dossier as a whole cannot be opened.
  func inputs(limits: ReadingLimits) throws(InputError) -> [Input] {
    let found: [Input]
    switch form {
    case .missing(let error): throw error
    case .folder: found = try DossierFolder(path).inputs()
    case .archive: found = try archived(limits)
    case .files(let paths): found = paths.map(InputDiscovery.input)
    }
    let inputs = found.flatMap(InputDiscovery.opened)
    return inputs.enumerated().map { number, input in
      number < DossierSource.paperLimit ? input : .missing(input.path, .tooManyPapers)
    }
  }

  private func archived(_ limits: ReadingLimits) throws(InputError) -> [Input] {
    let bytes = try FileSystem.bytes(of: path, limit: limits.fileBytes)
    guard FileArchive.isArchive(bytes, limits: limits) else { return [.file(path)] }
    do {
      let archive = try FileArchive(bytes, limits: limits)
      return archive.names.enumerated().map { index, name in
        .archived(ArchivedFile(archive: archive, index: index, path: "\(path)!/\(name)"))
      }
    } catch {
      throw InputError(error)
    }
  }
}

/// The papers in a dossier's folder and below it.
private struct DossierFolder {
  let path: String
  /// With all links followed.
  private let root: String?

  init(_ path: String) {
    self.path = path
    root = FileSystem.resolved(path)
  }

  func inputs() throws(InputError) -> [Input] {
    guard FileSystem.names(in: path) != nil else { throw FileSystem.failure(13) }
    return files(in: path)
  }

  /// Every file but what systems and Word leave behind: a paper of a form that nobody reads is to be
  /// told, not passed over.
  private func files(in folder: String) -> [Input] {
    guard let names = FileSystem.names(in: folder) else {
      return [.missing(folder, FileSystem.failure(13))]
    }
    return names.filter { !FileArchive.isLeftover($0) }.flatMap { name -> [Input] in
      let path = "\(folder)/\(name)"
      switch FileSystem.kind(of: path, followsLinks: false) {
      case .folder: return files(in: path)
      case .file: return [isArchive(path) ? .missing(path, .nestedArchive) : .file(path)]
      case .other: return linked(path)
      case nil: return []
      }
    }
  }

  private func isArchive(_ path: String) -> Bool {
    DossierDiscovery.namesArchive(path)
      && (try? FileSystem.bytes(of: path, limit: ReadingLimits().fileBytes))
        .map { FileArchive.isArchive($0) } ?? false
  }

  /// A link to a file of the dossier is that file a second time; one that leads out of the dossier
  /// would show what nobody sent.
  private func linked(_ path: String) -> [Input] {
    guard let target = FileSystem.resolved(path) else {
      return [.missing(path, FileSystem.failure(2))]
    }
    if let root, target.hasPrefix(root + "/") { return [] }
    return [.missing(path, .linkOut)]
  }
}

extension InputError {
  fileprivate static let nestedArchive = InputError(ReadingError.nestedArchive)

  fileprivate static let linkOut = InputError(
    code: "unsafe-path",
    message: LocalizedText(
      vi: "Liên kết trỏ ra ngoài thư mục hồ sơ.", en: "The link leads out of the dossier's folder."),
    hint: LocalizedText(
      vi: "Chép chính tệp đó vào hồ sơ.", en: "Copy the file itself into the dossier."))

  fileprivate static let tooManyPapers = InputError(
    code: "too-large",
    message: LocalizedText(
      vi: "Hồ sơ có hơn \(DossierSource.paperLimit) văn bản.",
      en: "The dossier has more than \(DossierSource.paperLimit) papers."),
    hint: LocalizedText(
      vi: "Tách hồ sơ theo tờ trình rồi thẩm định từng phần.",
      en: "Split it by proposal and appraise the parts."))
}
