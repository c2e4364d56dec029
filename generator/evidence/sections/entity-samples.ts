import type { Data } from '../../base/data.ts';
import { isObject, type JsonValue } from '../../base/json.ts';
import { groupBy } from '../../base/order.ts';
import type { CodeBlock } from '../../pages/page.ts';
import { codeSample } from '../message-samples.ts';
import type { Step } from '../evidence.ts';
import { nameKey, objectsOf, partDescribed, titleKeys, type SamplePart } from './body-path.ts';
import type { EntityUnit, Loose } from './entity-unit.ts';
import type { Section } from './outline.ts';

/** What a sample shows of an object. */
export interface ShownEntity {
  readonly data: Data;
  /** The property in which the object stands, where the sample holds no value beside it. */
  readonly wrapper?: string;
}

/** A part of a sample, with the sample. */
interface Shown extends SamplePart {
  readonly sample: Data;
}

/** The samples outside of operations, taken apart, and where objects stand on the page. */
export interface LooseSamples {
  readonly byBlock: ReadonlyMap<CodeBlock, readonly Shown[]>;
  /** The parts of all of them by the property in which they stand, see `nameKey`. */
  readonly byName: ReadonlyMap<string, readonly Shown[]>;
  /** The sections of examples, and the objects, by the section in which they stand. */
  readonly examplesIn: ReadonlyMap<Section | undefined, readonly Loose[]>;
  readonly unitsIn: ReadonlyMap<Section | undefined, readonly EntityUnit[]>;
  /** The names that several objects have, which tell none of them. */
  readonly ambiguous: ReadonlySet<string>;
}

/** Takes the samples outside of operations apart; `byName` holds the objects among `units`. Gives no diagnostics. */
export function looseSamples(
  loose: readonly Loose[],
  units: readonly EntityUnit[],
  byName: ReadonlyMap<string, readonly EntityUnit[]>,
): LooseSamples {
  const blocks = loose.flatMap((one) => one.blocks.filter((block) => block.kind === 'code'));
  const byBlock = new Map(blocks.map((block) => [block, partsOf(block)]));
  const named = [...byBlock.values()].flat().filter(({ path }) => lastName(path) !== undefined);
  const examples = loose.filter((one) => one.section.role.role === 'example');
  return {
    byBlock,
    byName: groupBy(named, ({ path }) => nameKey(lastName(path) ?? '')),
    examplesIn: groupBy(examples, (one) => one.parents.at(-1)),
    unitsIn: groupBy(units, (one) => one.loose.parents.at(-1)),
    ambiguous: new Set([...byName].flatMap(([key, list]) => (isSame(list) ? [] : [key]))),
  };
}

/** Whether objects are one, described in several tables. */
function isSame([first, ...others]: readonly EntityUnit[]): boolean {
  return others.every(({ name }) => name.anchor === first?.name.anchor && name.title === first.name.title);
}

/** More parts of samples are not looked at for one name. */
const maxParts = 50;

/** The parts of the samples outside of operations. Gives no diagnostics. */
export function looseParts(loose: readonly Loose[]): SamplePart[] {
  return loose.flatMap((one) => one.blocks.flatMap((block) => (block.kind === 'code' ? partsOf(block) : [])));
}

function partsOf(block: CodeBlock): Shown[] {
  const sample = sampleOf(block);
  return sample ? objectsOf(sample.value).map((part) => ({ ...part, sample })) : [];
}

function lastName(path: readonly Step[]): string | undefined {
  const last = path.findLast((step) => step.kind === 'property');
  return last?.kind === 'property' ? last.name : undefined;
}

/**
 * What samples show of an object: those beside its tables, and those of the sections beside it where these show nothing else,
 * as far as the tables know what they show; and parts that its title names of any sample outside of operations.
 */
export function shownEntity(unit: EntityUnit, samples: LooseSamples): readonly ShownEntity[] {
  const names = unit.tables.flat().map((row) => row.name);
  const near = nearBlocks(unit, samples).map((block) => samples.byBlock.get(block) ?? []);
  const taken = new Set(near.flatMap((parts) => parts.map(({ sample }) => sample)));
  const keys = titleKeys(unit.name.title).filter((key) => !samples.ambiguous.has(key));
  const isOnlyShown = names.length === 0;
  const far = (isOnlyShown ? [] : keys).flatMap((key) => (samples.byName.get(key) ?? []).slice(0, maxParts));
  const others = groupBy(
    far.filter(({ sample }) => !taken.has(sample)),
    ({ sample }) => sample,
  );
  return [...near, ...others.values()].flatMap((parts): ShownEntity[] => {
    const part = isOnlyShown ? shownWhole(parts, keys) : partDescribed(names, parts);
    const data = part && partOf(part.sample, part.path);
    if (!data) return [];
    const [outer] = part.path;
    const whole = part.sample.value;
    // beside a wrapper, samples have at most parts that slipped out of it
    const isWhole = isObject(whole) && Object.values(whole).every((value) => typeof value === 'object');
    const isWrapped = isWhole && part.path.length === 1 && outer?.kind === 'property';
    return [{ data, ...(isWrapped && { wrapper: outer.name }) }];
  });
}

/** The object that a sample shows as a whole, or as the only property, which is called as the object. */
function shownWhole(parts: readonly Shown[], keys: readonly string[]): Shown | undefined {
  const root = parts.find(({ path }) => path.length === 0);
  const [only, ...others] = root?.names ?? [];
  const inner = parts.find(({ path }) => path.length === 1 && nameKey(lastName(path) ?? '') === nameKey(only ?? ''));
  const isWrapped = only !== undefined && others.length === 0 && keys.includes(nameKey(only));
  return isWrapped ? (inner ?? root) : root;
}

/** The code beside the tables, and that of the sections beside them where these show nothing else. */
function nearBlocks({ loose }: EntityUnit, { unitsIn, examplesIn }: LooseSamples): CodeBlock[] {
  const parent = loose.parents.at(-1);
  const isAlone = unitsIn.get(parent)?.length === 1;
  const beside = isAlone ? (examplesIn.get(parent) ?? []).filter((one) => one !== loose) : [];
  return [loose, ...beside].flatMap((one) => one.blocks.filter((block) => block.kind === 'code'));
}

/** The data that a block shows; undefined where it is no JSON. Gives no diagnostics. */
export function sampleOf(block: CodeBlock): Data | undefined {
  if (!/^(?:json[c5]?|javascript|js|)$/.test(block.language ?? '') || !/^\s*[[{]/.test(block.text)) return undefined;
  return codeSample(block, { text: block.text, line: 0 }, undefined);
}

/** The object at some steps of a sample, located as before. */
function partOf(sample: Data, path: readonly Step[]): Data | undefined {
  let value: JsonValue | undefined = sample.value;
  let pointer = '';
  for (const step of path) {
    const key: string = step.kind === 'property' ? step.name : '0';
    value = Array.isArray(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined;
    pointer += `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }
  if (value === undefined || !isObject(value)) return undefined;
  return { ...sample, value, locate: (inner) => sample.locate(pointer + inner) };
}
