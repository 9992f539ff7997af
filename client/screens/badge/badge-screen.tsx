import { useEffect, useState } from 'react';
import type { BadgePage } from '../../../shared/protocol/attendance.ts';
import { groupedBadge, handbookLink, phoneText } from '../../parts/badge-text.ts';
import { formatDate } from '../../parts/clock-text.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { personLines } from '../../parts/person-words.ts';
import { QrPicture } from '../../parts/qr-picture.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useWakeLock } from '../../parts/use-wake-lock.ts';
import type { Fetched } from '../../sync/http.ts';
import { text } from '../../text/text.ts';
import { type BadgeAddress, badgeAddressOf } from './badge-address.ts';
import { useBadgePage } from './use-badge-page.ts';
import './badge.css';

const words = () => text.kiosk.badge;

/** A delegate's own page on a phone: the code for the door, and where to sit. Whoever holds the link is the delegate. */
export function BadgeScreen() {
  const address = useAddress();
  const { answer, page } = useBadgePage(address);
  if (address === null) return <NoBadge sentence={words().noBadge} />;
  if (answer?.kind === 'refused' && (answer.status === 404 || answer.status === 400)) {
    return <NoBadge sentence={words().unknown} />;
  }
  return <Badge address={address} page={page} answer={answer} />;
}

/** Another delegate's link in the same tab is another page. */
function useAddress(): BadgeAddress | null {
  const [address, setAddress] = useState(() => badgeAddressOf(location.hash));
  useEffect(() => {
    const onHash = () => setAddress(badgeAddressOf(location.hash));
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  return address;
}

function NoBadge({ sentence }: { readonly sentence: string }) {
  return (
    <main className="opening">
      <h1>{words().unknownTitle}</h1>
      <p role="alert">{sentence}</p>
      <LanguageSwitch />
    </main>
  );
}

interface BadgeProps {
  readonly address: BadgeAddress;
  readonly page: BadgePage | null;
  readonly answer: Fetched<BadgePage> | null;
}

/** The code needs no server: it stands there at once, also where the hall has no network. */
function Badge({ address: { conference, badge }, page, answer }: BadgeProps) {
  useWakeLock();
  return (
    <main className="badge">
      <header className="badge-head">
        <p className="badge-kind">{words().title}</p>
        {page === null ? null : (
          <p className="badge-conference">
            {page.conference.title}
            <span>{formatDate(page.conference.date)}</span>
          </p>
        )}
      </header>
      <QrPicture className="badge-qr" text={phoneText(badge)} label={words().qr} />
      <p className="badge-code" aria-label={words().code}>
        {groupedBadge(badge)}
      </p>
      {page === null ? <Standing answer={answer} /> : <Facts page={page} />}
      {page !== null && answer?.kind === 'offline' ? <p className="badge-hint">{words().offline}</p> : null}
      <p className="badge-hint">{words().how}</p>
      <a className="button" href={handbookLink('', conference, badge)}>
        {words().handbook}
      </a>
      <LanguageSwitch />
    </main>
  );
}

function Standing({ answer }: Pick<BadgeProps, 'answer'>) {
  const sentence =
    answer === null
      ? words().loading
      : answer.kind === 'refused' && answer.status === 429
        ? words().tooMany
        : words().offline;
  return (
    <p className="badge-hint" role="status" aria-busy={answer === null}>
      {sentence}
    </p>
  );
}

function Facts({ page }: { readonly page: BadgePage }) {
  const { head, rest } = personLines(page);
  const { homeUnit, delegation, bridge, seat, present } = page;
  return (
    <>
      <div className="badge-who">
        <h1>{head === '' ? words().delegate : head}</h1>
        {rest === '' ? null : <p>{rest}</p>}
        <p role="status">
          <StateMark tone={present ? 'done' : 'off'} word={present ? words().present : words().notPresent} />
        </p>
      </div>
      <dl className="badge-facts">
        {seat === null ? null : <Fact label={words().seat} value={seat} large />}
        <Fact label={words().bridge} value={bridge.name} />
        {bridge.room === null ? null : <Fact label={words().room} value={bridge.room} />}
        <Fact label={words().unit} value={homeUnit} />
        {delegation === homeUnit ? null : <Fact label={words().delegation} value={delegation} />}
      </dl>
    </>
  );
}

interface FactProps {
  readonly label: string;
  readonly value: string;
  readonly large?: boolean;
}

const Fact = ({ label, value, large = false }: FactProps) => (
  <div data-large={large}>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);
