import { handbookText } from '../../client/text/vi/handbook.ts';
import type { Bridge } from '../../shared/domain/bridges/bridge.ts';
import { queuedSpeeches } from '../../shared/domain/floor/floor.ts';
import { launch, openLink, save } from './pages.ts';
import { RunningServer } from './running-server.ts';
import { type ListedDelegate, Secretary } from './secretary.ts';
import { shotWords } from './text.ts';

const PHONE = { width: 390, height: 844 };

/** A delegate's phone in the hall: what is live, and a question that is put to the vote. */
export async function handbookShots(): Promise<void> {
  const server = await RunningServer.start({ port: '3181', demo: 'on' });
  const browser = await launch();
  try {
    const secretary = await Secretary.signIn(server.link('secretariat'), null);
    const delegate = await seated(secretary);
    await speaking(secretary);
    const link = `${server.origin}/s/${secretary.conference}#${delegate.badge ?? ''}`;
    const phone = await openLink(browser, link, PHONE);
    await phone.locator('.book-now .mark[data-tone="air"]').waitFor();
    await save(phone, 'handbook');
    await asked(secretary);
    const { ballots, tabs } = handbookText;
    await phone.getByRole('button', { name: shotWords.ballots.asked }).waitFor();
    await phone.getByRole('tab', { name: tabs.ballots }).click();
    await phone.getByRole('button', { name: shotWords.ballots.options[0] ?? '', exact: true }).click();
    await phone.getByText(ballots.chosen(shotWords.ballots.options[0] ?? '')).waitFor();
    await save(phone, 'handbook-vote');
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Somebody of a hall who has come. */
async function seated(secretary: Secretary): Promise<ListedDelegate> {
  const hall = (await secretary.bridges()).find(({ tier }) => tier === 1);
  if (hall === undefined) throw new Error('the demo has no hall');
  const delegate = await firstOf(secretary, hall);
  const { delegateId } = delegate;
  const came = { way: 'badge', online: false, seenAt: null } as const;
  if (delegate.mark === 'unmarked') {
    await secretary.must({ type: 'checkInDelegate', bridgeId: hall.bridgeId, delegateId, ...came });
  }
  return delegate;
}

/** The demo's halls report numbers alone: the hall's own chair is put on its list. */
async function firstOf(secretary: Secretary, { bridgeId, shortName, chairs }: Bridge): Promise<ListedDelegate> {
  const { fullName = null, positions = [shortName] } = chairs[0] ?? {};
  const of = { category: shotWords.ballots.category, homeUnit: shortName, delegation: shortName };
  const delegate = { fullName, positions: [...positions], ...of, role: null, seat: 'A12', number: null };
  await secretary.must({ type: 'registerDelegates', bridgeId, delegates: [delegate] });
  const [found] = await secretary.delegates(bridgeId);
  if (found === undefined) throw new Error('nobody is on the list of the hall');
  return found;
}

async function speaking(secretary: Secretary): Promise<void> {
  const { conference, floor, agenda } = await secretary.state();
  if (conference.phase !== 'live') await secretary.must({ type: 'openConference' });
  const item = agenda.items.find(({ plan }) => plan.row === 'item' && plan.kind === 'discussion');
  if (item?.progress.status === 'waiting') {
    const { itemId } = item;
    const live = agenda.items.find(({ progress }) => progress.status === 'live')?.itemId ?? null;
    await secretary.must({ type: 'startAgendaItem', itemId, expectedLive: live, accepting: ['speeches-lapse'] });
  }
  const [first] = queuedSpeeches(floor);
  if (first === undefined) throw new Error('nobody stands in line');
  const { speechId } = first;
  const accepting = ['bridge-lost', 'bridge-absent'] as const;
  await secretary.must({ type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: [...accepting] });
  await secretary.must({ type: 'beginSpeech', speechId });
}

async function asked(secretary: Secretary): Promise<void> {
  const ballot = {
    question: shotWords.ballots.asked,
    manner: 'secret',
    options: [...shotWords.ballots.options],
    base: 'present',
    quorumPercent: 0,
    passPercent: 50,
    itemId: null,
  } as const;
  await secretary.must({ type: 'prepareBallot', ballot: { ...ballot, options: [...ballot.options] } });
  const prepared = (await secretary.state()).ballots.list.at(-1);
  if (prepared === undefined) throw new Error('no ballot was prepared');
  await secretary.must({ type: 'openBallot', ballotId: prepared.ballotId });
}
