import { type AgendaItem, isTimed } from '../../../shared/domain/agenda/agenda.ts';
import type { Command } from '../../../shared/domain/command.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { IconButton } from './icon-button.tsx';
import { anchorFor } from './move-one.ts';
import { useOpenDialog } from './open-dialog.ts';
import { type AgendaActs, advanceCommand, pauseCommand } from './use-agenda-acts.ts';
import { type Rights, useRights } from './use-rights.ts';

const words = () => text.console.agenda;
const panel = () => text.agenda.panel;
const MINUTE_MS = 60_000;

interface AgendaRowButtonsProps {
  readonly item: AgendaItem;
  readonly acts: AgendaActs;
}

interface WithRights extends AgendaRowButtonsProps {
  readonly rights: Rights;
}

/** Stand in the current row alone. */
export function AgendaRowButtons({ item, acts }: AgendaRowButtonsProps) {
  const rights = useRights();
  const { status } = item.progress;
  return (
    <span className="console-row-buttons" data-current>
      <AdvanceButton item={item} rights={rights} />
      {status === 'live' ? <PauseButton item={item} rights={rights} /> : null}
      {isTimed(item) && (status === 'live' || status === 'waiting') ? (
        <TimeButtons item={item} acts={acts} rights={rights} />
      ) : null}
      <OrderButtons item={item} acts={acts} rights={rights} />
      {isTimed(item) && status === 'waiting' ? <SkipButton item={item} acts={acts} rights={rights} /> : null}
      <CuesButton item={item} rights={rights} />
      <EditButton item={item} rights={rights} />
    </span>
  );
}

function AdvanceButton({ item, rights }: Pick<WithRights, 'item' | 'rights'>) {
  const agenda = useConference((state) => state.agenda);
  const advance = advanceCommand(agenda, item);
  if (advance === null || !rights.may(advance)) return null;
  const { status } = item.progress;
  const label = status === 'skipped' ? panel().take : words().advance[status];
  return (
    <CommandButton
      make={() => advance}
      label={label}
      name={words().advanceName(label, item.plan.title)}
      disabledReason={confirmable(rights, advance)}
      className="console-tight"
    />
  );
}

/** What only wants a confirmation can be pressed: the press asks. */
function confirmable(rights: Rights, command: Command): string | null {
  return 'accepting' in command
    ? rights.reason({ ...command, accepting: ['speeches-lapse', 'deadline-passed'] })
    : rights.reason(command);
}

function PauseButton({ item, rights }: Pick<WithRights, 'item' | 'rights'>) {
  const command = pauseCommand(item);
  if (command === null || !rights.may(command)) return null;
  const stops = command.type === 'pauseAgendaItem';
  const { title } = item.plan;
  return (
    <CommandButton
      make={() => command}
      label={stops ? panel().pause : panel().continue}
      name={stops ? panel().pauseName(title) : panel().continueName(title)}
      disabledReason={rights.reason(command)}
      className="console-tight"
    />
  );
}

/** Minutes given or taken, as most needed in a hall. */
const STEPS = [-1, 1, 5] as const;

function TimeButtons({ item, acts, rights }: WithRights) {
  const { itemId } = item;
  const trial: Command = { type: 'addAgendaItemTime', itemId, byMs: MINUTE_MS };
  if (!rights.may(trial)) return null;
  return STEPS.map((step) => {
    const sign = step < 0 ? `−${-step}` : `+${step}`;
    return (
      <IconButton
        key={step}
        sign={`${sign}′`}
        name={panel().addTime(sign)}
        reason={rights.reason(trial)}
        inTabOrder
        onPress={() => acts.addTime(item, step * MINUTE_MS)}
      />
    );
  });
}

function OrderButtons({ item, acts, rights }: WithRights) {
  const agenda = useConference((state) => state.agenda);
  const ids = agenda.items.map(({ itemId }) => itemId);
  const stuck = (way: 'up' | 'down') => anchorFor(ids, item.itemId, way) === undefined;
  if (!rights.may({ type: 'moveAgendaItem', itemId: item.itemId, beforeItemId: null })) return null;
  return (
    <>
      <IconButton
        sign="↑"
        name={words().up}
        reason={stuck('up') ? words().firstAlready : null}
        inTabOrder
        onPress={() => acts.move(agenda, item, 'up')}
      />
      <IconButton
        sign="↓"
        name={words().down}
        reason={stuck('down') ? words().lastAlready : null}
        inTabOrder
        onPress={() => acts.move(agenda, item, 'down')}
      />
    </>
  );
}

function SkipButton({ item, acts, rights }: WithRights) {
  const reason = rights.reason({ type: 'skipAgendaItem', itemId: item.itemId, accepting: [] });
  return <IconButton sign="⤼" name={words().skip} reason={reason} inTabOrder onPress={() => acts.skip(item)} />;
}

function CuesButton({ item, rights }: Pick<WithRights, 'item' | 'rights'>) {
  const open = useOpenDialog();
  const { itemId } = item;
  const script: Command = { type: 'scriptCues', itemId, cues: [] };
  if (!rights.may(script)) return null;
  return (
    <IconButton
      sign="≡"
      name={`${panel().cues} (K)`}
      reason={rights.reason(script)}
      inTabOrder
      onPress={() => open({ kind: 'agenda', opened: { dialog: 'cues', itemId } })}
    />
  );
}

function EditButton({ item, rights }: Pick<WithRights, 'item' | 'rights'>) {
  const open = useOpenDialog();
  const { itemId, plan } = item;
  const correction: Command = { type: 'correctAgendaItem', itemId, plan, presenter: null };
  if (!rights.may(correction)) return null;
  return (
    <IconButton
      sign="✎"
      name={`${words().edit} (E)`}
      // A plan that the rules refuse as it stands is the one that most wants to be corrected.
      reason={rights.fits(correction) ? null : rights.reason(correction)}
      inTabOrder
      onPress={() => open({ kind: 'agendaItem', item })}
    />
  );
}
