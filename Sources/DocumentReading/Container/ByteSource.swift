internal import CLibZip

/// Lets libzip read from an array as it stands, where `zip_source_buffer` wants memory of its own:
/// the answers to its commands (libzip's `zip_source_function`).
final class ByteSource {
  private let bytes: [UInt8]
  private var position = 0
  private var error = zip_error_t()

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    zip_error_init(&error)
  }

  deinit { zip_error_fini(&error) }

  /// A source that libzip frees with the archive; nil, with `error` set, when there can be none.
  static func make(_ bytes: [UInt8], _ error: inout zip_error_t) -> OpaquePointer? {
    let source = Unmanaged.passRetained(ByteSource(bytes))
    let made = zip_source_function_create(
      { raw, data, length, command in
        guard let raw else { return -1 }
        let source = Unmanaged<ByteSource>.fromOpaque(raw)
        if command == ZIP_SOURCE_FREE {
          source.release()
          return 0
        }
        return source.takeUnretainedValue().answer(command, data, length)
      }, source.toOpaque(), &error)
    if made == nil { source.release() }
    return made
  }

  private static let commands = [
    ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
    ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
  ]

  private func answer(
    _ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: UInt64
  ) -> Int64 {
    switch command {
    case ZIP_SOURCE_OPEN:
      position = 0
      return 0
    case ZIP_SOURCE_READ: return read(into: data, atMost: length)
    case ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_STAT:
      guard let data, length >= MemoryLayout<zip_stat_t>.size else { return invalid() }
      var stat = zip_stat_t()
      zip_stat_init(&stat)
      stat.size = UInt64(bytes.count)
      stat.valid |= UInt64(ZIP_STAT_SIZE)
      data.storeBytes(of: stat, as: zip_stat_t.self)
      return Int64(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_ERROR:
      guard let data else { return -1 }
      return zip_error_to_data(&error, data, length)
    case ZIP_SOURCE_SEEK:
      guard let data else { return invalid() }
      let target = zip_source_seek_compute_offset(
        UInt64(position), UInt64(bytes.count), data, length, &error)
      guard target >= 0 else { return -1 }
      position = Int(target)
      return 0
    case ZIP_SOURCE_TELL: return Int64(position)
    case ZIP_SOURCE_SUPPORTS:
      return ByteSource.commands.reduce(0) { $0 | Int64(1) << Int64($1.rawValue) }
    default:
      zip_error_set(&error, Int32(ZIP_ER_OPNOTSUPP), 0)
      return -1
    }
  }

  private func read(into data: UnsafeMutableRawPointer?, atMost length: UInt64) -> Int64 {
    let count = Int(min(length, UInt64(bytes.count - position)))
    guard count > 0, let data else { return 0 }
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      data.copyMemory(from: base + position, byteCount: count)
    }
    position += count
    return Int64(count)
  }

  private func invalid() -> Int64 {
    zip_error_set(&error, Int32(ZIP_ER_INVAL), 0)
    return -1
  }
}
