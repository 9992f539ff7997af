import { describe, expect, test } from 'vitest';
import { ConferenceDesk, type DeskOptions } from '../../server/application/conference-desk.ts';
import { type Actor, SYSTEM } from '../../shared/domain/actor.ts';
import type { Command } from '../../shared/domain/command.ts';
import { DEFAULT_RULES } from '../../shared/domain/floor/rules.ts';
import { CENTRAL_FACTS, conferenceId, details, MINUTE, moderator, secretariat } from '../support/builders.ts';
import { actOn, type Bench, CREATE, HN, OPEN, openBench } from '../support/desk.ts';

describe('the moment of a command', () => {
  const rehearsalOf = { conference: conferenceId('that'), clockOffsetMs: -3 * MINUTE };
  const rehearse: Command = {
    type: 'createRehearsal',
    rehearsalOf,
    details,
    bridges: [CENTRAL_FACTS],
    items: [],
    speeches: [],
    rules: DEFAULT_RULES,
  };
  const clockOf = (bench: Bench) => {
    const times: number[] = [];
    const options: DeskOptions = {
      ...bench.options,
      moment: (actor) => {
        const moment = bench.options.moment(actor);
        times.push(moment.now);
        return moment;
      },
    };
    return { options, times };
  };

  test('[DSK70] names whose hand it is', async () => {
    const bench = await openBench();
    const hands: Actor[] = [];
    const desk = await ConferenceDesk.open(HN, {
      ...bench.options,
      moment: (actor) => {
        hands.push(actor);
        return bench.options.moment(actor);
      },
    });
    await actOn(desk)(CREATE);
    await actOn(desk)(OPEN, { actor: moderator });
    expect(hands).toEqual([secretariat, moderator]);
  });

  test('[REH3] a rehearsal counts by its own clock from its first line, also after a restart', async () => {
    const bench = await openBench();
    const { options, times } = clockOf(bench);
    const desk = await ConferenceDesk.open(HN, options);
    await actOn(desk)(rehearse, { actor: SYSTEM });
    await actOn(desk)({ type: 'openConference' });
    const again = await ConferenceDesk.open(HN, options);
    await actOn(again)({ type: 'adjournConference' });
    const written = (await bench.journal.read(HN, 0, 99)).map(({ event }) => event.at);
    const [creation = 0, opening = 0, adjourning = 0] = times.map((now) => now - 3 * MINUTE);
    expect(new Set(written)).toEqual(new Set([creation, opening, adjourning]));
    expect(written.at(-1)).toBe(adjourning);
    expect(again.now).toBe((times.at(-1) ?? 0) - 3 * MINUTE);
  });

  test('[REH4] nobody but the server itself creates a rehearsal', async () => {
    const { act, desk } = await openBench();
    expect(await act(rehearse, { actor: secretariat })).toMatchObject({ code: 'not-permitted' });
    expect(desk.seq).toBe(0);
    expect(await act(rehearse, { actor: SYSTEM })).toMatchObject({ ok: true });
  });
});
