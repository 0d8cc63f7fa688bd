package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/windows"

	"isspp/model"
	"isspp/store/disk"
)

func TestOnlyThisAccountAndTheSystemMayOpenTheNotes(t *testing.T) {
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	backup := mustBackUp(t, s)
	me, err := windows.GetCurrentProcessToken().GetTokenUser()
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{s.path, sidePath(s.path), backup} {
		if err := disk.Restrict(path, false); err != nil {
			t.Fatal(err)
		}
	}
	gone := &model.Walkthrough{Ref: "gone"}
	mustSave(t, s, gone)
	if err := os.Remove(backup); err != nil {
		t.Fatal(err)
	}
	backup = mustBackUp(t, s) // with it: the purge writes both files anew
	if _, err := s.Purge("", gone.ID, "no longer needed"); err != nil {
		t.Fatal(err)
	}
	if windows.NewLazySystemDLL("ntdll.dll").NewProc("wine_get_version").Find() == nil {
		t.Skip("wine takes an access list and keeps none: that it was set is all that was proved here")
	}
	for _, path := range []string{s.path, sidePath(s.path), backup, filepath.Dir(s.path), backupDir(s.path)} {
		sd, err := windows.GetNamedSecurityInfo(path, windows.SE_FILE_OBJECT, windows.DACL_SECURITY_INFORMATION)
		if err != nil {
			t.Fatal(err)
		}
		text := sd.String()
		list, ok := strings.CutPrefix(text, "D:P")
		if !ok {
			t.Errorf("%s inherits: %s", path, text)
		}
		for _, entry := range strings.FieldsFunc(list[strings.IndexByte(list, '(')+1:],
			func(r rune) bool { return r == '(' || r == ')' }) {
			who := entry[strings.LastIndexByte(entry, ';')+1:]
			if who != "SY" && who != me.User.Sid.String() && !samePerson(who, me.User.Sid) {
				t.Errorf("%s may be opened by %s: %s", path, who, text)
			}
		}
	}
}

// samePerson reads a short name such as LA, the local administrator.
func samePerson(short string, sid *windows.SID) bool {
	sd, err := windows.SecurityDescriptorFromString("O:" + short)
	if err != nil {
		return false
	}
	owner, _, err := sd.Owner()
	return err == nil && owner.Equals(sid)
}
