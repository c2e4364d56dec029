import type { Location } from '../../base/location.ts';
import type { ListItem, ProseBlock } from '../../pages/page.ts';

/** An item of a list as Markdown, and how far it is indented. */
export interface Item {
  readonly indent: number;
  readonly text: string;
  readonly location: Location;
}

/** The list of some items; undefined where there are none. Gives no diagnostics. */
export function listOf(written: readonly Item[]): ProseBlock | undefined {
  const items = placed(written);
  const [first] = items;
  const end = items.at(-1)?.location;
  if (!first || !end) return undefined;
  const { document, line } = first.location;
  const endLine = end.endLine ?? end.line;
  const least = Math.min(...items.map(({ indent }) => indent));
  return {
    kind: 'prose',
    form: 'list',
    text: items.map(({ indent, text }) => `${' '.repeat(indent - least)}- ${text}`).join('\n'),
    items: tree(items),
    location: { document, line, ...(endLine > line && { endLine }) },
  };
}

const nameOf = (text: string): string => /^`([^`]+)`/.exec(text)?.[1] ?? '';

/**
 * Items whose place is told. A page that lost how far its items were indented may show those of an object behind it; where names stand
 * twice, it does, and nothing tells where each belongs behind the first object.
 */
function placed(items: readonly Item[]): readonly Item[] {
  const least = Math.min(...items.map(({ indent }) => indent));
  const names = items
    .flatMap(({ indent, text }) => (indent === least ? [nameOf(text)] : []))
    .filter((name) => name !== '');
  if (new Set(names).size === names.length) return items;
  const parents = new Set(
    names.flatMap((name) => [...name.matchAll(/[.[]/g)].map(({ index }) => name.slice(0, index))),
  );
  const first = items.findIndex(({ text }, at) => {
    const name = nameOf(text);
    const notes = items.slice(at, at + 3).map((one) => one.text);
    const isObject =
      /^`[^`]+`.{0,60}\bobjects?\b/i.test(text) || notes.some((note) => /^Type: .{0,40}\bobjects?\b/i.test(note));
    return name !== '' && isObject && !parents.has(name);
  });
  const next = items.findIndex(({ indent }, at) => at > first && indent === least);
  return first === -1 || next === -1 ? items : items.slice(0, next);
}

/** Items as a tree, by how far each is indented. */
function tree(items: readonly Item[]): ListItem[] {
  const result: ListItem[] = [];
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (!item) break;
    let end = at + 1;
    while ((items[end]?.indent ?? -1) > item.indent) end += 1;
    result.push({ text: item.text, items: tree(items.slice(at + 1, end)), blocks: [], location: item.location });
    at = end;
  }
  return result;
}
