import { parsedJson, ownString } from '../base/json.ts';
import { compareText } from '../base/order.ts';
import { documentUri } from '../base/uri.ts';
import { folderOf, type Location } from '../base/location.ts';
import type { Document } from '../documents/document.ts';
import type { Page } from './page.ts';
import {
  bodyTypes,
  collectionData,
  type CollectedAnswer,
  type CollectedAuth,
  type CollectedBody,
  type CollectedPair,
  type CollectedRequest,
} from './request-collection.ts';

/** A block of a file: `get { … }`, `body:json { … }`, `vars:secret [ … ]`. */
interface BruBlock {
  /** What stands between its brackets, without the two spaces before each line. */
  readonly lines: readonly string[];
  /** The line of the file on which these begin. */
  readonly firstLine: number;
}

interface BruFile {
  readonly document: Document;
  readonly blocks: ReadonlyMap<string, BruBlock>;
}

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'] as const;
const extension = /\.bru$/i;

/**
 * Takes the files of the request client Bruno (`.bru`) out of a list of documents: those of each folder with a `bruno.json` or a
 * `collection.bru` become one page, the collection that would say the same, and all others stay. Gives no diagnostics.
 */
export function brunoPages(documents: readonly Document[]): { readonly pages: Page[]; readonly rest: Document[] } {
  const files = documents.filter(({ path, part }) => extension.test(path) && !part);
  if (files.length === 0) return { pages: [], rest: [...documents] };
  const marks = documents.filter(({ path }) => /(?:^|\/)(?:bruno\.json|collection\.bru)$/i.test(path));
  const roots = [...new Set(marks.map(({ path }) => folderOf(path)))].toSorted(
    (left, right) => right.length - left.length,
  );
  const groups = new Map<string, BruFile[]>();
  for (const document of files) {
    const root = roots.find((one) => isWithin(document.path, one)) ?? '';
    const group = groups.get(root) ?? [];
    group.push({ document, blocks: readBlocks(document.text) });
    groups.set(root, group);
  }
  const manifests = marks.filter(({ path }) => /bruno\.json$/i.test(path));
  const rest = documents.filter((one) => !files.includes(one) && !manifests.includes(one));
  const pages = [...groups].flatMap(([root, group]) => {
    const manifest = manifests.find(({ path }) => folderOf(path) === root);
    return collectionPage(group, manifest) ?? [];
  });
  return { pages, rest };
}

function isWithin(path: string, folder: string): boolean {
  return path.startsWith(folder);
}

function collectionPage(files: readonly BruFile[], manifest: Document | undefined): Page | undefined {
  const sorted = files.toSorted((left, right) => compareText(left.document.path, right.document.path));
  const [first] = sorted;
  if (!first) return undefined;
  const whole = sorted.find(({ document }) => /(?:^|\/)collection\.bru$/i.test(document.path));
  const folders = sorted.filter(({ document }) => /(?:^|\/)folder\.bru$/i.test(document.path));
  const requests = sorted.flatMap((file) => {
    const around = folders
      .filter(({ document }) => isWithin(file.document.path, folderOf(document.path)))
      .toSorted((left, right) => right.document.path.length - left.document.path.length);
    return requestOf(file, [...around, ...(whole ? [whole] : [])]) ?? [];
  });
  const path = manifest?.path ?? whole?.document.path ?? first.document.path;
  const stated = manifest && ownString(parsedJson(manifest.text), 'name');
  const title = stated ?? folderOf(path).split('/').at(-2) ?? 'API';
  const data = collectionData(title, requests, variablesOf(sorted), { document: path, line: 1 });
  return { path, format: 'data', text: '', uri: documentUri(path), data, blocks: [] };
}

