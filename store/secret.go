package store

import "isspp/store/seal"

type (
	// Secret is what a person unlocks with: a passphrase or the recovery key.
	Secret = seal.Secret
	// RecoveryKey opens the notes when the passphrase is forgotten. It is made at set-up and shown once.
	RecoveryKey = seal.RecoveryKey
	// KDF is the cost of guessing one passphrase.
	KDF = seal.KDF
)

// Passphrase makes a secret of typed bytes. They are not copied; the caller may clear them after the call that used
// them.
func Passphrase(p []byte) Secret { return seal.Passphrase(p) }

// Recovery makes a secret of a recovery key.
func Recovery(k RecoveryKey) Secret { return seal.Recovery(k) }

// NewRecoveryKey makes a key that opens nothing until RenewRecovery puts it in place.
func NewRecoveryKey() RecoveryKey { return seal.NewRecoveryKey() }

// ParseRecoveryKey reads a key as typed: case, spaces and dashes don't matter, and O, I and L are taken for 0, 1 and
// 1. Its error means that no key was tried and no try was counted.
func ParseRecoveryKey(text string) (RecoveryKey, error) {
	k, err := seal.ParseRecoveryKey(text)
	if err != nil {
		return k, problem(errMistyped, err.Error(), "The notes are unharmed, and this was not counted as a try.",
			"Compare it with the paper, group by group.")
	}
	return k, nil
}
