package checklist

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/walk"
)

// read reads the concerns anew, where anything was saved or a day has begun
// since they were last read.
func (v *View) read() {
	if v.keep == nil {
		return
	}
	now := v.env.Clock()
	as := readAs{saves: v.saver.Done, day: now.Format(time.DateOnly)}
	if as == v.readAs {
		return
	}
	v.readAs = as
	v.concerns, v.index = walk.Concerns(v.keep, now), nil
}

// freshen reads anew what another tab has saved since, before it is shown.
func (v *View) freshen() {
	if !v.stale {
		return
	}
	v.stale, v.readAs = false, readAs{}
	v.read()
	switch at := v.stage.(type) {
	case *home:
		at.fill()
	case *concernPage:
		m := at.moment()
		at.reread()
		at.selectMoment(m.ID)
	}
}

// manyConcerns is from how many on the search's index is made beforehand.
const manyConcerns = 300

// indexedMsg brings the index of the concerns as they were read.
type indexedMsg struct {
	as    readAs
	index *model.ConcernIndex
}

// prepare makes the search's index beside the app where there is much to read,
// so that the first key of a search is as quick as the others.
func (v *View) prepare() tea.Cmd {
	if v.index != nil || len(v.concerns) < manyConcerns {
		return nil
	}
	as, concerns := v.readAs, v.concerns
	return func() tea.Msg { return indexedMsg{as, model.NewConcernIndex(concerns)} }
}

// readAs is what the concerns were last read as of.
type readAs struct {
	saves int
	day   string
}

func (v *View) concern(id string) *model.Concern { return walk.ConcernOf(v.concerns, id) }
