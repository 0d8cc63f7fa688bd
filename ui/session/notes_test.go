package session

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
)

// asks runs a command line as somebody would type it.
func asks(t *testing.T, args ...string) (out, errs string, status int) {
	t.Helper()
	return asksWith(t, nil, args...)
}

// asksWith does so where the config file counts for look-ups too.
func asksWith(t *testing.T, settings func(cli.Options) cli.Settings, args ...string) (out, errs string, status int) {
	t.Helper()
	var o, e bytes.Buffer
	sys := cli.IO{
		In: strings.NewReader("\n"), Out: &o, Err: &e, Now: time.Now,
		Getenv: func(string) string { return "" },
	}
	status = cli.Run(context.Background(), args, sys, cli.Program{Commands: Commands(), Settings: settings})
	return o.String(), e.String(), status
}

// kept makes notes with one saved walkthrough and a backup of it.
func kept(t *testing.T, path, anchor string) {
	t.Helper()
	opt := store.Options{Costs: costs, Anchor: anchor, KDF: &store.KDF{MemoryKiB: 19 << 10, Passes: 1, Lanes: 1}}
	st, _, err := store.Create(path, []byte("a horse and a violin"), opt)
	if err != nil {
		t.Fatal(err)
	}
	if err := st.SaveWalkthrough(&model.Walkthrough{Ref: "REF-1"}); err != nil {
		t.Fatal(err)
	}
	if _, err := st.Backup("", false); err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestADamagedFileIsReplacedByItsBackupAndSetAside(t *testing.T) {
	dir := t.TempDir()
	path, conf := filepath.Join(dir, "notes.db"), emptyConfig(t, dir)
	kept(t, path, filepath.Join(dir, "anchor"))
	out, _, status := asks(t, "notes", "where", "--notes", path, "--config", conf)
	if status != 0 || !strings.Contains(out, "(sealed)") || !strings.Contains(out, "Backup    ") {
		t.Fatalf("where says %q, status %d", out, status)
	}
	if err := os.WriteFile(path, []byte("not any more"), 0o600); err != nil {
		t.Fatal(err)
	}
	backups, err := store.Sources(path, store.Options{}, store.Backup)
	if err != nil || len(backups) != 1 {
		t.Fatalf("backups: %v, %v", backups, err)
	}
	out, errs, status := asks(t, "notes", "restore", filepath.Base(backups[0].Path), "--notes", path, "--config", conf)
	if status != 0 || !strings.Contains(out, "Set aside") {
		t.Fatalf("restore says %q %q, status %d", out, errs, status)
	}
	st, err := store.Unlock(path, store.Passphrase([]byte("a horse and a violin")),
		store.Options{Costs: costs, Anchor: filepath.Join(dir, "anchor")}, func(*store.Report) {})
	if err != nil {
		t.Fatal(err)
	}
	if w := st.Walkthroughs(); len(w) != 1 || w[0].Ref != "REF-1" {
		t.Errorf("the restored notes hold %v", w)
	}
	if err := st.Close(); err != nil {
		t.Error(err)
	}
}

func TestRestoringWhatIsNotABackupChangesNothing(t *testing.T) {
	dir := t.TempDir()
	path, conf := filepath.Join(dir, "notes.db"), emptyConfig(t, dir)
	kept(t, path, filepath.Join(dir, "anchor"))
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, errs, status := asks(t, "notes", "restore", "nowhere.db", "--notes", path, "--config", conf); status != 1 ||
		errs == "" {
		t.Errorf("status %d, %q", status, errs)
	}
	if _, errs, status := asks(t, "notes", "restroe", "--config", conf); status != 2 ||
		!strings.Contains(errs, "did you mean restore") {
		t.Errorf("status %d, %q", status, errs)
	}
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the notes changed: %v", err)
	}
}
