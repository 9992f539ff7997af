import type { papersText } from '../vi/papers.ts';
import type { Widened } from '../widened.ts';

export const papersEnglish: Widened<typeof papersText> = {};
