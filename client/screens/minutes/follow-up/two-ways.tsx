import { type ReactNode, useState } from 'react';
import { text } from '../../../text/text.ts';
import { SideHead } from './two-panes.tsx';

interface Way {
  readonly word: string;
  readonly form: ReactNode;
}

/** Something new can be written in two ways; the first is there at once. */
export function TwoWays({ ways }: { readonly ways: readonly [Way, Way] }) {
  const [chosen, choose] = useState<0 | 1>(0);
  return (
    <>
      <SideHead title={text.followUp.add} />
      <div className="follow-up-switch">
        {([0, 1] as const).map((one) => (
          <button key={one} type="button" className="button" aria-pressed={chosen === one} onClick={() => choose(one)}>
            {ways[one].word}
          </button>
        ))}
      </div>
      {ways[chosen].form}
    </>
  );
}
