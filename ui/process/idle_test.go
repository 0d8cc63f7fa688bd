package process

import (
	"testing"
	"time"
)

// clocks are that on the wall, which can be set, and of a computer that can be put
// to sleep. The process's own clock runs on, or stands still in a sleep.
type clocks struct {
	now moment
	// drift is how much of a second the clock on the wall gains in each.
	drift time.Duration
}

func (d *clocks) second() {
	d.now.own += time.Second
	d.now.wall = d.now.wall.Add(time.Second + d.drift)
}

func london(t *testing.T, text string) time.Time {
	t.Helper()
	zone, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Skipf("no time zones on this machine: %v", err)
	}
	at, err := time.ParseInLocation("2006-01-02 15:04:05", text, zone)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// untilLocked looks every second, as the session does, and tells after how many the
// notes lock.
func untilLocked(d *clocks, i *Idleness, limit time.Duration, at int, happens func(*clocks)) int {
	i.touched(d.now)
	for n := 1; ; n++ {
		d.second()
		if n == at && happens != nil {
			happens(d)
		}
		if i.over(d.now, limit) || n > 100_000 {
			return n
		}
	}
}

func TestTheNotesLockInTimeWhateverTheClockDoes(t *testing.T) {
	const limit, at = 5 * time.Minute, 120
	full := int(limit / time.Second)
	for _, c := range []struct {
		name    string
		begins  string
		happens func(*clocks)
		drift   time.Duration
		want    int
	}{
		{"nothing", "2026-11-25 09:42:00", nil, 0, full},
		{"summer time begins", "2027-03-28 00:58:00", nil, 0, full},
		{"summer time ends", "2026-10-25 01:58:00", nil, 0, full},
		{"the year ends", "2026-12-31 23:58:00", nil, 0, full},
		{
			"the clock is put back a year", "2026-11-25 09:42:00",
			func(d *clocks) { d.now.wall = d.now.wall.AddDate(-1, 0, 0) }, 0, at,
		},
		{
			"and forward a day", "2026-11-25 09:42:00", func(d *clocks) { d.now.wall = d.now.wall.AddDate(0, 0, 1) }, 0,
			at,
		},
		{
			"and back an hour by hand", "2026-10-25 01:58:00",
			func(d *clocks) { d.now.wall = d.now.wall.Add(-time.Hour) },
			0, at,
		},
		{"another time zone", "2026-11-25 09:42:00", func(d *clocks) { d.now.wall = d.now.wall.In(time.FixedZone("there", 9*3600)) }, 0, full},
		{
			"12 hours asleep, the own clock standing still", "2026-11-25 20:00:00",
			func(d *clocks) { d.now.wall = d.now.wall.Add(12 * time.Hour) }, 0, at,
		},
		{"12 hours asleep, the own clock running on", "2026-11-25 20:00:00", func(d *clocks) {
			d.now.wall = d.now.wall.Add(12 * time.Hour)
			d.now.own += 12 * time.Hour
		}, 0, at},
		{
			"8 seconds asleep", "2026-11-25 20:00:00", func(d *clocks) { d.now.wall = d.now.wall.Add(8 * time.Second) },
			0,
			full - 8,
		},
		{
			"a clock that is put right by 2 seconds", "2026-11-25 20:00:00",
			func(d *clocks) { d.now.wall = d.now.wall.Add(-2 * time.Second) }, 0, full,
		},
		{"a clock that is slow", "2026-11-25 20:00:00", nil, -time.Millisecond, full},
		{"a clock that is fast", "2026-11-25 20:00:00", nil, time.Millisecond, full},
	} {
		t.Run(c.name, func(t *testing.T) {
			var i Idleness
			d := &clocks{now: moment{london(t, c.begins), time.Hour}, drift: c.drift}
			if got := untilLocked(d, &i, limit, at, c.happens); got < c.want-1 || got > c.want+1 {
				t.Errorf("locks after %d s, and not after %d", got, c.want)
			}
			if got := untilLocked(d, &i, limit, 0, nil); got < full-1 || got > full+1 {
				t.Errorf("the next time it locks after %d s", got)
			}
		})
	}
}

func TestAKeyKeepsTheNotesOpen(t *testing.T) {
	var i Idleness
	d := &clocks{now: moment{time.Date(2026, 11, 25, 9, 42, 0, 0, time.UTC), time.Hour}}
	if i.over(d.now, time.Minute) {
		t.Error("locks at the first look")
	}
	for n := range 600 {
		d.second()
		if n%59 == 0 {
			i.touched(d.now)
		}
		if i.over(d.now, time.Minute) {
			t.Fatalf("locks after %d s though a key was pressed each 59", n)
		}
	}
}

func TestALockIsAnnouncedOnceAndAKeyTakesItBack(t *testing.T) {
	var i Idleness
	d := &clocks{now: moment{time.Date(2026, 11, 25, 9, 42, 0, 0, time.UTC), time.Hour}}
	var at []int
	for n := range 280 {
		if i.over(d.now, 2*time.Minute) {
			t.Fatalf("locks after %d s", n)
		}
		if i.Warn(2 * time.Minute) {
			at = append(at, n)
		}
		if n == 100 {
			i.touched(d.now)
		}
		if n == 210 {
			break
		}
		d.second()
	}
	if len(at) != 2 || at[0] != 90 || at[1] != 190 {
		t.Errorf("announced at %v s, not 90 and 190", at)
	}
	i.touched(d.now)
	for range 19 {
		d.second()
		if i.over(d.now, 20*time.Second) || i.Warn(20*time.Second) {
			t.Fatal("a limit shorter than the warning is announced")
		}
	}
}

func TestAMomentHasBothClocks(t *testing.T) {
	now := time.Now()
	a, b := momentOf(now), momentOf(now.Add(time.Second))
	if b.own-a.own != time.Second || b.wall.Sub(a.wall) != time.Second || a.wall.String() != now.Round(0).String() {
		t.Errorf("%+v and %+v", a, b)
	}
}
