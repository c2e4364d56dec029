/** A path as sites write it: without extension, index files, or numbers that only order files. */
function segments(path: string): string[] {
  const parts = path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map((part) => part.replace(/^\d+[_.-]+(?=[A-Za-z])/, ''));
  const last = (parts.at(-1) ?? '').replace(/\.(?:mdx?|markdown|html?|txt)$/i, '');
  const isIndex = /^(?:index|readme|_index)$/i.test(last);
  return [...parts.slice(0, -1), ...(isIndex || last === '' ? [] : [last])].map((part) => part.toLowerCase());
}

function folder(document: string): string[] {
  return document.split('/').slice(0, -1);
}

/**
 * The document that a link in another one leads to, among `documents`: relative to it, else the only one whose path ends as
 * the link's does. Extensions and the numbers that order files are overlooked; the site's own root is not known. A link
 * within the page leads to the page. Undefined where no document fits, or several do equally.
 */
export function linkedDocument(link: string, from: string, documents: readonly string[]): string | undefined {
  const path = (link.split(/[#?]/)[0] ?? '').replace(/^[a-z]+:\/\/[^/]*/i, '');
  if (path === '') return from;
  const isRelative = !path.startsWith('/');
  const base = isRelative ? folder(from) : [];
  const up = path.split('/').filter((part) => part === '..').length;
  const rest = path
    .split('/')
    .filter((part) => part !== '..')
    .join('/');
  const absolute = segments([...base.slice(0, base.length - up), rest].join('/'));
  if (isRelative) {
    const exact = documents.filter((document) => same(segments(document), absolute));
    if (exact.length > 0) return exact[0];
  }
  const tail = segments(rest);
  if (tail.length === 0) return undefined;
  const fitting = documents.filter((document) => endsWith(segments(document), tail));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function same(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((part, at) => part === right[at]);
}

function endsWith(path: readonly string[], tail: readonly string[]): boolean {
  return path.length >= tail.length && same(path.slice(path.length - tail.length), tail);
}
