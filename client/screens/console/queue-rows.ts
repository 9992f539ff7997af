import type { Speech } from '../../../shared/domain/floor/floor.ts';
import type { SpeechId } from '../../../shared/domain/ids.ts';
import type { SpeakingHints } from '../../../shared/views/speaking-hints.ts';
import type { FloorTools } from './floor/floor-tools.ts';
import type { DragOrder } from './floor/use-drag-order.ts';
import type { MoveSpeech } from './use-queue-acts.ts';
import type { Roving } from './use-roving.ts';

/** One row of the list: `expectedAt` null stands for an item that is not live. */
export interface QueueLine {
  readonly speech: Speech;
  readonly place: number;
  readonly expectedAt: number | null;
}

/** What every row of the list is given. */
export interface QueueRows {
  readonly tools: FloorTools;
  readonly hints: SpeakingHints;
  readonly ids: readonly SpeechId[];
  readonly roving: Roving<SpeechId>;
  readonly drag: DragOrder<SpeechId>;
  readonly move: MoveSpeech;
  /** The entry that waits for the one to be swapped with. */
  readonly marked: SpeechId | null;
  readonly mark: (id: SpeechId) => void;
}
