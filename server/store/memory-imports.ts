import type { ConferenceId, ImportId } from '../../shared/domain/ids.ts';
import { unpackDelegates } from '../lists/pack-delegates.ts';
import { type ChunkOutcome, type DelegateImports, SAMPLES } from './delegate-imports.ts';
import type { KeptImport, MemoryRolls } from './memory-rolls.ts';
import type { StagedRow } from './staged-row.ts';

/** Staging without a disk: rows wait beside the list until the journal applies them. */
export function createMemoryImports(rollsOf: (conference: ConferenceId) => MemoryRolls): DelegateImports {
  const homes = new Map<ImportId, MemoryRolls>();
  const keptOf = (importId: ImportId): KeptImport | undefined => homes.get(importId)?.imports.get(importId);
  const readingOf = (importId: ImportId): KeptImport => {
    const kept = keptOf(importId);
    if (kept?.state !== 'reading') throw new Error(`no file is being read as import ${importId}`);
    return kept;
  };
  const addChunk = async (importId: ImportId, rows: readonly StagedRow[]): Promise<ChunkOutcome> => {
    const kept = readingOf(importId);
    const rolls = homes.get(importId);
    const { added, changed, unchanged } = kept.staging;
    const taken = rows.map((row) => rolls?.stage(kept, row) ?? false);
    return {
      added: kept.staging.added - added,
      changed: kept.staging.changed - changed,
      unchanged: kept.staging.unchanged - unchanged,
      tooManyChanges: taken.includes(false),
    };
  };
  return {
    begin: async ({ conference, importId, name }) => {
      if (homes.has(importId)) throw new Error(`import ${importId} has begun already`);
      homes.set(importId, rollsOf(conference));
      rollsOf(conference).begin(importId, name);
    },
    addChunk,
    addPacked: (importId, packed) => addChunk(importId, unpackDelegates(packed)),
    refuse: async (importId, rows) => {
      const { refused, staging } = readingOf(importId);
      refused.push(...rows);
      staging.refused += rows.length;
      staging.firstRefused.push(...rows.slice(0, SAMPLES - staging.firstRefused.length));
    },
    refused: async (importId, after, limit) => keptOf(importId)?.refused.slice(after, after + limit) ?? [],
    finish: async (importId) => {
      const kept = readingOf(importId);
      kept.state = 'staged';
      return kept.staging.outcome();
    },
    discard: async (importId) => {
      const kept = keptOf(importId);
      if (kept?.state === 'reading' || kept?.state === 'staged') kept.state = 'discarded';
    },
  };
}
