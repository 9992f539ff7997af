import { LADDERS, type Ladder } from '../support/random.ts';
import { Dice } from './dice.ts';

/** What can go wrong in one run, and how likely it is. Each seed leaves out about half: that finds deeper states. */
export interface Swarm {
  readonly steps: number;
  readonly clients: number;
  readonly ladder: Ladder;
  /** Of a message, in either direction. */
  readonly drop: number;
  readonly stall: number;
  readonly repeat: number;
  readonly repeatLate: number;
  readonly cut: number;
  readonly halfOpen: number;
  readonly crash: number;
  readonly diskFull: number;
  readonly diskError: number;
  readonly elsewhere: number;
  readonly brokenBroadcast: number;
  readonly clockJump: number;
  readonly drift: number;
  readonly rooms: boolean;
  readonly roomsRestart: number;
  readonly roomsFail: number;
  readonly roomsSlow: number;
  readonly webhookLost: number;
  readonly identityClash: number;
  readonly revoke: number;
  readonly doubleClick: number;
  readonly race: number;
}

const CORE: ReadonlySet<string> = new Set([
  'openConference',
  'requestSpeech',
  'acceptSpeech',
  'callSpeaker',
  'beginSpeech',
]);

export function swarmOf(seed: number): Swarm {
  const dice = new Dice(seed).fork(1);
  const half = (chance: number): number => (dice.happens(0.5) ? chance * dice.between(0.2, 1) : 0);
  const days = Object.values(LADDERS);
  const ladder: Ladder = days[dice.below(days.length)] ?? LADDERS.general;
  return {
    steps: 100 + dice.below(dice.happens(0.1) ? 300 : 60),
    clients: 2 + dice.below(7),
    ladder: ladder.filter(([type]) => CORE.has(type) || dice.happens(0.7)),
    drop: half(0.2),
    stall: half(0.1),
    repeat: half(0.2),
    repeatLate: half(0.2),
    cut: half(3),
    halfOpen: half(2),
    crash: half(2.5),
    diskFull: half(1.5),
    diskError: half(1.5),
    elsewhere: half(2),
    brokenBroadcast: half(0.1),
    clockJump: half(1.5),
    drift: half(0.001),
    rooms: dice.happens(0.5),
    roomsRestart: half(1),
    roomsFail: half(0.2),
    roomsSlow: half(0.1),
    webhookLost: half(0.6),
    identityClash: half(1),
    revoke: half(0.7),
    doubleClick: half(0.2),
    race: half(6),
  };
}