function readBlocks(text: string): Map<string, BruBlock> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const blocks = new Map<string, BruBlock>();
  const lasts = new Map(['}', ']'].map((close) => [close, lines.lastIndexOf(close)]));
  for (let index = 0; index < lines.length; index += 1) {
    const [, name, bracket] = /^([a-z][\w:-]{0,60})[ \t]{0,9}([{[])[ \t]{0,9}$/.exec(lines[index] ?? '') ?? [];
    const close = bracket === '{' ? '}' : ']';
    if (name === undefined || index > (lasts.get(close) ?? -1)) continue;
    const end = lines.indexOf(close, index + 1);
    if (end === -1) continue;
    const inside = lines.slice(index + 1, end).map((line) => line.replace(/^ {2}/, ''));
    const known = blocks.has(name) ? `${name}#${index}` : name;
    blocks.set(known, { lines: inside, firstLine: index + 2 });
    index = end;
  }
  return blocks;
}

/** The pairs of a block, those that are switched off (`~name`) too; a value may go over several lines between `'''`. */
function pairsOf({ document, blocks }: BruFile, name: string): CollectedPair[] {
  const block = blocks.get(name);
  const found: CollectedPair[] = [];
  const lines = block?.lines ?? [];
  for (let index = 0; index < lines.length; index += 1) {
    const [, quoted, bare, given = ''] =
      /^~?(?:"((?:[^"\\]|\\.){1,200})"|([^\s:"][^:]{0,200}?))[ \t]{0,9}:[ \t]{0,9}(.{0,10000})$/.exec(
        lines[index] ?? '',
      ) ?? [];
    const key = quoted ?? bare;
    if (key === undefined) continue;
    const at = { document: document.path, line: (block?.firstLine ?? 1) + index };
    let value = given.trim();
    if (value === "'''") {
      const end = lines.findIndex((line, other) => other > index && line.trim() === "'''");
      value = lines.slice(index + 1, end === -1 ? lines.length : end).join('\n');
      index = end === -1 ? lines.length : end;
    }
    const file = value.startsWith('@file(');
    found.push({ name: key.trim(), at, ...(file ? { file } : { value }) });
  }
  return found;
}

function valueOf(file: BruFile, block: string, key: string): string | undefined {
  return pairsOf(file, block).find(({ name }) => name === key)?.value;
}

/** Variables of the collection and of its environments; of these what is called production counts first. */
function variablesOf(files: readonly BruFile[]): Map<string, string> {
  const found = new Map<string, string>();
  const isLive = ({ document }: BruFile): boolean => /(?:^|\/)(?:prod\w*|live)\.bru$/i.test(document.path);
  const ordered = [...files.filter(isLive), ...files.filter((file) => !isLive(file))];
  for (const file of ordered) {
    const isShared = /(?:^|\/)(?:environments\/[^/]+|collection|folder)\.bru$/i.test(file.document.path);
    if (!isShared) continue;
    for (const block of ['vars', 'vars:pre-request'])
      for (const { name, value } of pairsOf(file, block))
        if (value !== undefined && !found.has(name)) found.set(name, value);
  }
  return found;
}

function requestOf(file: BruFile, around: readonly BruFile[]): CollectedRequest | undefined {
  const method = methods.find((one) => file.blocks.has(one));
  const pairs = method === undefined ? [] : pairsOf(file, method);
  const url = pairs.find(({ name }) => name === 'url');
  if (method === undefined || url?.value === undefined) return undefined;
  const text = (name: string): string => (file.blocks.get(name)?.lines ?? []).join('\n').trim();
  const auth = [
    valueOf(file, method, 'auth') ?? 'inherit',
    ...around.map((one) => valueOf(one, 'auth', 'mode') ?? 'inherit'),
  ];
  const at = auth.findIndex((mode) => mode !== 'inherit');
  const stated = at === -1 ? undefined : authOf(auth[at] ?? '', [file, ...around][at] ?? file);
  const body = bodyOf(file, valueOf(file, method, 'body') ?? 'none', text);
  const name = valueOf(file, 'meta', 'name') ?? file.document.path.split('/').at(-1)?.replace(extension, '') ?? '';
  const shared = around.flatMap((one) => pairsOf(one, 'headers'));
  return {
    name,
    method,
    url: url.value,
    ...(text('docs') !== '' && { description: text('docs') }),
    query: [...pairsOf(file, 'params:query'), ...pairsOf(file, 'query')],
    path: pairsOf(file, 'params:path'),
    headers: [...pairsOf(file, 'headers'), ...shared],
    ...(body && { body }),
    ...(stated && { auth: stated }),
    answers: answersOf(file),
    at: url.at,
  };
}

