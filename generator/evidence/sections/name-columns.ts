import type { CodeBlock, ListItem } from '../../pages/page.ts';

/** A name, and behind a gap or in front of a note what is said of it: `limit    integer, default 20`, `size (integer, optional) Width`. */
const row = /^([A-Za-z_$][\w$.[\]-]{0,60})(?:\s{2,40}(\S.{0,500})|\s(\([^()\n]{1,200}\).{0,500}))$/;

/**
 * The values that indented text describes in two columns, as manual pages have them, or by a note behind each name; lines that are
 * indented further go on with the one before. Undefined for code that is fenced or is anything else. Gives no diagnostics.
 */
export function nameColumns({ text, language, info, textLine, location }: CodeBlock): ListItem[] | undefined {
  const isFenced = location.line !== textLine;
  if (isFenced || language !== undefined || info !== '' || text.length > 5000) return undefined;
  const items: ListItem[] = [];
  const lines = text.split('\n');
  const [indent = ''] = /^\s*/.exec(lines[0] ?? '') ?? [];
  for (const [index, line] of lines.entries()) {
    const own = line.startsWith(indent) ? line.slice(indent.length).trimEnd() : line.trim();
    const last = items.at(-1);
    const [, name, behind, noted] = row.exec(own) ?? [];
    const said = behind ?? noted;
    if (name !== undefined && said !== undefined) {
      const place = { document: location.document, line: textLine + index };
      items.push({ text: `\`${name}\`: ${said}`, items: [], blocks: [], location: place });
    } else if (last && /^\s{2,}\S/.test(own)) items[items.length - 1] = { ...last, text: `${last.text} ${own.trim()}` };
    else if (own !== '') return undefined;
  }
  return items.length > 0 ? items : undefined;
}
