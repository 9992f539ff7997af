import type { KeyboardEvent } from 'react';
import { type Agenda, type AgendaItem, itemOf, liveItem } from '../../../shared/domain/agenda/agenda.ts';
import { expectedTimes } from '../../../shared/views/agenda-clock.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { AgendaRow } from './agenda-row.tsx';
import { AgendaTimeline } from './agenda-timeline.tsx';
import { BLANK } from './blank-commands.ts';
import { useOpenDialog } from './open-dialog.ts';
import { OpeningButton } from './opening-button.tsx';
import { type AgendaActs, useAgendaActs } from './use-agenda-acts.ts';
import { useRoving } from './use-roving.ts';

const words = text.console.agenda;
const STEP_MS = 5_000;

/** The programme with what was planned, what happened and what is to be expected. */
export function AgendaPanel() {
  const agenda = useConference((state) => state.agenda);
  const { items } = agenda;
  const now = useServerNow(STEP_MS);
  const acts = useAgendaActs();
  const roving = useRoving(
    items.map(({ itemId }) => itemId),
    (id, event) => onItemKey(agenda, acts, itemOf(agenda, id), event),
    liveItem(agenda)?.itemId ?? null,
  );
  return (
    <section className="console-agenda" data-panel="agenda" aria-labelledby="console-agenda-head">
      <header className="console-panel-head">
        <h2 id="console-agenda-head" className="console-head">
          {words.heading}
        </h2>
        <AddItemButton />
      </header>
      <div className="console-scroll">
        {items.length === 0 ? <p className="console-empty">{words.empty}</p> : null}
        <ol ref={roving.list} className="console-list" aria-label={words.heading} {...roving.listProps}>
          {expectedTimes(agenda, now).map((times) => (
            <AgendaRow
              key={times.item.itemId}
              times={times}
              acts={acts}
              row={roving.rowProps(times.item.itemId)}
              current={times.item.itemId === roving.current}
            />
          ))}
        </ol>
      </div>
      {items.length === 0 ? null : <AgendaTimeline agenda={agenda} now={now} />}
    </section>
  );
}

function AddItemButton() {
  const open = useOpenDialog();
  return (
    <OpeningButton
      label={words.add}
      command={BLANK.agendaItem}
      onOpen={() => open({ kind: 'agendaItem', item: null })}
    />
  );
}

function onItemKey(agenda: Agenda, acts: AgendaActs, item: AgendaItem | undefined, event: KeyboardEvent): void {
  if (item === undefined) return;
  const onRow = event.target === event.currentTarget;
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    event.preventDefault();
    acts.move(agenda, item, event.key === 'ArrowUp' ? 'up' : 'down');
  } else if (event.key === 'Enter' && onRow) {
    event.preventDefault();
    acts.advance(agenda, item);
  } else if (event.key === 'Delete' && onRow) {
    event.preventDefault();
    acts.skip(item);
  }
}
