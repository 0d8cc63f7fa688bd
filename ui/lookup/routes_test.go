package lookup

import (
	"strings"
	"testing"
	"time"

	"isspp/content"
)

func TestTheRoutesAreTheProtocolsAnd999ComesFirst(t *testing.T) {
	var got []string
	for _, r := range Routes(content.Embedded(), nil, time.Time{}) {
		got = append(got, r.Number)
	}
	if strings.Join(got, ", ") != "999, 101, 020 7527 7400" {
		t.Errorf("the routes are %v", got)
	}
}
