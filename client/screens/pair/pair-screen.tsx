import { formatTime } from '../../parts/clock-text.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { Shape } from '../../parts/shape.tsx';
import { useWakeLock } from '../../parts/use-wake-lock.ts';
import { text } from '../../text/text.ts';
import { codeGroups } from './code-groups.ts';
import type { PairingState } from './pairing-state.ts';
import { usePairing } from './use-pairing.ts';
import './pair.css';

const words = () => text.talkback.pair;

/** A screen without keyboard or link: it shows eight characters, and somebody at the centre types them. */
export function PairScreen() {
  const state = usePairing();
  useWakeLock();
  return (
    <main className="pair" aria-busy={state.kind === 'asking'}>
      <h1>{words().title}</h1>
      <Pairing state={state} />
      <p className="pair-other">{words().otherWay}</p>
      <p className="pair-presses">
        <a className="button" data-tone="plain" href="/">
          {words().home}
        </a>
        <LanguageSwitch />
      </p>
    </main>
  );
}

function Pairing({ state }: { readonly state: PairingState }) {
  switch (state.kind) {
    case 'asking':
      return state.problem === null ? <p>{words().asking}</p> : <Trouble sentence={words()[state.problem]} />;
    case 'paired':
      return <p role="status">{words().paired}</p>;
    case 'code':
      return <Code {...state} />;
  }
}

function Code({ pairing: { code, expiresAt }, isOffline, isRenewed }: Extract<PairingState, { kind: 'code' }>) {
  return (
    <>
      <p>{words().how}</p>
      <p className="pair-code" role="status">
        <span aria-hidden="true">{codeGroups(code)}</span>
        <span className="unseen">{words().spelled(code.split('').join(' '))}</span>
      </p>
      <p className="pair-until">{words().until(formatTime(expiresAt))}</p>
      {isOffline ? <Trouble sentence={words().offline} /> : isRenewed ? <Trouble sentence={words().renewed} /> : null}
    </>
  );
}

const Trouble = ({ sentence }: { readonly sentence: string }) => (
  <p className="pair-trouble" role="status">
    <Shape name="look" /> {sentence}
  </p>
);
