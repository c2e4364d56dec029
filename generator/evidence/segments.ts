import { balancedEnd, stringEnd } from './balance.ts';
import { curlEnd } from './curl.ts';

/** A line of prose, or what is left of a line beside a code block that the scrape glued to it. */
export interface TextSegment {
  readonly kind: 'text';
  readonly text: string;
  readonly line: number;
  /** Whether a code block ends on the same line, right before it. */
  readonly glued: boolean;
}

/** A code block. `language` is the name that stood before it, in lower case; JSON and cURL are also known by their form. */
export interface CodeSegment {
  readonly kind: 'code';
  readonly language: string;
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
}

/** A run of lines that belong together. */
export type Segment = TextSegment | CodeSegment;

const languages = new Map(
  `bash shell sh curl json javascript js typescript ts node nodejs python py ruby php go golang java kotlin swift csharp
  c# rust dart elixir powershell http xml yaml fetch axios requests`
    .split(/\s+/)
    .map((word) => [word, word]),
);
for (const [label, name] of [
  ['node.js', 'node'],
  ['c sharp', 'csharp'],
  ['.net', 'csharp'],
  ['objective-c', 'objc'],
]) {
  if (label !== undefined && name !== undefined) languages.set(label, name);
}

/** A block that never ends is searched for its end once a line; a page of such lines must not take forever. */
const maxFailures = 100;

/** The language a line of a scraped page names, in lower case, or undefined where it is no such label. */
function languageLabel(line: string): string | undefined {
  return languages.get(line.trim().toLowerCase());
}

/**
 * Cuts a scraped text page into lines of prose and code blocks. Nothing marks a code block there: a cURL command
 * ends where the shell says so, JSON where its brackets balance, a program (known by the language label before it)
 * where its brackets balance and a label, a heading or prose follows. What is glued behind a block becomes text.
 */
