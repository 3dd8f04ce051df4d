import Reporting
import TextMatching

/// Where a document comes from.
public enum Input: Sendable, Hashable {
  case file(String)
  case standardInput
  // Few, and large: a long run has thousands of the others.
  /// A document inside a packet.
  indirect case attachment(PacketAttachment)
  /// A file inside a ZIP archive.
  indirect case archived(ArchivedFile)
  /// Nothing to read, and why.
  indirect case missing(String, InputError)

  /// As shown in reports.
  public var path: String {
    switch self {
    case .file(let path), .missing(let path, _): path
    case .standardInput: "-"
    case .attachment(let attachment): attachment.path
    case .archived(let file): file.path
    }
  }
}

/// Finds the documents that paths on the command line stand for.
enum InputDiscovery {
  static let suffixes = [
    ".docx", ".docm", ".dotx", ".dotm", ".odt", ".fodt", ".xml", ".edxml", ".txt",
  ]

  /// Whether a file of this name is meant to be read, by us or through a converter.
  static func namesPaper(_ name: String) -> Bool {
    let name = name.lowercased()
    return (suffixes + [".doc", ".rtf", ".pdf", ".html", ".htm", ".ott"]).contains {
      name.hasSuffix($0)
    }
  }

  /// The inputs in the order given, folders replaced by the documents below them in order of name;
  /// each once.
  static func inputs(for paths: [String]) -> [Input] {
    var seen: Set<String> = []
    var found: [Input] = []
    for path in paths {
      for input in inputs(for: path) {
        for document in opened(input) where seen.insert(document.path).inserted {
          found.append(document)
        }
      }
    }
    return found
  }

  /// A packet gives way to the documents in it.
  static func opened(_ input: Input) -> [Input] {
    guard [".edxml", ".xml"].contains(where: input.path.lowercased().hasSuffix),
      let attachments = PacketAttachment.all(in: input)
    else { return [input] }
    return attachments.map(Input.attachment)
  }

  private static func inputs(for path: String) -> [Input] {
    path != "-" && FileSystem.kind(of: path) == .folder ? documents(in: path) : [input(path)]
  }

  /// The input of a path that is no folder.
  static func input(_ path: String) -> Input {
    if path == "-" { return .standardInput }
    return FileSystem.kind(of: path) == nil
      ? .missing(path, FileSystem.failure(2)) : .file(path)
  }

  /// Hidden files and Word's lock files (`~$…`) are passed over; so are links to folders, which
  /// could lead round in circles.
  private static func documents(in folder: String) -> [Input] {
    guard let names = FileSystem.names(in: folder) else {
      return [.missing(folder, FileSystem.failure(13))]
    }
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    return names.filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }.flatMap { name -> [Input] in
      let path = base + name
      switch FileSystem.kind(of: path, followsLinks: false) {
      case .folder: return documents(in: path)
      case .file, .other:
        let isDocument = suffixes.contains { name.lowercased().hasSuffix($0) }
        return isDocument && FileSystem.kind(of: path) == .file ? [.file(path)] : []
      case nil: return []
      }
    }
  }
}
