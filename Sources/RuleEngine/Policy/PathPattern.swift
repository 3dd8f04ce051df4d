import TextMatching

/// A pattern on the paths of documents, after the manner of `.gitignore`: `*` stands for any
/// characters but `/`, `?` for one of them, a step `**` for any number of folders. A pattern with a
/// `/` before its end is matched from the folder it is relative to, any other at every depth. One
/// that matches a folder covers everything below it; a `/` at its end says that only folders are
/// meant.
public struct PathPattern: Sendable, Hashable {
  /// As written.
  public let text: String
  private let steps: [String]
  private let isForFolders: Bool

  public init(_ text: String) {
    self.text = text
    var rest = Normalisation.nfc(text).text[...]
    while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
    isForFolders = rest.hasSuffix("/")
    let isAnchored = rest.dropLast(isForFolders ? 1 : 0).contains("/")
    var steps = rest.split(separator: "/").map(String.init)
    // What is below a folder is covered, so a last `**` need only match its next step.
    if steps.last == "**" { steps[steps.count - 1] = "*" }
    self.steps = isAnchored ? steps : ["**"] + steps
  }

  /// Whether it names one file and no other, as far as its form tells.
  public var isLiteral: Bool {
    steps.first != "**" && !text.contains { $0 == "*" || $0 == "?" } && !isForFolders
  }

  /// - Parameter path: relative to the pattern's folder, its steps parted by `/`, without `.`.
  public func matches(_ path: String) -> Bool {
    let names = Normalisation.nfc(path).text.split(separator: "/")
    // The numbers of steps that may come next, after the names seen so far.
    var open: Set<Int> = [0]
    for (index, name) in names.enumerated() {
      var next: Set<Int> = []
      for start in open {
        var step = start
        while step < steps.count, steps[step] == "**" {
          next.insert(step)
          step += 1
        }
        if step < steps.count, Wildcard.matches(name, steps[step]) { next.insert(step + 1) }
      }
      if next.contains(steps.count), !isForFolders || index < names.count - 1 { return true }
      open = next
    }
    return false
  }
}
