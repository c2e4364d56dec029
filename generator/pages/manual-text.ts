/** A heading of a manual page: words in capitals, or an endpoint. */
const heading = /^(?:[A-Z][A-Z\d][A-Z\d /_-]{1,60}|(?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS) \/\S{0,300})$/;

/** The line at the begin and end of one: `PARCEL(3)   Parcels   PARCEL(3)`. */
const frame = /^\S{1,60}\(\d\w?\)\s.*\S{1,60}\(\d\w?\)$|^\S.{0,80}\s{3,}\S.{0,80}\s{3,}\S.{0,60}$/;

/**
 * A text laid out as a manual page as Markdown: headings begin their lines, and all else is indented below them. Line numbers
 * stay. Undefined for any other text.
 */
export function manualMarkdown(text: string): string | undefined {
  const lines = text.split('\n').map((line) => line.trimEnd().replaceAll('\t', '        '));
  const outer = lines.filter((line) => /^\S/.test(line) && !frame.test(line.slice(0, 300)));
  if (outer.length < 2 || !outer.every((line) => heading.test(line))) return undefined;
  const indents = lines.flatMap((line) => (/^\s+\S/.test(line) ? [/^\s*/.exec(line)?.[0].length ?? 0] : []));
  const indent = indents.reduce((least, one) => Math.min(least, one), 80);
  if (indent < 2 || indent > 16 || indents.length < outer.length) return undefined;
  return lines
    .map((line) => (/^\s/.test(line) ? line.slice(indent) : heading.test(line) ? `## ${line}` : ''))
    .join('\n');
}
