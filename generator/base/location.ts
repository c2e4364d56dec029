/** A place in a document: `document` is its path as the user named it (relative, `/`-separated); lines and columns count from 1. */
export interface Location {
  readonly document: string;
  readonly line: number;
  readonly column?: number;
  readonly endLine?: number;
}

/** The first and last line of a place: `12` or `12-14`. */
export function lineRange({ line, endLine }: Location): string {
  return endLine !== undefined && endLine > line ? `${line}-${endLine}` : String(line);
}

/** A place as `x-evidence` writes it: `page.md:12` or `page.md:12-14`. */
export function evidenceText(location: Location): string {
  return `${location.document}:${lineRange(location)}`;
}

/** The place that a line of `x-evidence` names (see `evidenceText`), or undefined for other text. */
export function evidencePlace(text: string): Location | undefined {
  const match = /^(.*):(\d+)(?:[,-][\d,-]*)?$/.exec(text);
  return match?.[1] === undefined ? undefined : { document: match[1], line: Number(match[2]) };
}

/** The place as editors and terminals link it: `page.md:12:1`. */
export function locationText(location: Location): string {
  return `${location.document}:${location.line}:${location.column ?? 1}`;
}

/** Orders places by document, line, column, so that reports read the same on every run. */
export function compareLocations(left: Location, right: Location): number {
  if (left.document !== right.document) return left.document < right.document ? -1 : 1;
  return (
    left.line - right.line || (left.column ?? 0) - (right.column ?? 0) || (left.endLine ?? 0) - (right.endLine ?? 0)
  );
}

/** The folder of a document, by its path, with the slash behind it: none for what stands in the root. */
export function folderOf(document: string): string {
  return document.slice(0, document.lastIndexOf('/') + 1);
}
