package store

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"

	"isspp/store/disk"
	"isspp/store/seal"
)

// Disposal is what a purge did.
type Disposal struct {
	// Records is how many were disposed of from the notes.
	Records int
	// Rewritten are the files beside them that were written anew without these, and
	// Untouched those that could not be and may still hold them: done again it tries these
	// again.
	Rewritten []string
	Untouched []Left
}

// Left is a file that a disposal did not reach, and why, in words that go on
// from "since": "it is damaged".
type Left struct{ Path, Why string }

type disposal struct {
	*Store
	ref, id, reason string
	// gone are the records of the notes that go, and before those that went already, which
	// a copy may still have. also are records that only copies had.
	gone, before map[seal.ID]bool
	also         map[seal.ID]*item
	// ends are the concerns of a reference that go whole; stays those of which a
	// record stays. A copy may know one of them under a reference that it had before.
	ends, stays map[string]bool
	done        *Disposal
}

// Purge disposes of everything under a reference (or of a record or a concern,
// by id), for good: from the notes, from all files beside them and from changes that were
// put aside, each written anew without it. Drafts that are in a backup alone go too. A line
// of the log with the reason stays for each record, with nothing of its content. A hold
// refuses the whole.
//
// Each file is either as it was or without the records, whatever interrupts; done
// again it goes on. What was copied elsewhere, or handed over, isn't reached, and
// what the disk itself keeps of deleted files isn't either.
func (s *Store) Purge(ref, id, reason string) (*Disposal, error) {
	reason, err := checkReason(reason)
	if err != nil {
		return nil, err
	}
	defer s.oneBackup(nil)()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stuck != nil {
		return nil, s.stuck
	}
	if err := s.verifyInPlace(); err != nil {
		return nil, err
	}
	p := &disposal{
		Store: s, ref: ref, id: id, reason: reason, gone: map[seal.ID]bool{}, before: map[seal.ID]bool{},
		ends: map[string]bool{}, stays: map[string]bool{}, also: map[seal.ID]*item{}, done: &Disposal{},
	}
	absent := p.choose()
	if absent != nil && !errors.Is(absent, ErrAbsent) {
		return nil, absent
	}
	files, err := s.sources(Backup, Copy, Aside, Unsaved)
	if err != nil {
		return nil, placed(err)
	}
	if err := p.rewrite(files); err != nil {
		return nil, err
	}
	if absent != nil && len(p.done.Rewritten) == 0 {
		return nil, absent
	}
	if err := p.purgeLive(); err != nil {
		return nil, err
	}
	for id := range p.gone {
		s.forgetUnsaved(id)
	}
	p.done.Records = len(p.gone)
	return p.done, nil
}

// choose finds what goes. The error is ErrAbsent where the notes have nothing
// under the name, and copies of them may have still.
func (p *disposal) choose() error {
	lines, _, err := p.lines()
	if err != nil {
		return err
	}
	for id, l := range lastLines(lines) {
		p.before[id] = l.Action == Purged
	}
	all, err := p.chosen(p.ref, p.id)
	if held, _ := onHold(all); held {
		return heldError()
	}
	for _, it := range all {
		p.gone[it.id] = true
	}
	if p.ref == "" {
		return err
	}
	for _, it := range p.items {
		if c := it.concern(); c != "" && p.gone[it.id] {
			p.ends[c] = true
		} else if c != "" {
			p.stays[c] = true
		}
	}
	maps.DeleteFunc(p.ends, func(c string, _ bool) bool { return p.stays[c] })
	return err
}

// goes is the rule for another file of these notes: what goes from the notes or
// went before, and what stands under the same name there and is in the notes no
// more. A hold that only the copy knows of keeps its record.
func (p *disposal) goes(c *file) func(*item) bool {
	named, _ := c.chosen(p.ref, p.id)
	isNamed := func(it *item) bool {
		return slices.ContainsFunc(named, func(n *item) bool { return n.id == it.id })
	}
	return func(it *item) bool {
		if p.gone[it.id] || p.before[it.id] {
			return true
		}
		under := p.items[it.id] == nil && !it.hold &&
			(p.ends[it.concern()] || isNamed(it) && !p.stays[it.concern()])
		if under {
			p.also[it.id] = it
		}
		return under
	}
}

