# rcptcheck: build, test, install. GNU make. `make help` lists the targets.
#
#   make                                  the command and the library, in build/
#   make CC=clang BUILD=/tmp/b WERROR=1   another compiler, another folder, warnings are errors
#   make install PREFIX=/usr DESTDIR=...  as packages do
#
# CC, CFLAGS, CPPFLAGS, LDFLAGS and PKG_CONFIG are the caller's; what the code needs is added to them.

BUILD      ?= build
PREFIX     ?= /usr/local
BINDIR     ?= $(PREFIX)/bin
LIBDIR     ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
MANDIR     ?= $(PREFIX)/share/man
BASHDIR    ?= $(PREFIX)/share/bash-completion/completions
ZSHDIR     ?= $(PREFIX)/share/zsh/site-functions
INSTALL    ?= install
PKG_CONFIG ?= pkg-config
CFLAGS     ?= -O2 -g
CLANG      ?= clang
FUZZ_RUNS  ?= 20000
FUZZ_SECONDS ?= 600
JOBS       ?= $(shell nproc 2>/dev/null || echo 2)

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

# The version stands in the public header and nowhere else; its first number is the soname's.
VERSION   := $(shell sed -n 's/^\#define RCPTCHECK_VERSION "\(.*\)"$$/\1/p' include/rcptcheck.h)
SOVERSION := $(firstword $(subst ., ,$(VERSION)))

# ---- what is built from what --------------------------------------------------------------------
# The library is floors 0 to 4, the command the floors above it (lint proves who includes whom).
LIBRARY_FOLDERS := util address catalog dns evaluate predict session
COMMAND_FOLDERS := report list cli

