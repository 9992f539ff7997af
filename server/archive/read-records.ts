import { z } from 'zod';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { type PersonId, personIdSchema } from '../../shared/domain/ids.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import { chainHash, FIRST_HASH } from '../store/chain.ts';
import type { DelegateColumns } from '../store/delegate-columns.ts';
import { takePeopleOut } from '../store/people.ts';
import { ArchiveFaultError, fault } from './archive-fault.ts';
import { DELEGATES, JOURNAL, type Manifest, PEOPLE } from './archive-format.ts';
import { type ArchiveSource, linesOf } from './archive-source.ts';
import { contentOfChecked, RunningCheck } from './checked-lines.ts';
import { eventOfLine, type JournalLine, journalLineSchema, journalLineText } from './journal-line.ts';
import { delegateLineSchema, type PersonLine, personLineSchema } from './list-lines.ts';
import { RollCheck } from './roll-check.ts';
import { stateHash } from './state-hash.ts';

const refuse = (...found: Parameters<typeof fault>): never => {
  throw new ArchiveFaultError(fault(...found));
};

/** The journal as far as its chain holds; a line that does not hold is told and ends it. */
export async function* journalLines(source: ArchiveSource): AsyncGenerator<JournalLine> {
  let hash: Uint8Array = FIRST_HASH;
  let line = 0;
  for await (const text of linesOf((await source.open(JOURNAL)) ?? refuse('file-missing', JOURNAL))) {
    line += 1;
    const read = journalLineSchema.safeParse(jsonOf(text)).data;
    const found = read ?? refuse('chain-broken', JOURNAL, { line });
    hash = chainHash(hash, found);
    const isKept = found.seq === line && Buffer.from(hash).toString('hex') === found.hash;
    if (!isKept || journalLineText(found) !== `${text}\n`) refuse('chain-broken', JOURNAL, { line });
    yield found;
  }
}

export const peopleLines = (source: ArchiveSource): AsyncGenerator<PersonLine> =>
  checkedLines(source, PEOPLE, personLineSchema);

export const delegateLines = (source: ArchiveSource): AsyncGenerator<DelegateColumns> =>
  checkedLines(source, DELEGATES, delegateLineSchema);

async function* checkedLines<T>(source: ArchiveSource, file: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  const check = new RunningCheck();
  let line = 0;
  for await (const text of linesOf((await source.open(file)) ?? refuse('file-missing', file))) {
    line += 1;
    const content = contentOfChecked(text, check);
    const read = content === null ? undefined : schema.safeParse(jsonOf(content)).data;
    yield read ?? refuse('list-changed', file, { line });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where a list that was changed differs first; null: no line can be named. */
export async function firstChangedLine(source: ArchiveSource, file: string): Promise<number | null> {
  const lines = { [JOURNAL]: journalLines, [PEOPLE]: peopleLines, [DELEGATES]: delegateLines }[file];
  if (lines === undefined) return null;
  try {
    for await (const _ of lines(source));
    return null;
  } catch (cause) {
    if (cause instanceof ArchiveFaultError) return cause.fault.line;
    throw cause;
  }
}

/** Folds the journal and holds its end and its state against the manifest. */
export async function checkJournal(source: ArchiveSource, manifest: Manifest): Promise<ConferenceState> {
  const people = await peopleOf(source, manifest);
  const named = new Set<string>();
  const folded = { state: initialState, seq: 0, head: '' };
  for await (const line of journalLines(source)) {
    if (line.conference !== manifest.conference.id) refuse('chain-broken', JOURNAL, { line: line.seq });
    takePeopleOut(JSON.parse(line.body), (id) => named.add(id));
    folded.state = evolve(folded.state, knownEvent(line, people));
    folded.seq = line.seq;
    folded.head = line.hash;
  }
  if (folded.seq !== manifest.journal.seq || folded.head !== manifest.journal.head) {
    refuse('chain-ends-elsewhere', JOURNAL, { line: folded.seq });
  }
  for (const id of people.keys()) if (!named.has(id)) refuse('people-differ', PEOPLE);
  if (stateHash(folded.state) !== manifest.state) refuse('state-differs');
  return folded.state;
}

function knownEvent(line: JournalLine, people: ReadonlyMap<PersonId, Values>): ConferenceEvent {
  try {
    return eventOfLine(line, (id) => people.get(id));
  } catch (cause) {
    throw new ArchiveFaultError(fault('event-unknown', JOURNAL, { line: line.seq }), { cause });
  }
}

type Values = Readonly<Record<string, unknown>>;
const valuesSchema = z.record(z.string(), z.unknown());

async function peopleOf(source: ArchiveSource, manifest: Manifest): Promise<ReadonlyMap<PersonId, Values>> {
  const people = new Map<PersonId, Values>();
  let lines = 0;
  for await (const { person, content } of peopleLines(source)) {
    people.set(personIdSchema.parse(person), valuesSchema.parse(JSON.parse(content)));
    lines += 1;
  }
  if (lines !== manifest.people || people.size !== lines) refuse('people-differ', PEOPLE);
  return people;
}

/** The rows are those that the journal has counted, bridge by bridge. */
export async function checkDelegates(
  source: ArchiveSource,
  { delegates }: Manifest,
  { attendance }: ConferenceState,
): Promise<void> {
  const rolls = new RollCheck();
  for await (const row of delegateLines(source)) rolls.add(row);
  if (rolls.rows !== delegates || !rolls.agreesWith(attendance)) refuse('delegates-differ', DELEGATES);
}
