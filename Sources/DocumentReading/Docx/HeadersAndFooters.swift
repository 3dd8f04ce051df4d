import XMLReading

/// On the pages of which sections each header and footer stands (17.10): a section without one of its
/// own takes that of the section before, the first page's counts only with `w:titlePg`, that of even
/// pages only where the document tells odd and even pages apart.
struct HeadersAndFooters {
  /// Sections from 0, ascending, by relationship.
  private(set) var sections: [String: [Int]] = [:]

  private struct Place: Hashable {
    var isHeader: Bool
    /// ST_HdrFtr: `default`, `first`, `even`.
    var pages: String
  }

  /// - Parameters:
  ///   - properties: `w:sectPr` of each section, in order.
  ///   - tellsEvenPages: `w:evenAndOddHeaders` of the settings; asked only if it matters.
  init(_ properties: [XMLNode], tags: WordTagTable, tellsEvenPages: () -> Bool) {
    var current: [Place: String] = [:]
    var known: Bool?
    for (section, element) in properties.enumerated() {
      var hasTitlePage = false
      for property in element.children {
        switch tags.tag(property) {
        case .headerReference, .footerReference:
          let place = Place(
            isHeader: tags.tag(property) == .headerReference,
            pages: property.attribute("type") ?? "default")
          if let id = property.attribute("id") { current[place] = id }
        case .titlePg: hasTitlePage = OnOff.value(property.attribute("val"))
        default: break
        }
      }
      for (place, id) in current {
        switch place.pages {
        case "first": guard hasTitlePage else { continue }
        case "even":
          known = known ?? tellsEvenPages()
          guard known == true else { continue }
        default: break
        }
        if sections[id]?.last != section { sections[id, default: []].append(section) }
      }
    }
  }
}
