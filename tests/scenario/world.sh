# shellcheck shell=bash
# world.sh - the DNS of the tests: NSD with zones of text, Unbound in front of it, faultd in front of that
#
# To be sourced. Nothing here needs root, a fixed port or the internet; all lives in one folder under
# TMPDIR and ends with world_stop (call it from a trap).
#
#   world_init                    makes WORLD_DIR
#   world_add_zone ZONE <TEXT     adds records to a zone ("lab", "signed.lab", ".")
#   world_add_case FILE           adds the zone sections of a case file
#   world_add_list ZONE TYPE <DATA  adds data of a DNSxL, served by rbldnsd (ip4set, ip6trie, dnset, generic)
#   world_start                   signs, starts NSD and Unbound, waits until they answer; sets WORLD_UNBOUND
#   world_faultd DIR [RULES]...   starts a proxy in front of Unbound; sets WORLD_RESOLVER (ADDR:PORT)
#   world_stop                    ends all that was started and removes WORLD_DIR
#
# Zones: "== zone" of a case is the zone lab; "== zone NAME" is a zone of its own. signed.lab is signed
# and Unbound has its key; bogus.lab likewise, but its signatures are damaged afterwards. The root is
# ours too, so that a name outside the world gets NXDOMAIN at once.
# Needs BUILD (for FAULTD and FREEPORT, unless these are set), nsd, unbound and ldnsutils.

PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
FAULTD=${FAULTD:-${BUILD:-build}/tests/tools/faultd}
FREEPORT=${FREEPORT:-${BUILD:-build}/tests/tools/freeport}
WORLD_SIGNED='signed.lab bogus.lab'
world_pids=()

world_fail() {
    printf 'world: %s\n' "$1" >&2
    exit 1
}

# The file that holds a zone's text.
world_zone_file() {
    local zone=${1%.}
    printf '%s/zones/%s.zone' "$WORLD_DIR" "${zone:-root}"
}

# Makes a zone with its SOA and NS if it is not there yet, and delegates to it from lab or the root.
world_make_zone() {
    local zone=${1%.} file parent=.
    file=$(world_zone_file "$1")
    [ ! -e "$file" ] || return 0
    printf '%s\n' "\$TTL 300" "\$ORIGIN ." \
        "$zone. SOA ns.lab. hostmaster.lab. 1 3600 600 86400 60" "$zone. NS ns.lab." >"$file"
    [ -n "$zone" ] || return 0
    case $zone in *.lab) parent=lab ;; esac
    world_make_zone "$parent"
    printf '%s\n' "$zone. NS ns.lab." >>"$(world_zone_file "$parent")"
}

world_add_zone() {
    world_make_zone "$1"
    { printf "\$ORIGIN .\n"; cat; printf '\n'; } >>"$(world_zone_file "$1")"
}

world_add_case() {
    local zone
    # One file a zone, so that a case may speak of several.
    rm -rf "$WORLD_DIR/split"
    mkdir "$WORLD_DIR/split"
    awk -v folder="$WORLD_DIR/split" -v source="${1##*/}" '
        /^== / {
            file = ""
            if ($2 == "zone") {
                zone = $3 == "" ? "lab" : $3
                file = folder "/" (zone == "." ? "root" : zone)
                print "; " source > file
            }
            next
        }
        file != "" { print > file }' "$1"
    for zone in "$WORLD_DIR"/split/*; do
        [ -e "$zone" ] || continue
        if [ "${zone##*/}" = root ]; then
            world_add_zone . <"$zone"
        else
            world_add_zone "${zone##*/}" <"$zone"
        fi
    done
}

# Data sets of one zone add up, so that a name can have several answers.
world_add_list() {
    local file
    mkdir -p "$WORLD_DIR/lists"
    file=$(mktemp "$WORLD_DIR/lists/XXXXXX")
    cat >"$file"
    chmod 644 "$file"
    printf '%s:%s:lists/%s\n' "$1" "$2" "${file##*/}" >>"$WORLD_DIR/lists.conf"
}

world_init() {
    local zone
    WORLD_DIR=$(mktemp -d "${TMPDIR:-/tmp}/rcptcheck-world.XXXXXX")
    mkdir "$WORLD_DIR/zones" "$WORLD_DIR/keys"
    for zone in . lab $WORLD_SIGNED; do
        world_make_zone "$zone"
    done
    printf 'ns.lab. A 127.0.0.1\n' >>"$(world_zone_file lab)"
    # faultd serves until its standard input closes; it is held open by this shell alone.
    mkfifo "$WORLD_DIR/alive"
    exec 9<>"$WORLD_DIR/alive"
}

