import { z } from 'zod';
import { isPlain } from '../base/plain-text.ts';

/** What a record may hold: as it stands, the text of journals of all releases is read by it. */
const VISIBLE = /^[^\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]*$/u;
const VISIBLE_LINES = /^(?:[^\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\n)*$/u;

/** One line of text: NFC, trimmed, never empty. */
export const line = (max: number) => z.string().normalize().trim().min(1).max(max).regex(VISIBLE);

/** Several lines, never empty. */
export const lines = (max: number) => z.string().normalize().trim().min(1).max(max).regex(VISIBLE_LINES);

/** One line of text that is asked outside a command. */
export const typedLine = (max: number) => line(max).refine(isPlain);
