import { consoleArrangingText } from './console-arranging.ts';
import { consoleConductingText } from './console-conducting.ts';

/** Words of the console: conducting the conference, and arranging it. */
export const consoleText = { ...consoleConductingText, ...consoleArrangingText };
