import {
  COLLECTION_STYLE,
  constructFromEvents,
  CORE_SCHEMA,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  dump,
  EVENT_ID,
  getScalarValue,
  mapTag,
  mergeTag,
  parseEvents,
  seqTag,
  visit,
  YAMLException,
  type Event,
  type Node,
} from 'js-yaml';
import { maxDepth, structuralFault } from './data-faults.ts';
import { createIndexWriter, indexJson, tooDeepLine, type TextIndex } from './json-index.ts';
import { isObject, type JsonValue } from './json.ts';
import { lineFinder } from './lines.ts';
import type { Location } from './location.ts';

// The only import of js-yaml.

/** A JSON value and where each of its parts stands. */
export interface Data {
  readonly value: JsonValue;
  /** The lines of the value at a JSON Pointer; of the nearest enclosing value where the pointer leads nowhere. */
  locate(pointer: string): Location;
  /** What of the text did not go into the value: keys that are repeated later, further YAML documents. */
  readonly losses?: () => readonly Loss[];
}

/** A part of a text that is overruled by another one. */
export interface Loss {
  readonly kind: 'duplicate-key' | 'more-documents';
  /** The key, or nothing. */
  readonly name: string;
  /** Where the repetition stands. */
  readonly location: Location;
  /** The line of what it repeats. */
  readonly firstLine: number;
}

/** Why a text could not be read, and where. */
export interface DataFailure {
  readonly reason: string;
  readonly location: Location;
}

/** Where a text stands: in which document, and at which line of it (from 1) it begins. */
export interface DataOrigin {
  readonly document: string;
  readonly firstLine?: number;
}

/**
 * Reads JSON (RFC 8259) or YAML 1.2 (core schema, so dates and `yes` stay strings; merge keys as in YAML 1.1; tags that are
 * not of the core schema are overlooked). Of keys that stand twice in one mapping the last one counts, as in most readers of
 * JSON; of several YAML documents in one text the first one that holds something. Returns the value with a way to locate its
 * parts, or the reason and place of the first fault: broken syntax, more than 400 levels, an alias cycle, or aliases that
 * unfold to far more than the text.
 */