export function cutSegments(text: string): Segment[] {
  const segments: Segment[] = [];
  let offset = 0;
  let line = 1;
  let language: string | undefined;
  let failures = 0;
  while (offset < text.length) {
    const lineEnd = endOfLine(text, offset);
    const rest = text.slice(offset, lineEnd);
    // the tabs of statuses stick to the sample of the first
    const tabs = /^\s*((?:20\d|30\d)(?:[45]\d\d){0,8})(?=[{[]\s*(?:["}\]{[]|$))/.exec(rest);
    if (tabs) {
      const glued = offset > 0 && text.charAt(offset - 1) !== '\n';
      segments.push({ kind: 'text', text: tabs[1] ?? '', line, glued });
      offset += tabs[0].length;
      continue;
    }
    // a quote before a bracket is what is left of the command before it
    const begin = offset + (/^\s*(?:['"`](?=[{[]))?/.exec(rest)?.[0].length ?? 0);
    const isCode = rest.trim() !== '' && failures < maxFailures && languageLabel(rest) === undefined;
    const end = isCode ? codeEnd(text, begin, language) : undefined;
    if (end === undefined && /^(?:\{|\[(?!\]\(#)|curl\s)/.test(rest.trimStart())) failures += 1;
    if (end === undefined) {
      const glued = offset > 0 && text.charAt(offset - 1) !== '\n';
      const label = languageLabel(rest) ?? labelAfterComment(rest, segments.at(-1));
      if (label !== undefined) language = label;
      else if (rest.trim() !== '') {
        segments.push({ kind: 'text', text: rest.trim(), line, glued });
        language = undefined;
      }
      offset = lineEnd + 1;
      line += 1;
      continue;
    }
    const code = text.slice(begin, end.offset);
    const endLine = line + code.split('\n').length - 1;
    segments.push({ kind: 'code', language: end.language, text: code, line, endLine });
    language = undefined;
    line = endLine;
    offset = end.offset;
    if (text.charAt(offset) === '\n') {
      offset += 1;
      line += 1;
    }
  }
  return segments;
}

/** A comment behind a command, to which the label of the next sample sticks: `# or with a token "…"python`. */
function labelAfterComment(line: string, before: Segment | undefined): string | undefined {
  if (before?.kind !== 'code' || !/^\s*(?:#|\/\/)/.test(line)) return undefined;
  return languageLabel(/(?<=[^\p{L}\s])[A-Za-z#.+]{2,12}$/u.exec(line.trim())?.[0] ?? '');
}

function endOfLine(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  return found === -1 ? text.length : found;
}

interface CodeEnd {
  readonly offset: number;
  readonly language: string;
}

function codeEnd(text: string, start: number, language: string | undefined): CodeEnd | undefined {
  const head = text.slice(start, start + 200);
  const prompt = /^(?:\$ )?curl[ \t\\]/.exec(head);
  if (prompt) {
    const end = curlEnd(text, start + prompt[0].length - 5);
    if (end <= start + prompt[0].length) return undefined;
    // the label of the next sample sticks to the last line: `\python`
    const label = /(?<=[^\p{L}\s])[A-Za-z#.+]{2,12}$/u.exec(text.slice(start, end))?.[0] ?? '';
    return { offset: languageLabel(label) === undefined ? end : end - label.length, language: 'curl' };
  }
  const isLink = head.startsWith('[](#');
  if (!isLink && /^(?:\{\s*["}]|\[\s*(?:[{"[\]]|-?\d|true|false|null))/.test(head)) {
    const end = jsonEnd(text, start);
    if (end !== undefined) return { offset: end, language: 'json' };
  }
  if (language === undefined || language === 'json') return undefined;
  return { offset: programEnd(text, start), language };
}

/** A line of a JSON text that has an entry a line. */
const jsonLine = /^[ \t]*(?:"[^\n]*|[\]}{[][\]}{[, \t]*|(?:-?\d[\d.eE+-]*|true|false|null|\.{3}),?[ \t]*)$/;

/** Balanced brackets, or, where the sample is cut off, the lines that still look like JSON. */
function jsonEnd(text: string, start: number): number | undefined {
  const balanced = balancedEnd(text, start);
  if (balanced !== undefined) return balanced;
  const [first = '', ...lines] = text.slice(start, start + 200_000).split('\n');
  const end = lines.findIndex((line) => !jsonLine.test(line));
  const like = end === -1 ? lines : lines.slice(0, end);
  if (!/^[{[][ \t]*$/.test(first) || like.length === 0) return undefined;
  return start + [first, ...like].join('\n').trimEnd().length;
}

const glueAfterProgram = /(?<=[;)}\]'"`])(?:[A-Za-z#.+]{2,12}|Response\s*(?:\d{3})?)$/;

/** The end of a program that begins at `start`: its last line lies outside all brackets and something else follows. */
function programEnd(text: string, start: number): number {
  let offset = start;
  let depth = 0;
  while (offset < text.length) {
    const lineEnd = endOfLine(text, offset);
    const line = text.slice(offset, lineEnd);
    depth = Math.max(0, depth + depthChange(line));
    const glue = depth === 0 ? glueAfterProgram.exec(line.trimEnd()) : null;
    if (glue && (glue[0].startsWith('Response') || languageLabel(glue[0]) !== undefined)) return offset + glue.index;
    const next = text.slice(lineEnd + 1, endOfLine(text, lineEnd + 1));
    if (depth === 0 && endsProgram(next)) return lineEnd;
    offset = lineEnd + 1;
  }
  return text.length;
}

function endsProgram(next: string): boolean {
  const line = next.trim();
  if (languageLabel(line) !== undefined || /^Response\s*(?:\d{3})?$/i.test(line)) return true;
  if (/^(?:\{|\[)\s*"?$/.test(line) || /^curl\s/.test(line)) return true;
  // A heading or a sentence: begins with a capital, and nothing in it is typical of code.
  return /^\p{Lu}[\p{L}\d ,.'’-]*$/u.test(line) && line.includes(' ');
}

function depthChange(line: string): number {
  let change = 0;
  for (let offset = 0; offset < line.length; offset += 1) {
    const char = line.charAt(offset);
    if (char === '"' || char === "'" || char === '`') offset = (stringEnd(line, offset) ?? offset + 1) - 1;
    else if ('([{'.includes(char)) change += 1;
    else if (')]}'.includes(char)) change -= 1;
  }
  return change;
}
