import { open } from 'node:fs/promises';
import { duration } from '../../shared/domain/instant.ts';
import type { ClipFacts } from './clip-facts.ts';
import { DocumentRefused } from './document-refused.ts';
import { mp4Facts } from './mp4-facts.ts';
import { boundedRatio } from './page-measure.ts';
import { webmFacts } from './webm-facts.ts';

/** Reads only the tables of a clip, a few bytes each; the pictures are the browsers' to decode. */
export async function readClip(path: string, kind: 'mp4' | 'webm'): Promise<ClipFacts> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const facts = await (kind === 'mp4' ? mp4Facts(file, size) : webmFacts(file, size));
    const durationMs = duration.min(1).safeParse(Math.round(facts.durationMs)).data;
    if (durationMs === undefined || !Number.isFinite(facts.ratio) || facts.ratio <= 0) {
      throw new DocumentRefused('damaged');
    }
    return { durationMs, ratio: boundedRatio(facts.ratio) };
  } catch (cause) {
    // Numbers that point out of their own table.
    if (cause instanceof RangeError) throw new DocumentRefused('damaged', { cause });
    throw cause;
  } finally {
    await file.close();
  }
}
