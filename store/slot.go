package store

// Secret is what a person unlocks with: a passphrase or the recovery key.
type Secret struct {
	passphrase []byte
	recovery   *RecoveryKey
}

// Passphrase makes a secret of typed bytes. They are not copied; the caller
// may clear them after the call that used them.
func Passphrase(p []byte) Secret { return Secret{passphrase: p} }

// Recovery makes a secret of a recovery key.
func Recovery(k RecoveryKey) Secret { return Secret{recovery: &k} }

// String hides the secret.
func (Secret) String() string { return "(secret)" }

// GoString hides the secret from %#v too.
func (Secret) GoString() string { return "(secret)" }

func (s Secret) kind() slotKind {
	if s.recovery != nil {
		return slotRecovery
	}
	return slotPassphrase
}

// kek is the key that wraps the data key in slot sl.
func (s Secret) kek(sl *slot, costs *Costs) []byte {
	if s.recovery != nil {
		return expand(s.recovery.secret[:], sl.salt[:], "recovery")
	}
	return costs.derive(s.passphrase, sl.salt[:], sl.kdf)
}

// slotAAD binds a wrapping to its store and to its own parameters. The
// generation is left out: changing one slot must not break the other.
func slotAAD(store [idSize]byte, sl *slot) []byte {
	return append(append([]byte(headerMagic), store[:]...), sl.fixed()...)
}

// wrap makes a new slot for the data key.
func wrap(store [idSize]byte, key dataKey, secret Secret, kdf KDF, costs *Costs) slot {
	sl := slot{kind: secret.kind()}
	if sl.kind == slotPassphrase {
		sl.kdf = kdf
	}
	random(sl.salt[:])
	random(sl.nonce[:])
	newAEAD(secret.kek(&sl, costs)).Seal(sl.wrapped[:0], sl.nonce[:], key[:], slotAAD(store, &sl))
	return sl
}

// unwrap tries the secret on the slots of its kind.
func (h *header) unwrap(secret Secret, costs *Costs) (dataKey, bool) {
	for i := range h.slots {
		sl := &h.slots[i]
		if sl.kind != secret.kind() {
			continue
		}
		plain, err := newAEAD(secret.kek(sl, costs)).Open(nil, sl.nonce[:], sl.wrapped[:], slotAAD(h.store, sl))
		if err == nil {
			return dataKey(plain), true
		}
	}
	return dataKey{}, false
}

// replace puts a slot in the place of the one of its kind.
func (h *header) replace(sl slot) {
	for i := range h.slots {
		if h.slots[i].kind == sl.kind {
			h.slots[i] = sl
			return
		}
	}
	h.slots = append(h.slots, sl)
}
