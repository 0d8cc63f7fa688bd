package store

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"isspp/store/boltfile"
	"isspp/store/seal"

	bolt "go.etcd.io/bbolt"
)

func plural[N int | uint64](n N, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func (s *file) line(n uint64) (Line, []byte, error) {
	raw, err := s.get(boltfile.HeadBucket, lineKey(n))
	if err != nil {
		return Line{}, nil, err
	}
	return s.openLine(n, raw)
}

func (s *file) openLine(n uint64, raw []byte) (Line, []byte, error) {
	e, plain, err := s.keys.Open(placeHead, raw)
	if err != nil {
		return Line{}, nil, err
	}
	l, err := decodeLine(plain)
	if err == nil && (e.ID != lineID(n) || l.Seq != n) {
		err = errLine
	}
	return l, plain, err
}

// Recent is the ids of the records that were saved last, the latest first, at
// most n lines of the log back. The order is the log's and not the clock's, which
// may have been put back.
func (s *Store) Recent(n uint64) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.keys == nil || s.db == nil {
		return nil
	}
	var out []string
	for at := s.man.lines; at > 0 && n > 0; at, n = at-1, n-1 {
		l, _, err := s.line(at)
		if err != nil {
			return out
		}
		if s.items[l.id] != nil && !slices.Contains(out, l.id.String()) {
			out = append(out, l.id.String())
		}
	}
	return out
}

// History is the log, oldest first: every line that opens. Where the chain is not whole
// Told and Gaps say so.
func (s *Store) History() ([]Line, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.unstick(); s.keys == nil || s.db == nil {
		return nil, s.stuck
	}
	lines, fault, err := s.lines()
	if f := logFinding(fault); fault != "" && !slices.Contains(s.opened, f) {
		s.opened, s.told = append(s.opened, f), append(s.told, f)
	}
	return lines, err
}

func logFinding(fault string) Finding {
	return Finding{Loss, "log-damaged", "The log of changes is not whole: " + fault + "."}
}

// lines reads the whole log and follows the chain. The fault is empty when
// the chain is whole.
func (s *file) lines() (lines []Line, fault string, err error) {
	var raws [][]byte
	err = guarded(func() error {
		return s.db.View(func(tx *bolt.Tx) error {
			c := tx.Bucket(boltfile.HeadBucket).Cursor()
			for k, v := c.Seek([]byte{lineKeyPrefix}); k != nil && k[0] == lineKeyPrefix; k, v = c.Next() {
				raws = append(raws, bytes.Clone(v))
			}
			return nil
		})
	})
	if err != nil {
		return nil, "", placed(err)
	}
	var head [hashSize]byte
	var hashes [][hashSize]byte
	last := uint64(0)
	for _, raw := range raws {
		e, _, err := seal.ParseRecord(raw)
		var l Line
		var plain []byte
		if err == nil {
			l, plain, err = s.openLine(e.Revision, raw)
		}
		switch {
		case errors.Is(err, errLine):
			fault = "a line of the log stands in another's place"
			continue
		case err != nil:
			fault = "a line of the log is damaged"
			continue
		case l.prev == head:
		case l.Action == Repaired && l.prev == gapHash(s.keys, hashes):
			fault = "" // a rebuilding followed a gap, and is chained to the lines that were left
		default:
			fault = "the log's chain is broken"
		}
		head, last = lineHash(s.keys, plain), l.Seq
		hashes, lines = append(hashes, head), append(lines, l)
	}
	if fault == "" && (last != s.man.lines || head != s.man.head) {
		fault = "the log does not end where the store says it does"
	}
	return lines, fault, nil
}

// lastLines are the last lines about each record: what the log says of it now.
func lastLines(lines []Line) map[seal.ID]Line {
	out := map[seal.ID]Line{}
	for _, l := range lines {
		if l.id != (seal.ID{}) {
			out[l.id] = l
		}
	}
	return out
}

func (l Line) ends() bool { return l.Action == Discarded || l.Action == Purged }

// lost is the record of a line, where it is not there as the line says.
func (l Line) lost() LostRecord {
	return LostRecord{ID: l.id.String(), Kind: l.Kind, Revision: l.Revision, Saved: l.Time}
}

func (s *file) missing() []LostRecord {
	lines, _, err := s.lines()
	if err != nil {
		return nil
	}
	var out []LostRecord
	for id, l := range lastLines(lines) {
		if it := s.items[id]; !l.ends() && (it == nil || it.revision != l.Revision) {
			out = append(out, l.lost())
		}
	}
	sortLost(out)
	return out
}

func sortLost(lost []LostRecord) {
	slices.SortFunc(lost, func(a, b LostRecord) int { return strings.Compare(a.ID, b.ID) })
}
