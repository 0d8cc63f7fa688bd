package model

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestJSONEscapesWhatATerminalWouldObey(t *testing.T) {
	in := map[string]string{"a": "x\u202ey\u009bz\U000e0041\x7f – é"}
	doc, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	safe := EscapeJSON(doc)
	if strings.ContainsAny(string(safe), "\u202e\u009b\U000e0041\x7f") {
		t.Errorf("got %q", safe)
	}
	var back map[string]string
	if err := json.Unmarshal(safe, &back); err != nil || back["a"] != in["a"] {
		t.Errorf("back %q, %v", back["a"], err)
	}
}
