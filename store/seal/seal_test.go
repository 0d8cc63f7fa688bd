package seal

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestASecretOpensWhatItWrapsAndAFormerOneDoesNot(t *testing.T) {
	t.Parallel()
	keys, recovery := NewKeys(), NewRecoveryKey()
	first, second := Passphrase([]byte("five calm words for notes")), Passphrase([]byte("another five words"))
	old := keys.Wrap(nil, 1, leastKDF, cheap, first, Recovery(recovery))
	now, err := ParseHeader(keys.Wrap(old, 2, leastKDF, cheap, second).Encode())
	if err != nil || now.Generation != 2 || now.Store != keys.Store || !now.Authentic(keys) {
		t.Fatalf("%+v, %v", now, err)
	}
	for _, c := range []struct {
		h      *Header
		secret Secret
		opens  bool
	}{{old, first, true}, {old, second, false}, {now, first, false}, {now, second, true}, {now, Recovery(recovery), true}} {
		got, ok := c.h.Unwrap(c.secret, cheap)
		if ok != c.opens || ok && got.data != keys.data {
			t.Errorf("generation %d: %v", c.h.Generation, ok)
		}
	}
	if passphrase, recovery := now.Shares(old); passphrase || !recovery {
		t.Error("of the two the recovery key alone opens both", passphrase, recovery)
	}
	if now.Authentic(NewKeys()) {
		t.Error("made with another key")
	}
}

func TestRecordsAndKeySlotsAreFoundWhereverTheyLie(t *testing.T) {
	t.Parallel()
	keys := NewKeys()
	raw := keys.Seal('r', Envelope{ID: ID{7}, Revision: 3, Schema: 1}, []byte("text"))
	newer := bytes.Clone(raw)
	newer[6] = recordFormat + 1
	h := keys.Wrap(nil, 1, leastKDF, cheap, Passphrase([]byte("five calm words")))
	b := slices.Concat([]byte(recordMagic[:4]), raw, []byte("between"), newer, h.Encode(), raw[:40])
	found := 0
	if n := EachRecord(b, func(e Envelope, raw []byte) bool {
		found++
		_, plain, err := keys.Open('r', raw)
		return err == nil && e.Revision == 3 && string(plain) == "text"
	}); n != 1 || found != 1 {
		t.Errorf("%d found, %d newer", found, n)
	}
	if heads := FindHeaders(b); len(heads) != 1 || !heads[0].Authentic(keys) {
		t.Errorf("%d headers", len(heads))
	}
	if !Marked(b) || Marked([]byte("a letter")) {
		t.Error("what is marked")
	}
	if _, _, err := keys.Open('h', raw); !errors.Is(err, ErrUnsealed) {
		t.Error("opened in another bucket", err)
	}
}

func TestTheCostOfGuessingIsSetByWhatThisMachineTakes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		perPass time.Duration // for 64 MiB
		want    KDF
	}{
		{time.Second, floorKDF},
		{60 * time.Millisecond, KDF{MemoryKiB: 256 << 10, Passes: 3, Lanes: 4}},
		{5 * time.Millisecond, KDF{MemoryKiB: 256 << 10, Passes: mostKDF.Passes, Lanes: 4}},
	} {
		got := calibrate(func(k KDF) time.Duration {
			return c.perPass * time.Duration(k.Passes) * time.Duration(k.MemoryKiB/(64<<10))
		})
		if got != c.want || !got.Acceptable() {
			t.Errorf("%v: %+v", c.perPass, got)
		}
	}
}

func TestSecretsDoNotPrintThemselves(t *testing.T) {
	t.Parallel()
	key := NewRecoveryKey()
	for _, s := range []string{
		Passphrase([]byte("words")).String(), Passphrase([]byte("words")).GoString(), key.String(), key.GoString(),
	} {
		if strings.Contains(s, "words") || strings.Contains(s, key.Text()[:4]) {
			t.Error(s)
		}
	}
	if (ID{1}).String() != "01"+strings.Repeat("0", 30) {
		t.Error(ID{1})
	}
}
