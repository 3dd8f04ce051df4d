import LegalKnowledge
import RuleEngine
import TextMatching

/// A review of the data, for people.
public enum LawReviewText {
  /// - Parameters:
  ///   - packs: the folders verified beside the built-in files.
  ///   - rules: how many rules were verified.
  public static func render(
    _ review: LawReview, packs: [String], rules: Int, options: TextReporter.Options
  ) -> String {
    var page = LawPage(options)
    let count = review.files.count
    page.heading(
      page.said(
        "Dữ liệu đúng khuôn dạng: \(count) tệp luật và loại văn bản, \(rules) quy tắc",
        "The data is well formed: \(count) files of law and kinds, \(rules) rules"))
    for pack in packs { page.field("Gói địa phương", "Local pack", pack) }
    write(review.facts.filter { $0.verified == .no }, .no, &page)
    write(review.facts.filter { $0.verified == .secondary }, .secondary, &page)
    let old = review.files.filter(review.isOld)
    page.blank()
    if old.isEmpty {
      page.plain(
        page.said(
          "Mọi tệp đã được đối chiếu với nguồn trong \(LawReview.patience) ngày qua.",
          "Every file was compared with its sources within the last \(LawReview.patience) days."))
    } else {
      page.heading(
        page.said(
          "Tệp cần đối chiếu lại với nguồn (quá \(LawReview.patience) ngày, hoặc chưa ghi checked)",
          "Files to compare with their sources again "
            + "(over \(LawReview.patience) days, or without checked)"))
      for file in old {
        let day =
          file.checked.map { $0.text(in: options.language) } ?? page.said("chưa ghi", "none")
        page.item("\(file.path): \(day)")
      }
    }
    return page.finished()
  }

  private static func write(
    _ facts: [LawReview.Fact], _ verified: Verification, _ page: inout LawPage
  ) {
    guard !facts.isEmpty else { return }
    page.blank()
    let words = verified.words[page.language]
    page.heading(
      page.said("\(facts.count) dữ kiện \(words)", "\(facts.count) facts: \(words)"))
    var subjects: [String] = []
    var grouped: [String: [String]] = [:]
    for fact in facts {
      if grouped[fact.subject] == nil { subjects.append(fact.subject) }
      grouped[fact.subject, default: []].append(fact.what[page.language])
    }
    for subject in subjects {
      page.item("\(subject): \((grouped[subject] ?? []).joined(separator: "; "))")
    }
  }
}
