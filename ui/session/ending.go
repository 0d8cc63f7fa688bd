package session

import "time"

// endingTimeout is how long the end of a session waits for the notes to be let
// go. Every save was flushed when it was made, so nothing is lost by not waiting,
// and the end of the process lets go of all that is left.
const endingTimeout = 5 * time.Second

// withTimeout does it, but goes on when it takes longer: a disk that does not answer
// must keep neither the keys in memory nor the person before a dead screen.
func withTimeout(limit time.Duration, do func() error) error {
	done := make(chan error, 1)
	go func() { done <- do() }()
	select {
	case err := <-done:
		return err
	case <-time.After(limit):
		return nil
	}
}
