import { readFileSync } from 'node:fs';
import { z } from 'zod';

const text = z.string();
const maybe = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

const personSchema = z.object({
  id: text,
  name: text,
  positions: z.array(text),
  roles: z.array(text).default([]),
  bridgeId: maybe,
  unit: maybe,
});
export type SeedPerson = z.infer<typeof personSchema>;

const resultSchema = z.object({
  text,
  period: maybe,
  value: z.number().nullish(),
  outOf: z.number().nullish(),
  unit: maybe,
});
const documentSchema = z.object({ type: text, number: maybe, issuer: maybe, date: maybe, title: maybe });

const conferenceSchema = z.object({
  title: text,
  kind: text,
  sector: text,
  level: text,
  form: text,
  formGuess: maybe,
  date: text,
  session: text,
  organizer: text,
  place: maybe,
  periodReviewed: text,
  periodPlanned: text,
  bridges: z.array(
    z.object({
      id: text,
      name: text,
      role: text,
      unit: text,
      place: maybe,
      room: maybe,
      chairs: z.array(text),
      leaders: z.array(text),
      attendeeCategories: z.array(text),
      guestsFromOtherUnits: z.array(z.object({ personId: text, homeUnit: text })).default([]),
    }),
  ),
  people: z.array(personSchema),
  programme: z.array(z.object({ order: z.int(), type: text, title: text, presenterId: maybe, presenterText: maybe })),
  speeches: z.object({
    reportedCount: z.int().nullable(),
    speakers: z.array(z.object({ order: z.int(), unit: text, speakerName: maybe })),
    consensus: maybe,
    topics: z.array(text),
  }),
  results: z.array(resultSchema),
  limitations: z.array(text),
  sectorPlan: z.array(text).default([]),
  proposals: z.array(z.object({ text, proposedBy: maybe, addressedTo: text })),
  tasks: z.array(z.object({ assignerId: text, assignees: z.array(text), text, deadline: maybe })),
  awards: z.array(
    z.object({
      award: text,
      recipientId: maybe,
      recipients: z.int(),
      presenterId: text,
      onBehalfOf: maybe,
    }),
  ),
  documents: z.array(documentSchema),
});
export type SeedConference = z.infer<typeof conferenceSchema>;
export type SeedTask = SeedConference['tasks'][number];

const articleSchema = z.object({
  occasion: text,
  author: z.object({ id: text, name: text, positions: z.array(text), unit: text }),
  unit: text,
  period: text,
  results: z.array(resultSchema),
  documents: z.array(documentSchema),
  digitalProduct: z.object({
    name: text,
    status: text,
    platform: z.array(text),
    audience: z.array(text),
    functions: z.array(text),
  }),
});

const fileSchema = z.object({
  documents: z.array(
    z.object({
      id: text,
      conference: conferenceSchema.nullable(),
      article: articleSchema.optional(),
      impliesFeatures: z.array(text),
    }),
  ),
  features: z.array(z.object({ id: text, vi: text, from: z.array(text) })),
});
export type Seed = z.infer<typeof fileSchema>['documents'][number];

export const seedFile = fileSchema.parse(
  JSON.parse(readFileSync(new URL('../fixtures/seed-conferences.json', import.meta.url), 'utf8')),
);

/**
 * What is held: a conference of the file as it stands there. The article of the file reports no conference; what it
 * says is entered as the report of its author at a meeting on its occasion.
 */
export function heldAs({ conference, article }: Seed): SeedConference {
  if (conference !== null) return conference;
  if (article === undefined) throw new Error('a seed is a conference or an article');
  const { author, digitalProduct } = article;
  return {
    title: article.occasion,
    kind: 'khac',
    sector: 'Tổ chức xây dựng Đảng',
    level: 'cap_tinh',
    form: 'truc_tiep',
    formGuess: null,
    date: '2021-10-14',
    session: 'sang',
    organizer: `Ban Tổ chức Tỉnh ủy ${article.unit.replace('Tỉnh ', '')}`,
    place: null,
    periodReviewed: article.period,
    periodPlanned: article.period,
    bridges: [
      {
        id: 'hoi-truong',
        name: 'Hội trường',
        role: 'trung_tam',
        unit: article.unit,
        place: null,
        room: null,
        chairs: [],
        leaders: [author.id],
        attendeeCategories: digitalProduct.audience,
        guestsFromOtherUnits: [],
      },
    ],
    people: [{ ...author, roles: ['du'], bridgeId: 'hoi-truong' }],
    programme: [{ order: 1, type: 'bao_cao', title: 'Kết quả công tác', presenterId: author.id, presenterText: null }],
    speeches: { reportedCount: null, speakers: [], consensus: null, topics: [] },
    results: article.results,
    limitations: [],
    sectorPlan: [
      `${digitalProduct.name}: ${digitalProduct.status}`,
      ...digitalProduct.platform.map((platform) => `Dùng được trên: ${platform}`),
      ...digitalProduct.functions,
    ],
    proposals: [],
    tasks: [],
    awards: [],
    documents: article.documents,
  };
}
