import { useState } from 'react';
import type { DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import type { Mark } from '../../../shared/domain/attendance/mark.ts';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { type ButtonTone, CommandButton, useIssue } from '../../parts/command-button.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { personLines } from '../../parts/person-words.ts';
import { type MarkTone, StateMark } from '../../parts/state-mark.tsx';
import { text } from '../../text/text.ts';
import { AbsenceForm } from './absence-form.tsx';
import { DelegateForm } from './delegate-form.tsx';
import { MoveForm } from './move-form.tsx';
import { actsFor, afterMarking, markingOf, type RollAct, undoOf } from './roll-view.ts';
import { SubstituteForm } from './substitute-form.tsx';

const words = () => text.roll.list;

const TONES: Readonly<Record<Mark, MarkTone>> = {
  unmarked: 'off',
  present: 'done',
  late: 'done',
  online: 'live',
  left: 'over',
  absentExcused: 'off',
  absentUnexcused: 'look',
  substituted: 'off',
};

interface LineProps {
  readonly row: DelegateRow;
  readonly bridge: Bridge;
  readonly openedAt: number | null;
  /** What the row is from now on, as far as it is known here; the list is read again besides. */
  readonly onChanged: (row: DelegateRow, change: Partial<DelegateRow>) => void;
}

type Open = RollAct | 'more' | null;

/** Whoever comes is the press of the door; taking something back is never in the way. */
const TONE_OF: Partial<Readonly<Record<RollAct, ButtonTone>>> = { present: 'primary', back: 'primary', clear: 'quiet' };

/** One delegate with the mark that stands and the presses that say something else. */
export function DelegateLine(props: LineProps) {
  const { row, bridge, openedAt, onChanged } = props;
  const [open, setOpen] = useState<Open>(null);
  const { first, more } = actsFor(row.mark, openedAt !== null);
  const act = (one: RollAct, tone: ButtonTone) => (
    <Act key={one} {...props} act={one} tone={tone} open={open} onOpen={setOpen} />
  );
  return (
    <li className="bridge-delegate" data-mark={row.mark}>
      <Who row={row} />
      <MarkWords row={row} />
      <div className="bridge-actions">
        {first.map((one) => act(one, TONE_OF[one] ?? 'plain'))}
        {more.length === 0 ? null : <OpenAct act="more" person={personLines(row).head} open={open} onOpen={setOpen} />}
      </div>
      {open === 'more' ? (
        <div className="bridge-absence bridge-more">{more.map((one) => act(one, 'plain'))}</div>
      ) : null}
      <OpenForm row={row} bridge={bridge} open={open} onChanged={onChanged} onClose={() => setOpen(null)} />
    </li>
  );
}

function Who({ row }: Pick<LineProps, 'row'>) {
  const { head, rest } = personLines(row);
  const seat = row.seat === null ? [] : [words().seat(row.seat)];
  const substitute = row.substituteFor === null ? [] : [words().substituteOf];
  const facts = [rest, row.category, ...seat, ...substitute].filter((part) => part !== '');
  return (
    <div className="bridge-delegate-who">
      <strong>{head}</strong>
      <span className="bridge-hint">{facts.join(' · ')}</span>
    </div>
  );
}

interface ActProps extends LineProps {
  readonly act: RollAct;
  readonly tone: ButtonTone;
  readonly open: Open;
  readonly onOpen: (open: Open) => void;
}

/** A mark is said at once; what needs more words opens below the line. */
function Act({ row, openedAt, onChanged, act, tone, open, onOpen }: ActProps) {
  const said = useSaid(row, onChanged);
  const { head } = personLines(row);
  const command = markingOf(act, row, openedAt);
  if (command === null) return <OpenAct act={act} person={head} open={open} onOpen={onOpen} />;
  return (
    <CommandButton
      label={words()[act]}
      name={words().of(words()[act], head)}
      tone={tone}
      make={() => command}
      onAccepted={() => {
        onOpen(null);
        said(afterMarking(row, command, openedAt));
      }}
    />
  );
}

interface OpenFormProps extends Pick<LineProps, 'row' | 'bridge' | 'onChanged'> {
  readonly open: Open;
  readonly onClose: () => void;
}

function OpenForm({ row, bridge, open, onChanged, onClose }: OpenFormProps) {
  const said = useSaid(row, onChanged);
  switch (open) {
    case 'absent':
      return (
        <AbsenceForm
          row={row}
          onCancel={onClose}
          onSaid={(excused, absenceReason) => {
            onClose();
            said({ mark: excused ? 'absentExcused' : 'absentUnexcused', absenceReason, late: false });
          }}
        />
      );
    case 'substitute':
      return <SubstituteForm row={row} onDone={onClose} />;
    case 'move':
      return <MoveForm row={row} onDone={onClose} />;
    case 'correct':
      return (
        <DelegateForm
          bridge={bridge}
          row={row}
          onCancel={onClose}
          onSaved={() => {
            onClose();
            onChanged(row, {});
          }}
        />
      );
    default:
      return null;
  }
}

function MarkWords({ row: { mark, markedAt, way, absenceReason } }: { readonly row: DelegateRow }) {
  const since =
    mark === 'unmarked' || markedAt === null
      ? null
      : way === null
        ? formatTime(markedAt)
        : words().since(formatTime(markedAt), text.kiosk.ways[way]);
  return (
    <p className="bridge-delegate-mark">
      <StateMark tone={TONES[mark]} word={text.roll.marks[mark]} />
      {since === null ? null : <span className="bridge-hint">{since}</span>}
      {absenceReason === null ? null : <span className="bridge-hint">{absenceReason}</span>}
    </p>
  );
}

interface OpenActProps {
  readonly act: RollAct | 'more';
  readonly person: string;
  readonly open: Open;
  readonly onOpen: (open: Open) => void;
}

/** A press that opens what has to be filled in below the line. */
function OpenAct({ act, person, open, onOpen }: OpenActProps) {
  return (
    <button
      type="button"
      className="button"
      data-tone={act === 'more' ? 'quiet' : 'plain'}
      aria-expanded={open === act}
      aria-label={words().of(words()[act], person)}
      onClick={() => onOpen(open === act ? null : act)}
    >
      {words()[act]}
    </button>
  );
}

/** Says what was done, and offers the way back for ten seconds where there is one. */
function useSaid(row: DelegateRow, onChanged: LineProps['onChanged']) {
  const issue = useIssue();
  const { show } = useNotices();
  const { head } = personLines(row);
  const undo = undoOf(row);
  const takeBack = async (command: NonNullable<typeof undo>) => {
    if (await issue(command)) onChanged(row, row);
  };
  return (change: Partial<DelegateRow>) => {
    onChanged(row, change);
    const { mark = row.mark } = change;
    show({
      tone: 'ok',
      about: row.delegateId,
      sentence: mark === 'unmarked' ? words().cleared(head) : words().marked(head, text.roll.marks[mark]),
      undo: undo === null ? undefined : () => void takeBack(undo),
    });
  };
}
