//go:build !windows

package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// The programs that are measured in one run, since machines differ: ours, the
// smallest one of the libraries, the smallest that only links them, and the smallest
// Go program that prints a frame. The rows of ours are what a person waits for.
type measured struct {
	name, path string
	// whole is the last text of the first frame.
	whole string
	// first and second are what the screen shows before and after one key down.
	first, second string
}

func programs(b *testing.B) []measured {
	b.Helper()
	dir := b.TempDir()
	out := []measured{{"isspp", program, "CSCT 020 7527 7400", "▌ Arts and Media", "▌ Central Foundation"}}
	for _, name := range []string{"smallest", "linked", "plain"} {
		path := filepath.Join(dir, name)
		if text, err := build(path, ".", "./testdata/"+name); err != nil {
			b.Fatalf("%v\n%s", err, text)
		}
		out = append(out, measured{name, path, "ready", "", ""})
	}
	return out
}

// shows waits for words on the screen and looks as often as it can.
func (x *terminal) shows(words string) {
	x.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(50 * time.Microsecond) {
		if strings.Contains(x.screen(), words) {
			return
		}
		if time.Now().After(end) {
			x.t.Fatalf("not shown: %q\n%s", words, x.screen())
		}
	}
}

// report gives the middle and the slow end of what was measured.
func report(b *testing.B, took []time.Duration) {
	b.Helper()
	slices.Sort(took)
	ms := func(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
	b.ReportMetric(ms(took[len(took)/2]), "p50-ms")
	b.ReportMetric(ms(took[len(took)*95/100]), "p95-ms")
}

func (x *terminal) end() {
	_ = x.cmd.Process.Kill()
	<-x.ended
}

// BenchmarkFirstFrame is from exec to the whole first frame, at 80x24.
func BenchmarkFirstFrame(b *testing.B) {
	for _, p := range programs(b) {
		b.Run(p.name, func(b *testing.B) {
			h := newHome(b)
			var took []time.Duration
			for b.Loop() {
				began := time.Now()
				x := open(b, h, usual, true, p.path)
				x.shows(p.whole)
				took = append(took, time.Since(began))
				x.end()
			}
			report(b, took)
		})
	}
}

// BenchmarkRotaQuery is from exec to exit.
func BenchmarkRotaQuery(b *testing.B) {
	for _, p := range programs(b) {
		if p.name == "smallest" {
			continue
		}
		b.Run(p.name, func(b *testing.B) {
			h := newHome(b)
			var took []time.Duration
			for b.Loop() {
				cmd := exec.Command(p.path, "rota", "dorsi")
				cmd.Env = h.env()
				began := time.Now()
				if out, err := cmd.Output(); err != nil || len(out) == 0 {
					b.Fatal(err)
				}
				took = append(took, time.Since(began))
			}
			report(b, took)
		})
	}
}

// BenchmarkKeyToFrame is from a key in the pty to its frame on the screen.
func BenchmarkKeyToFrame(b *testing.B) {
	all := programs(b)
	all[1].first, all[1].second = "> a row\n  a row", "  a row\n> a row"
	for _, p := range all[:2] {
		b.Run(p.name, func(b *testing.B) {
			x := open(b, newHome(b), usual, true, p.path)
			x.shows(p.whole)
			x.settled()
			var took []time.Duration
			key, seen := []string{down, "\x1b[A"}, []string{p.second, p.first}
			for i := 0; b.Loop(); i++ {
				began := time.Now()
				x.press(key[i%2])
				x.moved(i%2 == 0, seen[i%2])
				took = append(took, time.Since(began))
			}
			report(b, took)
		})
	}
}

// moved waits until the cursor's row is the one wanted.
func (x *terminal) moved(second bool, words string) {
	x.t.Helper()
	if !strings.HasPrefix(words, ">") && !strings.HasPrefix(words, " ") {
		x.shows(words)
		return
	}
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Microsecond) {
		if strings.HasPrefix(x.screen(), ">") != second {
			return
		}
	}
	x.t.Fatal("the cursor doesn't move")
}

// BenchmarkIdleBytes is what is written in three seconds with nothing to do;
// the clock's minute may be among it.
func BenchmarkIdleBytes(b *testing.B) {
	for _, p := range programs(b)[:2] {
		b.Run(p.name, func(b *testing.B) {
			x := open(b, newHome(b), usual, true, p.path)
			x.shows(p.whole)
			x.settled()
			before, n := x.written(), 0
			for b.Loop() {
				time.Sleep(3 * time.Second)
				n++
			}
			b.ReportMetric(float64(x.written()-before)/float64(n), "bytes/3s")
		})
	}
}

// BenchmarkMemory is what is resident after the first frame.
func BenchmarkMemory(b *testing.B) {
	for _, p := range programs(b)[:2] {
		b.Run(p.name, func(b *testing.B) {
			var kb int
			for b.Loop() {
				x := open(b, newHome(b), usual, true, p.path)
				x.shows(p.whole)
				x.settled()
				out, err := exec.Command("ps", "-o", "rss=", "-p", fmt.Sprint(x.cmd.Process.Pid)).Output()
				if err != nil {
					b.Skipf("no ps on this machine: %v", err)
				}
				if _, err := fmt.Sscan(string(out), &kb); err != nil {
					b.Fatal(err)
				}
				x.end()
			}
			b.ReportMetric(float64(kb)/1024, "MB")
			if info, err := os.Stat(p.path); err == nil {
				b.ReportMetric(float64(info.Size())/(1<<20), "file-MB")
			}
		})
	}
}
