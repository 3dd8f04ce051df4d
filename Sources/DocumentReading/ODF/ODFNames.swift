import XMLReading

extension ElementNames {
  /// Names of an OpenDocument file (ODF 1.3, part 3) with the prefixes of the standard.
  static func openDocument() -> ElementNames {
    let modules = [
      "office", "style", "text", "table", "meta", "number", "form", "script", "config", "manifest",
    ]
    var prefixes: [String: String] = [:]
    for module in modules {
      prefixes["urn:oasis:names:tc:opendocument:xmlns:\(module):1.0"] = module
    }
    prefixes["urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"] = "draw"
    prefixes["urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"] = "fo"
    prefixes["urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"] = "svg"
    return ElementNames(prefixes: prefixes)
  }
}

/// Numbers of an OpenDocument attribute.
enum ODFValue {
  static func integer(_ text: String?) -> Int? { text.flatMap { Int($0) } }

  /// How often something is repeated; what a file claims is held to `limit`.
  static func count(_ text: String?, limit: Int) -> Int {
    min(max(integer(text) ?? 1, 1), limit)
  }
}
