import CorpusSupport

report(Array(CommandLine.arguments.dropFirst()))
