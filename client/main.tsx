/** The composition root of every page: which screen an address shows, and what stands around it. */
import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@fontsource/be-vietnam-pro/700.css';
import './styles/figures.css';
import './styles/tokens.css';
import './styles/base.css';
import { type ComponentType, lazy, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { type ConferenceId, conferenceIdSchema } from '../shared/domain/ids.ts';
import { admitOwnScripts } from './own-scripts.ts';
import { ConsequencesProvider } from './parts/consequences.tsx';
import { Notices, NoticesProvider } from './parts/notices.tsx';
import { PageFault } from './parts/page-fault.tsx';
import { PageUnknown } from './screens/start/page-unknown.tsx';
import { MarkContext } from './sync/conference-context.ts';
import { OpeningPage } from './sync/opening-page.tsx';
import { keepLanguage } from './text/keep-language.ts';
import { onLanguage } from './text/text.ts';

export interface ScreenProps {
  readonly conference: ConferenceId;
}

interface Page {
  /** Forms and papers are light; what stands in a dimmed room is dark. */
  readonly theme: 'light' | 'dark';
  readonly draw: () => React.ReactNode;
}

const StartScreen = lazy(async () => ({ default: (await import('./screens/start/start-screen.tsx')).StartScreen }));
const JoinScreen = lazy(async () => ({ default: (await import('./screens/join/join-screen.tsx')).JoinScreen }));
const DeputyScreen = lazy(async () => ({ default: (await import('./screens/start/deputy-screen.tsx')).DeputyScreen }));
const BadgeScreen = lazy(async () => ({ default: (await import('./screens/badge/badge-screen.tsx')).BadgeScreen }));
const PairScreen = lazy(async () => ({ default: (await import('./screens/pair/pair-screen.tsx')).PairScreen }));
const TrustScreen = lazy(async () => ({ default: (await import('./screens/trust/trust-screen.tsx')).TrustScreen }));

/** A screen of a conference comes with the marks of a rehearsal, a recording and the journal, or not at all. */
const marked = (load: () => Promise<ComponentType<ScreenProps>>) =>
  lazy(async () => {
    const [Screen, { RehearsalMark }, { RecordingMark }, { JournalMark }] = await Promise.all([
      load(),
      import('./parts/rehearsal-mark.tsx'),
      import('./parts/recording/recording-mark.tsx'),
      import('./parts/journal-mark.tsx'),
    ]);
    const mark = (unattended: boolean) => (
      <>
        <RehearsalMark unattended={unattended} />
        <RecordingMark />
        <JournalMark unattended={unattended} />
      </>
    );
    const Marked = (props: ScreenProps) => (
      <MarkContext value={mark}>
        <Screen {...props} />
      </MarkContext>
    );
    return { default: Marked };
  });

interface ConferenceScreen {
  readonly theme: Page['theme'];
  readonly Screen: ComponentType<ScreenProps>;
}

/** Each wraps itself in its ConferenceProvider: what stands while it loads is the screen's own affair. */
const CONFERENCE_SCREENS: ReadonlyMap<string, ConferenceScreen> = new Map([
  [
    'console',
    {
      theme: 'dark',
      Screen: marked(async () => (await import('./screens/console/console-screen.tsx')).ConsoleScreen),
    },
  ],
  [
    'bridge',
    {
      theme: 'dark',
      Screen: marked(async () => (await import('./screens/bridge/bridge-screen.tsx')).BridgeScreen),
    },
  ],
  [
    'wall',
    {
      theme: 'dark',
      Screen: marked(async () => (await import('./screens/wall/wall-screen.tsx')).WallScreen),
    },
  ],
  [
    'programme',
    {
      theme: 'light',
      Screen: marked(async () => (await import('./screens/programme/programme-screen.tsx')).ProgrammeScreen),
    },
  ],
  [
    'chair',
    {
      theme: 'dark',
      Screen: marked(async () => (await import('./screens/chair/chair-screen.tsx')).ChairScreen),
    },
  ],
  [
    'announcer',
    {
      theme: 'dark',
      Screen: marked(async () => (await import('./screens/announcer/announcer-screen.tsx')).AnnouncerScreen),
    },
  ],
  [
    'clock',
    {
      theme: 'dark',
      Screen: marked(async () => (await import('./screens/clock/clock-screen.tsx')).ClockScreen),
    },
  ],
  [
    'board',
    {
      theme: 'dark',
      Screen: marked(async () => (await import('./screens/board/board-screen.tsx')).BoardScreen),
    },
  ],
  [
    'certificate',
    {
      theme: 'light',
      Screen: marked(async () => (await import('./screens/certificate/certificate-paper.tsx')).CertificatePaper),
    },
  ],
  [
    'agenda',
    {
      theme: 'light',
      Screen: marked(async () => (await import('./screens/agenda/agenda-print.tsx')).AgendaPrint),
    },
  ],
  [
    'kiosk',
    {
      theme: 'light',
      Screen: marked(async () => (await import('./screens/kiosk/kiosk-screen.tsx')).KioskScreen),
    },
  ],
  [
    'roll',
    {
      theme: 'light',
      Screen: marked(async () => (await import('./screens/roll/roll-screen.tsx')).RollScreen),
    },
  ],
  [
    'roll-sheet',
    {
      theme: 'light',
      Screen: marked(async () => (await import('./screens/roll-sheet/roll-sheet.tsx')).RollSheet),
    },
  ],
  [
    'badges',
    {
      theme: 'light',
      Screen: marked(async () => (await import('./screens/badges/badge-sheets.tsx')).BadgeSheets),
    },
  ],
  [
    'director',
    {
      theme: 'dark',
      Screen: marked(async () => (await import('./screens/director/director-screen.tsx')).DirectorScreen),
    },
  ],
  [
    'lines',
    {
      theme: 'dark',
      Screen: marked(async () => (await import('./screens/lines/lines-screen.tsx')).LinesScreen),
    },
  ],
  [
    'recorder',
    {
      theme: 'dark',
      Screen: marked(async () => (await import('./screens/recorder/recorder-screen.tsx')).RecorderScreen),
    },
  ],
  [
    'minutes',
    {
      theme: 'light',
      Screen: marked(async () => (await import('./screens/minutes/minutes-screen.tsx')).MinutesScreen),
    },
  ],
  [
    'after-action',
    {
      theme: 'light',
      Screen: marked(async () => (await import('./screens/after-action/after-action-screen.tsx')).AfterActionScreen),
    },
  ],
  [
    'library',
    {
      theme: 'light',
      Screen: marked(async () => (await import('./screens/library/library-screen.tsx')).LibraryScreen),
    },
  ],
  [
    'phone',
    {
      theme: 'dark',
      Screen: marked(async () => (await import('./screens/phone/phone-screen.tsx')).PhoneScreen),
    },
  ],
  [
    'camera',
    {
      theme: 'dark',
      Screen: marked(async () => (await import('./screens/camera/camera-screen.tsx')).CameraScreen),
    },
  ],
  [
    'present',
    {
      theme: 'dark',
      Screen: marked(async () => (await import('./screens/present/present-screen.tsx')).PresentScreen),
    },
  ],
]);

const PAGES: ReadonlyMap<string, Page> = new Map([
  ['/', { theme: 'light', draw: () => <StartScreen /> }],
  ['/join', { theme: 'light', draw: () => <JoinScreen /> }],
  ['/deputy', { theme: 'light', draw: () => <DeputyScreen /> }],
  ['/badge', { theme: 'light', draw: () => <BadgeScreen /> }],
  ['/pair', { theme: 'light', draw: () => <PairScreen /> }],
  ['/trust', { theme: 'light', draw: () => <TrustScreen /> }],
]);

/** `/c/<conference>/<screen>`; a bridge's address also names the bridge, for the seat and not for the screen. */
function pageOf(path: string): Page {
  const known = PAGES.get(path);
  if (known !== undefined) return known;
  const [, c, id, name = ''] = path.split('/');
  const conference = conferenceIdSchema.safeParse(id);
  const found = CONFERENCE_SCREENS.get(name);
  if (c !== 'c' || !conference.success || found === undefined) {
    return { theme: 'light', draw: () => <PageUnknown /> };
  }
  const { theme, Screen } = found;
  return { theme, draw: () => <Screen conference={conference.data} /> };
}

function start(): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no root');
  const { theme, draw } = pageOf(location.pathname);
  document.documentElement.dataset['theme'] = theme;
  const drawn = createRoot(root);
  const drawAll = () =>
    drawn.render(
      <PageFault>
        <NoticesProvider>
          <ConsequencesProvider>
            <Suspense fallback={<OpeningPage opening="loading" />}>{draw()}</Suspense>
          </ConsequencesProvider>
          <Notices />
        </NoticesProvider>
      </PageFault>,
    );
  // Everything is drawn again and nothing is taken down: a hall on air keeps its camera, a form what was typed.
  onLanguage(drawAll);
  void keepLanguage().then(drawAll, drawAll);
}

admitOwnScripts();
start();
