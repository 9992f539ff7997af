import { consoleArrangingEnglish } from './console-arranging.ts';
import { consoleConductingEnglish } from './console-conducting.ts';

/** Words of the console: conducting the conference, and arranging it. */
export const consoleEnglish = { ...consoleConductingEnglish, ...consoleArrangingEnglish };
