import type { directorText } from '../vi/director.ts';
import type { Widened } from '../widened.ts';

export const directorEnglish: Widened<typeof directorText> = {};
