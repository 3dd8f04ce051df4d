/// Text reduced to its words, for finding phrases as whole words however they are typed
/// (`Folding.key`: case, place of the tone mark, kinds of dash and white space do not matter).
public struct Words: Sendable {
  /// Words with one space around each: “ mục đích yêu cầu ”.
  private var bytes: [UInt8] = [Words.space]
  /// Where in `bytes` the spaces stand: a phrase can begin nowhere else.
  private var spaces: [Int] = [0]
  private static let space = UInt8(ascii: " ")

  public init(_ text: some StringProtocol) { append(text) }

  public init(joining texts: some Sequence<String>) {
    for text in texts { append(text) }
  }

  private mutating func append(_ text: some StringProtocol) {
    // A bar keeps a phrase from reaching over the end of a text.
    if bytes.count > 1 {
      bytes.append(UInt8(ascii: "|"))
      appendSpace()
    }
    for scalar in Folding.key(text).unicodeScalars {
      if Letters.isLetter(scalar) || Letters.isDigit(scalar) {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      } else if bytes.last != Words.space {
        appendSpace()
      }
    }
    if bytes.last != Words.space { appendSpace() }
  }

  private mutating func appendSpace() {
    spaces.append(bytes.count)
    bytes.append(Words.space)
  }

  /// Whether the words of `phrase` stand in the text one after another.
  public func contains(_ phrase: String) -> Bool { contains(Words(phrase)) }

  /// The same for a phrase already reduced to its words.
  public func contains(_ phrase: Words) -> Bool {
    let wanted = phrase.bytes
    guard wanted.count > 1, wanted.count <= bytes.count else { return false }
    return bytes.withUnsafeBufferPointer { text in
      wanted.withUnsafeBufferPointer { wanted in
        let last = text.count - wanted.count
        search: for start in spaces {
          if start > last { return false }
          for offset in 1..<wanted.count where text[start + offset] != wanted[offset] {
            continue search
          }
          return true
        }
        return false
      }
    }
  }

  public func contains(anyOf phrases: some Sequence<String>) -> Bool {
    phrases.contains { contains($0) }
  }

  public func contains(anyOf phrases: [Words]) -> Bool {
    phrases.contains { contains($0) }
  }
}
