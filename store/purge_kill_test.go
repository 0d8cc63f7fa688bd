package store

import (
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"isspp/model"
	"isspp/store/boltfile"
)

func init() { childParts["purge"] = purgeChild }

// purgeChild keeps some records and disposes of others, over and over. It says
// what it has sealed, in hexadecimal, and what it is about to do and has done.
func purgeChild(args []string) int {
	key, err := ParseRecoveryKey(args[1])
	if err != nil {
		return 3
	}
	day := time.Now()
	s, _, err := unlock(args[0], Recovery(key), Options{Anchor: args[2], Now: func() time.Time { return day }})
	if err != nil {
		fmt.Println("refused", err)
		return 3
	}
	save := func(ref string, w *model.Walkthrough) {
		w.Ref, w.Draft.Text = ref, w.Draft.Text+"some words "
		err := s.SaveWalkthrough(w)
		id, perr := parseID(w.ID)
		sealed, gerr := s.get(boltfile.NotesBucket, id[:])
		fmt.Println("saved", ref, w.ID, hex.EncodeToString(sealed), err, perr, gerr)
	}
	for n := 1; ; n++ {
		goes := fmt.Sprintf("%s-%d", args[3], n)
		save("stays", &model.Walkthrough{})
		for range 3 {
			w := &model.Walkthrough{}
			save(goes, w)
			save(goes, w)
		}
		day = day.AddDate(0, 0, 1)
		_, err := s.Backup("", false)
		fmt.Println("purging", goes, err)
		_, err = s.Purge(goes, "", "kept long enough")
		fmt.Println("purged", goes, err)
	}
}

// purging is what is known of such a child's records.
type purging struct {
	t     *testing.T
	stays map[string]bool
	// sealed are the marks of each reference that goes, and begun and done those
	// whose disposal was begun and done.
	sealed      map[string]*marks
	begun, done map[string]bool
}

func (p *purging) hear(line string) {
	p.t.Helper()
	f := strings.Fields(line)
	for _, err := range f[min(len(f), 2+2*btoi(f[0] == "saved")):] {
		if err != "<nil>" {
			p.t.Fatalf("%q", line)
		}
	}
	switch {
	case f[0] == "saved" && f[1] == "stays":
		p.stays[f[2]] = true
	case f[0] == "saved":
		id, err := parseID(f[2])
		if err != nil {
			p.t.Fatal(err)
		}
		if p.sealed[f[1]] == nil {
			p.sealed[f[1]] = newMarks()
		}
		p.sealed[f[1]].add(id, unhex(p.t, f[3]))
	case f[0] == "purging":
		p.begun[f[1]] = true
	case f[0] == "purged":
		p.done[f[1]] = true
	default:
		p.t.Fatalf("%q", line)
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func TestAKillDuringADisposalLeavesAllOfItOrNothing(t *testing.T) {
	t.Parallel()
	kills, undone, all := rounds(50), 0, 0
	for done := 0; done < kills; done += 50 {
		u, a := killedWhilePurging(t, min(50, kills-done), uint64(done))
		undone, all = undone+u, all+a
	}
	t.Logf("%d kills: %d disposals were not done and were finished, %d were; no other record lost, nothing of what "+
		"went in any file", kills, undone, all)
}

func killedWhilePurging(t *testing.T, kills int, seed uint64) (undone, all int) {
	t.Helper()
	s, key := notesIn(t, quickDir(t))
	mustSave(t, s, &model.Walkthrough{Ref: "stays"})
	closeQuietly(s)
	p := &purging{
		t: t, stays: map[string]bool{}, sealed: map[string]*marks{}, begun: map[string]bool{},
		done: map[string]bool{},
	}
	rnd := rand.New(rand.NewPCG(9, seed))
	for round := range kills {
		c := startChild(t, "purge", s.path, key.Text(), s.opt.Anchor, fmt.Sprintf("goes-%d", round))
		for begins := 1 + rnd.IntN(3); begins > 0; {
			line, alive, inTime := c.line(20 * time.Second)
			if !inTime || !alive {
				t.Fatal("the child does not go on: ", c.lastWords())
			}
			p.hear(line)
			if strings.HasPrefix(line, "purging") {
				begins--
			}
		}
		time.Sleep(time.Duration(rnd.IntN(12_000)) * time.Microsecond)
		_ = c.cmd.Process.Kill()
		for line := range c.lines {
			p.hear(line)
		}
		c.kill()
		u, a := p.look(s.path, key, s.opt)
		undone, all = undone+u, all+a
	}
	return undone, all
}

// look opens the notes after a kill. Each disposal that was begun is there whole
// or not at all; the latter is finished now.
func (p *purging) look(path string, key RecoveryKey, opt Options) (undone, all int) {
	p.t.Helper()
	s, r, err := unlock(path, Recovery(key), opt)
	if err != nil {
		p.t.Fatal(err)
	}
	defer closeQuietly(s)
	clean(p.t, r)
	noLeftovers(p.t, path)
	noLeftovers(p.t, filepath.Join(backupDir(path), "x"))
	refs, have := map[string]int{}, map[string]bool{}
	for _, w := range s.Walkthroughs() {
		refs[w.Ref]++
		have[w.ID] = true
	}
	for id := range p.stays {
		if !have[id] {
			p.t.Errorf("%s, which nobody disposed of, is gone", id)
		}
	}
	for ref := range p.begun {
		switch n := refs[ref]; {
		case n == 0:
			all++
		case n == 3 && !p.done[ref]:
			undone++
			if d, err := s.Purge(ref, "", "kept long enough"); err != nil || d.Records != 3 || len(d.Untouched) > 0 {
				p.t.Errorf("%s can't be finished: %+v %v", ref, d, err)
			}
		default:
			p.t.Errorf("of %s there are %d left", ref, n)
		}
	}
	if v, err := s.Verify(); err != nil || v.Worst() != Remark {
		p.t.Errorf("%+v %v", v, err)
	}
	files := bytesOf(p.t, filepath.Dir(path))
	for ref := range p.begun {
		if found := p.sealed[ref].in(files); len(found) > 0 {
			p.t.Errorf("parts of %d records of %s are still in a file", len(found), ref)
		}
		delete(p.begun, ref) // looked at
		delete(p.sealed, ref)
	}
	return undone, all
}
