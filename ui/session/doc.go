// Package session is the two processes of the app. The first shows the rota,
// the lists and the directory and holds no secret. Unlocking hands the terminal
// to a child of the same binary, which owns the keys, the notes and the screen;
// locking ends that child, and with it everything it knew, since a Go program
// can't scrub its own memory. The first process restores the terminal whatever
// became of the child.
package session
