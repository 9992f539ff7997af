import { type KeyboardEvent, useState } from 'react';
import type { CommandOf } from '../../../../shared/domain/command.ts';
import type { AwardId } from '../../../../shared/domain/ids.ts';
import type { Award } from '../../../../shared/domain/records/award.ts';
import { formatCount, formatTime } from '../../../parts/clock-text.ts';
import { useIssue } from '../../../parts/command-button.tsx';
import { personWords } from '../../../parts/person-words.ts';
import { StateMark } from '../../../parts/state-mark.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { useCommandsOff } from '../../../sync/use-commands-off.ts';
import { text } from '../../../text/text.ts';
import { AwardDetails, NewAward } from './award-form.tsx';
import { CeremonyPanel } from './ceremony-panel.tsx';
import { TwoPanes } from './two-panes.tsx';

const words = () => text.followUp.awards;

export function AwardsTab() {
  const awards = useConference(({ records }) => records.awards);
  const [chosen, choose] = useState<AwardId | null>(null);
  const given = awards.filter(({ presentedAt }) => presentedAt !== null).length;
  const award = awards.find(({ awardId }) => awardId === chosen);
  return (
    <TwoPanes
      heading={words().heading}
      count={words().count(formatCount(given), formatCount(awards.length))}
      tools={<small>{words().keys}</small>}
      side={
        award === undefined ? (
          <NewAward />
        ) : (
          <AwardDetails key={award.awardId} award={award} onClose={() => choose(null)} />
        )
      }
    >
      {awards.length === 0 ? <p className="follow-up-empty">{words().empty}</p> : <CeremonyPanel awards={awards} />}
      <ol>
        {awards.map((one, index) => (
          <AwardRow
            key={one.awardId}
            award={one}
            place={index}
            awards={awards}
            isChosen={one.awardId === chosen}
            onChoose={() => choose(one.awardId)}
          />
        ))}
      </ol>
    </TwoPanes>
  );
}

/** One place up or down in the ceremony; null: it stands at the end already. */
export function moveBy(awards: readonly Award[], place: number, by: -1 | 1): CommandOf<'moveAward'> | null {
  const award = awards[place];
  if (award === undefined || awards[place + by] === undefined) return null;
  const before = awards[by === -1 ? place - 1 : place + 2];
  return { type: 'moveAward', awardId: award.awardId, beforeAwardId: before?.awardId ?? null };
}

interface AwardRowProps {
  readonly award: Award;
  readonly place: number;
  readonly awards: readonly Award[];
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function AwardRow({ award, place, awards, isChosen, onChoose }: AwardRowProps) {
  const issue = useIssue();
  const move = (by: -1 | 1) => {
    const command = moveBy(awards, place, by);
    if (command !== null) void issue(command);
  };
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (!event.altKey || by === null) return;
    event.preventDefault();
    move(by);
  };
  return (
    <li className="follow-up-award">
      <button type="button" className="follow-up-row" aria-current={isChosen} onClick={onChoose} onKeyDown={onKey}>
        <span className="follow-up-number">{place + 1}</span>
        <AwardWords award={award} />
        <AwardState award={award} />
      </button>
      <span className="follow-up-presses">
        <MovePress label={words().up(award.name)} sign="↑" isLast={place === 0} onPress={() => move(-1)} />
        <MovePress
          label={words().down(award.name)}
          sign="↓"
          isLast={place === awards.length - 1}
          onPress={() => move(1)}
        />
      </span>
    </li>
  );
}

interface MovePressProps {
  readonly label: string;
  readonly sign: string;
  readonly isLast: boolean;
  readonly onPress: () => void;
}

function MovePress({ label, sign, isLast, onPress }: MovePressProps) {
  const off = useCommandsOff();
  return (
    <button
      type="button"
      className="button"
      data-tone="quiet"
      aria-label={label}
      disabled={off !== null || isLast}
      title={off ?? undefined}
      onClick={onPress}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}

function AwardWords({ award: { name, recipients, presenter, onBehalfOf } }: { readonly award: Award }) {
  const who =
    recipients.kind === 'person' ? personWords(recipients.person) : words().collectives(formatCount(recipients.count));
  const names = recipients.kind === 'collectives' ? recipients.names.join('; ') : '';
  const by = [
    ...(presenter === null ? [] : [words().by(personWords(presenter))]),
    ...(onBehalfOf === null ? [] : [words().behalf(onBehalfOf)]),
  ];
  return (
    <span>
      <strong className="follow-up-text">{name}</strong>
      <span className="follow-up-text"> · {who}</span>
      {names === '' ? null : <small>{names}</small>}
      {by.length === 0 ? null : <small>{by.join(', ')}</small>}
    </span>
  );
}

const AwardState = ({ award: { presentedAt } }: { readonly award: Award }) => (
  <span className="follow-up-states">
    {presentedAt === null ? (
      <StateMark tone="off" word={words().waiting} />
    ) : (
      <StateMark tone="done" word={words().given(formatTime(presentedAt))} />
    )}
  </span>
);