LIBRARY_SOURCES := $(foreach folder,$(LIBRARY_FOLDERS),$(sort $(wildcard src/$(folder)/*.c)))
COMMAND_SOURCES := $(foreach folder,$(COMMAND_FOLDERS),$(sort $(wildcard src/$(folder)/*.c)))
UNIT_SOURCES    := $(sort $(wildcard tests/unit/*/*_test.c tests/*/*_test.c))
FUZZ_SOURCES    := $(sort $(wildcard tests/fuzz/*_fuzz.c))
PUBLIC_HEADERS  := $(wildcard include/rcptcheck/*.h)
MAN1            := $(wildcard man/*.1)
MAN3            := $(wildcard man/*.3)
MAN5            := $(wildcard man/*.5)

LIBRARY_OBJECTS := $(LIBRARY_SOURCES:%.c=$(BUILD)/%.o)
COMMAND_OBJECTS := $(COMMAND_SOURCES:%.c=$(BUILD)/%.o)
MAIN_OBJECT     := $(BUILD)/src/cli/main.o
UNIT_PROGRAMS   := $(UNIT_SOURCES:%.c=$(BUILD)/%)
FUZZ_PROGRAMS   := $(FUZZ_SOURCES:%.c=$(BUILD)/%)

# internal.a and command.a hold every symbol, for the command and the tests; librcptcheck.a and
# librcptcheck.so show the public ones only.
INTERNAL_A := $(BUILD)/internal.a
COMMAND_A  := $(BUILD)/command.a
LIBRARY_A  := $(BUILD)/librcptcheck.a
LIBRARY_SO := $(BUILD)/librcptcheck.so.$(VERSION)
SO_LINKS   := $(BUILD)/librcptcheck.so.$(SOVERSION) $(BUILD)/librcptcheck.so
COMMAND    := $(BUILD)/rcptcheck
PC_FILE    := $(BUILD)/rcptcheck.pc
COMPLETION := $(BUILD)/completions/rcptcheck.bash $(BUILD)/completions/_rcptcheck
FAULTD     := $(BUILD)/tests/tools/faultd
FREEPORT   := $(BUILD)/tests/tools/freeport

# ---- flags --------------------------------------------------------------------------------------
PACKAGES     := libcares libidn2 jansson libcrypto inih
# Asked once, and only when a rule needs them: `make help` and `make clean` work without pkg-config.
PACKAGE_CFLAGS = $(eval PACKAGE_CFLAGS := $$(shell $(PKG_CONFIG) --cflags $(PACKAGES)))$(PACKAGE_CFLAGS)
PACKAGE_LIBS   = $(eval PACKAGE_LIBS := $$(shell $(PKG_CONFIG) --libs $(PACKAGES)))$(PACKAGE_LIBS)
CHECK_CFLAGS   = $(eval CHECK_CFLAGS := $$(shell $(PKG_CONFIG) --cflags check))$(CHECK_CFLAGS)
CHECK_LIBS     = $(eval CHECK_LIBS := $$(shell $(PKG_CONFIG) --libs check))$(CHECK_LIBS)

WARNINGS := -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
            $(if $(WERROR),-Werror)
LANGUAGE := -std=c17 -D_POSIX_C_SOURCE=200809L -Iinclude -Isrc

# SANITIZE=address,undefined builds with sanitizers instead of the hardening that hides their work.
comma := ,
ifdef SANITIZE
HARDEN      := -fsanitize=$(SANITIZE) -fno-sanitize-recover=all -fno-omit-frame-pointer
LINK_HARDEN := -fsanitize=$(subst fuzzer-no-link$(comma),,$(SANITIZE))
SO_HARDEN   :=
else
HARDEN      := -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong
LINK_HARDEN := -Wl,-z,relro,-z,now,-z,noexecstack
SO_HARDEN   := -Wl,-z,defs
endif

# A short line for each step; V=1 shows the commands instead, and make -s nothing.
Q   := $(if $(V),,@)
say  = $(if $(V)$(findstring s,$(firstword -$(MAKEFLAGS))),,@printf '  %-4s %s\n' $(1) '$(2)')

COMPILE = $(Q)$(CC) $(LANGUAGE) $(CPPFLAGS) $(CFLAGS) $(HARDEN) $(WARNINGS) -MMD -MP

# ---- the product --------------------------------------------------------------------------------
.PHONY: all
all: $(COMMAND) $(LIBRARY_A) $(LIBRARY_SO) $(SO_LINKS) $(PC_FILE) ## build the command and the library (the default)

# Objects are made anew when compiler or flags change.
FLAGS_TEXT = $(CC) | $(CPPFLAGS) | $(CFLAGS) | $(HARDEN) | $(WARNINGS) | $(LDFLAGS)
$(BUILD)/flags: FORCE
	@$(PKG_CONFIG) --exists $(PACKAGES) || { \
	  echo "make: needs $(PKG_CONFIG) and the libraries: $(PACKAGES)" >&2; \
	  echo "make: 'tests/tools/deps.sh build' installs them through apt-get" >&2; exit 1; }
	@mkdir -p $(@D)
	@printf '%s\n' '$(FLAGS_TEXT)' | cmp -s - $@ || printf '%s\n' '$(FLAGS_TEXT)' >$@
.PHONY: FORCE
FORCE:

$(LIBRARY_OBJECTS): $(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(COMPILE) $(PACKAGE_CFLAGS) -fPIC -fvisibility=hidden -c -o $@ $<

$(COMMAND_OBJECTS): $(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(COMPILE) $(PACKAGE_CFLAGS) -fPIE -c -o $@ $<

$(INTERNAL_A): $(LIBRARY_OBJECTS)
	@rm -f $@
	$(call say,AR,$@)
	$(Q)$(AR) rcs $@ $^

$(COMMAND_A): $(filter-out $(MAIN_OBJECT),$(COMMAND_OBJECTS))
	@rm -f $@
	$(call say,AR,$@)
	$(Q)$(AR) rcs $@ $^

# One object in which every symbol that is not public is local: a program that links the archive
# can have a buffer_append() of its own.
$(LIBRARY_A): $(LIBRARY_OBJECTS)
	@rm -f $@
	$(call say,LD,$@)
	$(Q)$(CC) -r -nostdlib -o $(BUILD)/librcptcheck.o $^
	$(Q)objcopy --localize-hidden $(BUILD)/librcptcheck.o
	$(Q)$(AR) rcs $@ $(BUILD)/librcptcheck.o

$(LIBRARY_SO): $(LIBRARY_OBJECTS)
	$(call say,LD,$@)
	$(Q)$(CC) -shared -Wl,-soname,librcptcheck.so.$(SOVERSION) $(CFLAGS) $(LINK_HARDEN) $(SO_HARDEN) \
	  $(LDFLAGS) -o $@ $^ $(PACKAGE_LIBS)

$(SO_LINKS): $(LIBRARY_SO)
	$(Q)ln -sf $(notdir $<) $@

$(COMMAND): $(MAIN_OBJECT) $(COMMAND_A) $(INTERNAL_A)
	$(call say,LD,$@)
	$(Q)$(CC) -pie $(CFLAGS) $(LINK_HARDEN) $(LDFLAGS) -o $@ $^ $(PACKAGE_LIBS)

$(PC_FILE): include/rcptcheck.h Makefile FORCE
	@mkdir -p $(@D)
	@printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$(LIBDIR)' 'includedir=$(INCLUDEDIR)' '' \
	  'Name: rcptcheck' \
	  'Description: Predicts what SMTP will answer to a recipient, from DNS alone' \
	  'Version: $(VERSION)' 'Requires.private: $(PACKAGES)' \
	  'Libs: -L$${libdir} -lrcptcheck' 'Cflags: -I$${includedir}' >$@

.PHONY: completions
completions: $(COMPLETION) ## write the bash and zsh completion to BUILD/completions
$(BUILD)/completions/rcptcheck.bash: $(COMMAND)
	@mkdir -p $(@D)
	$(Q)$(COMMAND) --completion bash >$@
$(BUILD)/completions/_rcptcheck: $(COMMAND)
	@mkdir -p $(@D)
	$(Q)$(COMMAND) --completion zsh >$@

# ---- first minutes ------------------------------------------------------------------------------
# A sub-make, so that everything is looked up after deps.sh has installed what was missing; it builds
# on all processors unless -j was given.
SUBMAKE = $(MAKE) --no-print-directory $(if $(filter -j%,$(MAKEFLAGS)),,-j$(JOBS))

.PHONY: demo
demo: ## install what is missing, build, check recipients of a recorded world
	@tests/tools/deps.sh build
	@+$(SUBMAKE) all
	@RCPTCHECK='$(abspath $(COMMAND))' tests/demo/run.sh

# ---- tests --------------------------------------------------------------------------------------
TEST_ENVIRONMENT = BUILD='$(abspath $(BUILD))' RCPTCHECK='$(abspath $(COMMAND))' \
                   FAULTD='$(abspath $(FAULTD))' FREEPORT='$(abspath $(FREEPORT))' \
                   MAKE='$(MAKE)' CC='$(CC)'
# '+' hands the job server and the variables of the command line on to the make calls of a test.
TEST_PROGRAMS = $(UNIT_PROGRAMS) $(FAULTD) $(FREEPORT)

.PHONY: test unit scenario test-run test-programs
test: ## install what is missing, build, run all tests: unit, command, library, scenario
	@tests/tools/deps.sh build test
	@+$(SUBMAKE) all test-programs
	@+$(TEST_ENVIRONMENT) tests/run.sh

test-programs: $(TEST_PROGRAMS)

unit: all test-programs ## the unit tests alone
	@+$(TEST_ENVIRONMENT) tests/run-unit.sh

scenario: all test-programs ## the scenarios alone (ARGS="--only NAME", "--update", "--record DIR")
	@+$(TEST_ENVIRONMENT) tests/scenario/run.sh $(ARGS)

$(BUILD)/tests/%_test.o: tests/%_test.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(COMPILE) -Wno-missing-field-initializers -Itests -Itests/unit $(PACKAGE_CFLAGS) $(CHECK_CFLAGS) -fPIE -c -o $@ $<

$(UNIT_PROGRAMS): %: %.o $(COMMAND_A) $(INTERNAL_A)
	$(call say,LD,$@)
	$(Q)$(CC) -pie $(CFLAGS) $(LINK_HARDEN) $(LDFLAGS) -o $@ $^ $(CHECK_LIBS) $(PACKAGE_LIBS)

# The tools of the tests stand on their own: they must not share a mistake with what they test.
$(BUILD)/tests/tools/%.o: tests/tools/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(COMPILE) -Itests/tools -fPIE -c -o $@ $<

$(FAULTD): $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard tests/tools/fault*.c)))
	$(call say,LD,$@)
	$(Q)$(CC) -pie $(CFLAGS) $(LINK_HARDEN) $(LDFLAGS) -o $@ $^

$(FREEPORT): $(BUILD)/tests/tools/freeport.o
	$(call say,LD,$@)
	$(Q)$(CC) -pie $(CFLAGS) $(LINK_HARDEN) $(LDFLAGS) -o $@ $^

.PHONY: sanitize
sanitize: ## all tests under AddressSanitizer and UndefinedBehaviorSanitizer
	@tests/tools/deps.sh build test
	@+$(SUBMAKE) BUILD='$(BUILD)/sanitize' SANITIZE=address,undefined CFLAGS='-O1 -g' test

# Check forks for each test; under valgrind it must not, or children are reported twice.
VALGRIND := valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=all \
            --errors-for-leak-kinds=definite,indirect,possible
.PHONY: valgrind
valgrind: ## unit and scenario tests under valgrind: no error, no leak
	@tests/tools/deps.sh build test
	@+$(SUBMAKE) all test-programs
	@+$(TEST_ENVIRONMENT) WRAP='$(VALGRIND)' tests/run.sh unit scenario

# ---- fuzzing ------------------------------------------------------------------------------------
.PHONY: fuzz fuzz-long fuzz-programs
fuzz: ## every fuzz target, FUZZ_RUNS inputs each from a fixed seed
	@tests/tools/deps.sh build lint
	@+$(SUBMAKE) BUILD='$(BUILD)/fuzz' CC='$(CLANG)' CFLAGS='-O1 -g' \
	  SANITIZE=fuzzer-no-link,address,undefined fuzz-programs
	@tests/fuzz/run.sh '$(BUILD)/fuzz' -runs=$(FUZZ_RUNS) -seed=1

fuzz-long: ## every fuzz target, FUZZ_SECONDS seconds each; what it finds is kept in BUILD/fuzz
	@tests/tools/deps.sh build lint
	@+$(SUBMAKE) BUILD='$(BUILD)/fuzz' CC='$(CLANG)' CFLAGS='-O1 -g' \
	  SANITIZE=fuzzer-no-link,address,undefined fuzz-programs
	@tests/fuzz/run.sh '$(BUILD)/fuzz' -max_total_time=$(FUZZ_SECONDS)

fuzz-programs: $(FUZZ_PROGRAMS)

$(BUILD)/tests/%_fuzz.o: tests/%_fuzz.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(COMPILE) -Wno-missing-prototypes $(PACKAGE_CFLAGS) -c -o $@ $<

$(FUZZ_PROGRAMS): %: %.o $(COMMAND_A) $(INTERNAL_A)
	$(call say,LD,$@)
	$(Q)$(CC) -fsanitize=fuzzer $(CFLAGS) $(LINK_HARDEN) $(LDFLAGS) -o $@ $^ $(PACKAGE_LIBS)

# ---- lint ---------------------------------------------------------------------------------------
.PHONY: lint
lint: ## floors, format, clang-tidy, cppcheck, manual pages, scripts, options (ARGS="floors format")
	@tests/tools/deps.sh build lint
	@+$(SUBMAKE) all
	@$(TEST_ENVIRONMENT) tests/lint/run.sh $(ARGS)

# ---- install ------------------------------------------------------------------------------------
.PHONY: install uninstall
install: all completions ## install under PREFIX (/usr/local), inside DESTDIR if given
	$(INSTALL) -d '$(DESTDIR)$(BINDIR)' '$(DESTDIR)$(LIBDIR)/pkgconfig' \
	  '$(DESTDIR)$(INCLUDEDIR)/rcptcheck' '$(DESTDIR)$(BASHDIR)' '$(DESTDIR)$(ZSHDIR)'
	$(INSTALL) -m 755 $(COMMAND) '$(DESTDIR)$(BINDIR)/rcptcheck'
	$(INSTALL) -m 644 $(LIBRARY_A) $(LIBRARY_SO) '$(DESTDIR)$(LIBDIR)'
	ln -sf librcptcheck.so.$(VERSION) '$(DESTDIR)$(LIBDIR)/librcptcheck.so.$(SOVERSION)'
	ln -sf librcptcheck.so.$(SOVERSION) '$(DESTDIR)$(LIBDIR)/librcptcheck.so'
	$(INSTALL) -m 644 $(PC_FILE) '$(DESTDIR)$(LIBDIR)/pkgconfig/rcptcheck.pc'
	$(INSTALL) -m 644 include/rcptcheck.h '$(DESTDIR)$(INCLUDEDIR)/rcptcheck.h'
	$(INSTALL) -m 644 $(PUBLIC_HEADERS) '$(DESTDIR)$(INCLUDEDIR)/rcptcheck'
	$(INSTALL) -m 644 $(BUILD)/completions/rcptcheck.bash '$(DESTDIR)$(BASHDIR)/rcptcheck'
	$(INSTALL) -m 644 $(BUILD)/completions/_rcptcheck '$(DESTDIR)$(ZSHDIR)/_rcptcheck'
ifneq ($(MAN1),)
	$(INSTALL) -d '$(DESTDIR)$(MANDIR)/man1'
	$(INSTALL) -m 644 $(MAN1) '$(DESTDIR)$(MANDIR)/man1'
endif
ifneq ($(MAN3),)
	$(INSTALL) -d '$(DESTDIR)$(MANDIR)/man3'
	$(INSTALL) -m 644 $(MAN3) '$(DESTDIR)$(MANDIR)/man3'
endif
ifneq ($(MAN5),)
	$(INSTALL) -d '$(DESTDIR)$(MANDIR)/man5'
	$(INSTALL) -m 644 $(MAN5) '$(DESTDIR)$(MANDIR)/man5'
endif

uninstall: ## remove what install put there
	rm -f '$(DESTDIR)$(BINDIR)/rcptcheck' '$(DESTDIR)$(LIBDIR)/librcptcheck.a' \
	  '$(DESTDIR)$(LIBDIR)/librcptcheck.so' '$(DESTDIR)$(LIBDIR)/librcptcheck.so.$(SOVERSION)' \
	  '$(DESTDIR)$(LIBDIR)/librcptcheck.so.$(VERSION)' \
	  '$(DESTDIR)$(LIBDIR)/pkgconfig/rcptcheck.pc' '$(DESTDIR)$(INCLUDEDIR)/rcptcheck.h' \
	  '$(DESTDIR)$(BASHDIR)/rcptcheck' '$(DESTDIR)$(ZSHDIR)/_rcptcheck' \
	  $(patsubst man/%,'$(DESTDIR)$(MANDIR)/man1/%',$(MAN1)) \
	  $(patsubst man/%,'$(DESTDIR)$(MANDIR)/man3/%',$(MAN3)) \
	  $(patsubst man/%,'$(DESTDIR)$(MANDIR)/man5/%',$(MAN5))
	rm -rf '$(DESTDIR)$(INCLUDEDIR)/rcptcheck'

# ---- the rest -----------------------------------------------------------------------------------
.PHONY: clean help
clean: ## remove BUILD
	rm -rf '$(BUILD)'

help: ## list the targets
	@echo 'Targets:'
	@sed -n 's/^\([a-z-]*\):.* ## \(.*\)$$/  \1|\2/p' Makefile | \
	  while IFS='|' read -r name text; do printf '%-14s %s\n' "$$name" "$$text"; done
	@echo 'Variables: BUILD=$(BUILD) PREFIX=$(PREFIX) DESTDIR CC CFLAGS LDFLAGS WERROR=1 SANITIZE=... JOBS V=1'
	@echo 'DEPS=no: name missing packages instead of installing them.'

# Header dependencies that the compiler wrote.
-include $(wildcard $(BUILD)/src/*/*.d $(BUILD)/tests/*/*.d $(BUILD)/tests/*/*/*.d)
