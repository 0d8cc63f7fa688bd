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

// ChangePassphrase wraps the data key under a new passphrase. The present secret is asked for again, so that nobody
// can change it at a screen that was left open. Backups from before still open with the passphrase of their day.
func (s *Store) ChangePassphrase(present Secret, next []byte) error {
	if len(next) == 0 {
		return emptyPassphrase("The passphrase was not changed.")
	}
	kdf, err := s.opt.kdf()
	if err != nil {
		return err
	}
	return s.rekey(present, Passphrase(next), kdf, PassphraseChanged)
}

// RenewRecovery puts key, which NewRecoveryKey made, in the place of the recovery key. The one from before opens
// these notes no longer, though it still opens earlier backups: so key is to be shown and typed back first, and is on
// paper by now. The present secret is asked for again.
func (s *Store) RenewRecovery(present Secret, key RecoveryKey) error {
	if key == (RecoveryKey{}) {
		return problem(errRefused, "That is no recovery key.", "The recovery key was not changed.", "Make one first.")
	}
	return s.rekey(present, Recovery(key), KDF{}, RecoveryRenewed)
}

// Check tells whether a secret is one of these notes', for somebody who comes back to a hidden screen. A wrong one is
// counted.
func (s *Store) Check(secret Secret) error {
	s.mu.Lock()
	h, open := s.header, s.keys != nil
	s.mu.Unlock()
	if !open {
		return closedError()
	}
	return s.opens(h, secret)
}

// opens tries a secret of the notes that are open, and counts a wrong one.
func (s *Store) opens(h *seal.Header, secret Secret) error {
	if keys, ok := h.Unwrap(secret, s.opt.Costs.stretch()); !ok || !h.Authentic(keys) {
		return wrongTry(s.path, s.opt, secret, false)
	}
	rightTry(s.path, s.opt)
	return nil
}

// rekey puts a file with the new slots in the place of the notes, so that no former wrapping stays in its free pages:
// it is as it was, or opens with the new one alone.
func (s *Store) rekey(present, next Secret, kdf KDF, action Action) error {
	defer s.oneBackup(nil)() // the file is closed for a moment
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.unstick(); s.stuck != nil {
		return s.stuck
	}
	if err := s.opens(s.header, present); err != nil {
		return err
	}
	if err := s.verifyInPlace(); err != nil {
		return placed(err)
	}
	generation := max(s.header.Generation, s.man.generation) + 1
	h := s.keys.Wrap(s.header, generation, kdf, s.opt.Costs.stretch(), next)
	if err := s.replaceWith(&change{lines: []Line{{Action: action}}, header: h}); err != nil && s.header != h {
		return placed(err)
	}
	// If this fails the side file is renewed by the next unlocking. To tidy as that one does would sweep away a
	// backup in the making.
	s.renewSide()
	return nil
}
