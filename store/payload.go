package store

import (
	"encoding/binary"
	"errors"
	"math/bits"
)

// payload is what lies inside a note's seal:
//
//	used(4) flags(1) kind-length(1) kind label-length(2) label body zeros…
//
// The label is the reason of a hold. The zeros bring the whole to one of four
// sizes a doubling, so that a length says little about the text.
type payload struct {
	kind string
	hold bool
	// why is the reason given for the hold.
	why  string
	body []byte
}

const (
	payloadFixed = 4 + 1 + 1 + 2
	flagHold     = 1
	leastNote    = 256
	leastLine    = 128
)

var errPayload = errors.New("sealed content has another shape")

func (p *payload) encode() []byte {
	n := payloadFixed + len(p.kind) + len(p.why) + len(p.body)
	b := make([]byte, 0, padded(n, leastNote))
	b = binary.BigEndian.AppendUint32(b, uint32(n)) //nolint:gosec // bounded by seal.MaxRecord
	var flags byte
	if p.hold {
		flags |= flagHold
	}
	b = append(b, flags, byte(len(p.kind)))
	b = append(b, p.kind...)
	b = binary.BigEndian.AppendUint16(b, uint16(len(p.why))) //nolint:gosec // bounded by maxReason
	b = append(b, p.why...)
	b = append(b, p.body...)
	return b[:cap(b)]
}

// decodePayload shares b's memory.
func decodePayload(b []byte) (payload, error) {
	var p payload
	if len(b) < payloadFixed {
		return p, errPayload
	}
	n := binary.BigEndian.Uint32(b)
	if uint64(n) > uint64(len(b)) || n < payloadFixed {
		return p, errPayload
	}
	b = b[:n]
	p.hold = b[4]&flagHold != 0
	k := int(b[5])
	if len(b) < payloadFixed+k {
		return p, errPayload
	}
	p.kind = string(b[6:][:k])
	w := int(binary.BigEndian.Uint16(b[6+k:]))
	if len(b) < payloadFixed+k+w {
		return p, errPayload
	}
	p.why = string(b[8+k:][:w])
	p.body = b[8+k+w:]
	return p, nil
}

// padded is the least size on the ladder that holds n bytes. make() gives
// exactly this capacity, which encode relies on to reach the zeros.
func padded(n, least int) int {
	if n <= least {
		return least
	}
	step := 1 << (bits.Len(uint(n-1)) - 3)
	return (n + step - 1) / step * step
}
