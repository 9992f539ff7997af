import type { libraryText } from '../vi/library.ts';
import type { Widened } from '../widened.ts';

export const libraryEnglish: Widened<typeof libraryText> = {};
