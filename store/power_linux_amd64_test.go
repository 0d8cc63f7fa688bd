package store

import (
	"bufio"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
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

func init() {
	childParts["act"] = actChild
	childParts["judge"] = judgeChild
}

const laterWords = "six other words for the notes"

// plot is what a child does while the power may go at any moment.
type plot struct {
	name string
	// states is how many cuts are judged for each push.
	states int
	// play does it and says what became certain.
	play func(a *actor)
	// slow plots need a passphrase to judge, and so a derivation.
	byPassphrase bool
}

// actor is the child's side.
type actor struct {
	dir, path string
	opt       Options
	key       RecoveryKey
	s         *Store
	rnd       *rand.Rand
	notes     []*model.FactorNote
	n         int
}

func (a *actor) must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "act:", err)
		os.Exit(4)
	}
}

func (a *actor) say(words ...any) { fmt.Println(words...) }

// save saves a new note, or one from before, and says so when it is certain.
func (a *actor) save(most int) {
	n := &model.FactorNote{}
	if len(a.notes) > 0 && a.rnd.IntN(2) == 0 {
		n = a.notes[a.rnd.IntN(len(a.notes))]
	} else {
		a.notes = append(a.notes, n)
	}
	a.n++
	n.About, n.Body = strconv.Itoa(a.n), text(a.rnd, a.rnd.IntN(most))
	a.must(a.s.SaveFactorNote(n))
	a.say("saved", n.ID, a.n)
}

func (a *actor) unlock() {
	var err error
	a.s, _, err = unlock(a.path, Recovery(a.key), a.opt)
	a.must(err)
}

func (a *actor) tomorrow() {
	at := a.opt.now().AddDate(0, 0, 1)
	a.opt.Now = func() time.Time { return at }
	a.s.opt.Now = a.opt.Now
}

var plots = []plot{
	{name: "create", states: 400, byPassphrase: true, play: func(a *actor) {
		var err error
		a.s, _, err = Create(a.path, []byte(words), a.opt)
		a.must(err)
		a.say("created")
		a.save(2000)
		a.save(2000)
	}},
	{name: "save", states: 2400, play: func(a *actor) {
		a.unlock()
		for i := range 30 {
			a.save([]int{300, 3000, 3000, 20_000}[i%4])
			if i%9 == 8 {
				w := &model.Walkthrough{}
				a.must(a.s.SaveWalkthrough(w))
				a.must(a.s.DiscardWalkthrough(w.ID))
			}
		}
		a.must(a.s.Close())
		a.unlock()
		a.save(100)
	}},
	{name: "compact", states: 800, play: func(a *actor) {
		a.unlock()
		for range 3 {
			a.save(3000)
			name, err := a.s.Backup("", false)
			a.must(err)
			a.say("backup", filepath.Base(name))
			a.tomorrow()
		}
	}},
	{name: "passphrase", states: 400, byPassphrase: true, play: func(a *actor) {
		a.unlock()
		a.save(1000)
		a.say("may", laterWords)
		a.must(a.s.ChangePassphrase(Passphrase([]byte(words)), []byte(laterWords)))
		a.say("must", laterWords)
		a.save(1000)
		a.must(a.s.RenewRecovery(Passphrase([]byte(laterWords)), NewRecoveryKey()))
		a.save(1000)
	}},
	{name: "restore", states: 800, play: func(a *actor) {
		backups, err := Sources(a.path, a.opt, Backup)
		a.must(err)
		a.say("restoring")
		was, err := Restore(a.path, backups[0].Path, a.opt)
		a.must(err)
		a.say("restored")
		// Undone again.
		_, err = Restore(a.path, was.Aside, a.opt)
		a.must(err)
		a.say("undone")
	}},
	{name: "purge", states: 600, play: func(a *actor) {
		a.unlock()
		for range 2 {
			a.must(a.s.SaveWalkthrough(&model.Walkthrough{Ref: "R1"}))
		}
		a.save(1000)
		name, err := a.s.Backup("", false)
		a.must(err)
		a.say("backup", filepath.Base(name))
		_, err = a.s.Purge("R1", "", "the time for keeping it is over")
		a.must(err)
		a.say("purged")
		a.save(1000)
	}},
	{name: "salvage", states: 700, play: func(a *actor) {
		a.say("salvaging")
		_, err := Salvage(a.path, Recovery(a.key), a.opt, true)
		a.must(err)
		a.say("salvaged")
		a.unlock()
		a.save(1000)
	}},
}

