import { deletedByRuleAt } from '../../shared/domain/recording/recording.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { ConferenceDesk } from '../application/conference-desk.ts';
import { DeskDeadline } from '../application/desk-deadline.ts';
import type { RecordingFiles } from './recording-files.ts';

/** Deletes by the rule; and takes from the disk what was deleted, by whomever, once that is on record. */
export class RecordingErasures {
  readonly #deadline: DeskDeadline;
  readonly #unsubscribe: () => void;

  constructor(desk: ConferenceDesk, files: RecordingFiles, options: ErasureOptions) {
    const erase = (recording: Parameters<RecordingFiles['erase']>[0]['recording']): void => {
      files.erase({ conference: desk.id, recording }).catch(options.onFault);
    };
    // What an earlier life of the server had on record and no time to do.
    for (const { recordingId, deletedAt } of desk.state.recordings.list) if (deletedAt !== null) erase(recordingId);
    this.#unsubscribe = desk.onCommitted(({ recorded }) => {
      for (const { event } of recorded) if (event.type === 'recordingErased') erase(event.recordingId);
    });
    this.#deadline = new DeskDeadline(desk, options.newId, {
      nextAt: (state) => duesOf(state).reduce<number | null>((first, { at }) => Math.min(first ?? at, at), null),
      due: (state, now) =>
        duesOf(state)
          .filter(({ at }) => at <= now)
          .map(({ recordingId }) => ({ type: 'eraseRecording', recordingId })),
    });
  }

  close(): void {
    this.#unsubscribe();
    this.#deadline.close();
  }
}

export interface ErasureOptions {
  readonly newId: () => string;
  readonly onFault: (cause: unknown) => void;
}

const duesOf = ({ recordings }: ConferenceState) =>
  recordings.list.flatMap((recording) => {
    const at = deletedByRuleAt(recordings, recording);
    return at === null ? [] : [{ at, recordingId: recording.recordingId }];
  });
