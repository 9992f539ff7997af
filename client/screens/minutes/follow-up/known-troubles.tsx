import type { CommandOf } from '../../../../shared/domain/command.ts';
import { type KnownTrouble, knownTroubles, suggestedOwner } from '../../../../shared/views/incident-log.ts';
import { steady } from '../../../media/program-shots.ts';
import { formatDuration, formatTime } from '../../../parts/clock-text.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { useSync } from '../../../sync/conference-context.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { useServerNow } from '../../../sync/server-clock.ts';
import { text } from '../../../text/text.ts';

const words = () => text.followUp.incidents;
const SHOWN = 6;

export const troubleWords = ({ what }: Pick<KnownTrouble, 'what'>): string =>
  what === 'lost' ? words().lost : text.lines.faults[what];

interface KnownTroublesProps {
  /** For what is over: when it was is for a person to say. */
  readonly onWrite: (trouble: KnownTrouble) => void;
}

const listed = steady((state) => knownTroubles(state).slice(0, SHOWN));

/** What the lines say of themselves and nobody has noted: one press opens an incident of it. */
export function KnownTroubles({ onWrite }: KnownTroublesProps) {
  const troubles = useConference(listed);
  if (troubles.length === 0) return null;
  return (
    <section className="follow-up-block" aria-label={words().known}>
      <h3>{words().known}</h3>
      {troubles.map((trouble) => (
        <Trouble key={`${trouble.bridgeId} ${trouble.what}`} trouble={trouble} onWrite={() => onWrite(trouble)} />
      ))}
    </section>
  );
}

interface TroubleProps {
  readonly trouble: KnownTrouble;
  readonly onWrite: () => void;
}

function Trouble({ trouble, onWrite }: TroubleProps) {
  const { bridge, since, times } = trouble;
  const now = useServerNow();
  const { main } = useSync();
  const what = troubleWords(trouble);
  return (
    <div className="follow-up-offer">
      <span>
        <strong>{bridge}</strong> · {what}{' '}
        <small>
          {since === null ? words().times(times) : words().lasting(formatTime(since), formatDuration(now - since))}
        </small>
      </span>
      {since === null ? (
        <button type="button" className="button" aria-label={words().writeName(what, bridge)} onClick={onWrite}>
          {words().write}
        </button>
      ) : (
        <CommandButton
          make={() => opening(trouble, suggestedOwner(main.get(), trouble.bridgeId))}
          label={words().open}
          name={words().openName(what, bridge)}
        />
      )}
    </div>
  );
}

function opening(trouble: KnownTrouble, owner: string | null): CommandOf<'openIncident'> {
  const { bridgeId, matter, since } = trouble;
  return {
    type: 'openIncident',
    incident: { bridgeId, matter, since, owner, text: troubleWords(trouble), effect: null },
  };
}
