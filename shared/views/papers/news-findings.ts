import { hasPassed } from '../../domain/ballots/ballot.ts';
import { bridgeOf } from '../../domain/bridges/bridge.ts';
import type { Speech } from '../../domain/floor/floor.ts';
import { noteOf } from '../../domain/records/minutes.ts';
import type { ReportPoint } from '../../domain/records/report-point.ts';
import { awardText } from './award-words.ts';
import { toldBallots } from './ballot-part.ts';
import { citationText } from './citation-words.ts';
import { isConclusionSecret, taskBlocks } from './conclusion-part.ts';
import { heldItems, heldSpeeches, isMainSpeech, writtenSpeeches } from './course.ts';
import { speechCounts, unitThatSpoke } from './narrative.ts';
import type { Block } from './paper.ts';
import { listOf, paragraph, paragraphs } from './paper-parts.ts';
import type { PaperScope } from './paper-scope.ts';
import { capital, sentence } from './people-words.ts';
import { pointText } from './point-words.ts';
import { toldAwards } from './proceedings.ts';
import { addressedProposals, proposalText } from './proposals-part.ts';
import { minutesWords } from './words.ts';
import { newsWords as words } from './words-of-news.ts';

/** What the reports said. */
export function reportedLines(scope: PaperScope): readonly Block[] {
  const points = toldPoints(scope);
  return [
    ...pointList(words.results, points, 'result'),
    ...pointList(words.limitations, points, 'limitation'),
    ...pointList(words.plans, points, 'plan'),
  ];
}

/** Who spoke, in the order in which they spoke, about what, and with what result. */
export function spokenLines(scope: PaperScope): readonly Block[] {
  const points = toldPoints(scope);
  const ends = [
    ...inOneSentence(words.topics, points, 'topic'),
    ...inOneSentence(words.consensus, points, 'consensus'),
  ];
  const counts = speechCounts(scope);
  if (counts === null) return ends;
  const spoke = heldSpeeches(scope).filter((one) => !one.secret && isMainSpeech(one));
  const units = spoke.map(({ speech }) => unitOf(speech, scope));
  const written = writtenSpeeches(scope).map((speech) => unitOf(speech, scope));
  return [
    paragraph(`${words.spoke(counts)}${units.length === 0 ? '' : `, ${words.spokeOf}: ${units.join('; ')}`}.`),
    ...(written.length === 0 ? [] : [paragraph(`${words.written}: ${written.join('; ')}.`)]),
    ...ends,
  ];
}

const unitOf = ({ speaker, bridgeId }: Speech, scope: PaperScope): string =>
  unitThatSpoke(speaker, bridgeOf(scope.state.bridges, bridgeId)?.shortName ?? '', scope);

export const awardLines = (scope: PaperScope, known: ReadonlySet<string>): readonly Block[] =>
  toldAwards(scope).map((award) => paragraph(awardText(award, scope.profile, known)));

const secretItems = (scope: PaperScope): ReadonlySet<string> =>
  new Set(heldItems(scope).flatMap(({ item, secret }) => (secret === 'none' ? [] : item.itemId)));

function toldPoints(scope: PaperScope): readonly ReportPoint[] {
  const secret = secretItems(scope);
  return scope.state.records.points.filter(({ itemId }) => itemId === null || !secret.has(itemId));
}

function inOneSentence(name: string, points: readonly ReportPoint[], kind: ReportPoint['kind']): readonly Block[] {
  const own = points.filter((point) => point.kind === kind).map(pointText);
  return own.length === 0 ? [] : [paragraph(`${name}: ${sentence(own.join('; '))}`)];
}

function pointList(name: string, points: readonly ReportPoint[], kind: ReportPoint['kind']): readonly Block[] {
  const own = points.filter((point) => point.kind === kind).map((point) => sentence(pointText(point)));
  return own.length === 0 ? [] : [paragraph(name), ...listOf(own)];
}

export function citedLines(scope: PaperScope): readonly Block[] {
  const secret = secretItems(scope);
  const told = scope.state.records.citations.filter(({ itemId }) => itemId === null || !secret.has(itemId));
  return told.length === 0 ? [] : [paragraph(words.cited), ...listOf(told.map(citationText))];
}

export const proposalLines = ({ state }: PaperScope): readonly Block[] =>
  addressedProposals(state).flatMap(({ addressee, groups }) => [
    paragraph(`${minutesWords.proposalsTo(addressee)}:`),
    ...listOf(groups.map(proposalText)),
  ]);

/** News tell of a vote when its result was published. */
export const voteLines = ({ state }: PaperScope): readonly Block[] =>
  toldBallots(state).flatMap((ballot) => {
    const { stage, publishedAt, question, options } = ballot;
    if (stage.status !== 'closed' || publishedAt === null || stage.counts === null) return [];
    const verdict = hasPassed(ballot, stage.electorate, stage.counts) ? words.passed : words.failed;
    return [paragraph(verdict(question, options[0] ?? ''))];
  });

export function conclusionLines(scope: PaperScope, known: ReadonlySet<string>): readonly Block[] {
  if (isConclusionSecret(scope)) return [];
  const note = noteOf(scope.state.records.minutes, { kind: 'conclusion' })?.text ?? null;
  return [...(note === null ? [] : paragraphs(capital(note))), ...taskBlocks(scope, known)];
}
