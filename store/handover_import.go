package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"

	"isspp/model"
	"isspp/store/seal"
)

// Taken is what an import did.
type Taken struct {
	// New, Newer and Both are the records that were not here, that were newer than
	// those here, and those of which both sides are kept, since here and there
	// they were changed each in its own way.
	New, Newer, Both int
	// Same were here already; Older are older versions of what is here.
	Same, Older int
	// Disposed were disposed of here and were not taken in again.
	Disposed int
	// Refused are of a shape that no isspp writes.
	Refused int
	// Incomplete is what the notes may have lacked that they came from.
	Incomplete []string
	// References are those that something came in under, as the notes have them.
	References []string
}

// Changed tells whether anything came in.
func (t *Taken) Changed() bool { return t.New+t.Newer+t.Both > 0 }

// Import takes the records of a bundle in, all in one transaction. It merges by id
// and revision: what is here already is left, an older version has no effect, a
// newer one takes the place of one that was not changed here since it came in, and
// otherwise both are kept. A finished record is never replaced. To import the same
// again has no effect.
func (s *Store) Import(r io.Reader, open Opening) (*Taken, error) {
	ids, err := open.identities()
	if err == nil && len(ids) == 0 {
		err = errors.New("no key")
	}
	if err != nil {
		return nil, bundleError(err)
	}
	all, err := openSealed(r, ids)
	if err != nil {
		return nil, err
	}
	b, err := readBundle(all)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stuck != nil {
		return nil, s.stuck
	}
	lines, _, err := s.lines()
	if err != nil {
		return nil, err
	}
	m := merging(s, lines)
	for _, gap := range b.Incomplete {
		m.taken.Incomplete = append(m.taken.Incomplete, model.CleanLine(gap))
	}
	for i := range b.Records {
		if err := m.take(&b.Records[i]); err != nil {
			return nil, err
		}
	}
	if len(m.c.puts) == 0 {
		return m.taken, nil
	}
	if err := s.commit(&m.c); err != nil {
		return nil, err
	}
	f, keys := s.filed(), map[string]bool{}
	for _, it := range m.c.puts {
		if key := f.key[it.id]; key != "" {
			keys[key] = true
		}
	}
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		m.taken.References = append(m.taken.References, f.spelt.Of(key))
	}
	return m.taken, nil
}

type merge struct {
	s     *Store
	c     change
	taken *Taken
	// origins are where records came from, purged those that were disposed of, and came
	// the versions that came in before, as the log has it.
	origins map[seal.ID]string
	purged  map[seal.ID]bool
	came    map[version]bool
	// seen are the ids that the file had so far.
	seen map[seal.ID]bool
}

type version struct {
	id     seal.ID
	digest string
}

func merging(s *Store, lines []Line) *merge {
	m := &merge{
		s: s, taken: &Taken{}, origins: origins(lines), purged: map[seal.ID]bool{}, came: map[version]bool{},
		seen: map[seal.ID]bool{},
	}
	for _, l := range lines {
		switch l.Action {
		case Purged:
			m.purged[l.id] = true
		case Imported:
			m.came[version{l.id, l.digest}] = true
		}
	}
	return m
}

func (m *merge) take(r *bundleRecord) error {
	it := r.item()
	if it == nil || m.seen[it.id] {
		m.taken.Refused++
		return nil
	}
	m.seen[it.id] = true
	old := m.s.items[it.id]
	back, theirs := r.Origin == m.s.storeID(), r.Origin == m.origins[it.id]
	switch {
	case old == nil && m.purged[it.id]:
		m.taken.Disposed++
	case old == nil && m.oursReturned(it):
		m.taken.Same++
	case old == nil:
		m.taken.New++
		return m.put(it, r.Origin)
	case sameBody(old, it):
		m.taken.Same++
	case m.came[version{it.id, bodyDigest(it)}], // and was changed here since
		(back || theirs) && it.revision < old.revision:
		m.taken.Older++
	case theirs && it.revision > old.revision && !old.final() && old.kind == it.kind:
		it.hold = old.hold || it.hold
		if len(old.why) >= len(it.why) {
			it.why = old.why
		}
		m.taken.Newer++
		return m.put(it, r.Origin)
	default:
		// Also two texts of one revision: a backup was restored on one side, and the
		// notes went on from there a second time. The same import again finds it there.
		other, err := it.beside()
		if err != nil {
			return err
		}
		switch {
		case other == nil: // of a newer isspp: it can't be given another id
			m.taken.Refused++
		case m.s.items[other.id] != nil:
			m.taken.Same++
		case m.purged[other.id]:
			m.taken.Disposed++
		default:
			m.taken.Both++
			return m.put(other, r.Origin)
		}
	}
	return nil
}

