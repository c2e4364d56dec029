import { parsedJson, type JsonValue } from '../base/json.ts';
import { trimmedEnd } from '../base/trim.ts';
import type { ElementBlock } from '../pages/page.ts';
import type { ParameterLocation } from './evidence.ts';
import { readSample } from './code-samples.ts';
import { inEnglish } from './translations.ts';

/** Where a described value is sent: with the request or in a response. */
export type Place = ParameterLocation | 'body' | 'response';

/** What a component is for. Components of no role are layout, read through to their content. */
export type Role = 'parameter' | 'section' | 'request' | 'response' | 'samples' | 'scopes' | 'aside';

/** What the part of a page under a heading (or in a section component) is about. */
export type Section = Place | 'answerHeader' | 'errors' | 'parameters' | 'scopes' | 'request' | 'example' | 'other';

interface RoleRow {
  readonly role: Role;
  /** Matches the component's name without separators. */
  readonly tag: RegExp;
}

/** Component names by role; the first row that matches counts. */
const roles: readonly RoleRow[] = [
  {
    role: 'parameter',
    tag: /^(?:api|doc|swagger|openapi|endpoint)?(?:path|query|header|cookie|body|form|request|response|url)?(?:param|parameter|field|property|prop|attribute|arg|argument)(?:field|item|row)?$|^(?:api)?(?:params|parameters|fields|properties|props|attributes)(?:item|row)$|^schema(?:item|field|property|row)$/i,
  },
  {
    role: 'section',
    tag: /^(?:api)?(?:path|query|header|cookie|body(?:data)?|form|formdata|request|response)(?:params|parameters|fields|properties|attributes|props|body)$|^(?:api)?headers$|^(?:body|query|cookies)$/i,
  },
  {
    role: 'response',
    tag: /^(?:api|swagger|openapi|endpoint)?responses?(?:panel|example|examples|sample|samples|block|item|code)?$/i,
  },
  {
    role: 'request',
    tag: /^(?:api)?(?:request|curl)(?:panel|group|tabs?|block|examples?|samples?|snippets?)?$/i,
  },
  // code in several languages, of requests unless what is around or in it says otherwise
  { role: 'samples', tag: /^(?:api)?code(?:panel|group|tabs?|block|examples?|samples?|snippets?)?$/i },
  { role: 'scopes', tag: /^(?:api|oauth|required)?scopes?(?:list)?$/i },
  { role: 'aside', tag: /^(?:note|warning|tip|info|danger|callout|caution|check|alert|admonition|aside)$/i },
];

/** A component of the documents' own around one that describes a value: `AcmeParamField`, `DocsResponseField`. */
const ownParameter =
  /^[A-Z][A-Za-z]*[a-z](?:(?:Param|Parameter)(?:Field|Item|Row)?|(?:Path|Query|Header|Body|Request|Response)Field)$/;

/** Names in lower case that are no HTML in documents, but tags of templates that describe a value: `{% field %}`. */
const plainParameter = /^(?:param|parameter|field|property|prop|attribute|argument)$/;

/** The role of a component by its name; HTML elements (in lower case) have none. */
export function componentRole(tag: string): Role | undefined {
  if (plainParameter.test(tag)) return 'parameter';
  if (!/[A-Z]/.test(tag) && !/[-.]/.test(tag)) return undefined;
  const plain = plainTag(tag);
  return roles.find((row) => row.tag.test(plain))?.role ?? (ownParameter.test(tag) ? 'parameter' : undefined);
}

/** A component's name without separators, and without the word that says that a method has it: `api-method-headers`. */
function plainTag(tag: string): string {
  return tag.replaceAll(/[-._]/g, '').replace(/^apimethod(?=.)/i, 'api');
}

interface SectionRow {
  readonly section: Section;
  readonly heading: RegExp;
}

const what = String.raw`(?:\s+(?:string\s+)?(?:param(?:eter)?s?|variables?|arguments?|args?|attributes?|fields?|properties|schema|data))?`;

