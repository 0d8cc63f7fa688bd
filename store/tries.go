package store

import (
	"path/filepath"
	"sync"
	"time"
)

// wrongTries counts wrong secrets for each file in this process. It slows
// somebody at the keyboard; against a copied file only the passphrase and its
// derivation help.
var wrongTries struct {
	sync.Mutex
	by map[string]int
}

const (
	freeTries = 3
	maxWait   = 60 * time.Second
)

func triesKey(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	return abs
}

// wrongTry counts one more and says how long to wait before the next.
func wrongTry(path string) *WrongSecretError {
	wrongTries.Lock()
	defer wrongTries.Unlock()
	if wrongTries.by == nil {
		wrongTries.by = map[string]int{}
	}
	key := triesKey(path)
	wrongTries.by[key]++
	n := wrongTries.by[key]
	return &WrongSecretError{Tries: n, Wait: waitAfter(n)}
}

func rightTry(path string) {
	wrongTries.Lock()
	defer wrongTries.Unlock()
	delete(wrongTries.by, triesKey(path))
}

// waitAfter is nothing for three wrong tries, then 1, 2, 4 … 60 seconds.
func waitAfter(tries int) time.Duration {
	if tries <= freeTries {
		return 0
	}
	if n := tries - freeTries - 1; n < 6 {
		return time.Second << n
	}
	return maxWait
}
