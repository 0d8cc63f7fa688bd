package store

import (
	"encoding/binary"
	"errors"
	"strings"
	"time"

	"isspp/store/seal"
)

// Action is what a line of the log says was done.
type Action byte

// The actions. Their numbers are part of the file format.
const (
	Created           Action = 1
	Saved             Action = 2
	Discarded         Action = 3
	Purged            Action = 4
	PassphraseChanged Action = 5
	RecoveryRenewed   Action = 6
	Restored          Action = 7
	Imported          Action = 8
	Exported          Action = 9
	HoldSet           Action = 10
	HoldLifted        Action = 11
	Repaired          Action = 12
	OlderAccepted     Action = 13
)

// String is the action in words.
func (a Action) String() string {
	names := [...]string{
		Created: "notes set up", Saved: "saved", Discarded: "discarded", Purged: "disposed of",
		PassphraseChanged: "passphrase changed", RecoveryRenewed: "recovery key renewed",
		Restored: "restored from a backup", Imported: "imported", Exported: "exported",
		HoldSet: "put on hold", HoldLifted: "hold lifted", Repaired: "put right",
		OlderAccepted: "older notes accepted",
	}
	if int(a) < len(names) && names[a] != "" {
		return names[a]
	}
	return "an action of a newer isspp"
}

// Line is one line of the log: what was done to which record and when. It has no content of the record.
type Line struct {
	// Seq counts lines from 1. It, not the time, gives the order.
	Seq  uint64
	Time time.Time
	// Run is random for each unlocking: lines of one sitting share it.
	Run    [8]byte
	Action Action
	// Record is the id in hex, or empty when the action is about no record.
	Record   string
	Revision uint64
	Kind     string
	// Reason is what the person gave, for a disposal or a hold; for what came in, the notes that it came from.
	Reason string

	// digest tells which version came in; it stands behind the origin.
	digest string
	id     seal.ID
	prev   [hashSize]byte
}

const (
	lineFixed  = 4 + 8 + 8 + 8 + 1 + idSize + 8 + hashSize + 1 + 2
	lineSchema = 1
	// maxReason is the longest reason, in bytes.
	maxReason = 2000
	maxKind   = 40
)

var errLine = errors.New("log line has another shape")

func lineID(n uint64) seal.ID {
	var id seal.ID
	binary.BigEndian.PutUint64(id[8:], n)
	return id
}

func (l *Line) encode() []byte {
	reason := l.Reason
	if l.digest != "" {
		reason += " " + l.digest
	}
	n := lineFixed + len(l.Kind) + len(reason)
	b := make([]byte, 0, padded(n, leastLine))
	b = binary.BigEndian.AppendUint32(b, uint32(n)) //nolint:gosec // bounded by maxReason
	b = binary.BigEndian.AppendUint64(b, l.Seq)
	b = binary.BigEndian.AppendUint64(b, uint64(l.Time.UnixNano())) //nolint:gosec // two's complement both ways
	b = append(b, l.Run[:]...)
	b = append(b, byte(l.Action))
	b = append(b, l.id[:]...)
	b = binary.BigEndian.AppendUint64(b, l.Revision)
	b = append(b, l.prev[:]...)
	b = append(b, byte(len(l.Kind)))
	b = append(b, l.Kind...)
	b = binary.BigEndian.AppendUint16(b, uint16(len(reason))) //nolint:gosec // bounded by maxReason
	b = append(b, reason...)
	return b[:cap(b)]
}

func decodeLine(b []byte) (Line, error) {
	var l Line
	if len(b) < lineFixed {
		return l, errLine
	}
	n := binary.BigEndian.Uint32(b)
	if uint64(n) > uint64(len(b)) || n < lineFixed {
		return l, errLine
	}
	b = b[4:n]
	var nanoseconds int64
	decodeFields(b, &l.Seq, &nanoseconds, &l.Run, &l.Action, &l.id, &l.Revision, &l.prev)
	l.Time = time.Unix(0, nanoseconds).UTC()
	b = b[49+hashSize:]
	k := int(b[0])
	if len(b) < 1+k+2 {
		return l, errLine
	}
	l.Kind = string(b[1:][:k])
	b = b[1+k:]
	r := int(binary.BigEndian.Uint16(b))
	if len(b) != 2+r {
		return l, errLine
	}
	l.Reason = string(b[2:])
	if l.Action == Imported {
		l.Reason, l.digest, _ = strings.Cut(l.Reason, " ")
	}
	if l.id != (seal.ID{}) {
		l.Record = l.id.String()
	}
	return l, nil
}

// lineHash chains a line to all before it: prev is inside what is hashed. It is keyed, so that the chain cannot be
// made anew without the data key.
func lineHash(k *seal.Keys, plain []byte) [hashSize]byte { return mac(k.Log, plain) }
