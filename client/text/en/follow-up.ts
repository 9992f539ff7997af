import type { followUpText } from '../vi/follow-up.ts';
import type { Widened } from '../widened.ts';

export const followUpEnglish: Widened<typeof followUpText> = {};
