import {
  EgressClient,
  EgressStatus,
  EncodedFileOutput,
  EncodedFileType,
  EncodingOptionsPreset,
  TwirpError,
} from 'livekit-server-sdk';

export interface RunningEgress {
  readonly egressId: string;
  /** The file that it writes. */
  readonly filepath: string;
  readonly recording: boolean;
}

/** What the recordings need of LiveKit Egress. */
export interface EgressPort {
  running(): Promise<readonly RunningEgress[]>;
  start(url: string, filepath: string): Promise<void>;
  stop(egressId: string): Promise<void>;
}

/** It answered, and it does not want to. */
export const isRefusal = (cause: unknown): boolean =>
  cause instanceof TwirpError && cause.status >= 400 && cause.status < 500;

const TIMEOUT_SECONDS = 10;

export interface EgressEndpoint {
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

export function createEgress({ url, apiKey, apiSecret }: EgressEndpoint): EgressPort {
  const client = new EgressClient(url, apiKey, apiSecret, { requestTimeout: TIMEOUT_SECONDS });
  return {
    running: async () =>
      (await client.listEgress({ active: true })).flatMap(({ egressId, status, request }) => {
        const filepath = request.case === 'web' ? fileOf(request.value) : null;
        return filepath === null ? [] : [{ egressId, filepath, recording: status === EgressStatus.EGRESS_ACTIVE }];
      }),
    start: async (page, filepath) => {
      const file = new EncodedFileOutput({ fileType: EncodedFileType.MP4, filepath });
      // The page says when it is there: what was recorded before would be its loading.
      const options = { encodingOptions: EncodingOptionsPreset.H264_720P_30, awaitStartSignal: true };
      await client.startWebEgress(page, { file }, options);
    },
    stop: async (egressId) => {
      await client.stopEgress(egressId);
    },
  };
}

interface WebRequest {
  readonly fileOutputs: readonly { readonly filepath: string }[];
  readonly output: { readonly case?: string | undefined; readonly value?: unknown };
}

function fileOf({ fileOutputs, output }: WebRequest): string | null {
  const first = fileOutputs[0]?.filepath;
  if (first !== undefined) return first;
  return output.case === 'file' && output.value instanceof EncodedFileOutput ? output.value.filepath : null;
}
