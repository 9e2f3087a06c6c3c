# Two words are enough: `make site` builds the sample site, `make test` passes the tests.
.PHONY: site test test-publish test-faults test-packaging deb lint format check docs bench bench-highlight bench-publish soak fuzz install clean

UNAME := $(shell uname)
ifeq ($(UNAME),Linux)
RELEASE := --static-swift-stdlib
endif

site:
	Scripts/bootstrap
	swift build -c release $(RELEASE) --product techdocs
	.build/release/techdocs build sample-repos -o site
	@echo "The sample site is in site/: open site/index.html, or serve it with 'python3 -m http.server -d site'"

test:
	Scripts/bootstrap
	swift format lint --strict --recursive Sources Tests Package.swift
	swift test

# Publishing, against two real servers on this machine.
test-publish:
	Scripts/test-publish

# The long sweep through the fault proxy of the reference material, where that lies beside the project.
FAULT_PROXY := ../shared/tools/faults/s3_fault_proxy.py
test-faults:
	@if [ -f $(FAULT_PROXY) ]; then Scripts/test-publish --faults $(FAULT_PROXY); else echo "test-faults: skipped, no $(FAULT_PROXY)"; fi

# The Debian package, and that it, the CI examples and their flags are right.
deb:
	Scripts/make-deb .build/deb

test-packaging:
	Scripts/test-packaging

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

format:
	swift format --in-place --recursive Sources Tests Package.swift

# The project's own documentation, which must raise nothing.
docs:
	swift run techdocs check --strict .

check: lint docs
	swift test

# Figures beside those of the peers that are installed; see Benchmarks/run.
bench:
	Scripts/bootstrap
	swift build -c release $(RELEASE) --product techdocs
	Benchmarks/run
	Benchmarks/steps .build/release/techdocs
	Benchmarks/same-bytes .build/release/techdocs sample-repos
	Benchmarks/kill-test .build/release/techdocs sample-repos

# MB a second of the highlighter, by language, over the code of a folder's Markdown.
bench-highlight:
	swift build -c release --package-path Benchmarks/highlight
	Benchmarks/highlight/compare $(CODE) --blocks .build/code-blocks.jsonl
	Benchmarks/highlight/.build/release/highlight-bench speed < .build/code-blocks.jsonl

# A publish of 5,000 files beside aws, rclone and s3cmd, where TECHDOCS_PEERS names a folder that has them.
bench-publish:
	Scripts/bootstrap servers
	swift build -c release $(RELEASE) --product techdocs
	Benchmarks/publish $${XDG_CACHE_HOME:-$$HOME/.cache}/techdocs-tools/bin/rclone

# Edits beside slow readers while a preview runs: memory and open files must stay; an hour, or SECONDS=900.
soak:
	Scripts/bootstrap
	swift build -c release $(RELEASE) --product techdocs
	Benchmarks/soak --seconds $(SECONDS)

SECONDS ?= 3600
CODE ?= docs sample-repos

# Ten minutes for each of what reads a repository's content; see docs/develop/fuzzing.md.
fuzz:
	Scripts/bootstrap
	Fuzz/run

PREFIX ?= /usr/local
install:
	install -D .build/release/techdocs $(DESTDIR)$(PREFIX)/bin/techdocs

clean:
	rm -rf .build site
