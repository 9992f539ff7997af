import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { getFrom, valuesOf } from '../../shared/base/persistent-map.ts';
import { attendanceOf, marksOf, recountOf } from '../../shared/domain/attendance/attendance.ts';
import { figureOfMarks, sumOf } from '../../shared/domain/attendance/figure.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import { officialsWith } from '../../shared/domain/records/minutes.ts';
import { speechRegister } from '../../shared/views/speech-register.ts';
import { DocumentCaller } from '../support/document-caller.ts';
import { docxText } from '../support/office-tools.ts';
import { slidesPdf } from '../support/pdf-files.ts';
import { allFacts, factsOf, folded, missingIn, nameAndTitles } from '../support/seed-facts.ts';
import { SeedServer, wordsOf } from '../support/seed-server.ts';

let seeds: SeedServer;

beforeAll(async () => {
  seeds = await SeedServer.start();
}, 120_000);
afterAll(() => seeds.stop());

describe('every feature of the file', () => {
  test('[SEED1] F01 kind, period reviewed and period planned are fields of the conference, and stand in its minutes', () => {
    for (const { seed, state } of seeds.from('F01')) {
      expect(state.conference).toMatchObject({
        periodReviewed: seed.periodReviewed,
        periodPlanned: seed.periodPlanned,
      });
    }
    expect(seeds.from('F01').map(({ state }) => state.conference.kind)).toEqual([
      'yearEndReview',
      'yearEndReview',
      'periodicBriefing',
      'halfYearReview',
    ]);
    expect(seeds.missingInMinutes('F01', 'periods')).toEqual([]);
  });

  test('[SEED1] F02 form of the conference; a conference of one hall works as well', () => {
    expect(seeds.from('F02').map(({ state }) => state.conference.form)).toEqual(['hybrid', 'online']);
    expect(seeds.missingInMinutes('F02', 'form', 'halls')).toEqual([]);
    const { state, minutes, seed } = seeds.of('seed-001');
    expect(bridgesInOrder(state.bridges)).toHaveLength(1);
    expect(missingIn(minutes, allFacts(seed))).toEqual([]);
  });

  test('[SEED1] F03 a person’s positions are printed in their order', () => {
    for (const { seed, state } of seeds.from('F03')) {
      for (const { person } of state.records.minutes.officials) {
        const said = seed.people.find(({ name }) => name === person.fullName);
        expect(person.positions).toEqual(said?.positions);
      }
    }
    expect(seeds.missingInMinutes('F03', 'people')).toEqual([]);
  });

  test('[SEED1] F04 who sits at another bridge is counted there, and with the own unit; both totals add up', () => {
    const { state } = seeds.of('seed-000');
    const { byBridge, byDelegation, totals } = state.attendance;
    expect(sumOf(totals)).toEqual(sumOf(recountOf(byBridge)));
    if (byDelegation === null) throw new Error('the staff are not told of the delegations');
    const thaiBinh = getFrom(byDelegation, 'Tỉnh Thái Bình');
    expect(thaiBinh === undefined ? null : figureOfMarks(thaiBinh).expected).toBe(2);
    const onLists = [...valuesOf(byBridge)].reduce((sum, one) => sum + figureOfMarks(marksOf(one)).expected, 0);
    expect([...valuesOf(byDelegation)].reduce((sum, marks) => sum + figureOfMarks(marks).expected, 0)).toBe(onLists);
    expect(seeds.missingInMinutes('F04', 'guestsOfUnits')).toEqual([]);
  });

  test('[SEED1] F05 attendance by category at each hall', () => {
    for (const { seed, state } of seeds.from('F05')) {
      for (const { name, attendeeCategories } of seed.bridges) {
        const bridge = bridgesInOrder(state.bridges).find((one) => one.name === name);
        const report = bridge && attendanceOf(state.attendance, bridge.bridgeId).report;
        expect(report?.categories.map(({ category }) => category)).toEqual(attendeeCategories);
      }
    }
    expect(seeds.missingInMinutes('F05', 'categories')).toEqual([]);
  });

  test('[SEED1] F06 a hall has chairs of its own, several, beside those of the conference', () => {
    const { state } = seeds.of('seed-002');
    const caMau = bridgesInOrder(state.bridges).find(({ name }) => name.includes('Cà Mau'));
    expect(caMau?.chairs.map(({ fullName }) => fullName)).toEqual(['Phạm Thành Ngại', 'Huỳnh Thị Thanh Loan']);
    const chairs = officialsWith(state.records.minutes, 'chair').map(({ person }) => person.fullName);
    expect(chairs).toEqual(['Trương Thị Mai']);
    expect(seeds.missingInMinutes('F06', 'bridgeChairs')).toEqual([]);
  });

  test('[SEED1] F07 co-chairs; whoever attends and directs is not the chair', () => {
    const nameOf = (id: string, office: 'chair' | 'coChair' | 'directing') =>
      officialsWith(seeds.of(id).state.records.minutes, office).map(({ person }) => person.fullName);
    expect([nameOf('seed-002', 'chair'), nameOf('seed-002', 'coChair')]).toEqual([
      ['Trương Thị Mai'],
      ['Mai Văn Chính'],
    ]);
    expect([nameOf('seed-004', 'chair'), nameOf('seed-004', 'coChair'), nameOf('seed-004', 'directing')]).toEqual([
      ['Mai Văn Chính'],
      ['Phan Thăng An'],
      ['Lê Minh Hưng'],
    ]);
    expect([nameOf('seed-001', 'chair'), nameOf('seed-001', 'directing')]).toEqual([[], ['Hồ Văn Niên']]);
    const line = /Người chủ trì: .*/u.exec(seeds.of('seed-004').minutes)?.[0] ?? '';
    expect(line).toMatch(/Mai Văn Chính.*Phan Thăng An.*đồng chủ trì/u);
    expect(line).not.toContain('Lê Minh Hưng');
    expect(seeds.of('seed-004').minutes).toMatch(/Dự và chỉ đạo: Đồng chí Lê Minh Hưng/u);
  });

  test('[SEED1] F08 the room of a hall', () => {
    const rooms = bridgesInOrder(seeds.of('seed-002').state.bridges).map(({ room }) => room);
    expect(rooms).toContain('Phòng họp trực tuyến Ban Tổ chức Tỉnh ủy, Cà Mau');
    expect(seeds.missingInMinutes('F08', 'rooms')).toEqual([]);
  });

  test('[SEED1] F09 a discussion with the units that asked to speak, in their order', () => {
    for (const { state, seed } of seeds.from('F09')) {
      const discussion = state.agenda.items.find(({ plan }) => plan.row === 'item' && plan.kind === 'discussion');
      const units = speechRegister(state).filter(({ item }) => item === discussion?.plan.title);
      expect(units.map(({ speaker }) => speaker.positions)).toEqual(
        seed.speeches.speakers.map(({ unit }) => [`Đại diện ${unit}`]),
      );
      expect(discussion?.progress.status).toBe('finished');
    }
    expect(seeds.missingInMinutes('F09', 'topics')).toEqual([]);
  });

  test('[SEED1] F10 seven opinions, their units in order, one of no territory, no speaker’s name', async () => {
    const { held, state } = seeds.of('seed-002');
    const spoken = speechRegister(state).filter(({ outcome }) => outcome === 'spoken');
    expect(spoken).toHaveLength(7);
    expect(spoken.map(({ speaker }) => speaker.fullName)).toEqual(Array.from({ length: 7 }, () => null));
    expect(spoken.at(-1)?.bridge).toContain('Quân ủy Trung ương');
    expect(seeds.missingInMinutes('F10', 'speeches')).toEqual([]);
    expect(
      missingIn(
        docxText(await seeds.file(held, 'speakers.docx')),
        factsOf.speeches(seeds.of('seed-002').seed).slice(1),
      ),
    ).toEqual([]);
  });

  test('[SEED1] F11 an item that presents new documents, with their list', () => {
    const { state, minutes } = seeds.of('seed-002');
    const item = state.agenda.items.find(({ plan }) => plan.row === 'item' && plan.kind === 'newDocuments');
    const presented = state.records.citations.filter(({ itemId }) => itemId === item?.itemId);
    expect(presented).toHaveLength(7);
    const under = presented.map(({ kind }) => kind);
    expect(
      missingIn(minutes, [{ what: 'under its item', words: [item?.plan.title ?? '', ...under], within: 1_000 }]),
    ).toEqual([]);
    expect(seeds.missingInMinutes('F11', 'documents')).toEqual([]);
  });

  test('[SEED1] F12 proposals in a register: addressee, state, a group of those that say the same, competence', async () => {
    expect(seeds.missingInMinutes('F12', 'proposals')).toEqual([]);
    const { held, state } = seeds.of('seed-002');
    const [leader] = state.records.proposals;
    if (leader === undefined) throw new Error('there is no proposal');
    expect(leader).toMatchObject({
      addressee: 'Trung ương',
      proposedBy: null,
      status: 'registered',
      duplicateOf: null,
    });
    const { proposalId } = leader;
    const settlement = {
      status: 'answered',
      competence: 'within',
      competentBody: 'Ban Tổ chức Trung ương',
      answer: 'Đang tổng kết.',
      answeredBy: 'Ban Tổ chức Trung ương',
    } as const;
    await held.must({ type: 'settleProposal', proposalId, settlement });
    const [settled] = (await held.state()).records.proposals;
    expect(settled).toMatchObject(settlement);
    // Another unit says the same: it stands in the group that the first one leads.
    const { text, addressee, speechId, bridgeId } = leader;
    await held.must({ type: 'registerProposal', text, proposedBy: 'Tỉnh An Giang', bridgeId, speechId, addressee });
    const second = (await held.state()).records.proposals[1]?.proposalId;
    if (second === undefined) throw new Error('the second proposal is not there');
    await held.must({ type: 'groupProposal', proposalId: second, duplicateOf: proposalId });
    expect((await held.state()).records.proposals[1]).toMatchObject({ duplicateOf: proposalId });
    expect(folded(wordsOf(await seeds.preview(held, 'followUp')))).toContain('đang tổng kết');
  });

  test('[SEED1] F13 awards: what, to whom, by whom, on whose behalf, and presented', () => {
    expect(seeds.missingInMinutes('F13', 'awards')).toEqual([]);
    const { awards } = seeds.of('seed-000').state.records;
    expect(awards.map(({ name, presentedAt }) => [name, presentedAt !== null])).toEqual([
      ['Huân chương Hồ Chí Minh', true],
      ['Cờ thi đua ngành tổ chức xây dựng Đảng', true],
    ]);
    expect(missingIn(seeds.of('seed-000').news, factsOf.awards(seeds.of('seed-000').seed))).toEqual([]);
  });

  test('[SEED1] F14 an invited guest with former titles stands among the invited', () => {
    const { seed, minutes } = seeds.of('seed-000');
    const guest = seed.people.find(({ id }) => id === 'to-huy-rua');
    if (guest === undefined) throw new Error('the guest is not in the file');
    const words = ['Đại biểu mời', nameAndTitles(guest), 'Báo chí'];
    expect(missingIn(minutes, [{ what: 'guest', words, within: 400 }])).toEqual([]);
    expect(guest.positions.every((position) => position.startsWith('Nguyên '))).toBe(true);
  });

  test('[SEED1] F15 figures as value, whole and unit', () => {
    expect(seeds.missingInMinutes('F15', 'figures')).toEqual([]);
    const figures = seeds.of('seed-004').state.records.points.flatMap(({ figure }) => figure ?? []);
    expect(figures[0]).toEqual({ value: 5, outOf: 18, unit: 'đề án, nhiệm vụ' });
    expect(seeds.of('seed-004').minutes).toContain('5/18 đề án, nhiệm vụ');
    expect(seeds.of('seed-003').minutes).toContain('7/9 đơn vị');
  });

  test('[SEED1] F16 tasks with who assigns and who does them, and how they go on', async () => {
    expect(seeds.missingInMinutes('F16', 'tasks', 'assigners')).toEqual([]);
    const { held, state } = seeds.of('seed-001');
    const taskId = state.records.tasks[0]?.taskId;
    if (taskId === undefined) throw new Error('there is no task');
    await held.must({ type: 'followUpTask', taskId, state: 'done', remark: 'Đã báo cáo.' });
    expect((await held.state()).records.tasks[0]).toMatchObject({ state: 'done', remark: 'Đã báo cáo.' });
    expect(folded(wordsOf(await seeds.preview(held, 'followUp')))).toContain('đã báo cáo');
  });

  test('[SEED1] F17 a deadline is a quarter, a year or an event', () => {
    expect(seeds.missingInMinutes('F17', 'deadlines')).toEqual([]);
    const kinds = seeds
      .from('F17')
      .map(({ state }) => state.records.tasks.flatMap(({ deadline }) => deadline?.kind ?? []));
    expect(kinds).toEqual([['quarter'], ['year'], ['event', 'event', 'year', 'year', 'year']]);
  });

  test('[SEED1] F18 agencies that are invited to the central hall are groups of its attendance', () => {
    const { seed, minutes } = seeds.of('seed-002');
    const [central] = seed.bridges;
    const groups = ['Bộ Nội vụ', 'Ban Công tác đại biểu', 'Văn phòng Trung ương', 'Ủy ban Kiểm tra Trung ương'];
    expect(missingIn(minutes, [{ what: 'agencies', words: [central?.name ?? '', ...groups], within: 2_000 }])).toEqual(
      [],
    );
    expect(seeds.missingInMinutes('F18', 'categories')).toEqual([]);
  });

  test('[SEED1] F19 the items were held in their order, each by its own presenter', () => {
    const { state } = seeds.of('seed-002');
    const started = state.agenda.items.map(({ progress }) =>
      progress.status === 'finished' ? progress.run.startedAt : -1,
    );
    expect(started).toEqual(started.toSorted((a, b) => a - b));
    expect(started).not.toContain(-1);
    expect(state.agenda.items.map(({ plan }) => (plan.row === 'item' ? plan.kind : plan.row))).toEqual([
      'opening',
      'newDocuments',
      'report',
      'discussion',
      'conclusion',
      'closing',
    ]);
    expect(seeds.missingInMinutes('F19', 'programme')).toEqual([]);
  });

  test('[SEED1] F20 a snapshot of a hall is kept with the record', async () => {
    const held = await seeds.openAgain('seed-002');
    const bridge = bridgesInOrder((await held.state()).bridges)[1];
    if (bridge === undefined) throw new Error('there is no second hall');
    const picture = createCanvas(320, 180).toBuffer('image/png');
    const response = await fetch(
      `${seeds.server.origin}/api/conferences/${held.id}/documents/snapshots?bridge=${bridge.bridgeId}`,
      {
        method: 'POST',
        headers: { 'content-type': 'image/png', cookie: seeds.secretariat.cookies.join('; ') },
        body: new Uint8Array(picture),
      },
    );
    expect(response.status).toBe(201);
    const documents = new DocumentCaller(seeds.secretariat, held.id);
    await documents.settled(z.object({ id: z.string() }).parse(await response.json()));
    const [stored] = (await held.state()).documents.list;
    expect(stored?.file).toMatchObject({ kind: 'image', snapshotOf: { bridgeId: bridge.bridgeId } });
  });

  test('[SEED1] F21 documents and programme for members’ phones, and as files for the handbook of the nation', async () => {
    expect(missingIn(seeds.of('seed-003').minutes, factsOf.findings(seeds.of('seed-003').seed))).toEqual([]);
    const held = await seeds.openAgain('seed-003');
    const documentId = await new DocumentCaller(seeds.secretariat, held.id).kept('Hướng dẫn.pdf', slidesPdf(2));
    const about = {
      title: 'Hướng dẫn nghiệp vụ công tác đảng viên',
      itemId: null,
      circulation: null,
      secrecy: 'none',
      watermark: false,
    } as const;
    await held.must({ type: 'describeDocument', documentId, about });
    await held.must({ type: 'releaseDocument', documentId, to: { kind: 'delegates' }, at: null });
    const handbook = await (await seeds.secretariat.fetch(`/api/handbook/${held.id}`)).text();
    expect(handbook).toContain(about.title);
    expect(handbook).toContain(held.seed.programme[0]?.title);
    for (const file of ['programme.pdf', 'programme.docx', 'conclusionNotice.pdf']) {
      expect((await seeds.file(held, file)).length).toBeGreaterThan(1_000);
    }
  });

  test('[SEED1] F22 a news draft from the same facts', () => {
    for (const { seed, news } of seeds.from('F22')) {
      const told = ['periods', 'people', 'categories', 'speeches', 'tasks', 'awards'] as const;
      expect(
        missingIn(
          news,
          told.flatMap((name) => factsOf[name](seed)),
        ),
      ).toEqual([]);
    }
  });
});
