import { statfs } from 'node:fs/promises';

/** What files of the conference leave free on the disk: the journal is written to the same one. */
export const KEPT_FREE_BYTES = 512 * 1024 ** 2;

/** What everything but the commands themselves leaves free: snapshots, lists that are read in, logs. */
export const JOURNAL_ROOM_BYTES = 64 * 1024 ** 2;

/** How many bytes are free where the folder lies. */
export type FreeBytes = (folder: string) => Promise<number>;

export const freeBytes: FreeBytes = async (folder) => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** The disk would take it, and the conference would have to stop: to whoever writes it is full. */
export class NoRoomLeft extends Error {
  override readonly name = 'NoRoomLeft';
  readonly code = 'ENOSPC';
}
