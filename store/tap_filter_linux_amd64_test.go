package store

import (
	"os"
	"runtime"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
)

// tappedEnv asks a child to stop for the tap at the calls that matter alone:
// to stop at each of the others twice takes ten times as long.
const tappedEnv = "ISSPP_STORE_TEST_TAPPED"

// tapped are the calls that a recorder or a refusal looks at.
var tapped = []uint32{
	syscall.SYS_OPENAT, syscall.SYS_CLOSE, syscall.SYS_WRITE, syscall.SYS_PWRITE64, sysCopyFileRange, syscall.SYS_LSEEK,
	syscall.SYS_FTRUNCATE, syscall.SYS_FSYNC, syscall.SYS_FDATASYNC, syscall.SYS_RENAMEAT, syscall.SYS_LINKAT,
	syscall.SYS_UNLINKAT,
	syscall.SYS_MKDIRAT,
}

func init() {
	if os.Getenv(tappedEnv) != "" {
		stopAtTapped()
	}
}

// stopAtTapped puts a filter over every thread of this process. Where the system
// has none the tap goes on stopping at each call.
func stopAtTapped() {
	const archAMD64, allow, trace = 0xc000003e, 0x7fff0000, 0x7ff00000
	n := len(tapped)
	load := func(at uint32) unix.SockFilter {
		return unix.SockFilter{Code: unix.BPF_LD | unix.BPF_W | unix.BPF_ABS, K: at}
	}
	same := func(k uint32, yes, no int) unix.SockFilter {
		return unix.SockFilter{Code: unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K, K: k, Jt: uint8(yes), Jf: uint8(no)} //nolint:gosec // some ten
	}
	answer := func(k uint32) unix.SockFilter { return unix.SockFilter{Code: unix.BPF_RET | unix.BPF_K, K: k} }
	program := []unix.SockFilter{load(4), same(archAMD64, 0, n+1), load(0)}
	for i, number := range tapped {
		program = append(program, same(number, n-i, 0))
	}
	program = append(program, answer(allow), answer(trace))
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != nil {
		return
	}
	f := unix.SockFprog{Len: uint16(len(program)), Filter: &program[0]} //nolint:gosec // some ten
	_, _, _ = unix.RawSyscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, unix.SECCOMP_FILTER_FLAG_TSYNC,
		uintptr(unsafe.Pointer(&f)))
}
