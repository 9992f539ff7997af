import { type FormEvent, useState } from 'react';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import type { PersonInput } from '../../../shared/domain/person.ts';
import { useIssue } from '../../parts/command-button.tsx';
import { Field } from '../../parts/field.tsx';
import { positionsOf } from '../../parts/person-words.ts';
import { text } from '../../text/text.ts';
import { SubmitLine } from './submit-line.tsx';

const words = text.bridge.ask;

interface AskFormProps {
  readonly bridge: Bridge;
  readonly onSent: () => void;
}

/** Subject and speaker of an opinion. The hall's chair stands there already: mostly it is the chair who speaks. */
export function AskForm({ bridge, onSent }: AskFormProps) {
  const [subject, setSubject] = useState('');
  const [fullName, setFullName] = useState(() => chairOf(bridge).fullName ?? '');
  const [positions, setPositions] = useState(() => chairOf(bridge).positions.join(', '));
  const [tried, setTried] = useState(false);
  const { pending, send } = useAsk(bridge, onSent);
  const lacksSubject = subject.trim() === '';
  const lacksSpeaker = fullName.trim() === '' && positionsOf(positions).length === 0;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!lacksSubject && !lacksSpeaker) void send(subject, fullName, positions);
  };
  return (
    <form className="bridge-form" onSubmit={onSubmit} noValidate>
      <Field
        label={words.subject}
        value={subject}
        maxLength={300}
        autoFocus
        problem={tried && lacksSubject ? words.missingSubject : null}
        onChange={(event) => setSubject(event.target.value)}
      />
      <Field
        label={words.speaker}
        value={fullName}
        maxLength={120}
        autoComplete="off"
        problem={tried && lacksSpeaker ? words.missingSpeaker : null}
        onChange={(event) => setFullName(event.target.value)}
      />
      <Field
        label={words.positions}
        hint={words.positionsHint}
        value={positions}
        maxLength={400}
        autoComplete="off"
        onChange={(event) => setPositions(event.target.value)}
      />
      <SubmitLine label={words.send} pending={pending} />
    </form>
  );
}

const chairOf = ({ chairs }: Bridge): PersonInput => chairs[0] ?? { fullName: null, positions: [] };

function useAsk({ bridgeId }: Bridge, onSent: () => void) {
  const issue = useIssue();
  const [pending, setPending] = useState(false);
  const send = async (subject: string, fullName: string, positions: string) => {
    if (pending) return;
    setPending(true);
    const name = fullName.normalize().trim();
    const accepted = await issue({
      type: 'requestSpeech',
      bridgeId,
      subject: subject.normalize().trim(),
      speaker: { fullName: name === '' ? null : name, positions: positionsOf(positions).slice(0, 8) },
    });
    setPending(false);
    if (accepted) onSent();
  };
  return { pending, send };
}
