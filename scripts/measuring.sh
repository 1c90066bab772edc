# Sourced by the scripts that measure, after jdk.sh: runs a jar and makes the report of what it leaves.
# shellcheck shell=bash

# Runs a jar and then the report, in a new folder unless --out names one, or --resume one to go on with; when
# --resume comes last without a folder, it is the last one.
#   measure NAME JAR ARGUMENT...
measure() {
  local name=$1 out="" previous="" argument status=0
  local command=("$java" "${jvm_options[@]}" "-Dmillrace.command=scripts/$name.sh" -jar "$root/$2")
  shift 2
  for argument in "$@"; do
    case $argument in
      -h | --help | -V | --version) exec "${command[@]}" "$@" ;;
      --out=* | --resume=*) out=${argument#--*=} ;;
    esac
    [[ $previous != --out && $previous != --resume ]] || out=$argument
    previous=$argument
  done
  if [[ $previous == --resume ]]; then
    out=$(find out -maxdepth 1 -name "$name-*" 2>/dev/null | sort | tail -1) || true
    out=${out:-out}
    set -- "$@" "$out"
  elif [[ -z $out ]]; then
    out=out/$name-$(date +%Y%m%d-%H%M%S)
    set -- "$@" --out "$out"
  fi

  # An interrupt ends the measuring, not the report of what was measured.
  trap : INT TERM
  "${command[@]}" "$@" || status=$?
  if [[ -s $out/results.json ]]; then
    "$root/scripts/report.sh" "$out/results.json" --out "$out/report" || status=$((status ? status : $?))
  fi
  exit "$status"
}
