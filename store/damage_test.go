package store

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"isspp/model"
	"isspp/store/boltfile"
)

// damageSorts are the ways in which a file is spoilt; each changes b. least is
// how many of a thousand records a salvage gives back as last saved, taken over
// all tries.
var damageSorts = []struct {
	name  string
	share int
	least float64
	spoil func(b []byte, r *rand.Rand) []byte
}{
	{"one bit", 500, 99.9, func(b []byte, r *rand.Rand) []byte { return flip(b, r.IntN(len(b)), r) }},
	{"page header byte", 500, 99.8, func(b []byte, r *rand.Rand) []byte {
		b[r.IntN(len(b)/boltfile.PageSize)*boltfile.PageSize+r.IntN(pageFixed+elemSize)] ^= byte(1 + r.IntN(255))
		return b
	}},
	{"zeroed page", 250, 99.7, func(b []byte, r *rand.Rand) []byte {
		clear(b[r.IntN(len(b)/boltfile.PageSize)*boltfile.PageSize:][:boltfile.PageSize])
		return b
	}},
	{"random page", 150, 99.7, func(b []byte, r *rand.Rand) []byte {
		page := b[r.IntN(len(b)/boltfile.PageSize)*boltfile.PageSize:][:boltfile.PageSize]
		for i := range page {
			page[i] = byte(r.Uint32())
		}
		return b
	}},
	{"cut short", 250, 0, func(b []byte, r *rand.Rand) []byte { return b[:r.IntN(len(b))] }},
	{"bit in an opening page", 200, 100, func(b []byte, r *rand.Rand) []byte {
		return flip(b, r.IntN(2)*boltfile.PageSize+r.IntN(pageFixed+metaSize), r)
	}},
	{"both opening pages", 60, 100, func(b []byte, r *rand.Rand) []byte {
		for i := range 2 * boltfile.PageSize {
			b[i] = byte(r.Uint32())
		}
		return b
	}},
	{"100 bits", 150, 94, func(b []byte, r *rand.Rand) []byte {
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
	// Salvaged: what the notes did not give was read from the bytes, and so
	// many records are not as last saved after that.
	Salvaged   bool
	StillLost  int
	Unsalvaged string
}

// harvest sums up what salvaging gave.
type harvest struct{ tries, salvaged, lost int }

func TestNoDamageKillsHangsOrDeceives(t *testing.T) {
	records := 80
	if release() {
		records = 1000 // the release's rates are of a thousand
	}
	dir := spoilable(t, records)
	for sort, d := range damageSorts {
		t.Run(d.name, func(t *testing.T) {
			t.Parallel()
			tries := counted(d.share)
			count, got := map[string]int{}, harvest{}
			c := startChild(t, "damage", dir)
			defer func() { c.kill() }()
			for seed := range tries {
				var o outcome
				if c, o = spoiltOnce(t, c, dir, fmt.Sprint(sort, " ", seed)); o.Fault != died {
					judgeOutcome(t, fmt.Sprintf("%s, %d", d.name, seed), o, count)
					got.tries++
					got.lost += o.StillLost
					if o.Salvaged {
						got.salvaged++
					}
				}
			}
			rate := 100 - 100*float64(got.lost)/float64(got.tries*records)
			t.Logf("%d tries: %v; %d salvaged, %.3f %% of records as last saved", tries, count, got.salvaged, rate)
			if release() && rate < d.least {
				t.Errorf("of the records %.3f %% came back, not %.1f", rate, d.least)
			}
		})
	}
}

const died = "died"

// spoiltOnce asks the child for one try; a child that dies or hangs is replaced.
func spoiltOnce(t *testing.T, c *child, dir, ask string) (*child, outcome) {
	t.Helper()
	if _, err := fmt.Fprintln(c.in, ask); err != nil {
		t.Fatal(err)
	}
	text, alive, inTime := c.line(hangAfter)
	var o outcome
	switch {
	case !inTime:
		t.Errorf("%s: hangs", ask)
	case !alive:
		c.kill()
		t.Errorf("%s: the process died: %s", ask, c.lastWords())
	case json.Unmarshal([]byte(text), &o) != nil:
		t.Fatalf("%s: %q", ask, text)
	default:
		return c, o
	}
	c.kill()
	return startChild(t, "damage", dir), outcome{Fault: died}
}

// hangAfter allows for a machine that does other work: a try takes some
// hundredths of a second, and a hang lasts for ever.
const hangAfter = time.Minute

func judgeOutcome(t *testing.T, name string, o outcome, count map[string]int) {
	t.Helper()
	switch {
	case o.Fault != "":
		t.Errorf("%s: %s", name, o.Fault)
	case o.Wrong > 0:
		t.Errorf("%s: %d texts that nobody wrote", name, o.Wrong)
	case o.Class != "":
		count["refused: "+o.Class]++
		if o.Class == ErrDamaged.Error() && !o.Salvaged {
			count["of these not salvaged"]++
		}
		if o.Class != ErrDamaged.Error() && o.Class != errNotAStore.Error() && o.Class != ErrAbsent.Error() {
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
func spoilable(t *testing.T, records int) string {
	t.Helper()
	s, recovery := notesIn(t, quickDir(t))
	r := rand.New(rand.NewPCG(1, 2))
	tr := truth{Recovery: recovery.Text(), Bodies: map[string][]string{}}
	var notes []*model.FactorNote
	for i := 0; len(tr.Bodies) < records; i++ {
		n := &model.FactorNote{}
		if i%5 == 4 {
			n = notes[r.IntN(len(notes))]
		} else {
			notes = append(notes, n)
		}
		n.Body = text(r, 10+r.IntN(1500))
		if i%100 == 7 {
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
		if o.Fault == "" && (o.Class == ErrDamaged.Error() || o.Lost > 0) {
			o.salvage(path, b, files[2], recovery, &tr)
		}
		_ = os.RemoveAll(work)
		if out.Encode(o) != nil {
			return 3
		}
	}
	return 0
}

func openSpoilt(path string, recovery RecoveryKey, tr *truth) (o outcome) {
	if st := Look(path); st.State == InUse || st.State == Absent || st.State == Orphaned {
		o.Fault = fmt.Sprintf("looks like state %d", st.State)
	}
	opt := Options{Anchor: filepath.Join(filepath.Dir(path), "anchor")}
	s, r, err := unlock(path, Recovery(recovery), opt)
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
	s, _, err = unlock(path, Recovery(recovery), opt)
	if err != nil {
		o.Fault = "saved after the damage, then refused: " + err.Error()
		return o
	}
	defer closeQuietly(s)
	if !slices.ContainsFunc(s.FactorNotes(), func(m model.FactorNote) bool {
		return m.ID == n.ID &&
			m.Body == n.Body
	}) {
		o.Fault = "what was saved after the damage is not there"
	}
	return o
}

// salvage reads the spoilt bytes b one by one, as a person would ask to after a
// refusal or a loss.
func (o *outcome) salvage(path string, b, keys []byte, recovery RecoveryKey, tr *truth) {
	opt := Options{Anchor: filepath.Join(filepath.Dir(path), "anchor")}
	if errors.Join(os.WriteFile(path, b, 0o600), os.WriteFile(sidePath(path), keys, 0o600)) != nil {
		o.Fault = "the spoilt file can't be put back"
		return
	}
	_ = os.Remove(opt.Anchor)
	r, err := Salvage(path, Recovery(recovery), opt, true)
	if err != nil {
		if !errors.Is(err, ErrDamaged) && !errors.Is(err, errNotAStore) {
			o.Fault = "salvage: " + err.Error()
		}
		o.Unsalvaged, o.StillLost = err.Error(), len(tr.Bodies)
		return
	}
	if kept, err := os.ReadFile(r.Aside); err != nil || !bytes.Equal(kept, b) {
		o.Fault = "the damaged file was not kept as it was"
		return
	}
	s, opened, err := unlock(path, Recovery(recovery), opt)
	if err != nil {
		o.Fault = fmt.Sprintf("salvaged, and then: %v", err)
		return
	}
	defer closeQuietly(s)
	var after outcome
	after.compare(s, tr)
	o.Salvaged, o.StillLost = true, after.Lost
	o.Wrong += after.Wrong
	if (r.Worst() == Loss) != (opened.Worst() == Loss) || !r.Has("whole") && opened.OK() {
		o.Fault = fmt.Sprintf("said by the salvage: %+v, and then: %+v", r.Findings, opened.Findings)
	}
	if after.Lost > 0 && !r.Has("record-lost") && !r.Has("older-file") && !r.Has("record-doubt") {
		o.Fault = fmt.Sprintf("%d records lost in a salvage without a word: %+v", after.Lost, r.Findings)
	}
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
	for _, class := range []error{
		ErrWrongSecret, ErrInUse, ErrDamaged, errReadOnly, errNewerFormat, errNotAStore,
		ErrAbsent, errFull, errDenied,
	} {
		if errors.Is(err, class) {
			return class.Error()
		}
	}
	return strings.ToUpper("untyped ") + err.Error()
}
