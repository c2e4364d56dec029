import {
  isObject,
  own,
  ownArray,
  ownObject,
  ownString,
  setOwn,
  type JsonObject,
  type JsonValue,
} from '../../base/json.ts';
import { localRefPointer, pointerTokens, resolvePointer } from '../../base/pointer.ts';
import { keywordShape } from '../grammar.ts';
import { visitDescription } from '../walk.ts';
import { menderAt, type Mender } from './mending/mender.ts';
import type { Rule, RuleContext } from './rule.ts';

/** OAS 3.1, sections 4.8.12 and 4.8.21: what parameters and headers must have, and what excludes what. */
export const parametersRule: Rule = {
  says: 'Every parameter has a name, a place, a schema or content, a style that the place allows, and no twin.',
  apply(document, context) {
    visitDescription(document, {
      object: (object, name, pointer, evident) => {
        const mender = menderAt(context, evident);
        if (name === 'pathItem' || name === 'operation') mendList(document, { object, pointer, context, evident });
        else if (name === 'components') mendComponents(object, context);
        else if (name === 'header') {
          extend(object, queryOnly);
          describeValue(object, 'header', mender);
        }
      },
    });
  },
};

/** The styles of each place, its default first. */
const styles: Readonly<Record<string, readonly string[]>> = {
  path: ['simple', 'matrix', 'label'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
};

interface Holder {
  readonly object: JsonObject;
  readonly pointer: string;
  readonly context: RuleContext;
  readonly evident: JsonObject | undefined;
}

function mendList(document: JsonObject, { object, pointer, context, evident }: Holder): void {
  const list = ownArray(object, 'parameters');
  if (!list) return;
  const template = pointerTokens(pointer).find((token) => token.includes('{')) ?? '';
  const seen = new Set<string>();
  object['parameters'] = list.filter((entry) => {
    const near = isObject(entry) && Array.isArray(entry['x-evidence']) ? entry : evident;
    const mender = menderAt(context, near);
    const target = followed(document, entry);
    if (!isObject(entry) || (target === entry && !mendParameter(entry, template, mender))) return false;
    const key = `${ownString(target, 'in') ?? ''} ${ownString(target, 'name') ?? ''}`;
    if (key !== ' ' && seen.has(key)) {
      mender.dropped(`a second ${key.replace(' ', ' parameter "')}"`, 'a parameter is told by its place and name');
      return false;
    }
    seen.add(key);
    return true;
  });
}

function followed(document: JsonObject, entry: JsonValue): JsonValue | undefined {
  const ref = ownString(entry, '$ref');
  if (ref === undefined) return entry;
  const pointer = localRefPointer(ref);
  return pointer === undefined ? undefined : resolvePointer(document, pointer);
}

function mendComponents(components: JsonObject, context: RuleContext): void {
  const parameters = ownObject(components, 'parameters') ?? {};
  for (const [name, parameter] of Object.entries(parameters)) {
    if (!isObject(parameter) || typeof parameter['$ref'] === 'string') continue;
    if (!mendParameter(parameter, '', menderAt(context, parameter))) delete parameters[name];
  }
}

/** Mends one parameter in place; false where it names nothing that a request could carry. */
function mendParameter(parameter: JsonObject, template: string, mender: Mender): boolean {
  const name = ownString(parameter, 'name');
  if (name === undefined || name === '') {
    mender.dropped('a parameter', 'it has no name');
    return false;
  }
  if (ownString(parameter, 'in') === undefined && template.includes(`{${name}}`)) {
    mender.mended(`the parameter "${name}"`, 'it does not say where it stands', 'the path names it');
    parameter['in'] = 'path';
  }
  const place = ownString(parameter, 'in');
  if (place === undefined) {
    mender.dropped(`the parameter "${name}"`, 'it does not say where it stands');
    return false;
  }
  if (place === 'path' && parameter['required'] !== true) {
    if (parameter['required'] === false)
      mender.mended(`the path parameter "${name}"`, 'it is optional, and no part of a path can be', 'it is required');
    parameter['required'] = true;
  }
  if (place !== 'query') extend(parameter, queryOnly);
  describeValue(parameter, place, mender);
  return true;
}

/** Members that OpenAPI 3.1 has for parameters in the query alone. */
const queryOnly = ['allowEmptyValue', 'allowReserved'];

/** Makes extensions of members that are none of OpenAPI 3.1 where they stand. */
function extend(holder: JsonObject, keys: readonly string[]): void {
  for (const key of keys) {
    if (!Object.hasOwn(holder, key)) continue;
    setOwn(holder, `x-${key}`, holder[key] ?? null);
    delete holder[key];
  }
}

/** Schema or content, and a style, of a parameter or header. */
function describeValue(holder: JsonObject, place: string, mender: Mender): void {
  const what = typeof holder['name'] === 'string' ? `the parameter "${holder['name']}"` : 'the header';
  const style = ownString(holder, 'style');
  if (style !== undefined && !(styles[place] ?? []).includes(style)) {
    mender.dropped(`the style "${style}" of ${what}`, `in ${place} it is one of ${(styles[place] ?? []).join(', ')}`);
    delete holder['style'];
  }
  const media = Object.keys(ownObject(holder, 'content') ?? {});
  if (media.length === 0) delete holder['content'];
  if (media.length > 1) {
    mender.dropped(`all but the first content of ${what}`, 'it is written in one media type');
    for (const type of media.slice(1)) delete ownObject(holder, 'content')?.[type];
  }
  if (media.length > 0 && holder['schema'] !== undefined) {
    mender.dropped(`the content of ${what}`, 'it has a schema as well');
    delete holder['content'];
  }
  if (own(holder, 'schema') === undefined && own(holder, 'content') === undefined)
    holder['schema'] = directSchema(holder, what, mender);
  const [content] = Object.values(ownObject(holder, 'content') ?? {});
  if (isObject(content)) leaveToContent(holder, content);
}

/** Members of parameters and headers that belong to a schema alone; what they show of a content stands in it. */
const besideSchema = ['style', 'explode', 'allowReserved'];
const shown = ['example', 'examples'];

/** OAS 3.1, section 4.8.12.4: beside `content` none of the members that go with `schema` may stand. */
function leaveToContent(holder: JsonObject, content: JsonObject): void {
  for (const key of shown) {
    const value = own(holder, key);
    if (value === undefined) continue;
    if (shown.every((one) => content[one] === undefined)) content[key] = value;
    delete holder[key];
  }
  extend(holder, besideSchema);
}

/** Keywords that parameters and headers have themselves. */
const ownKeywords: ReadonlySet<string> = new Set([
  'description',
  'deprecated',
  'required',
  'examples',
  'title',
  '$ref',
]);

/** The schema that stands in the parameter itself, as Swagger 2.0 has it; of other parameters nothing is known. */
function directSchema(holder: JsonObject, what: string, mender: Mender): JsonObject {
  const schema: JsonObject = {};
  for (const key of Object.keys(holder)) {
    if (ownKeywords.has(key) || (!keywordShape(key) && key !== 'nullable')) continue;
    setOwn(schema, key, holder[key] ?? null);
    delete holder[key];
  }
  if (Object.keys(schema).length > 0) mender.mended(what, 'its schema stands in itself', 'it is read as its schema');
  return schema;
}
