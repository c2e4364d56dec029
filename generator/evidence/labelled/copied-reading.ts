import { pathParameters, pathTemplate, requestUrl } from '../request-url.ts';
import type { BracketedSchema } from './copied-brackets.ts';
import { dottedLabel } from './copied-dots.ts';
import { gluedLabel } from './copied-glued.ts';
import type { NumberedLine } from './copied-joins.ts';
import { copiedLabel, type FoundLabel } from './copied-labels.ts';
import { readCopiedType } from './copied-types.ts';
import { copiedSection, isHeading } from './copied-sections.ts';
import { isNameLine, type LineMeaning, type SectionName } from './grammar.ts';

/** What is remembered from line to line of a copied page. */
export interface CopiedReading {
  readonly lines: readonly string[];
  readonly filled: readonly NumberedLine[];
  /** The numbers of lines that name values of the first level. */
  readonly tops: ReadonlySet<number>;
  /** The names that JSON of the page has. */
  readonly keys: ReadonlySet<string>;
  readonly found: (LineMeaning | 'nothing' | undefined)[];
  /** The last property. */
  label: string | undefined;
  /** Its values are texts, also where they look like numbers. */
  isText: boolean;
  /** They are lists. */
  isList: boolean;
  /** What the field of a form shows for it. */
  values: string[];
  /** It is said to have values, which have not come yet. */
  awaitsValues: boolean;
  /** The URL of the last endpoint. */
  url: string;
  /** The index of the last heading of a sample of an answer. */
  sample: number;
  section: SectionName | undefined;
  /** How many lists have begun and not ended: `Array [`. */
  lists: number;
  /** The schema in brackets that is being read. */
  schema: BracketedSchema | undefined;
  /** How often a line seemed to begin one and did not. */
  failures: number;
}

/** Whether values of a type are texts, also in lists. */
export function isTextType(type = ''): boolean {
  return /^string\b/.test(type);
}

/** Lines of one word each, up to the next property. */
export function tokenRun(reading: CopiedReading, index: number): string[] {
  const { lines } = reading;
  const run: string[] = [];
  for (let at = index; at < lines.length && run.length < 300; at += 1) {
    const line = lines[at] ?? '';
    // the status of the next answer
    const isStatus = reading.section === 'response' && /^[1-5]\d\d$/.test(line) && !/^\d+$/.test(run.at(-1) ?? '0');
    if (isStatus || !/^[\w.:@/+-]{0,79}[\w@/+-]$/.test(line) || endsValues(reading, at) || isHeading(line, run.at(-1)))
      break;
    run.push(line);
  }
  return run;
}

/** A parameter whose name the URL has, below a heading of parameters: its value stands on the next line. */
export function untypedLabel({ lines, url, section }: CopiedReading, index: number): FoundLabel | undefined {
  const line = lines[index] ?? '';
  if (!/^[\w.-]{1,80}$/.test(line) || (section !== 'query' && section !== 'path')) return undefined;
  const { path, query } = requestUrl(url);
  const isKnown = query.some(({ name }) => name === line) || pathParameters(pathTemplate(path)).includes(line);
  const hasValue = /^[^\s:]+$/.test(lines[index + 1] ?? '');
  return isKnown && hasValue ? { label: { name: line }, end: index + 2 } : undefined;
}

/** The answers of all other statuses: `default` among them, with a sentence below it. */
export function otherAnswers(
  { lines, section, sample, tops, filled, keys }: CopiedReading,
  index: number,
): Extract<LineMeaning, { kind: 'section' }> | undefined {
  if (section !== 'response' || lines[index] !== 'default') return undefined;
  // right behind the heading of samples it is the only tab
  if (index === sample + 1) return { kind: 'section', section: 'response', status: 'default', sample: true };
  if (index - sample < 3) return undefined;
  const next = lines[index + 1] ?? '';
  // statuses may have the types of their answers below them
  const isTyped = next.startsWith('Type: ');
  const isLikeOthers =
    !keys.has('default') &&
    lines.some((one, at) => /^[1-5]\d\d$/.test(one) && lines[at + 1]?.startsWith('Type: ') === true);
  const isOne = /^\p{Lu}.*\s/u.test(next) && (!isTyped || tops.has(filled[index]?.line ?? 0) || isLikeOthers);
  return isOne ? { kind: 'section', section: 'response', status: 'default' } : undefined;
}

