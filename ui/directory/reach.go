package directory

import (
	"errors"
	"net/url"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
)

// contacts are how the row's entry is reached: by what the school knows first.
func (r row) contacts() []model.Contact {
	if r.local != nil {
		return append(r.local.Contacts(), r.printed()...)
	}
	return r.printed()
}

func (r row) printed() []model.Contact {
	switch {
	case r.service != nil:
		return r.service.Contacts
	case r.head != nil:
		return r.head.Contacts
	}
	return nil
}

func (r row) copyable() []string {
	var numbers, others []string
	for _, c := range r.contacts() {
		if text := model.CleanLine(c.Value); c.Kind == model.Phone {
			numbers = append(numbers, text)
		} else {
			others = append(others, text)
		}
	}
	return append(numbers, others...)
}

func (r row) openable() []string {
	var out []string
	add := func(address string) {
		safe, ok := safeAddress(address)
		if ok && !slices.ContainsFunc(out, func(had string) bool { return strings.EqualFold(had, safe) }) {
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
	var blocks []model.Block
	switch {
	case r.service != nil:
		blocks = r.service.Text
	case r.head != nil:
		blocks = r.head.Text
	}
	for _, b := range blocks {
		for _, s := range b.Spans {
			add(s.Link)
		}
	}
	return out
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
