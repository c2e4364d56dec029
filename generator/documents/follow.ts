import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { isDataFailure, looksLikeOpenApi, parseData, textData, type Data } from '../base/data.ts';
import type { Report } from '../base/diagnostic.ts';
import { createLibrary, locationOf, type Library, type Missing } from '../base/library.ts';
import type { Source } from '../base/source.ts';
import type { WebAccess } from '../base/options.ts';
import { resolvePointer } from '../base/pointer.ts';
import { followReferences, mayReferOut, type Reference } from '../base/references.ts';
import { documentUri, isWebUri, splitReference, uriPath } from '../base/uri.ts';
import type { Document } from './document.ts';
import { documentPath, readDocument } from './read.ts';
import { refusal } from './roots.ts';
import { fetchDocument, webPath, webRefusal } from './web.ts';

/** What references may reach. */
export interface Reach {
  /** The folder that paths are relative to; absolute. */
  readonly base: string;
  /** Files are read in these folders only; absolute. */
  readonly roots: readonly string[];
  readonly web: WebAccess;
}

/**
 * The documents that the given ones refer to, and those that these refer to, as far as they are not among the given ones:
 * files inside of the roots and pages of allowed hosts. What does not exist is left to those who need it. Gives
 * `documents/refused` where a reference leads to a file that must not be read, `documents/unreachable` where a page of an
 * allowed host cannot be had, and what reading a file gives.
 */
export async function followDocuments(given: readonly Document[], reach: Reach, report: Report): Promise<Document[]> {
  const state: State = { reach, report, library: createLibrary(), given: new Map(), tried: new Set(), parts: [] };
  for (const document of given) state.given.set(uriOf(document), document);
  const roots = given.flatMap((document): Source[] => {
    const data = mayReferOut(document.text) ? parse(document) : undefined;
    return data && looksLikeOpenApi(data.value) ? [{ uri: uriOf(document), data }] : [];
  });
  for (const source of roots) {
    state.library.add(source);
    state.tried.add(source.uri);
  }
  await followReferences(roots, state.library, (missing, reference) => load(missing, reference, state));
  return state.parts;
}

interface State {
  readonly reach: Reach;
  readonly report: Report;
  readonly library: Library;
  readonly given: Map<string, Document>;
  /** URIs that have been looked for, found or not. */
  readonly tried: Set<string>;
  /** What was read on the way. */
  readonly parts: Document[];
}

function uriOf(document: Document): string {
  return document.uri ?? documentUri(document.path);
}

/** The content of a document as references see it; undefined where it is broken, which whoever reads it as a page reports. */
function parse({ path, text }: Document): Data | undefined {
  if (/\.(?:md|mdx|markdown|txt)$/i.test(path)) return textData(text, path);
  const data = parseData(text, { document: path });
  return isDataFailure(data) ? undefined : data;
}

/** Adds the first document of those that could hold what a reference means, and says whether there is one. */
async function load({ absent }: Missing, reference: Reference, state: State): Promise<boolean> {
  for (const uri of absent) {
    if (state.tried.has(uri)) continue;
    state.tried.add(uri);
    const document = state.given.get(uri) ?? (await obtain(uri, reference, state));
    if (document === undefined) continue;
    if (!state.given.has(uri)) state.parts.push(document);
    const data = parse(document);
    if (data === undefined) continue;
    state.library.add({ uri, data });
    return true;
  }
  return false;
}

async function obtain(uri: string, reference: Reference, state: State): Promise<Document | undefined> {
  const { reach, report } = state;
  if (isWebUri(uri)) {
    if (webRefusal(uri, reach.web) !== undefined) return undefined; // it stays foreign, and is reported as that
    const answer = await fetchDocument(uri, reach.web);
    if (!('reason' in answer)) return { ...answer, part: true };
    report.add('documents/unreachable', locationOf(reference.from), { url: webPath(uri), reason: answer.reason });
    return undefined;
  }
  const fault = schemeFault(uri, reference);
  const path = uriPath(uri);
  const absolute = resolve(reach.base, path ?? '');
  const refused = fault ?? (path === undefined ? undefined : refusal(absolute, reach.roots));
  if (refused !== undefined) {
    if (reference.shape.kind !== 'data' && !meansOwnPart(reference))
      report.add('documents/refused', locationOf(reference.from), { ref: reference.text, reason: refused });
    return undefined;
  }
  if (path === undefined || !existsSync(absolute)) return undefined;
  const document = readDocument(absolute, reach.base, report);
  if (document === undefined) return undefined;
  const isKnownByPath = documentUri(documentPath(reach.base, absolute)) === uri;
  return { ...document, ...(!isKnownByPath && { uri }), part: true };
}

/** Why a reference may not be followed, whatever it leads to. */
function schemeFault(uri: string, { text, from }: Reference): string | undefined {
  if (/^[a-z]:/i.test(text)) return 'it names a drive';
  if (/^file:/i.test(text)) return 'URLs of files are not followed; write a relative path';
  if (isWebUri(from.source.uri) && uri.startsWith('file:')) return 'a page of the web may not read files';
  return /^file:\/\/[^/]/.test(uri) ? 'it names another machine' : undefined;
}

/** Whether a reference that is written as a path is a pointer into its own document that lost its `#`. */
function meansOwnPart({ text, from }: Reference): boolean {
  return text.startsWith('/') && resolvePointer(from.source.data.value, splitReference(text).uri) !== undefined;
}
