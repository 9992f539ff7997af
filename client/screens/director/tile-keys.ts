/** A key as it lies on the board, whatever an input method makes of its letter. */
export interface HeldKey {
  readonly codes: readonly string[];
  readonly shift: boolean;
  /** As it stands on the press. */
  readonly label: string;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

/** The first ten tiles of a page have the row of digits, the last six the same with Shift. */
export function tileKey(place: number): HeldKey {
  const digit = DIGITS[place % DIGITS.length] ?? '';
  const shift = place >= DIGITS.length;
  // On the number pad Shift turns digits into arrows.
  const codes = shift ? [`Digit${digit}`] : [`Digit${digit}`, `Numpad${digit}`];
  return { codes, shift, label: shift ? `⇧${digit}` : digit };
}

export const letterKey = (letter: string): HeldKey => ({ codes: [`Key${letter}`], shift: false, label: letter });

type Pressed = Pick<KeyboardEvent, 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

export const isKey = ({ codes, shift }: HeldKey, event: Pressed): boolean =>
  codes.includes(event.code) && event.shiftKey === shift && !event.ctrlKey && !event.altKey && !event.metaKey;
