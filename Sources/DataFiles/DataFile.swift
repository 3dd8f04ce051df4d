import CSupport
import TextMatching

/// One data file: where it is said to be, and its bytes.
public struct DataFile: Sendable {
  /// As shown in error messages. Built-in files are "Rules/…".
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file written in code.
  public init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

  /// The name of the root element as it stands in the bytes, told without parsing; nil when the
  /// beginning is not that of an XML file.
  public var rootName: String? {
    var place = 0
    func starts(_ words: StaticString) -> Bool {
      words.withUTF8Buffer { place + $0.count <= bytes.count && bytes[place...].starts(with: $0) }
    }
    func skip(past words: StaticString) {
      while place < bytes.count, !starts(words) { place += 1 }
      place += words.utf8CodeUnitCount
    }
    while place < bytes.count {
      if starts("<!--") {
        skip(past: "-->")
      } else if starts("<?") {
        skip(past: "?>")
      } else if bytes[place] == UInt8(ascii: "<") {
        let name = bytes[(place + 1)...].prefix { unit in
          unit > 0x20 && unit != UInt8(ascii: ">") && unit != UInt8(ascii: "/")
        }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
      } else {
        place += 1
      }
    }
    return nil
  }

  /// The files of Rules/ that this binary carries, sorted by path ("Rules/law/instruments.xml").
  public static let embedded: [DataFile] = {
    var count = 0
    guard let files = tdkt_embedded_files(&count) else { return [] }
    return (0..<count).map { index in
      DataFile(
        path: "Rules/" + String(cString: files[index].path),
        bytes: Array(UnsafeBufferPointer(start: files[index].bytes, count: files[index].count)))
    }
  }()

  /// The table of the law that this binary carries; empty when it was built without one.
  public static func withEmbeddedLawTable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    var count = 0
    let bytes = tdkt_embedded_law_table(&count)
    return try body(UnsafeBufferPointer(start: bytes, count: count))
  }
}

/// What is wrong in a data file, for the person who maintains it.
public struct DataFileError: Error, Sendable, Equatable {
  public var path: String
  /// From 1.
  public var line: Int
  /// From 1, counting Unicode scalars; nil where only lines are known.
  public var column: Int?
  /// What is wrong and what to do, one line.
  public var message: LocalizedText

  public init(path: String, line: Int, column: Int? = nil, message: LocalizedText) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  public init(path: String, at position: TextPosition, message: LocalizedText) {
    self.init(path: path, line: position.line, column: position.column, message: message)
  }

  /// `PATH:LINE[:COLUMN]: message`
  public func description(in language: Language) -> String {
    let place = column.map { "\(line):\($0)" } ?? "\(line)"
    return "\(path):\(place): \(message[language])"
  }
}
