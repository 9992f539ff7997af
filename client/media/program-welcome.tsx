import type { ReactNode } from 'react';
import { type WelcomePage, welcomePageAt } from '../../shared/views/welcome.ts';
import { formatTime } from '../parts/clock-text.ts';
import { useConference } from '../sync/conference-provider.tsx';
import { useServerNow } from '../sync/server-clock.ts';
import { text } from '../text/text.ts';
import { steady } from './program-shots.ts';

const words = () => text.program.welcome;

/** While the halls fill: the title, the programme and the halls that take part, in step on every screen. */
export function ProgramWelcome({ hold }: { readonly hold: ReactNode }) {
  const now = useServerNow(1_000);
  const page = useConference(steady((state) => welcomePageAt(state, now)));
  if (page.kind === 'title') return hold;
  return (
    <div className="program-card" data-page={page.kind}>
      {page.kind === 'programme' ? <Programme page={page} /> : <Halls page={page} />}
    </div>
  );
}

function Programme({ page }: { readonly page: Extract<WelcomePage, { kind: 'programme' }> }) {
  return (
    <>
      <h2 className="program-card-head">{words().programme}</h2>
      <ol className="program-card-items">
        {page.items.map(({ at, title }) => (
          <li key={`${at} ${title}`}>
            <time>{formatTime(at)}</time>
            <span>{title}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function Halls({ page }: { readonly page: Extract<WelcomePage, { kind: 'halls' }> }) {
  return (
    <>
      <h2 className="program-card-head">{words().halls(page.of)}</h2>
      <ul className="program-card-halls">
        {page.names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  );
}
