package store

import (
	"encoding/binary"
	"encoding/hex"
)

// String is the id as the app knows it: 32 hexadecimal digits.
func (id recordID) String() string { return hex.EncodeToString(id[:]) }

func newID() recordID {
	var id recordID
	for id.reserved() {
		random(id[:])
	}
	return id
}

// reserved tells an id that is no record's but the log's, the manifest's and the like:
// it begins with eight bytes that are all zero, or all ones.
func (id recordID) reserved() bool {
	first := binary.BigEndian.Uint64(id[:])
	return first == 0 || first == ^uint64(0)
}

// maxRevision leaves room for whatever a person will ever change.
const maxRevision = 1 << 62

// parseID reads an id, and makes a new one of an empty text.
func parseID(text string) (recordID, error) {
	if text == "" {
		return newID(), nil
	}
	var id recordID
	b, err := hex.DecodeString(text)
	if err != nil || len(b) != idSize || recordID(b).reserved() {
		return id, unchanged(errRefused, "A record's id is not one that isspp made.", "")
	}
	return recordID(b), nil
}

// lineNumber is the inverse of lineID.
func lineNumber(id recordID) uint64 { return binary.BigEndian.Uint64(id[8:]) }
