package store

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// tap runs a child and sees each of its system calls, as a debugger does. With
// it the tests know what reached the disk and in which order, and can refuse a
// write as a full disk does, without root and with Go alone.
type tap struct {
	mem *os.File
	// enter may refuse a call with an error number other than 0.
	enter func(c *call) syscall.Errno
	// leave sees a call that was made, with its result.
	leave func(c *call)
	// filtered: the child stops at the calls that matter alone.
	filtered bool
}

// call is one system call.
type call struct {
	number uint64
	args   [6]uint64
	result int64
}

const (
	ptraceOptions = syscall.PTRACE_O_TRACECLONE | syscall.PTRACE_O_TRACESYSGOOD | ptraceExitKill | ptraceFilter
	// ptraceExitKill ends the child with us.
	ptraceExitKill = 1 << 20
	// ptraceFilter and filterEvent are of the child's filter: see tappedEnv.
	ptraceFilter  = 1 << 7
	filterEvent   = 7
	stoppedInCall = syscall.SIGTRAP | 0x80
	// waitOurs waits for threads too, and only for those that this thread traces.
	waitOurs = syscall.WALL | 0x20000000
)

// run starts cmd and sees it through to its end. It must be left to end by
// itself. A stop is waited for on the thread that started the child, alone.
func (t *tap) run(cmd *exec.Cmd) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	cmd.SysProcAttr = &syscall.SysProcAttr{Ptrace: true}
	if err := cmd.Start(); err != nil {
		return err
	}
	pid := cmd.Process.Pid
	var ws syscall.WaitStatus
	if _, err := syscall.Wait4(pid, &ws, syscall.WALL, nil); err != nil {
		return err
	}
	if err := syscall.PtraceSetOptions(pid, ptraceOptions); err != nil {
		return err
	}
	var err error
	if t.mem, err = os.Open(fmt.Sprintf("/proc/%d/mem", pid)); err != nil {
		return err
	}
	defer closeQuietly(t.mem)
	return t.follow(pid)
}

func (t *tap) follow(pid int) error {
	inside := map[int]*call{pid: nil} // threads, and the call that each is in
	if err := syscall.PtraceSyscall(pid, 0); err != nil {
		return err
	}
	for {
		var ws syscall.WaitStatus
		tid, err := syscall.Wait4(-1, &ws, waitOurs, nil)
		if errors.Is(err, syscall.EINTR) {
			continue
		}
		if err != nil {
			return err
		}
		if ws.Exited() || ws.Signaled() {
			if tid == pid {
				if ws.ExitStatus() != 0 {
					return fmt.Errorf("the child ended with %v %d", ws.Signal(), ws.ExitStatus())
				}
				return nil
			}
			delete(inside, tid)
			continue
		}
		deliver := 0
		in, known := inside[tid]
		switch sig := ws.StopSignal(); {
		case sig == stoppedInCall && t.filtered && in == nil: // the filter decides
		case sig == stoppedInCall:
			inside[tid] = t.stop(tid, in)
		case sig == syscall.SIGTRAP && ws.TrapCause() == filterEvent:
			t.filtered = true
			if in == nil { // otherwise it stopped at this call's beginning before the filter was there
				inside[tid] = t.stop(tid, nil)
			}
		case sig == syscall.SIGTRAP: // a thread was made
		case !known && sig == syscall.SIGSTOP:
			inside[tid] = nil
		default:
			deliver = int(sig)
		}
		if err := t.goOn(tid, deliver, inside[tid] != nil); err != nil {
			return err
		}
	}
}

// goOn lets a thread run to the end of the call that it is in, or to the next
// that matters.
func (t *tap) goOn(tid, deliver int, inCall bool) error {
	err := error(nil)
	if t.filtered && !inCall {
		err = syscall.PtraceCont(tid, deliver)
	} else {
		err = syscall.PtraceSyscall(tid, deliver)
	}
	if errors.Is(err, syscall.ESRCH) {
		return nil // it has ended between its stop and now
	}
	return err
}

// stop handles one stop at a call's beginning or end, and returns the call
// that the thread is in from now on.
func (t *tap) stop(tid int, in *call) *call {
	var regs syscall.PtraceRegs
	if syscall.PtraceGetRegs(tid, &regs) != nil {
		return nil
	}
	if in == nil {
		c := &call{number: regs.Orig_rax, args: [6]uint64{regs.Rdi, regs.Rsi, regs.Rdx, regs.R10, regs.R8, regs.R9}}
		if t.enter != nil {
			if errno := t.enter(c); errno != 0 {
				c.result = -int64(errno)
				regs.Orig_rax = ^uint64(0) // no such call: the kernel does nothing
				regs.Rax = uint64(c.result)
				_ = syscall.PtraceSetRegs(tid, &regs)
			}
		}
		return c
	}
	if in.result < 0 {
		regs.Rax = uint64(in.result)
		_ = syscall.PtraceSetRegs(tid, &regs)
		return nil
	}
	in.result = int64(regs.Rax)
	if t.leave != nil && in.result >= 0 {
		t.leave(in)
	}
	return nil
}

// bytes reads the child's memory.
func (t *tap) bytes(at, n uint64) []byte {
	b := make([]byte, n)
	if _, err := t.mem.ReadAt(b, int64(at)); err != nil {
		return nil
	}
	return b
}

// text reads a string that ends with a zero byte.
func (t *tap) text(at uint64) string {
	var out strings.Builder
	for {
		b := t.bytes(at, 256-at%256) // never beyond a page that may not be there
		for i, c := range b {
			if c == 0 {
				out.Write(b[:i])
				return out.String()
			}
		}
		if b == nil {
			return out.String()
		}
		out.Write(b)
		at += uint64(len(b))
	}
}

// tapCommand is a part of this test as a command to be tapped.
func tapCommand(t *testing.T, part string, args ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, args...)
	cmd.Env = append(os.Environ(), childEnv+"="+part, tappedEnv+"=yes", "GODEBUG=asyncpreemptoff=1")
	cmd.Stderr = os.Stderr
	return cmd
}

// tapOrSkip runs cmd under the tap, or skips where the system forbids that.
func tapOrSkip(t *testing.T, tp *tap, cmd *exec.Cmd) {
	t.Helper()
	err := tp.run(cmd)
	if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.ENOSYS) {
		t.Skipf("this system lets nobody trace a child (%v): nothing was proved here about power cuts and full disks",
			err)
	}
	if err != nil {
		t.Fatal(err)
	}
}
