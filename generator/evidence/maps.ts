import { isObject, type JsonObject, type JsonValue } from '../base/json.ts';
import type { Evidence, Step, Subject } from './evidence.ts';

/** Words of a type, and begins of descriptions, that say a value maps keys of the caller's choice to values. */
const mapWords = /^(?:map(?:ping)?|dict(?:ionary)?|record|hash|object\s?[<[]\w{1,20},)/i;
const mapText = new RegExp(
  [
    String.raw`^(?:(?:an?|the|optional|arbitrary|additional|user-defined|json|string|driver[- ]specific|set of|list of)\s+){0,4}(?:map|mapping|dictionary|key[-/ ]value\s+(?:map|pairs?|metadata|store))\b`,
    String.raw`\bspecified as a (?:map|dictionary)\b`,
    String.raw`^an? object mapping\b`,
    String.raw`^an? (?:json )?object (?:with|of) (?:string keys|key[-/ ]value pairs)\b`,
    String.raw`^[\w ]{0,60}\ba map of [\w ]{1,40} to\b`,
    String.raw`\{\s?"key":\s?"value"`,
  ].join('|'),
  'i',
);

/** Keys that no schema would name: with a slash, a dot, a colon or a space, numbers, UUIDs. */
const freeKey = /[/.:\s]|^\d+$|^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Keys that only stand for keys: `foo`, `key1`, `some-label`. */
const metaKey =
  /^(?:foo|bar|baz|qux|quux)[-_]?\d*$|^(?:key|value|name|property|additionalProp)[-_]?\d+$|^additionalProp(?:erty|erties)?$|^(?:some|my|your|another|example|custom)[-_ ][\w-]*$|^key(?:[-_][a-z]|[a-rt-z])$|^(?:\[[\w .-]{1,60}\]|<[\w .-]{1,60}>)$/i;

/** A key that stands for any where its value does, too: `"key": "value"`; else it is the name of a property. */
const pairKey = /^(?:key|name)$/i;
const pairValue = /^(?:[\w-]{0,20}value|val|string|text|\.{3}|…)$/i;

/** Names of objects that hold what the caller puts in. */
const mapName =
  /^(?:env|environment|env_?vars|environment_?variables|query_?params|custom_?(?:fields|attributes|data)|user_?metadata)$/i;

/** Names of objects that hold texts which the caller puts in; what holds anything else is an object of that name. */
const textMapName = /^(?:labels|annotations|headers)$/i;

/** Names of variables, as an environment has them. */
const variableKey = /^[A-Z][A-Z\d_]{2,}$/;

/** Names that say by what the values of an object are kept: `points_by_team`, `costPerRegion`. */
const keptBy = /_(?:by|per)_|[a-z](?:By|Per)[A-Z]/;

/** Keys that are numbers of one kind, and no more: `t-17`, `t-23`. Those that count from one may be the names of properties. */
function areNumbered(keys: readonly string[]): boolean {
  const numbers = keys.map((key) => Number(/\d{1,15}/.exec(key)?.[0] ?? NaN));
  const forms = new Set(keys.map((key) => key.replaceAll(/\d{1,15}/g, '#')));
  const isCounted = numbers.includes(0) || numbers.includes(1);
  return keys.length > 1 && forms.size === 1 && numbers.every((one) => !Number.isNaN(one)) && !isCounted;
}

/** Which objects of samples are maps: said by descriptions, or shown by their keys. */
export interface Maps {
  /** Whether the object at a part of a body holds values under keys of the caller's choice. */
  isMap(subject: Subject, path: readonly Step[], value: JsonValue): boolean;
}

/**
 * Finds the parts of bodies that are maps: where descriptions say so, or where the keys of samples can be no names of
 * properties, are stand-ins, or have nothing in common from sample to sample. A part of which a page names properties is none,
 * whatever a sample of it looks like. Gives no diagnostics.
 */
export function findMaps(evidence: readonly Evidence[]): Maps {
  const stated = new Set<string>();
  const named = new Set<string>();
  for (const { subject, fact, method } of evidence) {
    if (!('path' in subject) || subject.path.length === 0) continue;
    if (fact.kind === 'type' && mapWords.test(fact.words)) stated.add(keyOf(subject, subject.path));
    if (fact.kind === 'description' && mapText.test(fact.text)) stated.add(keyOf(subject, subject.path));
    const last = subject.path.at(-1);
    if (method !== 'sample' && fact.kind === 'exists' && last?.kind === 'property') {
      named.add(keyOf(subject, subject.path.slice(0, -1)));
    }
  }
  const varied = variedNames(evidence);
  return {
    isMap(subject, path, value) {
      const last = path.at(-1);
      if (!isObject(value) || last?.kind === 'values') return false;
      const key = keyOf(subject, path);
      if (named.has(key)) return false;
      return stated.has(key) || (path.length > 0 ? hasFreeKeys(value, nameOf(path), varied) : areFree(value));
    },
  };
}

/** `"name": "string"` is a property whose type is shown. */
function standsForAny(key: string, value: string): boolean {
  return pairValue.test(value) && !(/^name$/i.test(key) && /^(?:string|text)$/i.test(value));
}

function nameOf(path: readonly Step[]): string {
  const last = path.at(-1);
  return last?.kind === 'property' ? last.name : '';
}

/** Whether an object, as the whole body may be, holds nothing but objects under keys that no schema would name. Gives no diagnostics. */
export function areFree(value: JsonObject): boolean {
  const entries = Object.entries(value);
  return entries.length > 1 && entries.every(([key, one]) => freeKey.test(key) && isObject(one));
}

/** Whether the object that one sample shows under a name is a map: its keys can be no names of properties, or are stand-ins. Gives no diagnostics. */
export function showsMap(name: string, value: JsonObject): boolean {
  return name === '' ? areFree(value) : hasFreeKeys(value, name, new Set());
}

function hasFreeKeys(value: JsonObject, name: string, varied: ReadonlySet<string>): boolean {
  const keys = Object.keys(value);
  if (keys.length === 0) return false;
  const every = (pattern: RegExp): boolean => keys.every((one) => pattern.test(one));
  const isPair = Object.entries(value).every(
    ([key, one]) => pairKey.test(key) && typeof one === 'string' && standsForAny(key, one.trim()),
  );
  const areVariables = /env|var/i.test(name) && every(variableKey);
  const isNamed =
    mapName.test(name) ||
    (textMapName.test(name) && Object.values(value).every((one) => typeof one === 'string' || one === null));
  const isKept = keptBy.test(name) && areNumbered(keys);
  return isKept || every(freeKey) || every(metaKey) || isPair || areVariables || isNamed || varied.has(name);
}

/** So many samples with different keys show that a name is that of a map. */
const leastVariants = 4;

/** Names under which the samples have objects of scalars without a key in common. */
function variedNames(evidence: readonly Evidence[]): ReadonlySet<string> {
  const counts = new Map<string, { samples: number; isScalar: boolean; keys: Map<string, number> }>();
  const visit = (value: JsonValue, name: string, depth: number): void => {
    if (depth > 100) return;
    if (Array.isArray(value)) for (const item of value) visit(item, '', depth + 1);
    else if (isObject(value)) {
      for (const [key, member] of Object.entries(value)) visit(member, key, depth + 1);
      const keys = Object.keys(value);
      if (name === '' || keys.length === 0) return;
      const count = counts.get(name) ?? { samples: 0, isScalar: true, keys: new Map<string, number>() };
      count.samples += 1;
      count.isScalar &&= Object.values(value).every((member) => typeof member !== 'object');
      for (const key of keys) count.keys.set(key, (count.keys.get(key) ?? 0) + 1);
      counts.set(name, count);
    }
  };
  for (const { fact } of evidence) if (fact.kind === 'sample') visit(fact.data.value, '', 0);
  const varied = [...counts].filter(([, { samples, isScalar, keys }]) => {
    const most = Math.max(...keys.values());
    return isScalar && keys.size >= leastVariants && samples >= leastVariants && most * 3 <= samples;
  });
  return new Set(varied.map(([name]) => name));
}

function keyOf(subject: Subject, path: readonly Step[]): string {
  const owner = subject.kind === 'entity' ? subject.entity : 'operation' in subject ? subject.operation : undefined;
  return JSON.stringify([subject.kind, owner, path]);
}
