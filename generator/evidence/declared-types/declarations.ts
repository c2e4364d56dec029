import type { Location } from '../../base/location.ts';
import type { CodeBlock } from '../../pages/page.ts';

/** A part of a text, and the line of the code block on which it begins (0 for the first). */
export interface Piece {
  readonly text: string;
  readonly line: number;
}

/** A member of a type as it is declared: `name?: type`, with the comments before and behind it. */
export interface Member {
  readonly name: string;
  readonly isOptional: boolean;
  readonly type: Piece;
  readonly comment: string;
}

/** A type that code declares: `interface Parcel { … }`, `type Kind = 'a' | 'b'`, `enum Kind { A = 'a' }`. */
export interface Declaration {
  readonly name: string;
  readonly parameters: readonly string[];
  /** What it takes over: `extends Base`. */
  readonly bases: readonly Piece[];
  /** The type that it stands for; braces with members for an interface. */
  readonly type: Piece;
  readonly comment: string;
  readonly location: Location;
  readonly block: CodeBlock;
}

/** The declarations of a page by their names. */
export type Declared = ReadonlyMap<string, Declaration>;

/** Longer code declares no types of a body. */
const maxText = 50_000;

const languages = /^(?:ts|tsx|typescript|typescriptreact|)$/;

const opening =
  /^[ \t]{0,20}(?:export[ \t]{1,5})?(?:default[ \t]{1,5})?(?:declare[ \t]{1,5})?(?:(interface)[ \t]{1,5}([A-Za-z_$][\w$]{0,100})[ \t]{0,5}(?:<([^<>\n]{1,200})>)?[ \t]{0,5}(?:extends[ \t]{1,5}([^{\n]{1,500}?))?[ \t]{0,5}(?=\{)|(type)[ \t]{1,5}([A-Za-z_$][\w$]{0,100})[ \t]{0,5}(?:<([^<>\n]{1,200})>)?[ \t]{0,5}=(?=[\s{|'"A-Za-z([])|(?:const[ \t]{1,5})?(enum)[ \t]{1,5}([A-Za-z_$][\w$]{0,100})[ \t]{0,5}(?=\{))/gm;

/** The types that a code block declares in TypeScript; empty for other code. Gives no diagnostics. */
export function declarationsIn(block: CodeBlock): Declaration[] {
  if (!languages.test(block.language ?? '') || block.text.length > maxText) return [];
  if (!/\b(?:interface|type|enum)[ \t]/.test(block.text)) return [];
  if (block.text.lastIndexOf('/*') > block.text.lastIndexOf('*/')) return [];
  const text = block.text;
  const found: Declaration[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const [, isInterface, interfaceName, own, bases, , alias, aliasParameters, isEnum, enumName] = match;
    const end =
      isInterface !== undefined || isEnum !== undefined
        ? closing(text, opening.lastIndex)
        : aliasEnd(text, opening.lastIndex);
    // all that follows stands in what nothing closes
    if (end === undefined) break;
    const line = lineOf(text, match.index);
    const type = {
      text: text.slice(opening.lastIndex, end).trim().replace(/;$/, ''),
      line: lineOf(text, opening.lastIndex),
    };
    found.push({
      name: interfaceName ?? alias ?? enumName ?? '',
      parameters: (own ?? aliasParameters ?? '')
        .split(',')
        .flatMap((one) => /^[A-Za-z_$][\w$]*/.exec(one.trim())?.[0] ?? []),
      bases: bases === undefined ? [] : splitTop(bases, ',').map((one) => ({ text: one.text.trim(), line })),
      type: isEnum === undefined ? type : { ...type, text: enumUnion(type.text) },
      comment: commentBefore(text, match.index),
      location: locationOf(block, line, lineOf(text, end)),
      block,
    });
    opening.lastIndex = end;
  }
  return found;
}

/** The place of some lines of a code block's text (0 for the first), wherever a template took them from. */
export function locationOf(block: CodeBlock, from: number, to: number = from): Location {
  const { document } = block.location;
  const own = block.lines?.[Math.min(from, block.lines.length - 1)];
  if (own) return own;
  return { document, line: block.textLine + from, ...(to > from && { endLine: block.textLine + to }) };
}

function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** The text of a comment that ends right before an offset. */
function commentBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - 2000), offset).trimEnd();
  const block = before.endsWith('*/') ? before.slice(before.lastIndexOf('/*')) : undefined;
  return block === undefined ? '' : plainComment(block);
}

/** The values of an enumeration as the union that it stands for. */
function enumUnion(body: string): string {
  const members = splitTop(body.slice(1, -1), ',').map(({ text }) => withoutComments(text).trim());
  const values = members
    .map((member) => /=\s*(["'][^"'\n]*["']|-?\d+)$/.exec(member)?.[1])
    .filter((one) => one !== undefined);
  return values.length > 0 && values.length === members.filter((member) => member !== '').length
    ? values.join(' | ')
    : 'unknown';
}

const pieces = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|=>|[{}[\]()<>]/g;

/** The offset behind the brace that closes the one which stands next at `from`; undefined where none does. */
function closing(text: string, from: number): number | undefined {
  let depth = 0;
  for (const match of matchesFrom(text, from)) {
    const [found] = match;
    if (/^[{[(<]$/.test(found)) depth += 1;
    else if (/^[}\])>]$/.test(found)) depth -= 1;
    if (depth === 0 && found === '}') return match.index + 1;
    if (depth < 0) return undefined;
  }
  return undefined;
}

function* matchesFrom(text: string, from: number): Generator<RegExpExecArray> {
  const pattern = new RegExp(pieces);
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) yield match;
}

/** Where the type of an alias ends: at a semicolon, or at a line that goes on with nothing. */
function aliasEnd(text: string, from: number): number {
  const end = splitTop(text.slice(from), ';\n')[0];
  return from + (end?.length ?? 0);
}

interface TopPiece extends Piece {
  /** The length with the separators behind it. */
  readonly length: number;
}

/** A line that goes on with the one before: `| 'b'`. */
const goesOn = /^\s*[|&]/;

/**
 * The parts of a text between separators (`;`, `,`, or lines that nothing goes on with), outside of brackets, texts and comments.
 * Gives no diagnostics.
 */
export function splitTop(text: string, separators: string): TopPiece[] {
  const found: TopPiece[] = [];
  let depth = 0;
  let start = 0;
  let line = 0;
  const byLine = separators.includes('\n');
  const pattern =
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|=>|[{}[\]()<>]|[;,|&\n]/g;
  const cut = (end: number, next: number): void => {
    const part = text.slice(start, end);
    if (part.trim() !== '') found.push({ text: part, line, length: next });
    line += text.slice(start, next).split('\n').length - 1;
    start = next;
  };
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [token] = match;
    if (/^[{[(<]$/.test(token)) depth += 1;
    else if (/^[}\])>]$/.test(token)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !separators.includes(token)) continue;
    if (token === '\n') {
      const before = withoutComments(text.slice(start, match.index)).trimEnd();
      const isOpen = /[|&:=?]$/.test(before) || goesOn.test(text.slice(match.index + 1, match.index + 200));
      // what stands alone on its lines is a comment of what follows
      if (!byLine || before.trim() === '' || isOpen) continue;
    }
    // a comment behind the separator on its line belongs to what stands before
    const behind =
      token === '\n' ? '' : (/^[ \t]*\/\/[^\n]*/.exec(text.slice(match.index + 1, match.index + 500))?.[0] ?? '');
    const at = match.index + 1 + behind.length;
    if (behind !== '') {
      const part = `${text.slice(start, match.index)} ${behind.trim()}`;
      found.push({ text: part, line, length: at });
      line += text.slice(start, at).split('\n').length - 1;
      start = at;
      pattern.lastIndex = at;
    } else cut(match.index, at);
  }
  cut(text.length, text.length);
  return found;
}

/** Code without its comments. */
export function withoutComments(text: string): string {
  return text.replaceAll(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, quoted?: string) => quoted ?? '',
  );
}

