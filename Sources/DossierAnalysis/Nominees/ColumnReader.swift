import DocumentAnalysis
import LegalKnowledge
import TextMatching

/// Tells what a column of a list holds from its heading.
struct ColumnReader {
  let awards: AwardFinder
  let day: CivilDate

  /// Nil for a heading that says nothing known.
  /// - Parameter heading: the column's heading cells from the top, joined by a space.
  func role(of heading: String) -> NomineeColumn? {
    let heading = heading.trimmed
    guard !heading.isEmpty else { return nil }
    if Self.serial.matches(heading) { return .serial }
    if Self.agreed.matches(heading) { return .agreed }
    if Self.percent.matches(heading) { return .percent }
    if Self.note.matches(heading) { return .note }
    if Self.birth.matches(heading) {
      if Self.female.matches(heading) { return .birthOf(.female) }
      if Self.male.matches(heading) { return .birthOf(.male) }
      return .birth
    }
    if Self.grounds.matches(heading) { return .grounds }
    let isOffice = Self.office.matches(heading)
    let isUnit = Self.unit.matches(heading)
    if Self.name.matches(heading) { return .name }
    if isOffice, isUnit { return .officeAndUnit }
    if isOffice { return .office }
    // A heading that names an award and nothing else stands over crosses.
    let named = awards.readings(of: heading, on: day).filter {
      if case .near = $0.kind { false } else { true }
    }
    if !named.isEmpty { return .mark(Set(named.map(\.award.id))) }
    if Self.award.matches(heading) { return .award }
    if isUnit { return .unit }
    if Self.sex.matches(heading) { return .sex }
    return nil
  }

  private static func known(_ source: String) -> Pattern {
    Pattern(known: source, options: .caseless)
  }

  private static let serial = known(#"^(?:s\s?tt|tt|số\s+tt|số\s+thứ\s+tự|thứ\s+tự)\W*$"#)
  private static let name = known(
    #"(?<!\p{L})(?:họ\s*(?:và|,)?\s*(?:chữ\s+đệm\s*,?\s*)?tên|tên\s+(?:tập\s+thể|cá\s+nhân|đơn\s+vị|doanh\s+nghiệp|hộ\s+gia\s+đình|thôn)|tập\s+thể\s*(?:,|/|và|-)\s*cá\s+nhân|cá\s+nhân\s*(?:,|/|và|-)\s*tập\s+thể)|^(?:tên|tập\s+thể|cá\s+nhân|hộ\s+gia\s+đình|danh\s+sách)\W*$"#
  )
  private static let birth = known(
    #"(?<!\p{L})(?:năm\s+sinh|ngày\W+tháng\W+năm\s+sinh|ngày\s+sinh)"#)
  private static let female = known(#"(?<!\p{L})nữ(?!\p{L})"#)
  private static let male = known(#"(?<!\p{L})nam(?!\p{L})"#)
  private static let sex = known(#"giới\s+tính|^(?:nam|nữ|nam\s*/\s*nữ)$"#)
  private static let office = known(#"(?<!\p{L})(?:chức\s+(?:vụ|danh)|nghề\s+nghiệp)"#)
  private static let unit = known(
    #"(?<!\p{L})(?:đơn\s+vị|nơi\s+công\s+tác|cơ\s+quan|bộ\s+phận|địa\s+chỉ|nơi\s+ở|thường\s+trú)"#)
  private static let award = known(
    #"(?<!\p{L})(?:danh\s+hiệu|hình\s+thức|mức|đề\s+nghị)\s+(?:thi\s+đua|khen(?:\s+thưởng)?|đề\s+nghị|tặng|khen\s+tặng)|^(?:danh\s+hiệu|hình\s+thức\s+khen|khen\s+thưởng|đề\s+nghị)\W*$|(?<!\p{L})danh\s+hiệu(?!\p{L}).*đề\s+nghị"#
  )
  private static let grounds = known(
    #"(?<!\p{L})(?:thành\s+tích|tóm\s+tắt|tiêu\s+chuẩn|căn\s+cứ|sáng\s+kiến|đã\s+(?:được\s+)?(?:khen|tặng|đạt)|quá\s+trình|kết\s+quả\s+(?:xếp|đánh\s+giá|phân\s+loại))"#
  )
  private static let agreed = known(
    #"(?<!\p{L})(?:số\s+phiếu|phiếu)\s+(?:đồng\s+ý|tán\s+thành|thuận|bầu)|^đồng\s+ý\W*$|số\s+phiếu\W*$"#
  )
  private static let percent = known(#"tỷ\s+lệ|tỉ\s+lệ|%"#)
  private static let note = known(#"^ghi\s+chú\W*$"#)
}

extension String {
  var trimmed: String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, Letters.isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, Letters.isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }
}
