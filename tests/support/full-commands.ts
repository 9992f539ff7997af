import { z } from 'zod';
import { type Command, commandSchema } from '../../shared/domain/command.ts';

/** A node of JSON schema, as far as the commands use it. */
interface Node {
  readonly type?: string | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly pattern?: string | undefined;
  readonly format?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly minimum?: number | undefined;
  readonly exclusiveMinimum?: number | undefined;
  readonly minItems?: number | undefined;
  readonly prefixItems?: readonly Node[] | undefined;
  readonly items?: Node | undefined;
  readonly properties?: Readonly<Record<string, Node>> | undefined;
  readonly oneOf?: readonly Node[] | undefined;
  readonly anyOf?: readonly Node[] | undefined;
}

const nodeSchema: z.ZodType<Node> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string()).transform(([first]) => first ?? 'null')]).optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    pattern: z.string().optional(),
    format: z.string().optional(),
    maxLength: z.number().optional(),
    minimum: z.number().optional(),
    exclusiveMinimum: z.number().optional(),
    minItems: z.number().optional(),
    prefixItems: z.array(nodeSchema).optional(),
    items: nodeSchema.optional(),
    properties: z.record(z.string(), nodeSchema).optional(),
    oneOf: z.array(nodeSchema).optional(),
    anyOf: z.array(nodeSchema).optional(),
  }),
);

/** Where text stands in a command, by the names on the way to it, and how much of it may stand there. */
export interface TextPlace {
  readonly path: readonly (string | number)[];
  readonly max: number | undefined;
}

export interface FullCommand {
  readonly command: Command;
  readonly places: readonly TextPlace[];
}

const NO_CONTROLS = /^\^(?:\(\?:)?\[\^\\p\{Cc\}/;
const isText = ({ type, pattern, enum: of, const: is }: Node): boolean =>
  type === 'string' && of === undefined && is === undefined && (pattern === undefined || NO_CONTROLS.test(pattern));

/** One command of every type and of every shape that it can have, every field of text filled in. */
export function fullCommands(): readonly FullCommand[] {
  const root = nodeSchema.parse(z.toJSONSchema(commandSchema, { io: 'input' }));
  return examplesOf(root).flatMap((wish) => {
    const command = commandSchema.safeParse(wish.value).data;
    return command === undefined ? [] : [{ command, places: wish.places }];
  });
}

/** The places of text in a command that is at hand. */
export function placesOf(command: Command): readonly TextPlace[] {
  const strings = (value: unknown, path: TextPlace['path']): readonly TextPlace[] =>
    typeof value === 'string'
      ? [{ path, max: undefined }]
      : Object.entries(Object(value)).flatMap(([name, part]) => strings(part, [...path, name]));
  return strings(command, []).filter(({ path }) => commandSchema.safeParse(withText(command, path, 'Đề nghị')).success);
}

/** The same command with other text at the place. */
export function withText(command: Command, path: TextPlace['path'], text: string): unknown {
  const copy: unknown = structuredClone(command);
  let at = copy;
  for (const step of path.slice(0, -1)) at = Reflect.get(Object(at), step);
  Reflect.set(Object(at), path.at(-1) ?? '', text);
  return copy;
}

interface Example {
  readonly value: unknown;
  readonly places: readonly TextPlace[];
}

const plainly = (value: unknown): readonly Example[] => [{ value, places: [] }];

function examplesOf(node: Node): readonly Example[] {
  const branches = node.oneOf ?? node.anyOf;
  if (branches !== undefined) {
    // Nothing is the least that can be said: it stands only where nothing else can.
    const said = branches.filter(({ type }) => type !== 'null');
    return (said.length === 0 ? branches : said).flatMap(examplesOf);
  }
  if (node.const !== undefined) return plainly(node.const);
  if (node.enum !== undefined) return plainly(node.enum[0]);
  if (isText(node)) return [{ value: 'Hội nghị', places: [{ path: [], max: node.maxLength }] }];
  if (node.type === 'object') return objectsOf(node);
  if (node.type === 'array') return listsOf(node);
  return plainly(scalarOf(node));
}

function scalarOf({ type, format, pattern = '', minimum, exclusiveMinimum }: Node): unknown {
  if (type === 'string')
    return format === 'date' ? '2026-11-22' : ['a', 'a'.repeat(64)].find((one) => new RegExp(pattern, 'u').test(one));
  if (type === 'boolean') return true;
  if (type === 'null') return null;
  return Math.max(minimum ?? 1, exclusiveMinimum === undefined ? 1 : exclusiveMinimum + 1, 1);
}

/** Of each field's examples the first; and, in turn, each of its others among the first of all the rest. */
function objectsOf({ properties = {} }: Node): readonly Example[] {
  const fields = Object.entries(properties).map(([name, node]) => ({ name, examples: examplesOf(node) }));
  const variants = Math.max(1, ...fields.map(({ examples }) => examples.length));
  return Array.from({ length: variants }, (_, turn) => {
    const chosen = fields.map(({ name, examples }) => ({ name, one: examples[Math.min(turn, examples.length - 1)] }));
    return {
      value: Object.fromEntries(chosen.map(({ name, one }) => [name, one?.value])),
      places: chosen.flatMap(({ name, one }) => within(name, one)),
    };
  });
}

function listsOf({ items, prefixItems, minItems = 1 }: Node): readonly Example[] {
  if (prefixItems !== undefined) {
    const parts = prefixItems.map((node) => examplesOf(node)[0]);
    return [{ value: parts.map((one) => one?.value), places: parts.flatMap((one, i) => within(i, one)) }];
  }
  const length = Math.max(1, minItems);
  return examplesOf(items ?? {}).map((one) => ({
    value: Array.from({ length }, () => one.value),
    places: within(0, one),
  }));
}

const within = (step: string | number, example: Example | undefined): readonly TextPlace[] =>
  (example?.places ?? []).map(({ path, max }) => ({ path: [step, ...path], max }));