function authOf(mode: string, file: BruFile): CollectedAuth | undefined {
  if (mode === 'bearer' || mode === 'basic') return { type: mode };
  if (mode === 'none') return { type: 'noauth' };
  if (mode === 'oauth2') {
    const grantType = valueOf(file, 'auth:oauth2', 'grant_type');
    return { type: 'oauth2', ...(grantType !== undefined && { grantType }) };
  }
  const key = valueOf(file, 'auth:apikey', 'key') ?? '';
  if (mode !== 'apikey' || key === '') return undefined;
  return {
    type: 'apikey',
    key,
    in: /query/i.test(valueOf(file, 'auth:apikey', 'placement') ?? '') ? 'query' : 'header',
  };
}

function bodyOf(file: BruFile, mode: string, text: (name: string) => string): CollectedBody | undefined {
  const place = (name: string): Location => ({
    document: file.document.path,
    line: file.blocks.get(name)?.firstLine ?? 1,
  });
  if (mode === 'multipartForm') {
    const pairs = pairsOf(file, 'body:multipart-form');
    return { kind: 'formdata', pairs, at: place('body:multipart-form') };
  }
  if (mode === 'formUrlEncoded') {
    const pairs = pairsOf(file, 'body:form-urlencoded');
    return { kind: 'urlencoded', pairs, at: place('body:form-urlencoded') };
  }
  if (mode === 'graphql') {
    const variables = text('body:graphql:vars');
    const at = place('body:graphql');
    return { kind: 'graphql', query: text('body:graphql'), ...(variables !== '' && { variables }), at };
  }
  if (mode === 'file') return { kind: 'file', at: place('body:file') };
  const name = `body:${mode}`;
  const mediaType = bodyTypes.get(mode);
  if (mediaType === undefined || text(name) === '') return undefined;
  return { kind: 'raw', text: text(name), mediaType, at: place(name) };
}

/** The answers that are kept as examples: a status, and the body between `'''`. */
function answersOf({ document, blocks }: BruFile): CollectedAnswer[] {
  return [...blocks].flatMap(([key, { lines, firstLine }]): CollectedAnswer[] => {
    if (!/^example(?:#|$)/.test(key)) return [];
    const from = lines.findIndex((line) => /^response:? \{$/.test(line.trim()));
    const own = from === -1 ? [] : lines.slice(from);
    const status = own.flatMap((line) => /^code: ?([1-5]\d\d)$/.exec(line.trim())?.[1] ?? [])[0];
    if (status === undefined) return [];
    const name = lines.flatMap((line) => /^name: ?(.{1,200})$/.exec(line)?.[1] ?? [])[0] ?? '';
    const type = own.flatMap((line) => /^type: ?(\w+)$/.exec(line.trim())?.[1] ?? [])[0] ?? '';
    const start = own.findIndex((line) => /^content: ?'''$/.test(line.trim()));
    const end = own.findIndex((line, index) => index > start && line.trim() === "'''");
    const body = start === -1 || end === -1 ? '' : own.slice(start + 1, end).join('\n');
    const mediaType = bodyTypes.get(type);
    const at = { document: document.path, line: firstLine + from };
    return [{ name, status: Number(status), body, ...(mediaType !== undefined && { mediaType }), at }];
  });
}
