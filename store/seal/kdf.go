package seal

import (
	"runtime/debug"
	"time"

	"golang.org/x/crypto/argon2"
)

// KDF is the cost of guessing one passphrase: Argon2id's memory in KiB, its passes and its lanes. It is stored beside
// the slot that it protects.
type KDF struct {
	MemoryKiB uint32
	Passes    uint32
	Lanes     uint8
}

// The floor for new notes is RFC 9106's second choice. On opening, less is borne (down to OWASP's least), and absurd
// settings are refused before a byte is spent on them: a forged header must not use up the memory.
var (
	floorKDF = KDF{MemoryKiB: 64 << 10, Passes: 3, Lanes: 4}
	mostKDF  = KDF{MemoryKiB: 1 << 20, Passes: 16, Lanes: 16}
	// leastKDF is the cheapest that is accepted.
	leastKDF = KDF{MemoryKiB: 19 << 10, Passes: 1, Lanes: 1}
)

const (
	calibrateFrom = 500 * time.Millisecond
	calibrateTo   = time.Second
	// calibrateMemory keeps unlocking possible on a laptop with 4 GB.
	calibrateMemory = 256 << 10
)

// Acceptable reports whether the settings are neither too cheap nor absurd.
func (k KDF) Acceptable() bool {
	return k.MemoryKiB >= leastKDF.MemoryKiB && k.MemoryKiB <= mostKDF.MemoryKiB &&
		k.Passes >= leastKDF.Passes && k.Passes <= mostKDF.Passes &&
		k.Lanes >= leastKDF.Lanes && k.Lanes <= mostKDF.Lanes
}

// Stretch turns a passphrase into a key of 32 bytes; nil stands for Argon2id.
type Stretch func(passphrase, salt []byte, k KDF) []byte

func argon2id(passphrase, salt []byte, k KDF) []byte {
	key := argon2.IDKey(passphrase, salt, k.Passes, k.MemoryKiB, k.Lanes, keySize)
	// The working memory is hundreds of MiB that nobody needs again.
	debug.FreeOSMemory()
	return key
}

// Calibrate finds settings that take half a second to a second on this machine, never below the floor. It takes about
// as long as two unlocks. For another derivation than Argon2id there is nothing to measure.
func Calibrate(stretch Stretch) KDF {
	if stretch != nil {
		return leastKDF
	}
	return calibrate(func(k KDF) time.Duration {
		start := time.Now()
		argon2id([]byte("calibration"), make([]byte, saltSize), k)
		return time.Since(start)
	})
}

// calibrate doubles the memory first, since that is what costs a guesser most, and then adds passes.
func calibrate(measure func(KDF) time.Duration) KDF {
	k := floorKDF
	took := measure(k)
	for took < calibrateFrom && k.MemoryKiB < calibrateMemory && took*2 <= calibrateTo {
		k.MemoryKiB *= 2
		took = measure(k)
	}
	for took < calibrateFrom && k.Passes < mostKDF.Passes {
		took += took / time.Duration(k.Passes)
		k.Passes++
	}
	return k
}
