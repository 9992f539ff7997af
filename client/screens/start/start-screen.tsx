import type { Session } from '../../../shared/protocol/http.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { type Fetched, getSession, signOut } from '../../sync/http.ts';
import { text } from '../../text/text.ts';
import { ConferenceList } from './conference-list.tsx';
import { DeputyEntry } from './deputy-entry.tsx';
import { MediaLine } from './media-line.tsx';
import { NoSeat } from './no-seat.tsx';
import { usePolled } from './use-polled.ts';
import './start.css';

const SESSION_MS = 30_000;

/** The first page: the conferences that the seat may see, or how to come by a seat. */
export function StartScreen() {
  const { value: session, again } = usePolled(getSession, SESSION_MS);
  return (
    <div className="start">
      <header className="start-head">
        <p className="start-name">{text.common.product}</p>
        <p className="start-tagline">{text.start.tagline}</p>
        {session?.kind === 'ok' ? <SignedIn session={session.value} onSignedOut={again} /> : null}
        <LanguageSwitch className="start-language" />
      </header>
      <main className="start-body">
        <StartBody session={session} />
        <section className="start-deputy">
          <DeputyEntry />
        </section>
      </main>
      <footer className="start-foot">
        <MediaLine />
        {location.protocol === 'https:' ? <a href="/trust">{text.start.trustLink}</a> : null}
      </footer>
    </div>
  );
}

function StartBody({ session }: { readonly session: Fetched<Session> | null }) {
  if (session === null) return <p aria-busy="true">{text.start.loading}</p>;
  if (session.kind === 'ok') return <ConferenceList session={session.value} />;
  return session.kind === 'offline' ? <p role="alert">{text.start.unreachable}</p> : <NoSeat />;
}

function SignedIn({ session, onSignedOut }: { readonly session: Session; readonly onSignedOut: () => void }) {
  const leave = async () => {
    await signOut();
    onSignedOut();
  };
  return (
    <p className="start-seat">
      <span>{text.start.signedInAs(text.common.seats[session.seat], session.label)}</span>
      <button type="button" className="button" data-tone="quiet" onClick={() => void leave()}>
        {text.start.signOut}
      </button>
    </p>
  );
}
