import { z } from 'zod';
import { actorSchema, seatSchema } from '../domain/actor.ts';
import { eventSchema } from '../domain/event.ts';
import { bridgeIdSchema, conferenceIdSchema, documentIdSchema, recordingIdSchema } from '../domain/ids.ts';
import { LINE_FAULTS, VERDICTS } from '../domain/lines/line.ts';
import { line } from '../domain/text.ts';
import { sessionSchema } from './http.ts';

/** What the technical side of a day asks over HTTP: pairing, documents, recordings, histories. */

/** POST /api/pairings: a screen without a link shows the code and waits; the secretariat types it. */
export const pairingSchema = z.strictObject({ code: z.string(), secret: z.string(), expiresAt: z.int() });
export type Pairing = z.infer<typeof pairingSchema>;
/** POST /api/pairings/claim: answered with `waiting` until the code was typed, then as a link is. */
export const pairingClaimSchema = z.strictObject({ secret: z.string().min(1).max(100) });
export const claimedPairingSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting'), expiresAt: z.int() }),
  z.strictObject({ state: z.literal('paired'), session: sessionSchema }),
]);
/** POST /api/conferences/:id/pairings by the secretariat; answers the invitation that the screen has now. */
export const pairingEntrySchema = z.strictObject({
  code: z.string().min(1).max(20),
  seat: seatSchema,
  bridgeId: bridgeIdSchema.nullable(),
  label: line(120),
});

/** POST /api/conferences/:id/documents?name=&bridge= with the file's bytes, and GET …/documents/uploads/:id. */
export const documentUploadSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  state: z.enum(['reading', 'ready', 'failed', 'cancelled']),
  /** Pages or, of a clip, bytes that are done; null: not counted yet. */
  done: z.int().nullable(),
  of: z.int().nullable(),
  documentId: documentIdSchema.nullable(),
  /** Why it failed, as a code that the screen words. */
  reason: z
    .enum([
      'not-a-document',
      /** Its name promises another kind of file. */
      'not-what-its-name-says',
      /** An office file that brings programs along. */
      'macros',
      /** It unpacks to far more than it is. */
      'zip-bomb',
      'damaged',
      'protected',
      'too-many-pages',
      'too-large',
      'took-too-long',
      'too-much-memory',
      'disk-full',
      /** The conference itself took it no more: its bridge is gone, or it is closed. */
      'not-taken',
    ])
    .nullable(),
});
export type DocumentUpload = z.infer<typeof documentUploadSchema>;

/** GET /api/conferences/:id/documents/readers: who of its readers has opened a document, each counted once. */
export const documentReadersSchema = z.array(
  z.strictObject({ documentId: documentIdSchema, readers: z.int(), bridges: z.int(), delegates: z.int() }),
);
export type ReadersOfDocument = z.infer<typeof documentReadersSchema>[number];

/** GET /api/conferences/:id/recordings: what lies on the disk of each recording, newest last. */
export const recordingPartSchema = z.strictObject({
  part: z.int().min(1),
  startedAt: z.int(),
  endedAt: z.int(),
  bytes: z.int(),
  /** Media type of the part. */
  kind: z.string(),
});
export const recordingChapterSchema = z.strictObject({ at: z.int(), title: z.string() });
export const recordingSummarySchema = z.strictObject({
  recordingId: recordingIdSchema,
  startedAt: z.int(),
  endedAt: z.int().nullable(),
  deletedAt: z.int().nullable(),
  parts: z.array(recordingPartSchema),
  chapters: z.array(recordingChapterSchema),
});
export type RecordingSummary = z.infer<typeof recordingSummarySchema>;
/** POST …/recordings/:recording/parts by a recorder's page: every page, and every reload, writes a part of its own. */
export const recordingPartWishSchema = z.strictObject({
  kind: z.string().regex(/^video\/webm(?:; ?codecs="?[\w.,]{1,60}"?)?$/),
  /** The instant of its first picture: a part is opened when its first piece is there. */
  startedAt: z.int(),
});
export const openedPartSchema = z.strictObject({ part: z.int().min(1) });
/**
 * PUT …/recordings/:recording/parts/:part/pieces/:piece?until= with the piece's bytes; answered when it is on the disk.
 * `until` is the instant of its last picture. Pieces count from 1 without a gap.
 */
export const recordedPieceSchema = z.strictObject({ ok: z.literal(true) });

/** GET /api/conferences/:id/recordings/recorder: who records, and whether it does. */
export const EGRESS_STATES = ['idle', 'starting', 'recording', 'refused', 'unreachable'] as const;
export const recorderStateSchema = z.strictObject({
  /** null: an unattended page records, and LiveKit Egress is not configured. */
  egress: z.enum(EGRESS_STATES).nullable(),
  /** How long ago the server kept a piece of the running recording, by its own clock; null: none has come. */
  lastPieceAgoMs: z.int().nullable(),
});
export type RecorderState = z.infer<typeof recorderStateSchema>;

/** GET /api/conferences/:id/line-history: what became of a bridge's line in earlier conferences of this server. */
export const lineHistorySchema = z.array(
  z.strictObject({
    bridgeId: bridgeIdSchema,
    earlier: z.array(
      z.strictObject({
        conference: conferenceIdSchema,
        /** null: a conference that this seat may not see. */
        title: z.string().nullable(),
        date: z.string(),
        losses: z.int(),
        faults: z.partialRecord(z.enum(LINE_FAULTS), z.int()),
        verdict: z.enum(VERDICTS).nullable(),
        /** Incidents that were kept of the bridge, how many of them were mended, and how long that took in all. */
        incidents: z.int(),
        mended: z.int(),
        repairMs: z.int(),
      }),
    ),
  }),
);
export type LineHistory = z.infer<typeof lineHistorySchema>;

/** GET /api/conferences/:id/technical-log?before=&limit=: what passed between the centre and the bridges, newest first. */
export const technicalLogSchema = z.strictObject({
  entries: z.array(z.strictObject({ seq: z.int(), actor: actorSchema, event: eventSchema })),
  /** Pass as `before` for older ones; null at the beginning. */
  before: z.int().nullable(),
});
export type TechnicalLog = z.infer<typeof technicalLogSchema>;
