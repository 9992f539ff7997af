import { useState } from 'react';
import { useIssue } from '../../parts/command-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { Shape } from '../../parts/shape.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { text } from '../../text/text.ts';
import { OfficialFields } from './official-fields.tsx';
import { draftsOf, moved, type OfficialDraft, officialsFrom, withAnother } from './officials-draft.ts';
import { OfficialsList } from './officials-list.tsx';
import { useReadOnly } from './use-read-only.ts';

const words = () => text.minutes.officialsForm;

/** Who chaired, directed, moderated and wrote, in the order in which they are read out. */
export function OfficialsDialog({ onClose }: { readonly onClose: () => void }) {
  const named = useConference(({ records }) => records.minutes.officials);
  const [first] = useState(named);
  const [drafts, setDrafts] = useState(() => draftsOf(named));
  const [chosen, choose] = useState<number | null>(drafts[0]?.key ?? null);
  const { problem, pending, save } = useSave(drafts, choose, onClose);
  const current = drafts.find(({ key }) => key === chosen) ?? null;
  const add = () => {
    const next = withAnother(drafts);
    setDrafts(next);
    choose(next.at(-1)?.key ?? null);
    // The name is written next, also by whoever works by keyboard.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.officials-fields input')?.focus());
  };
  const remove = (key: number) => {
    const at = drafts.findIndex((draft) => draft.key === key);
    const next = drafts.filter((draft) => draft.key !== key);
    setDrafts(next);
    choose(next[Math.min(at, next.length - 1)]?.key ?? null);
  };
  return (
    <Dialog title={words().title} onClose={onClose} className="minutes-form officials">
      <div className="officials-panes">
        <OfficialsList
          drafts={drafts}
          chosen={chosen}
          onChoose={choose}
          onMove={(key, by) => setDrafts(moved(drafts, key, by))}
          onRemove={remove}
          onAdd={add}
        />
        {current === null ? (
          <p className="officials-none">{words().choose}</p>
        ) : (
          <OfficialFields
            key={current.key}
            draft={current}
            onChange={(part) => setDrafts(changed(drafts, current.key, part))}
          />
        )}
      </div>
      {named === first ? null : <Warning sentence={words().changed} />}
      {problem === null ? null : <Warning sentence={problem} />}
      <SaveLine pending={pending} onSave={save} onClose={onClose} />
    </Dialog>
  );
}

const Warning = ({ sentence }: { readonly sentence: string }) => (
  <p className="console-problem" role="alert">
    <Shape name="look" /> {sentence}
  </p>
);

const changed = (drafts: readonly OfficialDraft[], key: number, part: Partial<OfficialDraft>) =>
  drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft));

function useSave(drafts: readonly OfficialDraft[], choose: (key: number) => void, onDone: () => void) {
  const issue = useIssue();
  const { show } = useNotices();
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const save = async () => {
    const read = officialsFrom(drafts);
    setProblem('problem' in read ? read.problem : null);
    if ('problem' in read) return choose(read.key);
    setPending(true);
    const isSaved = await issue({ type: 'nameOfficials', officials: read.officials });
    setPending(false);
    if (!isSaved) return;
    show({ tone: 'ok', sentence: words().saved });
    onDone();
  };
  return { problem, pending, save: () => void save() };
}

interface SaveLineProps {
  readonly pending: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

function SaveLine({ pending, onSave, onClose }: SaveLineProps) {
  const off = useCommandsOff();
  const readOnly = useReadOnly();
  const reason = off ?? readOnly;
  return (
    <div className="dialog-buttons">
      <button
        type="button"
        className="button"
        data-tone="primary"
        disabled={reason !== null || pending}
        onClick={onSave}
      >
        {pending ? text.common.sending : words().save}
      </button>
      <button type="button" className="button" data-tone="plain" onClick={onClose}>
        {text.common.cancel}
      </button>
      <span className="command-reason">{reason}</span>
    </div>
  );
}
