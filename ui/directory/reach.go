package directory

import (
	"errors"
	"net/url"
	"os/exec"
	"runtime"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

// contacts are how the row's entry is reached: by what the school knows first.
func (r row) contacts() []model.Contact {
	if r.local != nil {
		return append(r.local.Contacts(), r.printed()...)
	}
	return r.printed()
}

// printed are the contacts that the protocol prints.
func (r row) printed() []model.Contact {
	switch {
	case r.service != nil:
		return r.service.Contacts
	case r.head != nil:
		return r.head.Contacts
	}
	return nil
}

// copyable are the contacts as texts to copy; the numbers come first.
func (r row) copyable() []string {
	var numbers, others []string
	for _, c := range r.contacts() {
		if c.Kind == model.Phone {
			numbers = append(numbers, model.CleanLine(c.Value))
			continue
		}
		others = append(others, model.CleanLine(c.Value))
	}
	return append(numbers, others...)
}

// openable are the addresses that a browser or a mail program can show.
func (r row) openable() []string {
	var out []string
	add := func(address string) {
		if safe, ok := safeAddress(address); ok && !contains(out, safe) {
			out = append(out, safe)
		}
	}
	for _, c := range r.contacts() {
		switch c.Kind {
		case model.Link:
			add(c.Value)
		case model.Email:
			add("mailto:" + c.Value)
		}
	}
	blocks := []model.Block(nil)
	if r.service != nil {
		blocks = r.service.Text
	} else if r.head != nil {
		blocks = r.head.Text
	}
	for _, b := range blocks {
		for _, s := range b.Spans {
			add(s.Link)
		}
	}
	return out
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if strings.EqualFold(x, s) {
			return true
		}
	}
	return false
}

// safeAddress lets through what a pack may ask a browser to open: web and mail
// addresses without control characters, and nothing else.
func safeAddress(address string) (string, bool) {
	if address == "" || model.CleanLine(address) != address || strings.ContainsAny(address, " \"'`<>\\^|") {
		return "", false
	}
	u, err := url.Parse(address)
	if err != nil {
		return "", false
	}
	switch u.Scheme {
	case "http", "https":
		return u.String(), u.Host != "" && u.User == nil
	case "mailto":
		return u.String(), strings.Contains(u.Opaque, "@") && u.RawQuery == ""
	}
	return "", false
}

// copyNow copies a contact.
func (v *View) copyNow(name, text string) tea.Cmd { return component.Copy(name, text, v.clip) }

// Selected is everything about the selected row.
func (v *View) Selected() (name, text string, private bool) {
	v.Ready()
	r, ok := v.selected()
	if !ok {
		return "", "", false
	}
	return r.title, v.detailPage(r, document.Unbroken).Words(), false
}

// openNow opens an address outside the app.
func (v *View) openNow(address string) tea.Cmd {
	open := v.browse
	return func() tea.Msg {
		if err := open(address); err != nil {
			return component.Noticed{Text: "It could not be opened from here (" + err.Error() + "). The address is " +
				address, Failed: true}
		}
		return component.Noticed{Text: "Asked your computer to open " + address}
	}
}

// patience is how long a browser may take to say that it failed. Some stay in
// the foreground for as long as they are open, which is no failure.
const patience = 3 * time.Second

// browse hands an address to the platform's own opener, never through a shell.
func browse(address string) error {
	if _, ok := safeAddress(address); !ok {
		return errors.New("not a web or mail address")
	}
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		return errors.New("no program for it was found")
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		if err != nil {
			return errors.New("the program for it gave up")
		}
	case <-time.After(patience):
	}
	return nil
}
