import CLibYAML
import TextMatching

/// What is refused as too much.
public struct YAMLLimits: Sendable {
  public var bytes: Int
  public var depth: Int

  public init(bytes: Int = 256 << 10, depth: Int = 16) {
    self.bytes = bytes
    self.depth = depth
  }
}

extension YAMLNode {
  /// Reads one YAML document (libyaml), strictly: UTF-8, no anchors, aliases and tags, so that
  /// nothing unfolds into more than was written; no key twice. An empty file is a null at its start.
  public init(parsing bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) throws(YAMLError) {
    let start = TextPosition(line: 1, column: 1)
    guard bytes.count <= limits.bytes else {
      throw YAMLError(reason: .tooLarge(limit: limits.bytes), position: start)
    }
    var bytes = bytes
    // Windows editors put one there.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if String(validating: bytes, as: UTF8.self) == nil {
      let good = YAMLNode.validPrefix(of: bytes)
      throw YAMLError(reason: .notUTF8, position: TextPosition(utf8: good, in: bytes))
    }
    let stream = EventStream(bytes)
    self = try stream.document(limits: limits)
  }

  private static func validPrefix(of bytes: [UInt8]) -> Int {
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    var count = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { count += UTF8.width(scalar) }
    return count
  }
}

/// libyaml's events of one text. The parser and the bytes it reads live as long as this.
private final class EventStream {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  init(_ bytes: [UInt8]) {
    input = .allocate(capacity: bytes.count)
    _ = input.initialize(from: bytes)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  // MARK: Structure

  func document(limits: YAMLLimits) throws(YAMLError) -> YAMLNode {
    var root: YAMLNode?
    while true {
      let event = try next()
      switch event.kind {
      case .streamEnd:
        let nothing = YAMLNode.Value.scalar("", isPlain: true)
        return root ?? YAMLNode(value: nothing, position: TextPosition(line: 1, column: 1))
      case .documentStart:
        if root != nil { throw YAMLError(reason: .severalDocuments, position: event.position) }
        root = try node(try next(), depth: 1, limits)
      default: continue
      }
    }
  }

  private func node(
    _ event: Event, depth: Int, _ limits: YAMLLimits
  ) throws(YAMLError) -> YAMLNode {
    if let reason = event.refusal { throw YAMLError(reason: reason, position: event.position) }
    if depth > limits.depth {
      throw YAMLError(reason: .tooDeep(limit: limits.depth), position: event.position)
    }
    let value: YAMLNode.Value
    switch event.kind {
    case .sequenceStart:
      var nodes: [YAMLNode] = []
      while true {
        let next = try next()
        if next.kind == .end { break }
        nodes.append(try node(next, depth: depth + 1, limits))
      }
      value = .sequence(nodes)
    case .mappingStart: value = .mapping(try entries(depth: depth, limits))
    default: value = .scalar(event.text, isPlain: event.isPlain)
    }
    return YAMLNode(value: value, position: event.position)
  }

  private func entries(depth: Int, _ limits: YAMLLimits) throws(YAMLError) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var lines: [String: Int] = [:]
    while true {
      let key = try next()
      if key.kind == .end { return entries }
      if let reason = key.refusal { throw YAMLError(reason: reason, position: key.position) }
      guard key.kind == .scalar else {
        throw YAMLError(reason: .complexKey, position: key.position)
      }
      if let line = lines.updateValue(key.position.line, forKey: key.text) {
        throw YAMLError(reason: .duplicate(key.text, firstLine: line), position: key.position)
      }
      let value = try node(try next(), depth: depth + 1, limits)
      entries.append(
        YAMLNode.Entry(key: key.text, keyPosition: key.position, value: value))
    }
  }

  // MARK: Events

  private struct Event {
    enum Kind {
      case documentStart
      case scalar
      case sequenceStart
      case mappingStart
      /// Of a sequence or a mapping.
      case end
      case streamEnd
      case other
    }
    var kind: Kind
    var text = ""
    var isPlain = false
    /// Why the node that begins here is not accepted.
    var refusal: YAMLError.Reason?
    var position: TextPosition
  }

  private func next() throws(YAMLError) -> Event {
    var raw = yaml_event_t()
    guard yaml_parser_parse(parser, &raw) == 1 else { throw failure() }
    defer { yaml_event_delete(&raw) }
    var event = Event(kind: .other, position: EventStream.position(raw.start_mark))
    switch raw.type {
    case YAML_STREAM_END_EVENT: event.kind = .streamEnd
    case YAML_DOCUMENT_START_EVENT: event.kind = .documentStart
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: event.kind = .end
    case YAML_ALIAS_EVENT: event.refusal = .alias
    case YAML_SCALAR_EVENT:
      event.kind = .scalar
      let scalar = raw.data.scalar
      event.refusal = EventStream.refusal(anchor: scalar.anchor, tag: scalar.tag)
      event.text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      event.isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
    case YAML_SEQUENCE_START_EVENT:
      event.kind = .sequenceStart
      let start = raw.data.sequence_start
      event.refusal = EventStream.refusal(anchor: start.anchor, tag: start.tag)
    case YAML_MAPPING_START_EVENT:
      event.kind = .mappingStart
      let start = raw.data.mapping_start
      event.refusal = EventStream.refusal(anchor: start.anchor, tag: start.tag)
    default: break
    }
    return event
  }

  private static func refusal(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?
  ) -> YAMLError.Reason? {
    anchor != nil ? .anchor : tag != nil ? .tag : nil
  }

  private func failure() -> YAMLError {
    let state = parser.pointee
    let words = state.problem.map { String(cString: $0) } ?? "out of memory"
    // The reader knows a byte offset only; the scanner and the parser know lines and columns.
    let position =
      state.error == YAML_READER_ERROR
      ? TextPosition(utf8: state.problem_offset, in: input)
      : EventStream.position(state.problem_mark)
    return YAMLError(reason: .malformed(words), position: position)
  }

  private static func position(_ mark: yaml_mark_t) -> TextPosition {
    TextPosition(line: mark.line + 1, column: mark.column + 1)
  }
}
