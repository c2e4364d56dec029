import type { ProseBlock, TableBlock } from '../../pages/page.ts';
import { describesFields, tableColumns } from '../sections/columns.ts';
import { headingRole } from '../sections/heading-roles.ts';
import { namedEndpoints } from '../sections/section-endpoints.ts';
import { tableEndpoints } from '../sections/table-endpoints.ts';
import { sampleRequests } from '../sample-requests.ts';
import { codeLine, isPartTitle } from './text-lines.ts';
import { fieldItem, isJoined, quoted, typeLine } from './text-items.ts';
import type { LinePiece, TextPiece } from './text-pieces.ts';

/** How deep the headings of a page stand that are told by what they say. */
export const depths = { group: 1, title: 2, endpoint: 3, part: 4, status: 5, inner: 6 } as const;

const location = { document: '', line: 1 };

/** A line that is an endpoint and nothing else. */
export const endpointLine: RegExp =
  /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s{1,8}(?:https?:\/\/[^\s/]{1,200})?\/\S{0,500}$/;

/** A title with the endpoint behind it. */
const titledEndpoint = /^\S.{0,150}?\s[-–—:]\s(?:GET|POST|PUT|PATCH|DELETE)\s(?:https?:\/\/[^\s/]{1,200})?\/\S{0,500}$/;

const endpointLabel =
  /^(?:(?:https? )?(?:url|path|endpoint|method|uri|route|verb))\s?:\s(?=\S+$|(?:GET|POST|PUT|PATCH|DELETE)\s\S+$)/i;

/** A paragraph of the text, as Markdown has it. */
function paragraph(text: string): ProseBlock {
  return { kind: 'prose', form: 'paragraph', text: quoted(text), location };
}

/** Whether a line says where an operation is, and nothing else does. */
function namesOperation(piece: TextPiece): boolean {
  if (piece.kind === 'table') return (tableEndpoints(tableBlock(piece))?.length ?? 0) === 1;
  if (piece.kind === 'code') return false;
  if (piece.text.length > 600) return false;
  return (
    endpointLine.test(piece.text) ||
    titledEndpoint.test(piece.text) ||
    endpointLabel.test(piece.text) ||
    namedEndpoints(paragraph(piece.text)).length > 0
  );
}

/** The table that lines of a text are. */
export function tableBlock({ table }: TextPiece & { kind: 'table' }): TableBlock {
  return { kind: 'table', header: table.header, rows: table.rows.map(({ cells }) => ({ cells, location })), location };
}

