import Configuration
import DataFiles
import DocumentAnalysis
import DocumentModel
import DocumentReading
import ExternalPlugins
import LegalKnowledge
import RuleEngine
import TdktlintKit

// What rule authors, configurations and external plug-ins write.

extension FuzzTarget {
  private static let law = try? LegalKnowledge.builtIn()

  /// The name of the file that an input stands for, on its first line, then the file: a rule
  /// module, a Schematron schema, or data of the law.
  static let rules = FuzzTarget(
    name: "rules",
    seeds: {
      let module = """
        modules/mau.xml
        <module xmlns="urn:tdktlint:rules:1" id="mau" version="1.0.0">
          <rule id="radio" severity="warning" tier="local" strength="recommended">
            <title>Đài</title><message>Ghi “{excerpt}”.</message>
            <report context="//akn:p" test="contains(., 'đài truyền thanh') and count(*) &lt; 3"/>
            <example id="fail-a" expect="fail">Giao ⟦đài truyền thanh⟧ xã.</example>
            <example id="pass-a" expect="pass">Giao xã.</example>
          </rule>
          <rule id="cam" severity="note" tier="local" strength="recommended">
            <title>Cấm</title><message>Bỏ “{excerpt}”.</message>
            <forbid pattern="(?i)kính\\s+(gửi|thưa)"/>
            <example id="fail-a" expect="fail">⟦Kính thưa⟧ ông.</example>
            <example id="pass-a" expect="pass">Thưa ông.</example>
          </rule>
        </module>
        """
      let schema = """
        modules/mau.sch
        <schema xmlns="http://purl.oclc.org/dsdl/schematron"><ns prefix="akn" \
        uri="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/><pattern id="a"><let name="n" \
        value="count(//akn:p)"/><rule context="//akn:p"><assert id="b" test="$n &gt; 1">Thiếu \
        <value-of select="$n"/></assert></rule></pattern></schema>
        """
      let embedded = DataFile.embedded.filter { $0.bytes.count < 24_000 }
        .map { Array($0.path.dropFirst("Rules/".count).utf8) + [0x0A] + $0.bytes }
      return [module, schema].map { Array($0.utf8) } + embedded
    }, longest: 32_768, holdsLaw: true
  ) { bytes in
    guard let law, let end = bytes.firstIndex(of: 0x0A) else { return }
    let name = String(decoding: bytes[..<end].prefix(80), as: UTF8.self)
    let file = DataFile(path: "goi/" + name, bytes: Array(bytes[(end + 1)...]))
    if LegalKnowledge.reads(file) {
      _ = try? LegalKnowledge.load([], local: [file])
    } else {
      _ = try? RuleSet.load(
        files: [], local: [file], modules: builtInModules, law: law, depth: .full)
    }
  }

  static let configuration = FuzzTarget(
    name: "configuration",
    seeds: {
      let full = """
        version: 1
        lang: vi
        fail-on: warning
        rules: [quy-che/tinh]
        plugins:
          - command: [python3, a.py]
            time-seconds: 10
        only: [structure, citations]
        severity:
          structure/empty-section: note
        overrides:
          - paths: ["du-thao/**"]
            skip: [structure/missing-recipients]
        suppressions:
          - rule: citations/*
            paths: [a.docx]
            reason: "đang sửa"
            owner: VP
            expires: 2027-01-01
        """
      return [
        Array(full.utf8), Array(ConfigurationTemplate.text(.vi).utf8),
        Array("a: &b [1, *b]\n? {x: \"\\u0041\"}\n: |\n  c\n".utf8),
      ]
    }, longest: 16_384
  ) { bytes in
    _ = try? Configuration(parsing: bytes, path: ".tdktlint.yml", base: "/goc")
  }

  /// What a plug-in sends: the line of its greeting and that of an answer.
  static let jsonLines = FuzzTarget(
    name: "jsonl",
    seeds: {
      [
        """
        {"hello": {"protocol": 1, "plugin": {"id": "mau", "version": "1.0"}, "rules": [{"id": "tu", \
        "severity": "warning", "title": {"vi": "Từ"}, "message": {"vi": "Bỏ “{word}”."}}]}}
        {"result": {"document": 0, "findings": [{"rule": "tu", "block": 0, "start": 0, "end": 2, \
        "arguments": {"word": "sai"}, "fixes": [{"kind": "proposed", "description": {"vi": "a"}, \
        "edits": [{"block": 0, "start": 0, "end": 1, "text": "b"}]}]}]}}
        """,
        "{\"error\": \"\\ud83d\\ude00 \\u0000\"}\n[1e308, -0.5, true, null, \"\\\\\"]",
      ].map { Array($0.utf8) }
    }, longest: 16_384, holdsLaw: true
  ) { bytes in
    guard let law, let paper else { return }
    PluginTranscript.read(
      bytes.split(separator: 0x0A, maxSplits: 1).map(Array.init), document: paper, law: law)
  }

  private static let paper: RecognisedDocument? = {
    guard let law, let day = CivilDate(iso: "2026-01-15") else { return nil }
    let part = DocumentPart(name: "text", role: .body, blocks: [Block(text: "Kế hoạch")])
    return Recogniser(law: law).recognise(
      SourceDocument(format: .text, parts: [part]),
      options: AnalysisOptions(kind: nil, stage: nil, asOf: nil, today: day))
  }()
}
