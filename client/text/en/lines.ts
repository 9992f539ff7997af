import type { linesText } from '../vi/lines.ts';
import type { Widened } from '../widened.ts';

export const linesEnglish: Widened<typeof linesText> = {};
