import { balancedEnd } from '../balance.ts';
import type { TextLine } from './text-lines.ts';

/** Code that stands among the lines of a text, from the line `first` to the line `last`. */
export interface TextCode {
  readonly first: number;
  readonly last: number;
  readonly language: string;
  readonly text: string;
}

/** More lines are not looked through for the end of code. */
const mostLines = 3000;

const requestLine = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \S{1,2000} HTTP\/\d(?:\.\d)?$/;
const statusLine = /^HTTP\/\d(?:\.\d)? [1-5]\d\d\b/;
const headerLine = /^[A-Za-z][\w-]{0,60}: ?\S/;

/** The name of a language, as it stands over code. */
export const languageName: RegExp =
  /^(?:json|javascript|js|typescript|ts|bash|sh|shell|console|curl|http|https|xml|yaml|python|ruby|go|php|java|text|plaintext)$/i;

/** How much may be looked through in vain for the end of values: a text may open more brackets than it closes. */
export interface Effort {
  left: number;
}

/** The code that begins at a line: an object or a list, a command, an HTTP message. Undefined where none does; gives no diagnostics. */
export function codeAt(lines: readonly TextLine[], first: number, effort: Effort): TextCode | undefined {
  const { text } = lines[first] ?? { text: '' };
  if (/^[{[]/.test(text)) return valueAt(lines, first, effort);
  if (/^(?:\$ )?curl\s/.test(text)) return commandAt(lines, first);
  if (requestLine.test(text) || statusLine.test(text)) return messageAt(lines, first, effort);
  return undefined;
}

function code(lines: readonly TextLine[], first: number, last: number, language: string): TextCode {
  const raw = lines.slice(first, last + 1).map((line) => line.raw);
  const indent = Math.min(...raw.flatMap((line) => (line.trim() === '' ? [] : [/^\s*/.exec(line)?.[0].length ?? 0])));
  return { first, last, language, text: raw.map((line) => line.slice(indent).trimEnd()).join('\n') };
}

/** A type with members rather than a value. */
const members = /^\s{0,40}["']?[\w$-]{1,80}["']?\??: [^"\d{[\s][^,]{0,300};(?:\s*\/\/.{0,500})?$/m;

function valueAt(lines: readonly TextLine[], first: number, effort: Effort): TextCode | undefined {
  const start = lines[first]?.text ?? '';
  // what goes on with words is a text
  if (effort.left < 0) return undefined;
  if (!/^[{[](?:$|\s{0,9}["'{[\]}\d\-tfn/]|\s{1,9}\w{1,80}\??:)/.test(start)) return undefined;
  const rest = lines
    .slice(first, first + mostLines)
    .map(({ raw }) => raw.replace(/(^|[\s;,{])\/\/.*$/, '$1'))
    .join('\n')
    .trimStart();
  const end = balancedEnd(rest, 0) ?? balancedEnd(rest.replaceAll(/\.{3}|…/g, ''), 0);
  if (end === undefined) {
    effort.left -= rest.length;
    return undefined;
  }
  const last = first + rest.slice(0, end).split('\n').length - 1;
  const behind = rest.slice(end).split('\n')[0]?.trim() ?? '';
  const text = rest.slice(0, end);
  if (!/^(?:\[\])?[;,]?$/.test(behind) || !(/[:"]/.test(text) || /^\[[\s\d,\][]*\]$|^\{\s*\}$/.test(text)))
    return undefined;
  return code(lines, first, last, members.test(text) ? 'ts' : 'json');
}

/** A command goes on behind a backslash and within quotes. */
function commandAt(lines: readonly TextLine[], first: number): TextCode {
  let last = first;
  let quotes = 0;
  for (let index = first; index < Math.min(lines.length, first + 200); index += 1) {
    const { raw } = lines[index] ?? { raw: '' };
    quotes += raw.replaceAll("\\'", '').split("'").length - 1;
    last = index;
    if (quotes % 2 === 0 && !raw.trimEnd().endsWith('\\')) return code(lines, first, last, 'bash');
  }
  return code(lines, first, first, 'bash');
}

function messageAt(lines: readonly TextLine[], first: number, effort: Effort): TextCode {
  let last = first;
  while (headerLine.test(lines[last + 1]?.text ?? '')) last += 1;
  let body = last + 1;
  while (body < last + 3 && lines[body]?.text === '') body += 1;
  const value = /^[{[]/.test(lines[body]?.text ?? '') ? valueAt(lines, body, effort) : undefined;
  return code(lines, first, value?.last ?? last, 'http');
}
