package process

import "time"

// WithTimeout does it, but goes on when it takes longer: a disk that does not answer
// must keep neither the keys in memory nor the person before a dead screen.
func WithTimeout(limit time.Duration, do func() error) error {
	done := make(chan error, 1)
	go func() { done <- do() }()
	select {
	case err := <-done:
		return err
	case <-time.After(limit):
		return nil
	}
}
