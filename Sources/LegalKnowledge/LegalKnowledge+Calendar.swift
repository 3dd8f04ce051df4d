// Queries on days and terms.

extension LegalKnowledge {
  public var workingCalendar: WorkingCalendar { calendarBook.workingCalendar }

  public func statutoryTerms(on day: CivilDate) -> [StatutoryTerm] {
    calendarBook.terms.filter { $0.validity.contains(day) }
  }

  /// The terms of this name on `day`; several when a sector has its own.
  public func statutoryTerms(id: String, on day: CivilDate) -> [StatutoryTerm] {
    statutoryTerms(on: day).filter { $0.id == id }
  }
}
