import { authorize } from '../../templates/runtime/authorize.ts';
import type { ApiClient, ClientOptions } from '../../templates/runtime/client.ts';
import { defineOperation, type ApiOperation, type OperationPlan } from '../../templates/runtime/operation.ts';

/** A request as it was handed to fetch. */
export interface Sent {
  readonly url: string;
  readonly init: RequestInit & { readonly headers: Headers };
}

/** A fetch that records requests and answers as told. */
export function recorder(answer: () => Response = () => Response.json({})): { sent: Sent[]; fetch: typeof fetch } {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: async (url, init) => {
      sent.push({ url: String(url), init: { ...init, headers: new Headers(init?.headers) } });
      return answer();
    },
  };
}

/** A client for a server that is not there. */
export function client(options: Partial<ClientOptions>, schemes: ApiClient['schemes'] = {}): ApiClient {
  const layers = [...(options.use ?? []), authorize];
  return { options: { baseUrl: 'https://api.example.com/v1/', ...options }, schemes, layers };
}

type Loose = Record<string, unknown>;

interface LooseAnswer {
  readonly status: number;
  readonly ok: boolean;
  readonly documented: boolean;
  readonly body: unknown;
}

/** A function that calls an operation of the given plan. */
export function define(plan: Partial<OperationPlan>): ApiOperation<Loose, unknown, LooseAnswer> {
  return defineOperation({
    id: 'test',
    method: 'POST',
    path: '/items',
    responses: { 200: 'json' },
    ...plan,
  });
}
