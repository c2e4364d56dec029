import { isObject, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import type { Location } from '../../base/location.ts';
import { localRefPointer, resolvePointer } from '../../base/pointer.ts';
import { placeOf, type Rule, type RuleContext } from './rule.ts';

/** OAS 3.1, section 4.8.23: references that cannot be followed must not be trusted to mean something. */
export const referencesRule: Rule = {
  says: 'Every reference leads to a part of the same document.',
  apply(document, context) {
    mend(document, document, undefined, context);
  },
};

/** Members whose `$ref` is data. */
const data: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum', 'const']);

function mend(value: JsonValue, document: JsonObject, near: Location | undefined, context: RuleContext): void {
  if (Array.isArray(value)) {
    for (const item of value) mend(item, document, near, context);
    return;
  }
  if (!isObject(value)) return;
  const place = placeOf(value) ?? near;
  const ref = ownString(value, '$ref');
  if (ref !== undefined && !leadsSomewhere(document, ref)) {
    const foreign = localRefPointer(ref) === undefined;
    context.report.add(foreign ? 'spec/foreign-ref' : 'spec/dangling-ref', place, { ref });
    delete value['$ref'];
    value['x-uncertain'] = [`the reference ${ref} leads ${foreign ? 'out of the document' : 'nowhere'}`];
  }
  for (const [key, member] of Object.entries(value)) if (!data.has(key)) mend(member, document, place, context);
}

function leadsSomewhere(document: JsonObject, ref: string): boolean {
  const pointer = localRefPointer(ref);
  return pointer !== undefined && resolvePointer(document, pointer) !== undefined;
}
