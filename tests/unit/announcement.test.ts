import { describe, expect, test } from 'vitest';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { PARTY_COMMITTEES } from '../../shared/lists/party-committees.ts';
import { PROVINCES_34 } from '../../shared/lists/provinces-34.ts';
import { PROVINCES_63 } from '../../shared/lists/provinces-63.ts';
import { announcement, bridgeInSentence, fill, invitation, PLACEHOLDERS } from '../../shared/views/announcement.ts';
import {
  adjourned,
  anGiang,
  central,
  counts,
  DRAFT,
  itemAdded,
  itemId,
  itemStarted,
  LIVE,
  LIVE_UNTRIED,
  linked,
  lost,
  MINUTE,
  NOW,
  PREPARING,
  person,
  quangBinh,
  reported,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import { paused } from '../support/floor-builders.ts';
import { began, called, ended, paper } from '../support/speech-builders.ts';

const first = speechId('first');
const second = speechId('second');
const third = speechId('third');
const papers = itemId('papers');
const discussion: readonly ConferenceEvent[] = [
  itemAdded(papers, { kind: 'papers', title: 'Tham luận của các điểm cầu.' }),
  itemStarted(papers),
];
const line = [paper(first, anGiang), paper(second, quangBinh)];
const spoke = (id: typeof first) => [called(id), began(id), ended(id, NOW + MINUTE)];

describe('what the announcer says', () => {
  test('[ANN1] the next is invited and the one after told to be ready', () => {
    expect(invitation(stateAfter(LIVE, line))).toBe(
      'Xin mời điểm cầu tỉnh An Giang phát biểu; điểm cầu tỉnh Quảng Bình chuẩn bị.',
    );
  });

  test('[ANN2] nobody stands by when nobody comes after', () => {
    expect(invitation(stateAfter(LIVE, paper(first, anGiang)))).toBe('Xin mời điểm cầu tỉnh An Giang phát biểu.');
  });

  test('[ANN2] a hall is not told to stand by for itself', () => {
    const twice = [paper(first, anGiang), paper(second, anGiang, { kind: 'reply' })];
    expect(invitation(stateAfter(LIVE, twice))).toBe('Xin mời điểm cầu tỉnh An Giang phát biểu.');
  });

  test('[ANN2] a hall whose line is lost is not promised', () => {
    const three = [...line, paper(third, central)];
    expect(invitation(stateAfter(LIVE, three, lost(quangBinh)))).toBe(
      'Xin mời điểm cầu tỉnh An Giang phát biểu; điểm cầu Trung ương chuẩn bị.',
    );
    expect(invitation(stateAfter(LIVE, three, lost(quangBinh), linked(quangBinh)))).toContain('Quảng Bình chuẩn bị');
  });

  test('[ANN2] while no hall is on the line the order alone counts', () => {
    expect(invitation(stateAfter(LIVE_UNTRIED, line))).toContain('; điểm cầu tỉnh Quảng Bình chuẩn bị.');
  });

  test('[ANN3] the first of a discussion hears that it begins', () => {
    expect(invitation(stateAfter(LIVE, discussion, line))).toBe(
      'Hội nghị chuyển sang nội dung: Tham luận của các điểm cầu. ' +
        'Xin mời điểm cầu tỉnh An Giang phát biểu đầu tiên; điểm cầu tỉnh Quảng Bình chuẩn bị.',
    );
  });

  test('[ANN4] whoever has spoken is thanked before the next is invited', () => {
    expect(invitation(stateAfter(LIVE, discussion, line, spoke(first)))).toBe(
      'Xin cảm ơn điểm cầu tỉnh An Giang. Xin mời điểm cầu tỉnh Quảng Bình phát biểu.',
    );
    const running = stateAfter(LIVE, discussion, line, called(first), began(first));
    expect(announcement(running)).toEqual({
      moment: 'after',
      sentence: 'Xin cảm ơn điểm cầu tỉnh An Giang. Xin mời điểm cầu tỉnh Quảng Bình phát biểu.',
    });
  });

  test('[ANN4] a hall that was called and never heard is not thanked', () => {
    const silent = stateAfter(LIVE, line, called(first), ended(first));
    expect(invitation(silent)).toBe('Xin mời điểm cầu tỉnh Quảng Bình phát biểu.');
  });

  test('[ANN4] after the last speaker the chair goes on', () => {
    expect(invitation(stateAfter(LIVE, discussion, line[0] ?? [], spoke(first)))).toBe(
      'Xin cảm ơn điểm cầu tỉnh An Giang. Xin kính mời đồng chí chủ trì tiếp tục điều hành hội nghị.',
    );
  });

  test('[ANN1] whoever is called is invited now, and the first stays the first', () => {
    expect(announcement(stateAfter(LIVE, discussion, line, called(first)))).toEqual({
      moment: 'now',
      sentence:
        'Hội nghị chuyển sang nội dung: Tham luận của các điểm cầu. ' +
        'Xin mời điểm cầu tỉnh An Giang phát biểu đầu tiên; điểm cầu tỉnh Quảng Bình chuẩn bị.',
    });
  });

  test('[ANN5] a question is put to the running speech, which goes on afterwards', () => {
    const question = paper(third, quangBinh, { kind: 'question' });
    const main = [paper(first, anGiang), question, called(first), began(first)];
    const asking = [paused(first, NOW, 'interposed'), called(third)];
    expect(invitation(stateAfter(LIVE, main, asking))).toBe(
      'Xin mời điểm cầu tỉnh Quảng Bình đặt câu hỏi; sau đó điểm cầu tỉnh An Giang phát biểu tiếp.',
    );
    expect(announcement(stateAfter(LIVE, main, asking, began(third)))).toEqual({
      moment: 'after',
      sentence: 'Xin cảm ơn điểm cầu tỉnh Quảng Bình. Xin mời điểm cầu tỉnh An Giang tiếp tục phát biểu.',
    });
  });

  test('[ANN5] somebody called back speaks again; a reply answers; the order of business has its own words', () => {
    const says = (rest: Parameters<typeof paper>[2]) => invitation(stateAfter(LIVE, paper(first, anGiang, rest)));
    expect(says({ callbackOf: second })).toBe('Xin mời điểm cầu tỉnh An Giang phát biểu tiếp.');
    expect(says({ kind: 'reply' })).toBe('Xin mời điểm cầu tỉnh An Giang trả lời.');
    expect(says({ kind: 'procedural' })).toBe('Xin mời điểm cầu tỉnh An Giang phát biểu về điều hành.');
  });

  test('[ANN6] in the central hall the person is invited', () => {
    const speaker = { ...person('Trưởng Ban Tổ chức Trung ương'), fullName: 'Nguyễn Văn An' };
    expect(invitation(stateAfter(LIVE, paper(first, central, { speaker })))).toBe(
      'Xin mời đồng chí Nguyễn Văn An, Trưởng Ban Tổ chức Trung ương, tại điểm cầu Trung ương, phát biểu.',
    );
  });

  test('[ANN7] outside the session nothing is said', () => {
    for (const history of [DRAFT, PREPARING, [...LIVE, adjourned]]) {
      expect(invitation(stateAfter(history, line))).toBe('');
    }
  });

  test('[ANN7] while nobody waits and nobody has spoken nothing is said', () => {
    expect(invitation(stateAfter(LIVE, discussion))).toBe('');
  });
});

describe('names of bridges in a sentence', () => {
  test.each([
    ['party committees', PARTY_COMMITTEES],
    ['34 provinces', PROVINCES_34],
    ['63 provinces', PROVINCES_63],
  ])('[ANN8] of the list of %s none says "điểm cầu" twice, and each keeps its own name', (_, list) => {
    for (const { name } of list) {
      const spoken = bridgeInSentence(name);
      expect(spoken.match(/điểm cầu/giu)).toHaveLength(1);
      expect(spoken).toBe(`đ${name.slice(1)}`);
    }
  });

  test('[ANN8] a name without the words gets them', () => {
    expect(bridgeInSentence('Hội trường Diên Hồng')).toBe('điểm cầu Hội trường Diên Hồng');
    expect(bridgeInSentence('ĐIỂM CẦU tỉnh Cà Mau')).toBe('điểm cầu tỉnh Cà Mau');
  });
});

describe('a text with placeholders', () => {
  const state = stateAfter(
    LIVE,
    discussion,
    line,
    called(first),
    began(first),
    reported(anGiang, counts(4_050, 4_012)),
  );

  test('[ANN9] what the state knows is filled in', () => {
    expect(fill('{Đang phát biểu} đang trình bày; {tiếp theo} chuẩn bị.', state)).toBe(
      'Điểm cầu tỉnh An Giang đang trình bày; điểm cầu tỉnh Quảng Bình chuẩn bị.',
    );
    expect(fill('Có mặt { số đại biểu } đại biểu tại {số điểm cầu} điểm cầu.', state)).toBe(
      'Có mặt 4.012 đại biểu tại 4 điểm cầu.',
    );
  });

  test('[ANN9] the invitation in a text leaves the name of the item to the text', () => {
    expect(fill('Hội nghị chuyển sang thảo luận. {lời mời}', stateAfter(LIVE, discussion, line))).toBe(
      'Hội nghị chuyển sang thảo luận. ' +
        'Xin mời điểm cầu tỉnh An Giang phát biểu đầu tiên; điểm cầu tỉnh Quảng Bình chuẩn bị.',
    );
  });

  test('[ANN9] a placeholder begins a sentence with a capital', () => {
    expect(fill('Xin cảm ơn. {tiếp theo} chuẩn bị.', state)).toBe('Xin cảm ơn. Điểm cầu tỉnh Quảng Bình chuẩn bị.');
  });

  test('[ANN9] a key that nobody knows stays as it was typed', () => {
    expect(fill('Kính thưa {ten nguoi}, { } và {tiếp theo}', state)).toBe(
      'Kính thưa {ten nguoi}, { } và điểm cầu tỉnh Quảng Bình',
    );
  });

  test('[ANN9] where the state has nobody yet a gap is seen', () => {
    expect(fill('Mời {chuẩn bị}.', state)).toBe('Mời ….');
  });

  test('[ANN9] every key that is offered is known', () => {
    for (const { key, sample } of PLACEHOLDERS) {
      expect(sample).not.toBe('');
      expect(fill(`{${key}}`, state)).not.toContain('{');
    }
  });
});
