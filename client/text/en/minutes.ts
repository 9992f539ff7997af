import type { minutesText } from '../vi/minutes.ts';
import type { Widened } from '../widened.ts';

export const minutesEnglish: Widened<typeof minutesText> = {};
