// Package process is what isspp's two processes have to do with each other, with the
// terminal and with the system: how one hands the terminal to the other and gets it
// back in order whatever became of it, signals, being suspended, lines that are typed
// unseen, how long nobody pressed a key, and a memory that is not written out.
package process
