#!/usr/bin/env bash
# The release check of the private notes: every fault of the list, in the numbers
# of a release, and a table of what came of it.
#
#   ./store/faults.sh [TIMES] [FOLDER]
#
# TIMES multiplies what each push does; 10, the default, is a release, and 1 or 2
# a look in some minutes. FOLDER keeps what each part said; without it that is a
# new one among the system's temporary files, named at the end. FUZZTIME is how
# long each fuzz target runs: 30m by default, which takes nine hours in all;
# FUZZTIME=0 leaves them out, and the rest takes about an hour on two processors.
# It needs Linux on amd64. As root it also fills small disks and runs Windows' part
# by wine; what can't run here is said in the table.
set -uo pipefail
cd "$(dirname "$0")/.."
times=${1:-10}
export ISSPP_TEST_TIMES=$times
kept=${2:-$(mktemp -d)}
fuzz=${FUZZTIME:-30m}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$kept" && kept=$(cd "$kept" && pwd) || exit 1
go test -c -o "$work/store" ./store && go test -c -o "$work/seal" ./store/seal && go test -c -o "$work/session" ./ui/session && go test -c -o "$work/e2e" ./ui/e2e || exit 1
rows=() bad=0 out='' status=0 skipped='' # the last three are of the last part

row() { rows+=("| $1 | $2 | $3 | $4 | $5 |"); } # FAULT TRIES LOST WRONG OUTCOME

# words: what the tests said in the last part, a sentence each.
words() { sed -nE 's/^ *[a-z_0-9]+_test\.go:[0-9]+: //p' "$out"; }

# count PATTERN: the sum of the numbers that the pattern finds in these words; with
# a # before the pattern, in how many sentences it is found.
count() {
  case $1 in
    '#'*) words | grep -cE -- "${1#?}" ;;
    *) words | grep -oE -- "$1" | grep -oE '[0-9]+' | awk '{ n += $1 } END { print n + 0 }' ;;
  esac
}

# also FAULT PATTERN [OUTCOME [LOST]]: one row about the last part, with the tries
# that PATTERN counts; where it counts none, the tests. Of a part that failed it is
# for the reader of its output to say what was lost.
also() {
  local tries
  tries=$(count "$2")
  [ "$tries" != 0 ] || tries="$(grep -cE '^ *--- PASS' "$out") tests"
  if [ "$status" != 0 ]; then
    bad=1
    row "$1" "$tries" "?" "?" "FAILED: see ${out##*/}"
  elif [ -n "$skipped" ]; then
    row "$1" "$tries" "-" "-" "not all of it run here: $skipped"
  else
    row "$1" "$tries" "${4:-0}" 0 "${3:-as it must be}"
  fi
}