world_check_zones() {
    local file zone
    for file in "$WORLD_DIR"/zones/*.zone; do
        zone=$(basename "$file" .zone)
        [ "$zone" != root ] || zone=.
        nsd-checkzone "$zone" "$file" >"$WORLD_DIR/checkzone" 2>&1 || {
            cat "$WORLD_DIR/checkzone" >&2
            cp "$file" "${TMPDIR:-/tmp}/rcptcheck-bad.zone"
            world_fail "zone $zone is not well-formed; its text is kept in ${TMPDIR:-/tmp}/rcptcheck-bad.zone"
        }
    done
}

# Signs a zone in place. For bogus.lab the signatures over data are damaged: those over the keys and
# the delegation stay, so that the chain of trust leads to data that does not verify.
world_sign() {
    local zone=$1 file key
    file=$(world_zone_file "$zone")
    key=$(cd "$WORLD_DIR/keys" && ldns-keygen -a ECDSAP256SHA256 -k "$zone") ||
        world_fail "no key for $zone"
    (cd "$WORLD_DIR/keys" && ldns-signzone -o "$zone" -f "$file.signed" "$file" "$key") ||
        world_fail "zone $zone cannot be signed"
    case $zone in
    bogus.*)
        awk '$4 == "RRSIG" && $5 != "DNSKEY" { sub(/[^ \t]+$/, "AAAA" substr($NF, 5)) } { print }' \
            "$file.signed" >"$file"
        ;;
    *) mv "$file.signed" "$file" ;;
    esac
    rm -f "$file.signed"
}

world_write_nsd() {
    local file zone
    cat <<END
server:
    ip-address: 127.0.0.1@$1
    server-count: 1
    username: ""
    chroot: ""
    database: ""
    zonesdir: "$WORLD_DIR"
    pidfile: "$WORLD_DIR/nsd.pid"
    xfrdfile: "$WORLD_DIR/xfrd.state"
    xfrdir: "$WORLD_DIR"
    zonelistfile: "$WORLD_DIR/zone.list"
    logfile: "$WORLD_DIR/nsd.log"
    rrl-ratelimit: 0
    tcp-count: 200
remote-control:
    control-enable: no
END
    for file in "$WORLD_DIR"/zones/*.zone; do
        zone=$(basename "$file" .zone)
        [ "$zone" != root ] || zone=.
        printf 'zone:\n    name: "%s"\n    zonefile: "%s"\n' "$zone" "$file"
    done
}

# outgoing-interface keeps Unbound off the network whatever a zone says. No retry of its own makes a
# test slow, nothing is answered from stale or guessed data, and records keep their order.
world_write_unbound() {
    local file zone key
    cat <<END
server:
    interface: 127.0.0.1
    port: $1
    outgoing-interface: 127.0.0.1
    do-ip6: no
    do-not-query-localhost: no
    access-control: 127.0.0.0/8 allow
    username: ""
    chroot: ""
    directory: "$WORLD_DIR"
    pidfile: "$WORLD_DIR/unbound.pid"
    logfile: "$WORLD_DIR/unbound.log"
    use-syslog: no
    verbosity: 0
    do-daemonize: no
    num-threads: 1
    so-rcvbuf: 0
    module-config: "validator iterator"
    val-log-level: 0
    ede: yes
    qname-minimisation: no
    target-fetch-policy: "0 0 0 0 0"
    aggressive-nsec: no
    prefetch: no
    serve-expired: no
    rrset-roundrobin: no
END
    for zone in $WORLD_SIGNED; do
        for key in "$WORLD_DIR"/keys/K"$zone".+*.key; do
            printf '    trust-anchor-file: "%s"\n' "$key"
        done
    done
    printf 'remote-control:\n    control-enable: no\n'
    for zone in $([ ! -e "$WORLD_DIR/lists.conf" ] || cut -d: -f1 "$WORLD_DIR/lists.conf" | sort -u); do
        printf 'stub-zone:\n    name: "%s"\n    stub-addr: 127.0.0.1@%s\n' "$zone" "$3"
    done
    for file in "$WORLD_DIR"/zones/*.zone; do
        zone=$(basename "$file" .zone)
        [ "$zone" != root ] || zone=.
        printf 'stub-zone:\n    name: "%s"\n    stub-addr: 127.0.0.1@%s\n' "$zone" "$2"
    done
}

# True once 127.0.0.1@PORT answers (NAME, SOA) with NOERROR; gives up if the process ends or after 10 s.
# A connection is tried first: drill waits five seconds for a port that is not open yet.
world_answers() {
    local port=$1 pid=$2 name=$3 try
    for ((try = 0; try < 200; try++)); do
        (exec 7<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null &&
            drill -p "$port" @127.0.0.1 "$name" SOA 2>/dev/null |
            grep -q 'rcode: NOERROR' && return 0
        kill -0 "$pid" 2>/dev/null || return 1
        sleep 0.05
    done
    return 1
}

# rbldnsd does not run as root; every query is a line in lists.log.
world_start_lists() {
    local port=$1 pid user=() lists
    [ -e "$WORLD_DIR/lists.conf" ] || return 0
    mapfile -t lists <"$WORLD_DIR/lists.conf"
    if [ "$(id -u)" -eq 0 ]; then
        user=(-u nobody)
        chmod 755 "$WORLD_DIR" "$WORLD_DIR/lists"
        touch "$WORLD_DIR/lists.log"
        chown nobody "$WORLD_DIR/lists.log"
    fi
    rbldnsd -n "${user[@]}" -b "127.0.0.1/$port" -w "$WORLD_DIR" -l "+$WORLD_DIR/lists.log" -t 300 \
        "${lists[@]}" >"$WORLD_DIR/rbldnsd.out" 2>&1 9<&- &
    pid=$!
    world_pids+=("$pid")
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        drill -p "$port" @127.0.0.1 "${lists[0]%%:*}" SOA >"$WORLD_DIR/drill.out" 2>&1 && return 0
        kill -0 "$pid" 2>/dev/null || return 1
        sleep 0.1
    done
    return 1
}

# Starts both daemons on two free ports; fails if one of them cannot bind.
world_try_start() {
    local ports nsd_pid unbound_pid
    mapfile -t ports < <("$FREEPORT" 3)
    [ "${#ports[@]}" -eq 3 ] || world_fail "no free ports ($FREEPORT)"
    world_write_nsd "${ports[0]}" >"$WORLD_DIR/nsd.conf"
    world_write_unbound "${ports[1]}" "${ports[0]}" "${ports[2]}" >"$WORLD_DIR/unbound.conf"
    world_start_lists "${ports[2]}" || return 1
    nsd -d -c "$WORLD_DIR/nsd.conf" >"$WORLD_DIR/nsd.out" 2>&1 9<&- &
    nsd_pid=$!
    unbound -d -c "$WORLD_DIR/unbound.conf" >"$WORLD_DIR/unbound.out" 2>&1 9<&- &
    unbound_pid=$!
    world_pids+=("$nsd_pid" "$unbound_pid")
    world_answers "${ports[0]}" "$nsd_pid" lab || return 1
    world_answers "${ports[1]}" "$unbound_pid" lab || return 1
    WORLD_UNBOUND=127.0.0.1:${ports[1]}
}

world_end_processes() {
    [ "${#world_pids[@]}" -gt 0 ] || return 0
    kill "${world_pids[@]}" 2>/dev/null
    wait "${world_pids[@]}" 2>/dev/null
    world_pids=()
}

world_start() {
    local zone try
    world_check_zones
    for zone in $WORLD_SIGNED; do
        world_sign "$zone"
    done
    for try in 1 2 3; do
        world_try_start && return 0
        world_end_processes
    done
    cat "$WORLD_DIR"/*.out "$WORLD_DIR"/*.log >&2 2>/dev/null
    world_fail "NSD and Unbound did not start ($try attempts)"
}

world_faultd() {
    local folder=$1 try pid
    shift
    "$FAULTD" --forward "$WORLD_UNBOUND" "$@" <"$WORLD_DIR/alive" >"$folder/faultd.out" \
        2>"$folder/faultd.err" 9<&- &
    pid=$!
    world_pids+=("$pid")
    for ((try = 0; try < 200; try++)); do
        # The first line is "port N".
        if { read -r _ WORLD_RESOLVER <"$folder/faultd.out"; } 2>/dev/null; then
            WORLD_RESOLVER=127.0.0.1:$WORLD_RESOLVER
            return 0
        fi
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.02
    done
    cat "$folder/faultd.err" >&2
    world_fail "$FAULTD $* did not start"
}

world_stop() {
    world_end_processes
    exec 9<&-
    [ -z "${WORLD_DIR:-}" ] || rm -rf "$WORLD_DIR"
    WORLD_DIR=''
}
