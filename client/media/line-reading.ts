import { useReadable } from '../sync/use-readable.ts';
import type { LineReading } from './line-meter.ts';
import { useMedia } from './media-context.ts';

/** What this screen measures of its line to the room, every two seconds. */
export const useLineReading = (): LineReading => useReadable(useMedia().line.reading);
