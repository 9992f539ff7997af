import { type FormEvent, useId, useState } from 'react';
import { getFrom } from '../../../shared/base/persistent-map.ts';
import { attendanceOf, hasReported } from '../../../shared/domain/attendance/attendance.ts';
import { type Ballot, handsKey } from '../../../shared/domain/ballots/ballot.ts';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { useOwnBridge, useSeat } from '../../sync/conference-provider.tsx';
import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { text } from '../../text/text.ts';
import { formatCount } from '../clock-text.ts';
import { useIssue } from '../command-button.tsx';
import { Shape } from '../shape.tsx';
import {
  draftOf,
  type HallPresent,
  type HandsDraft,
  handsIn,
  handsProblem,
  presentOf,
  stepped,
  sumOfDraft,
  withHands,
} from './hands-draft.ts';
import './ballots.css';

const words = () => text.ballots.hands;

interface HandsFormProps {
  readonly ballot: Ballot;
  readonly bridgeId: BridgeId;
  readonly onSent: () => void;
}

/** The hands of one hall: a number for each option, and their sum against who is there. */
export function HandsForm({ ballot, bridgeId, onSent }: HandsFormProps) {
  const { draft, change, present, counted, tried, pending, submit } = useHands({ ballot, bridgeId, onSent });
  const problem = handsProblem(draft, present);
  const off = useCommandsOff();
  return (
    <form className="hands-form" onSubmit={submit} noValidate>
      <p className="hands-question">{ballot.question}</p>
      {ballot.options.map((option, index) => (
        <HandsField
          key={option}
          option={option}
          typed={draft[index] ?? ''}
          isFirst={index === 0}
          wrong={tried && handsIn(draft[index] ?? '') === null}
          onChange={(typed) => change(withHands(draft, index, typed))}
        />
      ))}
      <p className="hands-sum" role="status">
        {sumWords(sumOfDraft(draft), present)}
      </p>
      {problem !== null && (problem !== 'empty' || tried) ? (
        <p className="hands-problem" role="alert">
          <Shape name="look" /> {words()[problem]}
        </p>
      ) : null}
      <div className="hands-buttons">
        <button
          type="submit"
          className="button"
          data-tone="primary"
          aria-busy={pending}
          disabled={off !== null || problem === 'tooMany' || problem === 'unreported'}
        >
          {pending ? text.common.sending : counted ? words().correct : words().send}
        </button>
        <span className="command-reason">{off ?? words().until}</span>
      </div>
    </form>
  );
}

function sumWords(sum: number, present: HallPresent | null): string {
  if (present === null) return words().sumOnly(formatCount(sum));
  if (present === 'unreported') return words().sumUnreported(formatCount(sum));
  return words().sum(formatCount(sum), formatCount(present));
}

function useHands({ ballot, bridgeId, onSent }: HandsFormProps) {
  const issue = useIssue();
  const standing = useOwnBridge(({ ballots }) => getFrom(ballots.hands, handsKey(ballot.ballotId, bridgeId)) ?? null);
  const present = usePresent(bridgeId);
  // Until somebody types, the figures are those that stand, whoever sent them.
  const [edited, setEdited] = useState<HandsDraft | null>(null);
  const draft = edited ?? draftOf(standing, ballot.options);
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const send = async (counts: number[]) => {
    setPending(true);
    const accepted = await issue({ type: 'countHands', ballotId: ballot.ballotId, bridgeId, counts });
    setPending(false);
    if (accepted) onSent();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!pending && handsProblem(draft, present) === null) void send(draft.map((typed) => handsIn(typed) ?? 0));
  };
  return { draft, change: setEdited, present, counted: standing !== null, tried, pending, submit };
}

/** How many are there by what this page is told; null of a bridge deep in the tree, where only the server knows. */
function usePresent(bridgeId: BridgeId): HallPresent | null {
  const isOwn = useSeat().bridgeId === bridgeId;
  return useOwnBridge(({ attendance, bridges }) => {
    const one = attendanceOf(attendance, bridgeId);
    const isTold = isOwn || (bridgeOf(bridges, bridgeId)?.tier ?? FIRST_TIER + 1) <= FIRST_TIER;
    return isTold || hasReported(one) ? presentOf(one) : null;
  });
}

/** Below it, the counts are told to each bridge alone. */
const FIRST_TIER = 1;

interface HandsFieldProps {
  readonly option: string;
  readonly typed: string;
  /** Where a dialog begins: at the figure, not at the press that takes one off. */
  readonly isFirst: boolean;
  readonly wrong: boolean;
  readonly onChange: (typed: string) => void;
}

function HandsField({ option, typed, isFirst, wrong, onChange }: HandsFieldProps) {
  const id = useId();
  return (
    <div className="hands-field">
      <label htmlFor={id}>{option}</label>
      <Step sign="−" name={words().less(option)} onStep={() => onChange(stepped(typed, -1))} />
      <span data-first={isFirst || undefined}>
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          aria-invalid={wrong || undefined}
          onChange={({ target }) => onChange(target.value)}
          onFocus={({ target }) => target.select()}
        />
      </span>
      <Step sign="+" name={words().more(option)} onStep={() => onChange(stepped(typed, 1))} />
    </div>
  );
}

function Step({ sign, name, onStep }: { readonly sign: string; readonly name: string; readonly onStep: () => void }) {
  return (
    <button type="button" className="button" data-tone="plain" aria-label={name} onClick={onStep}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
