import DocumentModel
import DocumentReading
import Reporting

/// A file attached to an edXML packet, checked as a document of its own.
public struct PacketAttachment: Sendable, Hashable {
  /// Where packets are kept.
  enum Holder: Sendable, Hashable {
    case file(String)
    case archived(ArchivedFile)

    init?(_ input: Input) {
      switch input {
      case .file(let path): self = .file(path)
      case .archived(let file): self = .archived(file)
      case .attachment, .standardInput, .missing: return nil
      }
    }

    var path: String {
      switch self {
      case .file(let path): path
      case .archived(let file): file.path
      }
    }

    func bytes(limit: Int) throws(InputError) -> [UInt8] {
      switch self {
      case .file(let path): try FileSystem.bytes(of: path, limit: limit)
      case .archived(let file): try file.content()
      }
    }
  }

  var packet: Holder
  public var name: String
  /// Its place among the packet's attachments, from 0.
  var index: Int
  /// The paper that the packet's header speaks of: the first document attached.
  var isMain: Bool

  /// As shown in reports.
  public var path: String { "\(packet.path)!/\(name)" }

  /// The documents in a packet; nil when the file is none, cannot be read or carries none: it is
  /// then answered for as a whole.
  static func all(in input: Input, limits: ReadingLimits = .init()) -> [PacketAttachment]? {
    guard let holder = Holder(input), let start = try? holder.bytes(limit: 16_384),
      EdXMLPacket.isPacket(start),
      let packet = try? packet(holder, limits)
    else { return nil }
    let indices = packet.attachments.indices
    // Pictures, workbooks and archives that go with a paper are no papers.
    let documents = indices.filter { InputDiscovery.namesPaper(packet.attachments[$0].name) }
    let chosen = documents.isEmpty ? Array(indices) : documents
    guard let main = chosen.first else { return nil }
    return chosen.map {
      PacketAttachment(
        packet: holder, name: packet.attachments[$0].name, index: $0, isMain: $0 == main)
    }
  }

  private static func packet(
    _ holder: Holder, _ limits: ReadingLimits
  ) throws(InputError) -> EdXMLPacket {
    let bytes = try holder.bytes(limit: limits.fileBytes)
    do {
      return try EdXMLPacket(parsing: bytes, limits: limits)
    } catch {
      throw InputError(error)
    }
  }

  /// The attached file, and what the header says when it is the paper the header speaks of. The
  /// packet is read again each time, so that a batch keeps nothing in memory.
  func content(
    limits: ReadingLimits
  ) throws(InputError) -> (bytes: [UInt8], header: TransportHeader?) {
    let packet = try PacketAttachment.packet(packet, limits)
    guard packet.attachments.indices.contains(index) else { throw InputError(.emptyPacket) }
    do {
      return (try packet.attachments[index].content(), isMain ? packet.header : nil)
    } catch {
      throw InputError(error)
    }
  }
}

extension InputError {
  init(_ error: ReadingError) {
    self.init(code: error.code.rawValue, message: error.message, hint: error.hint)
  }
}
