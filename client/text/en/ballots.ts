import type { ballotsText } from '../vi/ballots.ts';
import type { Widened } from '../widened.ts';

export const ballotsEnglish: Widened<typeof ballotsText> = {};
