import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { announcement, bridgeInSentence } from '../../../shared/views/announcement.ts';
import { calledInRoll } from '../../../shared/views/roll-call-order.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { rollCallText } from '../../text/vi/roll-call.ts';
import { ballotSentence } from './ballot-sentence.ts';

const words = () => text.announcer;

/** The sentence of the moment, in Vietnamese: it is for the hall, not for the reader of the screen. */
export function ToSay() {
  const moment = useConference((state) => announcement(state).moment);
  const sentence = useConference((state) => announcement(state).sentence);
  const called = useConference(rollSentence);
  const now = useServerNow(1_000);
  const voted = useConference((state) => ballotSentence(state, now));
  if (called !== null) return <Saying moment="now" label={text.rollCall.announcer.labelCalled} sentence={called} />;
  if (voted !== null) return <Saying moment="now" label={text.ballots.result.title} sentence={voted} />;
  if (sentence === '') return <p className="announcer-say announcer-empty">{words().sayNothing}</p>;
  return <Saying moment={moment} label={moment === 'now' ? words().sayNow : words().sayAfter} sentence={sentence} />;
}

function rollSentence(state: ConferenceState): string | null {
  const called = calledInRoll(state);
  if (called === null) return null;
  return rollCallText.lines.called(bridgeInSentence(bridgeOf(state.bridges, called.bridgeId)?.name ?? ''));
}

interface SayingProps {
  readonly moment: 'now' | 'after';
  readonly label: string;
  readonly sentence: string;
}

function Saying({ moment, label, sentence }: SayingProps) {
  return (
    <section className="announcer-say" data-moment={moment}>
      <p className="announcer-label">{label}</p>
      <p className="announcer-sentence" lang="vi">
        {sentence}
      </p>
    </section>
  );
}
