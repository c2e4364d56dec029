import type { Report } from '../../base/diagnostic.ts';
import { isObject, jsonEqual, mapObject, own, ownArray, ownObject, ownString, setOwn } from '../../base/json.ts';
import type { JsonObject, JsonValue } from '../../base/json.ts';
import { locationText, type Location } from '../../base/location.ts';
import { joinPointer } from '../../base/pointer.ts';
import { trimmedEnd } from '../../base/trim.ts';
import { placeOf } from '../rules/rule.ts';
import { methods } from '../walk.ts';
import { operationKey, templateNames } from './paths.ts';
import { reportOtherTexts } from './texts.ts';
import { withOtherParts } from './unite-parts.ts';

/** Two descriptions of one API, the stronger first. */
export interface Documents {
  readonly base: JsonObject;
  readonly other: JsonObject;
  /** What `other` is made of: another spec, or pages, which also add to operations that `base` has. */
  readonly role: 'spec' | 'pages';
  /** The operations of `base` of which it has only some parts, see `operationKey`: pages add what is left. */
  readonly partial?: ReadonlyMap<string, unknown>;
}

/** Where a part of `other` stands, by JSON Pointer; undefined for pages, whose parts stand in many places. */
export type Locate = (pointer: string) => Location | undefined;

/**
 * `base` with what only `other` has: operations (by method and positional path), components, tags, servers, security.
 * Differences between specs are reported where `other` has them (`spec/duplicate-operation`, `merge/conflict`).
 */
export function uniteDocuments(documents: Documents, locate: Locate, report: Report): JsonObject {
  const { base, other } = documents;
  const result: JsonObject = { ...base };
  result['paths'] = unitePaths(documents, locate, report);
  reportInfo(documents, locate, report);
  const components = uniteComponents(
    ownObject(base, 'components') ?? {},
    ownObject(other, 'components') ?? {},
    locate,
    report,
  );
  if (Object.keys(components).length > 0) result['components'] = components;
  for (const key of ['tags', 'servers']) {
    const list = uniteLists(own(base, key), own(other, key));
    if (list.length > 0) result[key] = list;
  }
  for (const [key, value] of Object.entries(other)) if (!Object.hasOwn(result, key)) setOwn(result, key, value);
  return result;
}

/** A description has one title; that of pages is made up where they state none. */
function reportInfo({ base, other, role }: Documents, locate: Locate, report: Report): void {
  const [info, lost] = [ownObject(base, 'info'), ownObject(other, 'info')];
  if (!info || !lost || role === 'pages') return;
  const places = { lost: placeOf(lost) ?? locate(''), kept: placeOf(info) };
  reportOtherTexts(info, lost, { subject: 'info', rule: 'the first document is kept' }, places, report);
}

/** An operation of `base`, and where it stands. */
interface Known {
  readonly path: string;
  readonly method: string;
  readonly operation: JsonObject;
}

function unitePaths(documents: Documents, locate: Locate, report: Report): JsonObject {
  const base = ownObject(documents.base, 'paths') ?? {};
  const result = { ...base };
  const known = knownOperations(base);
  const prefix = documents.role === 'pages' ? serverPrefix(documents.base) : undefined;
  for (const [written, item] of Object.entries(ownObject(documents.other, 'paths') ?? {})) {
    const path = samePath(base, relativePath(written, prefix));
    if (!isObject(item)) continue;
    const place: JsonObject = { ...ownObject(result, path) };
    for (const [key, value] of Object.entries(item)) {
      const method = methods.find((one) => one === key);
      const identity = method && operationKey({ method, path });
      const twin = identity === undefined ? undefined : known.get(identity);
      if (twin === undefined) {
        if (!Object.hasOwn(place, key)) setOwn(place, key, renameParameters(value, written, path));
      } else if (documents.role === 'pages' && isObject(value)) {
        const isPartial = identity !== undefined && documents.partial?.has(identity);
        const parts = ownObject(documents.base, 'components') ?? {};
        const operation = isPartial ? withOtherParts(twin.operation, value, parts) : twin.operation;
        fillOperation(result, { ...twin, operation }, value, report);
      } else if (!sameFacts(twin.operation, value)) {
        const operation = `${key.toUpperCase()} ${path}`;
        const told = { ...earlierDefinition, subject: operation, operation };
        const place = locate(joinPointer('/paths', written, key));
        report.add('spec/duplicate-operation', place, told, placeOf(twin.operation));
        setOwn(result, twin.path, {
          ...ownObject(result, twin.path),
          [twin.method]: withConflict(ownObject(ownObject(result, twin.path), twin.method) ?? {}, place),
        });
      }
    }
    if (Object.keys(place).length > 0 && !Object.hasOwn(base, path)) setOwn(result, path, place);
    else if (Object.hasOwn(base, path)) setOwn(result, path, { ...place, ...ownObject(result, path) });
  }
  return result;
}

const earlierDefinition = {
  loser: 'this definition',
  winner: 'the one of an earlier document',
  rule: 'the first definition is kept',
} as const;

