import { join } from 'node:path';
import { CENTRAL as PLAIN_CENTRAL } from '../drill/desk/plain-conference.ts';
import {
  CENTRAL_BRIDGE,
  type FixtureDelegate,
  type FixtureSize,
  fixtureDelegates,
} from '../fixtures/conference-lists.ts';
import { writeBridges, writeDelegatesCsv } from '../fixtures/write-lists.ts';
import { Secretary } from './secretary.ts';
import { shotWords } from './text.ts';

/** A conference whose bridges came from a file. */
export async function conferenceOf(link: string, size: FixtureSize, folder: string): Promise<Secretary> {
  const secretary = await Secretary.signIn(link, size.toLowerCase());
  await secretary.must({ type: 'createConference', details: DETAILS });
  await secretary.must({ type: 'addBridges', bridges: [CENTRAL] });
  const bridges = join(folder, `${size}-diem-cau.xlsx`);
  await writeBridges(size, bridges);
  await secretary.take('bridges', bridges);
  return secretary;
}

/** A conference whose bridges and delegates came from files, and which gathers. */
export async function filledConference(link: string, size: FixtureSize, folder: string): Promise<Secretary> {
  const secretary = await conferenceOf(link, size, folder);
  const delegates = join(folder, `${size}-dai-bieu.csv`);
  await writeDelegatesCsv(fixtureDelegates(size), delegates);
  await secretary.take('delegates', delegates);
  await secretary.must({ type: 'startPreparation' });
  return secretary;
}

/** What an office sends afterwards: known people, some with new posts, newcomers, and rows that need a look. */
export async function writeSupplement(size: FixtureSize, folder: string): Promise<string> {
  const file = join(folder, shotWords.supplement);
  await writeDelegatesCsv([...fixtureDelegates(size)].slice(0, 160).map(supplementary), file);
  return file;
}

function supplementary(row: FixtureDelegate, index: number): FixtureDelegate {
  if (index % 40 === 12) return { ...row, positions: shotWords.newPosts };
  if (index % 40 === 25) return { ...row, number: `BS-${index}`, bridge: shotWords.wrongBridge };
  if (index % 40 === 31) return { ...row, number: `BS-${index}`, fullName: '', positions: '' };
  if (index > 120) return { ...row, number: `BS-${index}`, category: shotWords.newCategory };
  return row;
}

const DETAILS = {
  title: shotWords.title,
  kind: 'yearEndReview',
  level: 'nationalSector',
  form: 'hybrid',
  periodReviewed: null,
  periodPlanned: null,
  date: '2025-12-08',
  organiser: shotWords.organiser,
} as const;

const CENTRAL = { ...PLAIN_CENTRAL, name: CENTRAL_BRIDGE, shortName: shotWords.central };
