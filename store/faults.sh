#!/usr/bin/env bash
# The store's release check: every fault of the list, in the numbers of a release,
# and a table of what came of it. It takes about an hour; "./store/faults.sh 2"
# multiplies less, for a look in some minutes. Needs Linux on amd64; more of it
# runs as root, and what can't run here is said in the table.
set -uo pipefail
cd "$(dirname "$0")/.."
times=${1:-10}
fuzz=${FUZZTIME:-$((times * 3))m}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go test -c -o "$work/store.test" ./store || exit 1
rows=() bad=0

row() { rows+=("$1|$2|$3|$4"); }

# part NAME RUN [VARIABLE=VALUE…]: one part of the tests, with its own words.
part() {
  local name=$1 run=$2 out=$work/out result
  shift 2
  printf '%s …\n' "$name" >&2
  (cd store && env "$@" timeout 7200 "$work/store.test" -test.run "$run" -test.v -test.timeout 7000s) > "$out" 2>&1
  if [ $? = 0 ]; then result="none lost, none wrong"; else result="FAILED"; bad=1; cp "$out" "/tmp/isspp-faults-${name//[^a-z]/-}.txt"; fi
  grep -q -- '^--- SKIP' "$out" && result="NOT RUN HERE"
  while IFS= read -r line; do
    row "$name" "$(sed -E 's/^ *[a-z_0-9]+_test\.go:[0-9]+: //' <<<"$line")" "$result" ""
  done < <(grep -E '_test\.go:[0-9]+: ' "$out" | head -12)
  grep -qE '_test\.go:[0-9]+: ' "$out" || row "$name" "$(grep -cE '^ *--- PASS' "$out") tests" "$result" ""
}

part "kill -9 while saving" NoAcknowledgedSave ISSPP_STORE_KILLS=$((times * 200))
part "kill -9 while setting up, backing up, restoring" 'AKillDuring|AKillWhile' ISSPP_STORE_KILLS=$((times * 20))
part "power cut; a disk that lies" NoPowerCut ISSPP_STORE_POWER_TIMES="$times"
part "damaged files" NoDamage ISSPP_STORE_DAMAGE_TIMES="$times"
part "honest files" 'NoHonest|ManyRecords' ISSPP_STORE_HONEST_TIMES="$times"
part "key slots destroyed" 'KeySlots|OneByteOfDamage' ISSPP_STORE_DAMAGE_TIMES="$times"
part "disk full or failing at any call" ADiskThat ISSPP_STORE_FULL_TIMES="$times"
part "a second process" AnotherProcess ISSPP_STORE_HOLD_TIMES="$times"
part "odd places" 'WhatIsNotAFile|NewerFormat|CannotBeWritten|NewerSchema'
part "records swapped, replayed, left out; old files" 'EveryPair|NothingThat|AnOlderFile|TakenAway'
part "vectors; files of former formats" 'Argon2id|XChaCha|HKDF|OneFault|EveryFormat'
part "clocks that jump" AClock
part "disposal; handing over" 'Dispos|Bundle|Handover|Damaged.*Bundle'
part "salvage" 'Salvage|Gap|OpeningPages'

for f in $(grep -ho '^func Fuzz[A-Za-z]*' store/*_test.go | cut -d' ' -f2); do
  printf 'fuzzing %s for %s …\n' "$f" "$fuzz" >&2
  if go test ./store -run '^$' -fuzz "^$f\$" -fuzztime "$fuzz" > "$work/fuzz" 2>&1; then result="no crash"; else result="FAILED"; bad=1; fi
  row "fuzz $f" "$(grep -oE 'execs: [0-9]+' "$work/fuzz" | tail -1)" "$result" ""
done

if [ "$(id -u)" = 0 ]; then
  printf 'disks, accounts, Windows …\n' >&2
  if ISSPP_STORE_FULL_TIMES=$times .ci/store > "$work/out" 2>&1; then result="none lost, none wrong"; else result="FAILED"; bad=1; fi
  while IFS= read -r line; do row "tmpfs, ext4, xfs, wine" "$(sed -E 's/^ *[a-z_0-9]+_test\.go:[0-9]+: //' <<<"$line")" "$result" ""; done < <(grep -E 'full [0-9]+ times|after [0-9]+ saves|SKIPPED|tests passed' "$work/out")
else
  row "tmpfs, ext4, xfs, wine" "needs root" "NOT RUN HERE" ""
fi

printf '\n| fault | tries | outcome |\n| --- | --- | --- |\n'
for r in "${rows[@]}"; do
  IFS='|' read -r a b c _ <<<"$r"
  printf '| %s | %s | %s |\n' "$a" "$b" "$c"
done
exit "$bad"
