import { useState } from 'react';
import { signerOf } from '../../../shared/domain/records/decide-minutes.ts';
import { officialsWith } from '../../../shared/domain/records/minutes.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Field } from '../../parts/field.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { personWords } from '../../parts/person-words.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useMayEver } from '../../parts/use-may-use.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useReadable } from '../../sync/use-readable.ts';
import { text } from '../../text/text.ts';
import { CommandForm } from '../console/command-form.tsx';
import { textIn } from '../console/form-reading.ts';
import { MISSING, type Missing, missingInPaper } from './missing-in-paper.ts';
import { useNotes } from './notes/notes-provider.tsx';

const words = () => text.minutes.sign;

/** Signing, or what was signed and the way to write on it again. */
export function SignPart() {
  const [asking, ask] = useState(false);
  const signed = useConference(({ records }) => records.minutes.signed);
  const reason = useReason();
  const mayWrite = useMayEver('signMinutes');
  if (signed !== null) {
    return (
      <>
        <StateMark tone="done" word={words().signed(signed.version, formatTime(signed.at))} />
        {mayWrite ? <ReopenPress /> : null}
      </>
    );
  }
  if (!mayWrite) return null;
  return (
    <span className="command preview-sign">
      <button
        type="button"
        className="button"
        data-tone="primary"
        disabled={reason !== null}
        aria-describedby="sign-reason"
        onClick={() => ask(true)}
      >
        {words().act}
      </button>
      <span className="command-reason" id="sign-reason">
        {reason}
      </span>
      {asking ? <SignDialog onClose={() => ask(false)} /> : null}
    </span>
  );
}

/** Why the minutes cannot be signed yet; null: they can. */
function useReason(): string | null {
  const phase = useConference(({ conference }) => conference.phase);
  const hasHead = useConference(({ records }) => records.minutes.head !== null);
  const unsaved = useReadable(useNotes().unsaved);
  if (phase === 'archived') return words().archived;
  if (phase !== 'closed') return words().notClosed;
  if (!hasHead) return words().noHead;
  return unsaved === 0 ? null : words().unsaved;
}

function SignDialog({ onClose }: { readonly onClose: () => void }) {
  const { show } = useNotices();
  const reason = useReason();
  const signer = useConference((state) => personOrNull(signerOf(state)));
  const recorder = useConference(({ records }) =>
    personOrNull(officialsWith(records.minutes, 'recorder')[0]?.person ?? null),
  );
  const version = useConference(({ records }) => records.minutes.versions + 1);
  const done = () => {
    show({ tone: 'ok', sentence: words().done });
    onClose();
  };
  return (
    <Dialog title={words().title} onClose={onClose} className="minutes-ask">
      <dl className="minutes-facts">
        <dt>{words().signer}</dt>
        <dd>{signer ?? words().noSigner}</dd>
        <dt>{words().recorder}</dt>
        <dd>{recorder ?? words().noRecorder}</dd>
      </dl>
      <MissingList />
      <p>{words().explained(version)}</p>
      <div className="dialog-buttons">
        <CommandButton
          make={() => ({ type: 'signMinutes' })}
          label={words().confirm}
          tone="primary"
          disabledReason={reason}
          onAccepted={done}
        />
        <button type="button" className="button" data-tone="plain" onClick={onClose}>
          {text.common.cancel}
        </button>
      </div>
    </Dialog>
  );
}

/** Said before the press: what is signed with a blank is opened again with a reason. */
function MissingList() {
  const missing = useConference((state) => missingInPaper(state).join(' '));
  if (missing === '') return null;
  const shown = Object.keys(MISSING).filter((what): what is Missing => missing.split(' ').includes(what));
  return (
    <ul className="minutes-missing" aria-label={words().missingHeading}>
      {shown.map((what) => (
        <li key={what}>
          <StateMark tone="look" word={words().missing[what](text.minutes[MISSING[what]])} />
        </li>
      ))}
    </ul>
  );
}

const personOrNull = (person: Parameters<typeof personWords>[0] | null): string | null =>
  person === null ? null : personWords(person);

function ReopenPress() {
  const [asking, ask] = useState(false);
  const phase = useConference(({ conference }) => conference.phase);
  const close = () => ask(false);
  if (phase !== 'closed') return <span className="command-reason">{words().archived}</span>;
  return (
    <>
      <button type="button" className="button" onClick={() => ask(true)}>
        {words().reopen}
      </button>
      {asking ? (
        <Dialog title={words().reopenTitle} onClose={close} className="minutes-ask">
          <CommandForm
            write={(form) => {
              const reason = textIn(form, 'reason');
              if (reason === null) return { problem: words().noReason };
              return { commands: [{ type: 'reopenMinutes', reason }] };
            }}
            act={words().reopenAct}
            onDone={close}
            onCancel={close}
          >
            <Reason />
          </CommandForm>
        </Dialog>
      ) : null}
    </>
  );
}

const Reason = () => (
  <Field label={words().reason} name="reason" maxLength={300} hint={words().reasonHint} autoComplete="off" />
);
