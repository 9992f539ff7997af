import type { archiveText } from '../vi/archive.ts';
import type { Widened } from '../widened.ts';

export const archiveEnglish: Widened<typeof archiveText> = {};
