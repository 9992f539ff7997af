import type { startText } from '../vi/start.ts';
import type { Widened } from '../widened.ts';

export const startEnglish: Widened<typeof startText> = {
  kinds: {
    yearEndReview: 'Year-end review',
    halfYearReview: 'Half-year review',
    periodicBriefing: 'Periodic briefing',
    dissemination: 'Dissemination of policy',
    congress: 'Congress',
    other: 'Other',
  },
  levels: {
    nationalSector: 'Nationwide, whole sector',
    centralAgency: 'Central agency',
    province: 'Province',
  },
  forms: {
    inPerson: 'In person',
    online: 'Online',
    hybrid: 'In person and online',
  },
  heading: 'Conferences',
  tagline: 'Conducts conferences held in many halls',
  loading: 'Loading…',
  unreachable: 'The server cannot be reached. The page will try again by itself.',
  signedInAs: (seat, label) => (label === '' || label === seat ? seat : `${seat}: ${label}`),
  signOut: 'Sign out',
  noConferences: 'There are no conferences yet. They will stand here once created.',
  noConferencesForSeat: 'There is no conference for this seat yet. Please ask the Secretariat.',
  bridges: (count) => (count === '1' ? '1 bridge' : `${count} bridges`),
  onDay: (day) => `On ${day}`,
  open: {
    console: 'Open the console',
    chair: 'Open the screen of the chair',
    announcer: 'Open the screen of the announcer',
    director: 'Open the director’s screen',
    lines: 'Open the board of lines',
    recorder: 'Open the recorder',
    minutes: 'Open the minutes',
    library: 'Open the documents',
    phone: 'Open the technician’s phone',
    camera: 'Open a second camera',
    present: 'Open the presentation machine',
    board: 'Open the attendance board',
    clock: "Open the speaker's clock",
    bridge: 'Open the bridge screen',
    roll: 'Open the attendance of delegates',
    kiosk: 'Open the check-in',
    wall: 'Open the hall screen',
    programme: 'See the programme',
  },
  openNamed: (action, title) => `${action}: ${title}`,
  rehearsals: 'Rehearsals',
  rehearsalNumber: (count) => `Number ${count}`,
  ofRehearsal: (title) => `rehearsal of ${title}`,

  deputy: {
    heading: 'Take over by a deputy code',
    lead: 'For whoever was given a code by the Secretariat to stand in as moderator, chair, announcer or Secretariat.',
    code: 'Deputy code',
    hint: '10 letters and digits; capitals, dashes and blanks do not matter.',
    enter: 'Take over',
    entering: 'Checking…',
    shape: 'A code has exactly 10 letters and digits. Please look at the code again.',
    invalid: 'The code is wrong, used, expired or revoked. Please ask the Secretariat for a new one.',
    locked: (minutes) =>
      `Too many wrong codes, so entering is locked. Please wait ${minutes === 1 ? '1 minute' : `${minutes} minutes`} and try again.`,
    offline: 'The server cannot be reached. Please check the connection and try again.',
  },

  create: 'Create a conference',
  createTitle: 'Create a conference',
  creating: 'Creating…',
  fields: {
    title: 'Name of the conference',
    kind: 'Kind',
    level: 'Level',
    form: 'Form',
    date: 'Date',
    organiser: 'Organiser',
    periodReviewed: 'Period under review',
    periodPlanned: 'Period planned',
  },
  hints: {
    title: 'In full, as on the invitation.',
    periodReviewed: 'For example: quý III/2021. Leave empty if there is none.',
    periodPlanned: 'For example: quý IV/2021. Leave empty if there is none.',
  },
  problems: {
    title: 'Enter the name of the conference, at most 400 characters.',
    organiser: 'Enter the organiser, at most 200 characters.',
    date: 'Choose the date.',
    period: 'At most 60 characters.',
  },

  noSeat: {
    title: 'You are not signed in',
    lead: 'Every seat enters the conference by a link of its own; there are no passwords.',
    ways: [
      { who: 'Delegates, bridge operators', how: 'open the link that the Secretariat sent.' },
      { who: 'Moderators, Secretariat', how: 'ask the administrator of the server for a link.' },
      {
        who: 'Administrator of the server',
        how: 'take the link from the screen on which the server started, or run the command:',
      },
    ],
    command: 'npm run invite',
    keep: 'The link stands for a password: do not pass it on.',
  },
  trustLink: 'Does the browser say that the connection is not secure? See how to install the certificate.',
  media: 'Pictures and sound',

  join: {
    working: 'Signing in…',
    failed: 'Sign-in failed',
    noToken: 'The link lacks its code. Please copy all of it, also what follows the #.',
    offline: 'The server cannot be reached. Please check the connection and try again.',
    next: 'Ask the Secretariat for a new link, or the administrator of the server (command npm run invite).',
    retry: 'Try again',
    home: 'To the first page',
  },

  trust: {
    title: 'Install the certificate of the server',
    lead: 'The server issues its own certificate. Install it once on each computer; the browser then stops warning and allows camera and microphone.',
    download: 'Download the certificate',
    fingerprint: 'Fingerprint (SHA-256)',
    fingerprintHint:
      'Compare it with the one on the screen of the server. The two must be the same; if they differ, do not install.',
    noCertificate:
      'The server uses a certificate of the agency, or serves this computer alone: there is nothing to install.',
    steps: [
      {
        device: 'Windows',
        list: [
          'Press “Download the certificate” above and open the file diem-cau-ca.crt.',
          'Press “Install Certificate…” and choose “Local Machine” if you have administrator rights, else “Current User”.',
          'Choose “Place all certificates in the following store”, press “Browse…”, choose “Trusted Root Certification Authorities”.',
          'Press “Next”, “Finish”, and confirm. Close the browser altogether and open it again.',
        ],
      },
      {
        device: 'iPhone, iPad',
        list: [
          'Open this page in Safari, press “Download the certificate”, choose “Allow”.',
          'In Settings press “Profile Downloaded”, press “Install” and enter the passcode.',
          'In Settings go to General, About, Certificate Trust Settings.',
          'Switch on the certificate just installed and open the conference page again.',
        ],
      },
      {
        device: 'Android',
        list: [
          'Press “Download the certificate” and save the file.',
          'In Settings go to Security, Encryption and credentials, Install a certificate, CA certificate. Names may differ a little between makers.',
          'Press “Install anyway” and choose the file.',
          'Open the conference page again in Chrome.',
        ],
      },
    ],
  },
};
