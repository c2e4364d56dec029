import { isObject, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { localRefPointer, resolvePointer } from '../../base/pointer.ts';
import { pointerRef } from '../dialects/moves.ts';
import type { ObjectName } from '../grammar.ts';
import { visitDescription } from '../walk.ts';
import { menderAt } from './mending/mender.ts';
import { bareReference, createChains, type TakeHop } from './reference-chains.ts';
import { placeOf, type Rule } from './rule.ts';

/** OAS 3.1, section 4.8.23: references that cannot be followed must not be trusted to mean something. */
export const referencesRule: Rule = {
  says: 'Every reference leads to a part of the same document.',
  apply(document, context) {
    for (const { holder, ref, kind, evident, fault } of useless(document)) {
      const code = fault === 'out of the document' ? 'spec/foreign-ref' : 'spec/dangling-ref';
      if (code === 'spec/foreign-ref' || fault === 'nowhere')
        context.report.add(code, evident && placeOf(evident), { ref });
      else menderAt(context, evident).dropped(`the reference "${ref}"`, `it leads ${fault}`);
      delete holder['$ref'];
      if (kind === 'header') holder['schema'] = {};
      holder['x-uncertain'] = [`the reference ${ref} leads ${fault}`];
    }
    dropUnknownParameters(document);
  },
};

/** A reference that must be cut. */
interface Useless {
  readonly holder: JsonObject;
  readonly ref: string;
  readonly kind: ObjectName | 'schema';
  readonly evident: JsonObject | undefined;
  /** Words behind "leads". */
  readonly fault: string;
}

/** The references of no use; found before any is cut, so that it does not matter which comes first. Encodes the others. */
function useless(document: JsonObject): Useless[] {
  const chains = new Map<ObjectName | 'schema', (ref: string) => string | undefined>();
  const found: Useless[] = [];
  visitDescription(document, {
    reference: (holder, kind, _pointer, evident) => {
      const ref = encoded(document, ownString(holder, '$ref') ?? '');
      holder['$ref'] = ref;
      const faultOf = chains.get(kind) ?? createChains(hopsOf(document, kind));
      chains.set(kind, faultOf);
      const fault = faultOf(ref);
      if (fault !== undefined) found.push({ holder, ref, kind, evident, fault });
    },
  });
  return found;
}

/** A reference that names its target as it is called (`…/50%`), although a URI must encode that, encoded. */
function encoded(document: JsonObject, ref: string): string {
  const pointer = localRefPointer(ref);
  if (pointer === undefined || !ref.includes('%') || resolvePointer(document, pointer) !== undefined) return ref;
  return resolvePointer(document, ref.slice(1)) === undefined ? ref : pointerRef(ref.slice(1));
}

function hopsOf(document: JsonObject, kind: ObjectName | 'schema'): TakeHop {
  return (ref) => {
    const pointer = localRefPointer(ref);
    if (pointer === undefined) return { fault: 'out of the document' };
    const target = resolvePointer(document, pointer);
    if (!isObject(target) && typeof target !== 'boolean') return { fault: 'nowhere' };
    const [, section] = /^\/components\/(\w+)\/[^/]+$/.exec(pointer) ?? [];
    if (section !== undefined && section !== sections[kind]) return { fault: `to one of ${section}` };
    const next = bareReference(target);
    return { next: next === undefined ? undefined : encoded(document, next) };
  };
}

/** A parameter of which only a useless reference was known is none. */
function dropUnknownParameters(document: JsonObject): void {
  visitDescription(document, {
    object: (object, name) => {
      const list = name === 'operation' || name === 'pathItem' ? ownArray(object, 'parameters') : undefined;
      if (list?.some((one) => !isKnown(one))) object['parameters'] = list.filter(isKnown);
      const named = name === 'components' ? ownObject(object, 'parameters') : undefined;
      for (const [key, one] of Object.entries(named ?? {})) if (named && !isKnown(one)) delete named[key];
    },
  });
}

function isKnown(parameter: JsonValue): boolean {
  return ownString(parameter, '$ref') !== undefined || ownString(parameter, 'name') !== undefined;
}

/** Where `components` keeps what may be referred to. */
const sections: Readonly<Partial<Record<ObjectName | 'schema', string>>> = {
  schema: 'schemas',
  parameter: 'parameters',
  requestBody: 'requestBodies',
  response: 'responses',
  header: 'headers',
  securityScheme: 'securitySchemes',
  example: 'examples',
  link: 'links',
  callback: 'callbacks',
  pathItem: 'pathItems',
};
