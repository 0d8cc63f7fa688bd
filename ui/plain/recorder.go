package plain

import (
	"isspp/model"
	"isspp/ui/walk"
)

// askRecorder asks who records, once, where the notes name nobody yet. A script's
// answers are to the questions of the walkthrough, which ask it too.
func (w *walker) askRecorder() error {
	if w.env.Recorder != "" || !w.durable || w.echo || w.o.KeepRecorder == nil {
		return nil
	}
	who, err := w.ask("Who is recording? ("+model.RecorderHint+", such as A. Reed, DSL; Enter leaves it for now):",
		"Asked once and kept in your notes, to be shown with every entry. A decision can't be kept without it.")
	if err == nil {
		w.recordedBy(who)
	}
	return err
}

// recordedBy takes the first name that is given for the one who records from then
// on, where none is known yet.
func (w *walker) recordedBy(who string) {
	if !walk.Named(w.env, who) || !w.durable || w.o.KeepRecorder == nil {
		return
	}
	if err := w.o.KeepRecorder(who); err != nil {
		w.say("Your name could not be kept for the next time. " + err.Error())
	}
}
