import type { Report } from '../../base/diagnostic.ts';
import { credentialOf, readSample } from '../code-samples.ts';
import { typed } from '../component-attributes.ts';
import { httpMethod } from '../endpoints.ts';
import type { Evidence, Fact, HttpMethod, OperationName, Subject } from '../evidence.ts';
import { isOwnHeader } from '../recordings/headers.ts';
import { isSchema, schemaEvidence } from '../schema-samples.ts';
import { codeOf, type BlueprintItem, type BlueprintSection, type TextLine } from './items.ts';
import { bodyFacts, memberOf, type Structure } from './mson.ts';

/** What a heading of a resource or an action names. */
export interface BlueprintTarget {
  readonly title: string;
  readonly method?: HttpMethod;
  /** A URI template (RFC 6570). */
  readonly uri?: string;
}

/** Reads `Name [GET /x]`, `Name [/x]`, `Name [GET]`, `GET /x`, `/x` and `GET`; undefined for any other heading. Gives no diagnostics. */
export function targetOf(title: string): BlueprintTarget | undefined {
  const [, name = '', inside] = /^(.{0,500}?)\s*\[([^[\]]{1,500})\]$/.exec(title) ?? [];
  const text = (inside ?? title).trim();
  const [, word, uri] = /^(?:([A-Z]{3,7})(?:\s+|$))?(\/\S*)?$/.exec(text) ?? [];
  const method = word === undefined ? undefined : httpMethod(word);
  if ((word !== undefined && !method) || (method === undefined && uri === undefined)) return undefined;
  return { title: name, ...(method && { method }), ...(uri !== undefined && { uri }) };
}

/** An action with all that is said of it. */
export interface BlueprintAction {
  readonly section: BlueprintSection;
  readonly title: string;
  readonly method: HttpMethod;
  readonly uri: string;
  /** The lists of the resource around it. */
  readonly shared: readonly BlueprintItem[];
}

/** What the actions of a document share. */
export interface BlueprintContext {
  readonly document: string;
  readonly report: Report;
  readonly structures: ReadonlyMap<string, Structure>;
  /** Bodies that resources give a name: `[Tree][]` stands for them. */
  readonly models: ReadonlyMap<string, BlueprintItem>;
}

/** An action while it is read. */
interface Writing extends BlueprintContext {
  readonly operation: OperationName;
  readonly found: Evidence[];
}

type Body = Extract<Subject, { kind: 'request' | 'response' }>;

function push(writing: Writing, subject: Subject, fact: Fact, line: number): void {
  const location = { document: writing.document, line };
  writing.found.push({ subject, fact, location, method: 'cell', confidence: 'high' });
}

