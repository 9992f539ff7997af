import { useMemo, useState } from 'react';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/messages/message.ts';
import {
  countsOf,
  type Group,
  groupsOf,
  type MessageCounts,
  MOST_NAMED,
  membersOf,
  recipientsOf,
  wordsToMany,
} from '../../../shared/views/talkback.ts';
import { useSync } from '../../sync/conference-context.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { formatCount, formatTime } from '../clock-text.ts';
import { CommandButton } from '../command-button.tsx';
import { ChoiceField } from '../field.tsx';
import { useNotices } from '../notices.tsx';
import { StateMark } from '../state-mark.tsx';
import { useRested } from '../use-rested.ts';
import { SHOWN } from './bridge-thread.tsx';
import { ComposeForm } from './compose-form.tsx';
import { useKeptAtEnd } from './use-kept-at-end.ts';

const words = () => text.talkback.thread;

/** What was written to a group or to all, and who has not seen or answered it yet. */
export function ManyThread() {
  const messages = useConference((state) => state.messages);
  const [shown, setShown] = useState(SHOWN);
  const all = wordsToMany(messages);
  const list = useKeptAtEnd<HTMLOListElement>(all.at(-1)?.messageId);
  return (
    <section className="talkback-thread" aria-label={words().toMany}>
      {all.length === 0 ? <p className="talkback-small talkback-none">{words().noneToMany}</p> : null}
      <ol ref={list} className="talkback-messages">
        {all.length > shown ? (
          <li>
            <button type="button" className="button" data-tone="quiet" onClick={() => setShown(shown + SHOWN)}>
              {words().earlier}
            </button>
          </li>
        ) : null}
        {all.slice(-shown).map((message) => (
          <ManyMessage key={message.messageId} message={message} counts={countsOf(messages, message)} />
        ))}
      </ol>
      <ComposeToGroup />
    </section>
  );
}

interface ManyMessageProps {
  readonly message: Message;
  readonly counts: MessageCounts;
}

function ManyMessage({ message, counts }: ManyMessageProps) {
  const { sent, seen, answered, answers } = counts;
  const asks = message.answers.length > 0;
  return (
    <li className="talkback-message" data-from="centre">
      <p className="talkback-message-head">
        <strong>{words().toAll(formatCount(sent))}</strong>
        <time>{formatTime(message.at)}</time>
      </p>
      <p className="talkback-message-text">{message.text}</p>
      <p className="talkback-reply">
        <span>{words().counts(formatCount(seen), formatCount(sent))}</span>
        {asks ? <span>{words().answeredCounts(formatCount(answered), formatCount(sent))}</span> : null}
        {answers.map(({ answer, count }) => (
          <span key={answer}>{words().oneAnswer(answer, formatCount(count))}</span>
        ))}
      </p>
      {counts.missing.length === 0 ? null : <Missing message={message} missing={counts.missing} />}
    </li>
  );
}

const NAMED = 60;

interface MissingProps {
  readonly message: Message;
  readonly missing: readonly BridgeId[];
}

function Missing({ message, missing }: MissingProps) {
  const [named, setNamed] = useState(false);
  const { show } = useNotices();
  const count = formatCount(missing.length);
  const sentence = message.answers.length > 0 ? words().missingAnswer(count) : words().missingSeen(count);
  const tooMany = missing.length > MOST_NAMED ? words().tooManyToRemind(formatCount(MOST_NAMED)) : null;
  const { text: again, answers } = message;
  return (
    <div className="talkback-missing">
      <StateMark tone="look" word={sentence} />
      <button type="button" className="button" data-tone="quiet" aria-expanded={named} onClick={() => setNamed(!named)}>
        {named ? words().hideMissing : words().showMissing}
      </button>
      <CommandButton
        make={() => ({
          type: 'messageBridges',
          to: { kind: 'bridges', bridgeIds: [...missing] },
          text: again,
          answers,
        })}
        label={words().remind}
        tone="quiet"
        disabledReason={tooMany}
        onAccepted={() => show({ tone: 'ok', sentence: words().reminded(count) })}
      />
      {named ? <Names bridgeIds={missing} /> : null}
    </div>
  );
}

function Names({ bridgeIds }: { readonly bridgeIds: readonly BridgeId[] }) {
  const names = useConference(({ bridges }) =>
    bridgeIds
      .slice(0, NAMED)
      .map((bridgeId) => bridgeOf(bridges, bridgeId)?.shortName ?? '')
      .join(', '),
  );
  const rest = bridgeIds.length - NAMED;
  return (
    <p className="talkback-small">
      {names} {rest > 0 ? words().more(formatCount(rest)) : ''}
    </p>
  );
}

/** The sizes of the groups are counted through all bridges: often enough for a list that is read before a press. */
const COUNTED_EVERY_MS = 1_000;

const keyOf = (group: Group): string => Object.values(group).join(' ');

function ComposeToGroup() {
  const sync = useSync();
  const [key, setKey] = useState('all');
  const bridges = useRested(
    useConference((state) => state.bridges),
    COUNTED_EVERY_MS,
  );
  const attendance = useRested(
    useConference((state) => state.attendance),
    COUNTED_EVERY_MS,
  );
  const groups = useMemo(
    () => groupsOf({ bridges }).map((group) => ({ group, size: membersOf({ bridges, attendance }, group).length })),
    [bridges, attendance],
  );
  const { group, size } = groups.find((one) => keyOf(one.group) === key) ?? {
    group: { kind: 'all' } as const,
    size: 0,
  };
  const { compose } = text.talkback;
  return (
    <ComposeForm
      label={compose.toMany}
      to={() => recipientsOf(sync.main.get(), group)}
      sent={() => compose.sentTo(formatCount(size))}
      disabledReason={problemOf(group, size)}
    >
      <ChoiceField
        label={compose.to}
        choices={groups.map((one) => ({
          value: keyOf(one.group),
          label: groupWords(one.group, formatCount(one.size)),
        }))}
        value={keyOf(group)}
        onChange={({ target }) => setKey(target.value)}
      />
    </ComposeForm>
  );
}

function problemOf(group: Group, size: number): string | null {
  const { nobody, tooMany } = text.talkback.compose;
  if (size === 0) return nobody;
  return group.kind !== 'all' && size > MOST_NAMED ? tooMany(formatCount(size), formatCount(MOST_NAMED)) : null;
}

function groupWords(group: Group, count: string): string {
  const { groups } = text.talkback.compose;
  switch (group.kind) {
    case 'all':
      return groups.all(count);
    case 'tier':
      return group.tier === 0 ? groups.central : groups.tier(String(group.tier), count);
    case 'region':
      return groups.region(group.region, count);
    case 'lost':
      return groups.lost(count);
    case 'unreported':
      return groups.unreported(count);
  }
}
