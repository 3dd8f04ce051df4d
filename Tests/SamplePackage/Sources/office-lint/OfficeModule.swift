import TdktlintKit

/// What an office asks of its own papers.
struct OfficeModule: RuleModule {
  let id = "van-phong"
  let declarations = [DataFile(path: "van-phong.xml", bytes: PackageResources.van_phong_xml)]
  let checks = [vagueDeadline]
}

/// A task without a real time limit.
private let vagueDeadline = NativeCheck(name: "thoi-han-mo-ho") { context in
  let vague = Pattern(known: "trong thời gian sớm nhất|khi có điều kiện")
  return context.document.blocks.enumerated().flatMap { number, block in
    vague.matches(in: block.text).map { match in
      Observation(at: TextSpan(block: number, utf8: match.range))
    }
  }
}
