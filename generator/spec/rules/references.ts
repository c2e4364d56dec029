import { isObject, ownArray, ownObject, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { localRefPointer, resolvePointer } from '../../base/pointer.ts';
import { pointerRef } from '../dialects/moves.ts';
import type { ObjectName } from '../grammar.ts';
import { visitDescription } from '../walk.ts';
import { menderAt } from './mending/mender.ts';
import { placeOf, type Rule } from './rule.ts';

/** OAS 3.1, section 4.8.23: references that cannot be followed must not be trusted to mean something. */
export const referencesRule: Rule = {
  says: 'Every reference leads to a part of the same document.',
  apply(document, context) {
    visitDescription(document, {
      reference: (holder, kind, _pointer, evident) => {
        const ref = encoded(document, ownString(holder, '$ref') ?? '');
        holder['$ref'] = ref;
        const fault = faultOf(document, ref, kind);
        if (fault === undefined) return;
        const code = fault === 'out of the document' ? 'spec/foreign-ref' : 'spec/dangling-ref';
        if (code === 'spec/foreign-ref' || fault === 'nowhere')
          context.report.add(code, evident && placeOf(evident), { ref });
        else menderAt(context, evident).dropped(`the reference "${ref}"`, `it leads ${fault}`);
        delete holder['$ref'];
        if (kind === 'header') holder['schema'] = {};
        holder['x-uncertain'] = [`the reference ${ref} leads ${fault}`];
      },
    });
    dropUnknownParameters(document);
  },
};

/** A reference that names its target as it is called (`…/50%`), although a URI must encode that, encoded. */
function encoded(document: JsonObject, ref: string): string {
  const pointer = localRefPointer(ref);
  if (pointer === undefined || !ref.includes('%') || resolvePointer(document, pointer) !== undefined) return ref;
  return resolvePointer(document, ref.slice(1)) === undefined ? ref : pointerRef(ref.slice(1));
}

/** Where a reference, or a chain of them, leads that is of no use, as words behind "leads". */
function faultOf(document: JsonObject, ref: string, kind: ObjectName | 'schema'): string | undefined {
  let current = ref;
  for (let steps = 0; steps < 50; steps += 1) {
    const pointer = localRefPointer(current);
    if (pointer === undefined) return 'out of the document';
    const target = resolvePointer(document, pointer);
    if (!isObject(target) && typeof target !== 'boolean') return 'nowhere';
    const [, section] = /^\/components\/(\w+)\/[^/]+$/.exec(pointer) ?? [];
    if (section !== undefined && section !== sections[kind]) return `to one of ${section}`;
    const next = isObject(target) && Object.keys(target).length === 1 ? ownString(target, '$ref') : undefined;
    if (next === undefined) return undefined;
    current = encoded(document, next);
  }
  return 'nowhere';
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
