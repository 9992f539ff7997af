import type { recordingText } from '../vi/recording.ts';
import type { Widened } from '../widened.ts';

export const recordingEnglish: Widened<typeof recordingText> = {};
