import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// An address left over from copying: of a law portal anywhere, of any site when it stands alone.
  /// The address of the unit's own site inside a sentence is content.
  static let linkLeft = NativeCheck(name: "link-left", arguments: ["link"]) { context in
    let text = context.runningText
    let portals = context.law.vocabulary.portals
    return Leftovers.link.matches(in: text.text).compactMap { match -> Observation? in
      let link = text.text.words(match.range)
      let paragraph = text.paragraph(around: match.range.lowerBound)
      let isAlone = match.range.count + 3 >= paragraph.count
      let host = (match[1].map { text.text.words($0) } ?? "").lowercased()
      guard isAlone || portals.contains(where: { host == $0 || host.hasSuffix("." + $0) }) else {
        return nil
      }
      return Observation(at: text.span(match.range), arguments: ["link": .text(link)])
    }
  }

  static let trackedChangesLeft = NativeCheck(
    name: "tracked-changes-left", arguments: ["insertions", "deletions", "formats"],
    cases: ["formats"]
  ) { context in
    let revisions = context.document.source.revisions
    guard !context.document.blocks.isEmpty else { return [] }
    if revisions.insertions + revisions.deletions == 0 {
      guard revisions.formatChanges > 0 else { return [] }
      return [
        Observation(
          at: TextSpan(block: 0, utf8: 0..<0), case: "formats",
          arguments: ["formats": .number(revisions.formatChanges)])
      ]
    }
    return [
      Observation(
        at: TextSpan(block: 0, utf8: 0..<0),
        arguments: [
          "insertions": .number(revisions.insertions), "deletions": .number(revisions.deletions),
        ])
    ]
  }

  static let commentsLeft = NativeCheck(name: "comments-left", arguments: ["count"]) { context in
    let count = context.document.source.revisions.comments
    guard count > 0, !context.document.blocks.isEmpty else { return [] }
    return [
      Observation(at: TextSpan(block: 0, utf8: 0..<0), arguments: ["count": .number(count)])
    ]
  }

  /// Dots, brackets or x's where a value belongs. An ellipsis after a list or at a sentence's end is
  /// none, and a draft rightly leaves numbers and days of papers signed with it blank.
  static let placeholder = NativeCheck(name: "placeholder", arguments: ["words"]) { context in
    let text = RunningText(
      context.document.blocks,
      in: context.document.components.body.lowerBound..<context.document.blocks.count)
    var patterns = [Leftovers.bracket, Leftovers.value, Leftovers.quantity]
    if context.document.stage == .issued { patterns.append(Leftovers.blankDay) }
    let lines = Set(
      [context.document.components.numberSymbol?.span, context.document.components.placeDate?.span]
        .compactMap { $0?.block })
    var seen: Set<Int> = []
    return patterns.flatMap { $0.matches(in: text.text) }.compactMap { match -> Observation? in
      guard let range = match[1] else { return nil }
      let span = text.span(range)
      guard !lines.contains(span.block), seen.insert(range.lowerBound).inserted else { return nil }
      return Observation(at: span, arguments: ["words": .text(text.text.words(range))])
    }
  }
}

private enum Leftovers {
  static let link = Pattern(
    known: #"\b(?:https?://|www\.)([\w.-]+)[^\s"”)\]]*(?<![.,;])"#, options: .caseless)
  static let bracket = Pattern(known: #"(\[\h*(?:…|\.{2,})[\h….]*\])"#)
  /// “xxx” in small letters; XXX is thirty.
  static let value = Pattern(known: #"(?<![\p{L}\d])(x{3,})(?![\p{L}\d])"#)
  /// Dots between a word that calls for a number and the thing that is counted.
  static let quantity = Pattern(
    known:
      #"(?:\b(?:ít\h+nhất|tối\h+thiểu|có|trên|đạt|từ|đến|gồm|khoảng|cho|là|tặng|tổng\h+số|viết|với)|:)\h+((?:…|\.{3,}|_{3,})[….\h_]*(?:tin\b|bài\b|tập\h+thể|cá\h+nhân|đồng\b|triệu\b|%|người\b|đơn\h+vị|lượt|mô\h+hình|công\h+trình|hộ\b|gương|giấy\h+khen|bằng\h+khen|buổi|lớp|cuộc))"#,
    options: .caseless)
  static let blankDay = Pattern(
    known:
      #"(\bngày\h*(?:…|\.{2,})[….]*\h*(?:tháng\h*(?:[….]+|\d{1,2})|/\h*(?:[….]+|\d{1,2})(?:/\h*(?:[….]+|\d{4}))?))"#,
    options: .caseless)
}
