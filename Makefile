# Two words are enough: `make site` builds the sample site, `make test` passes the tests.
.PHONY: site test lint format clean

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

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

format:
	swift format --in-place --recursive Sources Tests Package.swift

clean:
	rm -rf .build site
