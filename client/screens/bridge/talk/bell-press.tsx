import { useEffect, useState } from 'react';
import { StateMark } from '../../../parts/state-mark.tsx';
import { text } from '../../../text/text.ts';
import type { RingSound } from './ring-sound.ts';

const words = () => text.talkback.phone;

/** A page may not sound before it was pressed: without this press the phone would lie silent when the centre rings. */
export function BellPress({ bell }: { readonly bell: RingSound }) {
  const [isOn, setIsOn] = useState(bell.isUnlocked);
  useEffect(() => {
    if (isOn) return;
    const unlock = () => void bell.unlock().then(setIsOn);
    // Any press on the page will do; the large one is for who presses nothing else.
    window.addEventListener('click', unlock);
    return () => window.removeEventListener('click', unlock);
  }, [bell, isOn]);
  if (isOn) return <StateMark tone="done" word={words().bellOn} className="phone-bell-on" />;
  return (
    <div className="phone-bell">
      <button type="button" className="button" data-tone="primary">
        {words().bell}
      </button>
      <p className="talk-quiet">{words().bellWhy}</p>
    </div>
  );
}
