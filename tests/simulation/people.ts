import type { Actor } from '../../shared/domain/actor.ts';
import type { Command } from '../../shared/domain/command.ts';
import { queuedSpeeches, speechOnFloor } from '../../shared/domain/floor/floor.ts';
import { mayIssue } from '../../shared/domain/policy.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import type { CommandEnvelope } from '../../shared/protocol/command.ts';
import { HN } from '../support/desk.ts';
import { actorOf, type Try, typeAt } from '../support/random.ts';
import { commandOf } from '../support/random-commands.ts';
import type { SimClient } from './sim-client.ts';
import type { World } from './world.ts';

/** What the real parts beside the desk do of themselves; random ones would tell of lines that nobody lost. */
const OF_THE_PARTS: ReadonlySet<string> = new Set([
  'reportBridgeLink',
  'createRehearsal',
  'createSuccessor',
  'recordErasure',
]);
/** A person looks for something that is theirs to press before pressing what is not. */
const LOOKS = 5;

function nextTry({ dice, swarm }: World): Try {
  const picks = [dice.below(9_999), dice.below(9_999), dice.below(9_999)] as const;
  return { type: typeAt(dice.fraction(), swarm.ladder), who: dice.below(9_999), picks };
}

/** Whoever sits there presses something, by what is on that screen, which may be long out of date. */
export async function somebodyPresses(world: World): Promise<void> {
  const client = world.dice.oneOf(world.clients);
  if (client === undefined || client.isSignedOut) return;
  const view = client.view ?? initialState;
  for (let look = 0; look < LOOKS; look++) {
    const one = nextTry(world);
    const command = commandOf(one, view, world.disk.rolls);
    if (OF_THE_PARTS.has(command.type)) continue;
    const isTheirs = mayIssue(client.actor, command, view);
    if (isTheirs || world.dice.happens(0.04)) return press(world, client, command);
    // Nobody at a screen may: it is the server's own, or a delegate's phone.
    const actor = actorOf(one, view, command);
    if (actor.seat === 'system' || actor.seat === 'delegate') return direct(world, actor, command);
  }
}

async function press(world: World, client: SimClient, command: Command): Promise<void> {
  const times = world.happens(world.swarm.doubleClick) ? 2 : 1;
  await world.time.as(client.life, () => {
    for (let i = 0; i < times; i++) client.press(command);
  });
}

async function direct(world: World, actor: Actor, command: Command): Promise<void> {
  const { server } = world;
  if (!server.isReady) return;
  const envelope: CommandEnvelope = { id: world.newCommandId(), conference: HN, command };
  world.witness.asks(actor, envelope);
  await world.time.as(server.life, () => void server.execute(actor, envelope));
}

/** Everybody who may call presses "call" in the same moment, each by their own screen. */
export async function everybodyCalls(world: World): Promise<void> {
  for (const client of world.clients) {
    const call = client.view === undefined || client.isSignedOut ? null : nextCall(client.view, world.dice.below(2));
    if (call === null || client.view === undefined || !mayIssue(client.actor, call, client.view)) continue;
    await world.time.as(client.life, () => void client.press(call));
  }
}

/** The call of the next in line, or of the one after, as this screen would send it. */
export function nextCall({ floor }: ConferenceState, skip = 0): Command | null {
  const queue = queuedSpeeches(floor);
  const speech = queue[Math.min(skip, queue.length - 1)];
  if (speech === undefined) return null;
  const expectedOnFloor = speechOnFloor(floor)?.speechId ?? null;
  return {
    type: 'callSpeaker',
    speechId: speech.speechId,
    expectedOnFloor,
    accepting: ['bridge-lost', 'bridge-absent'],
  };
}

/** Another node of the same journal decides something. */
export async function somebodyElsewhere(world: World): Promise<void> {
  const one = nextTry(world);
  const command = commandOf(one, world.state, world.disk.rolls);
  if (OF_THE_PARTS.has(command.type)) return;
  const actor = actorOf(one, world.state, command);
  const envelope: CommandEnvelope = { id: world.newCommandId(), conference: HN, command };
  world.witness.asks(actor, envelope);
  await world.time.as(world.server.life, () => void world.server.executeElsewhere(actor, envelope));
}
