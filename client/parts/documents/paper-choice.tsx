import { valuesOf } from '../../../shared/base/persistent-map.ts';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { DocumentFile } from '../../../shared/domain/documents/document.ts';
import { hasFloor, isWaiting, type Speech } from '../../../shared/domain/floor/floor.ts';
import { type SpeechId, speechIdSchema } from '../../../shared/domain/ids.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { text } from '../../text/text.ts';
import { useIssue } from '../command-button.tsx';
import { ChoiceField } from '../field.tsx';

const words = () => text.documents.hall;

interface PaperChoiceProps {
  readonly file: DocumentFile;
  readonly speechId: SpeechId | null;
}

/** To which entry of the speaking list the document belongs. A hall's paper goes to the hall's own. */
export function PaperChoice({ file: { documentId, bridgeId }, speechId }: PaperChoiceProps) {
  const issue = useIssue();
  const off = useCommandsOff();
  const entries = useConference((state) => entriesFor(state, bridgeId, speechId));
  if (entries.length === 0) return <p className="documents-hint">{words().noEntry}</p>;
  return (
    <ChoiceField
      label={words().paper}
      value={speechId ?? ''}
      disabled={off !== null}
      hint={off ?? undefined}
      onChange={({ target }) => {
        const chosen = speechIdSchema.safeParse(target.value).data ?? null;
        void issue({ type: 'attachPaper', documentId, speechId: chosen });
      }}
      choices={[{ value: '', label: words().noPaper }, ...entries]}
    />
  );
}

function entriesFor({ floor, bridges }: ConferenceState, own: Speech['bridgeId'] | null, attached: SpeechId | null) {
  const isOpen = (speech: Speech): boolean => isWaiting(speech) || hasFloor(speech) || speech.speechId === attached;
  return [...valuesOf(floor.speeches)]
    .filter((speech) => isOpen(speech) && (own === null || speech.bridgeId === own))
    .map(({ speechId, bridgeId, subject }) => ({
      value: speechId,
      label: `${bridgeOf(bridges, bridgeId)?.shortName ?? ''} · ${subject}`,
    }));
}
