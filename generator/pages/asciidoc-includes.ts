/** A line that puts another file, or the tagged regions of it, in its place (AsciiDoc, include directive). */
export interface AsciidocInclude {
  readonly target: string;
  readonly tags: readonly string[];
}

const directive = /^include::(?:\{[\w-]{1,60}\}\/?)?([^\s[\]{}]{1,300})\[([^\][]{0,200})\]$/;

/** Reads a line that includes a file; what a path begins with as an attribute is the root of the site. Gives no diagnostics. */
export function asciidocInclude(line: string): AsciidocInclude | undefined {
  const [, target, attributes = ''] = directive.exec(line.trim()) ?? [];
  if (target === undefined) return undefined;
  const [, written = ''] = /(?:^|,)\s?tags?=["']?([^"',]{1,200})/.exec(attributes) ?? [];
  return { target, tags: written.split(';').flatMap((tag) => (/^[\w.-]+$/.test(tag.trim()) ? [tag.trim()] : [])) };
}

const tagLine = /(?:^|\s)(tag|end)::([\w.-]{1,100})\[\]/;

/**
 * A text with nothing but the regions of some tags, each line where it stood. Without tags, a text that has no heading of its own: what
 * has one is a page by itself. Undefined where nothing is left. Gives no diagnostics.
 */
export function asciidocRegion(text: string, tags: readonly string[]): string | undefined {
  if (tags.length === 0 && /^={1,6}\s\S/m.test(text)) return undefined;
  const wanted = new Set(tags);
  const open = new Set<string>();
  let isEmpty = true;
  const lines = text.split('\n').map((line) => {
    const [, kind, tag = ''] = tagLine.exec(line) ?? [];
    if (kind !== undefined) {
      if (kind === 'end') open.delete(tag);
      else if (wanted.has(tag)) open.add(tag);
      return '';
    }
    const isIn = tags.length === 0 || open.size > 0;
    if (isIn && line.trim() !== '') isEmpty = false;
    return isIn ? line : '';
  });
  return isEmpty ? undefined : lines.join('\n');
}
