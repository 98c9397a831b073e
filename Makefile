# assay: two commands for people, the rest for those who work on it.
#   make demo     install what is missing, build, make a store from sample-data, open the console
#   make test     install what is missing, build, run every test, print coverage
PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
BUILD_DIR ?= .build

# What people run is linked statically, C libraries too, without position-independent relocations: each shortens the time
# to the first frame (docs/PERFORMANCE.md).
STATIC := $(abspath $(BUILD_DIR))/static-libraries
RELEASE := -c release --static-swift-stdlib -Xlinker -no-pie -Xlinker -L$(STATIC) --scratch-path $(BUILD_DIR)
PRODUCT := $(BUILD_DIR)/release/assay

.PHONY: all deps build demo test lint format bench install pictures docs clean

all: build

deps:
	@sh scripts/install-deps.sh
	@sh scripts/static-libraries.sh "$(STATIC)"

build: deps
	$(SWIFT) build $(RELEASE) --product assay

demo: build
	@$(PRODUCT) demo

test: deps
	@sh scripts/run-tests.sh

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests bench

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests bench

bench: deps
	@SWIFT="$(SWIFT)" RELEASE="$(RELEASE)" BUILD_DIR="$(BUILD_DIR)" sh bench/run.sh

# What the program knows of itself: the man page, the keys in README.md.
docs: build
	@sh scripts/make-docs.sh $(PRODUCT)

pictures: build
	@sh scripts/make-pictures.sh $(PRODUCT)

install: build
	@sh scripts/install.sh "$(PRODUCT)" "$(DESTDIR)$(PREFIX)"

clean:
	rm -rf $(BUILD_DIR)
