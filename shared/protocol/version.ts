/**
 * The number of the wire. tests/contract/protocol.test.ts holds a hash of every message schema beside it: when the
 * hash moves, raise the number and say why here. A page with another number reloads.
 *
 * 1  first release
 * 2  agenda rows, floor modes, rehearsal
 * 3  counts are told, not replayed; delegations, imports, roll call
 * 4  shots and frames, lines, messages, documents, recording, the classified session; a ready LiveKit says which run it is
 * 5  records, ballots, documents given out; the seats of the secretary and of a delegate's phone
 * 6  whether the journal takes what is said; a whole state may come packed
 */
export const PROTOCOL_VERSION = 6;
