import { useRef, useState } from 'react';
import { MAX_CHECK_GROUPS } from '../../../../shared/domain/lines/line.ts';
import {
  type GroupDraft,
  groupEndsAt,
  movedTo,
  overlapping,
  unplaced,
} from '../../../../shared/views/line-timetable.ts';
import { useIssue } from '../../../parts/command-button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { useMay } from '../../../parts/lines/use-may.ts';
import { useNotices } from '../../../parts/notices.tsx';
import { useSync } from '../../../sync/conference-context.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { useCommandsOff } from '../../../sync/use-commands-off.ts';
import { text } from '../../../text/text.ts';
import { FillForm } from './fill-form.tsx';
import { GroupCard } from './group-card.tsx';
import { UnplacedList } from './unplaced-list.tsx';
import './timetable.css';

const words = () => text.lines.timetable;
const MINUTES_EACH = 5;

/** The whole timetable is written here and sent at once: a bridge is told its own turn, and no half of a plan. */
export function TimetableDialog({ onClose }: { readonly onClose: () => void }) {
  const stored = useConference(({ lines }) => lines.timetable);
  const [groups, setGroups] = useState<readonly GroupDraft[]>(() =>
    stored.map(({ name, startsAt, minutesEach, bridgeIds }) => ({ name, startsAt, minutesEach, bridgeIds })),
  );
  const bridges = useConference((state) => state.bridges);
  const clashes = overlapping(groups);
  const change = (place: number, changed: GroupDraft) =>
    setGroups(groups.map((group, n) => (n === place ? changed : group)));
  return (
    <Dialog title={words().title} onClose={onClose} className="timetable-dialog">
      <div className="timetable">
        <div className="timetable-side">
          <FillForm onFill={setGroups} />
          <UnplacedList
            bridges={unplaced(bridges, groups)}
            groups={groups}
            onPlace={(bridgeId, place) => setGroups(movedTo(groups, bridgeId, place))}
          />
        </div>
        <section aria-label={words().groups}>
          {groups.length === 0 ? <p className="lines-empty">{words().empty}</p> : null}
          <ol className="timetable-groups">
            {groups.map((group, place) => (
              <GroupCard
                // A group has no name of its own before it is sent, and keeps its place while it is edited.
                key={`${place} of ${groups.length}`}
                group={group}
                groups={groups}
                clashes={clashes.has(place)}
                onChange={(changed) => change(place, changed)}
                onRemove={() => setGroups(groups.filter((_, n) => n !== place))}
                onMove={(bridgeId, to) => setGroups(movedTo(groups, bridgeId, to))}
              />
            ))}
          </ol>
          <AddGroup groups={groups} onGroups={setGroups} />
        </section>
      </div>
      <SendLine groups={groups} isStored={stored.length > 0} onClose={onClose} />
    </Dialog>
  );
}

interface AddGroupProps {
  readonly groups: readonly GroupDraft[];
  readonly onGroups: (groups: readonly GroupDraft[]) => void;
}

function AddGroup({ groups, onGroups }: AddGroupProps) {
  const { time } = useSync();
  if (groups.length >= MAX_CHECK_GROUPS) return null;
  const add = () => {
    const last = groups.at(-1);
    const startsAt = last === undefined ? Math.ceil(time.now() / 3_600_000) * 3_600_000 : groupEndsAt(last);
    const minutesEach = last?.minutesEach ?? MINUTES_EACH;
    onGroups([...groups, { name: words().group(groups.length + 1), startsAt, minutesEach, bridgeIds: [] }]);
  };
  return (
    <button type="button" className="button" onClick={add}>
      {words().add}
    </button>
  );
}

interface SendLineProps {
  readonly groups: readonly GroupDraft[];
  readonly isStored: boolean;
  readonly onClose: () => void;
}

function SendLine({ groups, isStored, onClose }: SendLineProps) {
  const issue = useIssue();
  const { show } = useNotices();
  const may = useMay({ type: 'scheduleLineChecks', groups: [] });
  const off = useCommandsOff();
  const busy = useRef(false);
  const send = async (wished: readonly GroupDraft[]) => {
    if (busy.current) return;
    if (wished.some(({ name }) => name.trim() === '')) return show({ tone: 'look', sentence: words().noName });
    busy.current = true;
    const sent = wished
      .filter(({ bridgeIds }) => bridgeIds.length > 0)
      .map((group) => ({ ...group, bridgeIds: [...group.bridgeIds] }));
    const accepted = await issue({ type: 'scheduleLineChecks', groups: sent });
    busy.current = false;
    if (!accepted) return;
    show({ tone: 'ok', sentence: words().saved });
    onClose();
  };
  if (!may) return null;
  return (
    <p className="dialog-buttons">
      <button
        type="button"
        className="button"
        data-tone="primary"
        disabled={off !== null || groups.length === 0}
        onClick={() => void send(groups)}
      >
        {words().save}
      </button>
      {isStored ? (
        <button type="button" className="button" disabled={off !== null} onClick={() => void send([])}>
          {words().withdraw}
        </button>
      ) : null}
      <button type="button" className="button" data-tone="quiet" onClick={onClose}>
        {text.common.cancel}
      </button>
      {off === null ? null : <span className="command-reason">{off}</span>}
    </p>
  );
}
