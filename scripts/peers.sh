#!/usr/bin/env bash
# Measures other libraries, our engines and a loop written by hand on the same jobs, and makes the report;
# --help says how. Or, with Debian's packages, programs in other languages:
#   scripts/peers.sh languages [ITEMS] [ROUNDS]      J1 and J2 in Rust (rayon) and Haskell (conduit)
set -euo pipefail
source "$(dirname "$0")/jdk.sh"
source "$(dirname "$0")/measuring.sh"
sources=$root/bench/peers/src/languages
work=$root/bench/peers/target/languages

# Builds the Rust program by Debian's compiler and libraries; fails when they are not there.
build_rust() {
  compgen -G '/usr/share/cargo/registry/rayon-*' >/dev/null && [[ -x /usr/bin/cargo && -x /usr/bin/rustc ]] || return 1
  rm -rf "$work/rust"
  cp -r "$sources/rust" "$work/rust" # cargo leaves a lock file beside the sources
  (cd "$work/rust" && RUSTC=/usr/bin/rustc /usr/bin/cargo build --quiet --release --offline)
}

# Builds the Haskell program by Debian's compiler and libraries; fails when they are not there.
build_haskell() {
  [[ -x /usr/bin/ghc ]] && /usr/bin/ghc-pkg --simple-output list conduit 2>/dev/null | grep -q conduit || return 1
  mkdir -p "$work/haskell"
  /usr/bin/ghc -v0 -O2 -threaded -with-rtsopts=-A64m -outputdir "$work/haskell" -o "$work/haskell/floor" "$sources/haskell/Floor.hs"
}

# Runs a program on a job, checks what it gives, and prints a line of the table.
#   floor NAME PROGRAM JOB HOW THREADS
floor() {
  local given times
  given=$(mktemp)
  times=$("$2" "$3" "$4" "$5" "$rounds" "$work/$3.rows" "$given")
  if ! cmp -s "$given" "$work/$3.expected"; then
    echo "$1 $4 gives another answer to $3 than the loop in Java; its answer is in $given" >&2
    exit 70
  fi
  rm "$given"
  # shellcheck disable=SC2086 # four numbers
  printf '%-8s %-3s %-7s %7d %12s %12s %12s %12s\n' "$1" "$3" "$4" "$5" $times
}

languages() {
  local items=${1:-200000} job
  rounds=${2:-40}
  if ! [[ $items =~ ^[1-9][0-9]{0,7}$ && $rounds =~ ^[1-9][0-9]{0,5}$ ]]; then
    echo "peers.sh languages: wants a count of items and one of rounds, not '$*'" >&2
    exit 64
  fi
  mkdir -p "$work"
  "$java" "${jvm_options[@]}" -cp "$root/bench/peers/target/peers.jar" dev.millrace.bench.peer.Export "$work" "$items"
  printf '%d items; milliseconds a round, the mean of the second half of %d\n' "$items" "$rounds"
  printf '%-8s %-3s %-7s %7s %12s %12s %12s %12s\n' language job how threads 'best wall' 'best CPU' 'mean wall' 'mean CPU'
  if build_rust; then
    for job in J1 J2; do
      floor Rust "$work/rust/target/release/floor" "$job" loop 1
      floor Rust "$work/rust/target/release/floor" "$job" rayon 2
    done
  else
    echo "Rust     skipped: cargo and librust-rayon-dev are not installed"
  fi
  if build_haskell; then
    for job in J1 J2; do
      floor Haskell "$work/haskell/floor" "$job" single 1
      floor Haskell "$work/haskell/floor" "$job" workor 1
      floor Haskell "$work/haskell/floor" "$job" workor 2
    done
  else
    echo "Haskell  skipped: ghc and libghc-conduit-dev are not installed"
  fi
}

build_jar bench/peers peers.jar engines bench
if [[ ${1:-} == languages ]]; then
  languages "${@:2}"
  exit
fi
build_jar reports reports.jar reports
measure peers bench/peers/target/peers.jar "$@"