/** The facts of an action (API Blueprint 1A, action section). Broken samples give `evidence/broken-sample`. */
export function actionEvidence(action: BlueprintAction, context: BlueprintContext): Evidence[] {
  const { section, title, method, uri } = action;
  const bare = uri.replaceAll(/\{[?&#][^{}]*\}/g, '').split('?', 1)[0] ?? '';
  const path = bare.replaceAll(/\{[+/]?([^{}*]+)\*?\}/g, '{$1}') || '/';
  const operation: OperationName = { method, path };
  const writing: Writing = { ...context, operation, found: [] };
  const own: Subject = { kind: 'operation', operation };
  push(writing, own, { kind: 'exists' }, section.line);
  if (title !== '') push(writing, own, { kind: 'summary', text: title }, section.line);
  const prose = section.prose.filter((one) => one.text.trim() !== '');
  const text = prose.map((one) => one.text.trim()).join('\n');
  if (text !== '') push(writing, own, { kind: 'description', text }, prose[0]?.line ?? section.line);
  addParameters(writing, action);
  const request: Body = { kind: 'request', operation, path: [] };
  for (const item of named(section.items, 'attributes')) {
    addAttributes(writing, item, request);
    push(writing, request, { kind: 'mediaType', mediaType: 'application/json' }, item.line);
  }
  for (const item of section.items) {
    const [, kind = '', rest = ''] = /^(request|response)\b(.{0,400})$/i.exec(item.text) ?? [];
    if (kind === '') continue;
    const status = /^\s*([1-5]\d\d)\b/.exec(rest)?.[1] ?? '200';
    const isAnswer = kind.toLowerCase() === 'response';
    const subject: Body = isAnswer ? { kind: 'response', operation, status, path: [] } : request;
    if (isAnswer) push(writing, subject, { kind: 'exists' }, item.line);
    addPayload(writing, item, subject, mediaTypeOf(item));
  }
  return writing.found;
}

/** What the action and the resource around it say of the variables of the URI. */
function addParameters(writing: Writing, { section, uri, method, shared }: BlueprintAction): void {
  const { operation } = writing;
  // the query of a resource is that of reading it, unless the action says so itself
  const isShared = shared.length > 0 && /^(?:post|put|patch)$/.test(method);
  const query = isShared ? new Set<string>() : queryNames(uri);
  const names = new Set<string>();
  for (const item of [...named(shared, 'parameters'), ...named(section.items, 'parameters')].flatMap(
    (one) => one.items,
  )) {
    const { name } = memberOf(item.text);
    const isInPath = operation.path.includes(`{${name}}`);
    const isOwn = named(section.items, 'parameters').some((one) => one.items.includes(item));
    if (!isInPath && !isOwn && (isShared || (query.size > 0 && !query.has(name)))) continue;
    names.add(name);
    parameterFacts(writing, item, { kind: 'parameter', operation, location: isInPath ? 'path' : 'query', name });
  }
  for (const name of query) {
    const subject = { kind: 'parameter', operation, location: 'query', name } as const;
    if (!names.has(name)) push(writing, subject, { kind: 'exists' }, section.line);
  }
}

function addAttributes(writing: Writing, item: BlueprintItem, subject: Body): void {
  const type =
    /\(([^()]{1,200})\)/
      .exec(item.text)?.[1]
      ?.split(/,(?![^[\]]{0,300}\])/)[0]
      ?.trim() ?? 'object';
  for (const { path, fact, line } of bodyFacts(writing, type, item.items, item.line))
    push(writing, { ...subject, path }, fact, line);
}

function addPayload(writing: Writing, item: BlueprintItem, subject: Body, mediaType: string | undefined): void {
  const attributes = named(item.items, 'attributes');
  const stated = mediaType ?? (attributes.length > 0 ? 'application/json' : undefined);
  if (stated !== undefined) push(writing, subject, { kind: 'mediaType', mediaType: stated }, item.line);
  if (subject.kind === 'request') for (const one of named(item.items, 'headers')) addHeaders(writing, one);
  for (const one of attributes) addAttributes(writing, one, subject);
  for (const code of named(item.items, 'schema').flatMap((one) => codeOf(one.raw) ?? []))
    addSample(writing, code, subject);
  const bodies = named(item.items, 'body');
  for (const raw of bodies.length > 0 ? bodies.map((one) => one.raw) : [item.raw]) {
    const code = codeOf(raw);
    const model = /^\s*\[([^[\]]{1,200})\]\[\]\s*$/.exec(code?.text ?? '')?.[1];
    const known = model === undefined ? undefined : writing.models.get(model);
    // a body that stands for another one goes no further
    const inner = known && { ...writing, models: new Map<string, BlueprintItem>() };
    if (known && inner) addPayload(inner, known, subject, mediaTypeOf(known));
    else if (code && /^\s*[{[]/.test(code.text)) addSample(writing, code, subject);
    else if (code && bodies.length === 0 && subject.kind === 'response' && mediaType === undefined)
      push(writing, subject, { kind: 'description', text: code.text.trim() }, code.line);
  }
}

function addSample({ document, report, found }: Writing, code: TextLine, subject: Body): void {
  const data = readSample(code.text, { document, firstLine: code.line }, report);
  if (!data) return;
  const fact = { kind: 'sample', data } as const;
  if (isSchema(data.value)) found.push(...schemaEvidence(data, (path) => ({ ...subject, path })));
  else found.push({ subject, fact, location: data.locate(''), method: 'sample', confidence: 'high' });
}

function addHeaders(writing: Writing, item: BlueprintItem): void {
  const { operation } = writing;
  for (const { text, line } of item.raw) {
    const [, name, value = ''] = /^\s*([A-Za-z][\w-]{0,100})\s*:\s*(.{0,1000})$/.exec(text) ?? [];
    if (name === undefined) continue;
    const security = credentialOf(name, value, 'header');
    if (security) push(writing, { kind: 'operation', operation }, { kind: 'security', security }, line);
    else if (isOwnHeader(name))
      push(writing, { kind: 'parameter', operation, location: 'header', name }, { kind: 'exists' }, line);
  }
}

/** The items of a list whose text begins with a word: `+ Parameters`, `+ Attributes (Tree)`. Gives no diagnostics. */
export function named(items: readonly BlueprintItem[], word: string): BlueprintItem[] {
  return items.filter(({ text }) => new RegExp(`^${word}\\b`, 'i').test(text));
}

/** The media type in parentheses behind the name of a payload. */
function mediaTypeOf({ text }: BlueprintItem): string | undefined {
  return /\(([\w.+-]{1,100}\/[\w.+-]{1,100})[^()]{0,200}\)/.exec(text)?.[1]?.toLowerCase();
}

function queryNames(uri: string): Set<string> {
  const lists = [...uri.matchAll(/\{[?&]([^{}]*)\}/g)].map((match) => match[1] ?? '');
  // no template: `/notes?full={full}`
  const written = [...uri.matchAll(/[?&]([\w.[\]-]{1,100})=/g)].map((match) => match[1] ?? '');
  return new Set(
    [...written, ...lists]
      .flatMap((list) => list.split(','))
      .map((name) => name.replace(/\*$/, '').trim())
      .filter((name) => name !== ''),
  );
}

/** A value without the marks of code around it. */
function plain(text: string): string {
  return text.replaceAll(/^`|`$/g, '').trim();
}

/** What a parameter's item says: its type, an example, and its default and values below it. */
function parameterFacts(writing: Writing, item: BlueprintItem, subject: Subject): void {
  const { type, value, marks, description } = memberOf(item.text);
  const add = (fact: Fact, line = item.line): void => push(writing, subject, fact, line);
  const isEnum = /^enum\b/i.test(type);
  const words = isEnum ? (/\[(.{1,500})\]/.exec(type)?.[1] ?? 'string') : type.replace(/^array\[(.+)\]$/i, '$1[]');
  const kind = words.replace(/\[\]$/, '');
  add({ kind: 'exists' });
  if (words !== '') add({ kind: 'type', words });
  if (description !== '') add({ kind: 'description', text: description });
  if (marks.includes('required')) add({ kind: 'required', value: true });
  if (marks.includes('optional')) add({ kind: 'required', value: false });
  // the older form has the default behind an equals sign
  const isDefault = /^[\w`]+\s*=/.test(item.text);
  const shown = typed(plain(value), kind);
  if (value !== '' && !words.endsWith('[]'))
    add(isDefault ? { kind: 'default', value: shown } : { kind: 'example', value: shown });
  for (const inner of item.items) {
    const below = /^default$/i.test(inner.text) ? inner.items[0]?.text : undefined;
    const standard = /^default\s*:\s*(\S.{0,1000})$/i.exec(inner.text)?.[1] ?? below;
    if (standard !== undefined) add({ kind: 'default', value: typed(plain(standard), kind) }, inner.line);
    if (!/^(?:members|values)\b/i.test(inner.text)) continue;
    const values = inner.items.map((one) => typed(plain(memberOf(one.text).name), kind));
    if (values.length > 0) add({ kind: 'enum', values, closed: true }, inner.line);
  }
}
