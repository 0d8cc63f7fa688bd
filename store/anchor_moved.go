package store

import (
	"os"
	"path/filepath"
)

// anchorFolders are the folder that what this computer remembers is kept below,
// and the one that earlier editions kept it in, or "". Tests set it.
var anchorFolders = systemAnchorFolders

// takeOver brings what an earlier edition remembered of the notes at path, and put
// aside for them, into the present place. As soon as there is an anchor in that,
// the former one, which may be on a server, is looked at no more.
func takeOver(path string, opt Options) {
	dir, former := anchorFolders()
	now, was := anchorIn(dir, path), anchorIn(former, path)
	if opt.Anchor != "" || was == "" || was == now {
		return
	}
	if _, err := os.Lstat(now); err == nil {
		return
	}
	if _, err := os.Stat(filepath.Dir(was)); err != nil || makeFolder(filepath.Dir(now)) != nil {
		return
	}
	rescued := rescueName(path)
	bring(filepath.Join(filepath.Dir(was), rescued), filepath.Join(filepath.Dir(now), rescued), maxRescue)
	bring(triesBeside(was), triesBeside(now), maxTries)
	// Last, since it ends the looking. The old one stays: another computer may
	// still have the earlier edition.
	if b, err := readBounded(was, anchorSize); err == nil {
		_ = writeWhole(now, b)
	}
}

// bring moves a small file, unless there is one already.
func bring(from, to string, most int) {
	if _, err := os.Lstat(to); err == nil {
		return
	}
	info, err := os.Stat(from)
	if err != nil || !info.Mode().IsRegular() || info.Size() > int64(most) {
		return
	}
	b, err := os.ReadFile(from) //nolint:gosec // a file of isspp's own
	if err == nil && writeWhole(to, b) == nil {
		_ = os.Remove(from)
	}
}
