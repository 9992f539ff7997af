import { useRef, useState } from 'react';
import { itemOf } from '../../../../shared/domain/agenda/agenda.ts';
import { MAX_CUES } from '../../../../shared/domain/agenda/cue.ts';
import type { AgendaItemId } from '../../../../shared/domain/ids.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { newId } from '../../../sync/new-id.ts';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../command-form.tsx';
import { blankCue, type CueDraft, cueOf, draftOfCue } from './cue-draft.ts';
import { CueFields } from './cue-fields.tsx';
import type { AgendaDialogProps } from './opened-agenda.ts';

const words = () => text.agenda.cues;

/** The running order of one item: its steps are written together and kept together. */
export function CuesDialog({ itemId, onClose }: AgendaDialogProps & { readonly itemId: AgendaItemId }) {
  const item = useConference(({ agenda }) => itemOf(agenda, itemId));
  const { cues, change, move, remove, add, list } = useCues(item?.cues.map(draftOfCue) ?? []);
  if (item === undefined) return null;
  return (
    <Dialog title={words().title(item.plan.title)} onClose={onClose} className="console-dialog console-cues-dialog">
      <CommandForm write={() => written(itemId, cues)} act={text.common.save} onDone={onClose} onCancel={onClose}>
        {cues.length === 0 ? <p>{words().none}</p> : null}
        <ol ref={list} className="console-cues">
          {cues.map((cue, index) => (
            <CueFields
              key={cue.key}
              cue={cue}
              number={index + 1}
              last={cues.length}
              onChange={(part) => change(cue.key, part)}
              onMove={(by) => move(index, by)}
              onRemove={() => remove(cue.key)}
            />
          ))}
        </ol>
        {cues.length < MAX_CUES ? (
          <p>
            <button type="button" className="button" onClick={add}>
              {words().add}
            </button>
          </p>
        ) : null}
      </CommandForm>
    </Dialog>
  );
}

function useCues(first: readonly CueDraft[]) {
  const [cues, setCues] = useState(first);
  const list = useRef<HTMLOListElement>(null);
  const change = (key: string, part: Partial<CueDraft>) =>
    setCues((was) => was.map((cue) => (cue.key === key ? { ...cue, ...part } : cue)));
  const move = (index: number, by: 1 | -1) =>
    setCues((was) => {
      const cue = was[index];
      if (cue === undefined) return was;
      const others = was.toSpliced(index, 1);
      return others.toSpliced(Math.max(0, index + by), 0, cue);
    });
  const remove = (key: string) => setCues((was) => was.filter((cue) => cue.key !== key));
  const add = () => {
    setCues((was) => [...was, blankCue(newId())]);
    // The new step is drawn first, then typed into.
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus());
  };
  return { cues, change, move, remove, add, list };
}

function written(itemId: AgendaItemId, drafts: readonly CueDraft[]): Written {
  const cues = drafts.map(cueOf);
  const incomplete = cues.indexOf(null);
  if (incomplete !== -1) return { problem: words().incomplete(words().step(incomplete + 1)) };
  return { commands: [{ type: 'scriptCues', itemId, cues: cues.filter((cue) => cue !== null) }] };
}
