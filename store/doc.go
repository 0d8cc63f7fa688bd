// Package store keeps private notes in one sealed bbolt file.
//
// Create sets notes up, Unlock opens them by passphrase or recovery key, and every save is one flushed transaction.
// Look says what can be said without a secret. Backup makes one proven copy a day beside the notes, and Restore puts
// one back; the file that stood there is set aside and can be put back in the same way. Verify checks all of a file,
// and Salvage rebuilds one from the records that can still be read in its bytes, in its backups and in copies beside
// it: all of these are one search, and none has more than what comes of it. What unlocking finds amiss is handed over
// before the notes are, and Gaps has it for what is made of them. Export and Import hand records over as an age file;
// Hold and Purge end them. What the disk refuses is remembered (Unsaved, SaveUnsaved), and Rescue puts it aside,
// sealed, where there is still room: the next Unlock takes it in.
//
// Notes are kept on this computer's own disk. On a network file system (AtPlace: UNC paths and mapped drives of
// Windows; NFS, SMB, WebDAV and the like on macOS; on Linux those, 9p over a network or onto a drive of Windows, and
// the FUSE programs that show another computer's files) bbolt's map of the file and the locks are not sure to hold:
// Create refuses with ErrRemote, and Unlock opens for reading only and writes nothing there, no lock, no copy of the
// key slots and no backup; a backup, a document or a file to hand over that somebody asks for goes wherever they say.
// What this computer remembers of the notes, and the count of wrong tries, is written on this computer all the same.
// Other FUSE programs, such as ntfs-3g, and the disks of containers and virtual machines are this computer's own.
// Folders that a program keeps in step with a server are warned of and otherwise used.
//
// # What is protected
//
// Somebody takes the file, a backup, or the laptop that is off. Texts, references, names, dates and kinds of record
// are sealed (XChaCha20-Poly1305, each record with a fresh nonce, under a random 256-bit key). That key is wrapped
// twice: by the passphrase, through Argon2id at RFC 9106's second choice or more, and by a recovery key of 160 random
// bits. What it costs to guess is stored beside each wrapping and can be raised; less than 19 MiB or more than 1 GiB
// is refused before a byte is spent on it. The wrapped key is kept in the notes, in a file beside them, and in every
// backup.
//
// Somebody changes the file without the key. A record is bound to its store, its bucket, its id, its revision and its
// schema, and cannot be moved, swapped or replayed; a sealed manifest, changed in the same transaction, notices what
// is missing or older, and the log of changes is a chain. The anchor, in another folder of this computer (on Windows
// not the one that roams), notices a whole older file in the place of a newer, as sync tools leave them.
//
// The disk, the power or the program fails. What was said to be saved is there afterwards; what cannot be read is
// named, with the backup that has it; nothing damaged is ever written over. A file that is removed or replaced while
// it is open is put back, and what took its place is kept beside it; of one that is cut or written over, what was
// saved since unlocking is kept apart and comes back. faults.sh injects these faults by the ten thousand and prints
// what came of them.
//
// The computer is locked, or another person sits down at it. Locking ends the process that knew: no note, key or
// passphrase is left in the memory of what still runs. On Windows the files have an access list for this account and
// the system alone, elsewhere mode 0600.
//
// # What is not
//
// Whoever has the file and no key learns from it: that it is of isspp, and a number that all copies of the same notes
// share; how many records there are, the random id of each, how many times each was changed, and its size to within a
// quarter; how many lines the log has and how long each is, roughly, and so how many things were done; how many times
// notes were saved; how many times the passphrase or the recovery key was changed, and what the derivation costs; and
// from free pages, until the file is compacted, the same of former versions and of what was discarded. From the file
// system he learns when it was last written to, and from the names of backups and of what was set aside the days of
// work. Two copies side by side show which records changed between them. He doesn't learn texts, names, references,
// kinds, dates or who wrote.
//
// Whoever has the paper with the recovery key and any copy of the file reads the notes, as with the passphrase: keep
// the two apart.
//
// Whole files put back: somebody who owns both the file and the anchor can put older ones of both back, and a
// computer that never saw these notes has no anchor to go by. Former key slots in the file alone, or beside it alone,
// are noticed: the manifest and the anchor know the number of the last.
//
// A program that reads the keyboard or the screen sees what is typed and shown. While the notes are unlocked, whoever
// may read this process's memory (administrators, a hibernation file, swap) reads the notes: encrypt the disk.
//
// The app draws on the terminal's second screen and clears it at a lock. What a terminal keeps by itself is out of
// its reach: a recording of the session, or the buffer that Windows Terminal saves to restore its windows (switch
// that off). What a command prints (references, say, in the list of what is due) stays in the window and what can be
// scrolled back to, and what was typed behind --ref and --reason in the shell's history. Text that was copied is in
// the clipboard for ten seconds, for every program to read.
//
// What was written out as a document is not sealed. A file that was handed over is as safe as its passphrase or its
// receiver's key; opened by another program it is plain files. A backup that was copied elsewhere opens with what
// opened the notes on its day, for as long as it exists.
//
// A weak passphrase can be guessed from a copied file, at the cost that the derivation sets and no other: the waits
// after wrong tries only slow somebody at the keyboard. A change of the passphrase or the recovery key wraps the same
// key anew: the file of the notes is compacted with it, so that no former wrapping stays there, but a copy taken
// before still opens with the former one, and so do backups of those days and files that were set aside, for as long
// as they exist; and whoever took the key itself from a copy can read what is written later too. If a passphrase has
// leaked, set up new notes and hand the old ones over.
//
// Discarded records stay, sealed, in the file's free pages and in backups from before, until what stands under their
// reference is disposed of. After that the log keeps when, how many and the reason that was given: keep names out of
// it. What a disk keeps of deleted files, what was copied elsewhere and what was handed over is out of reach.
//
// A disk that says it has written and has not can lose what it said. Its file is then refused and salvaged, or found
// to be older by the anchor; only where the disk lost the anchor as well is nothing there to notice it.
//
// # The format
//
// A file of notes is a bbolt database with two buckets, "h" and "r". All numbers in what follows are big-endian, and
// lengths in brackets are in bytes.
//
// Bucket "h", key "h": the key slots, which the side file and every backup have too.
//
//	"\x93ISSPKEY" format(2)=1 store(16) generation(8) slots(1)
//	  { kind(1) memory-KiB(4) passes(4) lanes(1) salt(16) nonce(24) wrapped(48) } …
//	mac(32) hash(32)
//
// Kind 1 is a passphrase: brought to Unicode's NFKC and stretched with Argon2id over the salt to 32 bytes. Kind 2 is
// a recovery key, whose 20 bytes are in its first 32 letters (Crockford's base 32, five bits a letter): stretched
// with HKDF-SHA256, secret the 20 bytes, salt the salt, info "isspp notes 1 recovery". Wrapped is the data key of 32
// bytes under XChaCha20-Poly1305 with that and the nonce; the associated data are "\x93ISSPKEY", the store's number,
// and the slot up to its nonce. Hash is SHA-256 of all before it. Mac is HMAC-SHA256 over all before it.
//
// The keys of the rest are HKDF-SHA256 of the data key, with the store's number as salt and as info "isspp notes 1 "
// and one of: "header" (that mac), "records", "manifest", "log", "anchor".
//
// Every value in "r", and in "h" the lines of the log (keys "l" and an 8-byte number from 1), the manifest (key "m"),
// who records (key "w") and where the person was (key "p"), is a sealed record:
//
//	"\x93ISSP\x1a" format(1)=1 id(16) revision(8) schema(2) length(4) nonce(24) sealed(length)
//
// under XChaCha20-Poly1305 with the key "records"; the associated data are the 37 bytes before the nonce, the store's
// number and the bucket's letter. In "r" the key is the id. The id of line n is eight zero bytes and n(8), its
// revision n; that of the manifest is 16 bytes of 0xff, its revision the number of saves. Those of "w" and "p" are 15
// bytes of 0xff and the key, and each has a higher revision than the one that it replaces.
//
// In a record of "r", once it is opened:
//
//	used(4) flags(1) kind-length(1) kind label-length(2) label body zeros…
//
// Used counts from its own first byte to the end of the body. Flag 1 is a hold, and the label its reason. The kinds
// of schema 1 are "walkthrough", "factor note" and "concern entry"; their bodies are JSON. In a line:
//
//	used(4) number(8) time(8) run(8) action(1) record(16) revision(8) previous(32)
//	  kind-length(1) kind reason-length(2) reason zeros…
//
// The time is in nanoseconds since 1970. Previous is the hash of the line before, which is HMAC-SHA256 over all of
// that line, zeros too, with the key "log"; of the first it is zero. A line of action 12 after a rebuilding that lost
// lines has in its place the same HMAC over "gap" and the hashes of the lines that were left. In the manifest:
//
//	version(1)=2 saves(8) records(8) digest(32) lines(8) head(32)
//	  generation(8) mac(32) lost(8) doubt(1)
//
// Digest is the exclusive or, over the records of "r", of HMAC-SHA256 with the key "manifest" over id(16),
// revision(8) and the last 16 bytes of the sealed value. Head is the hash of the last line; generation and mac are
// those of the key slots that belong to it; lost and doubt are what a rebuilding left to be said. Version 1 ends
// after head.
package store
