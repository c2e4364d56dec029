import type { Block, ElementBlock, TableBlock } from '../../pages/page.ts';

type Row = TableBlock['rows'][number];

/**
 * An HTML table as the table block that Markdown would give; one whose rows are headed by names in code, or that has three or more columns
 * and nothing that heads them, has an empty header. Undefined for one without a header row and a row below it. Gives no diagnostics.
 */
export function htmlTable(element: ElementBlock): TableBlock | undefined {
  const rows = rowsOf(element);
  if (rows.length > 0 && rows.every(isHeadedByCode))
    return { kind: 'table', header: ['', ''], rows, location: element.location };
  const width = rows[0]?.cells.length ?? 0;
  if (width > 2 && rows.every(({ cells }) => cells.length === width) && !hasHeader(element))
    return { kind: 'table', header: Array.from({ length: width }, () => ''), rows, location: element.location };
  const [header, ...body] = rows;
  if (!header || body.length === 0) return undefined;
  return { kind: 'table', header: header.cells, rows: body, location: element.location };
}

/** Whether a cell, a row or a group of a table heads others (HTML, sections 4.9.6 and 4.9.10). */
function hasHeader({ children }: ElementBlock): boolean {
  return children.some((child) => child.kind === 'element' && (/^th(?:ead)?$/i.test(child.tag) || hasHeader(child)));
}

/** Whether a row is a name or a status in code, and what is said of it. */
function isHeadedByCode({ cells: [name = '', ...others] }: Row): boolean {
  return others.length === 1 && /^`(?:[A-Za-z_$][^`\s]{0,100}|[1-5]\d\d(?: [A-Za-z ]{1,40})?)`$/.test(name);
}

function rowsOf(element: ElementBlock): Row[] {
  return element.children.flatMap((child): Row[] => {
    if (child.kind !== 'element') return [];
    if (child.tag.toLowerCase() !== 'tr') return /^(?:thead|tbody|tfoot)$/i.test(child.tag) ? rowsOf(child) : [];
    const cells = child.children.filter((cell) => cell.kind === 'element' && /^t[hd]$/i.test(cell.tag));
    return cells.length === 0 ? [] : [{ cells: cells.map((cell) => markdown(cell)), location: child.location }];
  });
}

/** What stands in a cell, with inline tags as the Markdown they stand for. */
function markdown(block: Block): string {
  if (block.kind === 'element') {
    const item = block.tag.toLowerCase() === 'li' ? '- ' : '';
    return block.children
      .map((child) => `${item}${markdown(child)}`)
      .join('\n')
      .trim();
  }
  if (block.kind !== 'prose') return 'text' in block ? block.text : '';
  return (
    block.text
      .replaceAll(/\{(["'`])([^"'`{}]{0,300})\1\}/g, '$2')
      .replaceAll(/<\/?(?:code|kbd|tt)>/gi, '`')
      .replaceAll(/<\/?(?:strong|b)>/gi, '**')
      // a word in italics in a path stands for any value
      .replaceAll(/(?<=\/)<(i|em|var)>([A-Za-z_][\w-]{0,60})<\/\1>(?=[/\s?`<]|$)/gi, '{$2}')
      .replaceAll(/<p(?:\s[^<>]{0,300})?>(.*?)<\/p>/gi, '<br>$1')
      .replaceAll(/<\/?(?:em|i|small|span)(?:\s[^<>]{0,300})?>/gi, '')
      .replaceAll(/<a\s[^<>]*?href="([^"]*)"[^<>]*>([^<]*)<\/a>/gi, '[$2]($1)')
      .replaceAll(/``+/g, '')
  );
}
