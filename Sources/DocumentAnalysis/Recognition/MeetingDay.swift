import DocumentModel
import TextMatching

/// The day of a meeting, in minutes: they say it in the text and have no date line (Decree 30/2020,
/// Phụ lục III, mẫu 1.9).
public enum MeetingDay {
  private static let opening = Pattern(
    known:
      #"(?<!\p{L})(?:hôm\s+nay|vào\s+(?:hồi|lúc)|thời\s+gian|bắt\s+đầu|khai\s+mạc)(?!\p{L})"#,
    options: .caseless)

  /// The first complete date in a block that says when the meeting was; nil when there is none.
  public static func find(_ dates: [DateMention], in blocks: [Block]) -> DateMention? {
    dates.first { mention in
      mention.date != nil && mention.span.block < blocks.count
        && opening.matches(blocks[mention.span.block].text)
    }
  }
}