/** A part with a record of another definition of it, which is not taken. */
function withConflict(part: JsonObject, place: Location | undefined): JsonObject {
  const at = place === undefined ? '' : ` (${locationText(place)})`;
  const record = `another definition${at} overruled by this one: the first definition is kept`;
  return { ...part, 'x-conflicts': [...(ownArray(part, 'x-conflicts') ?? []), record] };
}

/** All operations of a description by their identities, see `operationKey`. */
export function operationKeys(document: JsonObject | undefined): ReadonlyMap<string, JsonObject> {
  const known = knownOperations(ownObject(document, 'paths') ?? {});
  return new Map([...known].map(([key, { operation }]) => [key, operation]));
}

function knownOperations(paths: JsonObject): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const [path, item] of Object.entries(paths)) {
    for (const method of methods) {
      const operation = own(item, method);
      if (isObject(operation)) known.set(operationKey({ method, path }), { path, method, operation });
    }
  }
  return known;
}

/** What the path of the first server's URL already says (`https://x.example/v2` → `/v2`): pages write it in every path. */
function serverPrefix(base: JsonObject): string | undefined {
  const [server] = ownArray(base, 'servers') ?? [];
  const path = /^(?:[a-z]+:\/\/[^/]+)?\/(.*)$/i.exec(ownString(server, 'url') ?? '')?.[1];
  return path === undefined ? undefined : `/${trimmedEnd(path, '/')}`;
}

function relativePath(path: string, prefix: string | undefined): string {
  return prefix !== undefined && path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
}

/** The path as `paths` already has it, whatever it calls its parameters: OpenAPI allows each template once (OAS 3.1, section 4.8.8). */
function samePath(paths: JsonObject, path: string): string {
  const key = operationKey({ method: 'get', path });
  return Object.keys(paths).find((one) => operationKey({ method: 'get', path: one }) === key) ?? path;
}

/** An operation written for one template, with its path parameters called as in another of the same shape. */
function renameParameters(operation: JsonValue, from: string, to: string): JsonValue {
  const parameters = ownArray(operation, 'parameters');
  if (!parameters || !isObject(operation)) return operation;
  const wanted = templateNames(to);
  const given = templateNames(from).slice(-wanted.length);
  const renamed = parameters.map((one) => {
    const position = given.indexOf(ownString(one, 'name') ?? '');
    const name = wanted[position];
    if (!isObject(one) || one['in'] !== 'path' || name === undefined || name === one['name']) return one;
    return { ...one, name, 'x-aliases': uniteLists(own(one, 'x-aliases'), [one['name'] ?? '']) };
  });
  return { ...operation, parameters: renamed };
}

/** Adds to a spec's operation what only a page says: its texts, and statuses (they unite). Where both speak the spec is stronger. */
function fillOperation(paths: JsonObject, { path, method, operation }: Known, page: JsonObject, report: Report): void {
  const loss = { subject: `${method.toUpperCase()} ${path}`, rule: 'a spec before pages' };
  reportOtherTexts(operation, page, loss, { lost: undefined, kept: undefined }, report);
  const filled: JsonObject = { ...operation };
  for (const key of ['summary', 'description', 'deprecated']) {
    const value = own(page, key);
    if (value !== undefined && own(filled, key) === undefined) filled[key] = value;
  }
  const { default: _, ...statuses } = ownObject(page, 'responses') ?? {};
  filled['responses'] = { ...statuses, ...ownObject(operation, 'responses') };
  filled['x-evidence'] = uniteLists(own(operation, 'x-evidence'), own(page, 'x-evidence'));
  setOwn(paths, path, { ...ownObject(paths, path), [method]: filled });
}

function uniteComponents(base: JsonObject, other: JsonObject, locate: Locate, report: Report): JsonObject {
  const result = { ...base };
  for (const [kind, entries] of Object.entries(other)) {
    const merged: JsonObject = { ...ownObject(result, kind) };
    for (const [name, value] of isObject(entries) ? Object.entries(entries) : []) {
      const known = own(merged, name);
      if (known === undefined) setOwn(merged, name, value);
      else if (!sameFacts(known, value)) {
        const place = locate(joinPointer('/components', kind, name));
        const told = { ...earlierDefinition, subject: `components.${kind}.${name}` };
        report.add('merge/conflict', place, told, isObject(known) ? placeOf(known) : undefined);
        if (isObject(known)) setOwn(merged, name, withConflict(known, place));
      }
    }
    setOwn(result, kind, merged);
  }
  return result;
}

function uniteLists(base: JsonValue | undefined, other: JsonValue | undefined): JsonValue[] {
  const result = Array.isArray(base) ? [...base] : [];
  for (const value of Array.isArray(other) ? other : []) {
    if (!result.some((known) => sameFacts(known, value))) result.push(value);
  }
  return result;
}

/** Equality that does not look at where things stand, or at what was overruled. */
export function sameFacts(left: JsonValue, right: JsonValue): boolean {
  return jsonEqual(withoutEvidence(left), withoutEvidence(right));
}

function withoutEvidence(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutEvidence);
  if (!isObject(value)) return value;
  return mapObject(value, (member, key) =>
    key === 'x-evidence' || key === 'x-conflicts' ? undefined : withoutEvidence(member),
  );
}
