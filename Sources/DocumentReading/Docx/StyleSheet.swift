/// Styles as `styles.xml` defines them, nothing resolved.
struct StyleSheet {
  struct Style {
    enum Kind {
      case paragraph
      case character
      case table
      case other
    }
    var kind = Kind.other
    var name = ""
    var basedOn: String?
    var isDefault = false
    var paragraph = ParagraphProperties()
    var run = RunProperties()
    /// Table styles: what is set for the first row, the last column … only.
    var conditions: [TableCondition: Condition] = [:]

    struct Condition {
      var paragraph = ParagraphProperties()
      var run = RunProperties()
    }
  }
  /// `w:tblStylePr/@w:type` (17.18.89), without banding.
  enum TableCondition: String, CaseIterable {
    // In the order they are applied, later over earlier (17.7.6).
    case firstColumn = "firstCol"
    case lastColumn = "lastCol"
    case firstRow
    case lastRow
  }
  var styles: [String: Style] = [:]
  var defaultParagraphStyle: String?
  var defaultTableStyle: String?
  /// `w:docDefaults`.
  var paragraphDefaults = ParagraphProperties()
  var runDefaults = RunProperties()
}
