import type { talkbackText } from '../vi/talkback.ts';
import type { Widened } from '../widened.ts';

export const talkbackEnglish: Widened<typeof talkbackText> = {};