# run PACKAGE FAULT PATTERN TESTS: one part of a package's tests.
run() {
  local package=$1 fault=$2 pattern=$3 tests=$4 binary=${1##*/}
  out=$kept/$(tr -cs 'a-zA-Z0-9' - <<<"$fault").txt
  out=${out/-.txt/.txt}
  printf '%s  %s …\n' "$(date +%H:%M:%S)" "$fault" >&2
  (cd "$package" && timeout 14400 "$work/$binary" -test.run "$tests" -test.v -test.timeout 14000s) > "$out" 2>&1
  status=$?
  skipped=$(grep -A1 -E '^ *--- SKIP' "$out" | sed -nE 's/^ *[a-z_0-9]+_test\.go:[0-9]+: //p' | head -1)
  also "$fault" "$pattern"
}
part() { run store "$@"; }

part "kill -9 while saving" '^[0-9]+ kills' '^TestNoAcknowledgedSave'
also "saves acknowledged before these kills" '[0-9]+ saves were' "each there, as saved or later"
part "kill -9 while setting up" '^[0-9]+ kills' '^TestAKillDuringSetUp'
part "kill -9 while backing up" '^[0-9]+ kills' '^TestAKillWhileBackingUp'
part "kill -9 while restoring" '^[0-9]+ kills' '^TestAKillWhileRestoring'
part "kill -9 during a disposal" '^[0-9]+ kills' '^TestAKillDuringADisposal'
part "power cut: set-up, save, backup, passphrase, restore, disposal, salvage" '[0-9]+ cuts' '^TestNoPowerCut'
also "a disk that lies about flushing" '[0-9]+ lies' "opened, or refused and salvaged; lost are those where the disk lost this computer's memory too" "$(count 'remembers:[0-9]+')"
part "damaged files" '^[0-9]+ tries' '^TestNoDamage'
part "honest files, none refused" '^[0-9]+ honest' '^(TestNoHonest|TestManyRecords)'
part "key slots destroyed" '^[0-9]+ places' '^TestKeySlots'
part "disk full or failing at any call" 'refused [0-9]+ times' '^TestADiskThat'
part "a second process; its kill" '^[0-9]+ times' '^TestAnotherProcess'
part "odd places and files" '^none' '^(TestWhatIsNotAFile|TestNotesOfANewerFormat|TestAPlaceThat|TestRecordsOfANewer|TestARecordOfANewer)'
part "records swapped, replayed, left out; old files" '^[0-9]+ changes' '^(TestEveryPair|TestNothingThat|TestAnOlderFile|TestARecordTakenAway)'
part "vectors: age, our own of what is sealed" '^[0-9]+ vectors' '^(TestAgeVectors|TestOneFault)'
run store/seal "vectors: Argon2id, XChaCha20-Poly1305, HKDF, our own of key slots and seals" '^[0-9]+ vectors' '^(TestArgon2id|TestXChaCha|TestHKDF|TestOneFault|TestOneByteOfDamage|TestAHeaderWithTwo)'
part "files of former formats (there is one; nothing is migrated yet)" '^none' '^TestNotesOfEveryFormat'
part "clocks that jump" '^none' '^TestAClock'
part "records disposed of" '^[0-9]+ records' '^TestWhatIsDisposedOf'
part "backup and restore drill" '^[0-9]+ drills' '^TestEveryBackupRestores'
part "handed over: changed, cut, to others, too much work" '[0-9]+ (changed|cut|to others|of too much)' '^TestAChangedOrCutFile'
part "salvage" '^none' '(Salvage|Gap|OpeningPages)'
part "salvage below the best backup" '^[0-9]+ rebuildings' '^(TestARebuilding|TestAFileCut|TestAFileThatIsCut)'
part "backups ranked by their names" '^none' '^TestBackupsAreRanked'
part "text put aside and not found again" '^none' '(PutAside|SealedAside|Rescue)'
part "former key slots put back" '^none' '^(TestFormerKeySlots|TestTheFormerPassphrase|TestTheKeySlotsOf)'
part "copies of a sync tool" '^none' '^TestACopyThatASyncTool'
run ui/session "a command or document that is incomplete and does not say so" '^none' '^(TestEveryCommandSays|TestADocumentOfIncomplete)'
run ui/e2e "read by an outsider" '^none' '^TestNotesAreReadByAnOutsider'
run ui/e2e "memory images after a lock" '#locked: 0' '^TestAfterALockNoProcessHoldsANoteAKeyOrAPassphrase$'
run ui/e2e "whole sessions traced for what they write" '#programs' '^TestAWholeSessionWritesNothingReadable$'

if [ "$(id -u)" = 0 ]; then
  out=$kept/disks-accounts-Windows.txt
  printf '%s  disks, accounts, Windows …\n' "$(date +%H:%M:%S)" >&2
  .ci/store > "$out" 2>&1
  status=$? skipped=''
  also "tmpfs, ext4, xfs full" 'full [0-9]+ times'
  also "Windows (wine): kill -9 while saving" 'Windows: [0-9]+ kills while saving'
  also "Windows (wine): saves acknowledged before these kills" '[0-9]+ saves were'
  also "Windows (wine): the store's tests" 'Windows: [0-9]+ tests passed'
  while IFS= read -r line; do row "${line#!! SKIPPED: }" 0 - - "not run here"; done < <(grep '^!! SKIPPED' "$out")
else
  row "small disks, Windows (wine)" 0 - - "not run here: needs root"
fi

executions=0
for package in model content ui/document store store/seal; do
  [ "$fuzz" != 0 ] || break
  for target in $(grep -ho '^func Fuzz[A-Za-z0-9]*' "$package"/*_test.go | cut -d' ' -f2); do
    out=$kept/$target.txt
    printf '%s  fuzzing %s for %s …\n' "$(date +%H:%M:%S)" "$target" "$fuzz" >&2
    result="no crash"
    # Without a limit a worker makes one finding smaller for a minute and tries nothing new.
    go test "./$package" -run '^$' -fuzz "^$target\$" -fuzztime "$fuzz" -fuzzminimizetime 50x -parallel 2 -timeout 0 > "$out" 2>&1 || { result="FAILED: see ${out##*/}"; bad=1; }
    n=$(grep -oE 'execs: [0-9]+' "$out" | tail -1 | grep -oE '[0-9]+')
    executions=$((executions + ${n:-0}))
    row "fuzz $package $target" "${n:-0}" 0 0 "$result"
  done
done
if [ "$fuzz" = 0 ]; then
  row "fuzzing" 0 - - "left out (FUZZTIME=0)"
else
  row "fuzzing, all targets" "$executions" 0 0 "executions; a release wants 100000000"
fi

printf '\n| fault | tries | lost | wrong | outcome |\n| --- | ---: | ---: | ---: | --- |\n'
printf '%s\n' "${rows[@]}"
printf '\nEach part in its own words: %s\n' "$kept"
exit "$bad"
