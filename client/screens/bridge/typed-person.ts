import type { PersonInput } from '../../../shared/domain/person.ts';
import { positionsOf } from '../../parts/person-words.ts';

/** A person as two fields hold one. */
export interface TypedPerson {
  readonly fullName: string;
  readonly positions: string;
}

const MAX_POSITIONS = 8;

/** null: neither a name nor an office stands there. */
export function personOf({ fullName, positions }: TypedPerson): PersonInput | null {
  const name = fullName.normalize().trim();
  const offices = positionsOf(positions).slice(0, MAX_POSITIONS);
  return name === '' && offices.length === 0 ? null : { fullName: name === '' ? null : name, positions: offices };
}

export const typedOf = ({ fullName, positions }: PersonInput): TypedPerson => ({
  fullName: fullName ?? '',
  positions: positions.join(', '),
});
