import { presentIn } from '../../../shared/domain/attendance/figure.ts';
import type { BoardTile, BranchState } from '../../../shared/views/attendance-board.ts';
import type { AttendanceException } from '../../../shared/views/attendance-exceptions.ts';
import { formatCount, formatTime } from '../../parts/clock-text.ts';
import type { MarkTone } from '../../parts/state-mark.tsx';
import { text } from '../../text/text.ts';

const words = () => text.board;

/** Each state has a shape of its own: a grey picture reads like a coloured one. */
export const TONES: Readonly<Record<BranchState, MarkTone>> = {
  none: 'off',
  silent: 'off',
  excused: 'pause',
  part: 'next',
  all: 'done',
  more: 'look',
  disagree: 'hand',
};

export const tileName = ({ unit, members }: BoardTile): string => unit?.short ?? members[0]?.shortName ?? '';

/** The whole name, for screen readers and for what is opened. */
export const tileFullName = ({ unit, members }: BoardTile): string => unit?.name ?? members[0]?.name ?? '';

interface TileLine {
  readonly figure: string;
  readonly word: string;
}

/** What fits beside a word, and what fits alone. */
const BESIDE_A_WORD = 7;
const ALONE = 11;

/** The second line of a tile: its figure and, where something is to be said, a word. */
export function tileLine(tile: BoardTile): TileLine {
  if (tile.state === 'none') return { figure: '', word: '' };
  if (tile.state === 'silent') return { figure: '', word: words().tile.silent };
  if (tile.state === 'excused') return { figure: '', word: words().tile.excused };
  const word = wordOf(tile);
  const present = formatCount(presentIn(tile.figure));
  const both = `${present}/${formatCount(tile.figure.expected)}`;
  return { figure: both.length <= (word === '' && tile.unit !== null ? ALONE : BESIDE_A_WORD) ? both : present, word };
}

function wordOf({ state, bridges, reported }: BoardTile): string {
  if (state === 'more') return words().tile.more;
  if (state === 'disagree') return words().tile.disagree;
  return state === 'part' ? words().tile.missing(formatCount(bridges - reported)) : '';
}

export function tileLabel(tile: BoardTile): string {
  const { figure, state } = tile;
  const counted = words().figure(formatCount(presentIn(figure)), formatCount(figure.expected));
  return words().tileLabel(tileFullName(tile), counted, words().states[state]);
}

export const EXCEPTION_TONES: Readonly<Record<AttendanceException['kind'], MarkTone>> = {
  silent: 'off',
  more: 'look',
  disagree: 'hand',
  excused: 'pause',
  lost: 'look',
};

/** What is the matter, without the name of the bridge. */
export function exceptionWords(one: AttendanceException): string {
  const said = words().exceptions;
  switch (one.kind) {
    case 'silent':
      return one.bridges === 1 ? said.silent : said.silentBelow(formatCount(one.missing), formatCount(one.bridges));
    case 'more':
      return said.more(formatCount(one.present), formatCount(one.expected));
    case 'disagree':
      return said.disagree(formatCount(one.report), formatCount(one.list));
    case 'excused':
      return said.excused(one.reason);
    case 'lost':
      return said.lost(formatTime(one.since));
  }
}
