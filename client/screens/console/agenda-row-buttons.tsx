import type { AgendaItem } from '../../../shared/domain/agenda/agenda.ts';
import type { Command } from '../../../shared/domain/command.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { IconButton } from './icon-button.tsx';
import { anchorFor } from './move-one.ts';
import { useOpenDialog } from './open-dialog.ts';
import { type AgendaActs, advanceCommand } from './use-agenda-acts.ts';
import { type Rights, useRights } from './use-rights.ts';

const words = text.console.agenda;

interface AgendaRowButtonsProps {
  readonly item: AgendaItem;
  readonly acts: AgendaActs;
}

/** Stand in the current row alone. */
export function AgendaRowButtons({ item, acts }: AgendaRowButtonsProps) {
  const agenda = useConference((state) => state.agenda);
  const rights = useRights();
  const advance = advanceCommand(agenda, item);
  return (
    <span className="console-row-buttons" data-current>
      {advance === null ? null : (
        <CommandButton
          make={() => advance}
          label={words.advance[item.progress.status]}
          name={words.advanceName(words.advance[item.progress.status], item.title)}
          disabledReason={rights.reason(advance)}
          className="console-tight"
        />
      )}
      <OrderButtons item={item} acts={acts} />
      {item.progress.status === 'waiting' ? <SkipButton item={item} acts={acts} rights={rights} /> : null}
      <EditButton item={item} rights={rights} />
    </span>
  );
}

function OrderButtons({ item, acts }: AgendaRowButtonsProps) {
  const agenda = useConference((state) => state.agenda);
  const ids = agenda.items.map(({ itemId }) => itemId);
  const stuck = (way: 'up' | 'down') => anchorFor(ids, item.itemId, way) === undefined;
  return (
    <>
      <IconButton
        sign="↑"
        name={words.up}
        reason={stuck('up') ? words.firstAlready : null}
        inTabOrder
        onPress={() => acts.move(agenda, item, 'up')}
      />
      <IconButton
        sign="↓"
        name={words.down}
        reason={stuck('down') ? words.lastAlready : null}
        inTabOrder
        onPress={() => acts.move(agenda, item, 'down')}
      />
    </>
  );
}

function SkipButton({ item, acts, rights }: AgendaRowButtonsProps & { readonly rights: Rights }) {
  const reason = rights.reason({ type: 'skipAgendaItem', itemId: item.itemId });
  return <IconButton sign="⤼" name={words.skip} reason={reason} inTabOrder onPress={() => acts.skip(item)} />;
}

function EditButton({ item, rights }: { readonly item: AgendaItem; readonly rights: Rights }) {
  const open = useOpenDialog();
  const { itemId, kind, title, plannedStart, durationMs } = item;
  const correction: Command = {
    type: 'correctAgendaItem',
    itemId,
    plan: { kind, title, plannedStart, durationMs },
    presenter: null,
  };
  if (!rights.may(correction)) return null;
  return (
    <IconButton
      sign="✎"
      name={words.edit}
      reason={rights.reason(correction)}
      inTabOrder
      onPress={() => open({ kind: 'agendaItem', item })}
    />
  );
}
