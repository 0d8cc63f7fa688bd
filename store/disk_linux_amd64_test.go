package store

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

// act is one thing that a program did to a disk, or said.
type act struct {
	Kind actKind
	// File is an inode of ours; Path and To are names below the folder.
	File     int
	At       int64
	Data     []byte
	Path, To string
}

type actKind int

const (
	actWrite actKind = iota
	actSize
	actSync
	actName // Path now names File
	actMove // Path becomes To
	actUnname
	actSyncDir // Path is the folder
	actSay     // Data is what was said
)

// tape is a child's acts on a folder that began with Before.
type tape struct {
	Before map[string][]byte
	Acts   []act
}

// recorder writes a tape from what the tap sees.
type recorder struct {
	tape
	tap   *tap
	root  string
	files map[int]*openFile // by descriptor
	names map[string]int    // inodes by path
	next  int
}

type openFile struct {
	file int
	dir  string // for a folder
	at   int64
}

func newRecorder(root string, before map[string][]byte) *recorder {
	r := &recorder{tape: tape{Before: before}, root: root, files: map[int]*openFile{}, names: map[string]int{}}
	for _, name := range sortedKeys(before) {
		r.names[name] = r.next
		r.next++
	}
	r.tap = &tap{leave: r.leave}
	return r
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// below is a path's part below the root; ok is false for others.
func (r *recorder) below(path string) (string, bool) {
	if path == r.root {
		return ".", true
	}
	return strings.CutPrefix(path, r.root+"/")
}

func (r *recorder) add(a act) { r.Acts = append(r.Acts, a) }

func (r *recorder) leave(c *call) {
	f := r.files[int(c.args[0])]
	switch c.number {
	case syscall.SYS_OPENAT:
		r.opened(r.tap.text(c.args[1]), int(c.args[2]), int(c.result))
	case syscall.SYS_CLOSE:
		delete(r.files, int(c.args[0]))
	case syscall.SYS_WRITE:
		data := r.tap.bytes(c.args[1], uint64(c.result))
		if c.args[0] == 1 {
			r.add(act{Kind: actSay, Data: data})
		} else if f != nil {
			r.add(act{Kind: actWrite, File: f.file, At: f.at, Data: data})
			f.at += c.result
		}
	case syscall.SYS_PWRITE64:
		if f != nil {
			r.add(act{
				Kind: actWrite, File: f.file, At: int64(c.args[3]),
				Data: r.tap.bytes(c.args[1], uint64(c.result)),
			})
		}
	case sysCopyFileRange:
		if to := r.files[int(c.args[2])]; to != nil && c.result > 0 {
			r.copied(to, c)
		}
	case syscall.SYS_LSEEK:
		if f != nil {
			f.at = c.result
		}
	case syscall.SYS_FTRUNCATE:
		if f != nil {
			r.add(act{Kind: actSize, File: f.file, At: int64(c.args[1])})
		}
	case syscall.SYS_FSYNC, syscall.SYS_FDATASYNC:
		switch {
		case f != nil && f.dir != "":
			r.add(act{Kind: actSyncDir, Path: f.dir})
		case f != nil:
			r.add(act{Kind: actSync, File: f.file})
		}
	case syscall.SYS_RENAMEAT:
		r.moved(r.tap.text(c.args[1]), r.tap.text(c.args[3]))
	case syscall.SYS_LINKAT:
		if to, ok := r.below(r.tap.text(c.args[3])); ok {
			from, _ := r.below(r.tap.text(c.args[1]))
			r.names[to] = r.names[from]
			r.add(act{Kind: actName, File: r.names[to], Path: to})
		}
	case syscall.SYS_UNLINKAT:
		if name, ok := r.below(r.tap.text(c.args[1])); ok {
			delete(r.names, name)
			r.add(act{Kind: actUnname, Path: name})
		}
	}
}

const sysCopyFileRange = 326

func (r *recorder) opened(path string, flags, fd int) {
	name, ok := r.below(path)
	if !ok {
		return
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		r.files[fd] = &openFile{dir: name}
		return
	}
	file, there := r.names[name]
	if !there {
		file = r.next
		r.next++
		r.names[name] = file
		r.add(act{Kind: actName, File: file, Path: name})
	}
	r.files[fd] = &openFile{file: file}
	if flags&syscall.O_TRUNC != 0 {
		r.add(act{Kind: actSize, File: file})
	}
}

func (r *recorder) moved(from, to string) {
	a, ok := r.below(from)
	b, ok2 := r.below(to)
	if !ok || !ok2 {
		return
	}
	r.names[b] = r.names[a]
	delete(r.names, a)
	r.add(act{Kind: actMove, Path: a, To: b})
}

// copied reads back what the system copied by itself.
func (r *recorder) copied(to *openFile, c *call) {
	for name, file := range r.names {
		if file != to.file {
			continue
		}
		b, err := os.ReadFile(filepath.Join(r.root, name))
		if err == nil && int64(len(b)) >= to.at+c.result {
			r.add(act{Kind: actWrite, File: to.file, At: to.at, Data: b[to.at:][:c.result]})
			to.at += c.result
		}
		return
	}
}

// cutMode is what a power cut does to what was not yet flushed.
type cutMode int

const (
	// cutPrefix: the first of a file's writes are there, the others not.
	cutPrefix cutMode = iota
	// cutSubset: any of them are.
	cutSubset
	// cutTorn: any 512 bytes of any of them are.
	cutTorn
	// cutLying: as cutSubset, and from some moment on no flush was one.
	cutLying
)

// simulatedDisk is what a disk may hold after a cut.
type simulatedDisk struct {
	mode    cutMode
	rnd     *rand.Rand
	content map[int][]byte
	pending map[int][]act
	names   map[string]int
	renames []act
}

// after is the folder when the power goes before act number cut.
func (t *tape) after(cut int, mode cutMode, rnd *rand.Rand) map[string][]byte {
	d := &simulatedDisk{
		mode: mode, rnd: rnd, content: map[int][]byte{}, pending: map[int][]act{},
		names: map[string]int{},
	}
	for i, name := range sortedKeys(t.Before) {
		d.names[name], d.content[i] = i, bytes.Clone(t.Before[name])
	}
	lies := len(t.Acts)
	if mode == cutLying {
		lies = rnd.IntN(cut + 1)
	}
	for i, a := range t.Acts[:cut] {
		d.take(a, i >= lies)
	}
	for _, dir := range d.folders() {
		d.settleNames(dir, rnd.IntN(len(d.renames)+1))
	}
	out, settled := map[string][]byte{}, map[int][]byte{} // a file may have two names
	for _, name := range sortedKeys(d.names) {
		file := d.names[name]
		if _, ok := settled[file]; !ok {
			settled[file] = d.settle(file)
		}
		out[name] = settled[file]
	}
	return out
}

func (d *simulatedDisk) take(a act, lies bool) {
	switch a.Kind {
	case actWrite, actSize:
		d.pending[a.File] = append(d.pending[a.File], a)
	case actSync:
		if !lies {
			for _, p := range d.pending[a.File] {
				d.content[a.File] = apply(d.content[a.File], p)
			}
			delete(d.pending, a.File)
		}
	case actName, actMove, actUnname:
		d.renames = append(d.renames, a)
	case actSyncDir:
		if !lies {
			d.settleNames(a.Path, len(d.renames))
		}
	}
}

// folders are those with names that are not yet certain.
func (d *simulatedDisk) folders() []string {
	var out []string
	for _, a := range d.renames {
		if dir := filepath.Dir(a.Path); !slices.Contains(out, dir) {
			out = append(out, dir)
		}
	}
	return out
}

// settleNames makes the first of a folder's changes of names last, in order,
// as a journal does.
func (d *simulatedDisk) settleNames(dir string, most int) {
	var rest []act
	for i, a := range d.renames {
		switch {
		case filepath.Dir(a.Path) != dir || i >= most:
			rest = append(rest, a)
		case a.Kind == actName:
			d.names[a.Path] = a.File
		case a.Kind == actMove:
			if f, ok := d.names[a.Path]; ok {
				d.names[a.To] = f
				delete(d.names, a.Path)
			}
		case a.Kind == actUnname:
			delete(d.names, a.Path)
		}
	}
	d.renames = rest
}

// settle is a file with what the cut left of its unflushed writes.
func (d *simulatedDisk) settle(file int) []byte {
	b := d.content[file]
	pending := d.pending[file]
	if d.mode == cutPrefix {
		pending = pending[:d.rnd.IntN(len(pending)+1)]
	}
	for _, a := range pending {
		switch {
		case d.mode == cutPrefix:
			b = apply(b, a)
		case d.mode == cutTorn && a.Kind == actWrite:
			for at := 0; at < len(a.Data); at += 512 {
				if d.rnd.IntN(2) == 0 {
					b = apply(b, act{Kind: actWrite, At: a.At + int64(at), Data: a.Data[at:min(at+512, len(a.Data))]})
				}
			}
		case d.mode >= cutSubset && d.rnd.IntN(2) == 0:
			b = apply(b, a)
		}
	}
	return b
}

// apply changes b, which is ours.
func apply(b []byte, a act) []byte {
	end := int(a.At) + len(a.Data)
	if a.Kind == actSize {
		if end <= len(b) {
			return b[:end]
		}
	}
	if end > len(b) {
		b = append(b, make([]byte, end-len(b))...)
	}
	copy(b[a.At:], a.Data)
	return b
}
