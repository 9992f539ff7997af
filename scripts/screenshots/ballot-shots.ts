import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ballotsText } from '../../client/text/vi/ballots.ts';
import type { BallotInput } from '../../shared/domain/ballots/ballot.ts';
import type { Bridge } from '../../shared/domain/bridges/bridge.ts';
import type { BallotId } from '../../shared/domain/ids.ts';
import { conferenceOf } from './filled-conference.ts';
import { DESK, launch, openLink, type Size, save, WALL } from './pages.ts';
import { RunningServer } from './running-server.ts';
import type { Secretary } from './secretary.ts';
import { shotWords } from './text.ts';

const TABLET: Size = { width: 1_180, height: 820 };
/** Three halls have not counted yet. */
const LATE = 3;

/** A show of hands over forty halls: the console while they count, a hall, the tablet, and the wall. */
export async function ballotShots(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'diem-cau-lists-'));
  const server = await RunningServer.start({ port: '3178', demo: 'off' });
  const browser = await launch();
  try {
    const secretary = await conferenceOf(server.link('secretariat'), 'sector', folder);
    const ballotId = await asked(secretary);
    const halls = (await secretary.bridges()).filter(({ tier }) => tier <= 1);
    for (const hall of halls.slice(0, -LATE)) await counted(secretary, ballotId, hall);
    await runningShots(browser, secretary, halls);
    for (const hall of halls.slice(-LATE)) await counted(secretary, ballotId, hall);
    await resultShots(browser, secretary, ballotId);
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const ballot = (question: string): BallotInput => ({
  question,
  manner: 'hands',
  options: [...shotWords.ballots.options],
  base: 'present',
  quorumPercent: 50,
  passPercent: 50,
  itemId: null,
});

const presentIn = ({ order }: Bridge): number => 48 + ((order * 17) % 60);

/** Everybody has reported, the conference is live, and the first of two questions is put. */
async function asked(secretary: Secretary): Promise<BallotId> {
  await secretary.must({ type: 'startPreparation' });
  for (const bridge of (await secretary.bridges()).filter(({ tier }) => tier <= 1)) {
    const onSite = presentIn(bridge);
    const rest = { online: 0, absentExcused: bridge.order % 3, absentUnexcused: 0 };
    const expected = onSite + rest.absentExcused;
    await secretary.must({
      type: 'reportHeadcount',
      bridgeId: bridge.bridgeId,
      expectedRevision: 0,
      categories: [{ category: shotWords.ballots.category, expected, onSite, ...rest }],
      signedBy: null,
      note: null,
      accepting: [],
    });
  }
  await secretary.must({ type: 'openConference' });
  await secretary.must({ type: 'prepareBallot', ballot: ballot(shotWords.ballots.asked) });
  await secretary.must({ type: 'prepareBallot', ballot: { ...ballot(shotWords.ballots.next), manner: 'secret' } });
  const [first] = (await secretary.state()).ballots.list;
  if (first === undefined) throw new Error('no ballot was prepared');
  await secretary.must({ type: 'openBallot', ballotId: first.ballotId });
  return first.ballotId;
}

async function counted(secretary: Secretary, ballotId: BallotId, hall: Bridge): Promise<void> {
  const against = hall.order % 3;
  const other = hall.order % 2;
  const inFavour = presentIn(hall) - against - other - (hall.order % 4);
  const counts = [inFavour, against, other];
  await secretary.must({ type: 'countHands', ballotId, bridgeId: hall.bridgeId, counts });
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

async function runningShots(browser: Browser, secretary: Secretary, halls: readonly Bridge[]): Promise<void> {
  const desk = await openLink(browser, await secretary.link('secretariat'), DESK);
  await press(desk, new RegExp(`^${ballotsText.title}`, 'u'));
  await save(desk, 'ballot-console');
  await desk.close();
  const last = halls.at(-1);
  const hall = await openLink(browser, await secretary.link('operator', last?.bridgeId ?? null), WALL);
  await press(hall, ballotsText.hands.open);
  const [first, ...rest] = await hall.getByRole('dialog').getByRole('textbox').all();
  await first?.fill('60');
  for (const field of rest) await field.fill('1');
  await save(hall, 'ballot-bridge');
  await hall.close();
  const wall = await openLink(browser, await secretary.link('wall'), WALL);
  await save(wall, 'ballot-wall-open');
  await wall.close();
}

async function resultShots(browser: Browser, secretary: Secretary, ballotId: BallotId): Promise<void> {
  await secretary.must({ type: 'closeBallot', ballotId });
  const chair = await openLink(browser, await secretary.link('chair'), TABLET);
  await press(chair, ballotsText.title);
  await save(chair, 'ballot-chair');
  await chair.close();
  await secretary.must({ type: 'publishBallot', ballotId });
  const wall = await openLink(browser, await secretary.link('wall'), WALL);
  await save(wall, 'ballot-wall');
  await wall.close();
}
