package content

import "sync"

// lazy is a part of a pack that is read when it is first asked for, once.
type lazy[T any] struct {
	once     sync.Once
	value    T
	mistakes []Mistake
}

// get returns the part, and reads it if nobody has yet.
func (l *lazy[T]) get(read func() (T, []Mistake)) T {
	l.once.Do(func() { l.value, l.mistakes = read() })
	return l.value
}
