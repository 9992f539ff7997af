import { createHash } from 'node:crypto';
import { faultsAfter } from './calm.ts';
import { type Doubles, HONEST } from './doubles.ts';
import { everybodyCalls, somebodyElsewhere, somebodyPresses } from './people.ts';
import { World } from './world.ts';

export interface Outcome {
  readonly seed: number;
  readonly faults: readonly string[];
  readonly counts: World['witness']['counts'];
  readonly events: number;
  /** The same for the same seed, whatever machine it runs on. */
  readonly digest: string;
}

type Step = (world: World) => void | Promise<void>;

function someClient({ dice, clients }: World) {
  return dice.oneOf(clients);
}

const cutSomebody: Step = (world) => {
  const client = someClient(world);
  if (client === undefined) return;
  world.witness.counts.cuts += 1;
  client.wire?.cut();
  client.isReachable = false;
  world.time.later(world.dice.between(100, world.dice.happens(0.3) ? 30_000 : 3_000), () => {
    client.isReachable = true;
  });
};

const deafenSomebody: Step = (world) => {
  world.witness.counts.cuts += 1;
  someClient(world)?.wire?.deafen();
};

/** Right after something was sent: the death falls between two of its awaits. */
const crashSoon: Step = (world) => world.time.later(world.dice.between(0, 60), () => world.crash());

const fillDisk: Step = ({ disk, time, dice }) => {
  disk.full = true;
  time.later(dice.between(50, 5_000), () => {
    disk.full = false;
  });
};

const breakSync: Step = ({ disk, dice }) => {
  disk.failing += 1 + dice.below(2);
};

const jumpClock: Step = ({ time, dice, swarm }) => {
  time.wallOff += dice.between(-300_000, 300_000);
  time.wallRate = 1 + dice.between(-swarm.drift, swarm.drift);
};

const cloneMachine: Step = async (world) => {
  const machine = world.dice.oneOf(world.machines);
  if (machine !== undefined && world.machines.length < 12) await world.addMachine(machine.session);
};

/** Not the first two: somebody must be left to conduct. */
const revokeSomebody: Step = (world) => {
  const client = world.clients[2 + world.dice.below(6)];
  if (client !== undefined && !client.isSignedOut) world.revoke(client);
};

/** One thing that happens, and how likely it is beside the others in this swarm. */
const stepsOf = ({ swarm }: World): readonly (readonly [number, Step])[] => [
  [70, somebodyPresses],
  [swarm.race, everybodyCalls],
  [swarm.elsewhere, somebodyElsewhere],
  [swarm.cut, cutSomebody],
  [swarm.halfOpen, deafenSomebody],
  [swarm.crash, crashSoon],
  [swarm.diskFull, fillDisk],
  [swarm.diskError, breakSync],
  [swarm.clockJump, jumpClock],
  [swarm.rooms ? swarm.roomsRestart : 0, ({ rooms }) => rooms.restart()],
  [swarm.rooms ? swarm.identityClash : 0, cloneMachine],
  [swarm.revoke, revokeSomebody],
];

/** Between two steps: mostly a moment, now and then long enough for what has a time limit. */
function pauseAfter({ dice }: World): number {
  const kind = dice.fraction();
  if (kind < 0.3) return 0;
  if (kind < 0.9) return dice.between(1, 300);
  return kind < 0.985 ? dice.between(300, 5_000) : dice.between(5_000, 60_000);
}

async function chaos(world: World): Promise<void> {
  const steps = stepsOf(world);
  const total = steps.reduce((sum, [weight]) => sum + weight, 0);
  for (let step = 0; step < world.swarm.steps; step++) {
    let left = world.dice.fraction() * total;
    const [, run] = steps.find(([weight]) => (left -= weight) < 0) ?? [0, somebodyPresses];
    await run(world);
    await world.time.pass(pauseAfter(world));
  }
}

/** One run from its seed: a conference with everything that can go wrong, then calm, and a look at what is wrong. */
export async function runSeed(seed: number, doubles: Doubles = HONEST): Promise<Outcome> {
  const world = new World(seed, doubles);
  const uninstall = world.time.install();
  try {
    await world.open();
    await chaos(world);
    const faults = await faultsAfter(world);
    const kept = await world.disk.kept();
    const answers = [...world.witness.sent.values()].map(({ seq, refusals }) => [seq, refusals]);
    const history = JSON.stringify([kept, answers, world.time.ran, world.time.now, world.witness.counts]);
    const digest = createHash('sha256').update(history).digest('hex');
    return { seed, faults, counts: world.witness.counts, events: kept.length, digest };
  } finally {
    uninstall();
  }
}

/** The line that is printed for a seed that failed. */
export const replayLine = (seed: number): string => `node --import tsx tests/simulation/play.ts ${seed}`;
