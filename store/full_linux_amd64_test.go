package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"isspp/model"
)

func init() { childParts["full"] = fullChild }

// refusal is a way in which a disk fails: at which calls, how, and for how long.
type refusal struct {
	name  string
	calls func(r *recorder, c *call) bool
	errno syscall.Errno
	// lasts until the child has noticed; otherwise one call alone fails.
	lasts bool
	every int // of so many calls one is tried for each push
}

var refusals = []refusal{
	{"full from the k-th write until somebody makes room", grows, syscall.ENOSPC, true, 1},
	{"full at the k-th write alone", grows, syscall.ENOSPC, false, 1},
	{"over the allowance from the k-th write on", grows, syscall.EDQUOT, true, 4},
	{"the k-th flush fails", flushes, syscall.EIO, false, 1},
	{"every flush from the k-th on fails", flushes, syscall.EIO, true, 1},
}

// grows tells calls that need room on the disk.
func grows(r *recorder, c *call) bool {
	switch c.number {
	case syscall.SYS_WRITE, syscall.SYS_PWRITE64:
		return r.files[int(c.args[0])] != nil
	case syscall.SYS_FTRUNCATE:
		return r.files[int(c.args[0])] != nil && c.args[1] > 0
	case sysCopyFileRange:
		return r.files[int(c.args[2])] != nil
	case syscall.SYS_MKDIRAT, syscall.SYS_LINKAT:
		return true
	case syscall.SYS_OPENAT:
		name, ok := r.below(r.tap.text(c.args[1]))
		if !ok || c.args[2]&syscall.O_CREAT == 0 {
			return false
		}
		_, err := os.Lstat(filepath.Join(r.root, name))
		return err != nil
	}
	return false
}

func flushes(r *recorder, c *call) bool {
	return (c.number == syscall.SYS_FSYNC || c.number == syscall.SYS_FDATASYNC) && r.files[int(c.args[0])] != nil
}

func TestADiskThatFillsUpOrFailsAtAnyCallLosesNothingAndGoesOn(t *testing.T) {
	for _, ref := range refusals {
		t.Run(ref.name, func(t *testing.T) {
			t.Parallel()
			step := max(1, 10*ref.every/counted(10))
			calls, hits, told := 0, 0, 0
			for longer := range max(1, times()) {
				n, _ := refuse(t, ref, 0, 0, 1, longer)
				h, said := refuse(t, ref, 1, n, step, longer)
				if n < 20 || said == 0 {
					t.Fatalf("%d calls, %d told", n, said)
				}
				calls, hits, told = calls+n, hits+h, told+said
			}
			t.Logf("%d calls; refused %d times, told %d times, nothing lost", calls, hits, told)
		})
	}
}

// refuse runs the child over k from first to last, with notes that are so much
// longer than the shortest. With first 0 nothing is refused, and the calls are
// counted.
func refuse(t *testing.T, ref refusal, first, last, step, longer int) (calls, told int) {
	t.Helper()
	dir := quickDir(t)
	rec := newRecorder(dir, nil)
	k, n, failing, healed := 0, 0, false, true
	rec.tap.enter = func(c *call) syscall.Errno {
		if c.number == syscall.SYS_WRITE && c.args[0] == 1 {
			word := strings.Fields(string(rec.tap.bytes(c.args[1], c.args[2])))
			switch word[0] {
			case "begin":
				k, _ = strconv.Atoi(word[1])
				n, failing, healed = 0, false, false
			case "told":
				failing = false
				told++
			case "heal":
				healed = true
			case "fault":
				t.Errorf("k=%d: %s", k, strings.Join(word[1:], " "))
			}
			return 0
		}
		if healed || !ref.calls(rec, c) {
			return 0
		}
		n++
		if k == 0 {
			calls = n
			return 0
		}
		if n == k {
			calls++
			failing = ref.lasts
			return ref.errno
		}
		if failing {
			return ref.errno
		}
		return 0
	}
	leave := rec.tap.leave
	rec.tap.leave = func(c *call) {
		leave(c)
		rec.Acts = rec.Acts[:0]
	}
	tapOrSkip(t, rec.tap, tapCommand(t, "full", dir, fmt.Sprint(first), fmt.Sprint(last), fmt.Sprint(step),
		fmt.Sprint(longer)))
	return calls, told
}