/** Whether a property begins on a line. */
export function startsLabel(reading: CopiedReading, at: number): boolean {
  return isNameLine(reading.lines, at) || labelAt(reading, at) !== undefined;
}

/** The property that begins on a line, in whatever form. */
export function labelAt({ lines, keys }: CopiedReading, at: number): FoundLabel | undefined {
  const found = dottedLabel(lines, at) ?? copiedLabel(lines, at);
  if (found) return found;
  const label = gluedLabel(lines[at] ?? '', (name) => keys.has(name));
  return label && { label, end: at + 1 };
}

/** Whether a line below a property is only the button that shows an example or a default of it. */
export function isButton({ lines, label, section }: CopiedReading, index: number): boolean {
  if (label === undefined || section === undefined) return false;
  const next = lines[index + 1] ?? '';
  // a value that stands on one line is one of the property, whole answers have lines
  if (/^examples?:$/i.test(lines[index] ?? '') && /^(?:\{.+\}|\[.+\])$/.test(next)) return true;
  return /^(?:examples?|default)$/i.test(lines[index] ?? '') && !/^(?:[[{]|curl\b)/.test(next);
}

/** A fold that names what it is of: that begins with it where it has no line with a type. */
export function namedFold(
  reading: CopiedReading,
  line: string,
  fold: LineMeaning | 'nothing',
): LineMeaning | 'nothing' {
  const name = / for ([A-Za-z_$@][\w$.@-]{0,120})$/.exec(line)?.[1];
  if (fold === 'nothing' || name === undefined || name === reading.label) return fold;
  reading.label = name;
  return { kind: 'several', meanings: [{ kind: 'label', name }, fold] };
}

/** The index behind lines that only serve to show or to try something; undefined where other lines begin. */
export function controlEnd(lines: readonly string[], index: number): number | undefined {
  const line = lines[index] ?? '';
  // a type that no name stands before
  if (line === ':' || /^(?:Type|Format): /.test(line)) return index + 1;
  // tabs of a body
  if (/^examples?(?: value)?$/i.test(line) && /^(?:schema|model)$/i.test(lines[index + 1] ?? '')) return index + 2;
  // a form to try the operation out: a name, a colon and its value, where it has one
  if (lines[index + 1] !== ':') return undefined;
  const hasValue = lines[index + 3] !== ':' && !copiedSection(lines[index + 2] ?? '');
  return Math.min(index + (hasValue ? 3 : 2), lines.length);
}

function isTypeWord(line: string): boolean {
  return /^[a-z]+$/.test(line) && readCopiedType(line) !== undefined;
}

/** Whether a property begins among values: words such as `single`, `double`, `triple` are values, though the second may be a type. */
export function endsValues(reading: CopiedReading, at: number): boolean {
  if (!startsLabel(reading, at)) return false;
  const [second = '', third = ''] = reading.lines.slice(at + 1, at + 3);
  // the name of the next property may be a word for a type
  if (isTypeWord(second) && readCopiedType(third)) return false;
  if (/^(?:unknown|null)$/.test(second)) return /\s/.test(third);
  const isWord = /^(?:single|double|float|file|binary|date|any|map|number|object|list|string)$/.test(second);
  const isValue = /^[a-z][\w-]{0,80}$/.test(third) && !/^(?:required|optional|deprecated|nullable)$/i.test(third);
  return !isWord || !isValue || startsLabel(reading, at + 2);
}
