import { BridgeLinks } from '../../server/application/bridge-links.ts';
import type { ConferenceDesk } from '../../server/application/conference-desk.ts';
import { FanOut } from '../../server/application/fan-out.ts';
import { MediaReactor } from '../../server/application/media-reactor.ts';
import { resume } from '../../server/application/resume.ts';
import { ConferenceParts } from '../../server/conference-parts.ts';
import type { Journal } from '../../server/store/journal.ts';
import { NO_WANTS } from '../../shared/domain/attendance/wants.ts';
import { speechOnFloor } from '../../shared/domain/floor/floor.ts';
import { encodeState } from '../../shared/protocol/state-codec.ts';
import { type Doubles, HONEST, type Parts } from './doubles.ts';

const onJournal = (change: (real: Journal) => Partial<Journal>): Doubles => ({
  ...HONEST,
  journal: (real, disk) => {
    const honest = HONEST.journal(real, disk);
    return { ...honest, ...change(honest) };
  },
});

const knownAmong = async (real: Journal, batch: Parameters<Journal['append']>[0]) => {
  const ids = batch.receipts.map(({ commandId }) => commandId);
  return (await real.lookup(batch.conference, ids, NO_WANTS)).receipts.map(({ commandId }) => commandId);
};

/** Receipts that some rule has forgotten: the same id is decided anew. */
const forgetting = (isForgotten: (seq: number, head: number) => boolean): Doubles =>
  onJournal((real) => ({
    lookup: async (conference, ...args) => {
      const found = await real.lookup(conference, ...args);
      const head = (await real.read(conference, 0, 100_000)).length;
      return { ...found, receipts: found.receipts.filter(({ seq }) => !isForgotten(seq, head)) };
    },
    append: async (batch) => {
      const known = await knownAmong(real, batch);
      return real.append({ ...batch, receipts: batch.receipts.filter(({ commandId }) => !known.includes(commandId)) });
    },
  }));

