import type { Command } from '../../../../shared/domain/command.ts';
import { useSync } from '../../../sync/conference-context.ts';
import { text } from '../../../text/text.ts';
import { BLANK } from '../blank-commands.ts';
import { useOpenDialog } from '../open-dialog.ts';
import { useRights } from '../use-rights.ts';
import type { OpenedAgenda } from './opened-agenda.ts';

const words = () => text.agenda.panel;

interface Tool {
  readonly dialog: Exclude<OpenedAgenda['dialog'], 'cues'>;
  /** What the dialog would send; null: it only shows. */
  readonly command: Command | null;
}

const TOOLS: readonly Tool[] = [
  { dialog: 'paste', command: BLANK.agendaItem },
  { dialog: 'templates', command: BLANK.agendaItem },
  { dialog: 'day', command: { type: 'revokeDelay' } },
  { dialog: 'picture', command: null },
];

/** What can be done with the programme as a whole. */
export function AgendaTools() {
  const open = useOpenDialog();
  const { may } = useRights();
  const { conference } = useSync();
  return (
    <div className="console-agenda-tools" role="group" aria-label={words().tools}>
      {TOOLS.filter(({ command }) => command === null || may(command)).map(({ dialog }) => (
        <button
          key={dialog}
          type="button"
          className="button"
          data-tone="quiet"
          title={explained(dialog)}
          onClick={() => open({ kind: 'agenda', opened: { dialog } })}
        >
          {words()[dialog]}
        </button>
      ))}
      <a
        className="button"
        data-tone="quiet"
        href={`/c/${encodeURIComponent(conference)}/agenda`}
        target="_blank"
        rel="noopener"
        title={words().printExplained}
      >
        {words().print}
      </a>
    </div>
  );
}

function explained(dialog: Tool['dialog']): string {
  switch (dialog) {
    case 'paste':
      return words().pasteExplained;
    case 'templates':
      return text.agenda.templates.title;
    case 'day':
      return words().dayExplained;
    case 'picture':
      return words().pictureExplained;
  }
}
