import DataFiles
import JSONReading
import JSONWriting
import RuleEngine
import TextMatching

/// A baseline as a file: JSON, sorted, an entry a line, so that changes on two branches merge.
public enum BaselineFile {
  public static func text(of baseline: Baseline) -> String {
    let entries = baseline.entries.map { entry in
      "    "
        + JSONValue.object([
          ("path", .string(entry.path)), ("rule", .string(entry.rule)),
          ("fingerprint", .string(entry.fingerprint)), ("excerpt", .string(entry.excerpt)),
        ]).line()
    }
    let list = entries.isEmpty ? "[]" : "[\n\(entries.joined(separator: ",\n"))\n  ]"
    return "{\n  \"version\": 1,\n  \"findings\": \(list)\n}\n"
  }

  /// - Throws: `DataFileError`.
  public static func baseline(parsing bytes: [UInt8], path: String) throws -> Baseline {
    let root: JSONNode
    do throws(JSONError) {
      root = try JSONNode(parsing: bytes)
    } catch {
      throw DataFileError(path: path, at: error.position, message: error.message)
    }
    let reader = Reader(bytes: bytes, path: path)
    return Baseline(try reader.entries(root))
  }

  private struct Reader {
    let bytes: [UInt8]
    let path: String

    func entries(_ root: JSONNode) throws -> [Baseline.Entry] {
      try expect(root, ["version", "findings"])
      guard let version = root["version"], version.integer == 1 else {
        throw error(root["version"] ?? root, vi: "“version” phải là 1", en: "\"version\" must be 1")
      }
      guard let list = root["findings"], let findings = list.array else {
        throw error(
          root["findings"] ?? root, vi: "“findings” phải là danh sách",
          en: "\"findings\" must be a list")
      }
      return try findings.map(entry)
    }

    private func entry(_ node: JSONNode) throws -> Baseline.Entry {
      try expect(node, ["path", "rule", "fingerprint", "excerpt"])
      return Baseline.Entry(
        path: try text("path", of: node), rule: try text("rule", of: node),
        fingerprint: try text("fingerprint", of: node), excerpt: try text("excerpt", of: node))
    }

    private func text(_ name: String, of node: JSONNode) throws -> String {
      guard let text = node[name]?.string else {
        throw error(
          node[name] ?? node, vi: "“\(name)” phải là chuỗi", en: "\"\(name)\" must be a string")
      }
      return text
    }

    private func expect(_ node: JSONNode, _ names: [String]) throws {
      guard let members = node.object else {
        throw error(
          node, vi: "phải là bảng có: \(names.joined(separator: ", "))",
          en: "must be an object with: \(names.joined(separator: ", "))")
      }
      for member in members where !names.contains(member.name) {
        throw DataFileError(
          path: path, at: TextPosition(utf8: member.nameOffset, in: bytes),
          message: LocalizedText(
            vi: "tên lạ “\(member.name)”; được dùng: \(names.joined(separator: ", "))",
            en: "unknown name \"\(member.name)\"; allowed: \(names.joined(separator: ", "))"))
      }
    }

    private func error(_ node: JSONNode, vi: String, en: String) -> DataFileError {
      DataFileError(
        path: path, at: TextPosition(utf8: node.offset, in: bytes),
        message: LocalizedText(vi: vi, en: en))
    }
  }
}
