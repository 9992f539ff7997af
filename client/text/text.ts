import { bridgeText } from './vi/bridge.ts';
import { commonText } from './vi/common.ts';
import { consoleText } from './vi/console.ts';
import { mediaText } from './vi/media.ts';
import { programmeText } from './vi/programme.ts';
import { refusalsText } from './vi/refusals.ts';
import { startText } from './vi/start.ts';
import { wallText } from './vi/wall.ts';

/** Every word a person sees, by area. Another language is another folder beside vi/ with the same shape. */
export const text = {
  common: commonText,
  refusals: refusalsText,
  media: mediaText,
  start: startText,
  console: consoleText,
  bridge: bridgeText,
  wall: wallText,
  programme: programmeText,
} as const;
