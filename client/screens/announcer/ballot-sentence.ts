import type { ConferenceState } from '../../../shared/domain/state.ts';
import { ballotOnWall, ballotResult } from '../../../shared/views/ballot-result.ts';
import { ballotsText } from '../../text/vi/ballots.ts';

const words = ballotsText.result;
const count = new Intl.NumberFormat('vi-VN');
const share = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Beyond, the hall has read it on the wall, and nobody reads it out again. */
const LONG = 200;

/** While a result stands on the walls: it in one sentence, in Vietnamese, for it is read to the hall. */
export function ballotSentence(state: Pick<ConferenceState, 'ballots' | 'floor'>, now: number): string | null {
  const shown = ballotOnWall(state, now);
  const result = shown === null ? null : ballotResult(shown);
  const first = result?.rows[0];
  if (shown === null || result === null || first === undefined) return null;
  const won = words.said(first.option, count.format(first.count), `${share.format((first.tenths ?? 0) / 10)}%`);
  const base = ballotsText.bases[result.base.kind];
  const verdict = result.passed ? words.passed : words.failed;
  const said = `${won} ${words.saidOf(base, count.format(result.base.people), verdict)}`;
  return shown.question.length > LONG ? said : `${shown.question}. ${said}`;
}