// fullChild lives through the same day again and again.
func fullChild(args []string) int {
	first, _ := strconv.Atoi(args[1])
	last, _ := strconv.Atoi(args[2])
	step, _ := strconv.Atoi(args[3])
	longer, _ := strconv.Atoi(args[4])
	root := args[0]
	pattern := filepath.Join(root, "pattern")
	s, key, err := Create(filepath.Join(pattern, "data", "notes.db"), []byte(words), testOptions(pattern))
	if err != nil {
		return 3
	}
	kept := map[string]string{}
	for range 4 {
		n := &model.FactorNote{Body: "from before"}
		if s.SaveFactorNote(n) != nil {
			return 3
		}
		kept[n.ID] = n.Body
	}
	if s.Close() != nil {
		return 3
	}
	for k := first; k <= last; k += step {
		dir := filepath.Join(root, strconv.Itoa(k))
		if err := os.CopyFS(dir, os.DirFS(pattern)); err != nil {
			return 3
		}
		d := &day{
			path: filepath.Join(dir, "data", "notes.db"), opt: testOptions(dir), key: key, longer: longer,
			kept: map[string]string{},
		}
		for id, body := range kept {
			d.kept[id] = body
		}
		fmt.Println("begin", k)
		d.live()
		fmt.Println("heal")
		d.look()
		_ = os.RemoveAll(dir)
	}
	return 0
}

// day is one day with a disk that fails once.
type day struct {
	path string
	opt  Options
	key  RecoveryKey
	s    *Store
	kept map[string]string
	// longer makes other days of the same plan, with other sizes of files.
	longer int
}

// fault is something that must not be; told is a refusal as it must be.
func (d *day) fault(words ...any) { fmt.Println(append([]any{"fault"}, words...)...) }

// try does one thing, and once more after it was refused in plain words.
func (d *day) try(what string, do func() error) bool {
	var err error
	for range 4 {
		if err = do(); err == nil {
			return true
		}
		var own *Error
		if !errors.As(err, &own) || own.Safe == "" || !errors.Is(err, errFull) && !errors.Is(err, errReadOnly) {
			d.fault(what, "is refused in no words:", err)
			return false
		}
		fmt.Println("told", what, err)
	}
	d.fault(what, "does not go on:", err)
	return false
}

func (d *day) save(n *model.FactorNote, body string) {
	n.Body = body
	if d.try("save", func() error { return d.s.SaveFactorNote(n) }) {
		d.kept[n.ID] = body
	}
}

func (d *day) unlock() bool {
	return d.try("unlock", func() (err error) {
		d.s, _, err = unlock(d.path, Recovery(d.key), d.opt)
		return err
	})
}

func (d *day) live() {
	d.try("set-up", func() error {
		s, _, err := Create(filepath.Join(filepath.Dir(d.path), "other", "notes.db"), []byte(words),
			Options{KDF: &quick, Costs: cheap, Anchor: d.opt.Anchor + "2"})
		if err == nil {
			closeQuietly(s)
		}
		return err
	})
	if !d.unlock() {
		return
	}
	first, second := &model.FactorNote{}, &model.FactorNote{}
	d.save(first, "short")
	d.save(second, strings.Repeat("long ", 8000+900*d.longer))
	d.save(first, strings.Repeat("shorter ", 1+200*d.longer))
	d.try("backup", func() error { _, err := d.s.Backup("", false); return err })
	d.try("renewal", func() error {
		key := NewRecoveryKey()
		err := d.s.RenewRecovery(Recovery(d.key), key)
		if err == nil {
			d.key = key
		}
		return err
	})
	d.save(second, "short now")
	d.try("close", d.s.Close)
	d.try("salvage", func() error { _, err := Salvage(d.path, Recovery(d.key), d.opt, true); return err })
	if !d.unlock() {
		return
	}
	d.save(second, "and on")
	d.try("close", d.s.Close)
	var was Replaced
	at := d.opt.now().Add(time.Hour)
	d.opt.Now = func() time.Time { return at }
	backups, err := Sources(d.path, d.opt, Backup)
	if err != nil || len(backups) != 1 {
		d.fault("backups", len(backups), err)
		return
	}
	if d.try("restore", func() (err error) { was, err = Restore(d.path, backups[0].Path, d.opt); return err }) {
		d.try("undo", func() error { _, err := Restore(d.path, was.Aside, d.opt); return err })
	}
}

// look is with a disk that works again.
func (d *day) look() {
	s, r, err := unlock(d.path, Recovery(d.key), d.opt)
	if err != nil {
		d.fault("afterwards:", err)
		return
	}
	defer closeQuietly(s)
	if r.Worst() == Loss {
		d.fault(fmt.Sprintf("afterwards: %+v", r.Findings))
	}
	have := map[string]string{}
	for _, n := range s.FactorNotes() {
		have[n.ID] = n.Body
	}
	for id, body := range d.kept {
		if have[id] != body {
			d.fault("lost:", id)
		}
	}
	if len(have) != len(d.kept) {
		d.fault("more or fewer notes than were saved:", len(have), len(d.kept))
	}
	if v, err := s.Verify(); err != nil || v.Worst() == Loss {
		d.fault(fmt.Sprintf("verify: %+v %v", v, err))
	}
}
