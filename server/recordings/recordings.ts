import type { ConferenceId, RecordingId } from '../../shared/domain/ids.ts';
import { runningRecording } from '../../shared/domain/recording/recording.ts';
import type { RecorderState, RecordingSummary } from '../../shared/protocol/technical.ts';
import { chaptersOf } from '../../shared/views/recording-chapters.ts';
import type { ConferenceDesk } from '../application/conference-desk.ts';
import { type EgressOptions, RecordingEgress } from './recording-egress.ts';
import { type ErasureOptions, RecordingErasures } from './recording-erasures.ts';
import { RecordingFiles } from './recording-files.ts';

export interface RecordingsOptions extends ErasureOptions {
  readonly folder: string;
  /** null: unattended pages record. */
  readonly egress: Omit<EgressOptions, 'onFault'> | null;
}

interface Kept {
  readonly erasures: RecordingErasures;
  readonly egress: RecordingEgress | null;
}

/** The recordings of every open conference: what lies on the disk, who writes it, and when it goes. */
export class Recordings {
  readonly files: RecordingFiles;
  readonly #options: RecordingsOptions;
  readonly #kept = new Map<ConferenceId, Kept>();
  readonly #lastPieceAt = new Map<RecordingId, number>();

  constructor(options: RecordingsOptions) {
    this.#options = options;
    this.files = new RecordingFiles(options.folder);
  }

  attach(desk: ConferenceDesk): void {
    const { egress, onFault } = this.#options;
    this.#kept.set(desk.id, {
      erasures: new RecordingErasures(desk, this.files, this.#options),
      egress: egress === null ? null : new RecordingEgress(desk, { ...egress, onFault }),
    });
  }

  notePiece(recording: RecordingId): void {
    this.#lastPieceAt.set(recording, performance.now());
  }

  recorderState({ id, state }: ConferenceDesk): RecorderState {
    const running = runningRecording(state.recordings);
    const at = running === undefined ? undefined : this.#lastPieceAt.get(running.recordingId);
    return {
      egress: this.#kept.get(id)?.egress?.state ?? null,
      lastPieceAgoMs: at === undefined ? null : Math.round(performance.now() - at),
    };
  }

  async summaries({ id: conference, state }: ConferenceDesk): Promise<readonly RecordingSummary[]> {
    return Promise.all(
      state.recordings.list.map(async (recording) => ({
        ...recording,
        parts: [...(await this.files.parts({ conference, recording: recording.recordingId }))],
        chapters: [...chaptersOf(state, recording)],
      })),
    );
  }

  close(): void {
    for (const { erasures, egress } of this.#kept.values()) {
      erasures.close();
      egress?.close();
    }
  }
}
