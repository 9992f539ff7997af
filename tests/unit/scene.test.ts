import { describe, expect, test } from 'vitest';
import { clipStep } from '../../client/media/clip-step.ts';
import { mayDraw, type Waited } from '../../client/media/held-scene.ts';
import { mountedHalls, shownName } from '../../client/media/program-scene.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { type BridgeId, type DocumentId, documentIdSchema } from '../../shared/domain/ids.ts';
import type { Frame, PictureLimit, Shot, Source } from '../../shared/domain/onair/onair.ts';
import { programShot } from '../../shared/domain/onair/program.ts';
import {
  type Box,
  hallsIn,
  type Place,
  pagesOf,
  type Scene,
  sceneOf,
  showsPictures,
} from '../../shared/views/scene.ts';
import { WELCOME_PAGE_MS, welcomePageAt, welcomePages } from '../../shared/views/welcome.ts';
import {
  AN_GIANG_FACTS,
  anGiang,
  armed,
  bridgeId,
  central,
  chauDoc,
  created,
  from,
  HOLD,
  itemAdded,
  itemId,
  itemPlan,
  LIVE,
  LIVE_UNTRIED,
  lasting,
  linked,
  MINUTE,
  NOW,
  quangBinh,
  stateAfter,
  taken,
} from '../support/builders.ts';

const WALL = { own: null, single: false } as const;
const at = (own: typeof central, single = false) => ({ own, single });
const slides: DocumentId = documentIdSchema.parse('bao-cao');
const laid: ConferenceEvent = {
  type: 'documentLaid',
  at: NOW,
  document: { kind: 'slides', documentId: slides, ratio: 4 / 3, pages: 12, page: 1, presenter: null },
};
const limited = (limit: PictureLimit): ConferenceEvent => ({ type: 'picturesLimited', at: NOW, limit });
const shot = (source: Source, frame: Frame = 'alone'): Shot => ({ source, frame });
const grid = (size: 4 | 9 | 16, page = 0): Source => ({ kind: 'grid', size, page });
const FULL: Box = { left: 0, top: 0, width: 100, height: 100 };

const placesOf = (scene: Scene): readonly Place[] => (scene.kind === 'places' ? scene.places : []);
const seen = (scene: Scene) =>
  placesOf(scene).map((place) => (place.kind === 'document' ? 'document' : place.bridgeId));

/** Places that lie over each other, or outside the surface. */
const collisions = (places: readonly Place[]): number => {
  const overlap = ({ box: a }: Place, { box: b }: Place) =>
    a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
  const outside = places.filter(({ box }) => box.left + box.width > 100.001 || box.top + box.height > 100.001);
  return places.flatMap((a, i) => places.slice(i + 1).filter((b) => overlap(a, b))).length + outside.length;
};

const many = (count: number): ConferenceEvent => ({
  type: 'bridgesAdded',
  at: NOW,
  bridges: Array.from({ length: count }, (_, index) => ({
    ...AN_GIANG_FACTS,
    shortName: `tỉnh ${index}`,
    bridgeId: bridgeId(`b${index}`),
    order: 10 + index,
  })),
});

