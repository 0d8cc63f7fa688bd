package content

import (
	"slices"
	"sync"
	"sync/atomic"
)

// lazy is a part of a pack that is read when it is first asked for, once.
type lazy[T any] struct {
	once  sync.Once
	read  atomic.Bool
	value T
}

// get returns the part, and reads it if nobody has yet.
func (l *lazy[T]) get(read func() T) T {
	l.once.Do(func() {
		l.value = read()
		l.read.Store(true)
	})
	return l.value
}

// found are the mistakes of the parts that were read.
type found struct {
	mu   sync.Mutex
	list []Mistake
}

// add takes mistakes in, and gives all that there are.
func (f *found) add(mistakes ...Mistake) []Mistake {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.list = append(f.list, mistakes...)
	return slices.Clone(f.list)
}

// readFirst reads a part of a pack from the document of a kind. A pack without
// such a document has an empty part.
func readFirst[T any](p *Pack, l *lazy[T], kind string, read func(*file, body, *reporter) T) T {
	return l.get(func() (value T) {
		if f := p.loader.first(kind); f != nil {
			value = readFrom(p, f, read)
		}
		return value
	})
}

// readEach reads a part from each document of a kind, in reading order.
func readEach[T any](p *Pack, l *lazy[[]T], kind string, read func(*file, body, *reporter) T) []T {
	return l.get(func() (list []T) {
		for _, f := range p.loader.ofKind(kind) {
			list = append(list, readFrom(p, f, read))
		}
		return list
	})
}

func readFrom[T any](p *Pack, f *file, read func(*file, body, *reporter) T) T {
	r := &reporter{file: f.name}
	value := read(f, f.parsed().body, r)
	p.found.add(r.list...)
	return value
}
