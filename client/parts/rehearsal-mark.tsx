import { useEffect, useState } from 'react';
import { follows, isOpened, type RehearsalSight, rehearsalSight } from '../../shared/views/rehearsal.ts';
import { useConference } from '../sync/conference-provider.tsx';
import { text } from '../text/text.ts';
import { ClockNotice } from './clock-notice.tsx';
import { pathIn, screenIn } from './conference-path.ts';
import { DefectDialog, useMayReport } from './defect-dialog.tsx';
import { Shape } from './shape.tsx';
import { TakeoverNotice } from './takeover-notice.tsx';
import { useOtherConference } from './use-other-conference.ts';
import './bands.css';
import './rehearsal-mark.css';

const words = () => text.rehearsal;

/** Screens without anybody at them: they say what they show, and go over and back by themselves. */
const UNATTENDED = ['wall', 'clock', 'board', 'recorder'];
/** Where somebody sits who sees what is wrong. */
const REPORTING = ['console', 'bridge', 'chair', 'announcer'];
const FOLLOW_MS = 3_000;
const ASK_MS = 10_000;

/** At the top of every screen of a conference: nobody may take a rehearsal for the conference, nor the other way round. */
export function RehearsalMark({ unattended }: { readonly unattended: boolean }) {
  const screen = screenIn(location.pathname);
  const sight = useConference(rehearsalSight);
  if (screen === 'console' && sight.kind === 'none') return <ConsoleNotices />;
  return (
    <>
      {screen === 'console' ? <ConsoleNotices /> : null}
      {unattended || UNATTENDED.includes(screen) ? (
        <Unattended sight={sight} />
      ) : sight.kind === 'rehearsal' ? (
        <RehearsalBand sight={sight} reports={REPORTING.includes(screen)} />
      ) : sight.kind === 'offered' ? (
        <Offer sight={sight} />
      ) : null}
    </>
  );
}

const ConsoleNotices = () => (
  <>
    <TakeoverNotice />
    <ClockNotice />
  </>
);

const otherOf = (sight: RehearsalSight) =>
  sight.kind === 'offered' ? sight.rehearsal : sight.kind === 'rehearsal' ? sight.of : null;

function Unattended({ sight }: { readonly sight: RehearsalSight }) {
  const other = otherOf(sight);
  const summary = useOtherConference(other, FOLLOW_MS);
  const leaves = summary !== null && follows(sight, summary.phase);
  useEffect(() => {
    if (leaves && other !== null) location.replace(`${pathIn(other, location.pathname)}${location.search}`);
  }, [leaves, other]);
  if (sight.kind !== 'rehearsal') return null;
  return (
    <div className="rehearsal-band" data-kind="rehearsal" role="note" aria-label={words().mark.label}>
      <p className="rehearsal-word">
        <Shape name="look" /> {words().mark.word}
      </p>
    </div>
  );
}

interface BandProps {
  readonly sight: Extract<RehearsalSight, { kind: 'rehearsal' }>;
  readonly reports: boolean;
}

function RehearsalBand({ sight, reports }: BandProps) {
  const [reporting, setReporting] = useState(false);
  const mayReport = useMayReport() && reports;
  const opened = useOtherConference(sight.of, ASK_MS);
  const mustLeave = opened !== null && isOpened(opened.phase);
  const { word, label, sentence, over, opened: hasOpened, back } = words().mark;
  const leaves = mustLeave || sight.over;
  return (
    <>
      <section
        className="rehearsal-band"
        data-kind="rehearsal"
        data-word={word}
        data-leaves={leaves}
        aria-label={label}
      >
        <p className="rehearsal-word">
          <Shape name="look" /> {word}
        </p>
        <p className="rehearsal-sentence" role="status">
          {mustLeave ? hasOpened : sight.over ? over : sentence}
        </p>
        {mayReport ? (
          <button type="button" className="button" data-tone="plain" onClick={() => setReporting(true)}>
            {words().defect.report}
          </button>
        ) : null}
        <a className="button" data-tone={leaves ? 'primary' : 'plain'} href={pathIn(sight.of, location.pathname)}>
          {back}
        </a>
      </section>
      {reporting ? <DefectDialog onClose={() => setReporting(false)} /> : null}
    </>
  );
}

function Offer({ sight }: { readonly sight: Extract<RehearsalSight, { kind: 'offered' }> }) {
  const { label, sentence, enter } = words().offer;
  return (
    <section className="rehearsal-band" data-kind="offer" aria-label={label}>
      <p className="rehearsal-sentence">
        <Shape name="look" /> {sentence}
      </p>
      <a className="button" data-tone="plain" href={pathIn(sight.rehearsal, location.pathname)}>
        {enter}
      </a>
    </section>
  );
}
