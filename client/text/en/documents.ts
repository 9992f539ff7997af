import type { documentsText } from '../vi/documents.ts';
import type { Widened } from '../widened.ts';

export const documentsEnglish: Widened<typeof documentsText> = {};
