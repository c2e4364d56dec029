import type { Report } from '../../base/diagnostic.ts';
import { isObject, ownArray, ownObject } from '../../base/json.ts';
import { joinPointer } from '../../base/pointer.ts';
import type { Page } from '../../pages/page.ts';
import type { Evidence, OperationName, Source } from '../evidence.ts';
import { exchangeEvidence } from '../recordings/exchange.ts';
import { harEntry, harExchange, type HarEntry } from '../recordings/har-entry.ts';
import { inferPaths, type InferredPath } from '../recordings/path-inference.ts';

/**
 * A recording of a browser or proxy (HAR 1.1 and 1.2). Calls of the host that is called most become operations; calls of
 * others are reported as `evidence/other-host`, pages and what belongs to them are left out. A segment of a path is a
 * parameter where several calls differ in it; what may be one is marked as uncertain.
 */
export const harRecording: Source = {
  name: 'har-recording',
  sniff(page) {
    const entries = ownArray(ownObject(page.data?.value, 'log'), 'entries');
    const isLog =
      entries?.every((entry) => isObject(entry)) && entries.some((entry) => isObject(entry) && 'request' in entry);
    return isLog
      ? { score: 1, reason: 'a log of entries with requests' }
      : { score: 0, reason: 'no log of recorded requests' };
  },
  read,
};

function read({ data, path }: Page, report: Report): Evidence[] {
  const entries = ownArray(ownObject(data?.value, 'log'), 'entries') ?? [];
  if (!data) return [];
  const calls = entries.flatMap((entry, index) => harEntry(entry, joinPointer('/log/entries', index)) ?? []);
  const main = mostCalled(calls);
  if (main === undefined) {
    report.add('evidence/no-endpoint', { document: path, line: 1 }, { source: 'har-recording' });
    return [];
  }
  const others = new Map<string, HarEntry[]>();
  for (const call of calls) {
    if (call.origin === main) continue;
    const list = others.get(call.origin) ?? [];
    others.set(call.origin, list);
    list.push(call);
  }
  for (const [host, list] of others) {
    const place = data.locate(list[0]?.pointer ?? '');
    report.add('evidence/other-host', place, { host, main, count: list.length });
  }
  const own = calls.filter(({ origin }) => origin === main);
  const inferred = inferPaths(own.map((call) => call.path));
  const locate = (pointer: string): ReturnType<typeof data.locate> => data.locate(pointer);
  const doubted = new Set<string>();
  return own.flatMap((call) => {
    const found: InferredPath = inferred.get(call.path) ?? { template: call.path, values: new Map(), doubtful: [] };
    const exchange = harExchange(call, found, locate, report);
    const key = `${call.method} ${found.template}`;
    const doubts = doubted.has(key) ? [] : doubtsOf(exchange.operation, found, exchange.location);
    doubted.add(key);
    return [...exchangeEvidence(exchange), ...doubts];
  });
}

/** The origin with the most calls; of equals the one that was called first. */
function mostCalled(calls: readonly HarEntry[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { origin } of calls) counts.set(origin, (counts.get(origin) ?? 0) + 1);
  return [...counts].toSorted(([, left], [, right]) => right - left)[0]?.[0];
}

function doubtsOf(operation: OperationName, { doubtful }: InferredPath, location: Evidence['location']): Evidence[] {
  return doubtful.map((segment) => {
    const text = `"${segment}" in the path looks like the key of one thing; it was recorded with this value only`;
    const fact = { kind: 'uncertain', text } as const;
    return { subject: { kind: 'operation', operation }, fact, location, method: 'sample', confidence: 'low' };
  });
}
