package session

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/store"
	"isspp/ui/upkeep"
)

// foundJSON is a finding as a script reads it.
type foundJSON struct{ Severity, Code, Text string }

// readVerify and readWhere are the answers of "verify" and "where" as a script reads them.
type (
	readVerify struct {
		Sound    bool
		Records  int
		Lines    int `json:"log_lines"`
		Lost     []struct{ ID string }
		Findings []foundJSON `json:"findings"`
	}
	readWhere struct {
		Notes, State string
		Backups      []struct{ Bytes int64 }
		Findings     []foundJSON `json:"findings"`
	}
)

// desk is a folder with notes, and files with what opens them.
type desk struct {
	t            *testing.T
	dir, path    string
	right, wrong string
}

// sitDown makes notes in a folder of their own.
func sitDown(t *testing.T) *desk {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	d := &desk{t: t, dir: t.TempDir()}
	d.path = filepath.Join(d.dir, "notes", "notes.db")
	kept(t, d.path, "")
	d.right, d.wrong = d.file("right", "a horse and a violin\nand a second line"),
		d.file("wrong", "a horse and a cello\n")
	return d
}

func (d *desk) file(name, text string) string {
	d.t.Helper()
	p := filepath.Join(d.dir, name)
	if err := os.WriteFile(p, []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
	return p
}

// asks runs a command of "isspp notes" on these notes.
func (d *desk) asks(args ...string) (out, errs string, status int) {
	d.t.Helper()
	return asks(d.t, append(append([]string{"notes"}, args...), "--notes", d.path, "--config",
		emptyConfig(d.t, d.dir))...)
}

// gets runs one that must succeed.
func (d *desk) gets(args ...string) string {
	d.t.Helper()
	out, errs, status := d.asks(args...)
	if status != 0 {
		d.t.Fatalf("%v: status %d, %s%s", args, status, out, errs)
	}
	return out
}

func TestVerifyTellsSoundFromNotByItsStatusAndInJSON(t *testing.T) {
	d := sitDown(t)
	var a readVerify
	if err := json.Unmarshal([]byte(d.gets("verify", "--json", "--passphrase-file", d.right)), &a); err != nil {
		t.Fatal(err)
	}
	if !a.Sound || a.Records != 1 || a.Lines != 2 || len(a.Findings) != 1 || a.Findings[0].Code != "keys" {
		t.Errorf("sound notes are told as %+v", a)
	}
	before, err := os.ReadFile(d.path)
	if err != nil {
		t.Fatal(err)
	}
	mark := strings.LastIndex(string(before), "\x93ISSP\x1a")
	before[mark+80] ^= 1
	if err := os.WriteFile(d.path, before, 0o600); err != nil {
		t.Fatal(err)
	}
	out, _, status := d.asks("verify", "--json", "--passphrase-file", d.right)
	if err := json.Unmarshal([]byte(out), &a); err != nil {
		t.Fatalf("%v in %q", err, out)
	}
	if status != 1 || a.Sound || len(a.Findings) == 0 {
		t.Errorf("one bit changed: status %d, %+v", status, a)
	}
	after, err := os.ReadFile(d.path)
	if err != nil || string(after) != string(before) {
		t.Error("checking changed the file")
	}
}

func TestADisposalReachesTheFileThatALinkLeadsTo(t *testing.T) {
	d := sitDown(t)
	before, err := os.ReadFile(d.path)
	if err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(d.dir, "notes.db")
	if err := os.Symlink(d.path, link); err != nil {
		t.Skipf("no links can be made here: %v", err)
	}
	d.path = link
	var list struct {
		References []upkeep.Due `json:"references"`
	}
	if err := json.Unmarshal([]byte(d.gets("purge", "--json", "--passphrase-file", d.right)), &list); err != nil ||
		len(list.References) == 0 {
		t.Fatal(list, err)
	}
	d.gets("purge", "--ref", list.References[0].Ref, "--reason", "kept long enough", "--yes", "--not-filed",
		"--passphrase-file", d.right)
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link was replaced: ", err)
	}
	mark := strings.LastIndex(string(before), "\x93ISSP\x1a")
	after, err := os.ReadFile(link)
	if err != nil || strings.Contains(string(after), string(before[mark+40:mark+120])) {
		t.Error("what was disposed of is still in the file that the link leads to: ", err)
	}
}

