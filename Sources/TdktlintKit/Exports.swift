// What a team's own rule module, or a program that checks documents, needs beside this module:
// `import TdktlintKit` is enough.
@_exported import Configuration
@_exported import DataFiles
@_exported import DocumentAnalysis
@_exported import DocumentModel
@_exported import DocumentReading
@_exported import ExternalPlugins
@_exported import LegalKnowledge
@_exported import Reporting
@_exported import RuleEngine
@_exported import TextMatching
