package vault

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/store"
	"isspp/ui/process"
	"isspp/ui/upkeep"
)

// OpenedMsg carries the opened notes, and what the next frame needs of them.
type OpenedMsg struct {
	Store *store.Store
	// Recorder is who records in them, or empty.
	Recorder string
	// Notice is what the person should know about the file, or empty.
	Notice string
	// Tries tells of wrong tries since the notes were last opened.
	Tries string
	// Older says that the notes are older than the last ones, or others.
	Older string
	// Mendable tells that a rebuild may bring back what is missing.
	Mendable bool
	// Recovered is the recovery key, where that opened them.
	Recovered *store.RecoveryKey
	// Recent are the records that were written last, and Place is where the person was.
	Recent []string
	Place  []byte
}

// RefusedMsg says why the notes did not open.
type RefusedMsg struct{ Err error }

const recentLines = 100

// Open derives the key and opens the notes: it gives OpenedMsg or RefusedMsg.
func Open(n *upkeep.Notes, typed string, recovery bool) tea.Cmd {
	return func() tea.Msg {
		if why := process.Exposed(); why != "" {
			return RefusedMsg{errors.New(why)}
		}
		secret := store.Passphrase([]byte(typed))
		var recovered *store.RecoveryKey
		if recovery {
			key, err := store.ParseRecoveryKey(typed)
			if err != nil {
				return RefusedMsg{err}
			}
			secret, recovered = store.Recovery(key), &key
		}
		n.Wait()
		var r *store.Report
		st, err := store.Unlock(n.Path, secret, n.Options, func(found *store.Report) { r = found })
		if err != nil {
			return RefusedMsg{err}
		}
		return OpenedMsg{
			Store: st, Recorder: model.CleanLine(st.Recorder()), Notice: strings.TrimSpace(Notice(r) + " " + inApp(r)),
			Older: upkeep.OlderWords(r), Tries: triesWords(r), Mendable: upkeep.Mendable(r), Recovered: recovered,
			Recent: st.Recent(recentLines), Place: st.KeptPlace(),
		}
	}
}

// triesWords tell whoever gets in that somebody tried before.
func triesWords(r *store.Report) string {
	for _, f := range r.Findings {
		if f.Code == "wrong-tries" {
			return f.Text
		}
	}
	return ""
}

// Notice is what the person has to know about the file on opening it: losses
// and warnings, and no remark.
func Notice(r *store.Report) string {
	var out []string
	for _, f := range r.Findings {
		if f.Severity > store.Remark {
			out = append(out, f.Text)
		}
	}
	if len(r.Lost) > 0 {
		out = append(out, lostWords(r))
	}
	return strings.Join(out, " ")
}

// inApp says which key mends what a report tells of, or is empty.
func inApp(r *store.Report) string {
	switch {
	case r.Has("older-file") && r.Has("opening-page"):
		return "ctrl+n does that."
	case upkeep.Mendable(r) && upkeep.OlderWords(r) != "":
		return "ctrl+n rebuilds what can be, or accepts them as the right ones."
	case upkeep.OlderWords(r) != "":
		return "ctrl+n accepts them as the right ones, or puts another file back."
	case upkeep.Mendable(r):
		return "ctrl+n rebuilds what can be."
	}
	return ""
}

func lostWords(r *store.Report) string {
	in := map[string]int{}
	for _, l := range r.Lost {
		in[l.Backup]++
	}
	var out []string
	for _, backup := range slices.Sorted(maps.Keys(in)) {
		where := "in no backup or copy"
		if backup != "" {
			where = "in " + filepath.Base(backup)
		}
		out = append(out, fmt.Sprintf("%d %s", in[backup], where))
	}
	return "Of what is missing: " + strings.Join(out, ", ") + ". Everything else opened and is safe."
}
