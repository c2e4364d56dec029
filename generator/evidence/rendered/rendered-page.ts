import type { Location } from '../../base/location.ts';
import type { Block, Page, TableBlock } from '../../pages/page.ts';
import { tableColumns } from '../sections/columns.ts';
import { slug } from '../sections/outline.ts';
import { endpointLine, headingDepths, isFieldHead, isFieldLine, note } from './text-roles.ts';
import { fieldItem, objectOf, quoted, typeLine, withValues } from './text-items.ts';
import { withObjectDepths } from './text-objects.ts';
import { textLines } from './text-lines.ts';
import { listOf, type Item } from './text-lists.ts';
import { withoutMenus } from './text-menus.ts';
import { textPieces, type ItemPiece, type LinePiece, type TextPiece } from './text-pieces.ts';

/**
 * The text of a rendered page, as a person copies it from a browser or a text browser prints it, cut into the blocks that the page
 * showed: headings are told by what they say and what follows them, tables by tabs, rules or columns, code by its brackets. The
 * lines of the page stay. Gives no diagnostics.
 */
export function renderedPage(page: Page): Page {
  const pieces = withoutMenus(textPieces(textLines(page.text)));
  const depths = withObjectDepths(pieces, headingDepths(pieces));
  const titles = new Set(
    pieces.flatMap((piece, at) =>
      depths[at] !== undefined && piece.kind === 'line' ? [piece.text.toLowerCase()] : [],
    ),
  );
  const state: State = { pieces, depths, titles, document: page.path, blocks: [], items: [] };
  for (let at = 0; at < pieces.length; at += 1) at += addPiece(state, at);
  closeList(state);
  return { ...page, format: 'markdown', blocks: state.blocks };
}

interface State {
  readonly pieces: readonly TextPiece[];
  readonly depths: readonly (number | undefined)[];
  /** The headings of the page, in lower case. */
  readonly titles: ReadonlySet<string>;
  readonly document: string;
  readonly blocks: Block[];
  items: Item[];
}

/** Adds what a piece stands for; returns how many of those behind it are read with it. */
function addPiece(state: State, at: number): number {
  const piece = state.pieces[at];
  if (!piece) return 0;
  switch (piece.kind) {
    case 'code': {
      closeList(state);
      const { text, language } = piece.code;
      state.blocks.push({
        kind: 'code',
        language,
        info: '',
        text,
        textLine: piece.first + 1,
        location: place(state, piece),
      });
      return 0;
    }
    case 'table':
      closeList(state);
      state.blocks.push(table(state, piece));
      return 0;
    case 'item':
      return addItem(state, at, piece, piece.indent);
    case 'line':
      return addLine(state, at, piece);
  }
}

function place({ document }: Pick<State, 'document'>, { first, last }: { first: number; last: number }): Location {
  return { document, line: first + 1, ...(last > first && { endLine: last + 1 }) };
}

const nameCell = /^((?:&nbsp;|↳\s?|-\s)*)([A-Za-z_$@][\w$.@[\]-]{0,99}\??)(\*?)$/;

function table(state: State, { table: { header, rows }, ...piece }: TextPiece & { kind: 'table' }): TableBlock {
  const location = place(state, piece);
  const plain: TableBlock = { kind: 'table', header, rows: rows.map(({ cells }) => ({ cells, location })), location };
  const names = tableColumns(plain).get('name');
  return {
    kind: 'table',
    header,
    rows: rows.map(({ cells, line }) => ({
      cells: cells.map((cell, column) =>
        column === names
          ? cell.replace(
              nameCell,
              (_, before: string, name: string, star: string) => `${before}\`${name}\`${star && '\\*'}`,
            )
          : withValues(linked(state, cell)),
      ),
      location: { document: state.document, line: line + 1 },
    })),
    location,
  };
}

