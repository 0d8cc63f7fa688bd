// Package store keeps private notes in one sealed bbolt file.
//
// Create sets notes up, Unlock opens them by passphrase or recovery key, and
// every save is one flushed transaction. Look says what can be said without a
// secret. Backup makes one proven copy a day beside the notes, and Restore puts
// one back; the file that stood there is set aside and can be put back in the
// same way. VerifyFile checks all of a file, and Salvage rebuilds one whose
// structure is broken from the records that can still be read in its bytes.
// Export and Import hand records over as an age file; SetHold, LiftHold and Purge
// end them. What the disk refuses is remembered (Unsaved, SaveUnsaved), and Rescue
// puts it aside, sealed, where there is still room: the next Unlock takes it in.
//
// Notes are kept on this computer's own disk. On a network file system (AtPlace:
// UNC paths and mapped drives of Windows; NFS, SMB, WebDAV and the like on macOS;
// on Linux those, 9p over a network or onto a drive of Windows, and the FUSE
// programs that show another computer's files) bbolt's map of the file and the
// locks are not sure to hold: Create refuses with ErrRemote, and Unlock opens for
// reading only and writes nothing there. Other FUSE programs, such as ntfs-3g, and
// the disks of containers and virtual machines are this computer's own. Folders
// that a program keeps in step with a server are warned of and otherwise used.
//
// # What is protected
//
// Somebody takes the file, a backup, or the laptop that is off. Texts,
// references, names, dates and kinds of record are sealed (XChaCha20-Poly1305,
// each record with a fresh nonce, under a random 256-bit key). That key is
// wrapped twice: by the passphrase, through Argon2id at RFC 9106's second choice
// or more, and by a recovery key of 160 random bits. What it costs to guess is
// stored beside each wrapping and can be raised; less than 19 MiB or more than
// 1 GiB is refused before a byte is spent on it. The wrapped key is kept in the
// notes, in a file beside them, and in every backup.
//
// Somebody changes the file without the key. A record is bound to its store, its
// bucket, its id, its revision and its schema, and cannot be moved, swapped or
// replayed; a sealed manifest, changed in the same transaction, notices what is
// missing or older, and the log of changes is a chain. The anchor, in another
// folder of this computer (on Windows not the one that roams), notices a whole
// older file in the place of a newer, as sync tools leave them.
//
// The disk, the power or the program fails. What was said to be saved is there
// afterwards; what cannot be read is named, with the backup that has it; nothing
// damaged is ever written over. A file that is removed or replaced while it is open
// is put back, and what took its place is kept beside it; of one that is cut or
// written over, what was saved since unlocking is kept apart and comes back.
// faults.sh injects these faults by the ten thousand and prints what came of them.
//
// The computer is locked, or another person sits down at it. Locking ends the
// process that knew: no note, key or passphrase is left in the memory of what
// still runs. On Windows the files have an access list for this account and the
// system alone, elsewhere mode 0600.
//
// # What is not
//
// How many records there are, their rounded sizes and the times of writing can
// be seen from the file, that there are notes at all from its being there, and the
// days of work from the names of the backups.
//
// Whoever has the paper with the recovery key and any copy of the file reads the
// notes, as with the passphrase: keep the two apart.
//
// Whole files put back: somebody who owns both the file and the anchor can put
// older ones of both back, and a computer that never saw these notes has no
// anchor to go by.
//
// A program that reads the keyboard or the screen sees what is typed and shown.
// While the notes are unlocked, whoever may read this process's memory
// (administrators, a hibernation file, swap) reads the notes: encrypt the disk.
//
// The app draws on the terminal's second screen and clears it at a lock. What a
// terminal keeps by itself is out of its reach: a recording of the session, or the
// buffer that Windows Terminal saves to restore its windows (switch that off). What
// a command prints (references, say, in the list of what is due) stays in the window
// and what can be scrolled back to, and what was typed behind --ref and --reason in
// the shell's history. Text that was copied is in the clipboard for ten seconds, for
// every program to read.
//
// What was written out as a document is not sealed. A file that was handed over is
// as safe as its passphrase or its receiver's key; opened by another program it is
// plain files. A backup that was copied elsewhere opens with what opened the notes
// on its day, for as long as it exists.
//
// A weak passphrase can be guessed from a copied file, at the cost that the
// derivation sets and no other: the waits after wrong tries only slow somebody at
// the keyboard. A copy taken before the passphrase was changed still opens with
// the former one, and so do backups of those days: if a passphrase has leaked,
// set up new notes and hand the old ones over.
//
// Discarded records stay, sealed, in the file's free pages and in backups from
// before, until what stands under their reference is disposed of. After that the
// log keeps when, how many and the reason that was given: keep names out of it.
// What a disk keeps of deleted files, what was copied elsewhere and what was handed
// over is out of reach.
//
// A disk that says it has written and has not can lose what it said. Its
// file is then refused and salvaged, or found to be older by the anchor; only
// where the disk lost the anchor as well is nothing there to notice it.
package store