function plainComment(text: string): string {
  return text
    .replaceAll(/^\/\*\*?|\*\/$|^\/\//g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\*(?!\*)|\/\/)?[ \t]?/, '').trimEnd())
    .join('\n')
    .trim();
}

const memberForm =
  /^(?:readonly\s{1,5})?(?:(["'])([^"'\n]{1,200})\1|([A-Za-z_$][\w$-]{0,200}))\s{0,5}(\?)?\s{0,5}:\s{0,5}([\s\S]{1,20000})$/;

/** So many comments stand behind a member. */
const mostBehind = 10;

/** A text without the comments at its end, and these. */
function withoutEnd(text: string): { readonly plain: string; readonly behind: string } {
  let plain = text.trimEnd();
  for (let count = 0; count < mostBehind; count += 1) {
    const lineStart = plain.lastIndexOf('\n') + 1;
    const last = plain.slice(lineStart);
    const own = withoutComments(last);
    if (plain.endsWith('*/') && plain.includes('/*')) plain = plain.slice(0, plain.lastIndexOf('/*')).trimEnd();
    else if (own !== last && last.startsWith(own)) plain = (plain.slice(0, lineStart) + own).trimEnd();
    else break;
  }
  return { plain: plain.trim(), behind: text.slice(plain.length) };
}

function commentsIn(text: string): string[] {
  return [...text.matchAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g)].map(([one]) => plainComment(one));
}

/** The members of a type in braces; what is no value, such as a function or an index, is left out. Gives no diagnostics. */
export function membersOf({ text, line }: Piece): Member[] {
  const inner = text.trim().slice(1, -1);
  return splitTop(inner, ';,\n').flatMap((part): Member[] => {
    const head = /^(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*/.exec(part.text)?.[0] ?? '';
    const { plain, behind } = withoutEnd(part.text.slice(head.length));
    const [, , quoted, name = quoted ?? '', mark, type = ''] = memberForm.exec(plain) ?? [];
    if (name === '' || /^[^{]*=>/.test(type.trim())) return [];
    const comments = [...commentsIn(head), ...commentsIn(behind)];
    const at = line + part.line + head.split('\n').length - 1;
    const comment = comments.filter((one) => one !== '').join('\n');
    return [{ name, isOptional: mark !== undefined, type: { text: type.trim(), line: at }, comment }];
  });
}

/** A member of a type as TypeScript ends it on its line: with a semicolon, which no value of JSON or JavaScript has behind it. */
const typeMember =
  /^[ \t]{0,40}(?:["'][\w$.-]{1,100}["']|[\w$]{1,100})\??:[ \t]{0,5}[^;{}\n]{1,300};[ \t]{0,5}(?:\/\/[^\n]{0,1000})?$/m;

/** Whether code that names no language is a type of TypeScript without a name. Gives no diagnostics. */
export function isUnlabelledType({ language = '', text }: CodeBlock): boolean {
  return /^(?:text|plaintext|plain|)$/.test(language) && /^[{/]/.test(text.trim()) && typeMember.test(text);
}
