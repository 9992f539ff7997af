import { readFileSync } from 'node:fs';
import { isIP, isIPv4 } from 'node:net';
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { configHints, configRefused } from './text.ts';

export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;
export type Environment = Readonly<Record<string, string | undefined>>;

export type TlsSetting =
  | { readonly kind: 'off' }
  /** Made by this server at its first start. */
  | { readonly kind: 'made' }
  | { readonly kind: 'own'; readonly certFile: string; readonly keyFile: string };

export interface Config {
  readonly port: number;
  readonly host: string;
  /** The origin that browsers open, without a slash at its end; null where it follows from the host and the port. */
  readonly publicUrl: string | null;
  readonly tls: TlsSetting;
  readonly dataDir: string;
  readonly demo: boolean;
  readonly logLevel: LogLevel;
  /** Opens `/metrics` and `/readyz` to whoever looks in from another machine; null: to this machine alone. */
  readonly metricsToken: string | null;
  readonly livekit: {
    readonly external: { readonly url: string; readonly apiKey: string; readonly apiSecret: string } | null;
    readonly nodeIp: string | null;
    readonly udpPort: number | null;
    readonly tcpPort: number | null;
    /** Where LiveKit Egress writes recordings, on its own machine; null: unattended pages record. */
    readonly egressFolder: string | null;
  };
}

/** The operator's mistake, not ours: its message is one line that names the variable and says what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly variable: string;

  constructor(variable: string, hint: string, options?: ErrorOptions) {
    super(configRefused(variable, hint), options);
    this.variable = variable;
  }
}

export const LOOPBACK = '127.0.0.1';
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const HOST_NAME = /^(?!-)[a-z\d-]{1,63}(?<!-)(\.(?!-)[a-z\d-]{1,63}(?<!-))*$/i;
/** No key that somebody generated holds these words; the samples of manuals do. */
const SAMPLE_WORDS = /devkey|secret|change.?me|example|sample|replace|placeholder|password/i;
const MIN_SECRET_LENGTH = 32;
const MIN_DIFFERENT_CHARACTERS = 10;

const portFrom = (lowest: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().min(lowest).max(65_535));

const isGenerated = (value: string): boolean => !SAMPLE_WORDS.test(value);
const isVaried = (value: string): boolean => new Set(value).size >= MIN_DIFFERENT_CHARACTERS;

const secret = z.string().min(MIN_SECRET_LENGTH).refine(isGenerated).refine(isVaried);

const variables = z.object({
  PORT: portFrom(0).default(3000),
  HOST: z
    .string()
    .refine((host) => isIP(host) !== 0 || HOST_NAME.test(host))
    .default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform(bareOrigin)
    .optional(),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  LIVEKIT_NODE_IP: z
    .string()
    .refine((address) => isIP(address) !== 0)
    .optional(),
  LIVEKIT_UDP_PORT: portFrom(1).optional(),
  LIVEKIT_TCP_PORT: portFrom(1).optional(),
  LIVEKIT_URL: z.url({ protocol: /^(wss?|https?)$/ }).optional(),
  LIVEKIT_API_KEY: z.string().refine(isGenerated).optional(),
  LIVEKIT_API_SECRET: secret.optional(),
  LIVEKIT_EGRESS: z.enum(['on', 'off']).default('off'),
  LIVEKIT_EGRESS_FOLDER: z.string().startsWith('/').default('/out'),
  DATABASE_URL: z.undefined().optional(),
  DATA_DIR: z.string().default('./data'),
  DEMO: z.enum(['on', 'off']).default('on'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  METRICS_TOKEN: secret.optional(),
});
type Variables = z.infer<typeof variables>;

export function readConfig(env: Environment): Config {
  const parsed = variables.safeParse(withoutEmpty(env));
  if (!parsed.success) throw refusal(parsed.error);
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: publicUrlOf(values),
    tls: tlsOf(values),
    dataDir: resolve(values.DATA_DIR),
    demo: values.DEMO === 'on',
    logLevel: values.LOG_LEVEL,
    metricsToken: values.METRICS_TOKEN ?? null,
    livekit: {
      external: externalLiveKitOf(values),
      nodeIp: values.LIVEKIT_NODE_IP ?? null,
      udpPort: values.LIVEKIT_UDP_PORT ?? null,
      tcpPort: values.LIVEKIT_TCP_PORT ?? null,
      egressFolder: egressFolderOf(values),
    },
  };
}

