/// JSON text written while its parts come, so that a long list need not be held: the same text as
/// ``JSONValue/serialised()`` gives of the whole.
public struct JSONWriter: Sendable {
  /// What has been written and not been taken.
  private var text = ""
  /// The open objects and arrays, from the outside in.
  private var open: [(end: String, isEmpty: Bool)] = []

  public init() {}

  /// - Parameter name: of the member that the object or array is; nil in an array and outermost.
  public mutating func openObject(_ name: String? = nil) { begin("{", "}", name) }
  public mutating func openArray(_ name: String? = nil) { begin("[", "]", name) }

  /// An element of the open array.
  public mutating func write(_ value: JSONValue) {
    startMember(nil)
    value.write(to: &text, indent: open.count)
  }

  /// Members of the open object.
  public mutating func write(_ members: [(String, JSONValue)]) {
    for (name, value) in members {
      startMember(name)
      value.write(to: &text, indent: open.count)
    }
  }

  /// Ends the innermost object or array.
  public mutating func close() {
    guard let last = open.popLast() else { return }
    if !last.isEmpty { breakLine() }
    text += last.end
  }

  /// Ends whatever is open, and the last line.
  public mutating func closeAll() {
    while !open.isEmpty { close() }
    text += "\n"
  }

  /// What has been written since the last call.
  public mutating func take() -> String {
    defer { text = "" }
    return text
  }

  private mutating func begin(_ start: String, _ end: String, _ name: String?) {
    startMember(name)
    text += start
    open.append((end, true))
  }

  private mutating func startMember(_ name: String?) {
    guard let last = open.indices.last else { return }
    if !open[last].isEmpty { text += "," }
    open[last].isEmpty = false
    breakLine()
    guard let name else { return }
    JSONValue.write(name, to: &text)
    text += ": "
  }

  private mutating func breakLine() {
    text += "\n"
    text += String(repeating: "  ", count: open.count)
  }
}