export function parseData(text: string, origin: DataOrigin): Data | DataFailure {
  const firstLine = origin.firstLine ?? 1;
  const at = (line: number): Location => ({ document: origin.document, line: firstLine + line });
  try {
    const json = /^\s*[[{]/.test(text) ? parseJson(text) : undefined;
    const { value, index: makeIndex, more } = json === undefined ? parseYaml(text) : readJson(text, json);
    const fault = structuralFault(value, text.length);
    if (fault !== undefined)
      return { reason: fault, location: at(json === undefined ? 0 : tooDeepLine(text, maxDepth)) };
    let index: TextIndex | undefined;
    return {
      value,
      locate(pointer) {
        index ??= makeIndex();
        const { line, endLine } = index.find(pointer);
        return { ...at(line), ...(endLine > line && { endLine: firstLine + endLine }) };
      },
      losses() {
        index ??= makeIndex();
        const keys = index.duplicates.map(({ key, line, firstLine: first }): Loss => ({
          kind: 'duplicate-key',
          name: key,
          location: at(line),
          firstLine: firstLine + first,
        }));
        if (more === undefined) return keys;
        return [...keys, { kind: 'more-documents', name: '', location: at(more), firstLine }];
      },
    };
  } catch (error) {
    if (error instanceof YAMLException) return { reason: error.reason, location: at(error.mark?.line ?? 0) };
    return { reason: error instanceof Error ? error.message : String(error), location: at(0) };
  }
}

/** Whether `parseData` failed. */
export function isDataFailure(result: Data | DataFailure): result is DataFailure {
  return 'reason' in result;
}

/**
 * Prints a JSON value as YAML: no anchors, no folding, two spaces, strings quoted only where they must be. Lists of
 * scalars that fit one line stand on one line.
 */
export function printYaml(value: JsonValue): string {
  return dump(value, {
    noRefs: true,
    lineWidth: -1,
    indent: 2,
    transform(documents) {
      visit(documents, (node) => {
        if (node.kind === 'sequence' && fitsOneLine(node.items)) node.style = COLLECTION_STYLE.FLOW;
      });
    },
  });
}

function fitsOneLine(items: readonly Node[]): boolean {
  let length = 0;
  for (const item of items) {
    if (item.kind !== 'scalar' || item.value.includes('\n')) return false;
    length += item.value.length + 2;
  }
  return length <= 80;
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined; // read as YAML, a superset of JSON that locates the fault
  }
}

/** A text that could be read. */
interface Parsed {
  readonly value: JsonValue;
  readonly index: () => TextIndex;
  /** The line, from 0, on which a further YAML document begins that is not read. */
  readonly more?: number;
}

function readJson(text: string, value: JsonValue): Parsed {
  return { value, index: () => indexJson(text) };
}

/** How many lines of one text may be indented for its author. */
const maxIndented = 300;
/** How many characters may be read again for that. */
const maxReread = 100_000_000;

/**
 * YAML as it is written: a bracket that closes a flow collection often stands no deeper than the key it belongs to,
 * which YAML 1.2 forbids and most parsers overlook. Space in a flow collection says nothing, so such a line is indented
 * and the text read again; lines stay where they are.
 */
function parseYaml(text: string): Parsed {
  let source = text;
  for (let indented = 0; ; indented += 1) {
    try {
      const events = parseEvents(source, { maxDepth });
      const values = constructFromEvents(events, { source, maxAliases: 10_000, schema, json: true }) as JsonValue[];
      const chosen = Math.max(
        0,
        values.findIndex((value) => value !== null && value !== undefined),
      );
      const more = values.findIndex((value, index) => index > chosen && value !== null && value !== undefined);
      const parts = splitDocuments(events);
      const lines = lineFinder(source);
      const later = more === -1 ? undefined : firstLine(parts[more] ?? [], lines);
      return {
        value: values[chosen] ?? null,
        index: () => indexYaml(source, parts[chosen] ?? [], lines),
        ...(later !== undefined && { more: later }),
      };
    } catch (error) {
      const shallow = error instanceof YAMLException && error.reason === 'deficient indentation';
      const line =
        shallow && indented < Math.min(maxIndented, maxReread / source.length) ? error.mark?.line : undefined;
      if (line === undefined) throw error;
      const rows = source.split('\n');
      rows[line] = `${' '.repeat(2 * maxDepth)}${rows[line] ?? ''}`;
      source = rows.join('\n');
    }
  }
}

/** YAML 1.2's core schema with merge keys; a value with any other tag is read as if it had none. */
const schema = CORE_SCHEMA.withTags(
  mergeTag,
  ['!', 'tag:'].flatMap((prefix) => [
    defineScalarTag(prefix, { matchByTagPrefix: true, resolve: (text) => text, identify: () => false }),
    defineSequenceTag(prefix, { ...seqTag, matchByTagPrefix: true, identify: () => false }),
    defineMappingTag(prefix, { ...mapTag, matchByTagPrefix: true, identify: () => false }),
  ]),
);

/** The events of each document of a text. */
function splitDocuments(events: readonly Event[]): Event[][] {
  const documents: Event[][] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) documents.push([]);
    else documents.at(-1)?.push(event);
  }
  return documents;
}

function firstLine(events: readonly Event[], lineOf: (offset: number) => number): number {
  const [event] = events;
  if (event === undefined) return 0;
  return eventLine(event, lineOf);
}

/** The line, from 0, on which a value begins. */
function eventLine(event: Event, lineOf: (offset: number) => number): number {
  if (event.type === EVENT_ID.SCALAR) return lineOf(Math.max(0, event.valueStart)) - 1;
  if (event.type === EVENT_ID.ALIAS) return lineOf(event.anchorStart) - 1;
  if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) return lineOf(event.start) - 1;
  return 0;
}

/** The index of one YAML document. A key that is no scalar has no name, which the reader refuses anyway. */
function indexYaml(text: string, events: readonly Event[], lineOf: (offset: number) => number): TextIndex {
  const writer = createIndexWriter();
  for (const event of events) {
    const line = eventLine(event, lineOf);
    if (event.type === EVENT_ID.SCALAR) {
      const endLine = lineOf(Math.max(event.valueStart, event.valueEnd - 1, 0)) - 1;
      if (writer.expectsKey()) writer.key(getScalarValue(text, event), line);
      else writer.scalar(line, endLine);
    } else if (event.type === EVENT_ID.ALIAS) {
      if (writer.expectsKey()) writer.key(text.slice(event.anchorStart, event.anchorEnd), line);
      else writer.scalar(line, line);
    } else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      writer.open(event.type === EVENT_ID.MAPPING, line);
    } else if (event.type === EVENT_ID.POP) {
      writer.close();
    }
  }
  return writer.result();
}

/** Whether a parsed value can be an OpenAPI description: an object with `openapi` or `swagger` at its root. */
export function looksLikeOpenApi(value: JsonValue): boolean {
  return isObject(value) && (Object.hasOwn(value, 'openapi') || Object.hasOwn(value, 'swagger'));
}

/** A text as the value it is where a description refers to it. */
export function textData(text: string, document: string): Data {
  return { value: text, locate: () => ({ document, line: 1 }) };
}
