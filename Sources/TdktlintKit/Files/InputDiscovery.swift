import Reporting
import TextMatching

/// Where a document comes from.
public enum Input: Sendable, Hashable {
  case file(String)
  case standardInput
  // Few, and large: a long run has thousands of the others.
  /// A document inside a packet.
  indirect case attachment(PacketAttachment)
  /// Nothing to read, and why.
  indirect case missing(String, InputError)

  /// As shown in reports.
  public var path: String {
    switch self {
    case .file(let path), .missing(let path, _): path
    case .standardInput: "-"
    case .attachment(let attachment): attachment.path
    }
  }
}

/// Finds the documents that paths on the command line stand for.
enum InputDiscovery {
  static let suffixes = [".docx", ".docm", ".dotx", ".odt", ".fodt", ".xml", ".edxml", ".txt"]

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
  private static func opened(_ input: Input) -> [Input] {
    guard case .file(let path) = input,
      [".edxml", ".xml"].contains(where: path.lowercased().hasSuffix),
      let attachments = PacketAttachment.all(in: path)
    else { return [input] }
    return attachments.map(Input.attachment)
  }

  private static func inputs(for path: String) -> [Input] {
    if path == "-" { return [.standardInput] }
    switch FileSystem.kind(of: path) {
    case .folder: return documents(in: path)
    case .file, .other: return [.file(path)]
    case nil: return [.missing(path, FileSystem.failure(2))]
    }
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
