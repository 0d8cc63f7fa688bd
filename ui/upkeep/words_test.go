package upkeep

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/store"
)

func TestOneRecordIsSpokenOfAsOne(t *testing.T) {
	one := strings.Join(imported(&store.Taken{Newer: 1, Same: 1, Older: 1, Disposed: 1, Refused: 1}), "\n")
	for _, wrong := range []string{"1 record were", "1 record are", "1 record have", "versions"} {
		if strings.Contains(one, wrong) {
			t.Errorf("%q in:\n%s", wrong, one)
		}
	}
	if two := strings.Join(imported(&store.Taken{Same: 2}),
		"\n"); two != "2 records were here already.\nNothing has changed." {
		t.Errorf("%q", two)
	}
	if line := logLines([]store.Line{{
		Seq: 1, Action: store.Imported, Kind: "walkthrough", Record: "0123456789abcdef",
		Reason: "9f86d081884c7d659a2feaa0c55ad015",
	}})[0].Text; strings.Contains(line, "9f86") ||
		!strings.HasSuffix(line, "01234567 (from other notes)") {
		t.Errorf("the log says %q", line)
	}
}

func TestAnOlderVersionInABackupIsCalledSo(t *testing.T) {
	for want, l := range map[string]store.LostRecord{
		"in no backup or copy":                 {Revision: 2},
		"in b.db":                              {Revision: 2, Backup: "/x/b.db", BackupRevision: 2},
		"an older version (1 of 2) is in b.db": {Revision: 2, Backup: "/x/b.db", BackupRevision: 1},
	} {
		if got := foundIn(&l, "b.db"); got != want {
			t.Errorf("%q", got)
		}
	}
}

func TestANameIsTakenAsPeopleTypeAndDragIt(t *testing.T) {
	home, err := os.UserHomeDir()
	if err != nil {
		t.Skip("no home here")
	}
	for _, name := range []struct{ typed, want string }{
		{`  "two words.age" `, "two words.age"},
		{"'it.age'", "it.age"},
		{"~/out.age", filepath.Join(home, "out.age")},
		{"it's.age", "it's.age"},
	} {
		if got := typedPath(name.typed); got != name.want {
			t.Errorf("%q is taken for %q", name.typed, got)
		}
	}
}
