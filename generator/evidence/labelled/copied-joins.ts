import { readCopiedType } from './copied-types.ts';

/** A line with its number. */
export interface NumberedLine {
  readonly text: string;
  readonly line: number;
  /** It has a mark by which the parts of its value are opened. */
  readonly opens?: true;
}

/** What stands on the line below these words and a colon is theirs. */
const labels =
  /^(?:type|format|pattern|const|(?:min|max)(?:imum)?(?: length| items)?|greater than|less than|multiple of|status|http method):$/i;
/** What opens or closes a part, with the name of the part below it. */
const fold = /^(?:show|hide) \S.{0,80}$/i;
const nameOnly = /^[A-Za-z_$@][\w$.@-]{0,120}(?:\[\])?$/;
const marked = /^(?:([-+*]) )?([A-Za-z_$@][\w$.@-]{0,120}?) ?(\*)?$/;

/**
 * The lines of a copied page as they were before the browser broke them: numbers of lines beside code left out, `Type:` and its value
 * in one, `* size` as `size *`, columns of names and types as rows. Each keeps the number of its first line.
 */
export function joinedLines(lines: readonly NumberedLine[]): NumberedLine[] {
  const joined: NumberedLine[] = [];
  for (let index = 0; index < lines.length;) index = joinOne(lines, index, joined);
  return joined;
}

function joinOne(lines: readonly NumberedLine[], index: number, joined: NumberedLine[]): number {
  const at = lines[index];
  if (!at) return index + 1;
  const code = numberedCode(lines, index);
  if (code.length > 0) {
    joined.push(...code);
    return index + code.length * 2;
  }
  const text = at.text.trim();
  const next = lines[index + 1]?.text.trim() ?? '';
  if (labels.test(text) && next !== '' && !next.endsWith(':')) {
    joined.push({ text: `${text} ${next}`, line: at.line });
    return index + 2;
  }
  const owner = fold.test(text) ? /^for (\S{1,120})$/.exec(next)?.[1] : undefined;
  if (owner !== undefined) {
    joined.push({ text: `${text} for ${owner}`, line: at.line });
    return index + 2;
  }
  if (/^(?:field|name|property)$/i.test(text) && /^type$/i.test(next)) return joinPairs(lines, index + 2, joined);
  const [, before, name = ''] = marked.exec(text) ?? [];
  if (before === '*' && isType(next)) joined.push({ text: `${name} *`, line: at.line });
  else joined.push(at);
  return index + 1;
}

/** The lines of code without the numbers beside them, where these are numbered from one. */
function numberedCode(lines: readonly NumberedLine[], index: number): NumberedLine[] {
  const code: NumberedLine[] = [];
  if (!/^\s*[[{]/.test(lines[index + 1]?.text ?? '')) return code;
  for (let at = index; lines[at]?.text.trim() === String(code.length + 1); at += 2) {
    const one = lines[at + 1];
    if (!one) break;
    code.push(one);
  }
  return code.length > 1 ? code : [];
}

/** Columns that were copied cell by cell: a name, its type, the next name. What has a mark before it opens a part. */
function joinPairs(lines: readonly NumberedLine[], from: number, joined: NumberedLine[]): number {
  let index = from;
  for (;;) {
    const at = lines[index];
    const [, next = '', access = ''] = /^(.*?)((?: [🆁🆆])?)$/u.exec(lines[index + 1]?.text.trim() ?? '') ?? [];
    const [, mark, name = '', star = ''] = marked.exec(at?.text.trim() ?? '') ?? [];
    if (!at || name === '' || !isType(next)) break;
    const opens = (mark === '-' || mark === '+') && { opens: true as const };
    const flag = access === '' ? '' : `\t${access.trim() === '🆁' ? 'read-only' : 'write-only'}`;
    joined.push({ text: `${name}${star}\t${typeOf(next)}${flag}`, line: at.line, ...opens });
    index += 2;
  }
  return index;
}

function typeOf(text: string): string {
  const [, inside = text, lists = ''] = /^\[(.*)(\])$/.exec(text) ?? [];
  const bare = inside.replace(/┃null$/u, '');
  const nullable = bare === inside ? '' : ' or null';
  // the name of a format stands for its type
  const type = readCopiedType(bare) || bare === 'enum' ? bare : `string<${bare}>`;
  return `${type}${lists === '' ? '' : '[]'}${nullable}`;
}

/** A type, a list of one, or the name of a format. */
function isType(text: string): boolean {
  return nameOnly.test(text) || readCopiedType(text) !== undefined || /^\[\S+\]$|^\S+┃null$/u.test(text);
}

/** What copies the address of what stands above it. */
export const copyLink: RegExp = /^\s*copy link(?: to \S{1,200})?\s*$/i;

/**
 * The numbers of lines that name values of the first level: those with a link of their own, on pages where what is within others has
 * none. Empty where the page does not tell.
 */
export function topLines(lines: readonly NumberedLine[]): ReadonlySet<number> {
  const linked = new Set<number>();
  let isTold = false;
  for (const [index, { text, line }] of lines.entries()) {
    const next = lines[index + 1]?.text ?? '';
    if (nameOnly.test(text.trim()) && next.trim().toLowerCase() === `copy link to ${text.trim()}`.toLowerCase())
      linked.add(line);
    const isOwner = /^\s*for \S{1,120}$/.test(text) && fold.test(lines[index - 1]?.text.trim() ?? '');
    if (isOwner && nameOnly.test(next.trim()) && !copyLink.test(lines[index + 2]?.text ?? '')) isTold = true;
  }
  return isTold ? linked : new Set();
}
