import type { Report } from '../../base/diagnostic.ts';
import type { JsonValue } from '../../base/json.ts';
import type { Confidence, Evidence, Fact, Method, ParameterLocation, Subject } from '../evidence.ts';
import type { TextSegment } from '../segments.ts';
import { jsonLiteral } from '../nameless/items.ts';
import type { Anchors } from './anchors.ts';
import type { Label, SectionName } from './grammar.ts';
import type { Outline } from './outline.ts';
import type { LabelledPage } from './samples.ts';

/** What the reader remembers from line to line. */
export interface Reading {
  readonly page: LabelledPage;
  readonly report: Report;
  readonly evidence: Evidence[];
  section: SectionName | 'lead' | 'unknown';
  /** The heading is one of authentication. */
  isAccess: boolean;
  status: string | undefined;
  /** The subject of the last label, which the next lines may add to. */
  current: Subject | undefined;
  confidence: Confidence;
  hasDescription: boolean;
  /** The description that the next lines of text go on with. */
  describing: Evidence | undefined;
  /** The list of allowed values goes on in the next lines. */
  listing: JsonValue[] | undefined;
  request: Outline;
  response: Outline;
  /** What the links before the properties lead to, and the one that stands right before the next label. */
  readonly anchors: Anchors;
  anchor: string | undefined;
  /** The last label is that of a number, and no example of it has come yet: a lone number is one. */
  awaitsNumber: boolean;
  /** The last label says that there are values, and they have not come yet: a lone word is the only one. */
  awaitsValues: boolean;
  /** The last label is that of an array: its least length may have lost its words, and stick to the status behind it (`1200`). */
  awaitsLength: boolean;
  /** The parameters that had their label: what is called the same behind them is a property, if a sample has it. */
  readonly parameters: Set<string>;
  /** It is told where the parts of the last label end: a mark that they follow says no more. */
  isTold: boolean;
  /** By which the end of the parts is told that a mark opens. */
  key: number | undefined;
}

/** What a label is about: by the link before it, by the section, by the samples and by the outline of the body. */
export function labelSubject(label: Label, reading: Reading): { subject: Subject; confidence: Confidence } {
  const { page, section } = reading;
  const { operation } = page;
  const anchored = anchoredSubject(label, reading);
  reading.anchor = undefined;
  if (anchored) return { subject: anchored, confidence: 'high' };
  const place = ownPlace(label) ?? (label.place === 'body' ? undefined : parameterPlace(label.name, reading));
  if (place) reading.parameters.add(label.name);
  if (place)
    return {
      subject: { kind: 'parameter', operation, location: place.location, name: label.name },
      confidence: place.confidence,
    };
  const isResponse = section === 'response';
  const { path, sure, isGuess } = (isResponse ? reading.response : reading.request).place(
    label.name,
    label.type,
    label.isTop,
  );
  const confidence = isGuess ? 'low' : sure ? 'high' : 'medium';
  if (!isResponse) return { subject: { kind: 'request', operation, path }, confidence };
  const status = reading.status;
  return { subject: { kind: 'response', operation, ...(status !== undefined && { status }), path }, confidence };
}

function ownPlace({ place }: Label): { location: ParameterLocation; confidence: Confidence } | undefined {
  return place === undefined || place === 'body' ? undefined : { location: place, confidence: 'high' };
}

/** The subject that the link before a label leads to. */
function anchoredSubject({ name, type }: Label, reading: Reading): Subject | undefined {
  const { anchor, anchors, page, status } = reading;
  const place = anchor === undefined ? undefined : anchors.place(anchor, name, type);
  if (!place) return undefined;
  const { operation, firstStatus } = page;
  const { part, path } = place;
  if (part === 'request') return { kind: 'request', operation, path };
  const known = status ?? firstStatus;
  if (part === 'response') return { kind: 'response', operation, ...(known !== undefined && { status: known }), path };
  const location =
    part === 'parameter' ? (parameterPlace(name, { ...reading, section: 'unknown' })?.location ?? 'query') : part;
  return { kind: 'parameter', operation, location, name };
}

/** Where a label is a parameter: its section says so, or, without one, the path, the sample URL, or the method. */
function parameterPlace(
  name: string,
  { section, page, parameters, request }: Reading,
): { location: ParameterLocation; confidence: Confidence } | undefined {
  if (section === 'path' || section === 'query' || section === 'header' || section === 'cookie') {
    return { location: section, confidence: 'high' };
  }
  if (section === 'body' || section === 'response') return undefined;
  if (request.isOpening() || (parameters.has(name) && page.bodyStarted(name))) return undefined;
  if (page.pathNames.has(name)) return { location: 'path', confidence: 'high' };
  if (page.queryNames.has(name)) return { location: 'query', confidence: 'high' };
  if (/^[A-Z][A-Za-z\d]*(?:-[A-Z][A-Za-z\d]*)+$|^x-[a-z\d_-]+$/.test(name))
    return { location: 'header', confidence: 'medium' };
  if (page.bodyStarted(name)) return undefined;
  return /^(?:get|head|delete)$/.test(page.operation.method) ? { location: 'query', confidence: 'medium' } : undefined;
}

/** Adds a fact with the line it stands on. */
export function push(
  reading: Reading,
  subject: Subject,
  fact: Fact,
  line: number,
  method: Method,
  confidence: Confidence,
): void {
  reading.evidence.push({ subject, fact, location: { document: reading.page.document, line }, method, confidence });
}

/** Reports a line that says nothing that is understood: `evidence/unread`. */
export function unread({ text, line }: TextSegment, { report, page }: Reading): void {
  report.add('evidence/unread', { document: page.document, line }, { text: shorten(text) });
}

/** The beginning of a text, for a diagnostic. */
export function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** An example of a parameter as it stands in a URL (`sort=age`), without its name. */
export function withoutName(value: JsonValue, subject: Subject | undefined): JsonValue {
  const start = subject?.kind === 'parameter' ? `${subject.name}=` : undefined;
  if (typeof value !== 'string' || start === undefined || !value.startsWith(start)) return value;
  const text = value.slice(start.length);
  return jsonLiteral(text) ?? text;
}

/** The scopes of a line that holds nothing else: `a:read`, `a:read, b:read`, `a:read b:read`, `write or a:write`. */
export function scopesOf(text: string): string[] {
  const words = text.split(/[\s,|]+/).filter((word) => word !== '' && !/^(?:or|and)$/i.test(word));
  const shaped = words.every((word) => /^[\w*][\w.:/*-]*$/.test(word));
  // several words without a mark of scopes are a sentence
  return shaped && (words.length === 1 || words.some((word) => /[.:/_]./.test(word))) ? words : [];
}
