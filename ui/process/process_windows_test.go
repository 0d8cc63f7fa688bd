package process

import (
	"os"
	"os/exec"
	"testing"
)

func TestTheEndOfTheFirstProcessIsNoticed(t *testing.T) {
	if os.Getenv("ISSPP_TEST_WAITS") != "" {
		_, _ = os.Stdin.Read(make([]byte, 1)) // until the test lets it go
		return
	}
	first := exec.Command(os.Args[0], "-test.run=^TestTheEndOfTheFirstProcessIsNoticed$")
	first.Env = append(os.Environ(), "ISSPP_TEST_WAITS=1")
	in, err := first.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	gone := watched(first.Process.Pid)
	if gone() {
		t.Error("a process that runs is taken for one that has ended")
	}
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	if err := first.Wait(); err != nil {
		t.Fatal(err)
	}
	if !gone() {
		t.Error("that it has ended is not noticed")
	}
}
