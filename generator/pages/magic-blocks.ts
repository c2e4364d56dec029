import { isDataFailure, parseData } from '../base/data.ts';
import { isObject, own, ownArray, ownObject, ownString, type JsonValue } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import { pointerTokens } from '../base/pointer.ts';
import type { Block, TableBlock } from './page.ts';
import type { Tag } from './tag.ts';

/** What begins a stretch of a text that holds JSON between brackets: `[block:parameters]` … `[/block]`. */
const begin = /^\[block:([a-z-]{1,40})\][ \t]{0,20}$/gm;
const closing = '[/block]';

/**
 * The blocks that a Markdown text holds as JSON, as ReadMe writes them, each as an empty tag that knows its blocks: tables
 * (`parameters`), code with its tabs (`code`), headings (`api-header`) and notes (`callout`). Blocks of other kinds and broken JSON stay text.
 */
export function magicBlocks(text: string, from: number, place: (offset: number) => Location): Tag[] {
  const tags: Tag[] = [];
  let at = from;
  for (;;) {
    begin.lastIndex = at;
    const match = begin.exec(text);
    const close = match ? text.indexOf(closing, begin.lastIndex) : -1;
    if (!match || close === -1) return tags;
    const end = close + closing.length;
    const tag = { kind: 'empty', name: 'block', attributes: {}, start: match.index, end } as const;
    const location = place(match.index);
    const json = text.slice(match.index + match[0].length, close);
    const data = parseData(json, { document: location.document, firstLine: location.line });
    const blocks = isDataFailure(data)
      ? undefined
      : jsonBlocks(match[1] ?? '', data.value, (one) => data.locate(one), location);
    if (blocks) tags.push({ ...tag, blocks });
    at = end;
  }
}

type Locate = (pointer: string) => Location;

function jsonBlocks(kind: string, value: JsonValue, locate: Locate, location: Location): Block[] | undefined {
  if (!isObject(value)) return undefined;
  switch (kind) {
    case 'parameters':
      return tableBlocks(ownObject(value, 'data') ?? {}, locate, location);
    case 'code':
      return codeBlocks(ownArray(value, 'codes') ?? [], locate);
    case 'api-header': {
      const text = ownString(value, 'title') ?? '';
      const level = own(value, 'level');
      return text === '' ? [] : [{ kind: 'heading', depth: typeof level === 'number' ? level : 2, text, location }];
    }
    case 'callout': {
      const text = ownString(value, 'body') ?? '';
      const title = (ownString(value, 'title') ?? '').trim();
      const note: Block = { kind: 'prose', form: 'quote', text, location };
      if (text === '') return [];
      return title === ''
        ? [note]
        : [{ kind: 'element', tag: 'Callout', attributes: { title }, children: [note], location }];
    }
    default:
      return undefined;
  }
}

/** `h-0` is a header, `2-1` the cell of the third row and the second column. */
function tableBlocks(cells: Readonly<Record<string, JsonValue>>, locate: Locate, location: Location): Block[] {
  const header: string[] = [];
  const rows = new Map<number, { cells: string[]; location: Location }>();
  for (const [key, value] of Object.entries(cells)) {
    const [, row = '', column = ''] = /^(h|\d{1,4})-(\d{1,3})$/.exec(key) ?? [];
    if (column === '' || typeof value !== 'string') continue;
    const text = value.replaceAll('\n', '<br>').trim();
    if (row === 'h') header[Number(column)] = text;
    else {
      const known = rows.get(Number(row)) ?? { cells: [], location: locate(`/data/${pointerTokens(`/${key}`)[0]}`) };
      known.cells[Number(column)] = text;
      rows.set(Number(row), known);
    }
  }
  const sorted = [...rows].toSorted(([left], [right]) => left - right).map(([, row]) => row);
  const body = sorted.map((row) => ({ cells: filled(row.cells), location: row.location }));
  const table: TableBlock = { kind: 'table', header: filled(header), rows: body, location };
  return header.length > 0 ? [table] : [];
}

function codeBlocks(codes: readonly JsonValue[], locate: Locate): Block[] {
  return codes.flatMap((code, index): Block[] => {
    const text = ownString(code, 'code');
    if (text === undefined) return [];
    const language = ownString(code, 'language') ?? '';
    const location = locate(`/codes/${index}`);
    const info = ownString(code, 'name') ?? '';
    return [
      {
        kind: 'code',
        ...(language !== '' && { language: language.toLowerCase() }),
        info,
        text,
        textLine: location.line,
        location,
      },
    ];
  });
}

/** A row whose cells were given one by one, without holes. */
function filled(list: readonly string[]): string[] {
  return Array.from(list, (cell) => cell ?? '');
}
