/// Which side of a document's tracked changes is read.
public enum RevisionView: String, Sendable, CaseIterable {
  /// As if every change were accepted: insertions in, deletions out. Rules look at this one.
  case final
  /// As if every change were rejected: deletions in, insertions out, former formatting.
  case original
  /// Insertions and deletions side by side, as the screen shows them.
  case marked

  /// Whether inserted content and content moved here shows.
  public var showsInsertions: Bool { self != .original }
  /// Whether deleted content and content moved away shows.
  public var showsDeletions: Bool { self != .final }
}
