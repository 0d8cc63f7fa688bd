package store

import (
	"archive/tar"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"

	"isspp/model"
	"isspp/store/seal"
)

// What is handed over is an age file, which any age program opens, of a tar
// archive: records.json, from which another isspp takes the records in, and
// beside it what people read.
const (
	bundleFormat = 1
	bundleData   = "records.json"
	// maxBundle bounds what a bundle holds, both when it is made and when it is
	// read: what could not be taken in again is not handed over.
	maxBundle = 64 << 20
	// maxSealed is what a bundle of that size takes, sealed to many recipients
	// and armoured.
	maxSealed = maxBundle * 3 / 2
	// maxWork bounds the work that a passphrase's derivation may ask for: a
	// factor of 20 takes some seconds, one of 30 an hour.
	maxWork = 20
)

type bundle struct {
	Format int `json:"isspp_bundle"`
	// Made is when it was exported, and Store the notes it is from.
	Made  time.Time `json:"made"`
	Store string    `json:"store"`
	// Ref is the reference, or empty for everything.
	Ref string `json:"ref,omitempty"`
	// Incomplete is what those notes may have lacked.
	Incomplete []string       `json:"incomplete,omitempty"`
	Records    []bundleRecord `json:"records"`
}

type bundleRecord struct {
	ID       string `json:"id"`
	Kind     string `json:"kind"`
	Schema   uint16 `json:"schema"`
	Revision uint64 `json:"revision"`
	// Origin is the notes that changed the record last.
	Origin string `json:"origin"`
	Hold   bool   `json:"hold,omitempty"`
	Why    string `json:"hold_reason,omitempty"`
	// Body is the record as it is kept.
	Body json.RawMessage `json:"body"`
}

// Reading is a file for people beside the data: a chronology in Markdown.
type Reading struct {
	Name string
	Text []byte
}

// Sealing is to whom a bundle is sealed: age recipients, or a passphrase.
type Sealing struct {
	Recipients []age.Recipient
	Passphrase string
}

// recipients are what age takes. A passphrase stands alone: whoever knows it can
// have written the file.
func (s Sealing) recipients(costs *Costs) ([]age.Recipient, error) {
	if s.Passphrase == "" && len(s.Recipients) > 0 {
		return s.Recipients, nil
	}
	if s.Passphrase == "" || len(s.Recipients) > 0 {
		return nil, notWritten(errRefused,
			"A file is handed over with a passphrase or to recipients: one of the two.", "")
	}
	r, err := age.NewScryptRecipient(norm.NFC.String(s.Passphrase))
	if err != nil {
		return nil, err
	}
	if costs != nil {
		r.SetWorkFactor(costs.Work)
	}
	return []age.Recipient{r}, nil
}

