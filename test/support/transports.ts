import type { Layer, Transport } from '../../templates/runtime/client.ts';
import { retry, type RetrySettings } from '../../templates/runtime/retry.ts';

/** What a call rejects with, or what it resolves with. */
export const failure = (call: Promise<unknown>): Promise<unknown> => call.catch((thrown: unknown) => thrown);

/** A fetch that has a plan, and what it was asked. */
export interface Script {
  readonly fetch: Transport;
  readonly attempts: { readonly url: string; readonly headers: Headers; readonly cancelled: () => boolean }[];
}

type Step = number | Error | { readonly status: number; readonly headers: Record<string, string> };

/** A fetch that answers, or fails, step by step; the last step repeats. */
export function script(...steps: readonly Step[]): Script {
  const attempts: { url: string; headers: Headers; cancelled: () => boolean }[] = [];
  return {
    attempts,
    fetch: async (url, init) => {
      let isCancelled = false;
      attempts.push({ url, headers: new Headers(init.headers), cancelled: () => isCancelled });
      const step = steps[Math.min(attempts.length, steps.length) - 1] ?? 200;
      if (step instanceof Error) throw step;
      const { status, headers } = typeof step === 'number' ? { status: step, headers: {} } : step;
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{}'));
          if (status === 200) controller.close();
        },
        cancel: () => {
          isCancelled = true;
        },
      });
      return new Response(body, { status, headers: { 'Content-Type': 'application/json', ...headers } });
    },
  };
}

/** The waits that a retry asks for, none of which takes time. */
export function clock(settings: RetrySettings = {}): { readonly waits: number[]; readonly layer: Layer } {
  const waits: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => void waits.push(milliseconds);
  return { waits, layer: retry({ random: () => 0.5, now: () => Date.UTC(2026, 0, 1), sleep, ...settings }) };
}