/** A type that is the title of a section, with the link to it that the page had. */
function linked({ titles }: Pick<State, 'titles'>, text: string): string {
  const name = objectOf(text);
  if (name.length < 3 || !titles.has(name) || !/^(?:.*\s)?\p{Lu}/u.test(text)) return text;
  const at = text.length - name.length;
  return `${text.slice(0, at)}[${text.slice(at)}](#${slug(text.slice(at))})`;
}

/** A sentence with the link to the section that it names. */
function linkedText({ titles }: State, text: string): string {
  return text.replaceAll(
    /(?<=\b(?:an?|(?:list|array)\sof)\s)\p{Lu}[\w-]{0,40}(?:\s[\w-]{1,40}){0,4}/gu,
    (words: string) => {
      const parts = words.split(' ');
      const count =
        parts.findLastIndex((_, at) =>
          titles.has(
            parts
              .slice(0, at + 1)
              .join(' ')
              .toLowerCase(),
          ),
        ) + 1;
      const name = parts.slice(0, count).join(' ');
      return count === 0 ? words : `[${name}](#${slug(name)})${words.slice(name.length)}`;
    },
  );
}

function itemText(state: State, text: string): string {
  const field =
    fieldItem(text, state.titles) ?? text.replace(/^[A-Za-z_$@][\w$.@[\]-]{0,99}(?=\s[-–—](?:\s|$))/, '`$&`');
  if (!field.startsWith('`')) return labelledEndpoint(text, true) ?? quoted(text.replace(statusItem, '`$1`'));
  return withValues(field)
    .replace(/(?<=^`[^`]+`\S{0,2}\s?\()[^(),]{3,100}/, (type) => linked(state, type))
    .replace(/(?<=^`[^`]+`.{0,15}\s\*)[^*]{3,100}(?=\*)/, (type) => linked(state, type))
    .replace(/(?<=^`[^`]+`(?::|\s[-–—])\s)[^.(,]{3,100}?(?=$|[.(,]|\s[-–—(])/, (type) => linked(state, type));
}

/** A status before what it means. */
const statusItem = /^([1-5]\d\d)(?=\s?[:–—-]\s)/;

const token = /^[\w./:+-]{1,60}$/;
const overValues = /\b(?:one of|values(?: are)?|either|any of|allowed):$/i;

/** Adds an item, with the notes and values on lines of their own behind it. */
function addItem(state: State, at: number, piece: ItemPiece | LinePiece, indent: number): number {
  const single = piece.text.includes('\n') ? piece.text.replaceAll('\n', ' ') : piece.text;
  const text =
    token.test(single) && indent > (state.items.at(-1)?.indent ?? indent) ? `\`${single}\`` : itemText(state, single);
  state.items.push({ indent, text, location: place(state, piece) });
  let read = 0;
  const next = (): LinePiece | undefined => {
    const one = state.pieces[at + read + 1];
    return one?.kind === 'line' && !one.isApart && one.level === undefined ? one : undefined;
  };
  const add = (one: LinePiece, written: string): void => {
    state.items.push({ indent: indent + 2, text: written, location: place(state, one) });
    read += 1;
  };
  if (overValues.test(single))
    for (let one = next(); one && token.test(one.text); one = next()) add(one, `\`${one.text}\``);
  for (let one = next(); one && note.test(one.text); one = next()) add(one, one.text);
  // a text below the name and its notes
  const below = next();
  if (
    single.endsWith(')') &&
    below &&
    /\s\S+\s|\.$/.test(below.text) &&
    state.depths[at + read + 1] === undefined &&
    fieldItem(below.text, state.titles) === undefined
  ) {
    const last = state.items.at(-1);
    if (last) state.items[state.items.length - 1] = { ...last, text: `${last.text}: ${below.text}` };
    read += 1;
  }
  return read;
}

function addLine(state: State, at: number, piece: LinePiece): number {
  const depth = state.depths[at];
  const { text } = piece;
  const next = state.pieces[at + 1];
  if (isFieldHead(state.pieces, at) && next?.kind === 'line') {
    const notes = typeLine(next.text, state.titles);
    if (notes && !next.isApart) {
      const said = notes.said === '' ? '' : `: ${notes.said}`;
      state.items.push({
        indent: 0,
        text: `\`${text}\` (${notes.notes})${said}`,
        location: place(state, { first: piece.first, last: next.last }),
      });
      return 1;
    }
  }
  if (depth !== undefined) {
    closeList(state);
    const inner = /^(\S+)\sobject$/.exec(text)?.[1];
    const shown = isFieldHead(state.pieces, at) ? `\`${text}\`` : inner === undefined ? text : `\`${inner}\` object`;
    state.blocks.push({ kind: 'heading', depth, text, marked: shown, location: place(state, piece) });
    return 0;
  }
  const isField = fieldItem(text, state.titles) !== undefined || isFieldLine(state.pieces, at) || statusItem.test(text);
  if (isField || pairOf(state.pieces, at)) return addItem(state, at, piece, 0);
  closeList(state);
  const read = paragraphLines(state, at);
  const texts = state.pieces.slice(at, at + read + 1).flatMap((one) => ('text' in one ? [one.text] : []));
  const last = state.pieces[at + read]?.last ?? piece.last;
  state.blocks.push({
    kind: 'prose',
    form: 'paragraph',
    text: texts
      .map((one) =>
        endpointLine.test(one)
          ? `\`${one}\``
          : (labelledEndpoint(one, false) ?? linkedText(state, withValues(quoted(one)))),
      )
      .join('\n'),
    location: place(state, { first: piece.first, last }),
  });
  const values = overValues.test(text) ? state.pieces.slice(at + 1) : [];
  for (const one of values) {
    if (one.kind !== 'line' || !token.test(one.text)) break;
    state.items.push({ indent: 0, text: `\`${one.text}\``, location: place(state, one) });
  }
  return read + state.items.length;
}

const label = /^(?:method|path|url|endpoint)\s?:\s\S/i;

/** The label of an endpoint, or of a part of one. */
const endpointLabel =
  /^((?:https? )?(?:method|path|url|uri|route|endpoint|verb)|(?:status )?code)(\s?:\s)(?=\S+$|(?:GET|POST|PUT|PATCH|DELETE)\s\S+$|[1-5]\d\d\b)(.*)$/i;

/** What stands behind the label of an endpoint in code, and the label in bold where it is a paragraph. */
function labelledEndpoint(text: string, isItem: boolean): string | undefined {
  const [, word = '', colon = '', value = ''] = endpointLabel.exec(text) ?? [];
  if (value === '' || !/^[A-Z]{3,7}(?:\s|$)|\/|^[1-5]\d\d(?: [\w' -]{1,40})?$/.test(value)) return undefined;
  return `${isItem ? word : `**${word}**`}${colon}\`${value}\``;
}

/** Whether a line is one of two that say method and path. */
function pairOf(pieces: readonly TextPiece[], at: number): boolean {
  const one = pieces[at];
  const next = pieces[at + 1];
  if (!isLabelled(one)) return false;
  return (isLabelled(next) && !next.isApart) || (isLabelled(pieces[at - 1]) && !one.isApart);
}

function isLabelled(piece: TextPiece | undefined): piece is LinePiece {
  return piece?.kind === 'line' && label.test(piece.text);
}

/** How many lines behind one are the rest of its paragraph. */
function paragraphLines({ pieces, depths, titles }: State, at: number): number {
  let read = 0;
  for (;;) {
    const before = pieces[at + read];
    const next = pieces[at + read + 1];
    if (before?.kind !== 'line' || next?.kind !== 'line' || next.isApart || before.text.length < 60) return read;
    if (depths[at + read + 1] !== undefined || fieldItem(next.text, titles) !== undefined) return read;
    read += 1;
  }
}

function closeList(state: State): void {
  const list = listOf(state.items);
  state.items = [];
  if (list) state.blocks.push(list);
}
