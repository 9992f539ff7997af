import type { RollAnswer } from '../../../../shared/domain/attendance/roll-call.ts';

/** In the order of their keys. */
export const ANSWERS: readonly RollAnswer[] = ['heard', 'silent', 'missing'];

export type RollKey = { readonly kind: 'answer'; readonly answer: RollAnswer } | { readonly kind: 'back' | 'held' };

type Pressed = Pick<KeyboardEvent, 'key' | 'repeat' | 'isComposing' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** What a key means inside the panel; null: nothing, or what it means everywhere. Inside a field a figure is typed. */
export function rollKey(pressed: Pressed, isTyping: boolean): RollKey | null {
  const { key, repeat, isComposing, ctrlKey, altKey, metaKey } = pressed;
  if (isComposing || ctrlKey || altKey || metaKey) return null;
  // A key that is held down must not run through the whole country.
  if (repeat) return key === 'Enter' ? { kind: 'held' } : null;
  if (isTyping) return null;
  if (key === 'ArrowLeft') return { kind: 'back' };
  const answer = ANSWERS[Number(key) - 1];
  return answer === undefined ? null : { kind: 'answer', answer };
}
