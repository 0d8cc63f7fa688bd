package store

import (
	"time"

	"isspp/store/disk"
	"isspp/store/seal"
)

// Options are the caller's choices; the zero value is right for most.
type Options struct {
	// Now is the clock. Nil means time.Now.
	Now func() time.Time
	// Anchor is the file that remembers the last state seen, in another folder than the notes. Empty means one in the
	// user's config folder, on Windows in the local one.
	Anchor string
	// Portable is the folder that the notes and all that is remembered of them are moved about in, on a stick; empty
	// where they stay on this computer.
	Portable string
	// KDF sets the cost of the passphrase at Create and ChangePassphrase instead of Calibrate. It may not be below 19
	// MiB, one pass, one lane.
	KDF *KDF
	// Remote names the kind of network file system that a path is on, or is empty for this computer's own disk. Nil
	// means to ask the system.
	Remote func(path string) string
	// Costs make a passphrase cheap to guess, which is for tests alone: no flag, setting or file sets them. Nil means
	// Argon2id, and age's own scrypt.
	Costs *Costs
	// ReadOnly opens without writing anything to the notes file.
	ReadOnly bool

	// move takes the place of disk.Replace in tests.
	move func(from, to string) error
}

func (o Options) replace(from, to string) error {
	if o.move != nil {
		return o.move(from, to)
	}
	return disk.Replace(from, to)
}

// network names the kind of network file system that path is on, or is empty.
func (o Options) network(path string) string {
	if o.Remote != nil {
		return o.Remote(path)
	}
	return disk.Network(path)
}

// Costs take the place of what makes a passphrase dear to guess.
type Costs struct {
	// Stretch takes the place of Argon2id.
	Stretch func(passphrase, salt []byte, k KDF) []byte
	// Work is age's scrypt cost for what is handed over, as a power of two.
	Work int
}

func (c *Costs) stretch() seal.Stretch {
	if c == nil {
		return nil
	}
	return c.Stretch
}

func (o Options) now() time.Time {
	now := time.Now
	if o.Now != nil {
		now = o.Now
	}
	t := now()
	// A zone of a day or more, which a broken setting can have, can't be written into a record.
	if _, offset := t.Zone(); offset <= -24*60*60 || offset >= 24*60*60 {
		return t.UTC()
	}
	return t
}

func (o Options) kdf() (KDF, error) {
	if o.KDF == nil {
		return seal.Calibrate(o.Costs.stretch()), nil
	}
	if !o.KDF.Acceptable() {
		return KDF{}, unchanged(errRefused,
			"The key settings are outside what keeps notes safe (19 MiB to 1 GiB, 1 to 16 passes, 1 to 16 lanes).",
			"")
	}
	return *o.KDF, nil
}
