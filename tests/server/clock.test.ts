import { expect, test } from 'vitest';
import type { SeatSession } from '../../server/application/seats.ts';
import { ServerClock, type TimeSource } from '../../server/observe/server-clock.ts';
import { createMoment } from '../../server/real-moment.ts';
import { clockAnswer } from '../../server/transport/socket/clock-answer.ts';
import { type Seat, SYSTEM } from '../../shared/domain/actor.ts';

const NOON = Date.parse('2026-11-22T05:00:00Z');
const MINUTE = 60_000;

/** A machine whose clock people set, and whose seconds pass as the test says. */
class Machine implements TimeSource {
  #wall = NOON;
  #steady = 1_000;
  #boot = 50_000;
  readonly wall = (): number => this.#wall;
  readonly steady = (): number => this.#steady;
  readonly sinceBoot = (): number => Math.floor(this.#boot / 1_000) * 1_000;

  pass(ms: number, drift = 0): void {
    this.#wall += ms * (1 + drift);
    this.#steady += ms;
    this.#boot += ms;
  }

  sleep(ms: number): void {
    this.#wall += ms;
    this.#boot += ms;
  }

  set(byMs: number): void {
    this.#wall += byMs;
  }
}

function clockOn(machine: Machine) {
  const jumps: number[] = [];
  const clock = new ServerClock({ source: machine, onJump: (byMs) => jumps.push(Math.round(byMs)) });
  const seconds = (count: number, drift = 0): void => {
    for (let second = 0; second < count; second += 1) {
      machine.pass(1_000, drift);
      clock.look();
    }
  };
  return { clock, jumps, seconds };
}

test.each([5 * MINUTE, -5 * MINUTE])(
  '[OBS13] the clock of the machine is set by %i ms: a speech goes on as it was',
  (byMs) => {
    const machine = new Machine();
    const { clock, jumps, seconds } = clockOn(machine);
    const wall = createMoment(machine.wall);
    const began = clock.now();
    const beganByWall = wall(SYSTEM).now;
    seconds(120);
    machine.set(byMs);
    clock.look();
    seconds(180);
    const spoken = clock.now() - began;
    expect(Math.abs(spoken - 5 * MINUTE)).toBeLessThan(1_000);
    expect(jumps).toEqual([byMs]);
    // By the machine's own clock the five minutes would be ten, or none.
    expect(Math.abs(wall(SYSTEM).now - beganByWall - 5 * MINUTE)).toBe(Math.abs(byMs));
  },
);

test('[OBS26] set back while no server ran, time goes on from the last fact that was written', () => {
  const machine = new Machine();
  const written = clockOn(machine).clock.now();
  machine.set(-5 * MINUTE);
  const { clock, seconds } = clockOn(machine);
  // Without the journal it would begin five minutes before what stands in it.
  expect(clock.now()).toBeLessThan(written);
  clock.notBefore(written);
  expect(clock.now()).toBeGreaterThanOrEqual(written);
  seconds(60);
  expect(Math.abs(clock.now() - written - MINUTE)).toBeLessThan(1_000);
  // A journal of a clock that was a day ahead does not take this one along.
  clock.notBefore(written + 24 * 60 * MINUTE);
  expect(clock.now() - written).toBeLessThan(2 * MINUTE);
});

test('[OBS14] it never goes back, whatever is done to the machine', () => {
  const machine = new Machine();
  const { clock, seconds } = clockOn(machine);
  let before = clock.now();
  const steps = [-5 * MINUTE, 7 * MINUTE, -3_600_000, 20, -20, 1_500, -1_500];
  let wentBack = 0;
  for (const step of steps) {
    const shown = machine.wall();
    machine.set(step);
    if (machine.wall() < shown) wentBack += 1;
    for (let tick = 0; tick < 50; tick += 1) {
      expect(clock.now()).toBeGreaterThanOrEqual(before);
      before = clock.now();
      seconds(1);
    }
  }
  expect(wentBack).toBe(4);
});

test('[OBS15] what the time of the network mends bit by bit is followed, and nobody is told', () => {
  const machine = new Machine();
  const { clock, jumps, seconds } = clockOn(machine);
  // An oscillator that is wrong by 100 in a million, for ten hours.
  seconds(36_000, 0.0001);
  expect(Math.abs(clock.offsetMs)).toBeLessThan(10);
  machine.set(400);
  seconds(300);
  expect(Math.abs(clock.offsetMs)).toBeLessThan(10);
  expect(jumps).toEqual([]);
});

test('[OBS16] after a jump it moves towards the machine, five seconds in a thousand', () => {
  const machine = new Machine();
  const { clock, seconds } = clockOn(machine);
  machine.set(60_000);
  seconds(1);
  const behind = clock.offsetMs;
  seconds(1_000);
  expect(behind - clock.offsetMs).toBeGreaterThan(4_900);
  expect(behind - clock.offsetMs).toBeLessThan(5_100);
});

test('[OBS17] the machine slept: that time has passed, and is no jump', () => {
  const machine = new Machine();
  const { clock, jumps, seconds } = clockOn(machine);
  seconds(10);
  machine.sleep(2 * 3_600_000);
  seconds(2);
  expect(Math.abs(clock.offsetMs)).toBeLessThan(1_500);
  expect(jumps).toEqual([]);
});

test('[OBS18] a machine that began without a date takes the right one over at once', () => {
  const machine = new Machine();
  machine.set(-365 * 24 * 60 * MINUTE);
  const { clock, jumps, seconds } = clockOn(machine);
  seconds(5);
  machine.set(365 * 24 * 60 * MINUTE);
  seconds(1);
  expect(Math.abs(clock.offsetMs)).toBeLessThan(10);
  expect(jumps).toHaveLength(1);
});

test('[OBS25] the staff is told when somebody has set the clock of the machine; halls and guests have the time alone', () => {
  const session = (seat: Seat): SeatSession => ({
    id: 'a1b2c3d4e5',
    invitationId: 'i',
    expiresAt: NOON,
    seat,
    conference: null,
    bridgeId: null,
    label: '',
    screen: '/',
  });
  const told = (seat: Seat, offsetMs: number, isPacked = true) =>
    clockAnswer({ session: session(seat), isPacked }, { now: () => NOON, offsetMs });
  expect(told('moderator', -300_000.4)).toEqual({ now: NOON, machineOffMs: -300_000 });
  expect(told('moderator', 999)).toEqual({ now: NOON });
  for (const seat of ['operator', 'viewer', 'wall', 'kiosk'] as const)
    expect(told(seat, 300_000), seat).toEqual({ now: NOON });
  // The pages of 0.5.0 take nothing beside the time, and would hold the line for dead.
  expect(told('moderator', 300_000, false)).toEqual({ now: NOON });
});
