import DocumentModel
import DocumentReading
import Reporting

/// A file attached to an edXML packet, checked as a document of its own.
public struct PacketAttachment: Sendable, Hashable {
  /// Path of the packet.
  public var packet: String
  public var name: String
  /// Its place among the packet's attachments, from 0.
  var index: Int
  /// The paper that the packet's header speaks of: the first document attached.
  var isMain: Bool

  /// As shown in reports.
  public var path: String { "\(packet)!/\(name)" }

  /// The documents in a packet; nil when the file is none, cannot be read or carries none: it is
  /// then answered for as a whole.
  static func all(in path: String, limits: ReadingLimits = .init()) -> [PacketAttachment]? {
    guard let start = try? FileSystem.bytes(of: path, limit: 16_384),
      EdXMLPacket.isPacket(start),
      let packet = try? packet(path, limits)
    else { return nil }
    let indices = packet.attachments.indices
    let documents = indices.filter { isDocument(packet.attachments[$0].name) }
    let chosen = documents.isEmpty ? Array(indices) : documents
    guard let main = chosen.first else { return nil }
    return chosen.map {
      PacketAttachment(
        packet: path, name: packet.attachments[$0].name, index: $0, isMain: $0 == main)
    }
  }

  /// Pictures, workbooks and archives that go with a paper are no papers.
  private static func isDocument(_ name: String) -> Bool {
    let suffixes = InputDiscovery.suffixes + [".doc", ".rtf", ".pdf", ".html", ".htm", ".ott"]
    return suffixes.contains { name.lowercased().hasSuffix($0) }
  }

  private static func packet(
    _ path: String, _ limits: ReadingLimits
  ) throws(InputError) -> EdXMLPacket {
    let bytes = try FileSystem.document(path, limits: limits)
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
