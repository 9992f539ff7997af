import type { announcerText } from '../vi/announcer.ts';
import type { Widened } from '../widened.ts';

/** Words of the announcer's screen. What is read out in the hall does not stand here: it is Vietnamese in every language. */
export const announcerEnglish: Widened<typeof announcerText> = {
  sayNow: 'Read now',
  sayAfter: 'Read when the running speech is over',
  sayNothing: 'There is nothing to read out.',
  onAir: (source) => `On air: ${source}`,
  banner: 'conference banner',
  nobodyOnFloor: 'Nobody is speaking',
  speaking: (bridge) => `Speaking: ${bridge}`,
  called: (bridge) => `Called: ${bridge}`,
  paused: (bridge, why) => `${bridge} – ${why}`,
  item: 'Running item',
  itemToCome: 'Item to come',
  noItem: 'The programme will stand here once the Secretariat enters it.',
  noCues: 'This item has no running order.',
  allDone: 'The running order of this item is done.',
  cues: 'Running order',
  source: (source) => `On air: ${source}`,
  sourceFloor: 'the bridge that speaks',
  done: (step) => `Done: ${step}`,
  nextItem: (time, title) => `Next item, about ${time}: ${title}`,
  over: 'The conference is over.',
  lastItem: 'No item follows this one.',
  keys: 'Space or ↓: a step is done. ↑: back.',
  now: 'Conference time',
};
