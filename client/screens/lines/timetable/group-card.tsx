import { useState } from 'react';
import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { readClock, startOfDay } from '../../../../shared/views/day-time.ts';
import { type GroupDraft, groupEndsAt } from '../../../../shared/views/line-timetable.ts';
import { formatDate, formatTime } from '../../../parts/clock-text.ts';
import { Field } from '../../../parts/field.tsx';
import { StateMark } from '../../../parts/state-mark.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';

const words = () => text.lines.timetable;
const MINUTE_MS = 60_000;

interface GroupCardProps {
  readonly group: GroupDraft;
  readonly groups: readonly GroupDraft[];
  readonly clashes: boolean;
  readonly onChange: (group: GroupDraft) => void;
  readonly onRemove: () => void;
  readonly onMove: (bridgeId: BridgeId, to: number | null) => void;
}

export function GroupCard({ group, groups, clashes, onChange, onRemove, onMove }: GroupCardProps) {
  const { name, startsAt, minutesEach, bridgeIds } = group;
  const place = groups.indexOf(group);
  return (
    <li className="timetable-group">
      <div className="timetable-group-head">
        <Field
          label={words().name}
          value={name}
          maxLength={120}
          onChange={({ target }) => onChange({ ...group, name: target.value })}
        />
        <StartField group={group} onChange={onChange} />
        <MinutesField group={group} onChange={onChange} />
        <button type="button" className="button" data-tone="quiet" onClick={onRemove}>
          {words().remove}
        </button>
      </div>
      <p className="timetable-facts">
        {formatDate(startsAt)} ·{' '}
        {words().groupFacts(formatTime(startsAt), formatTime(groupEndsAt(group)), bridgeIds.length)}{' '}
        {clashes ? <StateMark tone="look" word={words().overlaps} /> : null}
      </p>
      <ol className="timetable-turns">
        {bridgeIds.map((bridgeId, turn) => (
          <TurnLine
            key={bridgeId}
            bridgeId={bridgeId}
            at={startsAt + turn * minutesEach * MINUTE_MS}
            place={place}
            groups={groups}
            onMove={onMove}
          />
        ))}
      </ol>
    </li>
  );
}

type PartProps = Pick<GroupCardProps, 'group' | 'onChange'>;

/** What is half typed is no time yet: the group moves when it is one. */
function StartField({ group, onChange }: PartProps) {
  const [typed, setTyped] = useState(() => formatTime(group.startsAt));
  const clock = readClock(typed);
  return (
    <Field
      label={words().starts}
      inputMode="numeric"
      value={typed}
      problem={clock === null ? words().badTime : null}
      onChange={({ target }) => {
        setTyped(target.value);
        const read = readClock(target.value);
        if (read !== null) onChange({ ...group, startsAt: startOfDay(group.startsAt) + read });
      }}
    />
  );
}

function MinutesField({ group, onChange }: PartProps) {
  const [typed, setTyped] = useState(() => String(group.minutesEach));
  const isGood = (value: string) => /^\d{1,3}$/u.test(value) && Number(value) >= 1 && Number(value) <= 120;
  return (
    <Field
      label={words().minutes}
      inputMode="numeric"
      value={typed}
      problem={isGood(typed) ? null : words().badNumber(1, 120)}
      onChange={({ target }) => {
        setTyped(target.value);
        if (isGood(target.value)) onChange({ ...group, minutesEach: Number(target.value) });
      }}
    />
  );
}

interface TurnLineProps extends Pick<GroupCardProps, 'groups' | 'onMove'> {
  readonly bridgeId: BridgeId;
  readonly at: number;
  readonly place: number;
}

function TurnLine({ bridgeId, at, place, groups, onMove }: TurnLineProps) {
  const name = useConference(({ bridges }) => bridgeOf(bridges, bridgeId)?.shortName ?? '');
  return (
    <li>
      <time>{formatTime(at)}</time> <span>{name}</span>
      <select
        aria-label={words().move(name)}
        value={place}
        onChange={({ target }) => onMove(bridgeId, target.value === '' ? null : Number(target.value))}
      >
        {groups.map((one, to) => (
          <option key={to} value={to}>
            {one.name}
          </option>
        ))}
        <option value="">{words().out}</option>
      </select>
    </li>
  );
}
