import { describe, expect, test } from 'vitest';
import { type CommandOf, commandSchema } from '../../shared/domain/command.ts';
import type { EventOf } from '../../shared/domain/event.ts';
import { citationIdSchema, incidentIdSchema, reportPointIdSchema } from '../../shared/domain/ids.ts';
import { mayIssue } from '../../shared/domain/policy.ts';
import { type CitationInput, MAX_CITATIONS } from '../../shared/domain/records/citation.ts';
import { type IncidentFacts, type IncidentInput, MAX_INCIDENTS } from '../../shared/domain/records/incident.ts';
import { MAX_REPORT_POINTS, type ReportPointInput } from '../../shared/domain/records/report-point.ts';
import {
  ARCHIVED,
  anGiang,
  itemAdded,
  itemId,
  LIVE,
  lineTechnician,
  MINUTE,
  moderator,
  NOW,
  nowhere,
  operatorOf,
  stateAfter,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';

const at = NOW;
const secretary = { seat: 'secretary', session: 'bien-ban', bridgeId: null } as const;

describe('points of the reports', () => {
  const id = (name: string) => reportPointIdSchema.parse(name);
  const point = (rest: Partial<ReportPointInput> = {}): ReportPointInput => ({
    kind: 'result',
    text: 'Hoàn thành đề án trình Bộ Chính trị',
    figure: { value: 5, outOf: 18, unit: 'đề án' },
    period: 'quý III/2021',
    itemId: null,
    ...rest,
  });
  const added = (name: string): EventOf<'reportPointAdded'> => ({
    type: 'reportPointAdded',
    at,
    point: { pointId: id(name), ...point() },
  });
  const add = (rest: Partial<ReportPointInput> = {}): CommandOf<'addReportPoint'> => ({
    type: 'addReportPoint',
    point: point(rest),
  });

  test('[FUP28] a figure is kept as value, whole and unit; a sentence needs none', () => {
    const after = given(LIVE).when(add()).emits(added('new-1'));
    expect(after.records.points[0]?.figure).toEqual({ value: 5, outOf: 18, unit: 'đề án' });
    given(LIVE)
      .when(add({ figure: null }))
      .happens();
    given(LIVE)
      .when(add({ figure: { value: 99.87, outOf: null, unit: '%' } }))
      .happens();
    const endless = { ...add(), point: { ...point(), figure: { value: Number.NaN, outOf: null, unit: null } } };
    expect(commandSchema.safeParse(endless).success).toBe(false);
  });

  test('[FUP29] it is corrected in its place and taken out; of an item that is not there it is refused', () => {
    const correct = { type: 'correctReportPoint', pointId: id('a'), point: point({ text: 'Sửa' }) } as const;
    const after = given(LIVE, added('a'), added('b'))
      .when(correct)
      .emits({ type: 'reportPointCorrected', at, point: { pointId: id('a'), ...point({ text: 'Sửa' }) } });
    expect(after.records.points.map(({ text }) => text)).toEqual(['Sửa', point().text]);
    given(LIVE).when(correct).refuses('point-unknown');
    given(LIVE)
      .when({ type: 'removeReportPoint', pointId: id('a') })
      .refuses('point-unknown');
    const left = given(LIVE, added('a'))
      .when({ type: 'removeReportPoint', pointId: id('a') })
      .happens();
    expect(left.records.points).toEqual([]);
    given(LIVE)
      .when(add({ itemId: itemId('khac') }))
      .refuses('item-unknown');
    given(LIVE, itemAdded(itemId('bao-cao')))
      .when(add({ itemId: itemId('bao-cao') }))
      .happens();
  });

  test('[FUP30] a conference keeps five hundred points at most', () => {
    const full = Array.from({ length: MAX_REPORT_POINTS }, (_, place) => added(`p-${place}`));
    given(LIVE, full).when(add()).refuses('too-many-items', { max: MAX_REPORT_POINTS });
    given(LIVE, full.slice(1)).when(add()).happens();
  });
});

describe('incidents', () => {
  const id = (name: string) => incidentIdSchema.parse(name);
  const facts: Omit<IncidentFacts, 'incidentId' | 'since'> = {
    bridgeId: anGiang,
    matter: 'sound',
    text: 'Mất tiếng khi đang phát biểu',
    owner: 'Kỹ thuật viên',
    effect: 'Dừng phát biểu 3 phút',
  };
  const input = (rest: Partial<IncidentInput> = {}): IncidentInput => ({ ...facts, since: null, ...rest });
  const opened = (name: string, since = at): EventOf<'incidentOpened'> => ({
    type: 'incidentOpened',
    at,
    incident: { incidentId: id(name), ...facts, since },
  });
  const open = (rest: Partial<IncidentInput> = {}): CommandOf<'openIncident'> => ({
    type: 'openIncident',
    incident: input(rest),
  });
  const mend: CommandOf<'mendIncident'> = { type: 'mendIncident', incidentId: id('a'), remedy: 'Thay micrô' };

  test('[FUP31] an incident begins when it is said to have begun, else now, and never later than now', () => {
    given(LIVE).when(open()).emits(opened('new-1'));
    given(LIVE)
      .when(open({ since: at - MINUTE }))
      .emits(opened('new-1', at - MINUTE));
    given(LIVE)
      .when(open({ since: at + 1 }))
      .refuses('not-yet');
    given(LIVE)
      .when(open({ bridgeId: nowhere }))
      .refuses('bridge-unknown');
    given(LIVE)
      .when(open({ bridgeId: null }))
      .happens();
  });

  test('[FUP32] it is mended once, with what was done; its facts are corrected at any time, when it began stays', () => {
    const after = given(LIVE, opened('a'))
      .when(mend, { at: at + 3 * MINUTE })
      .emits({ type: 'incidentMended', at: at + 3 * MINUTE, incidentId: id('a'), remedy: 'Thay micrô' });
    expect(after.records.incidents[0]).toMatchObject({ mendedAt: at + 3 * MINUTE, remedy: 'Thay micrô' });
    const mended: EventOf<'incidentMended'> = { type: 'incidentMended', at, incidentId: id('a'), remedy: null };
    given(LIVE, opened('a'), mended).when(mend).refuses('nothing-to-change');
    given(LIVE).when(mend).refuses('incident-unknown');
    const correct: CommandOf<'correctIncident'> = {
      type: 'correctIncident',
      incidentId: id('a'),
      incident: input({ owner: 'Điện lực' }),
    };
    const corrected = given(ARCHIVED, opened('a', at - MINUTE), mended)
      .when(correct)
      .happens();
    expect(corrected.records.incidents[0]).toMatchObject({ owner: 'Điện lực', since: at - MINUTE, mendedAt: at });
    given(LIVE).when(correct).refuses('incident-unknown');
  });

  test('[FUP33] whoever tends the lines opens it, and the secretary; a hall calls for help instead', () => {
    const state = stateAfter(LIVE);
    for (const actor of [lineTechnician, moderator, secretary]) expect(mayIssue(actor, open(), state)).toBe(true);
    expect(mayIssue(operatorOf(anGiang), open(), state)).toBe(false);
  });

  test('[FUP34] a conference keeps two thousand at most, and an archived one opens none', () => {
    const full = Array.from({ length: MAX_INCIDENTS }, (_, place) => opened(`i-${place}`));
    given(LIVE, full).when(open()).refuses('too-many-items', { max: MAX_INCIDENTS });
    given(LIVE, full.slice(1)).when(open()).happens();
    given(ARCHIVED).when(open()).refuses('wrong-phase', { phase: 'archived' });
    given(ARCHIVED, opened('a')).when(mend).happens();
  });
});

describe('documents that were spoken of', () => {
  const id = (name: string) => citationIdSchema.parse(name);
  const citation = (rest: Partial<CitationInput> = {}): CitationInput => ({
    kind: 'Chỉ thị',
    number: '35-CT/TW',
    issuer: 'Bộ Chính trị',
    date: '2024-06-14',
    title: 'về đại hội đảng bộ các cấp',
    itemId: null,
    ...rest,
  });
  const cite = (rest: Partial<CitationInput> = {}): CommandOf<'citeDocument'> => ({
    type: 'citeDocument',
    citation: citation(rest),
  });
  const cited = (name: string): EventOf<'documentCited'> => ({
    type: 'documentCited',
    at,
    citation: { citationId: id(name), ...citation() },
  });

  test('[FUP35] a document is named with number, issuer, date, subject and item, as far as they are known', () => {
    const after = given(LIVE).when(cite()).emits(cited('new-1'));
    expect(after.records.citations).toEqual([{ citationId: 'new-1', ...citation() }]);
    given(LIVE)
      .when(cite({ number: null, issuer: null, date: null, title: null }))
      .happens();
    given(LIVE)
      .when(cite({ itemId: itemId('khac') }))
      .refuses('item-unknown');
    expect(commandSchema.safeParse({ ...cite(), citation: citation({ date: '2024-02-30' }) }).success).toBe(false);
  });

  test('[FUP36] it is taken out again; five hundred are kept at most', () => {
    const remove = { type: 'removeCitation', citationId: id('a') } as const;
    const after = given(LIVE, cited('a'), cited('b'))
      .when(remove)
      .emits({ type: 'citationRemoved', at, citationId: id('a') });
    expect(after.records.citations.map(({ citationId }) => citationId)).toEqual(['b']);
    given(LIVE).when(remove).refuses('citation-unknown');
    const full = Array.from({ length: MAX_CITATIONS }, (_, place) => cited(`c-${place}`));
    given(LIVE, full).when(cite()).refuses('too-many-items', { max: MAX_CITATIONS });
    given(LIVE, full.slice(1)).when(cite()).happens();
  });
});
