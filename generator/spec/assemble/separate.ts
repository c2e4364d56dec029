import type { Report } from '../../base/diagnostic.ts';
import { isObject, mapObject, own, ownArray, ownObject, ownString, setOwn } from '../../base/json.ts';
import type { JsonObject, JsonValue } from '../../base/json.ts';
import { joinPointer, localRefPointer, pointerTokens } from '../../base/pointer.ts';
import { methods } from '../walk.ts';
import { sameFacts, type Locate } from './unite.ts';

/**
 * `other`, a whole description, made ready to be united with another one that says different things under the same names: its
 * components of such names are called after their file as well (`merge/renamed`), and its servers and its security, where
 * they differ, stand at its own paths and operations.
 */
export function separate(
  base: JsonObject,
  other: JsonObject,
  file: string,
  { locate, report }: { locate: Locate; report: Report },
): JsonObject {
  const renamed = new Map<string, string>();
  for (const { pointer, section, name } of conflicts(base, other)) {
    const next = freeName(`${fileName(file)}_${name}`, [base, other], section);
    renamed.set(pointer, joinPointer('/components', section, next));
    report.add('merge/renamed', locate(pointer), { name, next });
  }
  const distinct = withOwnSettings(base, other);
  return renamed.size === 0 ? distinct : renameComponents(distinct, renamed);
}

interface Component {
  readonly pointer: string;
  readonly section: string;
  readonly name: string;
  readonly value: JsonValue;
}

function components(document: JsonObject): Component[] {
  return Object.entries(ownObject(document, 'components') ?? {}).flatMap(([section, entries]) =>
    Object.entries(isObject(entries) && section !== 'securitySchemes' ? entries : {}).map(([name, value]) => ({
      pointer: joinPointer('/components', section, name),
      section,
      name,
      value,
    })),
  );
}

/** The components of `other` that mean something else in `base`: they differ, or they refer to some that do. */
function conflicts(base: JsonObject, other: JsonObject): Component[] {
  const shared = components(other).filter(
    ({ section, name }) => own(ownObject(ownObject(base, 'components'), section), name) !== undefined,
  );
  const found = new Set<Component>();
  const pointers = new Set<string>();
  for (let grown = true; grown;) {
    grown = false;
    for (const component of shared) {
      if (found.has(component)) continue;
      const { section, name, value, pointer } = component;
      const twin = own(ownObject(ownObject(base, 'components'), section), name) ?? null;
      if (sameFacts(twin, value) && !refersTo(value, pointers)) continue;
      found.add(component);
      pointers.add(pointer);
      grown = true;
    }
  }
  return [...found];
}

function refersTo(value: JsonValue, pointers: ReadonlySet<string>): boolean {
  if (pointers.size === 0) return false;
  if (Array.isArray(value)) return value.some((item) => refersTo(item, pointers));
  if (!isObject(value)) return false;
  const target = componentOf(ownString(value, '$ref') ?? '');
  if (target !== undefined && pointers.has(target)) return true;
  return Object.values(value).some((member) => refersTo(member, pointers));
}

/** The pointer of the component that a reference leads to or into. */
function componentOf(reference: string): string | undefined {
  const tokens = pointerTokens(localRefPointer(reference) ?? '');
  return tokens[0] === 'components' && tokens.length >= 3 ? joinPointer('', ...tokens.slice(0, 3)) : undefined;
}

/** What a file is called, or its folder where every description is called so. */
function fileName(path: string): string {
  const [file = '', folder] = path.split('/').toReversed();
  const own = file.replace(/\.[a-z]+$/i, '');
  const name = /^(?:openapi|swagger|api|spec|index)$/i.test(own) && folder !== undefined ? folder : own;
  return name.replaceAll(/[^A-Za-z0-9._-]+/g, '_') || 'document';
}

