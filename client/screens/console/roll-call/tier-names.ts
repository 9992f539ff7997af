import { valuesOf } from '../../../../shared/base/persistent-map.ts';
import type { Certificate } from '../../../../shared/domain/attendance/certificate.ts';
import type { Readiness } from '../../../../shared/domain/attendance/readiness.ts';
import type { ConferenceState } from '../../../../shared/domain/state.ts';

/** As many tiers as a certificate names. */
const MOST_TIERS = 6;

/** How many tiers of bridges stand below the centre; 0: none yet. */
export function tiersBelow({ bridges }: Pick<ConferenceState, 'bridges'>): number {
  let deepest = 0;
  for (const { tier } of valuesOf(bridges.byId)) deepest = Math.max(deepest, tier);
  return Math.min(deepest, MOST_TIERS);
}

/** As the last certificate called them, else as they are usually called. */
export function namesToBegin(
  tiers: number,
  last: Certificate | undefined,
  usual: readonly string[],
): readonly string[] {
  return Array.from({ length: tiers }, (_, index) => {
    const before = last?.tiers.find(({ tier }) => tier === index + 1)?.name;
    return before ?? usual[Math.min(index, usual.length - 1)] ?? '';
  });
}

export const withNames = (readiness: Readiness, names: readonly string[]): Readiness => ({
  ...readiness,
  tiers: readiness.tiers.map((one) => ({ ...one, name: names[one.tier - 1]?.trim() ?? one.name })),
});
