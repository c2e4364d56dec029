import { isDataFailure, parseData } from '../../generator/base/data.ts';
import { createReport } from '../../generator/base/diagnostic.ts';
import { isObject, ownObject } from '../../generator/base/json.ts';
import { generate } from '../../generator/generate.ts';
import { foundIn, type Found } from './found.ts';
import type { Operation, Printed } from './truth.ts';

/** What became of the described properties of one page whose names a sample shows. */
export interface Count {
  readonly all: number;
  readonly right: number;
  /** Descriptions that stand at another name than theirs. */
  readonly wrong: readonly string[];
  /** As `wrong`, but marked as unsure. */
  readonly hedged: readonly string[];
  readonly unassigned: readonly string[];
}

/** Reads a page with the generator and compares where the descriptions went. */
export async function measure(text: string, truth: readonly Printed[], shown: ReadonlySet<string>): Promise<Count> {
  const report = createReport();
  const packageOptions = { name: 'x', version: '1.0.0', license: 'MIT' };
  const documents = [{ path: 'page.txt', text }];
  const job = { name: 'x', documents, overlays: [], packageOptions, inference: 'apply' as const };
  const { spec = '{}' } = await generate(job, report, { specOnly: true });
  const data = parseData(spec, { document: 'openapi.yaml' });
  const value = isDataFailure(data) || !isObject(data.value) ? {} : data.value;
  const operation = onlyOperation(ownObject(value, 'paths') ?? {});
  const { described } = operation ? foundIn(operation, value) : { described: new Map<string, never>() };
  const wanted = new Map<string, Printed>();
  for (const one of truth) if (!wanted.has(one.key)) wanted.set(one.key, one);
  const counted = [...wanted.values()].filter(({ text: own, key }) => own !== '' && shown.has(key));
  const right = counted.filter(({ key, text: own }) => agrees(described.get(key)?.text, own));
  const astray = [...described].filter(([key, one]) => !fits(key, one));
  const name = ([key, { text: own }]: (typeof astray)[number]): string => `${key}: ${own.slice(0, 60)}`;
  return {
    all: counted.length,
    right: right.length,
    wrong: astray.filter(([, { hedged }]) => !hedged).map(name),
    hedged: astray.filter(([, { hedged }]) => hedged).map(name),
    unassigned: counted
      .filter(({ key }) => !described.has(key))
      .map(({ key, text: own }) => `${key}: ${own.slice(0, 60)}`),
  };

  function fits(key: string, { name: ownName, text: found }: Found): boolean {
    const own = wanted.get(key);
    if (agrees(found, own?.text) || agrees(found, own?.other)) return true;
    // where no sample shows a name, no page of this form says which part it belongs to
    return truth.some((one) => one.name === ownName && !shown.has(one.key) && agrees(found, one.text));
  }
}

function agrees(found: string | undefined, wanted: string | undefined): boolean {
  if (found === undefined || wanted === undefined || wanted === '') return false;
  return found === wanted || found.includes(wanted) || (found.length > 8 && wanted.includes(found));
}

function onlyOperation(paths: object): Operation | undefined {
  for (const [path, item] of Object.entries(paths)) {
    const method = Object.keys(item as object).find((key) =>
      /^(?:get|put|post|delete|options|head|patch|trace)$/.test(key),
    );
    if (method !== undefined) return { method, path };
  }
  return undefined;
}