func TestAWrongPassphraseIsSaidAndCounted(t *testing.T) {
	d := sitDown(t)
	for i := range 2 {
		_, errs, status := d.asks("verify", "--passphrase-file", d.wrong)
		if status != 1 || !strings.Contains(errs, "does not open these notes") || i == 1 &&
			!strings.Contains(errs, "wrong try 2") {
			t.Fatalf("status %d, %q", status, errs)
		}
	}
	if out := d.gets("verify", "--passphrase-file", d.right); !strings.Contains(out, "2 wrong tries") {
		t.Errorf("whoever gets in isn't told: %q", out)
	}
	if out := d.gets("verify", "--passphrase-file", d.right); strings.Contains(out, "wrong") {
		t.Errorf("told a second time: %q", out)
	}
}

func TestNoFlagAndNoVariableTakesAPassphrase(t *testing.T) {
	d := sitDown(t)
	for _, args := range [][]string{{"verify", "--passphrase", "a horse and a violin"}, {"log", "--password=x"}} {
		if _, errs, status := d.asks(args...); status != 2 {
			t.Errorf("%v: status %d, %q", args, status, errs)
		}
	}
	t.Setenv("ISSPP_PASSPHRASE", "a horse and a violin")
	if _, errs, status := d.asks("verify"); status != 2 || !strings.Contains(errs, "--passphrase-file") {
		t.Errorf("without a terminal: status %d, %q", status, errs)
	}
	if _, errs, status := d.asks("verify", "--passphrase-file", d.file("empty", "")); status != 1 ||
		!strings.Contains(errs, "empty") {
		t.Errorf("an empty file: status %d, %q", status, errs)
	}
}

func TestTheRecoveryKeyOpensAndIsRenewed(t *testing.T) {
	d := sitDown(t)
	out := d.gets("passphrase", "--passphrase-file", d.right, "--renew-recovery")
	_, rest, _ := strings.Cut(out, "Recovery key  ")
	key, _, _ := strings.Cut(rest, "\n")
	paper := d.file("paper", key)
	if _, errs, status := d.asks("verify", "--recovery", "--passphrase-file", d.file("torn", key[:20])); status != 1 ||
		!strings.Contains(errs, "too short") {
		t.Errorf("half a key: status %d, %q", status, errs)
	}
	fresh := d.file("fresh", "eight blue tricycles")
	d.gets("passphrase", "--recovery", "--passphrase-file", paper, "--new-passphrase-file", fresh)
	d.gets("verify", "--passphrase-file", fresh)
	if _, _, status := d.asks("verify", "--passphrase-file", d.right); status != 1 {
		t.Error("the old passphrase still opens the notes")
	}
	if _, errs, status := d.asks("passphrase", "--passphrase-file", fresh, "--new-passphrase-file",
		d.file("short", "short")); status != 1 || !strings.Contains(errs, "too short") {
		t.Errorf("a short one: status %d, %q", status, errs)
	}
}

func TestABackupMadeNowIsProvedAndOpensByItself(t *testing.T) {
	d := sitDown(t)
	elsewhere := filepath.Join(d.dir, "stick.db")
	d.gets("backup", "-o", elsewhere, "--passphrase-file", d.right)
	if _, errs, status := d.asks("backup", "-o", elsewhere, "--passphrase-file", d.right); status != 1 ||
		!strings.Contains(errs, "No backup was made") {
		t.Errorf("over a file: status %d, %q", status, errs)
	}
	out, errs, status := asks(t, "notes", "verify", "--notes", elsewhere, "--passphrase-file", d.right)
	if status != 0 || !strings.Contains(out, "Records   1") {
		t.Errorf("the copy: status %d, %q %q", status, out, errs)
	}
	d.gets("backup", "--passphrase-file", d.right)
	if all, err := store.Sources(d.path, store.Options{}, store.Backup); err != nil || len(all) != 1 {
		t.Errorf("today's backup is there twice: %v, %v", all, err)
	}
}