/** The same object, but for some of what is read from it. */
function bent<T extends object>(real: T, bend: (name: string | symbol) => unknown): T {
  return new Proxy(real, {
    get: (target, name) => {
      const other = bend(name);
      if (other !== undefined) return other;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** As it was before the last commit. */
function oneBehind(desk: ConferenceDesk): ConferenceDesk {
  let last = desk.state;
  let before = desk.state;
  desk.onCommitted(({ state }) => {
    before = last;
    last = state;
  });
  return bent(desk, (name) => (name === 'state' ? before : undefined));
}

/** What stands beside a desk, put together by hand, without a deadline; the rooms are kept after what `seen` says. */
function partsByHand(...[broadcast, media]: Parameters<Doubles['parts']>) {
  return (seen: (desk: ConferenceDesk) => ConferenceDesk): Parts => {
    const real = new ConferenceParts(broadcast, media);
    let links: BridgeLinks | undefined;
    let reactor: MediaReactor | undefined;
    const told: FanOut[] = [];
    return {
      attach: (desk) => {
        told.push(new FanOut(desk, broadcast()));
        links = new BridgeLinks(desk, media.newId);
        reactor = new MediaReactor(seen(desk), media);
      },
      linksOf: () => links,
      reactorOf: (desk) => reactor ?? real.reactorOf(desk),
      reactorIn: () => reactor ?? null,
      reactors: () => (reactor === undefined ? [] : [reactor]),
      look: () => reactor?.look(),
    };
  };
}

/** The first life has its deadlines, no later one. */
function deadlinesOfTheFirstLife(): Doubles['parts'] {
  let lives = 0;
  return (...args) => (++lives === 1 ? HONEST.parts(...args) : partsByHand(...args)((desk) => desk));
}

const partsWithoutBan: Doubles['parts'] = (...args) => {
  const real = HONEST.parts(...args);
  const mild = (reactor: MediaReactor) => bent(reactor, (name) => (name === 'ban' ? () => undefined : undefined));
  return bent(real, (name) => {
    if (name === 'reactorOf') return (desk: ConferenceDesk) => mild(real.reactorOf(desk));
    return name === 'reactors' ? () => real.reactors().map(mild) : undefined;
  });
};

/** Faults that somebody might make, each behind a double; the product has no switch. */
export const PLANTED: Readonly<Record<string, () => Doubles>> = {
  'a command id that is forgotten at once': () => forgetting(() => true),
  'a command id that is forgotten after ten facts': () => forgetting((seq, head) => seq < head - 10),
  'an answer before the journal has kept it': () =>
    onJournal((real) => {
      let last: Promise<unknown> = Promise.resolve();
      return {
        append: async (batch) => {
          last = last.then(() => real.append(batch)).catch(() => undefined);
          return { ok: true };
        },
      };
    }),
  'a journal that does not look who was first': () =>
    onJournal((real) => ({
      append: async (batch) => {
        const { length } = await real.read(batch.conference, 0, 100_000);
        return real.append({ ...batch, expectedSeq: length });
      },
    })),
  'a snapshot that is one off': () =>
    onJournal((real) => ({
      saveSnapshot: (id, snapshot) => real.saveSnapshot(id, { ...snapshot, seq: snapshot.seq - 1 }),
    })),
  'a call that does not look who has the floor': () => ({
    ...HONEST,
    command: (command, desk) =>
      command.type === 'callSpeaker' && desk !== null
        ? { ...command, expectedOnFloor: speechOnFloor(desk.state.floor)?.speechId ?? null }
        : command,
  }),
  'an actor out of the message': () => ({ ...HONEST, actor: (_, ofMessage) => ofMessage }),
  'a listener inside the commit': () => ({
    ...HONEST,
    answer: ({ ack, broke }) => (broke ? { ok: false, code: 'malformed', params: {} } : ack),
  }),
  'clocks by the wall': () => ({ ...HONEST, clock: (time) => time.wall }),
  'deadlines that a restart forgets': () => ({ ...HONEST, parts: deadlinesOfTheFirstLife() }),
  'rooms after the state before last': () => ({ ...HONEST, parts: (...args) => partsByHand(...args)(oneBehind) }),
  'a machine that is put out and not kept out': () => ({ ...HONEST, parts: partsWithoutBan }),
  'technicians in the public stream': () => ({
    ...HONEST,
    broadcast: (real, truth) => ({
      ...real,
      patch: (patch) => {
        const whole = patch.events.map(({ seq, event }) => ({ seq, event: truth.get(seq)?.event ?? event }));
        real.patch(patch.stream === 'public' ? { ...patch, events: whole } : patch);
      },
    }),
  }),
  'technicians in the public snapshot': () => ({
    ...HONEST,
    resume: (desk, audience, since) => {
      const resumed = resume(desk, audience, since);
      if (resumed.kind === 'patch' || audience.kind !== 'public') return resumed;
      return { kind: 'snapshot', snapshot: { ...resumed.snapshot, state: encodeState(desk.state) } };
    },
  }),
  'a frame that leaves out what was waiting': () => ({
    ...HONEST,
    broadcast: (real) => ({ ...real, patch: (patch) => real.patch({ ...patch, events: patch.events.slice(-1) }) }),
  }),
  'a range that always begins at 0': () => ({
    ...HONEST,
    broadcast: (real) => ({ ...real, patch: (patch) => real.patch({ ...patch, after: 0 }) }),
  }),
  'a server without a beat': () => ({ ...HONEST, broadcast: (real) => ({ ...real, beat: () => undefined }) }),
  'a resume that is one too late': () => ({
    ...HONEST,
    resume: (desk, audience, since) => {
      const resumed = resume(desk, audience, since);
      if (resumed.kind === 'snapshot') return resumed;
      return { kind: 'patch', patch: { ...resumed.patch, events: resumed.patch.events.slice(1) } };
    },
  }),
  'a screen that does not look for gaps': () => ({
    ...HONEST,
    read: (patch, seq) => ({ ...patch, after: Math.min(patch.after, seq) }),
  }),
  'a screen that folds what it has again': () => ({
    ...HONEST,
    read: (patch) => ({ ...patch, events: patch.events.map(({ event }) => ({ seq: Number.MAX_SAFE_INTEGER, event })) }),
  }),
};

/** By what each is found, where it is not by a screen that shows something else. */
export const FOUND_BY: Readonly<Record<string, RegExp>> = {
  'a command id that is forgotten at once': /answered twice|and is kept|two receipts/,
  'a command id that is forgotten after ten facts': /answered twice|and is kept|two receipts/,
  'an answer before the journal has kept it': /acknowledged and is not kept|told that is not kept/,
  'a journal that does not look who was first': /^I[1-8]:/,
  'a snapshot that is one off': /^I2:/,
  'a call that does not look who has the floor': /^I6:/,
  'an actor out of the message': /^I8:/,
  'a listener inside the commit': /and is kept/,
  'clocks by the wall': /^I10:/,
  'deadlines that a restart forgets': /^deadlines:/,
  'rooms after the state before last': /^I12:/,
  'a machine that is put out and not kept out': /put out is in again/,
};

/** Where the search begins for what only few runs meet: whatever they once were found by. */
export const FOUND_FROM: Readonly<Record<string, number>> = {
  'a server without a beat': 77,
  'a machine that is put out and not kept out': 30,
  'rooms after the state before last': 30,
};