// rewrite writes files anew without what goes. One that can't be is left and named: it may
// be of other notes. Only a full disk ends it all, since nothing that follows would fit.
func (p *disposal) rewrite(files []Source) error {
	for _, f := range files {
		one := p.purgeCopy
		if f.Kind == Unsaved {
			one = p.purgeRescue
		}
		changed, err := one(f.Path)
		switch {
		case isFull(err):
			return purgeError(err)
		case err != nil:
			p.done.Untouched = append(p.done.Untouched, Left{f.Path, whyLeft(err)})
		case changed:
			p.done.Rewritten = append(p.done.Rewritten, f.Path)
		}
	}
	return nil
}

func (p *disposal) purgeCopy(name string) (bool, error) {
	db, f, err := openSound(name, true)
	if err != nil {
		return false, err
	}
	c := p.like(name, db)
	if h, herr := seal.ParseHeader(f.Header); herr == nil { // where it is damaged the records tell
		if h.Store != p.header.Store {
			err = errOtherKeys
		}
		if h.Authentic(p.keys) {
			c.header = h // its slots stay its own: a backup opens with what opened it
		}
	}
	if err == nil {
		err = c.load(&Report{})
	}
	part := ""
	if err == nil {
		if ch := dropping(c.pick(p.goes(c)), p.reason); len(ch.drops) > 0 {
			part, _, err = c.without(ch)
		}
	}
	if err := c.finish(err); err != nil || part == "" {
		return false, err
	}
	defer remove(part)
	return true, p.opt.replace(part, name)
}

var errOtherKeys = errors.New("notes of another key")

func dropping(drops []*item, reason string) *change {
	return &change{drops: drops, lines: linesOf(drops, Purged, reason)}
}

func linesOf(all []*item, action Action, reason string) []Line {
	out := make([]Line, len(all))
	for i, it := range all {
		out[i] = Line{Action: action, id: it.id, Revision: it.revision, Kind: it.kind, Reason: reason}
	}
	return out
}

func (p *disposal) purgeRescue(name string) (bool, error) {
	all, err := p.readRescue(name)
	if err != nil {
		return false, err
	}
	c := p.like(name, nil)
	for _, it := range all {
		c.items[it.id] = it
	}
	stay := slices.DeleteFunc(slices.Clone(all), p.goes(c))
	switch len(stay) {
	case len(all):
		return false, nil
	case 0:
		return true, os.Remove(name)
	}
	b := rescueHead(p.header.Store)
	for _, it := range stay {
		sealed, err := p.sealItem(placeRescue, it)
		if err != nil {
			return false, err
		}
		b = append(b, sealed...)
	}
	return true, disk.Write(name, b, disk.How{Private: true})
}

func (p *disposal) purgeLive() error {
	var also []*item // what only copies had: it must not come back from elsewhere
	for _, id := range slices.SortedFunc(maps.Keys(p.also), compareIDs) {
		also = append(also, p.also[id])
	}
	ch := dropping(p.pick(func(it *item) bool { return p.gone[it.id] }), p.reason)
	ch.lines = append(linesOf(also, Purged, p.reason), ch.lines...)
	if len(p.gone) == 0 {
		return p.commit(ch)
	}
	err := p.replaceWith(ch)
	if err != nil && p.stuck == nil {
		return purgeError(err)
	}
	return err
}

func purgeError(err error) error {
	return problem(As(placed(err)).Code,
		"Nothing was disposed of from the notes: the file without it could not be put in place.",
		"The notes are as they were. Backups may be without it already.",
		"Fix the cause ("+reasonOf(err)+"), then try again.").because(err)
}

// whyLeft goes on from "since".
func whyLeft(err error) string {
	switch {
	case errors.Is(err, ErrInUse):
		return "another program has it open"
	case errors.Is(err, errNotAStore), errors.Is(err, errRefusedRescue):
		return "it is not a file of isspp's notes"
	case errors.Is(err, errOtherKeys):
		return "it does not open with the key of these notes"
	case errors.Is(err, ErrDamaged), faulted(err):
		return "it is damaged"
	}
	return reasonOf(err)
}

func reasonOf(err error) string {
	switch {
	case isFull(err):
		return "the disk is full"
	case errors.Is(err, fs.ErrPermission):
		return "this account may not write there"
	case errors.Is(err, ErrDamaged):
		return "something in the notes is damaged"
	}
	return "the disk refused"
}
