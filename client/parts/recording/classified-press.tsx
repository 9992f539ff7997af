import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { HoldButton } from '../hold-button.tsx';
import { useMay } from './use-may.ts';
import './recording.css';

const words = () => text.recording.classified;

/** Into a classified session and out of it. Held, because it takes every picture and every word from every hall. */
export function ClassifiedPress() {
  const classified = useConference(({ conference }) => conference.classifiedSince !== null);
  const may = useMay({ type: classified ? 'endClassified' : 'beginClassified' });
  if (!may) return null;
  return (
    <section className="recording-block" aria-label={words().title}>
      <h3>{words().title}</h3>
      <p className="recording-said">{classified ? words().sentence : words().explained}</p>
      <HoldButton
        key={String(classified)}
        label={classified ? words().end : words().begin}
        how={classified ? words().endHow : words().beginHow}
        make={() => ({ type: classified ? 'endClassified' : 'beginClassified' })}
      />
    </section>
  );
}
