import { z } from 'zod';

/** No control characters and no bidirectional overrides: what is shown is what was typed, on one line, in its order. */
const VISIBLE = /^[^\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]*$/u;
const VISIBLE_LINES = /^(?:[^\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\n)*$/u;

/** One line of text as people type it: NFC, trimmed, never empty. */
export const line = (max: number) => z.string().normalize().trim().min(1).max(max).regex(VISIBLE);

/** Several lines, never empty. */
export const lines = (max: number) => z.string().normalize().trim().min(1).max(max).regex(VISIBLE_LINES);
