import { useState } from 'react';
import type { Citation, CitationInput } from '../../../../shared/domain/records/citation.ts';
import { readDate } from '../../../parts/date-field.tsx';
import { Field, TextField } from '../../../parts/field.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../../console/command-form.tsx';
import { textIn } from '../../console/form-reading.ts';
import { citationWords } from './citation-words.ts';
import { RemovePress } from './remove-press.tsx';
import { ItemField, itemIn, KnownField } from './shared-fields.tsx';
import { SideHead } from './two-panes.tsx';
import { useWhyNot } from './use-why-not.ts';

const words = () => text.followUp.points;
const BLANK: CitationInput = { kind: '.', number: null, issuer: null, date: null, title: null, itemId: null };

export function NewCitation() {
  const [count, setCount] = useState(0);
  const reason = useWhyNot({ type: 'citeDocument', citation: BLANK });
  const write = (form: FormData): Written => {
    const citation = citationIn(form);
    if (typeof citation === 'string') return { problem: citation };
    return { commands: [{ type: 'citeDocument', citation }] };
  };
  return (
    <CommandForm
      key={count}
      write={write}
      act={words().citeNew}
      disabledReason={reason}
      onDone={() => setCount(count + 1)}
    >
      <KnownField label={words().docKind} name="kind" maxLength={60} known={words().docKinds.split(';')} />
      <Field label={words().docNumber} name="number" maxLength={80} placeholder="35-CT/TW" />
      <Field label={words().issuer} name="issuer" maxLength={200} />
      <Field label={words().date} name="date" placeholder="30/9/2021" title={text.common.dateExample} />
      <TextField label={words().title} name="title" rows={3} maxLength={600} />
      <ItemField itemId={null} />
    </CommandForm>
  );
}

interface CitationDetailsProps {
  readonly citation: Citation;
  readonly onClose: () => void;
}

/** What was written is not corrected but taken out and written again. */
export function CitationDetails({ citation, onClose }: CitationDetailsProps) {
  const { citationId, ...facts } = citation;
  return (
    <>
      <SideHead title={words().citations} back={onClose} backLabel={text.followUp.add} />
      <div className="follow-up-facts">
        <p>{citationWords(citation)}</p>
        {citation.title === null ? null : <p>{citation.title}</p>}
      </div>
      <RemovePress
        command={{ type: 'removeCitation', citationId }}
        again={{ type: 'citeDocument', citation: facts }}
        onDone={onClose}
      />
    </>
  );
}

/** The document as it is written, or what is wrong with it. */
function citationIn(form: FormData): CitationInput | string {
  const kind = textIn(form, 'kind');
  if (kind === null) return text.followUp.missing;
  const typed = textIn(form, 'date');
  const date = typed === null ? null : readDate(typed);
  if (typed !== null && date === null) return text.followUp.tasks.noSuchDay;
  const [number = null, issuer = null, title = null] = ['number', 'issuer', 'title'].map((name) => textIn(form, name));
  return { kind, number, issuer, date, title, itemId: itemIn(form) };
}
