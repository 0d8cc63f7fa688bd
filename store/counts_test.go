package store

import (
	"os"
	"runtime"
	"strconv"
)

// timesEnv multiplies what the counted tests try: 1 is what each push does, 10 a
// release. Without it a tenth of a push is tried, which takes some seconds.
const timesEnv = "ISSPP_TEST_TIMES"

// times is what timesEnv asks for, or 0.
func times() int {
	n, err := strconv.Atoi(os.Getenv(timesEnv))
	if err != nil || n < 1 {
		return 0
	}
	return n
}

// release reports whether the counts are those of a release.
func release() bool { return times() > 1 }

// counted is how often a test tries what each push tries so often. It is a tenth
// where nothing else was asked for, and where everything takes ten times as long:
// under the race detector, and where Windows is emulated.
func counted(perPush int) int {
	if times() == 0 || raceDetector || runtime.GOOS == "windows" {
		return max(1, perPush/10) * max(1, times())
	}
	return perPush * times()
}

// allocated is how many bytes were ever asked of the heap.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}
