import { type KeyboardEvent, useEffect } from 'react';
import { type Agenda, type AgendaItem, itemOf, liveItem } from '../../../shared/domain/agenda/agenda.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { AgendaTools } from './agenda/agenda-tools.tsx';
import { BackTimeCard } from './agenda/back-time-card.tsx';
import { DelayLine } from './agenda/delay-line.tsx';
import { QuickEntry } from './agenda/quick-entry.tsx';
import { useProgramme } from './agenda/use-programme.ts';
import { AgendaRow } from './agenda-row.tsx';
import { AgendaTimeline } from './agenda-timeline.tsx';
import { BLANK } from './blank-commands.ts';
import { type OpenDialog, useOpenDialog } from './open-dialog.ts';
import { OpeningButton } from './opening-button.tsx';
import { type AgendaActs, useAgendaActs } from './use-agenda-acts.ts';
import { useRoving } from './use-roving.ts';

const words = () => text.console.agenda;
const MINUTE_MS = 60_000;

/** The programme with what was planned, what happened and what is to be expected. */
export function AgendaPanel() {
  const agenda = useConference((state) => state.agenda);
  const programme = useProgramme();
  return (
    <section className="console-agenda" data-panel="agenda" aria-labelledby="console-agenda-head">
      <header className="console-panel-head">
        <h2 id="console-agenda-head" className="console-head">
          {words().heading}
        </h2>
        <AddItemButton />
      </header>
      <AgendaTools />
      <DelayLine delayMs={agenda.delayMs} />
      <BackTimeCard programme={programme} />
      <div className="console-scroll">
        {agenda.items.length === 0 ? <p className="console-empty">{words().empty}</p> : null}
        <AgendaList agenda={agenda} programme={programme} />
      </div>
      <QuickEntry agenda={agenda} />
      {agenda.items.length === 0 ? null : <AgendaTimeline agenda={agenda} now={programme.now} />}
    </section>
  );
}

function AgendaList({
  agenda,
  programme,
}: {
  readonly agenda: Agenda;
  readonly programme: ReturnType<typeof useProgramme>;
}) {
  const acts = useAgendaActs();
  const open = useOpenDialog();
  const roving = useRoving(
    agenda.items.map(({ itemId }) => itemId),
    (id, event) => onItemKey({ agenda, acts, open }, itemOf(agenda, id), event),
    liveItem(agenda)?.itemId ?? null,
  );
  const live = liveItem(agenda)?.itemId ?? null;
  const { delayMs, endsBy } = agenda;
  // What stands over the list leaves it less room.
  useEffect(() => showRow(live), [live, delayMs, endsBy]);
  const latest = programme.backTime?.latestStarts;
  return (
    <ol ref={roving.list} className="console-list" aria-label={words().heading} {...roving.listProps}>
      {programme.rows.map((reading) => (
        <AgendaRow
          key={reading.item.itemId}
          reading={reading}
          latestStart={latest?.get(reading.item.itemId) ?? null}
          acts={acts}
          row={roving.rowProps(reading.item.itemId)}
          current={reading.item.itemId === roving.current}
        />
      ))}
    </ol>
  );
}

/** Whoever is at work in the list is not carried away from there. */
function showRow(id: string | null): void {
  const list = document.querySelector('.console-agenda .console-list');
  if (id === null || list === null || list.contains(document.activeElement)) return;
  list.querySelector(`[data-row="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' });
}

function AddItemButton() {
  const open = useOpenDialog();
  return (
    <OpeningButton
      label={words().add}
      command={BLANK.agendaItem}
      onOpen={() => open({ kind: 'agendaItem', item: null })}
    />
  );
}

interface ForKeys {
  readonly agenda: Agenda;
  readonly acts: AgendaActs;
  readonly open: OpenDialog;
}

function onItemKey(given: ForKeys, item: AgendaItem | undefined, event: KeyboardEvent): void {
  const act = item === undefined ? null : (moveOfKey(given, item, event) ?? actOfKey(given, item, event));
  if (act === null) return;
  event.preventDefault();
  act();
}

function moveOfKey({ agenda, acts }: ForKeys, item: AgendaItem, { altKey, key }: KeyboardEvent): Act | null {
  if (!altKey || (key !== 'ArrowUp' && key !== 'ArrowDown')) return null;
  return () => acts.move(agenda, item, key === 'ArrowUp' ? 'up' : 'down');
}

type Act = () => void;

/** A key pressed in a button of the row belongs to the button. */
function actOfKey({ agenda, acts, open }: ForKeys, item: AgendaItem, event: KeyboardEvent): Act | null {
  const { altKey, ctrlKey, metaKey, key } = event;
  if (event.target !== event.currentTarget || altKey || ctrlKey || metaKey) return null;
  const keys: Readonly<Record<string, Act>> = {
    Enter: () => acts.advance(agenda, item),
    Delete: () => acts.skip(item),
    ' ': () => acts.pause(item),
    '+': () => acts.addTime(item, MINUTE_MS),
    '-': () => acts.addTime(item, -MINUTE_MS),
    e: () => open({ kind: 'agendaItem', item }),
    k: () => open({ kind: 'agenda', opened: { dialog: 'cues', itemId: item.itemId } }),
  };
  return keys[key] ?? null;
}
