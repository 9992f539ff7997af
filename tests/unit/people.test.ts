import { describe, expect, test } from 'vitest';
import { putPeopleBack, takePeopleOut } from '../../server/store/people.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { readEvent, versionOf } from '../../shared/domain/lifts.ts';
import { anGiang, halls, itemAdded, itemId, NOW, person, speechId, technician } from '../support/builders.ts';
import { paper } from '../support/speech-builders.ts';

const WITH_PEOPLE: readonly ConferenceEvent[] = [
  halls,
  {
    type: 'bridgeStaffAssigned',
    at: NOW,
    bridgeId: anGiang,
    room: null,
    chairs: [person('Bí thư', 'p-2')],
    technician,
  },
  itemAdded(itemId('bao-cao'), {}, person('Phó Trưởng Ban', 'p-3')),
  paper(speechId('an'), anGiang, { speaker: { ...person('Trưởng Ban', 'p-4'), fullName: 'Lê Thị Hoa' } }),
];

type Values = Readonly<Record<string, unknown>>;

function split(event: ConferenceEvent): { body: unknown; people: Map<string, Values> } {
  const people = new Map<string, Values>();
  const body = takePeopleOut(event, (id, values) => people.set(id, values));
  return { body, people };
}

/** Whatever is written of these people. */
const secretsOf = (people: ReadonlyMap<string, Values>): readonly string[] =>
  [...people.values()].flatMap((values) => Object.values(values).flat()).filter((value) => typeof value === 'string');

describe('people outside the hashed body', () => {
  test.each(WITH_PEOPLE.map((event) => [event.type, event] as const))(
    '[JRN20] %s: the body keeps ids alone, and the values come back as they were',
    (_, event) => {
      const { body, people } = split(event);
      const text = JSON.stringify(body);
      for (const secret of secretsOf(people)) expect(text).not.toContain(secret);
      expect(secretsOf(people).length).toBeGreaterThan(0);
      expect(putPeopleBack(body, (id) => people.get(id))).toEqual(event);
    },
  );

  test.each(WITH_PEOPLE.map((event) => [event.type, event] as const))(
    '[JRN21] %s: with everybody erased it can still be read, and says nobody',
    (type, event) => {
      const { body } = split(event);
      const erased = putPeopleBack(body, () => undefined);
      const read = readEvent(type, versionOf(event), erased as Values);
      expect(read.type).toBe(type);
      const text = JSON.stringify(read);
      expect(text).toContain('"fullName":null,"positions":[]');
      for (const secret of ['Lê Thị Hoa', '0900', 'Trưởng Ban', 'Bí thư', 'Kỹ thuật viên'])
        expect(text).not.toContain(secret);
    },
  );
});
