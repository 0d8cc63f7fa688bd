package store

// ChangePassphrase wraps the data key under a new passphrase. The present
// secret is asked for again, so that nobody can change it at a screen that was
// left open. Backups from before still open with the passphrase of their day.
func (s *Store) ChangePassphrase(present Secret, next []byte) error {
	if len(next) == 0 {
		return &Error{Class: ErrWeak, What: "An empty passphrase protects nothing.", Safe: "The passphrase is as it was.", Do: "Choose one of at least 15 characters, or five words."}
	}
	kdf, err := s.opt.kdf()
	if err != nil {
		return err
	}
	return s.rekey(present, Passphrase(next), kdf, PassphraseChanged)
}

// RenewRecovery makes a new recovery key, to be shown once; the one from
// before opens these notes no longer, though it still opens earlier backups.
// The present secret is asked for again.
func (s *Store) RenewRecovery(present Secret) (RecoveryKey, error) {
	key := newRecoveryKey()
	if err := s.rekey(present, Recovery(key), KDF{}, RecoveryRenewed); err != nil {
		return RecoveryKey{}, err
	}
	return key, nil
}

func (s *Store) rekey(present, next Secret, kdf KDF, action Action) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stuck != nil {
		return s.stuck
	}
	if key, ok := s.header.unwrap(present); !ok || key != s.key {
		return wrongTry(s.path, s.opt)
	}
	rightTry(s.path, s.opt)
	h := &header{store: s.header.store, generation: s.header.generation + 1}
	h.slots = append(h.slots, s.header.slots...)
	h.replace(wrap(h.store, s.key, next, kdf))
	h.seal(s.keys)
	if err := s.commit(&change{lines: []Line{{Action: action}}, header: h}); err != nil {
		return err
	}
	// If this fails the side file is renewed by the next unlocking.
	s.tidy()
	return nil
}