// actChild plays one plot in a folder.
func actChild(args []string) int {
	i, err := strconv.Atoi(args[0])
	a := &actor{
		dir: args[1], path: filepath.Join(args[1], "data", "notes.db"), opt: testOptions(args[1]),
		rnd: rand.New(rand.NewPCG(11, uint64(i))),
	}
	a.opt.Now = func() time.Time { return time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC) }
	a.must(err)
	if args[2] != "" {
		a.key, err = ParseRecoveryKey(args[2])
		a.must(err)
	}
	plots[i].play(a)
	return 0
}

// stage is notes as a plot finds them, and what is in them.
type stage struct {
	Plot     int
	Recovery string
	// Ids of the notes from before, each saved as 0.
	IDs []string
	// Damaged is the file that a salvage begins with.
	Damaged []byte
	Tape    tape
}

func setStage(t *testing.T, i int, dir string) *stage {
	t.Helper()
	st := &stage{Plot: i}
	if plots[i].name == "create" {
		return st
	}
	opt := testOptions(dir)
	s, key, err := Create(filepath.Join(dir, "data", "notes.db"), []byte(words), opt)
	if err != nil {
		t.Fatal(err)
	}
	st.Recovery = key.Text()
	for n := range 12 {
		note := &model.FactorNote{About: "0", Body: text(rand.New(rand.NewPCG(1, uint64(n))), 200*n)}
		if err := s.SaveFactorNote(note); err != nil {
			t.Fatal(err)
		}
		st.IDs = append(st.IDs, note.ID)
		if n == 9 && plots[i].name != "compact" {
			mustBackUp(t, s)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if plots[i].name == "salvage" {
		st.Damaged = spoil(t, s, noMetas)
	}
	return st
}

// files is every file below dir.
func files(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err == nil {
			out[name], err = os.ReadFile(path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// filmed plays a plot under the tap.
func filmed(t *testing.T, i int) *stage {
	t.Helper()
	dir := quickDir(t)
	st := setStage(t, i, dir)
	rec := newRecorder(dir, files(t, dir))
	cmd := tapCommand(t, "act", strconv.Itoa(i), dir, st.Recovery)
	tapOrSkip(t, rec.tap, cmd)
	st.Tape = rec.tape
	return st
}

// verdict is what the judge saw of the folder after one cut.
type verdict struct {
	Fault  string
	Result string
}

func TestNoPowerCutLosesWhatWasSaidToBeSaved(t *testing.T) {
	for i, p := range plots {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			st := filmed(t, i)
			film := filepath.Join(quickDir(t), "film")
			writeGob(t, film, st)
			flushes, says := 0, 0
			for _, a := range st.Tape.Acts {
				switch a.Kind {
				case actSync, actSyncDir:
					flushes++
				case actSay:
					says++
				}
			}
			if flushes == 0 || says == 0 {
				t.Fatalf("the film shows %d flushes and %d words", flushes, says)
			}
			count := map[string]int{}
			c := startChild(t, "judge", film)
			defer func() { c.kill() }()
			many, lies := counted(p.states), 0
			for seed := range many {
				mode := cutMode(seed % int(cutLying))
				if seed%9 == 8 {
					mode = cutLying
					lies++
				}
				c = judged(t, c, film, fmt.Sprint(mode, " ", seed), count)
			}
			t.Logf("%d acts on the disk, %d flushes; %d cuts, %d lies: %v", len(st.Tape.Acts), flushes, many-lies, lies,
				count)
		})
	}
}

// judged asks the judge for one verdict; a judge that died is replaced.
func judged(t *testing.T, c *child, film, ask string, count map[string]int) *child {
	t.Helper()
	if _, err := fmt.Fprintln(c.in, ask); err != nil {
		t.Fatal(err)
	}
	text, alive, inTime := c.line(20 * time.Second)
	var v verdict
	switch {
	case !inTime, !alive:
		c.kill()
		t.Errorf("cut %s: the process died or hangs: %s", ask, c.lastWords())
		return startChild(t, "judge", film)
	case json.Unmarshal([]byte(text), &v) != nil:
		t.Fatalf("cut %s: %q", ask, text)
	case v.Fault != "":
		t.Errorf("cut %s: %s", ask, v.Fault)
	}
	count[v.Result]++
	return c
}

func writeGob(t *testing.T, name string, v any) {
	t.Helper()
	f, err := os.Create(name)
	if err == nil {
		err = errors.Join(gob.NewEncoder(f).Encode(v), f.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
}

// judgeChild builds the folder after each cut that it is asked for, and opens it.
func judgeChild(args []string) int {
	var st stage
	f, err := os.Open(args[0])
	if err != nil || gob.NewDecoder(f).Decode(&st) != nil {
		return 3
	}
	closeQuietly(f)
	out := json.NewEncoder(os.Stdout)
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		var mode, seed int
		if _, err := fmt.Sscan(in.Text(), &mode, &seed); err != nil {
			return 3
		}
		rnd := rand.New(rand.NewPCG(uint64(seed), uint64(mode)))
		cut := rnd.IntN(len(st.Tape.Acts) + 1)
		dir, err := os.MkdirTemp(filepath.Dir(args[0]), "cut")
		if err != nil {
			return 3
		}
		for name, b := range st.Tape.after(cut, cutMode(mode), rnd) {
			name = filepath.Join(dir, name)
			if os.MkdirAll(filepath.Dir(name), 0o700) != nil || os.WriteFile(name, b, 0o600) != nil {
				return 3
			}
		}
		j := &judge{
			stage: &st, dir: dir, lying: cutMode(mode) == cutLying, known: map[string]int{},
			may: []string{words},
		}
		for _, a := range st.Tape.Acts[:cut] {
			if a.Kind == actSay {
				j.hear(string(a.Data))
			}
		}
		v := j.checkManifest()
		_ = os.RemoveAll(dir)
		if out.Encode(v) != nil {
			return 3
		}
	}
	return 0
}

// judge knows what was certain when the power went.
type judge struct {
	*stage
	dir   string
	lying bool
	// known are the notes that must be there, at least as saved so often.
	known map[string]int
	// may are the passphrases of which one must open the notes.
	may     []string
	backups []string
	heard   map[string]bool
}

func (j *judge) hear(line string) {
	if j.heard == nil {
		j.heard = map[string]bool{}
	}
	word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	j.heard[word] = true
	switch word {
	case "saved":
		var id string
		var n int
		if _, err := fmt.Sscan(rest, &id, &n); err == nil {
			j.known[id] = n
		}
	case "may":
		j.may = append(j.may, rest)
	case "must":
		j.may = []string{rest}
	case "backup":
		j.backups = append(j.backups, rest)
	}
}

func (j *judge) checkManifest() verdict {
	path := filepath.Join(j.dir, "data", "notes.db")
	opt := testOptions(j.dir)
	s, r, err := j.open(path, opt)
	switch {
	case err != nil && j.lying:
		return j.afterLie(path, opt, err)
	case err != nil && plots[j.Plot].name == "create" && !j.heard["created"]:
		return j.setUpAgain(path, opt, err)
	case err != nil && plots[j.Plot].name == "salvage" && !j.heard["salvaged"]:
		return j.salvageAgain(path, opt, err)
	case err != nil:
		return verdict{Fault: "not opened: " + err.Error()}
	}
	defer func() { closeQuietly(s) }()
	if why := j.missing(s); why != "" {
		if j.lying && r.Worst() > Remark {
			return verdict{Result: "the lie noticed"}
		}
		if j.lying {
			return verdict{Result: "the lie not noticed: nothing on this computer remembers"}
		}
		return verdict{Fault: fmt.Sprintf("%s: %+v", why, r.Findings)}
	}
	older := plots[j.Plot].name == "restore" && j.heard["restoring"]
	if r.Worst() == Loss && !j.lying && !older {
		return verdict{Fault: fmt.Sprintf("a loss where there is none: %+v", r.Findings)}
	}
	if v, err := s.Verify(); !j.lying && (err != nil || v.Worst() == Loss) {
		return verdict{Fault: fmt.Sprintf("verify: %+v %v", v, err)}
	}
	for _, name := range j.backups {
		if err := s.prove(filepath.Join(backupDir(path), name), 1); err != nil && !j.lying {
			return verdict{Fault: "backup " + name + ": " + err.Error()}
		}
	}
	if plots[j.Plot].name == "purge" && !j.lying {
		if why := finishPurge(s); why != "" {
			return verdict{Fault: why}
		}
	}
	if s.ReadOnly() == nil {
		if err := s.SaveFactorNote(&model.FactorNote{Body: "after the cut"}); err != nil {
			return verdict{Fault: "saving afterwards: " + err.Error()}
		}
	}
	if r.Has("opening-page") {
		return verdict{Result: "whole, with a word about an opening page"}
	}
	return verdict{Result: "whole"}
}

// finishPurge does the disposal again, where it was not done: it is there whole or
// not at all, and leaves nothing half made.
func finishPurge(s *Store) string {
	left := 0
	for _, w := range s.Walkthroughs() {
		if w.Ref == "R1" {
			left++
		}
	}
	if left > 0 {
		if d, err := s.Purge("R1", "", "the time for keeping it is over"); err != nil || d.Records != left ||
			len(d.Untouched) > 0 {
			return fmt.Sprintf("the disposal can't be finished: %+v %v", d, err)
		}
	}
	for _, dir := range []string{filepath.Dir(s.path), backupDir(s.path)} {
		if half, err := filepath.Glob(filepath.Join(dir, ".*.tmp")); err != nil || len(half) > 0 {
			return fmt.Sprintf("left behind: %v %v", half, err)
		}
	}
	return ""
}

func (j *judge) open(path string, opt Options) (*Store, *Report, error) {
	if !plots[j.Plot].byPassphrase {
		key, err := ParseRecoveryKey(j.Recovery)
		if err != nil {
			return nil, nil, err
		}
		return unlock(path, Recovery(key), opt)
	}
	var s *Store
	var r *Report
	var err error
	for _, w := range j.may {
		if s, r, err = unlock(path, Passphrase([]byte(w)), opt); err == nil || !errors.Is(err, ErrWrongSecret) {
			break
		}
	}
	return s, r, err
}

// missing says what should be there and is not.
func (j *judge) missing(s *Store) string {
	have := map[string]int{}
	for _, n := range s.FactorNotes() {
		have[n.ID], _ = strconv.Atoi(n.About)
	}
	want := j.IDs
	if plots[j.Plot].name == "restore" && j.heard["restoring"] && !j.heard["undone"] {
		want = want[:10] // the backup's
	}
	if plots[j.Plot].name == "restore" && j.heard["restored"] && !j.heard["undone"] && len(have) != 10 &&
		len(have) != 12 {
		return fmt.Sprintf("neither the old nor the new: %d notes", len(have))
	}
	for _, id := range want {
		if _, ok := have[id]; !ok {
			return id + " from before is not there"
		}
	}
	r1 := 0
	for _, w := range s.Walkthroughs() {
		if w.Ref == "R1" {
			r1++
		}
	}
	if r1 > 0 && j.heard["purged"] {
		return "what was disposed of is there again"
	}
	if r1 == 1 && j.heard["backup"] {
		return "half of what was to be disposed of is there"
	}
	for id, n := range j.known {
		if have[id] < n {
			return fmt.Sprintf("%s was saved as %d and is %d", id, n, have[id])
		}
	}
	return ""
}

// setUpAgain is right after a cut before set-up was done.
func (j *judge) setUpAgain(path string, opt Options, why error) verdict {
	if !errors.Is(why, ErrAbsent) {
		return verdict{Fault: "half made: " + why.Error()}
	}
	s, _, err := Create(path, []byte(words), opt)
	if err != nil {
		return verdict{Fault: "can't be set up again: " + err.Error()}
	}
	closeQuietly(s)
	return verdict{Result: "nothing made yet"}
}

// salvageAgain is right after a cut before the salvage was done: the damaged
// file is still there, byte for byte.
func (j *judge) salvageAgain(path string, opt Options, why error) verdict {
	b, err := os.ReadFile(path)
	if err != nil || !slices.Equal(b, j.Damaged) || !errors.Is(why, ErrDamaged) {
		return verdict{Fault: fmt.Sprintf("the damaged file is not as it was: %v %v", why, err)}
	}
	key, err := ParseRecoveryKey(j.Recovery)
	if err != nil {
		return verdict{Fault: err.Error()}
	}
	r, err := Salvage(path, Recovery(key), opt, true)
	if err != nil || r.Records != len(j.IDs) {
		return verdict{Fault: fmt.Sprintf("salvage again: %+v %v", r, err)}
	}
	return verdict{Result: "damaged as before"}
}

// afterLie is what a disk that never flushed may leave: refused, and then
// whatever can be salvaged.
func (j *judge) afterLie(path string, opt Options, why error) verdict {
	if !errors.Is(why, ErrDamaged) && !errors.Is(why, ErrAbsent) && !errors.Is(why, errNotAStore) &&
		!errors.Is(why, ErrWrongSecret) {
		return verdict{Fault: "misleading: " + why.Error()}
	}
	secret := Passphrase([]byte(j.may[len(j.may)-1]))
	if key, err := ParseRecoveryKey(j.Recovery); err == nil {
		secret = Recovery(key)
	}
	r, err := Salvage(path, secret, opt, true)
	if err != nil {
		return verdict{Result: "the lie noticed, nothing to salvage"}
	}
	s, _, err := unlock(path, secret, opt)
	if err != nil {
		return verdict{Fault: "salvaged, and then: " + err.Error()}
	}
	defer closeQuietly(s)
	if len(s.items) != r.Records {
		return verdict{Fault: "salvaged more or less than it said"}
	}
	return verdict{Result: "the lie noticed, salvaged"}
}
