import {
  COLLECTION_STYLE,
  constructFromEvents,
  dump,
  EVENT_ID,
  getScalarValue,
  parseEvents,
  visit,
  YAMLException,
  type Event,
  type Node,
} from 'js-yaml';
import { isObject, type JsonValue } from './json.ts';
import { lineFinder } from './lines.ts';
import type { Location } from './location.ts';
import { joinPointer } from './pointer.ts';

// The only import of js-yaml.

/** Deeper documents are refused: every later step may then recurse without fear for the stack. */
const maxDepth = 400;
/** A document may not unfold (through YAML aliases) to more values than this. */
const maxValues = 20_000_000;

/** A JSON value and where each of its parts stands. */
export interface Data {
  readonly value: JsonValue;
  /** The lines of the value at a JSON Pointer; of the nearest enclosing value where the pointer leads nowhere. */
  locate(pointer: string): Location;
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
 * Reads JSON (RFC 8259) or YAML 1.2 (core schema, so dates and `yes` stay strings; duplicate keys are refused).
 * Returns the value with a way to locate its parts, or the reason and place of the first fault: broken syntax,
 * more than 400 levels, an alias cycle, or aliases that unfold to more than twenty million values.
 */
export function parseData(text: string, origin: DataOrigin): Data | DataFailure {
  const firstLine = origin.firstLine ?? 1;
  const at = (line: number): Location => ({ document: origin.document, line: firstLine + line });
  try {
    const isJson = /^\s*[[{]/.test(text);
    const json = isJson ? parseJson(text) : undefined;
    const { value, source } = json === undefined ? parseYaml(text) : { value: json, source: text };
    const fault = structuralFault(value);
    if (fault !== undefined) return { reason: fault, location: at(0) };
    let index: Map<string, Location> | undefined;
    return {
      value,
      locate(pointer) {
        index ??= indexLocations(source, origin.document, firstLine);
        let key = pointer;
        while (key !== '' && !index.has(key)) key = key.slice(0, key.lastIndexOf('/'));
        return index.get(key) ?? at(0);
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

/** How many lines of one text may be indented for its author. */
const maxIndented = 300;

/**
 * YAML as it is written: a bracket that closes a flow collection often stands no deeper than the key it belongs to,
 * which YAML 1.2 forbids and most parsers overlook. Space in a flow collection says nothing, so such a line is indented
 * and the text read again; lines stay where they are.
 */
function parseYaml(text: string): { readonly value: JsonValue; readonly source: string } {
  let source = text;
  for (let indented = 0; ; indented += 1) {
    try {
      const documents = constructFromEvents(parseEvents(source, { maxDepth }), { source, maxAliases: 10_000 });
      if (documents.length > 1) throw new Error('more than one YAML document in one text');
      return { value: (documents[0] ?? null) as JsonValue, source };
    } catch (error) {
      const shallow = error instanceof YAMLException && error.reason === 'deficient indentation';
      const line = shallow && indented < maxIndented ? error.mark?.line : undefined;
      if (line === undefined) throw error;
      const lines = source.split('\n');
      lines[line] = `${' '.repeat(2 * maxDepth)}${lines[line] ?? ''}`;
      source = lines.join('\n');
    }
  }
}

/** Names what makes a value unfit for recursion: an alias cycle, too deep a nesting, too many values once aliases unfold. */
function structuralFault(root: JsonValue): string | undefined {
  const sizes = new Map<object, number>();
  const open = new Set<object>();
  let fault: string | undefined;
  const measure = (value: JsonValue, depth: number): number => {
    if (typeof value !== 'object' || value === null || fault !== undefined) return 1;
    const known = sizes.get(value);
    if (known !== undefined) return known;
    if (open.has(value)) fault = 'an alias refers to a value that contains it';
    else if (depth > maxDepth) fault = `nested more than ${maxDepth} levels deep`;
    if (fault !== undefined) return 1;
    open.add(value);
    let size = 1;
    for (const child of Array.isArray(value) ? value : Object.values(value)) size += measure(child, depth + 1);
    open.delete(value);
    sizes.set(value, size);
    if (size > maxValues) fault = `aliases unfold to more than ${maxValues} values`;
    return size;
  };
  measure(root, 0);
  return fault;
}

interface Frame {
  readonly pointer: string;
  readonly mapping: boolean;
  readonly line: number;
  index: number;
  key: string | undefined;
  keyLine: number;
}

/** The location of every value of a YAML or JSON text by JSON Pointer; a member begins at the line of its key. */
function indexLocations(text: string, document: string, firstLine: number): Map<string, Location> {
  const index = new Map<string, Location>();
  const lineOf = lineFinder(text);
  const frames: Frame[] = [];
  let lastLine = 0;
  const put = (pointer: string, line: number, endLine: number): void => {
    const start = firstLine + line;
    const end = firstLine + Math.max(line, endLine);
    index.set(pointer, { document, line: start, ...(end > start && { endLine: end }) });
  };
  /** The pointer and first line of the value that now begins, or undefined if it is a mapping's key. */
  const begin = (line: number, keyText: () => string): { pointer: string; line: number } | undefined => {
    const frame = frames.at(-1);
    if (!frame) return { pointer: '', line };
    if (!frame.mapping) return { pointer: joinPointer(frame.pointer, frame.index++), line };
    if (frame.key === undefined) {
      frame.key = keyText();
      frame.keyLine = line;
      return undefined;
    }
    const place = { pointer: joinPointer(frame.pointer, frame.key), line: frame.keyLine };
    frame.key = undefined;
    return place;
  };
  for (const event of parseEvents(text, { maxDepth })) {
    handle(event);
  }
  return index;

  function handle(event: Event): void {
    switch (event.type) {
      case EVENT_ID.SCALAR: {
        const start = lineOf(Math.max(0, event.valueStart)) - 1;
        lastLine = lineOf(Math.max(event.valueStart, event.valueEnd - 1, 0)) - 1;
        const place = begin(start, () => getScalarValue(text, event));
        if (place) put(place.pointer, place.line, lastLine);
        break;
      }
      case EVENT_ID.ALIAS: {
        lastLine = lineOf(event.anchorStart) - 1;
        const place = begin(lastLine, () => text.slice(event.anchorStart, event.anchorEnd));
        if (place) put(place.pointer, place.line, lastLine);
        break;
      }
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING: {
        const line = lineOf(event.start) - 1;
        lastLine = Math.max(lastLine, line);
        const place = begin(line, () => '') ?? { pointer: '', line };
        const mapping = event.type === EVENT_ID.MAPPING;
        frames.push({ pointer: place.pointer, mapping, line: place.line, index: 0, key: undefined, keyLine: 0 });
        break;
      }
      case EVENT_ID.POP: {
        const frame = frames.pop();
        if (frame) put(frame.pointer, frame.line, lastLine);
        break;
      }
      default:
    }
  }
}

/** Whether a parsed value can be an OpenAPI description: an object with `openapi` or `swagger` at its root. */
export function looksLikeOpenApi(value: JsonValue): boolean {
  return isObject(value) && (Object.hasOwn(value, 'openapi') || Object.hasOwn(value, 'swagger'));
}