func TestRestoringIsUndoneAndTheOlderNotesAccepted(t *testing.T) {
	d := sitDown(t)
	d.gets("passphrase", "--passphrase-file", d.right, "--new-passphrase-file", d.right)
	backups, err := store.Sources(d.path, store.Options{}, store.Backup)
	if err != nil {
		t.Fatal(err)
	}
	out := d.gets("restore", filepath.Base(backups[0].Path))
	_, rest, _ := strings.Cut(out, "Undo      isspp notes restore ")
	undo, place, _ := strings.Cut(rest, " ")
	if !strings.HasPrefix(place, "--notes "+d.path) {
		t.Errorf("the undoing is for other notes: %q", place)
	}
	if out, _, status := d.asks("verify", "--passphrase-file", d.right); status != 1 ||
		!strings.Contains(out, "older than what this computer saw last") {
		t.Errorf("status %d, %q", status, out)
	}
	d.gets("restore", undo)
	d.gets("verify", "--passphrase-file", d.right)
	d.gets("restore", filepath.Base(backups[0].Path))
	d.gets("verify", "--passphrase-file", d.right, "--accept-older")
	d.gets("verify", "--passphrase-file", d.right)
	if out := d.gets("log", "--passphrase-file", d.right); !strings.Contains(out, "older notes accepted") ||
		strings.Contains(out, "REF-1") {
		t.Errorf("the log says %q", out)
	}
}

func TestASurroundingThatDumpsMemoryIsRefused(t *testing.T) {
	d := sitDown(t)
	t.Setenv("GOTRACEBACK", "crash")
	if _, errs, status := d.asks("verify", "--passphrase-file", d.right); status != 1 ||
		!strings.Contains(errs, "GOTRACEBACK") {
		t.Errorf("status %d, %q", status, errs)
	}
}

func TestWhereAnswersInJSON(t *testing.T) {
	d := sitDown(t)
	var a readWhere
	if err := json.Unmarshal([]byte(d.gets("where", "--json")), &a); err != nil {
		t.Fatal(err)
	}
	if a.Notes != d.path || a.State != "sealed" || len(a.Backups) != 1 || a.Backups[0].Bytes == 0 {
		t.Errorf("%+v", a)
	}
}

func TestNotesPutBackFromBeforeAChangedPassphraseSayWhatOpensThem(t *testing.T) {
	d := sitDown(t)
	d.gets("backup", "--passphrase-file", d.right)
	backups, err := store.Sources(d.path, store.Options{}, store.Backup)
	if err != nil {
		t.Fatal(err)
	}
	if out := d.gets("restore", filepath.Base(backups[0].Path)); strings.Contains(out, "of their day") {
		t.Errorf("nothing was changed, and yet: %q", out)
	}
	d.gets("verify", "--passphrase-file", d.right, "--accept-older")
	fresh := d.file("fresh", "eight blue tricycles")
	d.gets("passphrase", "--passphrase-file", d.right, "--new-passphrase-file", fresh)
	out := d.gets("restore", filepath.Base(backups[0].Path))
	if !strings.Contains(out, "They open with the passphrase of their day") ||
		!strings.Contains(out, "The recovery key does.") {
		t.Errorf("which passphrase opens them is not said: %q", out)
	}
	d.gets("verify", "--passphrase-file", d.right, "--accept-older")
	_, rest, _ := strings.Cut(out, "Undo      isspp notes restore ")
	undo, place, _ := strings.Cut(rest, " ")
	if !strings.HasPrefix(place, "--notes "+d.path) {
		t.Errorf("the undoing is for other notes: %q", place)
	}
	if out := d.gets("restore", undo); !strings.Contains(out, "They open with the passphrase of their day") {
		t.Errorf("nor on the way back: %q", out)
	}
	d.gets("verify", "--passphrase-file", fresh, "--accept-older")
	d.gets("passphrase", "--passphrase-file", fresh, "--renew-recovery")
	if out := d.gets("restore", filepath.Base(backups[0].Path)); !strings.Contains(out,
		"the passphrase and the recovery key of their day") {
		t.Errorf("both: %q", out)
	}
}

// emptyConfig is a config file in which nothing stands.
func emptyConfig(t testing.TB, dir string) string {
	t.Helper()
	path := filepath.Join(dir, "config.toml")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
