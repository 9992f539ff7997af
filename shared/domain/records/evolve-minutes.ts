import { unreachable } from '../../base/assert.ts';
import type { EventOf } from '../event.ts';
import type { MinutesEvent } from './events.ts';
import { type Minutes, noteKey } from './minutes.ts';

export function evolveMinutes(minutes: Minutes, event: MinutesEvent): Minutes {
  switch (event.type) {
    case 'officialsNamed':
      return { ...minutes, officials: event.officials };
    case 'paperHeadWritten':
      return { ...minutes, head: event.head };
    case 'noteWritten':
      return { ...minutes, notes: withNote(minutes.notes, event) };
    case 'minutesSigned': {
      const { at, version, position, signer, recorder } = event;
      return { ...minutes, signed: { at, version, position, signer, recorder }, versions: version };
    }
    case 'minutesReopened':
      return { ...minutes, signed: null };
    default:
      return unreachable(event);
  }
}

function withNote(notes: Minutes['notes'], { at, about, text, revision }: EventOf<'noteWritten'>): Minutes['notes'] {
  const key = noteKey(about);
  if (text !== null) return { ...notes, [key]: { text, revision, at } };
  const { [key]: _, ...others } = notes;
  return others;
}
