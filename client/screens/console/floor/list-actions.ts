import { itemOf } from '../../../../shared/domain/agenda/agenda.ts';
import type { Command } from '../../../../shared/domain/command.ts';
import { waitingOn } from '../../../../shared/domain/floor/lapse.ts';
import type { AgendaItemId } from '../../../../shared/domain/ids.ts';
import type { ConferenceState } from '../../../../shared/domain/state.ts';
import { type ListStanding, listStanding } from '../../../../shared/views/speakers-line.ts';
import { formatTime } from '../../../parts/clock-text.ts';
import { text } from '../../../text/text.ts';
import { type Action, actionOf } from '../action.ts';
import type { FloorTools } from './floor-tools.ts';

const MINUTE_MS = 60_000;
export const CLOSE_AFTER_MINUTES = [3, 5, 10, 15, 30] as const;

const words = () => text.conducting.list;

export const listName = ({ agenda }: ConferenceState, itemId: AgendaItemId | null): string => {
  const item = itemId === null ? undefined : itemOf(agenda, itemId);
  return item === undefined ? words().general : words().ofItem(item.plan.title);
};

/** "đang nhận, tự đóng lúc 09:10" */
export function standingWords(standing: ListStanding): string {
  switch (standing.kind) {
    case 'open':
      return words().open;
    case 'closing':
      return words().closing(formatTime(standing.closesAt));
    case 'closed':
      return words().closed;
  }
}

/** What puts a list back as it stands now. */
const backTo = (standing: ListStanding, itemId: AgendaItemId | null): Command =>
  standing.kind === 'closed'
    ? { type: 'closeSpeakersList', itemId }
    : {
        type: 'openSpeakersList',
        itemId,
        closesAt: standing.kind === 'closing' ? standing.closesAt : null,
      };

/** Opens what is closed, closes what is open. */
export function toggleList(tools: FloorTools, itemId: AgendaItemId | null): Action {
  const standing = listStanding(tools.state, itemId, tools.now());
  const closed = standing.kind === 'closed';
  const command: Command = closed
    ? { type: 'openSpeakersList', itemId, closesAt: null }
    : { type: 'closeSpeakersList', itemId };
  return {
    ...actionOf({ label: closed ? words().openNow : words().closeNow }, command, { ...tools.rights, otherwise: '' }),
    done: {
      sentence: closed
        ? words().isOpen(listName(tools.state, itemId))
        : words().isClosed(listName(tools.state, itemId)),
      undo: backTo(standing, itemId),
    },
  };
}

export function closeListAfter(tools: FloorTools, itemId: AgendaItemId | null, minutes: number): Action {
  const standing = listStanding(tools.state, itemId, tools.now());
  const at = (): Command => ({ type: 'openSpeakersList', itemId, closesAt: tools.now() + minutes * MINUTE_MS });
  return {
    ...actionOf({ label: words().closeAfter(minutes) }, at(), { ...tools.rights, otherwise: '' }),
    make: at,
    done: { sentence: words().closesAfter(minutes), undo: backTo(standing, itemId) },
  };
}

/** Papers stay; whoever speaks is not touched. */
export function clearList(tools: FloorTools, itemId: AgendaItemId | null): Action {
  const speechIds = waitingOn(tools.state, itemId).flatMap(({ kind, speechId }) =>
    kind === 'paper' ? [] : [speechId],
  );
  const command: Command | null = speechIds.length === 0 ? null : { type: 'clearRequests', itemId };
  return {
    ...actionOf({ label: words().clear }, command, { ...tools.rights, otherwise: words().nothingToClear }),
    done: { sentence: words().cleared(speechIds.length), undo: { type: 'reinstateSpeeches', speechIds } },
  };
}
