import type { ConferenceState } from '../../shared/domain/state.ts';

/** A file for an office to keep. */
export interface Paper {
  /** In its own letters. */
  readonly name: string;
  /** For whoever cannot read those. */
  readonly plainName: string;
  readonly type: string;
  readonly content: Buffer;
}

/** What can be written of a conference. The transport knows that there are papers, not how one is made. */
export interface Papers {
  readonly speechRegister: (state: ConferenceState) => Promise<Paper>;
}