/** Whether a line can be a title: no sentence, no part of an operation, no value. */
export function canBeTitle(piece: TextPiece | undefined, before: TextPiece | undefined): piece is LinePiece {
  if (piece?.kind !== 'line' || piece.text.length > 110 || !/^[\p{Lu}\d"'({]|^\p{L}+[_-]?/u.test(piece.text))
    return false;
  if (/[.,;:!?…]$|:\/\/|\t|^\S+:\s/.test(piece.text) || isPartTitle(piece.text) || endpointLine.test(piece.text))
    return false;
  if (piece.level === undefined && !/^[\p{Lu}\d]/u.test(piece.text) && !namedObject.test(piece.text)) return false;
  if (codeLine.test(piece.text)) return false;
  if (titledEndpoint.test(piece.text) || endpointLabel.test(piece.text) || /[.!?]\s/.test(piece.text)) return false;
  if (fieldItem(piece.text) !== undefined) return false;
  // the rest of a paragraph
  return piece.level !== undefined || piece.isApart || before?.kind !== 'line' || before.text.length < 70;
}

/** Whether a piece begins a list of what something holds. */
function beginsFields(pieces: readonly TextPiece[], at: number): boolean {
  const piece = pieces[at];
  if (piece?.kind === 'table') return describesFields(tableColumns(tableBlock(piece)));
  if (piece?.kind === 'item' || piece?.kind === 'line')
    return fieldItem(piece.text) !== undefined || isFieldHead(pieces, at);
  return false;
}

const name = /^[A-Za-z_$@][\w$.@[\]-]{0,99}\*?$/;

/** Whether a line is the name of a value whose type stands on the next. */
export function isFieldHead(pieces: readonly TextPiece[], at: number): boolean {
  const piece = pieces[at];
  const next = pieces[at + 1];
  if (piece?.kind !== 'line' || next?.kind !== 'line' || !name.test(piece.text)) return false;
  if (!typeLine(next.text)) return false;
  return isJoined(piece.text) || !(isPartTitle(piece.text) && /^[A-Z]/.test(piece.text));
}

/**
 * The depth of the heading that each piece is, by its place: undefined for those that are none. Levels that a converter has marked
 * are kept. Gives no diagnostics.
 */
export function headingDepths(pieces: readonly TextPiece[]): (number | undefined)[] {
  const found: (number | undefined)[] = pieces.map((piece) =>
    piece.kind === 'line' && piece.level !== undefined && piece.level > 0 ? piece.level : undefined,
  );
  if (found.some((depth) => depth !== undefined)) return found;
  // whether the part under way is an answer
  let answer = false;
  pieces.forEach((piece, at) => {
    if (piece.kind !== 'line' || endpointLabel.test(piece.text)) return;
    if (isFieldHead(pieces, at)) found[at] = depths.inner;
    else if (namedObject.test(piece.text) && beginsFields(pieces, at + 1)) found[at] = depths.inner;
    else if (isFieldHead(pieces, at - 1) || isFieldLine(pieces, at)) return;
    else if (isPartTitle(piece.text.replace(/:$/, ''))) {
      found[at] = partDepth(piece.text, answer);
      if (found[at] === depths.part) answer = /^(?:response|error)$/.test(headingRole(piece.text).role);
    } else if (endpointLine.test(piece.text) || titledEndpoint.test(piece.text)) {
      const before = pieces[at - 1];
      const isDefinition = found[at - 1] === depths.part && before?.kind === 'line' && announcesEndpoint(before);
      if (!isDefinition) found[at] = depths.endpoint;
    }
  });
  const titled = new Set<number>();
  pieces.forEach((piece, at) => {
    const before = pieces[at - 1];
    const isCall = piece.kind === 'code' && canBeTitle(before, pieces[at - 2]) && isRequest(piece);
    if ((isCall || namesOperation(piece)) && titleAbove(pieces, at, found)) titled.add(at);
  });
  // a title of its own is the heading of each operation, where all have one
  const endpoints = pieces.flatMap((_, at) => (found[at] === depths.endpoint ? [at] : []));
  if (endpoints.every((at) => titled.has(at))) for (const at of endpoints) found[at] = undefined;
  let first = found.findIndex((depth) => depth !== undefined);
  pieces.forEach((piece, at) => {
    if (found[at] !== undefined || isFieldHead(pieces, at - 1) || !canBeTitle(piece, pieces[at - 1])) return;
    const isFirst = first === -1 || at < first;
    if (beginsFields(pieces, at + 1)) found[at] = namedObject.test(piece.text) ? depths.inner : depths.title;
    else if (isFirst || found[at + 1] === depths.title || (piece.level === 0 && found[at + 1] === depths.endpoint))
      found[at] = depths.group;
    else if (piece.level === 0) found[at] = depths.part;
    if (isFirst && found[at] !== undefined) first = at;
  });
  return found;
}

/** The heading over what a value holds that is named elsewhere. */
export const namedObject: RegExp = /^[\w$.@[\]-]{1,100} object$/;

const announcesEndpoint = ({ text }: LinePiece): boolean => headingRole(text).role === 'endpoint';

/** What is noted of a value on a line of its own. */
export const note: RegExp =
  /^(?:type|required|default|example|format|optional|values?|allowed values|possible values): \S/i;

/** A name before a dash. */
const dashedName = /^[A-Za-z_$@][\w$.@[\]-]{0,99}\s[-–—](?:\s|$)/;

/** Whether a line is about a value: its name with notes, or with notes on the lines below. */
export function isFieldLine(pieces: readonly TextPiece[], at: number): boolean {
  const piece = pieces[at];
  const next = pieces[at + 1];
  if (piece?.kind !== 'line') return false;
  if (dashedName.test(piece.text) && next?.kind === 'line' && /^type: \S/i.test(next.text)) return true;
  return (
    (/^[a-z_$@]/.test(piece.text) || isJoined(piece.text.split(/[\s(:]/, 1)[0] ?? '')) &&
    fieldItem(piece.text) !== undefined
  );
}

function partDepth(text: string, isOfAnswer: boolean): number {
  // an example below an answer is one of it
  if (isOfAnswer && headingRole(text).role === 'example') return depths.status;
  return headingRole(text).status !== undefined && /^\d/.test(text) ? depths.status : depths.part;
}

function isRequest({ code }: TextPiece & { kind: 'code' }): boolean {
  return code.language === 'bash' && sampleRequests(code.text, { document: '', firstLine: 1 }).length > 0;
}

/** Marks the title that stands above what names an operation; whether there is one. */
function titleAbove(pieces: readonly TextPiece[], at: number, found: (number | undefined)[]): boolean {
  let texts = 0;
  for (let index = at - 1; index >= 0 && index > at - 6; index -= 1) {
    const piece = pieces[index];
    if (piece?.kind !== 'line' || found[index] === depths.endpoint || found[index] === depths.title) return false;
    if (found[index] === depths.part && announcesEndpoint(piece)) continue;
    const before = pieces[index - 1];
    const marked: LinePiece = { ...(piece as LinePiece), level: 0 };
    const isTitle = canBeTitle(piece, before) || (index === at - 1 && canBeTitle(marked, before));
    if (found[index] === undefined && !isFieldHead(pieces, index - 1) && isTitle) {
      found[index] = depths.title;
      return true;
    }
    if (found[index] !== undefined || texts > 1 || !piece.text.endsWith('.')) return false;
    texts += 1;
  }
  return false;
}
