import { newId } from '../sync/new-id.ts';

const STORED = 'diemcau.device';

const fresh = (): string => newId().slice(0, 12);

/**
 * The device half of the identity in the room. A machine that publishes keeps its name, so that its second tab, or the
 * page after a reload, takes the first one's place; whoever only watches gets a new one and disturbs nobody.
 */
export function deviceName(publishes: boolean): string {
  if (!publishes) return fresh();
  const stored = localStorage.getItem(STORED);
  if (stored !== null && /^[a-z0-9-]{1,32}$/.test(stored)) return stored;
  const name = fresh();
  localStorage.setItem(STORED, name);
  return name;
}
