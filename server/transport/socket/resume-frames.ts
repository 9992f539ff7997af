import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import type { Audience } from '../../../shared/domain/audience.ts';
import type { Snapshot } from '../../../shared/protocol/patch.ts';
import { streamOf } from '../../../shared/protocol/stream.ts';
import type { ConferenceDesk } from '../../application/conference-desk.ts';
import { resume, snapshotOf } from '../../application/resume.ts';
import { type Frame, frameOf, frameWithBytes } from './frame.ts';

export interface WholeFrame {
  readonly seq: number;
  readonly frame: Frame;
}

/** Compressed, or as plain JSON for whoever reads it by hand. */
export type Form = 'packed' | 'plain';

const compress = promisify(gzip);
/** So many different gaps at one head; a hall that comes back has the same few. */
const MAX_PATCHES = 512;

/**
 * What screens that come back are sent, made once for all of them: the whole state of a stream as compressed bytes,
 * and the patch from where a screen stopped. Nothing is kept longer than the conference stands still, but for a state
 * that was just being compressed: it goes out with the patch of what came meanwhile.
 */
export class ResumeFrames {
  readonly #desk: ConferenceDesk;
  readonly #patches = new Map<string, Frame | null>();
  readonly #whole = new Map<string, WholeFrame>();
  readonly #making = new Map<string, Promise<WholeFrame>>();
  #head = -1;

  constructor(desk: ConferenceDesk) {
    this.#desk = desk;
  }

  /** null: so far back that only the whole state helps. */
  patch(audience: Audience, since: number): Frame | null {
    this.#forgetOld();
    const key = `${streamOf(audience)} ${since}`;
    const known = this.#patches.get(key);
    if (known !== undefined) return known;
    const resumed = resume(this.#desk, audience, since);
    const frame = resumed.kind === 'patch' ? frameOf('patch', resumed.patch) : null;
    if (this.#patches.size < MAX_PATCHES) this.#patches.set(key, frame);
    return frame;
  }

  /** As it is now, or as it was a moment ago when somebody else asked. */
  whole(audience: Audience, form: Form): Promise<WholeFrame> {
    this.#forgetOld();
    const key = `${form} ${streamOf(audience)}`;
    const known = this.#whole.get(key);
    if (known !== undefined) return Promise.resolve(known);
    return this.#making.get(key) ?? this.#begin(audience, form, key);
  }

  wholeNow(audience: Audience, form: Form): WholeFrame {
    const snapshot = snapshotOf(this.#desk, audience);
    return form === 'plain' ? plain(snapshot) : packed(snapshot, gzipSync(JSON.stringify(snapshot.state)));
  }

  #begin(audience: Audience, form: Form, key: string): Promise<WholeFrame> {
    const making = this.#make(audience, form);
    const forget = () => this.#making.delete(key);
    this.#making.set(key, making);
    making.then((made) => {
      forget();
      if (this.#desk.seq === made.seq) this.#whole.set(key, made);
    }, forget);
    return making;
  }

  async #make(audience: Audience, form: Form): Promise<WholeFrame> {
    const snapshot = snapshotOf(this.#desk, audience);
    if (form === 'plain') return plain(snapshot);
    return packed(snapshot, await compress(JSON.stringify(snapshot.state)));
  }

  #forgetOld(): void {
    if (this.#head === this.#desk.seq) return;
    this.#head = this.#desk.seq;
    this.#patches.clear();
    this.#whole.clear();
  }
}

const plain = (snapshot: Snapshot): WholeFrame => ({ seq: snapshot.seq, frame: frameOf('snapshot', snapshot) });

const packed = ({ conference, stream, seq }: Snapshot, bytes: Buffer): WholeFrame => ({
  seq,
  frame: frameWithBytes('snapshot', { conference, stream, seq }, 'packed', bytes),
});
