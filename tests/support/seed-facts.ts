import type { SeedConference, SeedPerson } from './seed-file.ts';

/** Words that must stand in a paper in this order, close to each other. */
export interface Fact {
  readonly what: string;
  readonly words: readonly string[];
  /** From the first to the last of the words, in letters. */
  readonly within: number;
}

const NEAR = 700;
const ANYWHERE = Number.POSITIVE_INFINITY;
const ONE_TELLING = 1_400;

/** Case, line ends and typographic quotes are the paper's; letters and tones are the fact's. */
export const folded = (text: string): string =>
  text.normalize('NFC').toLocaleLowerCase('vi').replaceAll(/[“”]/gu, '"').replaceAll(/\s+/gu, ' ');

/** The facts that the text does not hold. */
export function missingIn(text: string, facts: readonly Fact[]): readonly string[] {
  const whole = folded(text);
  return facts.filter((fact) => !holds(whole, fact)).map(({ what, words }) => `${what}: ${words.join(' … ')}`);
}

function holds(text: string, { words, within }: Fact): boolean {
  const [first = '', ...rest] = words.map((word) => folded(word).trim());
  for (let from = text.indexOf(first); from !== -1; from = text.indexOf(first, from + 1)) {
    let at = from + first.length;
    const isThere = rest.every((word) => {
      const next = text.indexOf(word, at);
      at = next + word.length;
      return next !== -1 && at - from <= within + words.join('').length;
    });
    if (isThere) return true;
  }
  return false;
}

const fact = (what: string, words: readonly (string | null)[], within = NEAR): Fact => ({
  what,
  words: words.filter((word) => word !== null),
  within,
});
const each = <T>(items: readonly T[], make: (item: T) => Fact): readonly Fact[] => items.map(make);

export const nameAndTitles = ({ name, positions }: SeedPerson): string => [name, ...positions].join(', ');
const personIn = ({ people }: SeedConference, id: string | null): SeedPerson | undefined =>
  people.find((one) => one.id === id);
const named = (seed: SeedConference, id: string | null): string | null => personIn(seed, id)?.name ?? null;

const FORM_WORDS: Readonly<Record<string, string>> = {
  ket_hop: 'trực tiếp kết hợp trực tuyến',
  truc_tuyen: 'trực tuyến',
  truc_tiep: 'trực tiếp',
};
export const formWords = ({ form, formGuess }: SeedConference): string => FORM_WORDS[formGuess ?? form] ?? form;

const day = (iso: string): string => iso.split('-').toReversed().map(Number).join('/');
const number = new Intl.NumberFormat('vi-VN');

/** Where there is one hall, nobody has to say in which of them somebody sits. */
const hallOf = ({ bridges }: SeedConference, name: string): string | null => (bridges.length === 1 ? null : name);
/** The chairs of the conference are named as such, and need not be named again as those of the hall where they sit. */
const chairsOnly = (seed: SeedConference, ids: readonly string[]): readonly (string | null)[] =>
  ids.filter((id) => personIn(seed, id)?.roles.includes('chu_tri') === false).map((id) => named(seed, id));

