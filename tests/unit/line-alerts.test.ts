import { describe, expect, test } from 'vitest';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { lineAlerts, SWAP_BEFORE_MS } from '../../shared/views/line-alerts.ts';
import { lineBoard } from '../../shared/views/line-board.ts';
import { linePlaces } from '../../shared/views/line-place.ts';
import {
  anGiang,
  bridgeId,
  CENTRAL_FACTS,
  central,
  chauDoc,
  LIVE,
  linked,
  lost,
  MINUTE,
  NOW,
  PREPARING,
  person,
  quangBinh,
  SECOND,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import { checked, faulty } from '../support/line-builders.ts';
import { began, called, paper } from '../support/speech-builders.ts';

type History = readonly (ConferenceEvent | readonly ConferenceEvent[])[];

const hue = bridgeId('hue');
const caMau = bridgeId('ca-mau');
const two: ConferenceEvent = {
  type: 'bridgesAdded',
  at: NOW,
  bridges: [hue, caMau].map((id, n) => ({ ...CENTRAL_FACTS, bridgeId: id, shortName: id, tier: 1, order: 10 + n })),
};
const SESSION = [LIVE, two, linked(hue), linked(caMau)];
const one = speechId('one');
const second = speechId('second');
const third = speechId('third');
const fourth = speechId('fourth');

/** An Giang speaks for seven minutes; Quảng Bình, Huế and Cà Mau wait in this order. */
const RUNNING = [
  ...SESSION,
  paper(one, anGiang),
  paper(second, quangBinh),
  paper(third, hue),
  paper(fourth, caMau),
  called(one),
  began(one),
];

const alertsOf = (history: History, now = NOW) => lineAlerts(stateAfter(...history), now).alerts;
const ranked = (history: History, now = NOW) =>
  alertsOf(history, now).map(({ bridge, place, troubles }) => [bridge.bridgeId, place, troubles[0]]);

describe('the order of what is wrong', () => {
  test('[LIN14] on air first, then what is prepared, then who speaks next, then the line, then everybody else', () => {
    const places = linePlaces(stateAfter(...RUNNING), NOW);
    expect([...places].map(([id, { place }]) => [id, place])).toEqual([
      [anGiang, 'onAir'],
      [quangBinh, 'armed'],
      [hue, 'second'],
      [caMau, 'inLine'],
    ]);
    const broken = [
      faulty(central, 'packetLoss'),
      lost(caMau),
      lost(hue),
      faulty(quangBinh, 'slowLine'),
      faulty(anGiang, 'silentMicrophone'),
    ];
    expect(ranked([...RUNNING, ...broken])).toEqual([
      [anGiang, 'onAir', 'silentMicrophone'],
      [quangBinh, 'armed', 'slowLine'],
      [hue, 'second', 'lost'],
      [caMau, 'inLine', 'lost'],
      [central, 'elsewhere', 'packetLoss'],
    ]);
  });

  test('[LIN15] in one place the worse comes first, and of two alike the older', () => {
    expect(
      ranked([...SESSION, faulty(anGiang, 'packetLoss'), lost(hue, NOW + SECOND), lost(caMau, NOW)]).map(([id]) => id),
    ).toEqual([caMau, hue, anGiang]);
  });

  test('[LIN16] all that is wrong with one hall is one alert, the worst in front', () => {
    const [alert] = alertsOf([...RUNNING, faulty(anGiang, 'slowLine'), faulty(anGiang, 'noMicrophone', NOW + 1)]);
    expect(alert?.troubles).toEqual(['noMicrophone', 'slowLine']);
    expect(alert?.since).toBe(NOW + 1);
  });

  test('[LIN25] when the line has gone, what was found before is no news of it', () => {
    const [alert] = alertsOf([...SESSION, faulty(hue, 'slowLine'), lost(hue)]);
    expect(alert?.troubles).toEqual(['lost']);
    const { bridges, lines, messages, attendance } = stateAfter(...SESSION, faulty(hue, 'slowLine'), lost(hue));
    const [row] = lineBoard({ bridges, lines, messages, attendance }, null, NOW);
    expect(row).toMatchObject({ standing: 'lost', faults: [] });
  });

  test('[LIN17] who has not come, or has failed the test, is an alert once it is to be seen, and not before', () => {
    const away = bridgeId('away');
    const added: ConferenceEvent = {
      type: 'bridgesAdded',
      at: NOW,
      bridges: [{ ...CENTRAL_FACTS, bridgeId: away, tier: 1, order: 30 }],
    };
    expect(alertsOf([...SESSION, added, checked(hue, 'fail')])).toEqual([]);
    const inLine = [paper(one, hue), paper(second, away)];
    expect(ranked([...SESSION, added, checked(hue, 'fail'), inLine])).toEqual([
      [hue, 'armed', 'failed'],
      [away, 'second', 'absent'],
    ]);
  });

  test('[LIN18] bridges that only watch are counted when their line goes; one of them that speaks is an alert', () => {
    expect(lineAlerts(stateAfter(SESSION.flat(), lost(chauDoc)), NOW)).toEqual({ alerts: [], watchingLost: 1 });
    const speaking = lineAlerts(stateAfter(SESSION.flat(), paper(one, chauDoc), lost(chauDoc)), NOW);
    expect(speaking.watchingLost).toBe(0);
    expect(speaking.alerts.map(({ bridge }) => bridge.bridgeId)).toEqual([chauDoc]);
  });
});

describe('a bad line shortly before its turn', () => {
  /** Quảng Bình’s turn comes when An Giang’s seven minutes are over. */
  const turnAt = NOW + 7 * MINUTE;
  const proposal = (history: History, now: number) =>
    alertsOf(history, now).find(({ bridge }) => bridge.bridgeId === quangBinh)?.proposal ?? null;

  test('[LIN19] two minutes before its turn, and not earlier, a change with the next good line is proposed', () => {
    const history = [...RUNNING, lost(quangBinh)];
    expect(proposal(history, turnAt - SWAP_BEFORE_MS - SECOND)).toBeNull();
    expect(proposal(history, turnAt - SWAP_BEFORE_MS)).toMatchObject({
      speech: { speechId: second },
      other: { speech: { speechId: third }, bridge: { bridgeId: hue } },
      understudy: false,
    });
  });

  test('[LIN20] whoever stands behind with a bad line of its own is passed over', () => {
    const history = [...RUNNING, lost(quangBinh), faulty(hue, 'silentMicrophone')];
    expect(proposal(history, turnAt - MINUTE)?.other?.speech.speechId).toBe(fourth);
    expect(proposal([...history, lost(caMau)], turnAt - MINUTE)?.other).toBeNull();
  });

  test('[LIN21] a clock that is off and an old test are no reason to change anything', () => {
    expect(proposal([...RUNNING, faulty(quangBinh, 'clockDrift')], turnAt - MINUTE)).toBeNull();
    expect(proposal([...RUNNING, checked(quangBinh, 'fail')], turnAt - MINUTE)).toBeNull();
    expect(proposal([...RUNNING, faulty(quangBinh, 'blackPicture')], turnAt - MINUTE)).not.toBeNull();
  });

  test('[LIN22] who was named to speak instead is offered too', () => {
    const named: ConferenceEvent = {
      type: 'understudyNamed',
      at: NOW,
      speechId: second,
      understudy: person('Phó Trưởng Ban Tổ chức Tỉnh ủy', 'p-2'),
    };
    expect(proposal([...RUNNING, lost(quangBinh), named], turnAt - MINUTE)?.understudy).toBe(true);
  });

  test('[LIN23] nothing is proposed for who has the floor, nor before the opening', () => {
    const onFloor = alertsOf([...RUNNING, lost(anGiang)], NOW).find(({ bridge }) => bridge.bridgeId === anGiang);
    expect(onFloor).toMatchObject({ place: 'onAir', proposal: null });
    const before = [PREPARING, paper(one, quangBinh), paper(second, anGiang), lost(quangBinh)];
    expect(proposal(before, NOW)).toBeNull();
  });

  test('[LIN24] what is proposed changes nothing: the line of speakers stays as it was', () => {
    const state = stateAfter(...RUNNING, lost(quangBinh));
    const queue = [...state.floor.queue];
    expect(lineAlerts(state, turnAt).alerts[0]?.proposal).not.toBeNull();
    expect(state.floor.queue).toEqual(queue);
  });
});
