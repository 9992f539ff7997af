import { type PersonId, personIdSchema } from '../../shared/domain/ids.ts';

/**
 * Names and phones leave the event before it is hashed: the body keeps `{ personId }`, the values go to a table of
 * their own. Erasing a person there changes no hash; an erased person is read back as nobody.
 */
type Json = unknown;
type Values = Readonly<Record<string, Json>>;

const NOBODY: Values = { fullName: null, positions: [] };

export function takePeopleOut(value: Json, taken: (id: PersonId, values: Values) => void): Json {
  if (Array.isArray(value)) return value.map((one) => takePeopleOut(one, taken));
  if (!isObject(value)) return value;
  if ('personId' in value) {
    const { personId, ...values } = value;
    taken(personIdSchema.parse(personId), values);
    return { personId };
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, takePeopleOut(one, taken)]));
}

export function putPeopleBack(value: Json, find: (id: PersonId) => Values | undefined): Json {
  if (Array.isArray(value)) return value.map((one) => putPeopleBack(one, find));
  if (!isObject(value)) return value;
  if ('personId' in value) {
    const personId = personIdSchema.parse(value['personId']);
    return { personId, ...(find(personId) ?? NOBODY) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, putPeopleBack(one, find)]));
}

const isObject = (value: Json): value is Readonly<Record<string, Json>> => typeof value === 'object' && value !== null;