// oursReturned tells a version that the other side keeps beside its own and that
// is, word for word, what is here under the id that it stands beside.
func (m *merge) oursReturned(it *item) bool {
	if it.record == nil {
		return false
	}
	id, err := parseID(*partsOf(it.record).beside)
	ours := m.s.items[id]
	if err != nil || ours == nil || ours.record == nil || ours.kind != it.kind {
		return false
	}
	again := *ours
	again.record = versionBeside(ours.record, it.id.String())
	return sameBody(&again, it)
}

func (m *merge) put(it *item, origin string) error {
	if err := m.s.prepare(&m.c, it, Imported, origin); err != nil {
		return err
	}
	m.c.lines[len(m.c.lines)-1].digest = bodyDigest(it)
	return nil
}

// bodyDigest tells versions of a record apart in the log. It is short, and sealed
// with the line: nothing can be read from it.
func bodyDigest(it *item) string {
	body, err := it.encode()
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:8])
}

func sameBody(a, b *item) bool {
	x, err := a.encode()
	y, yerr := b.encode()
	return err == nil && yerr == nil && bytes.Equal(x, y)
}

// beside is a version of a record as one of its own; nil for a kind that is not known. Its
// id is made of what it says, so that the same version has the same id each time it comes.
func (it *item) beside() (*item, error) {
	body, err := it.encode()
	if err != nil || it.record == nil {
		return nil, err
	}
	sum := sha256.Sum256(append(it.id[:], body...))
	other := *it
	if copy(other.id[:], sum[:]); reserved(other.id) {
		other.id[0] ^= 1
	}
	other.record = versionBeside(it.record, other.id.String())
	return &other, nil
}

// item makes the record of the bundle one of ours, with every text in it cleaned;
// nil where its shape is wrong.
func (r *bundleRecord) item() *item {
	id, err := parseID(r.ID)
	if err != nil || r.ID == "" || r.Revision == 0 || r.Revision > maxRevision || len(r.Kind) > maxKind ||
		len(r.Why) > maxReason || len(r.Origin) != 2*idSize || len(r.Body) > 2*seal.MaxRecord {
		return nil
	}
	body, err := cleanJSON(r.Body)
	if err != nil {
		return nil
	}
	it := &item{id: id, revision: r.Revision, schema: r.Schema}
	it.decode(payload{kind: model.CleanLine(r.Kind), hold: r.Hold, why: model.Clean(r.Why), body: body})
	if it.record == nil && newRecord(r.Kind) != nil && r.Schema <= noteSchema {
		return nil // of a kind that we know, and not of its shape
	}
	if kept, err := it.encode(); err != nil || payloadFixed+len(it.kind)+len(it.why)+len(kept) > seal.MaxRecord {
		return nil // longer than any isspp saves
	}
	return it
}

// cleanJSON takes out of every text in a document what could act on a terminal.
// Text without any of it stays as it is, byte for byte.
func cleanJSON(doc []byte) ([]byte, error) {
	d := json.NewDecoder(bytes.NewReader(doc))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	var dirty bool
	v = cleanValue(v, &dirty)
	if !dirty {
		return doc, nil
	}
	return json.Marshal(v)
}

func cleanValue(v any, dirty *bool) any {
	switch v := v.(type) {
	case string:
		c := model.Clean(v)
		*dirty = *dirty || c != v
		return c
	case []any:
		for i := range v {
			v[i] = cleanValue(v[i], dirty)
		}
	case map[string]any:
		for k := range v {
			v[k] = cleanValue(v[k], dirty)
		}
	}
	return v
}
