/**
 * Brings screens into step. Invariants:
 * 1. Joining a stream and sending what was missed are one synchronous turn, so that nothing falls between.
 * 2. A whole state that was being compressed goes out with the patch of what came meanwhile.
 * 3. So many screens at once are sent a whole state; the others wait: the staff least, who only look longest.
 */
import { type Audience, audiencesOf } from '../../../shared/domain/audience.ts';
import type { Hello, HelloAck } from '../../../shared/protocol/hello.ts';
import { streamOf } from '../../../shared/protocol/stream.ts';
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts';
import type { ConferenceDesk } from '../../application/conference-desk.ts';
import { actorOf } from '../../application/seats.ts';
import { frameOf } from './frame.ts';
import { Pace } from './pace.ts';
import { type Form, ResumeFrames, type WholeFrame } from './resume-frames.ts';
import { type GatewayOptions, roomOfStream, type SeatSocket } from './seat-socket.ts';

type Since = Hello['since'];
type Answer = (ack: HelloAck) => void;

/** A line that takes its state slowly does not hold up the others. */
const TAKEN_WITHIN_MS = 2_000;

export class Greetings {
  readonly #options: GatewayOptions;
  readonly #frames = new WeakMap<ConferenceDesk, ResumeFrames>();
  readonly #pace = new Pace();

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  async greet(socket: SeatSocket, desk: ConferenceDesk, { since, packed }: Hello, answer: Answer): Promise<void> {
    const form = packed === true ? 'packed' : 'plain';
    socket.data.isPacked = packed === true;
    const audiences = audiencesOf(actorOf(socket.data.session));
    const frames = this.#framesOf(desk);
    const lacking = audiences.filter((audience) => patchFor(frames, audience, since) === null);
    const step = { socket, desk, since, form, answer } as const;
    if (lacking.length === 0) {
      this.#step({ ...step, made: new Map() });
      return;
    }
    const done = await this.#pace.turn(rankOf(socket));
    try {
      const made = await madeFor(lacking, frames, form);
      if (socket.connected) this.#step({ ...step, made });
      whenTaken(socket, done);
    } catch (cause) {
      done();
      throw cause;
    }
  }

  /** All that greets a line leaves in one piece, its answer last: whoever has that has the rest. */
  #step(step: Step): void {
    const { socket, desk, answer } = step;
    const { session, wire } = socket.data;
    const { journalStateOf, mediaState, build } = this.#options;
    const audiences = audiencesOf(actorOf(session));
    const { seat, bridgeId } = session;
    this.#visit(socket, desk);
    wire.together(() => {
      // Told also when all is well: a page that comes back may still have heard the opposite.
      wire.write(frameOf('journalState', { conference: desk.id, state: journalStateOf(desk.id) }));
      wire.write(frameOf('mediaState', mediaState()));
      for (const audience of audiences) this.#join(step, audience);
      answer({ ok: true, seat, bridgeId, streams: audiences.map(streamOf), protocol: PROTOCOL_VERSION, build });
    });
  }

  #join({ socket, desk, since, form, made }: Step, audience: Audience): void {
    const frames = this.#framesOf(desk);
    const { wire } = socket.data;
    void socket.join(roomOfStream(desk.id, streamOf(audience)));
    const patch = patchFor(frames, audience, since);
    if (patch !== null) {
      wire.write(patch);
      this.#options.meters.hello('patch');
      return;
    }
    const whole = made.get(audience) ?? frames.wholeNow(audience, form);
    const rest = frames.patch(audience, whole.seq);
    // What was made a moment ago may be void by now: somebody's name was erased.
    wire.write(rest === null ? frames.wholeNow(audience, form).frame : whole.frame);
    if (rest !== null && whole.seq < desk.seq) wire.write(rest);
    this.#options.meters.hello('snapshot');
  }

  /** Counts it among the screens of its bridge, once. */
  #visit(socket: SeatSocket, desk: ConferenceDesk): void {
    const { session, visits } = socket.data;
    if (visits.has(desk.id)) return;
    const leave =
      session.seat === 'operator' && session.bridgeId !== null
        ? this.#options.partsOf(desk.id)?.links.join(session.bridgeId)
        : undefined;
    visits.set(desk.id, { desk, leave: leave ?? (() => undefined) });
  }

  #framesOf(desk: ConferenceDesk): ResumeFrames {
    const frames = this.#frames.get(desk) ?? new ResumeFrames(desk);
    this.#frames.set(desk, frames);
    return frames;
  }
}

interface Step {
  readonly socket: SeatSocket;
  readonly desk: ConferenceDesk;
  readonly since: Since;
  readonly form: Form;
  readonly made: ReadonlyMap<Audience, WholeFrame>;
  readonly answer: Answer;
}

function patchFor(frames: ResumeFrames, audience: Audience, since: Since) {
  const at = since[streamOf(audience)];
  return at === undefined ? null : frames.patch(audience, at);
}

async function madeFor(audiences: readonly Audience[], frames: ResumeFrames, form: Form) {
  const made = audiences.map(async (audience) => [audience, await frames.whole(audience, form)] as const);
  return new Map(await Promise.all(made));
}

/** Who conducts is back first, then the halls that are seen and heard, then those who watch. */
function rankOf({ data }: SeatSocket): number {
  const [main] = audiencesOf(actorOf(data.session));
  if (main?.kind === 'staff') return 0;
  return data.session.bridgeId === null ? 2 : 1;
}

function whenTaken(socket: SeatSocket, done: () => void): void {
  const began = performance.now();
  const look = (): void => {
    const isTaken = socket.data.wire.waiting === 0 || performance.now() - began > TAKEN_WITHIN_MS;
    if (socket.disconnected || isTaken) done();
    else setTimeout(look, 20);
  };
  setImmediate(look);
}
