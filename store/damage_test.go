package store

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"isspp/model"
)

// damageSorts are the ways in which a file is spoilt; each changes b.
var damageSorts = []struct {
	name  string
	share int
	spoil func(b []byte, r *rand.Rand) []byte
}{
	{"one bit", 100, func(b []byte, r *rand.Rand) []byte { return flip(b, r.IntN(len(b)), r) }},
	{"page header byte", 120, func(b []byte, r *rand.Rand) []byte {
		b[r.IntN(len(b)/pageBytes)*pageBytes+r.IntN(pageFixed+elemSize)] ^= byte(1 + r.IntN(255))
		return b
	}},
	{"zeroed page", 60, func(b []byte, r *rand.Rand) []byte {
		clear(b[r.IntN(len(b)/pageBytes)*pageBytes:][:pageBytes])
		return b
	}},
	{"cut short", 50, func(b []byte, r *rand.Rand) []byte { return b[:r.IntN(len(b))] }},
	{"bit in an opening page", 60, func(b []byte, r *rand.Rand) []byte {
		return flip(b, r.IntN(2)*pageBytes+r.IntN(pageFixed+metaSize), r)
	}},
	{"100 bits", 40, func(b []byte, r *rand.Rand) []byte {
		for range 100 {
			b = flip(b, r.IntN(len(b)), r)
		}
		return b
	}},
}

func flip(b []byte, at int, r *rand.Rand) []byte {
	b[at] ^= 1 << r.IntN(8)
	return b
}

// truth is what was ever saved: bodies at each id, the last one last.
type truth struct {
	Recovery string
	Bodies   map[string][]string
}

// outcome is what the child saw of one spoilt file.
type outcome struct {
	Class string   // of the refusal; empty when the notes opened
	Text  string   // of the refusal
	Codes []string // of the findings above Remark
	Wrong int      // texts that were never saved
	Lost  int      // records missing or older than they should be
	Fault string   // anything else that should not be
}

func TestNoDamageKillsHangsOrDeceives(t *testing.T) {
	times := 1
	if v := os.Getenv("ISSPP_STORE_DAMAGE_TIMES"); v != "" {
		var err error
		if times, err = strconv.Atoi(v); err != nil {
			t.Fatal(err)
		}
	}
	dir := spoilable(t)
	c := startChild(t, "damage", dir)
	defer func() { c.kill() }()
	for sort, d := range damageSorts {
		count := map[string]int{}
		for seed := range d.share * times {
			if _, err := fmt.Fprintln(c.in, sort, seed); err != nil {
				t.Fatal(err)
			}
			text, alive, inTime := c.line(2 * time.Second)
			var o outcome
			switch {
			case !inTime:
				t.Errorf("%s, %d: hangs", d.name, seed)
			case !alive:
				c.kill()
				t.Errorf("%s, %d: the process died: %s", d.name, seed, c.lastWords())
			case json.Unmarshal([]byte(text), &o) != nil:
				t.Fatalf("%s, %d: %q", d.name, seed, text)
			}
			if !inTime || !alive {
				c.kill()
				c = startChild(t, "damage", dir)
				continue
			}
			judgeOutcome(t, fmt.Sprintf("%s, %d", d.name, seed), o, count)
		}
		t.Logf("%-24s %4d tries: %v", d.name, d.share*times, count)
	}
}

func judgeOutcome(t *testing.T, name string, o outcome, count map[string]int) {
	t.Helper()
	switch {
	case o.Fault != "":
		t.Errorf("%s: %s", name, o.Fault)
	case o.Wrong > 0:
		t.Errorf("%s: %d texts that nobody wrote", name, o.Wrong)
	case o.Class != "":
		count["refused: "+o.Class]++
		if o.Class != ErrDamaged.Error() && o.Class != ErrNotAStore.Error() && o.Class != ErrAbsent.Error() {
			t.Errorf("%s: misleading refusal: %s", name, o.Text)
		}
	case o.Lost > 0 && len(o.Codes) == 0:
		t.Errorf("%s: %d records lost without a word", name, o.Lost)
	case o.Lost > 0:
		count["opened, loss named"]++
	case len(o.Codes) > 0:
		count["opened, whole, warned"]++
	default:
		count["opened, whole"]++
	}
}

