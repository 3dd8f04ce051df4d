// swift-tools-version: 6.3
import PackageDescription

// A team's own checker: every built-in rule and one of its own. Outside this repository the
// dependency is `.package(url: "…/tdktlint.git", from: "0.1.0")`.
let package = Package(
  name: "office-lint",
  dependencies: [.package(name: "tdktlint", path: "../..")],
  targets: [
    .executableTarget(
      name: "office-lint",
      dependencies: [.product(name: "TdktlintKit", package: "tdktlint")],
      resources: [.embedInCode("van-phong.xml")])
  ],
  swiftLanguageModes: [.v6]
)
