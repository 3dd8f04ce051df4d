import TextMatching

/// A title of emulation or a form of commendation, with what the law asks for it from day to day.
public struct Award: Sendable, Hashable, Identifiable {
  public enum Class: String, Sendable, CaseIterable {
    /// Danh hiệu thi đua, the flags of emulation among them.
    case emulationTitle = "danh-hieu-thi-dua"
    case order = "huan-chuong"
    case medal = "huy-chuong"
    case honour = "danh-hieu-vinh-du"
    case prize = "giai-thuong"
    case remembranceMedal = "ky-niem-chuong"
    /// Bằng khen.
    case certificateOfMerit = "bang-khen"
    /// Giấy khen.
    case commendationPaper = "giay-khen"
  }

  public enum Recipient: String, Sendable, CaseIterable {
    case individual = "ca-nhan"
    case collective = "tap-the"
    case household = "ho-gia-dinh"
    case enterprise = "doanh-nghiep"
    /// Xã, phường, thị trấn, tỉnh.
    case locality = "dia-phuong"
    /// Thôn, tổ dân phố.
    case settlement = "thon"
    /// Foreigners and Vietnamese abroad, persons or collectives.
    case foreign = "nuoc-ngoai"
  }

  public struct Name: Sendable, Hashable {
    public var text: String
    /// Whether the law sets it in quotation marks.
    public var isQuoted: Bool
    /// When this wording was right; nil for always.
    public var validity: Validity?
    public var verified: Verification

    public init(text: String, isQuoted: Bool, validity: Validity?, verified: Verification) {
      self.text = text
      self.isQuoted = isQuoted
      self.validity = validity
      self.verified = verified
    }
  }

  /// Slug: `chien-si-thi-dua-co-so`.
  public var id: String
  public var awardClass: Class
  /// Id shared by the ranks of one order (`huan-chuong-lao-dong`); nil for an award that stands
  /// alone.
  public var series: String?
  /// 1 is hạng Nhất; nil when there are no ranks.
  public var rank: Int?
  public var recipients: Set<Recipient>
  /// Whether it may be conferred posthumously; nil when the law is not clear.
  public var isPosthumous: Bool?
  /// Official names, dated where they changed; the newest last.
  public var names: [Name]
  /// Other accepted wordings and usual short forms.
  public var variants: [Name]
  public var standards: [AwardStandard]
  public var sources: [String]

  public init(
    id: String, awardClass: Class, series: String?, rank: Int?, recipients: Set<Recipient>,
    isPosthumous: Bool?, names: [Name], variants: [Name], standards: [AwardStandard],
    sources: [String]
  ) {
    self.id = id
    self.awardClass = awardClass
    self.series = series
    self.rank = rank
    self.recipients = recipients
    self.isPosthumous = isPosthumous
    self.names = names
    self.variants = variants
    self.standards = standards
    self.sources = sources
  }

  /// The official name on `day`, else the newest.
  public func name(on day: CivilDate) -> String {
    (names.last { $0.validity?.contains(day) ?? true } ?? names.last)?.text ?? id
  }
}

/// What the law asks for an award in one window of time.
public struct AwardStandard: Sendable, Hashable {
  /// How often it is given.
  public enum Cycle: String, Sendable, CaseIterable {
    case yearly = "hang-nam"
    case everyThreeYears = "3-nam"
    case everyFiveYears = "5-nam"
  }

  /// One way to the award; any one route is enough.
  public struct Route: Sendable, Hashable {
    public var provision: ProvisionReference
    /// Whom this route is for; empty for everyone the award is for.
    public var recipients: Set<Award.Recipient>
    /// All must be met.
    public var criteria: [Criterion]
    /// What the machine cannot compare, or how the wording may be read.
    public var remark: LocalizedText?
    public var verified: Verification

    public init(
      provision: ProvisionReference, recipients: Set<Award.Recipient>, criteria: [Criterion],
      remark: LocalizedText?, verified: Verification
    ) {
      self.provision = provision
      self.recipients = recipients
      self.criteria = criteria
      self.remark = remark
      self.verified = verified
    }
  }

  public var validity: Validity
  /// The article on the award.
  public var provision: ProvisionReference
  public var cycle: Cycle?
  public var routes: [Route]
  /// Whether `routes` are all that the law has; when not, "meets no route" proves nothing.
  public var isComplete: Bool
  public var verified: Verification
  /// Set by the query when the day lies after an amendment that has not been read.
  public var amendment: UnreadAmendment?

  public init(
    validity: Validity, provision: ProvisionReference, cycle: Cycle?, routes: [Route],
    isComplete: Bool, verified: Verification, amendment: UnreadAmendment? = nil
  ) {
    self.validity = validity
    self.provision = provision
    self.cycle = cycle
    self.routes = routes
    self.isComplete = isComplete
    self.verified = verified
    self.amendment = amendment
  }

  /// Ids of the awards below it in the chain: those it asks for, or whose standard it builds on.
  public var previousAwards: [String] {
    var seen: Set<String> = []
    var result: [String] = []
    for criterion in routes.flatMap(\.criteria).flatMap(\.flattened) {
      let ids: [String]
      switch criterion {
      case .previous(let held): ids = held.awards
      case .standard(let awards): ids = awards
      default: continue
      }
      for id in ids where seen.insert(id).inserted { result.append(id) }
    }
    return result
  }
}
