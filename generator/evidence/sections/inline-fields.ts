import type { Location } from '../../base/location.ts';
import type { ProseBlock } from '../../pages/page.ts';
import type { FieldRow } from './field-row.ts';
import { headingRole, type PartRole } from './heading-roles.ts';
import { statedPlace } from './list-places.ts';
import { readListHead, type ListHead } from './list-head.ts';

/** Fields that a paragraph names behind a label. */
export interface InlineFields {
  readonly role: PartRole;
  readonly rows: readonly FieldRow[];
}

const label = /^\s*(?:\*\*|__|\*|_)([A-Za-z][A-Za-z ]{3,50}):?(?:\*\*|__|\*|_)\s*:?\s*/;

/** A label without marks, in front of a name in code: ``Query params: `fields` (comma-separated), `deep` (bool).`` */
const bareLabel =
  /^\s{0,3}((?:(?:optional|required)\s)?(?:query(?:\sstring)?|path|url|body|form|header)\s(?:params?|parameters?|args?|arguments?|fields?)):\s{1,3}(?=`)/i;

/** Roles of labels behind which fields may be named in one line. */
const listRoles: ReadonlySet<PartRole> = new Set(['parameters', 'query', 'path', 'header', 'body', 'url']);

/**
 * The fields that the lines of a paragraph name behind a label: `**Required parameters**: `title` of the card, and `content` as
 * its text.` Each is there as the label says; lines without a label, or whose text begins with no name, give none.
 */
export function inlineFields(block: ProseBlock): InlineFields[] {
  if (block.form !== 'paragraph') return [];
  return block.text.split('\n').flatMap((line, index) => {
    const [whole = '', title = ''] = label.exec(line) ?? bareLabel.exec(line) ?? [];
    const { role, isPlain } = headingRole(title);
    if (whole === '' || !isPlain || !listRoles.has(role)) return [];
    const required = statedPresence(title);
    const location = { document: block.location.document, line: block.location.line + index };
    const rows = pieces(line.slice(whole.length)).flatMap((piece) =>
      headRows(readListHead(piece, false), location, required),
    );
    return rows.length > 0 ? [{ role, rows }] : [];
  });
}

function headRows(head: ListHead | undefined, location: Location, required?: boolean): FieldRow[] {
  const rest = head?.rest.trim().replace(/^\(([^()]{1,200})\)\.?$/, '$1');
  const description = rest?.replace(/^\W+(?=[\w`])/, '').trim() ?? '';
  return (head?.names ?? []).map((name) => {
    const place = head?.notes.place ?? statedPlace(description);
    return {
      ...(required !== undefined && { required }),
      ...head?.notes,
      name: name.replace(/^:/, ''),
      ...(place !== undefined && { place }),
      ...(description !== '' && { description }),
      children: [],
      location,
      method: 'prose',
    };
  });
}

/** The parts of a text that begin with a name in code; code behind words such as `must be` names values, not fields. */
function pieces(whole: string): string[] {
  const text = whole.slice(0, maxLine);
  const starts: number[] = [];
  let end = 0;
  for (const span of text.matchAll(/`[^`\n]{1,100}`/g)) {
    const between = text.slice(end, span.index).trim().toLowerCase();
    if (begins(between, starts.at(-1) ?? 0, end, text)) starts.push(span.index);
    else if (starts.length === 0) return [];
    end = span.index + span[0].length;
  }
  return starts.map((start, at) => text.slice(start, starts[at + 1]).replace(/(?:,? and|[,.;]) {0,3}$/, ''));
}

/** Longer lines are read up to here. */
const maxLine = 5000;

/** Whether the code behind some text is another name: what stands between joins it, and is not a list of values. */
function begins(between: string, start: number, end: number, text: string): boolean {
  if (end === 0) return /^[.,:;]?$/.test(between);
  if (between.endsWith('.') || between.endsWith(';')) return true;
  const isJoined = between.endsWith(',') || /(?:^|[\s,])and$/.test(between);
  const isNamesOnly = /^`[^`]{1,100}`$/.test(text.slice(start, end));
  const isValues = (between === ',' || between === 'and' || between === ', and') && !isNamesOnly;
  return isJoined && !isValues;
}

/** Whether a heading or label says that what stands under it is required, or optional; undefined where it says neither. */
export function statedPresence(title: string): boolean | undefined {
  const plain = title.trim().toLowerCase();
  if (/\b(?:and|or|not)\b|\//.test(plain)) return undefined;
  if (/^(?:required|mandatory)\b/.test(plain)) return true;
  return /^optional\b/.test(plain) ? false : undefined;
}
