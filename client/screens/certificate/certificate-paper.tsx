import type { Certificate } from '../../../shared/domain/attendance/certificate.ts';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { readinessFigures } from '../../../shared/views/attendance-lines.ts';
import { readinessSentence } from '../../parts/attendance-sentences.ts';
import { formatCount, formatDate, formatTime } from '../../parts/clock-text.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { ConferenceProvider, useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { CertificateTables } from './certificate-tables.tsx';
import './certificate.css';

const words = () => text.rollCall.paper;

/** A frozen certificate of readiness on A4; `?n=` is its position in the journal, without it the last one. */
export function CertificatePaper({ conference }: { readonly conference: ConferenceId }) {
  return (
    <ConferenceProvider conference={conference}>
      <main className="certificate">
        <p className="certificate-tools">
          <a href={`/c/${encodeURIComponent(conference)}/console`}>{words().back}</a>
          <button type="button" className="button" data-tone="primary" onClick={() => window.print()}>
            {words().act}
          </button>
          <LanguageSwitch />
        </p>
        <Sheet asked={new URLSearchParams(location.search).get('n')} />
      </main>
    </ConferenceProvider>
  );
}

function Sheet({ asked }: { readonly asked: string | null }) {
  const certificate = useConference(({ attendance: { certificates } }) =>
    asked === null ? certificates.at(-1) : certificates.find(({ position }) => String(position) === asked),
  );
  if (certificate === undefined) return <p className="certificate-unknown">{words().unknown}</p>;
  return <Frozen certificate={certificate} />;
}

function Frozen({ certificate }: { readonly certificate: Certificate }) {
  const { organiser, title, date } = useConference(({ conference }) => conference);
  const { at, position } = certificate;
  return (
    <article className="certificate-sheet">
      <header>
        <p className="certificate-organiser">{organiser}</p>
        <h1>
          {words().title}
          <span>{title}</span>
        </h1>
        <p>{formatDate(date)}</p>
      </header>
      <p>{words().stands(formatTime(at), formatDate(at))}</p>
      <p className="certificate-sentence">{readinessSentence(text.rollCall.lines, readinessFigures(certificate))}</p>
      <People certificate={certificate} />
      <CertificateTables certificate={certificate} />
      <Signatures />
      <footer>{words().footer(formatCount(position), formatTime(at), formatDate(at))}</footer>
    </article>
  );
}

/** Only what was reported, and how many nobody has spoken of. */
function People({ certificate: { expected, present, absent } }: { readonly certificate: Certificate }) {
  const unspoken = expected - present - absent;
  const line = words().peopleLine(expected, present, absent);
  return <p>{unspoken > 0 ? `${line}, ${words().peopleUnspoken(unspoken)}.` : `${line}.`}</p>;
}

function Signatures() {
  return (
    <div className="certificate-signatures">
      {[words().maker, words().chair].map((who) => (
        <div key={who}>
          <p>{who}</p>
          <p>{words().signHere}</p>
        </div>
      ))}
    </div>
  );
}
