import CLibXML2
import CSupport

/// Holds the tree that a parse builds to its limits. The parser's callbacks run on the thread that
/// parses; they reach it through the context's `_private`.
class TreeGuard {
  let limits: XMLLimits
  /// What the tree has of `XMLLimits.nodes`.
  private(set) var nodes = 0
  private(set) var refusal: XMLError?
  /// Scalars of text so far, blanks not counted.
  private var text = 0
  /// Bytes of text since the last tag.
  private var unbrokenText = 0

  init(limits: XMLLimits) { self.limits = limits }

  /// Makes it the guard of a parse. It must outlive that.
  func watch(_ context: xmlParserCtxtPtr) {
    context.pointee._private = Unmanaged<TreeGuard>.passUnretained(self).toOpaque()
  }

  /// - Parameter raw: the context, as callbacks get it.
  static func of(_ raw: UnsafeMutableRawPointer) -> TreeGuard {
    let context = raw.assumingMemoryBound(to: xmlParserCtxt.self)
    return Unmanaged<TreeGuard>.fromOpaque(context.pointee._private).takeUnretainedValue()
  }

  /// Ends the parse; the first reason counts.
  func refuse(_ raw: UnsafeMutableRawPointer, _ reason: XMLError.Reason) {
    let context = raw.assumingMemoryBound(to: xmlParserCtxt.self)
    if refusal == nil {
      let line = Int(context.pointee.input?.pointee.line ?? 0)
      refusal = XMLError(reason: reason, line: line)
    }
    xmlStopParser(context)
  }

  func startTag() { unbrokenText = 0 }

  /// Counts what the tree is about to get; false when it is too much.
  func letsThrough(nodes count: Int, _ raw: UnsafeMutableRawPointer) -> Bool {
    nodes += count
    if nodes > limits.nodes {
      refuse(raw, .tooManyNodes(limit: limits.nodes))
      return false
    }
    guard tdkt_time_bound_is_exceeded() else { return true }
    refuse(raw, .tooSlow)
    return false
  }

  /// The same for a piece of text.
  func letsThrough(
    text start: UnsafePointer<xmlChar>?, _ count: Int32, _ raw: UnsafeMutableRawPointer
  ) -> Bool {
    unbrokenText += Int(count)
    guard unbrokenText <= limits.unbrokenText else {
      refuse(raw, .textTooLong(limit: limits.unbrokenText))
      return false
    }
    if limits.text < Int.max {
      for byte in UnsafeBufferPointer(start: start, count: Int(count)) {
        // Not a blank, and not the rest of a scalar.
        text += byte > 0x20 && byte & 0xC0 != 0x80 ? 1 : 0
      }
      guard text <= limits.text else {
        refuse(raw, .tooMuchText(limit: limits.text))
        return false
      }
    }
    return letsThrough(nodes: 1, raw)
  }
}