/** Headings by what stands under them; the first row that matches counts. */
const sections: readonly SectionRow[] = [
  { section: 'answerHeader', heading: /^(?:http )?(?:response|reply|answer|returned|return) headers?(?: fields?)?$/i },
  { section: 'path', heading: new RegExp(`^(?:path|uri|route|url path)${what}$`, 'i') },
  { section: 'path', heading: /^url\s+(?:param(?:eter)?s?|variables?)$/i },
  { section: 'query', heading: new RegExp(`^(?:url )?(?:query|query string|querystring|search)${what}$`, 'i') },
  { section: 'header', heading: new RegExp(`^(?:request |http )?headers?${what}$`, 'i') },
  { section: 'cookie', heading: new RegExp(`^cookies?${what}$`, 'i') },
  { section: 'body', heading: new RegExp(`^(?:request |json )*(?:body|payload|form|form data)${what}$`, 'i') },
  { section: 'body', heading: /^(?:request|body)\s+(?:attributes|fields|properties|schema)$/i },
  {
    section: 'errors',
    heading: /^(?:possible |http |common )?(?:errors?|status)(?: (?:and )?(?:status |error )?(?:codes?|responses?))?$/i,
  },
  { section: 'response', heading: /^(?:(?:example|sample|success(?:ful)?|error)\s+)?(?:responses?|returns?)\b/i },
  { section: 'response', heading: /^(?:answers?|repl(?:y|ies)|output|results?|(?:on )?success)$/i },
  { section: 'errors', heading: /^(?:on )?(?:failures?|failed)$/i },
  { section: 'response', heading: /^[1-5]\d\d(?:\s+[A-Za-z][\w -]*)?$/ },
  { section: 'scopes', heading: /^(?:required |oauth2? |api )*scopes?(?: required)?$/i },
  {
    section: 'request',
    heading: /^(?:(?:example|sample|curl)\s+)?(?:requests?|usage)(?:\s+(?:examples?|samples?))?$/i,
  },
  { section: 'example', heading: /^(?:code )?(?:examples?|samples?)$/i },
  {
    section: 'parameters',
    heading: /^(?:(?:request|api|required|optional) )?(?:param(?:eter)?s?|arguments?|attributes|fields|properties)$/i,
  },
];

