import type { FileHandle } from 'node:fs/promises';
import { DocumentRefused } from './document-refused.ts';

export interface ClipFacts {
  readonly durationMs: number;
  /** Width by height. */
  readonly ratio: number;
}

/** Exactly so many bytes: a file that ends before them was cut off. */
export async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead < length) throw new DocumentRefused('damaged');
  return buffer;
}
