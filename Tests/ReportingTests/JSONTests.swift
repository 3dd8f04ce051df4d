import FixtureSupport
import Foundation
import RuleEngine
import Testing
import TextMatching

@testable import Reporting

@Suite("JSON")
struct JSONTests {
  @Test("The report has the shape of version 1, member for member")
  func report() {
    let json = JSONReporter.render(
      sampleReport([document("kế hoạch.txt", [finding()]), unreadable]), language: .vi)
    #expect(
      json == """
        {
          "version": 1,
          "tool": {
            "name": "tdktlint",
            "version": "0.1.0",
            "rules": "sha256:00"
          },
          "documents": [
            {
              "path": "kế hoạch.txt",
              "format": "text",
              "kind": "ke-hoach",
              "stage": "draft",
              "issuer": {
                "name": "Ủy ban nhân dân xã Tân Việt",
                "level": "xa"
              },
              "date": {
                "value": "2024-01-15",
                "latest": "2024-01-31",
                "source": "place-date-partial"
              },
              "asOf": "2024-01-15",
              "regime": "06/2022/QH15+98/2023/NĐ-CP",
              "findings": [
                {
                  "rule": "citations/expired-instrument",
                  "severity": "error",
                  "message": "Nghị định đã hết hiệu lực.",
                  "basis": [
                    {
                      "instrument": "98/2023/NĐ-CP",
                      "provision": "Điều 116",
                      "verified": "secondary"
                    }
                  ],
                  "location": {
                    "part": "text",
                    "block": 4,
                    "section": "II.1",
                    "start": 7,
                    "end": 33,
                    "line": 12,
                    "column": 8
                  },
                  "excerpt": "Nghị định số 91/2017/NĐ-CP",
                  "fixes": [
                    {
                      "kind": "proposed",
                      "description": "Viện dẫn Nghị định mới.",
                      "edits": [
                        {
                          "part": "text",
                          "block": 4,
                          "start": 7,
                          "end": 33,
                          "text": "Nghị định số 98/2023/NĐ-CP"
                        }
                      ]
                    }
                  ],
                  "related": [],
                  "fingerprint": "0123456789abcdef0123456789abcdef",
                  "baseline": null,
                  "suppression": null
                }
              ],
              "error": null
            },
            {
              "path": "hỏng.docx",
              "format": null,
              "kind": null,
              "stage": null,
              "issuer": null,
              "date": null,
              "asOf": null,
              "regime": null,
              "findings": [],
              "error": {
                "code": "truncated",
                "message": "Tệp bị cụt.",
                "hint": "Chép lại tệp."
              }
            }
          ],
          "findings": [],
          "summary": {
            "documents": 2,
            "errors": 1,
            "warnings": 0,
            "notes": 0,
            "unreadable": 1,
            "suppressed": 0,
            "known": 0,
            "absent": 0
          }
        }

        """)
  }

  @Test(
    "The report is valid against the schema that users have",
    .enabled(if: Validator.hasJSONSchema, "run `make test`: it installs python3-jsonschema"))
  func validates() throws {
    let schema = Validator.schemas.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Rules/schema/report.schema.json").path
    var known = finding()
    known.baseline = .unchanged
    var own = finding()
    own.location.part = ""
    var report = sampleReport([document("kế hoạch.txt", [finding(), known]), unreadable])
    report.findings = [own]
    for report in [report, sampleReport([])] {
      let text = JSONReporter.render(report, language: .vi)
      #expect(try Validator.accepts(text, jsonSchema: schema))
    }
    // The test itself: an unknown member and an unknown severity must be refused.
    let text = JSONReporter.render(report, language: .vi)
    for (old, new) in [("\"excerpt\"", "\"extract\""), ("\"error\",", "\"fatal\",")] {
      let broken = text.replacing(old, with: new)
      #expect(broken != text)
      #expect(try !Validator.accepts(broken, jsonSchema: schema))
    }
  }

  @Test("English is chosen by the language")
  func english() {
    let json = JSONReporter.render(
      sampleReport([document("a.txt", [finding()])]), language: .en)
    #expect(json.contains("\"message\": \"The decree has expired.\""))
    #expect(json.contains("\"description\": \"Cite the new decree.\""))
  }
}
