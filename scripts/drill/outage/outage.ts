import { quantile } from '../desk/quantile.ts';
import type { Drill, Figure } from '../drill.ts';
import { runOutage } from './run-outage.ts';

const MINUTES = 1;
const MINUTE_MS = 60_000;
const VIEWERS = 3;
const NOTICED_WITHIN_MS = 18_000;
const BACK_WITHIN_MS = 8_000;

export const outage: Drill = {
  name: 'outage',
  experiment: 'X07',
  does: 'the cable of real pages is cut without a word for a minute (--minutes) and mended: how long until each is in step',
  run: async ({ size, minutes, say, signal }) => {
    const ms = (minutes ?? MINUTES) * MINUTE_MS;
    const found = await runOutage({ ms, viewers: size ?? VIEWERS, say, signal });
    const last = Math.max(...found.backMs);
    const none = (what: string, count: number): Figure => ({
      what,
      measured: String(count),
      aim: '0',
      met: count === 0,
    });
    return [
      within('cut → the console says why nothing can be pressed', found.noticedMs, NOTICED_WITHIN_MS),
      none('pages that were told while it was cut', found.clairvoyant),
      {
        what: `mended → in step, half of ${found.backMs.length} pages`,
        measured: seconds(quantile(found.backMs, 0.5)),
        aim: '',
        met: true,
      },
      within('mended → in step, the last page', last, BACK_WITHIN_MS),
      none('pages that loaded themselves again', found.reloaded),
    ];
  },
};

const within = (what: string, ms: number, aim: number): Figure => ({
  what,
  measured: seconds(ms),
  aim: `≤ ${aim / 1_000} s`,
  met: ms <= aim,
});

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