/** The facts of a conference, by what they are about. `order`: those that stand in the order of the file. */
export const factsOf = {
  periods: (seed: SeedConference) => [
    fact('title', [seed.title]),
    fact('period reviewed', [seed.periodReviewed]),
    fact('period planned', [seed.periodPlanned]),
    fact('organiser', [seed.organizer]),
  ],
  form: (seed: SeedConference) => [fact('form', [formWords(seed)])],
  halls: (seed: SeedConference) => [...each(seed.bridges, ({ name }) => fact('bridge', [name]))],
  place: ({ place }: SeedConference) => (place === null ? [] : [fact('place', [place])]),
  occasion: ({ sector, date, session }: SeedConference) => [
    fact('sector', [`Ngành ${sector}`]),
    fact('day and session', [session === 'sang' ? 'sáng' : 'chiều', date.split('-').toReversed().join('/')]),
  ],
  people: ({ people }: SeedConference) => each(people, (person) => fact('ordered titles', [nameAndTitles(person)])),
  guestsOfUnits: (seed: SeedConference) =>
    seed.bridges.flatMap(({ name, guestsFromOtherUnits }) =>
      each(guestsFromOtherUnits, ({ personId, homeUnit }) =>
        fact('sits elsewhere', [name, named(seed, personId), homeUnit], 1_500),
      ),
    ),
  categories: (seed: SeedConference) =>
    seed.bridges.map(({ name, attendeeCategories }) =>
      fact('categories of the hall', [hallOf(seed, name), ...attendeeCategories], 2_500),
    ),
  bridgeChairs: (seed: SeedConference) =>
    seed.bridges.flatMap(({ name, chairs }) => {
      const own = chairsOnly(seed, chairs);
      return own.length === 0 ? [] : [fact('chairs of the hall', [name, ...own], 1_500)];
    }),
  rooms: ({ bridges }: SeedConference) =>
    bridges.flatMap(({ name, room, place }) => (room === null ? [] : [fact('room', [name, room, place])])),
  programme: (seed: SeedConference) => [
    fact(
      'items in their order',
      seed.programme.map(({ title }) => title),
      ANYWHERE,
    ),
    ...seed.programme.flatMap(({ title, presenterId, presenterText }) =>
      presenterId === null && presenterText === null
        ? []
        : [fact('presenter', [title, named(seed, presenterId) ?? presenterText])],
    ),
  ],
  presenters: (seed: SeedConference) =>
    seed.programme.flatMap(({ presenterId, presenterText }) => {
      const presenter = named(seed, presenterId) ?? presenterText;
      return presenter === null ? [] : [fact('presenter', [presenter])];
    }),
  speeches: ({ speeches }: SeedConference) =>
    speeches.speakers.length === 0
      ? []
      : [
          fact('how many spoke', [`${String(speeches.reportedCount).padStart(2, '0')} ý kiến`]),
          fact(
            'units in their order',
            speeches.speakers.map(({ unit }) => `Đại diện ${unit}`),
            // The list of speakers in the appendix is another telling of the same.
            ONE_TELLING,
          ),
        ],
  topics: ({ speeches }: SeedConference) => [
    ...each(speeches.topics, (topic) => fact('topic', [topic])),
    ...(speeches.consensus === null ? [] : [fact('consensus', [speeches.consensus])]),
  ],
  findings: ({ results, limitations, sectorPlan }: SeedConference) => [
    ...each(results, ({ text, period }) => fact('result', [text, period], 200)),
    ...each(limitations, (text) => fact('limitation', [text])),
    ...each(sectorPlan, (text) => fact('plan', [text])),
  ],
  figures: ({ results }: SeedConference) =>
    results.flatMap(({ text, value, outOf, unit }) => {
      if (value === undefined || value === null) return [];
      const of = outOf === undefined || outOf === null ? '' : `/${number.format(outOf)}`;
      return [fact('figure', [text, `${number.format(value)}${of} ${unit ?? ''}`], 100)];
    }),
  proposals: ({ proposals }: SeedConference) =>
    each(proposals, ({ text, addressedTo, proposedBy }) => fact('proposal', [addressedTo, text, proposedBy], 300)),
  tasks: (seed: SeedConference) => each(seed.tasks, ({ text, assignees }) => fact('task', [text, ...assignees], 300)),
  assigners: (seed: SeedConference) =>
    seed.tasks.length === 0
      ? []
      : [fact('assigner', [...new Set(seed.tasks.map(({ assignerId }) => named(seed, assignerId))), 'giao nhiệm vụ'])],
  deadlines: ({ tasks }: SeedConference) =>
    tasks.flatMap(({ text, deadline }) =>
      deadline === null ? [] : [fact('deadline', [text, 'thời hạn', deadline], 300)],
    ),
  awards: (seed: SeedConference) =>
    each(seed.awards, ({ award, presenterId, recipientId, recipients, onBehalfOf }) =>
      fact('award', [
        onBehalfOf,
        named(seed, presenterId),
        award,
        named(seed, recipientId) ?? `${String(recipients).padStart(2, '0')} tập thể`,
      ]),
    ),
  documents: ({ documents }: SeedConference) =>
    each(documents, ({ type, number: sign, date, issuer, title }) =>
      fact('cited document', [type, sign, date === null ? null : day(date), issuer, title], 120),
    ),
} as const;

export type FactName = keyof typeof factsOf;

export const FACT_NAMES = Object.keys(factsOf).filter((name): name is FactName => name in factsOf);

export const allFacts = (seed: SeedConference, but: readonly FactName[] = []): readonly Fact[] =>
  FACT_NAMES.filter((name) => !but.includes(name)).flatMap((name) => factsOf[name](seed));