// Export writes everything under a reference, drafts too, or with an empty
// reference everything there is, as an age file. w is given the whole of it in one
// Write; once that has succeeded the log says in a line without content that it went
// out. Export returns how many records did.
func (s *Store) Export(w io.Writer, ref string, to Sealing, readings []Reading) (int, error) {
	recipients, err := to.recipients(s.opt.Costs)
	if err != nil {
		return 0, err
	}
	b, all, err := s.gather(ref)
	if err != nil {
		return 0, err
	}
	plain, err := b.archive(readings)
	if err != nil {
		return 0, err
	}
	var file bytes.Buffer
	sealed, err := age.Encrypt(&file, recipients...)
	if err == nil {
		_, err = sealed.Write(plain)
	}
	if err == nil {
		err = sealed.Close()
	}
	if err == nil {
		_, err = w.Write(file.Bytes())
	}
	if err != nil {
		return 0, fmt.Errorf("the file could not be written; the notes are as they were: %w", err)
	}
	lines := linesOf(all, Exported, "")
	if ref == "" || len(all) > 200 {
		lines = []Line{{Action: Exported, Reason: plural(len(all), "record", "records")}}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(all), s.wentOut(lines)
}

func (s *Store) gather(ref string) (*bundle, []*item, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.keys == nil {
		return nil, nil, closedError()
	}
	all := s.pick(func(*item) bool { return true })
	if ref != "" {
		var err error
		if all, err = s.chosen(ref, ""); err != nil {
			return nil, nil, err
		}
	}
	lines, _, err := s.lines()
	if err != nil {
		return nil, nil, err
	}
	from := origins(lines)
	b := &bundle{
		Format: bundleFormat, Made: s.opt.now().Round(time.Second), Store: s.storeID(), Ref: ref,
		Incomplete: s.gaps(), Records: []bundleRecord{},
	}
	var went []*item
	for _, it := range all {
		body, err := it.encode()
		if err != nil || !json.Valid(body) {
			continue // a kind of a newer isspp that is no JSON
		}
		went = append(went, it)
		b.Records = append(b.Records, bundleRecord{
			it.id.String(), it.kind, it.schema, it.revision, cmp.Or(from[it.id], b.Store), it.hold, it.why, body,
		})
	}
	return b, went, nil
}

func (s *file) storeID() string { return s.header.Store.String() }

// origins are the notes that records came from which were not changed here since, as
// the log has it.
func origins(lines []Line) map[seal.ID]string {
	out := map[seal.ID]string{}
	for _, l := range lines {
		switch l.Action {
		case Imported:
			out[l.id] = l.Reason
		case Saved, Discarded, Purged, Repaired, HoldSet, HoldLifted:
			delete(out, l.id)
		}
	}
	return out
}

func (b *bundle) archive(readings []Reading) ([]byte, error) {
	data, err := json.MarshalIndent(b, "", " ")
	if err != nil {
		return nil, notWritten(errRefused, "What is to be handed over could not be put into a file.", "").because(err)
	}
	var out bytes.Buffer
	t := tar.NewWriter(&out)
	data = model.EscapeJSON(append(data, '\n')) // whoever unpacks it may show it on a terminal
	for _, f := range append(readings, Reading{bundleData, data}) {
		h := &tar.Header{Name: f.Name, Mode: 0o600, Size: int64(len(f.Text)), ModTime: b.Made, Format: tar.FormatPAX}
		if err := t.WriteHeader(h); err != nil {
			return nil, err
		}
		if _, err := t.Write(f.Text); err != nil {
			return nil, err
		}
	}
	if err := t.Close(); err != nil {
		return nil, err
	}
	if out.Len() > maxBundle {
		return nil, problem(errRefused, "That is more than 64 MB, and no isspp takes in so large a file.",
			"Nothing was written; the notes are as they were.",
			"Hand over one reference at a time. To keep all of it, make a backup.")
	}
	return out.Bytes(), nil
}

// openSealed opens an age file whole. Not a byte of it is used before its end was
// reached: a file that was cut short, or changed, is refused.
func openSealed(r io.Reader, ids []age.Identity) ([]byte, error) {
	limited := &io.LimitedReader{R: r, N: maxSealed}
	plain, err := age.Decrypt(unarmoured(limited), ids...)
	var all []byte
	if err == nil {
		all, err = io.ReadAll(io.LimitReader(plain, maxBundle+1))
	}
	switch {
	case err != nil && limited.N <= 0, len(all) > maxBundle:
		return nil, notImported(errRefused, "The file is larger than 64 MB.", "")
	case err != nil:
		return nil, bundleError(err)
	}
	return all, nil
}

func readBundle(all []byte) (*bundle, error) {
	t := tar.NewReader(bytes.NewReader(all))
	h, err := t.Next()
	for err == nil && h.Name != bundleData {
		h, err = t.Next()
	}
	var b bundle
	if err == nil {
		err = json.NewDecoder(t).Decode(&b)
	}
	switch {
	case err != nil || b.Format < 1:
		return nil, notImported(errNotAStore, "The file opens, but isspp did not make it.", "").because(err)
	case b.Format > bundleFormat:
		return nil, notImported(errNewerFormat, "This file was made by a newer isspp.",
			"Install that edition, or a later one.")
	}
	return &b, nil
}
