/// A sum of money that goes with an award: a multiple of the base salary.
public struct PrizeRate: Sendable, Hashable {
  /// Ids of awards.
  public var awards: [String]
  public var recipient: Award.Recipient
  /// The multiple in hundredths of the base salary: 4,5 is 450.
  public var hundredths: Int
  /// The law gives only the most that may be paid.
  public var isCeiling: Bool
  public var provision: ProvisionReference
  public var validity: Validity
  /// Amounts are rounded up to the next multiple of this, in đồng.
  public var rounding: Int
  public var verified: Verification
}

/// What is paid for an award decided on a day.
public struct PrizeAmount: Sendable, Hashable {
  public var rate: PrizeRate
  public var baseSalary: BaseSalary
  /// In đồng, rounded up.
  public var amount: Int
  /// The weaker of rate and salary.
  public var verified: Verification

  init(rate: PrizeRate, baseSalary: BaseSalary) {
    self.rate = rate
    self.baseSalary = baseSalary
    let step = max(rate.rounding, 1)
    // In hundredths of a đồng until the last step, so that nothing is lost before rounding up.
    amount = (baseSalary.amount * rate.hundredths + 100 * step - 1) / (100 * step) * step
    verified = min(rate.verified, baseSalary.verified)
  }
}

/// Lương cơ sở, a month's base salary, in đồng.
public struct BaseSalary: Sendable, Hashable {
  public var amount: Int
  public var validity: Validity
  /// Id of the instrument, when it is in the data.
  public var instrument: String?
  public var verified: Verification
}
