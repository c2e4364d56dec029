import { readFileSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Report } from '../base/diagnostic.ts';
import { systemReason } from '../base/system-error.ts';
import type { Document } from './document.ts';

/** Larger files are surely no documentation and would exhaust memory further down. */
const maxBytes = 200 * 1024 * 1024;

/** `path` relative to `base`, `/`-separated: the name under which a document is known from here on. */
export function documentPath(base: string, path: string): string {
  return relative(base, path).split(sep).join('/');
}

/**
 * Reads one text file as UTF-8 (or UTF-16 with a byte order mark), without its byte order mark, `path` being absolute.
 * Gives `documents/unreadable` where the system refuses, the file is larger than 200 MB, no regular file, or no such text,
 * and `documents/empty` where it holds only white space; then returns undefined.
 */
export function readDocument(path: string, base: string, report: Report): Document | undefined {
  const name = documentPath(base, path);
  const refuse = (reason: string, line = 1): undefined => {
    report.add('documents/unreadable', { document: name, line }, { reason });
  };
  try {
    const status = statSync(path);
    if (!status.isFile()) return refuse('it is not a regular file');
    if (status.size > maxBytes) return refuse(`it is larger than ${maxBytes / 1024 / 1024} MB`);
    const bytes = readFileSync(path);
    const text = decode(bytes);
    if (text === undefined) return refuse('it is not valid UTF-8', firstBrokenLine(bytes));
    if (text.includes('\0'))
      return refuse('it holds NUL characters, so it is no text', lineOf(text, text.indexOf('\0')));
    if (text.trim() !== '') return { path: name, text };
    report.add('documents/empty', { document: name, line: 1 });
    return undefined;
  } catch (error) {
    return refuse(systemReason(error));
  }
}

/** Text in UTF-8, or in UTF-16 where a byte order mark says so (YAML 1.2, section 5.2). */
function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return decodeUtf8(bytes);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** No byte of a longer UTF-8 sequence is a line feed, so lines can be decoded one by one. */
function firstBrokenLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(10, start);
    const end = feed === -1 ? bytes.length : feed;
    if (decodeUtf8(bytes.subarray(start, end)) === undefined) return line;
    start = end + 1;
  }
  return 1;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
