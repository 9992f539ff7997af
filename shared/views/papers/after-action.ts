import { bridgeOf } from '../../domain/bridges/bridge.ts';
import type { Incident } from '../../domain/records/incident.ts';
import { isSecretAt } from './classified-spans.ts';
import type { Block } from './paper.ts';
import { plainHeadLines } from './paper-head.ts';
import { heading, list, paragraph } from './paper-parts.ts';
import type { PaperScope } from './paper-scope.ts';
import { numbered, tableOf } from './paper-table.ts';
import type { PaperText } from './paper-text.ts';
import { calendarDay, clockDigits, minutesOf, shortDay } from './paper-time.ts';
import { number } from './words.ts';
import { afterActionWords as words } from './words-of-sheets.ts';

/** The worst of them: below that every line flickers once. */
const MAX_LOSSES = 200;

/** What went wrong, who mended it, how long it took, what it did; and which halls were lost how often. */
export function afterActionPaper(scope: PaperScope): PaperText {
  return {
    head: plainHeadLines(scope),
    title: words.title,
    subject: scope.state.conference.title,
    blocks: [
      heading(1, words.incidents),
      ...incidentBlocks(scope),
      heading(1, words.losses),
      ...lossBlocks(scope),
      ...defectBlocks(scope),
    ],
    signatures: null,
    recipients: [],
    appendices: [],
  };
}

function incidentBlocks(scope: PaperScope): readonly Block[] {
  const told = scope.state.records.incidents
    .filter(({ since }) => !isSecretAt(scope.state, since))
    .toSorted((a, b) => a.since - b.since);
  const mended = told.filter(({ mendedAt }) => mendedAt !== null).length;
  const table = tableOf(
    [
      [words.place, 1, 'center'],
      [words.since, 3],
      [words.bridge, 4],
      [words.matter, 6],
      [words.owner, 4],
      [words.repair, 3],
      [words.effect, 5],
      [words.remedy, 5],
    ],
    numbered(told.map((incident) => incidentRow(incident, scope))),
    words.noIncidents,
  );
  return told.length === 0 ? [table] : [paragraph(words.counts(number(told.length), number(mended))), table];
}

function incidentRow(incident: Incident, { state }: PaperScope): readonly string[] {
  const { bridgeId, matter, text, owner, effect, since, mendedAt, remedy } = incident;
  const hall = bridgeId === null ? words.everywhere : (bridgeOf(state.bridges, bridgeId)?.name ?? '');
  const repair = mendedAt === null ? words.open : words.minutes(number(minutesOf(mendedAt - since)));
  return [
    `${clockDigits(since)} ${shortDay(calendarDay(since))}`,
    hall,
    `${words.matters[matter]}: ${text}`,
    owner ?? '',
    repair,
    effect ?? '',
    remedy ?? '',
  ];
}

function lossBlocks({ bridges }: PaperScope): readonly Block[] {
  const lost = bridges.filter(({ losses }) => losses > 0).toSorted((a, b) => b.losses - a.losses);
  const sum = lost.reduce((all, { losses }) => all + losses, 0);
  const table = tableOf(
    [
      [words.place, 1, 'center'],
      [words.bridge, 10],
      [words.times, 4, 'right'],
    ],
    numbered(lost.slice(0, MAX_LOSSES).map(({ name, losses }) => [name, number(losses)])),
    words.noLosses,
  );
  return lost.length === 0 ? [table] : [paragraph(words.lossCounts(number(lost.length), number(sum))), table];
}

function defectBlocks({ state }: PaperScope): readonly Block[] {
  const { defects } = state.records;
  if (defects.length === 0) return [];
  const lines = defects.map(({ sentence, bridgeId, mendedAt }) => {
    const hall = bridgeId === null ? null : (bridgeOf(state.bridges, bridgeId)?.name ?? null);
    return `${hall === null ? '' : `${hall}: `}${sentence} (${mendedAt === null ? words.open : words.mended})`;
  });
  return [heading(1, words.defects), list(lines)];
}