function freeName(wanted: string, documents: readonly JsonObject[], section: string): string {
  const isTaken = (name: string): boolean =>
    documents.some((document) => own(ownObject(ownObject(document, 'components'), section), name) !== undefined);
  let name = wanted;
  while (isTaken(name)) name = `${name}_`;
  return name;
}

/** Members whose values are data, where nothing is a reference. */
const data: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum', 'const']);

function renameComponents(document: JsonObject, renamed: ReadonlyMap<string, string>): JsonObject {
  const copy = rewrite(document) as JsonObject;
  const sections = mapObject(ownObject(copy, 'components') ?? {}, (entries, section) => {
    if (!isObject(entries)) return entries;
    const result: JsonObject = {};
    for (const [name, value] of Object.entries(entries)) {
      const next = renamed.get(joinPointer('/components', section, name));
      setOwn(result, next === undefined ? name : (pointerTokens(next)[2] ?? name), value);
    }
    return result;
  });
  return { ...copy, components: sections };

  function rewrite(value: JsonValue): JsonValue {
    if (Array.isArray(value)) return value.map(rewrite);
    if (!isObject(value)) return value;
    const result = mapObject(value, (member, key) => {
      if (key === '$ref' && typeof member === 'string') return rewriteReference(member);
      if (key === 'mapping' && isObject(member)) return mapObject(member, (target) => rewriteTarget(target));
      return data.has(key) ? member : rewrite(member);
    });
    if (isObject(result['discriminator'])) keepNames(value, result, result['discriminator']);
    return result;
  }

  function rewriteReference(reference: string): string {
    const component = componentOf(reference);
    const next = component === undefined ? undefined : renamed.get(component);
    if (component === undefined || next === undefined) return reference;
    const rest = (localRefPointer(reference) ?? '').slice(component.length);
    return `#${encodeURI(`${next}${rest}`)}`;
  }

  function rewriteTarget(target: JsonValue): JsonValue {
    if (typeof target !== 'string') return target;
    const named = renamed.get(joinPointer('/components/schemas', target));
    return named === undefined ? rewriteReference(target) : `#${encodeURI(named)}`;
  }

  /** A branch that was told by its name is told by that name still. */
  function keepNames(before: JsonObject, after: JsonObject, discriminator: JsonObject): void {
    const mapping: JsonObject = { ...ownObject(discriminator, 'mapping') };
    const mapped = new Set(Object.values(mapping));
    for (const key of ['oneOf', 'anyOf']) {
      ownArray(before, key)?.forEach((branch, index) => {
        const component = componentOf(ownString(branch, '$ref') ?? '');
        const next = ownString(ownArray(after, key)?.[index], '$ref');
        if (component === undefined || next === undefined || !renamed.has(component) || mapped.has(next)) return;
        setOwn(mapping, pointerTokens(component)[2] ?? '', next);
        discriminator['mapping'] = mapping;
      });
    }
  }
}

/** Servers and security that differ from those of `base`, moved to where only the operations of `other` see them. */
function withOwnSettings(base: JsonObject, other: JsonObject): JsonObject {
  const given = own(other, 'servers');
  const servers = given === undefined || sameFacts(given, own(base, 'servers') ?? null) ? undefined : given;
  // a description without security asks for none, whatever another one asks for
  const asked = own(other, 'security') ?? [];
  const security = sameFacts(asked, own(base, 'security') ?? []) ? undefined : asked;
  if (servers === undefined && security === undefined) return other;
  const paths = mapObject(ownObject(other, 'paths') ?? {}, (item) => {
    if (!isObject(item)) return item;
    const placed = mapObject(item, (member, key) => {
      const isOperation = methods.some((method) => method === key) && isObject(member);
      return isOperation && security !== undefined && !Object.hasOwn(member, 'security')
        ? { ...member, security }
        : member;
    });
    return servers === undefined || Object.hasOwn(item, 'servers') ? placed : { ...placed, servers };
  });
  const result: JsonObject = { ...other, paths };
  if (servers !== undefined) delete result['servers'];
  if (security !== undefined) delete result['security'];
  return result;
}