// spoilable makes notes with a past and writes down what was in them.
func spoilable(t *testing.T) string {
	s, recovery := newNotes(t)
	r := rand.New(rand.NewPCG(1, 2))
	tr := truth{Recovery: recovery.Text(), Bodies: map[string][]string{}}
	var notes []*model.FactorNote
	for i := range 260 {
		n := &model.FactorNote{}
		if i%5 == 4 {
			n = notes[r.IntN(len(notes))]
		} else {
			notes = append(notes, n)
		}
		n.Body = text(r, 10+r.IntN(2500))
		if i%40 == 7 {
			n.Body = text(r, 30_000)
		}
		if err := s.SaveFactorNote(n); err != nil {
			t.Fatal(err)
		}
		tr.Bodies[n.ID] = append(tr.Bodies[n.ID], n.Body)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(tr)
	dir := filepath.Dir(s.path)
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "truth.json"), b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// damageChild spoils and opens one file for each line it reads.
func damageChild(args []string) int {
	dir := args[0]
	var tr truth
	var files [3][]byte
	for i, name := range []string{"truth.json", "notes.db", "notes.keys"} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return 3
		}
		files[i] = b
	}
	if json.Unmarshal(files[0], &tr) != nil {
		return 3
	}
	recovery, err := ParseRecoveryKey(tr.Recovery)
	if err != nil {
		return 3
	}
	out := json.NewEncoder(os.Stdout)
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		var sort, seed int
		if _, err := fmt.Sscan(in.Text(), &sort, &seed); err != nil {
			return 3
		}
		work, err := os.MkdirTemp(dir, "try")
		if err != nil {
			return 3
		}
		r := rand.New(rand.NewPCG(uint64(sort), uint64(seed)))
		b := damageSorts[sort].spoil(slices.Clone(files[1]), r)
		path := filepath.Join(work, "notes.db")
		if os.WriteFile(path, b, 0o600) != nil || os.WriteFile(sidePath(path), files[2], 0o600) != nil {
			return 3
		}
		o := openSpoilt(path, recovery, &tr)
		_ = os.RemoveAll(work)
		if out.Encode(o) != nil {
			return 3
		}
	}
	return 0
}

func openSpoilt(path string, recovery RecoveryKey, tr *truth) (o outcome) {
	if st := Look(path); st.State == Held || st.State == Absent || st.State == Orphaned {
		o.Fault = fmt.Sprintf("looks like state %d", st.State)
	}
	opt := Options{Anchor: filepath.Join(filepath.Dir(path), "anchor")}
	s, r, err := Unlock(path, Recovery(recovery), opt)
	if err != nil {
		o.Class, o.Text = className(err), err.Error()
		return o
	}
	for _, f := range r.Findings {
		if f.Severity > Remark {
			o.Codes = append(o.Codes, f.Code)
		}
	}
	o.compare(s, tr)
	if _, err := s.Verify(); err != nil && !errors.Is(err, ErrDamaged) {
		o.Fault = "verify: " + err.Error()
	}
	n := &model.FactorNote{Body: "after the damage"}
	err = s.SaveFactorNote(n)
	if cerr := s.Close(); cerr != nil {
		o.Fault = "close: " + cerr.Error()
	}
	if err != nil { // refused, and said so
		return o
	}
	s, _, err = Unlock(path, Recovery(recovery), opt)
	if err != nil {
		o.Fault = "saved after the damage, then refused: " + err.Error()
		return o
	}
	defer closeQuietly(s)
	if !slices.ContainsFunc(s.FactorNotes(), func(m model.FactorNote) bool { return m.ID == n.ID && m.Body == n.Body }) {
		o.Fault = "what was saved after the damage is not there"
	}
	return o
}

// compare counts texts that are not what was saved.
func (o *outcome) compare(s *Store, tr *truth) {
	seen := map[string]bool{}
	for _, n := range s.FactorNotes() {
		bodies := tr.Bodies[n.ID]
		switch i := slices.Index(bodies, n.Body); {
		case i < 0:
			o.Wrong++
		case i < len(bodies)-1:
			o.Lost++
		}
		seen[n.ID] = true
	}
	o.Lost += len(tr.Bodies) - len(seen)
}

// className is the class of an error in words, or what it is instead.
func className(err error) string {
	for _, class := range []error{ErrWrongPassphrase, ErrLocked, ErrDamaged, ErrReadOnly, ErrNewerFormat, ErrNotAStore, ErrAbsent, ErrFull, ErrDenied} {
		if errors.Is(err, class) {
			return class.Error()
		}
	}
	return strings.ToUpper("untyped ") + err.Error()
}
