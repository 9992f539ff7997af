import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { text } from '../../client/text/text.ts';
import type { CommandOf } from '../../shared/domain/command.ts';
import type { Source } from '../../shared/domain/onair/onair.ts';
import { programSource } from '../../shared/domain/onair/program.ts';
import type { Screen } from '../support/browser.ts';
import { FIVE_HALLS, FiveHalls } from '../support/five-halls.ts';
import { CENTRAL } from '../support/held-conference.ts';
import { heardPitches, seenPicture } from '../support/page-readings.ts';
import { coloursAt, type Point, type Shown } from '../support/screen-colours.ts';
import { clipAgainstClock, uploadFilm } from '../support/sent-film.ts';
import { uploadSlides } from '../support/sent-slides.ts';

const SOON = { timeout: 30_000 };
const LISTEN_MS = 1_600;
/** Half of it is the product's aim; the rest is a machine that draws seven screens at once. */
const IN_STEP_MS = 300;
const PITCHES = FIVE_HALLS.map(({ hertz }) => hertz);

let halls: FiveHalls;
let wall: Screen;

beforeAll(async () => {
  halls = await FiveHalls.open();
  wall = await halls.openAt('wall', null, {}, { width: 1_280, height: 720 });
});

afterAll(() => halls?.close());

const hall = (name: string): Source => ({ kind: 'bridge', bridgeId: halls.held.bridge(name) });

async function take(source: Source, frame?: CommandOf<'takeSource'>['frame']): Promise<void> {
  const expectedProgram = programSource(await halls.held.state());
  await halls.held.must({ type: 'takeSource', source, expectedProgram, ...(frame === undefined ? {} : { frame }) });
}

/** What is painted on the wall at these points, waited for. */
const expectShown = (points: readonly Point[], expected: readonly Shown[]) =>
  expect.poll(() => coloursAt(wall.page, points), SOON).toEqual(expected);

/** The same of program on the screen of a hall. */
const expectShownAt = (name: string, points: readonly Point[], expected: readonly Shown[]) =>
  expect.poll(() => coloursAt(halls.screen(name).page, points, '.picture'), SOON).toEqual(expected);

const MIDDLE: Point = [50, 45];
const CORNERS: readonly Point[] = [
  [3, 4],
  [60, 4],
];

