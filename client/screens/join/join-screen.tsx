import { useEffect, useRef, useState } from 'react';
import type { Session } from '../../../shared/protocol/http.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { screenHere } from '../../parts/screen-here.ts';
import { type Fetched, signIn } from '../../sync/http.ts';
import { text } from '../../text/text.ts';
import { DeputyEntry } from '../start/deputy-entry.tsx';
import './join.css';

const words = () => text.start.join;

/** The secret leaves the address before anything else happens: neither history nor a copied link keeps it. */
function takeToken(): string {
  const token = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  return token;
}

type Problem = Exclude<Fetched<Session>, { kind: 'ok' }>;

const NO_TOKEN: Problem = { kind: 'refused', status: 400, code: 'malformed', params: {} };

function sentenceOf(fetched: Problem): string {
  if (fetched.kind === 'offline') return words().offline;
  // A token that has not the shape of one is a link that was not copied whole.
  return fetched.code === 'malformed' ? words().noToken : text.refusals.sentence(fetched.code, fetched.params);
}

/** Exchanges a link for a sign-in and goes to the seat's screen. */
export function JoinScreen() {
  const token = useRef<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const join = async () => {
    token.current ??= takeToken();
    if (token.current === '') return setProblem(NO_TOKEN);
    setProblem(null);
    const fetched = await signIn(token.current);
    // A whole new page, not a step of history: the screen's own rights to camera and microphone come with its address.
    if (fetched.kind === 'ok') location.replace(screenHere(fetched.value.screen));
    else setProblem(fetched);
  };
  useEffect(() => {
    void join();
    const onOtherLink = () => {
      token.current = null;
      void join();
    };
    window.addEventListener('hashchange', onOtherLink);
    return () => window.removeEventListener('hashchange', onOtherLink);
    // Once: the page exists to do this one thing.
  }, []);
  if (problem === null) {
    return (
      <main className="opening" aria-busy="true">
        <h1>{words().working}</h1>
      </main>
    );
  }
  return (
    <main className="opening">
      <h1>{words().failed}</h1>
      <p role="alert">{sentenceOf(problem)}</p>
      <p>{words().next}</p>
      <p className="join-presses">
        <button type="button" className="button" data-tone="primary" onClick={() => void join()}>
          {words().retry}
        </button>
        <a className="button" data-tone="plain" href="/">
          {words().home}
        </a>
        <LanguageSwitch />
      </p>
      <DeputyEntry />
    </main>
  );
}
