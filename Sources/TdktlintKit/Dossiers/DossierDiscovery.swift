import DocumentReading
import TextMatching

/// Finds the dossiers that paths on the command line stand for.
///
/// A ZIP is a dossier. A folder that holds papers directly is a dossier with all that is below it; any
/// other folder holds dossiers: its ZIPs and, in the same way, its subfolders. Single files make one
/// dossier together.
struct DossierDiscovery {
  /// In the order given, folders replaced by the dossiers in them in order of name; each once.
  let sources: [DossierSource]
  /// Whether this is about many dossiers, so that a summary is wanted, however many there are.
  let isSeason: Bool

  init(_ paths: [String]) {
    var sources: [DossierSource] = []
    var loose: [String] = []
    var placeOfLoose = 0
    var isSeason = false
    for path in paths {
      let trimmed = DossierDiscovery.trimmed(path)
      switch FileSystem.kind(of: path) {
      case .folder:
        if DossierDiscovery.holdsPapers(trimmed) {
          sources.append(DossierSource(path: trimmed, form: .folder))
        } else {
          isSeason = true
          sources += DossierDiscovery.dossiers(in: trimmed)
        }
      case .file where DossierDiscovery.isArchive(path):
        sources.append(DossierSource(path: path, form: .archive))
      case .file, .other, nil:
        if loose.isEmpty { placeOfLoose = sources.count }
        loose.append(path)
      }
    }
    if let first = loose.first {
      sources.insert(DossierSource(path: first, form: .files(loose)), at: placeOfLoose)
    }
    var seen: Set<String> = []
    self.sources = sources.filter { seen.insert($0.path).inserted }
    self.isSeason = isSeason || self.sources.count > 1
  }

  static func namesArchive(_ name: String) -> Bool { name.lowercased().hasSuffix(".zip") }

  /// Told by its content, so that a document in a package of its own is none.
  private static func isArchive(_ path: String) -> Bool {
    guard let start = try? FileSystem.bytes(of: path, limit: 3), start.starts(with: "PK".utf8),
      let bytes = try? FileSystem.bytes(of: path, limit: ReadingLimits().fileBytes)
    else { return false }
    return FileArchive.isArchive(bytes)
  }

  private static func holdsPapers(_ folder: String) -> Bool {
    visible(in: folder)?.contains { name in
      InputDiscovery.namesPaper(name)
        && FileSystem.kind(of: "\(folder)/\(name)", followsLinks: false) != .folder
    } ?? false
  }

  private static func dossiers(in folder: String) -> [DossierSource] {
    guard let names = visible(in: folder) else {
      return [DossierSource(path: folder, form: .missing(FileSystem.failure(13)))]
    }
    return names.flatMap { name -> [DossierSource] in
      let path = "\(folder)/\(name)"
      // Links are passed over: they could lead round in circles, or out of the season.
      switch FileSystem.kind(of: path, followsLinks: false) {
      case .folder:
        return holdsPapers(path)
          ? [DossierSource(path: path, form: .folder)] : dossiers(in: path)
      case .file: return namesArchive(name) ? [DossierSource(path: path, form: .archive)] : []
      case .other, nil: return []
      }
    }
  }

  private static func visible(in folder: String) -> [String]? {
    FileSystem.names(in: folder)?.filter { !FileArchive.isLeftover($0) }
  }

  private static func trimmed(_ path: String) -> String {
    var path = path[...]
    while path.hasSuffix("/"), path.utf8.count > 1 { path.removeLast() }
    return String(path)
  }
}