describe('what everyone sees, read from the painted pixels', () => {
  test('a hall alone fills the wall', async () => {
    await take(hall('An Giang'), 'alone');
    await expectShown([MIDDLE, ...CORNERS], ['red', 'red', 'red']);
  });

  test('a hall and the central hall stand side by side', async () => {
    await take(hall('An Giang'), 'withHall');
    await expectShown(
      [
        [25, 45],
        [75, 45],
      ],
      ['red', 'magenta'],
    );
    await take(hall(CENTRAL), 'withHall');
    await expectShown([MIDDLE, ...CORNERS], ['magenta', 'magenta', 'magenta']);
  });

  const QUARTERS: readonly Point[] = [
    [25, 20],
    [75, 20],
    [25, 70],
    [75, 70],
  ];

  test('a grid keeps its places in protocol order, page by page', async () => {
    await take({ kind: 'grid', size: 4, page: 0 });
    await expectShown(QUARTERS, ['magenta', 'red', 'green', 'blue']);
    await take({ kind: 'grid', size: 4, page: 1 });
    await expect.poll(async () => (await coloursAt(wall.page, QUARTERS))[0], SOON).toBe('yellow');
  });

  test('grids of nine and sixteen show the five at the same moment; thin lines show no grid', async () => {
    await take({ kind: 'grid', size: 9, page: 0 });
    await expectShown(
      [
        [16, 14],
        [50, 14],
        [84, 14],
        [16, 47],
        [50, 47],
      ],
      ['magenta', 'red', 'green', 'blue', 'yellow'],
    );
    await take({ kind: 'grid', size: 16, page: 0 });
    await expectShown(
      [
        [12, 12],
        [37, 12],
        [62, 12],
        [77, 14],
        [12, 37],
      ],
      ['magenta', 'red', 'green', 'blue', 'yellow'],
    );
    await halls.held.must({ type: 'limitPictures', limit: 'noGrid' });
    await expectShown([MIDDLE, ...CORNERS], ['magenta', 'magenta', 'magenta']);
    await halls.held.must({ type: 'limitPictures', limit: 'soundOnly' });
    await expect.poll(() => seenPicture(wall.page), SOON).toBeNull();
    await halls.held.must({ type: 'limitPictures', limit: 'full' });
  });

  test('the cards show no hall; black alone is black', async () => {
    for (const card of [{ kind: 'hold' }, { kind: 'welcome' }, { kind: 'break', until: null }] as const) {
      await take(card);
      await expect.poll(() => seenPicture(wall.page), SOON).toBeNull();
      const seen = await coloursAt(wall.page, [MIDDLE, [20, 80], [77, 14], [50, 30], [50, 60]]);
      expect(
        seen.every((one) => one === 'other' || one === 'black'),
        card.kind,
      ).toBe(true);
    }
    await take({ kind: 'black' });
    await expectShown([MIDDLE, ...CORNERS, [50, 90]], ['black', 'black', 'black', 'black']);
  });

  test('slides stand in step on the wall and in the halls, alone and with the speaker beside them', async () => {
    const documentId = await uploadSlides(halls.held, ['green', 'blue']);
    await halls.held.must({ type: 'layDocument', document: { kind: 'file', documentId, presenter: null } });
    await take({ kind: 'document' });
    await expectShown([MIDDLE], ['green']);
    await expectShownAt('Lâm Đồng', [MIDDLE], ['green']);
    await halls.held.must({ type: 'turnPage', documentId, page: 2, expectedPage: 1 });
    await expectShown([MIDDLE], ['blue']);
    await expectShownAt('Lâm Đồng', [MIDDLE], ['blue']);
    await take(hall('An Giang'), 'withDocument');
    await expectShown(
      [
        [38, 50],
        [87, 70],
      ],
      ['blue', 'red'],
    );
    await wall.page.reload();
    await expectShown(
      [
        [38, 50],
        [87, 70],
      ],
      ['blue', 'red'],
    );
  });

  test('a film plays in step on the wall and in a hall', async () => {
    const parts = [
      { colour: 'green', seconds: 3 },
      { colour: 'magenta', seconds: 50 },
    ] as const;
    const documentId = await uploadFilm(halls.held, wall.page, parts);
    await halls.held.must({ type: 'layDocument', document: { kind: 'file', documentId, presenter: null } });
    await take({ kind: 'document' });
    await expectShown([MIDDLE], ['green']);
    await expectShownAt('Lâm Đồng', [MIDDLE], ['green']);
    await halls.held.must({ type: 'playClip', documentId, fromMs: 0 });
    await expectShown([MIDDLE], ['magenta']);
    await expectShownAt('Lâm Đồng', [MIDDLE], ['magenta']);
    await expect.poll(apart, SOON).toBeLessThan(IN_STEP_MS);
    await halls.held.must({ type: 'pauseClip', documentId });
  });

  test('a laptop that shares its screen is seen on the wall and in the halls, and receives nothing itself', async () => {
    const laptop = await halls.openAt('operator', 'Cà Mau');
    await laptop.page.addInitScript(shareYellow);
    await laptop.page.goto(laptop.page.url().replace('/bridge', '/present'));
    await laptop.page.getByRole('button', { name: text.documents.present.screen.start }).click();
    const bridgeId = halls.held.bridge('Cà Mau');
    await halls.held.must({ type: 'layDocument', document: { kind: 'share', bridgeId } });
    await take({ kind: 'document' });
    await expectShown([MIDDLE], ['yellow']);
    await expectShownAt('An Giang', [MIDDLE], ['yellow']);
    const shared = (await halls.held.atSfu()).filter(({ publishes }) => publishes.includes('SCREEN_SHARE'));
    expect(shared).toMatchObject([{ bridge: 'Cà Mau', publishes: ['SCREEN_SHARE'], receives: false }]);
    await laptop.page.context().close();
    await expect.poll(async () => (await coloursAt(wall.page, [MIDDLE]))[0], SOON).toBe('other');
  });

  test('a roll call shows one hall after the other', async () => {
    const [first, second] = [halls.held.bridge('An Giang'), halls.held.bridge('Quảng Bình')];
    await halls.held.must({ type: 'startRollCall', bridgeIds: [first, second], holdMs: null });
    await halls.held.must({ type: 'callRoll', expectedBridgeId: null, bridgeId: null });
    await expectShown([MIDDLE], ['red']);
    await halls.held.must({ type: 'callRoll', expectedBridgeId: first, bridgeId: second });
    await expectShown([MIDDLE], ['green']);
    await halls.held.must({ type: 'endRollCall' });
    await expectShown([MIDDLE], ['magenta']);
  });

  test('nobody is shown the own picture, and whoever is on air sees the central hall', async () => {
    await take(hall('An Giang'), 'alone');
    await expect
      .poll(() => seenPicture(halls.screen('An Giang').page), SOON)
      .toEqual({ bridgeId: halls.held.bridge(CENTRAL), colour: 'magenta' });
    await expect
      .poll(() => seenPicture(halls.screen('Cà Mau').page), SOON)
      .toEqual({ bridgeId: halls.held.bridge('An Giang'), colour: 'red' });
  });

  test('whoever speaks is heard everywhere but at home, and nobody else is', async () => {
    await halls.held.must({ type: 'followFloor' });
    const speechId = (await halls.held.state()).floor.queue[0];
    if (speechId === undefined) throw new Error('nobody is in line');
    await halls.held.must({ type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: [] });
    const speaker = (await halls.held.onFloor())?.bridge ?? '';
    const pitch = FIVE_HALLS.find(({ name }) => name === speaker)?.hertz;
    await expect.poll(() => heardPitches(wall.page, PITCHES, LISTEN_MS), SOON).toEqual([pitch]);
    const heardAt = (name: string) => heardPitches(halls.screen(name).page, PITCHES, LISTEN_MS);
    const others = FIVE_HALLS.filter(({ name }) => name !== speaker);
    await Promise.all(others.map(({ name }) => expect.poll(() => heardAt(name), SOON).toEqual([pitch])));
    expect(await heardAt(speaker)).toEqual([]);
  });
});

/** How far the wall and a hall are from each other in the film. */
async function apart(): Promise<number> {
  const [here, there] = await Promise.all([wall, halls.screen('Lâm Đồng')].map(({ page }) => clipAgainstClock(page)));
  return here == null || there == null ? Number.POSITIVE_INFINITY : Math.abs(here - there);
}

/** Runs in the page: somebody chooses a window that is yellow, and in which something moves. */
function shareYellow(): void {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1_280, height: 720 });
  const context = canvas.getContext('2d');
  let drawn = 0;
  const draw = () => {
    if (context === null) return;
    context.fillStyle = 'rgb(220 200 50)';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = '#fff';
    context.fillRect((drawn++ * 20) % canvas.width, 700, 20, 20);
  };
  setInterval(draw, 100);
  navigator.mediaDevices.getDisplayMedia = () => Promise.resolve(canvas.captureStream(10));
}

test('no screen has asked anybody outside, and none has failed', () => {
  for (const { misdeeds } of [wall, ...halls.screens.values()]) expect(misdeeds).toEqual({ outside: [], errors: [] });
});
