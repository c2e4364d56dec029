import { own, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import { keywordShape, memberShape, objectShape, type ObjectName, type Shape } from '../grammar.ts';
import { visitDescription } from '../walk.ts';
import { conform, misfit, nothing } from './mending/conform.ts';
import { conformKeyword } from './mending/keywords.ts';
import { menderAt, type Mender } from './mending/mender.ts';
import { placeOf, type Rule, type RuleContext } from './rule.ts';

/** OAS 3.1, section 4.8: the fixed fields of each object, and what they hold (the table is `grammar.ts`). */
export const shapesRule: Rule = {
  says: 'Every member holds what OpenAPI 3.1 says it holds; a member that OpenAPI does not know is an extension.',
  apply(document, context) {
    visitDescription(document, {
      object: (object, name, _pointer, evident) => mendObject(object, name, evident, context),
      enterSchema: (schema, _pointer, evident) => mendSchema(schema, evident, context),
      reference: (holder, kind, _pointer, evident) => {
        if (kind !== 'schema' && kind !== 'pathItem') bareReference(holder, menderAt(context, evident));
      },
    });
  },
};

/** A Reference Object has no members but these (OAS 3.1, section 4.8.23). */
const besideReference: ReadonlySet<string> = new Set(['$ref', 'summary', 'description']);

function bareReference(holder: JsonObject, mender: Mender): void {
  for (const key of Object.keys(holder)) {
    if (besideReference.has(key) || key.startsWith('x-')) continue;
    delete holder[key];
    mender.dropped(`"${key}"`, 'it stands beside a reference, where nothing else counts');
  }
}

function mendObject(object: JsonObject, name: ObjectName, evident: JsonObject | undefined, context: RuleContext): void {
  const mender = menderAt(context, evident);
  for (const key of Object.keys(object)) {
    const shape = memberShape(name, key);
    const value = own(object, key);
    if (value === undefined || (shape === undefined && key.startsWith('x-'))) continue;
    if (shape) replace(object, key, value, conformMember(object, name, key, mender), shape, mender);
    else renameUnknown(object, key, Object.keys(objectShape(name).fields), evident, context);
  }
}

function conformMember(object: JsonObject, name: ObjectName, key: string, mender: Mender): JsonValue | undefined {
  const value = own(object, key);
  const shape = memberShape(name, key);
  if (value === undefined || shape === undefined) return undefined;
  // a name of the document's own, as in a map
  if (value === null && !Object.hasOwn(objectShape(name).fields, key)) return nothing(shape, `"${key}"`, mender);
  return conform(value, shape, `"${key}"`, mender);
}

function replace(
  object: JsonObject,
  key: string,
  value: JsonValue,
  kept: JsonValue | undefined,
  shape: Shape,
  mender: Mender,
): void {
  if (kept === undefined) {
    delete object[key];
    mender.dropped(`"${key}"`, misfit(value, shape));
  } else if (kept !== value) setOwn(object, key, kept);
}

/** A field that is only spelled wrongly gets its name; any other becomes an extension, so that nothing is lost. */
function renameUnknown(
  object: JsonObject,
  key: string,
  known: readonly string[],
  evident: JsonObject | undefined,
  context: RuleContext,
): void {
  const value = own(object, key) ?? null;
  const meant = known.find((one) => one.toLowerCase() === key.trim().toLowerCase() && !Object.hasOwn(object, one));
  delete object[key];
  const name = meant ?? `x-${key}`;
  if (!Object.hasOwn(object, name)) setOwn(object, name, value);
  context.report.add('spec/unknown-member', evident && placeOf(evident), { name: key, kept: name });
}

function mendSchema(schema: JsonObject, evident: JsonObject | undefined, context: RuleContext): void {
  const mender = menderAt(context, evident);
  for (const key of Object.keys(schema)) {
    const value = own(schema, key);
    if (value === undefined || key.startsWith('x-') || laterRules.has(key)) continue;
    const shape = keywordShape(key);
    if (!shape) {
      renameUnknown(schema, key, [], evident, context);
      continue;
    }
    const kept = conformKeyword(value, shape, key, mender);
    if (kept === undefined) delete schema[key];
    else if (kept !== value) setOwn(schema, key, kept);
  }
}

/** Members of schemas before 3.1 that rules of their own replace. */
const laterRules: ReadonlySet<string> = new Set(['nullable', 'example']);
