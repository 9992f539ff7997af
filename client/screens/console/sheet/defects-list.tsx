import { useCallback, useState } from 'react';
import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../../../shared/domain/command.ts';
import { type ConferenceId, commandIdSchema } from '../../../../shared/domain/ids.ts';
import type { Defect } from '../../../../shared/domain/records/records.ts';
import type { ConferenceState } from '../../../../shared/domain/state.ts';
import { formatTime } from '../../../parts/clock-text.ts';
import { StateMark } from '../../../parts/state-mark.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { type Fetched, getDefects, postCommand } from '../../../sync/http.ts';
import { newId } from '../../../sync/new-id.ts';
import { useCommandsOff } from '../../../sync/use-commands-off.ts';
import { text } from '../../../text/text.ts';
import { usePolled } from '../../start/use-polled.ts';
import { useAct } from '../use-act.ts';
import { useRights } from '../use-rights.ts';

const words = () => text.rehearsal.sheet;
const ASK_MS = 10_000;

/** Of the rehearsal on this very screen: they come with its stream, and commands go to it. */
export function OwnDefects() {
  const defects = useConference(({ records }) => records.defects);
  const act = useAct();
  if (defects.length === 0) return <p className="console-empty">{words().noDefectsYet}</p>;
  return <Defects defects={defects} onMend={act} />;
}

/** Of a rehearsal from the screen of its conference: asked for, and mended, in the rehearsal's own journal. */
export function HeldDefects({ rehearsal }: { readonly rehearsal: ConferenceId }) {
  const ask = useCallback(() => getDefects(rehearsal), [rehearsal]);
  const { value: fetched, again } = usePolled(ask, ASK_MS);
  const [refused, setRefused] = useState<Exclude<Fetched<unknown>, { kind: 'ok' }> | null>(null);
  const mend = async (command: Command) => {
    const answer = await postCommand({ id: commandIdSchema.parse(newId()), conference: rehearsal, command });
    setRefused(answer.kind === 'ok' ? null : answer);
    again();
  };
  if (fetched === null) return <p aria-busy="true">{words().loading}</p>;
  if (fetched.kind !== 'ok') return <p className="console-problem">▲ {words().failed}</p>;
  const defects = fetched.value;
  if (defects.length === 0) return <p className="console-empty">{words().noDefects}</p>;
  return (
    <>
      <Defects defects={defects} onMend={(command) => void mend(command)} />
      {refused === null ? null : (
        <p className="console-problem" role="alert">
          ▲ {refused.kind === 'offline' ? text.common.noAnswer : text.refusals.sentence(refused.code, refused.params)}
        </p>
      )}
    </>
  );
}

interface DefectsProps {
  readonly defects: readonly Defect[];
  readonly onMend: (command: Command) => void;
}

function Defects({ defects, onMend }: DefectsProps) {
  const open = defects.filter(({ mendedAt }) => mendedAt === null).length;
  return (
    <>
      <p>{words().count(open, defects.length)}</p>
      <ul className="console-list" aria-label={words().defects}>
        {defects.map((defect) => (
          <DefectLine key={defect.defectId} defect={defect} onMend={onMend} />
        ))}
      </ul>
    </>
  );
}

interface DefectLineProps {
  readonly defect: Defect;
  readonly onMend: (command: Command) => void;
}

function DefectLine({ defect, onMend }: DefectLineProps) {
  const { defectId, sentence, bridgeId, foundAt, mendedAt } = defect;
  const where = useConference(
    useCallback(
      ({ bridges }: ConferenceState) => (bridgeId === null ? null : (bridgeOf(bridges, bridgeId)?.name ?? null)),
      [bridgeId],
    ),
  );
  const { may } = useRights();
  const off = useCommandsOff();
  const mend: Command = { type: 'mendDefect', defectId };
  const facts = [...(where === null ? [] : [where]), words().foundAt(formatTime(foundAt))];
  return (
    <li className="console-row console-link-row">
      <span className="console-who">
        <strong>{sentence}</strong>
        <small>
          {facts.join(' · ')} ·{' '}
          {mendedAt === null ? (
            <StateMark tone="look" word={words().unmended} />
          ) : (
            <StateMark tone="done" word={words().mended(formatTime(mendedAt))} />
          )}
        </small>
      </span>
      {mendedAt === null && may(mend) ? (
        <button
          type="button"
          className="button"
          data-tone="plain"
          aria-label={words().mendNamed(sentence)}
          disabled={off !== null}
          title={off ?? undefined}
          onClick={() => onMend(mend)}
        >
          {words().mend}
        </button>
      ) : null}
    </li>
  );
}
