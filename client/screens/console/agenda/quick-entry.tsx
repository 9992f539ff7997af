import { type FormEvent, useId, useState } from 'react';
import type { Agenda, AgendaPlan } from '../../../../shared/domain/agenda/agenda.ts';
import { type Quick, readQuick } from '../../../../shared/views/agenda-quick.ts';
import { useIssue } from '../../../parts/command-button.tsx';
import { useCommandsOff } from '../../../sync/use-commands-off.ts';
import { text } from '../../../text/text.ts';
import { BLANK } from '../blank-commands.ts';
import { useRights } from '../use-rights.ts';
import { planTimes } from './plan-times.ts';
import { useWritingPlace } from './use-writing-place.ts';

const words = () => text.agenda.quick;

/** One line at the end of the programme: Enter adds it and stays. */
export function QuickEntry({ agenda }: { readonly agenda: Agenda }) {
  const { may, fits } = useRights();
  if (!may(BLANK.agendaItem) || !fits(BLANK.agendaItem)) return null;
  return <QuickLine agenda={agenda} />;
}

function QuickLine({ agenda }: { readonly agenda: Agenda }) {
  const id = useId();
  const { typed, type, quick, refused, submit, free } = useQuick(agenda);
  const saysFault = quick !== null && 'fault' in quick && refused;
  return (
    <form className="console-quick" onSubmit={submit}>
      <input
        id={id}
        aria-label={words().label}
        aria-describedby={`${id}-said`}
        aria-invalid={saysFault || undefined}
        placeholder={words().placeholder}
        autoComplete="off"
        maxLength={500}
        value={typed}
        onChange={({ target }) => type(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') type('');
        }}
      />
      <p id={`${id}-said`} role="status" data-fault={saysFault || undefined}>
        {said(quick, refused, free)}
      </p>
    </form>
  );
}

function useQuick(agenda: Agenda) {
  const place = useWritingPlace(agenda);
  const issue = useIssue();
  const off = useCommandsOff();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const [sending, setSending] = useState(false);
  const quick = typed.trim() === '' ? null : readQuick(typed, place);
  const type = (line: string) => {
    setTyped(line);
    setRefused(false);
  };
  const add = async (plan: AgendaPlan) => {
    setSending(true);
    const accepted = await issue({ type: 'addAgendaItems', items: [{ plan, presenter: null }], beforeItemId: null });
    setSending(false);
    // What was typed meanwhile is the next row.
    if (accepted) setTyped((now) => (now === typed ? '' : now));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (quick === null || sending || off !== null) return;
    if ('fault' in quick) setRefused(true);
    else void add(quick.plan);
  };
  return { typed, type, quick, refused, submit, free: place.free };
}

/** While somebody types, a fault is only a hint of what is still to come. */
function said(quick: Quick | null, refused: boolean, day: number): string {
  if (quick === null) return words().help;
  if ('fault' in quick) return refused ? words().faults[quick.fault] : words().help;
  return words().willAdd(rowWords(quick.plan, day));
}

/** With the date where it is not the day that was reached. */
function rowWords(plan: AgendaPlan, day: number): string {
  switch (plan.row) {
    case 'group':
      return words().group(plan.title);
    case 'note':
      return words().note(plan.title);
    case 'item':
      return words().item(planTimes(plan, day), plan.title);
  }
}
