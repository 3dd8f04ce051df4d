/// Digital signatures of a package (ISO/IEC 29500-2, 12): their origin is a part that the package has
/// a relationship to, under whatever name.
enum PackageSignature {
  /// - Parameter relationships: those of the package itself.
  static func exists(in parts: some PackageParts, _ relationships: Relationships) -> Bool {
    relationships.all("origin").contains(where: \.isDigitalSignature)
      || parts.names.contains { isOf($0.lowercased()) }
  }

  /// Names that Office and .NET give; they tell even where the relationship was lost.
  private static func isOf(_ name: String) -> Bool {
    name.hasPrefix("_xmlsignatures/") || name.hasPrefix("package/services/digital-signature/")
      || name.hasSuffix(".psdsxs") || name.hasSuffix(".psdsor")
  }
}
