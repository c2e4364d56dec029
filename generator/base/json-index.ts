import { pointerTokens } from './pointer.ts';

/** The lines of a value, counted from 0. */
export interface Lines {
  readonly line: number;
  readonly endLine: number;
}

/** A key that stands more than once in one object. */
export interface DuplicateKey {
  readonly key: string;
  /** Its last occurrence, which counts, and its first; lines counted from 0. */
  readonly line: number;
  readonly firstLine: number;
}

/** Where the values of a text stand. */
export interface TextIndex {
  /** The lines of the value at a JSON Pointer, or of the nearest around it; a member begins at the line of its key. */
  readonly find: (pointer: string) => Lines;
  readonly duplicates: readonly DuplicateKey[];
}

/** Collects the lines of values while a text is read from its beginning to its end. */
export interface IndexWriter {
  /** A mapping or list begins at `line`. */
  open(isMapping: boolean, line: number): void;
  /** Whether the next scalar is a key. */
  expectsKey(): boolean;
  key(text: string, line: number): void;
  /** A scalar that is no key. */
  scalar(line: number, endLine: number): void;
  /** The innermost mapping or list ends. */
  close(): void;
  result(): TextIndex;
}

/** A value of the text. A tree of these is far smaller than a map of pointers, and quicker made. */
interface Entry {
  readonly line: number;
  endLine: number;
  /** What a mapping or list holds, in order. */
  readonly entries?: Entry[];
  /** The keys of a mapping, beside its entries. */
  readonly keys?: string[];
  /** The position of each key, where there are many. */
  positions?: Map<string, number>;
}

interface Frame {
  readonly entry: Entry;
  /** Whether its key was there before: what it holds then says nothing about further duplicates. */
  readonly isRepeated: boolean;
  key: string | undefined;
  keyLine: number;
}

/** Mappings with more keys are searched by a map. */
const maxListed = 12;

/** An index without entries. */
export function createIndexWriter(): IndexWriter {
  const root: Entry = { line: 0, endLine: 0, entries: [] };
  const duplicates: DuplicateKey[] = [];
  const frames: Frame[] = [{ entry: root, isRepeated: false, key: undefined, keyLine: 0 }];
  let top: Frame | undefined = frames[0];
  let lastLine = 0;

  /** Adds a value to what is open; returns whether its key was there before. */
  function add(entry: Entry): boolean {
    if (!top) return false;
    const { key, entry: holder, isRepeated } = top;
    if (key === undefined) {
      holder.entries?.push(entry);
      return isRepeated;
    }
    top.key = undefined;
    const before = position(holder, key);
    if (before === -1) {
      addKey(holder, key, entry);
      return isRepeated;
    }
    const first = holder.entries?.[before];
    if (!isRepeated) duplicates.push({ key, line: entry.line, firstLine: first?.line ?? 0 });
    holder.entries?.splice(before, 1, entry);
    return true;
  }

  return {
    open(isMapping, line) {
      lastLine = Math.max(lastLine, line);
      const start = top?.key === undefined ? line : top.keyLine;
      const entry: Entry = { line: start, endLine: start, entries: [], ...(isMapping && { keys: [] }) };
      top = { entry, isRepeated: add(entry), key: undefined, keyLine: 0 };
      frames.push(top);
    },
    expectsKey: () => top?.entry.keys !== undefined && top.key === undefined,
    key(text, line) {
      lastLine = line;
      if (!top) return;
      top.key = text;
      top.keyLine = line;
    },
    scalar(line, endLine) {
      lastLine = endLine;
      add({ line: top?.key === undefined ? line : top.keyLine, endLine });
    },
    close() {
      if (frames.length === 1) return;
      const frame = frames.pop();
      if (frame) frame.entry.endLine = lastLine;
      top = frames.at(-1);
    },
    result: () => ({ find: (pointer) => findEntry(root.entries?.[0] ?? root, pointer), duplicates }),
  };
}

function position({ keys, positions }: Entry, key: string): number {
  return positions ? (positions.get(key) ?? -1) : (keys?.indexOf(key) ?? -1);
}

function addKey(holder: Entry, key: string, entry: Entry): void {
  const { keys = [], entries = [] } = holder;
  keys.push(key);
  entries.push(entry);
  if (holder.positions) holder.positions.set(key, keys.length - 1);
  else if (keys.length > maxListed) holder.positions = new Map(keys.map((one, index) => [one, index]));
}

function findEntry(root: Entry, pointer: string): Lines {
  let entry = root;
  for (const token of pointerTokens(pointer)) {
    const index = entry.keys ? position(entry, token) : /^\d+$/.test(token) ? Number(token) : -1;
    const next = entry.entries?.[index];
    if (next === undefined) break;
    entry = next;
  }
  return entry;
}

/** The index of a text that is valid JSON, in one pass over its characters. */
export function indexJson(text: string): TextIndex {
  const writer = createIndexWriter();
  let line = 0;
  let at = -1;
  while ((at += 1) < text.length) {
    const start = at;
    switch (text.charCodeAt(at)) {
      case 0x0a: // line feed
        line += 1;
        break;
      case 0x09: // white space, comma, colon
      case 0x0d:
      case 0x20:
      case 0x2c:
      case 0x3a:
        break;
      case 0x7b: // {
      case 0x5b: // [
        writer.open(text.charCodeAt(at) === 0x7b, line);
        break;
      case 0x7d: // }
      case 0x5d: // ]
        writer.close();
        break;
      case 0x22: // "
        at = endOfString(text, at);
        if (writer.expectsKey()) writer.key(stringAt(text, start, at), line);
        else writer.scalar(line, line);
        break;
      default:
        at = endOfWord(text, at);
        writer.scalar(line, line);
    }
  }
  return writer.result();
}

/** The line, from 0, on which a JSON text first is nested deeper than `limit`; 0 where it never is. */
export function tooDeepLine(text: string, limit: number): number {
  let depth = 0;
  let line = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) line += 1;
    else if (code === 0x22) at = endOfString(text, at);
    else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) depth -= 1;
    if (depth > limit) return line;
  }
  return 0;
}

/** The place of the quotation mark that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  let end = start;
  do end = text.indexOf('"', end + 1);
  while (end !== -1 && isEscaped(text, end));
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - slashes - 1) === 0x5c) slashes += 1;
  return slashes % 2 === 1;
}

function stringAt(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end);
  return raw.includes('\\') ? (JSON.parse(text.slice(start, end + 1)) as string) : raw;
}

/** The last character of a number, `true`, `false` or `null`. */
function endOfWord(text: string, start: number): number {
  let end = start;
  while (end + 1 < text.length && !/[\s,\]}]/.test(text.charAt(end + 1))) end += 1;
  return end;
}
