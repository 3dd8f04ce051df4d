import Glibc

/// Paths as names: no file is looked at, and a link is a name like any other.
enum Paths {
  /// The working directory; `/` when it has gone.
  static func current() -> String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  /// From the root, without `.`, `..` and a slash at the end.
  static func absolute(_ path: String, from current: String) -> String {
    var steps: [Substring] = []
    let whole = path.hasPrefix("/") ? path : "\(current)/\(path)"
    for step in whole.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return "/" + steps.joined(separator: "/")
  }

  /// The folder an absolute path lies in; `/` for the root itself.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// The way from an absolute folder to an absolute path, `..` where it leads up.
  static func relative(_ path: String, to folder: String) -> String {
    let steps = path.split(separator: "/")
    let base = folder.split(separator: "/")
    let shared = zip(steps, base).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: base.count - shared) + steps.dropFirst(shared))
      .joined(separator: "/")
  }

  /// How an absolute path is shown: from the working directory when it lies below.
  static func shown(_ path: String, from current: String) -> String {
    let base = current == "/" ? "/" : current + "/"
    return path.hasPrefix(base) && path != base ? String(path.dropFirst(base.count)) : path
  }

  /// The folder and the name of a path as written; `.` when it has no folder.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }
}