/** The variables of `.env` in that folder, overruled by those of the process. */
export function readEnvironment(folder: string, env: Environment): Environment {
  try {
    return { ...parseEnv(readFileSync(join(folder, '.env'), 'utf8')), ...env };
  } catch (cause) {
    if (isMissing(cause)) return env;
    throw new ConfigError('.env', configHints.ENV_UNREADABLE, { cause });
  }
}

export function isLoopback(host: string): boolean {
  const bare = withoutBrackets(host).toLowerCase();
  if (isIP(bare) === 0) return bare === 'localhost' || bare.endsWith('.localhost');
  return bare === '::1' || /^(::ffff:)?127\./.test(bare);
}

/** The address that bridges send pictures and sound to. */
export function nodeIpFor(
  { host, livekit }: Pick<Config, 'host' | 'livekit'>,
  interfaces: Interfaces = networkInterfaces(),
): string {
  if (livekit.nodeIp !== null) return livekit.nodeIp;
  if (isIP(host) !== 0 && !isEveryAddress(host)) return host;
  if (isLoopback(host)) return LOOPBACK;
  return outwardAddresses(interfaces).find(isIPv4) ?? LOOPBACK;
}

export function isEveryAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** Link-local addresses are left out: browsers cannot open them. */
export function outwardAddresses(interfaces: Interfaces): readonly string[] {
  const all = Object.values(interfaces).flatMap((list) => list ?? []);
  const outward = all.filter(({ internal, address }) => !internal && !/^(fe80:|169\.254\.)/i.test(address));
  return outward.map(({ address }) => address);
}

export function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}

/** `NAME=` in a file means: not set. */
function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
}

function refusal(error: z.ZodError): ConfigError {
  const variable = variables.keyof().parse(error.issues[0]?.path[0]);
  return new ConfigError(variable, configHints[variable]);
}

function bareOrigin(url: string, context: z.RefinementCtx): string {
  const { origin, pathname, search, hash, username, password } = new URL(url);
  if (pathname !== '/' || `${search}${hash}${username}${password}` !== '') context.addIssue('not an origin');
  return origin;
}

function publicUrlOf({ PUBLIC_URL }: Variables): string | null {
  if (PUBLIC_URL === undefined) return null;
  const { protocol, hostname } = new URL(PUBLIC_URL);
  if (protocol === 'http:' && !isLoopback(hostname)) throw new ConfigError('PUBLIC_URL', configHints.PUBLIC_URL_PLAIN);
  return PUBLIC_URL;
}

/** Browsers give no camera over plain HTTP, except on the machine itself. */
function tlsOf({ TLS_CERT, TLS_KEY, HOST }: Variables): TlsSetting {
  if (TLS_CERT !== undefined && TLS_KEY !== undefined) {
    return { kind: 'own', certFile: resolve(TLS_CERT), keyFile: resolve(TLS_KEY) };
  }
  if (TLS_CERT !== undefined) throw new ConfigError('TLS_CERT', configHints.TLS_CERT);
  if (TLS_KEY !== undefined) throw new ConfigError('TLS_KEY', configHints.TLS_KEY);
  return { kind: isLoopback(HOST) ? 'off' : 'made' };
}

function externalLiveKitOf({ LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET }: Variables) {
  if (LIVEKIT_URL === undefined) {
    if (LIVEKIT_API_KEY === undefined && LIVEKIT_API_SECRET === undefined) return null;
    throw new ConfigError('LIVEKIT_URL', configHints.LIVEKIT_URL_MISSING);
  }
  if (LIVEKIT_API_KEY === undefined) throw new ConfigError('LIVEKIT_API_KEY', configHints.LIVEKIT_API_KEY);
  if (LIVEKIT_API_SECRET === undefined) throw new ConfigError('LIVEKIT_API_SECRET', configHints.LIVEKIT_API_SECRET);
  const url = LIVEKIT_URL.replace(/^ws/, 'http').replace(/\/+$/, '');
  return { url, apiKey: LIVEKIT_API_KEY, apiSecret: LIVEKIT_API_SECRET };
}

/** Egress needs LiveKit and Redis of its own: the LiveKit that this server starts has none. */
function egressFolderOf({ LIVEKIT_EGRESS, LIVEKIT_EGRESS_FOLDER, LIVEKIT_URL }: Variables): string | null {
  if (LIVEKIT_EGRESS === 'off') return null;
  if (LIVEKIT_URL === undefined) throw new ConfigError('LIVEKIT_EGRESS', configHints.LIVEKIT_EGRESS_ALONE);
  return LIVEKIT_EGRESS_FOLDER;
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}