describe('what a screen draws of a shot', () => {
  test('[PRG1] a hall alone fills the surface, on a wall and at everybody else’s', () => {
    const alone = { kind: 'places', places: [{ kind: 'bridge', bridgeId: anGiang, box: FULL, named: false }] };
    expect(sceneOf(stateAfter(LIVE), shot(from(anGiang)), WALL)).toEqual(alone);
    expect(sceneOf(stateAfter(LIVE), shot(from(anGiang)), at(quangBinh))).toEqual(alone);
  });

  test('[PRG2] nobody sees its own picture: who is on air sees the central hall, the central hall the slide', () => {
    const state = stateAfter(LIVE, laid);
    for (const frame of ['alone', 'withHall'] as const) {
      expect(seen(sceneOf(state, shot(from(anGiang), frame), at(anGiang)))).toEqual([central]);
      expect(sceneOf(state, shot(from(central), frame), at(central))).toEqual({ kind: 'card', card: { kind: 'hold' } });
      expect(seen(sceneOf(state, shot(from(anGiang), frame), at(central)))).toEqual([anGiang]);
    }
    expect(seen(sceneOf(state, shot(from(anGiang), 'withDocument'), at(anGiang)))).toEqual(['document', central]);
    expect(seen(sceneOf(state, shot(from(central), 'withDocument'), at(central)))).toEqual(['document']);
  });

  test('[PRG3] with the central hall beside it: two halls with their names, the speaker left', () => {
    const scene = sceneOf(stateAfter(LIVE), shot(from(anGiang), 'withHall'), WALL);
    expect(seen(scene)).toEqual([anGiang, central]);
    expect(placesOf(scene).every((place) => place.kind === 'bridge' && place.named)).toBe(true);
    expect(seen(sceneOf(stateAfter(LIVE), shot(from(central), 'withHall'), WALL))).toEqual([central]);
  });

  test('[PRG4] the document stands beside the speaker as long as it lies on the desk, and alone fills the surface', () => {
    expect(seen(sceneOf(stateAfter(LIVE, laid), shot(from(anGiang), 'withDocument'), WALL))).toEqual([
      'document',
      anGiang,
    ]);
    expect(seen(sceneOf(stateAfter(LIVE), shot(from(anGiang), 'withDocument'), WALL))).toEqual([anGiang]);
    expect(placesOf(sceneOf(stateAfter(LIVE, laid), shot({ kind: 'document' }), WALL))).toEqual([
      { kind: 'document', box: FULL },
    ]);
  });

  test('[PRG5] an empty desk or a page of the grid beyond the last hall shows the slide, never a hole', () => {
    for (const source of [{ kind: 'document' } as const, grid(4, 9)]) {
      expect(sceneOf(stateAfter(LIVE), shot(source), WALL)).toEqual({ kind: 'card', card: HOLD });
    }
  });

  test('[PRG6] no two places of a scene lie over each other, and all lie on the surface', () => {
    const state = stateAfter(LIVE, laid, many(20));
    for (const source of [grid(4), grid(9), grid(16), grid(16, 1), from(anGiang)]) {
      for (const frame of ['alone', 'withHall', 'withDocument'] as const) {
        const places = placesOf(sceneOf(state, shot(source, frame), WALL));
        expect(places.length).toBeGreaterThan(0);
        expect(collisions(places)).toBe(0);
      }
    }
    const twice = placesOf(sceneOf(state, shot(from(anGiang)), WALL));
    expect(collisions([...twice, ...twice])).toBe(1);
  });

  test('[PRG7] the places of a grid are fixed: a hall that is gone and the own hall keep theirs', () => {
    const state = stateAfter(LIVE_UNTRIED, many(20));
    const everybody = placesOf(sceneOf(state, shot(grid(9)), WALL));
    expect(everybody).toHaveLength(9);
    expect(seen(sceneOf(stateAfter(LIVE_UNTRIED, many(20), linked(anGiang)), shot(grid(9)), WALL))).toEqual(
      everybody.map((place) => (place.kind === 'document' ? '' : place.bridgeId)),
    );
    const ofOne = placesOf(sceneOf(state, shot(grid(9)), at(anGiang)));
    expect(ofOne.map(({ box }) => box)).toEqual(everybody.map(({ box }) => box));
    expect(ofOne.filter(({ kind }) => kind === 'own')).toMatchObject([{ bridgeId: anGiang }]);
    expect(hallsIn(sceneOf(state, shot(grid(9)), at(anGiang)))).not.toContain(anGiang);
  });

  test('[PRG8] each hall of the stage stands on one page of the grid, sub-bridges on none', () => {
    const state = stateAfter(LIVE, many(20));
    const all = [0, 1].flatMap((page) => hallsIn(sceneOf(state, shot(grid(16, page)), WALL)));
    expect(new Set(all).size).toBe(23);
    expect(all).toHaveLength(23);
    expect(all).not.toContain(chauDoc);
    expect([pagesOf(0, 16), pagesOf(16, 16), pagesOf(17, 16)]).toEqual([1, 1, 2]);
  });

  test('[PRG9] a sub-bridge gets one picture, whatever the layout', () => {
    const state = stateAfter(LIVE, laid, many(20));
    expect(seen(sceneOf(state, shot(grid(16)), at(chauDoc, true)))).toEqual([central]);
    for (const frame of ['withHall', 'withDocument'] as const) {
      expect(seen(sceneOf(state, shot(from(anGiang), frame), at(chauDoc, true)))).toEqual([anGiang]);
    }
  });

  test('[PRG10] on a thin line the grid goes first, then the second hall; the document stays', () => {
    const thin = stateAfter(LIVE, laid, limited('noGrid'));
    const wide = stateAfter(LIVE, laid);
    for (const [state, from_] of [
      [thin, WALL],
      [wide, { ...WALL, limit: 'noGrid' }],
    ] as const) {
      expect(seen(sceneOf(state, shot(grid(4)), from_))).toEqual([central]);
      expect(seen(sceneOf(state, shot(from(anGiang), 'withHall'), from_))).toEqual([anGiang]);
      expect(seen(sceneOf(state, shot(from(anGiang), 'withDocument'), from_))).toEqual(['document', anGiang]);
    }
    expect(seen(sceneOf(wide, shot(grid(4)), WALL))).toHaveLength(3);
    expect((['full', 'noGrid', 'smallPictures', 'soundOnly'] as const).map(showsPictures)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test('[PRG11] a classified session shows the slide, whatever was taken before', () => {
    const secret: ConferenceEvent = { type: 'classifiedSessionBegan', at: NOW };
    const state = stateAfter(LIVE, taken(from(anGiang)), secret);
    expect(sceneOf(state, programShot(state), WALL)).toEqual({ kind: 'card', card: HOLD });
  });
});

describe('the videos of a program picture', () => {
  const state = stateAfter(LIVE, many(20), armed(from(quangBinh)));
  const sceneFor = (source: Source, frame: Frame = 'alone') => sceneOf(state, shot(source, frame), WALL);
  const drawn = (scene: Scene, next: Scene) => ({ drawn: scene, wanted: scene, next, left: null });

  test('[PRG12] what is armed is mounted unseen at the place where the take will show it', () => {
    const mounted = mountedHalls(drawn(sceneFor(from(anGiang)), sceneFor(from(quangBinh), 'withHall')));
    expect(mounted.find((one) => one.bridgeId === anGiang)).toMatchObject({ visible: true, box: FULL });
    expect(mounted.find((one) => one.bridgeId === quangBinh)).toMatchObject({ visible: false, box: { left: 1 } });
    expect(mounted.filter(({ visible }) => visible)).toHaveLength(1);
  });

  test('[PRG13] a take keeps every video that stays in its order: a video that is moved would stop', () => {
    const before = mountedHalls(drawn(sceneFor(from(anGiang)), sceneFor(grid(9)))).map((one) => one.bridgeId);
    const after = mountedHalls(drawn(sceneFor(grid(9)), sceneFor(from(quangBinh)))).map((one) => one.bridgeId);
    const kept = before.filter((id) => after.includes(id));
    expect(kept.length).toBeGreaterThan(3);
    expect(after.filter((id) => before.includes(id))).toEqual(kept);
  });

  test('[PRG21] what was taken and has not come is mounted unseen, as large as it will be, beside what still stands', () => {
    const [before, wanted] = [sceneFor(from(anGiang)), sceneFor(from(quangBinh))];
    expect(mountedHalls({ drawn: before, wanted, next: sceneFor(from(central)), left: null })).toEqual(
      [
        { bridgeId: anGiang, box: FULL, visible: true, taken: true, layer: 'only' },
        { bridgeId: quangBinh, box: FULL, visible: false, taken: true, layer: 'only' },
        { bridgeId: central, box: FULL, visible: false, taken: false, layer: 'only' },
      ].toSorted((a, b) => (a.bridgeId < b.bridgeId ? -1 : 1)),
    );
  });

  test('[PRG24] what stood before stays painted beneath its cover, unless the cover shows it itself', () => {
    const [left, cover] = [sceneFor(from(anGiang)), sceneFor(from(quangBinh))];
    const covered = mountedHalls({ drawn: cover, wanted: cover, next: null, left });
    expect(covered.find((one) => one.bridgeId === anGiang)).toMatchObject({
      visible: true,
      layer: 'beneath',
      box: FULL,
    });
    expect(covered.find((one) => one.bridgeId === quangBinh)).toMatchObject({ visible: true, layer: 'cover' });
    expect(mountedHalls({ drawn: cover, wanted: cover, next: null, left: cover })).toMatchObject([
      { visible: true, layer: 'cover' },
    ]);
  });

  test('[PRG21] the old picture stands until the first frame of the new one, or until its time is over', () => {
    const [before, wanted] = [sceneFor(from(anGiang)), sceneFor(from(quangBinh))];
    const comes = (waited: Waited, ...flowing: BridgeId[]) =>
      mayDraw(wanted, before, { flowing: new Set(flowing), expected: [quangBinh], waited });
    expect(comes('notYet', anGiang)).toBe(false);
    expect(comes('some', anGiang)).toBe(false);
    expect(comes('enough', anGiang)).toBe(true);
    expect(comes('notYet', anGiang, quangBinh)).toBe(true);
    expect(comes('notYet'), 'where nothing is seen nothing is kept').toBe(true);
    const card = { flowing: new Set<BridgeId>(), expected: [quangBinh], waited: 'notYet' } as const;
    expect(mayDraw(wanted, sceneFor(HOLD), card), 'a card stays as long').toBe(false);
  });

  test('[PRG21] cards come at once, nobody waits for a hall that is gone, and of several those that came are shown', () => {
    const before = sceneFor(from(anGiang));
    const waiting = (waited: Waited, expected: readonly BridgeId[], ...flowing: BridgeId[]) => ({
      flowing: new Set([anGiang, ...flowing]),
      expected,
      waited,
    });
    expect(mayDraw(sceneFor(HOLD), before, waiting('notYet', []))).toBe(true);
    expect(mayDraw(sceneFor(from(quangBinh)), before, waiting('notYet', []))).toBe(true);
    const several = sceneFor(from(quangBinh), 'withHall');
    expect(mayDraw(several, before, waiting('notYet', [quangBinh, central], central))).toBe(false);
    expect(mayDraw(several, before, waiting('some', [quangBinh, central], central))).toBe(true);
    expect(mayDraw(several, before, waiting('some', [quangBinh, central]))).toBe(false);
  });

  test('[PRG14] a page says from outside which hall it shows alone, else what kind of source it is', () => {
    expect(shownName(shot(from(anGiang)), sceneFor(from(anGiang)))).toBe(anGiang);
    expect(shownName(shot(grid(4)), sceneFor(grid(4)))).toBe('grid');
    expect(shownName(shot(HOLD), sceneFor(HOLD))).toBe('hold');
  });
});

describe('the welcome loop', () => {
  const item = (name: string, index: number) =>
    itemAdded(
      itemId(`muc-${index}`),
      itemPlan({ title: name, start: NOW + index * 10 * MINUTE, span: lasting(10 * MINUTE) }),
    );
  const programme = Array.from({ length: 9 }, (_, index) => item(`Nội dung ${index}`, index));

  test('[PRG15] shows the title, the programme and the halls that take part, and every screen the same page', () => {
    const state = stateAfter(LIVE_UNTRIED, programme);
    expect(welcomePages(state).map(({ kind }) => kind)).toEqual(['title', 'programme', 'programme', 'title', 'halls']);
    expect(welcomePages(state)[1]).toMatchObject({ items: { length: 5 } });
    expect(welcomePages(state)[4]).toMatchObject({ of: 3, names: { length: 3 } });
    const turn = 5 * WELCOME_PAGE_MS;
    expect(welcomePageAt(state, 7 * turn + 4 * WELCOME_PAGE_MS + 1)).toEqual(welcomePages(state)[4]);
    expect(welcomePageAt(state, 7 * turn)).toEqual({ kind: 'title' });
  });

  test('[PRG16] shows the title alone while nothing else is written', () => {
    expect(welcomePages(stateAfter(created))).toEqual([{ kind: 'title' }]);
  });
});

describe('a clip in step', () => {
  const running = (wantedMs: number, actualMs: number) => clipStep({ wantedMs, actualMs, running: true });

  test('[PRG17] within what no hall notices it is left alone', () => {
    expect(running(10_000, 9_960)).toEqual({ kind: 'pace', rate: 1 });
    expect(running(10_000, 10_049)).toEqual({ kind: 'pace', rate: 1 });
  });

  test('[PRG18] what drifted is caught up by pace within 8 %, what is far off by a jump', () => {
    expect(running(10_000, 9_800)).toEqual({ kind: 'pace', rate: 1.05 });
    expect(running(10_000, 11_000)).toEqual({ kind: 'pace', rate: 0.92 });
    expect(running(10_000, 2_000)).toEqual({ kind: 'seek', toMs: 10_000 });
  });

  test('[PRG19] simulated for a minute, a clock that is off comes within 150 ms and stays there', () => {
    let actual = -1_000;
    let worst = 0;
    for (let now = 0; now < 60_000; now += 250) {
      const step = running(now, actual);
      if (step.kind === 'seek') actual = step.toMs;
      // A machine whose player is one in a thousand slow.
      actual += 250 * 0.999 * (step.kind === 'pace' ? step.rate : 1);
      if (now > 20_000) worst = Math.max(worst, Math.abs(now + 250 - actual));
    }
    expect(worst).toBeLessThan(150);
  });

  test('[PRG20] a clip that stands is put on its very frame', () => {
    expect(clipStep({ wantedMs: 5_000, actualMs: 5_100, running: false })).toEqual({ kind: 'seek', toMs: 5_000 });
    expect(clipStep({ wantedMs: 5_000, actualMs: 5_010, running: false })).toEqual({ kind: 'pace', rate: 1 });
  });
});
