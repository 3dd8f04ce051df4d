import CLibXML2

/// Hands bytes to libxml2 a few at a time. A parser made from memory copies all of it first.
struct ByteFeed {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func read(into buffer: UnsafeMutablePointer<CChar>, atMost count: Int) -> Int {
    let count = min(count, bytes.count - position)
    guard count > 0, let base = bytes.baseAddress else { return 0 }
    UnsafeMutableRawPointer(buffer).copyMemory(from: base + position, byteCount: count)
    position += count
    return count
  }

  /// Runs `body` with a parser of the bytes; nil when there can be none.
  static func withParser<Result>(
    of bytes: UnsafeBufferPointer<UInt8>, _ body: (xmlParserCtxtPtr) -> Result
  ) -> Result? {
    var feed = ByteFeed(bytes)
    return withUnsafeMutablePointer(to: &feed) { feed in
      let context = xmlCreateIOParserCtxt(
        nil, nil,
        { raw, buffer, count in
          guard let feed = raw?.assumingMemoryBound(to: ByteFeed.self), let buffer else {
            return -1
          }
          return Int32(feed.pointee.read(into: buffer, atMost: Int(count)))
        }, nil, feed, XML_CHAR_ENCODING_NONE)
      guard let context else { return nil }
      defer { xmlFreeParserCtxt(context) }
      return body(context)
    }
  }
}
