import { isNoFigure, presentIn, sumOf } from '../../domain/attendance/figure.ts';
import { officialsWith } from '../../domain/records/minutes.ts';
import { heldSpeeches, isMainSpeech, writtenSpeeches } from './course.ts';
import { otherBridges } from './opening-lines.ts';
import type { PaperScope } from './paper-scope.ts';
import { partOfDay, shortDay } from './paper-time.ts';
import { capital, doing, isSaidIn, type NamedPerson, titled } from './people-words.ts';
import { counted, formWords, minutesWords } from './words.ts';
import { newsWords as words } from './words-of-news.ts';

/** "Hội nghị …" as it is called inside of a sentence, whatever its title begins with. */
export const conferenceNamed = (title: string): string =>
  /^hội nghị(?!\p{L})/iu.test(title) ? title : words.titled(title);

/** "Sáng 29/12/2022, tại Hà Nội, Ban Tổ chức Trung ương tổ chức Hội nghị … theo hình thức …" */
export function heldSentence({ state, head, began, day }: PaperScope): string {
  const { title, organiser, form } = state.conference;
  const when = began === null ? words.onDay(shortDay(day)) : `${words.parts[partOfDay(began)]} ${shortDay(day)}`;
  const where = head.place === null ? '' : ` ${words.at(head.place)},`;
  return `${when},${where} ${words.held(organiser, conferenceNamed(title), formWords[form])}`;
}

/** One does it; several do it together, each with all posts. Begins in small letters; null: nobody. */
export function peopleDo(people: readonly NamedPerson[], verb: string, { profile }: PaperScope): string | null {
  const [first, ...rest] = people;
  if (first === undefined) return null;
  if (rest.length === 0) return `${doing(first, verb, profile)}.`;
  // "các đồng chí" says it once for all of them.
  const names = people.map((person) => titled(person, 'state')).join('; ');
  const comma = (people.at(-1)?.positions.length ?? 0) > 0 ? ',' : '';
  return `${profile === 'party' ? `${words.comrades}: ` : ''}${names}${comma} ${verb}.`;
}

/** Who directs, who chairs. */
export function leadingSentences(scope: PaperScope): readonly string[] {
  const { minutes } = scope.state.records;
  const of = (...offices: readonly Parameters<typeof officialsWith>[1][]): readonly NamedPerson[] =>
    offices.flatMap((office) => officialsWith(minutes, office)).map(({ person }) => person);
  const chairs = of('chair', 'coChair');
  return [
    peopleDo(of('directing'), words.directs, scope),
    peopleDo(chairs, chairs.length > 1 ? words.chairTogether : words.chairs, scope),
    peopleDo(of('moderating'), words.moderates, scope),
  ].flatMap((line) => (line === null ? [] : capital(line)));
}

/** "Dự hội nghị có 4.012 đại biểu tại 41 điểm cầu."; without a number nothing is said of numbers. */
export function attendanceSentence(scope: PaperScope): string | null {
  const figure = sumOf(scope.state.attendance.totals);
  const others = otherBridges(scope).length;
  const where = others === 0 ? '' : ` ${words.atBridges(counted(others + 1))}`;
  if (!isNoFigure(figure)) return `${words.attended(counted(presentIn(figure)))}${where}.`;
  return others === 0 ? null : words.connected(counted(others));
}

/** "07 ý kiến phát biểu trực tiếp, 02 tham luận gửi bằng văn bản"; null: nobody spoke. */
export function speechCounts(scope: PaperScope): string | null {
  const main = heldSpeeches(scope).filter((one) => !one.secret && isMainSpeech(one)).length;
  const written = writtenSpeeches(scope).length;
  const parts = [
    ...(main === 0 ? [] : [minutesWords.spoken(counted(main))]),
    ...(written === 0 ? [] : [minutesWords.written(counted(written))]),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

/** The unit that spoke, in the name by which it is called, and the person if one was named. */
export function unitThatSpoke(speaker: NamedPerson, shortName: string, { profile }: PaperScope): string {
  const who = titled(speaker, profile);
  if (speaker.fullName === null && isSaidIn(shortName, [who])) return who;
  return shortName === '' ? who : `${capital(shortName)} (${who})`;
}
