import { expect, test } from 'vitest';
import {
  DOWN_AFTER_MS,
  FULL_RECEPTION,
  limitedPictures,
  narrower,
  nextStep,
  type ReceptionSample,
  type ReceptionStep,
  UP_AFTER_MS,
} from '../../client/media/reception-steps.ts';
import { anGiang, quangBinh } from '../support/builders.ts';

const GOOD: ReceptionSample = { loss: 0, frozen: 0, heldBack: false };
const LOSSY: ReceptionSample = { ...GOOD, loss: 15 };
const TORN: ReceptionSample = { ...GOOD, loss: 40, frozen: 0.8 };
const EVERY_MS = 2_000;

interface Course {
  readonly step: ReceptionStep;
  readonly now: number;
}

/** The same sample for so long, measured every two seconds. */
function after({ step, now }: Course, sample: ReceptionSample, ms: number): Course {
  let course = { step, now };
  for (const end = now + ms; course.now < end; ) {
    const later = course.now + EVERY_MS;
    course = { step: nextStep(course.step, sample, later), now: later };
  }
  return course;
}

const START: Course = { step: FULL_RECEPTION, now: 0 };

test('[NET20] a thin line gives up the grid first, then the size of pictures, the pictures themselves last', () => {
  const limits: string[] = [];
  let course = START;
  for (let i = 0; i < 4; i++) {
    course = after(course, TORN, DOWN_AFTER_MS + EVERY_MS);
    limits.push(course.step.limit);
  }
  expect(limits).toEqual(['noGrid', 'smallPictures', 'soundOnly', 'soundOnly']);
});

test('[NET21] a short trouble changes nothing', () => {
  const course = after(after(START, TORN, DOWN_AFTER_MS - EVERY_MS), GOOD, EVERY_MS);
  expect(after(course, TORN, DOWN_AFTER_MS - EVERY_MS).step.limit).toBe('full');
});

test('[NET22] loss that small pictures survive never leads to sound alone', () => {
  expect(after(START, LOSSY, 120_000).step.limit).toBe('smallPictures');
});

test('[NET23] what the SFU holds back counts as a thin line, without any loss', () => {
  expect(after(START, { ...GOOD, heldBack: true }, DOWN_AFTER_MS + EVERY_MS).step.limit).toBe('noGrid');
});

test('[NET24] a line that is good again gets back one step after the other, slowly', () => {
  const low = after(START, TORN, 30_000);
  expect(low.step.limit).toBe('soundOnly');
  expect(after(low, GOOD, UP_AFTER_MS - EVERY_MS).step.limit).toBe('soundOnly');
  expect(after(low, GOOD, UP_AFTER_MS + EVERY_MS).step.limit).toBe('smallPictures');
  expect(after(low, GOOD, 3 * UP_AFTER_MS + 4 * EVERY_MS).step.limit).toBe('full');
});

test('[NET25] a step up that does not hold makes the next try wait twice as long', () => {
  const low = after(START, LOSSY, DOWN_AFTER_MS + EVERY_MS);
  const tried = after(low, GOOD, UP_AFTER_MS + EVERY_MS);
  expect(tried.step.limit).toBe('full');
  const failed = after(tried, LOSSY, DOWN_AFTER_MS + EVERY_MS);
  expect(failed.step.limit).toBe('noGrid');
  expect(after(failed, GOOD, UP_AFTER_MS + EVERY_MS).step.limit).toBe('noGrid');
  expect(after(failed, GOOD, 2 * UP_AFTER_MS + EVERY_MS).step.limit).toBe('full');
});

test('[NET26] with nothing received nothing is judged', () => {
  expect(after(START, { loss: null, frozen: null, heldBack: false }, 60_000).step.limit).toBe('full');
});

test('[NET29] pictures that stand still while nothing is lost are not this line’s fault', () => {
  expect(after(START, { ...GOOD, frozen: 0.9 }, 120_000).step.limit).toBe('full');
  expect(after(START, { ...GOOD, frozen: 0.9, loss: 3 }, 12_000).step.limit).not.toBe('full');
});

test('[NET27] of the own step and the director’s limit the narrower counts', () => {
  expect(narrower('full', 'smallPictures')).toBe('smallPictures');
  expect(narrower('soundOnly', 'noGrid')).toBe('soundOnly');
});

test('[NET28] under small pictures everything is asked for small, under sound alone nothing', () => {
  const wishes = new Map([
    [anGiang, 'high'],
    [quangBinh, 'medium'],
  ] as const);
  expect(limitedPictures(wishes, 'noGrid')).toBe(wishes);
  expect([...limitedPictures(wishes, 'smallPictures').values()]).toEqual(['low', 'low']);
  expect(limitedPictures(wishes, 'soundOnly').size).toBe(0);
});