/** What stands under a heading. */
export function headingSection(text: string): Section {
  const written = trimmedEnd(text.replaceAll(/[`*]|__/g, ''), ':：. ').trim();
  const noted = written.replace(
    /\s\((?:required|optional|(?:application|multipart)\/[\w.+-]{1,60}|[A-Za-z]{2,12})\)$/i,
    '',
  );
  const plain = inEnglish(noted.replace(/^(?:GET|PUT|POST|DELETE|PATCH)\s+(?=\w)/, ''));
  return sections.find((row) => row.heading.test(plain))?.section ?? 'other';
}

const placePrefixes: readonly (readonly [RegExp, Place])[] = [
  [/^(?:api)?path|^(?:api)?url/i, 'path'],
  [/^(?:api)?query/i, 'query'],
  [/^(?:api)?header/i, 'header'],
  [/^(?:api)?cookie/i, 'cookie'],
  [/^(?:api)?(?:body|form|request)/i, 'body'],
  [/^(?:api)?response/i, 'response'],
];

/** The place that a component's name tells: `QueryParam`, `ResponseField`, `PathParams`. */
export function tagPlace(tag: string): Place | undefined {
  const own = ownParameter.test(tag)
    ? /[a-z]((?:Path|Query|Header|Body|Request|Response)[A-Z]\w*)$/.exec(tag)?.[1]
    : undefined;
  const plain = plainTag(own ?? tag);
  return placePrefixes.find(([pattern]) => pattern.test(plain))?.[1];
}

const places: Readonly<Record<string, Place>> = {
  path: 'path',
  url: 'path',
  uri: 'path',
  query: 'query',
  querystring: 'query',
  header: 'header',
  headers: 'header',
  cookie: 'cookie',
  body: 'body',
  form: 'body',
  formdata: 'body',
  json: 'body',
  payload: 'body',
  response: 'response',
};

/** A word that names a place (`in="query"`), whatever its case. */
export function wordPlace(word: string): Place | undefined {
  const key = word.toLowerCase();
  return Object.hasOwn(places, key) ? places[key] : undefined;
}

/** Attributes whose name is the place and whose value is the parameter's name: `<ParamField query="limit">`. */
export const placeAttributes: readonly string[] = ['path', 'query', 'header', 'cookie', 'body', 'form', 'response'];

/**
 * The value of the first of the attributes `names` that an element has, its prefix (`:`, `v-bind:`) and case aside.
 * An attribute without value is true. Values in MDX braces and bound Vue values are read as JSON, single quotes
 * allowed; an expression that is none gives undefined.
 */
export function attributeValue(element: ElementBlock, ...names: readonly string[]): JsonValue | undefined {
  const attributes = attributesByName(element);
  for (const name of names) {
    const found = attributes.get(name);
    if (!found) continue;
    const { value, isBound } = found;
    if (value === '') return isBound ? undefined : true;
    const braces = /^\{([\s\S]*)\}$/.exec(value)?.[1];
    return isBound || braces !== undefined ? expression(braces ?? value) : value;
  }
  return undefined;
}

/** Whether the first of some attributes that an element has is written without a value: `required`, and not `required={true}`. Gives no diagnostics. */
export function isBareAttribute(element: ElementBlock, ...names: readonly string[]): boolean {
  const attributes = attributesByName(element);
  const first = names.map((name) => attributes.get(name)).find((found) => found !== undefined);
  return first?.value === '' && !first.isBound;
}

/** The names of an element's attributes as `attributeValue` takes them. */
export function attributeNames(element: ElementBlock): string[] {
  return [...attributesByName(element).keys()];
}

/** An attribute as written, and whether its prefix (`:`, `v-bind:`) makes it an expression. */
interface Attribute {
  readonly value: string;
  readonly isBound: boolean;
}

/** The attributes of elements that were asked for before. */
const knownAttributes = new WeakMap<ElementBlock, ReadonlyMap<string, Attribute>>();

/** An element's attributes by name, prefix, case and dashes aside; of several of one name the first. */
function attributesByName(element: ElementBlock): ReadonlyMap<string, Attribute> {
  const known = knownAttributes.get(element);
  if (known) return known;
  const byName = new Map<string, Attribute>();
  for (const [written, value] of Object.entries(element.attributes)) {
    const bare = written.replace(/^(?:v-bind:|:)/, '');
    const name = bare.toLowerCase().replaceAll(/[-_]/g, '');
    if (!byName.has(name)) byName.set(name, { value, isBound: bare !== written });
  }
  knownAttributes.set(element, byName);
  return byName;
}

/** The same as text; undefined for anything but a non-empty string or a number. */
export function attributeText(element: ElementBlock, ...names: readonly string[]): string | undefined {
  const value = attributeValue(element, ...names);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A name that stands for a value that is not known, outside of quotes. */
const unknownValue = /(?<![\w$.])(?!(?:true|false|null)\b)[A-Za-z_$][\w$]*(?![\w$])(?!\s{0,9}:)/;

/** A list or an object as JavaScript writes it; undefined where anything in it would have to be computed. */
function literal(text: string): JsonValue | undefined {
  if (text.length > 20_000 || !/^(?:\[\s{0,9}[{["'\d]|\{\s{0,9}["']?[\w$]{1,80}["']?\s{0,9}:)/.test(text))
    return undefined;
  const plain = text.replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
  if (/[`()]|=>|\.{3}/.test(plain) || unknownValue.test(plain)) return undefined;
  return readSample(text, { document: '' }, undefined)?.value;
}

/** The text of elements in braces, as it is shown: `<>integer | <b>null</b></>`; undefined for what holds expressions of its own. */
function shownMarkup(text: string): string | undefined {
  if (text.length > 2000 || !/^<(?:>|[A-Za-z])[^{}]*>$/.test(text)) return undefined;
  return text
    .replaceAll(/<[^<>]{0,500}>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function expression(source: string): JsonValue | undefined {
  const text = source.trim();
  const markup = text.startsWith('<') ? shownMarkup(text) : undefined;
  if (markup !== undefined) return markup;
  const jsonText = text.includes('"') ? text : text.replaceAll("'", '"').replaceAll(/^`([^`"$]*)`$/g, '"$1"');
  return parsedJson(jsonText) ?? literal(text);
}

/** Whether an element is not shown: marked as hidden, and no tab that waits to be chosen. */
export function isHidden(element: ElementBlock): boolean {
  const hidden = attributeValue(element, 'hidden', 'internal');
  if (element.attributes['role'] === 'tabpanel') return false;
  const isMarked = hidden === true || (typeof hidden === 'string' && /^(?:true|hidden)$/i.test(hidden));
  return isMarked || /\bdisplay\s{0,3}:\s{0,3}["']?none\b/.test((element.attributes['style'] ?? '').slice(0, 500));
}
