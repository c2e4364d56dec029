import type { Data } from '../base/data.ts';

/** One of the pages that stand one after another in a document. */
export interface PagePart {
  /** The text of the page; what only says where it came from is blanked out. */
  readonly text: string;
  /** The line of the document on which the text begins. */
  readonly firstLine: number;
  /** The address it was published at. */
  readonly address: string;
  /** What the page's front matter said, as far as the document keeps it. */
  readonly frontMatter?: Data;
}

/** A heading with the address below it, or an address as the heading. */
const begin = /^#[ \t](?:([^\n]{0,500})\n{1,2})?(?:#[ \t])?Source:[ \t](https?:\/\/\S{1,2000})[ \t]{0,20}$/gm;

/** What a page of a reference begins with: `POST /things`, `openapi.json post /things`. */
const endpointLine =
  /^(?:(\S{1,500}\.(?:json|ya?ml))[ \t]+)?((?:get|put|post|delete|options|head|patch|trace)[ \t]+\S+)[ \t]*$/i;

/**
 * The pages of a document that holds a whole site, as `llms-full.txt` does: each begins with `# Title` and `Source: address`,
 * or with `# Source: address`. Undefined where none begins so, or a single one but not at the begin.
 */
export function concatenatedPages(text: string, document: string): PagePart[] | undefined {
  const begins = [...text.matchAll(begin)];
  const [first] = begins;
  if (!first || (begins.length === 1 && text.slice(0, first.index).trim() !== '')) return undefined;
  let line = 1;
  let counted = 0;
  return begins.map((match, index) => {
    line += lineBreaks(text, counted, match.index);
    counted = match.index;
    const end = begins[index + 1]?.index ?? text.length;
    return readPart(match, text.slice(match.index, end), { document, line });
  });
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function readPart(match: RegExpMatchArray, text: string, place: { document: string; line: number }): PagePart {
  const [head, title, address = ''] = match;
  const headLines = lineBreaks(head, 0, head.length);
  const rest = text.slice(head.length);
  const skipped = /^\s*\n/.exec(rest)?.[0] ?? '';
  const firstLine = place.line + headLines + lineBreaks(skipped, 0, skipped.length);
  const body = rest.slice(skipped.length);
  const part = { text: body, firstLine, address };
  if (body.startsWith('---')) return part;
  const value: Record<string, string> = {};
  const lines = new Map<string, number>();
  if (title !== undefined && title.trim() !== '') {
    value['title'] = title.trim();
    lines.set('/title', place.line);
  }
  const [first = ''] = body.split('\n', 1);
  const [, file, endpoint] = endpointLine.exec(first) ?? [];
  if (endpoint !== undefined) {
    const key = file === undefined ? 'api' : 'openapi';
    value[key] = file === undefined ? endpoint : `${file} ${endpoint}`;
    lines.set(`/${key}`, firstLine);
  }
  const frontMatter: Data = {
    value,
    locate: (pointer) => ({ document: place.document, line: lines.get(pointer) ?? place.line }),
  };
  const shown = endpoint === undefined ? body : first.replaceAll(/./g, ' ') + body.slice(first.length);
  return { ...part, text: shown, ...(lines.size > 0 && { frontMatter }) };
}
