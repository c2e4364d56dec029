import { leadingVerb, verbKind } from './verbs.ts';

/** The words of a title, without marks and what only belongs to a name (`container's`). */
export function titleWords(title: string): string[] {
  const plain = title.replaceAll(/['’]s?(?![\p{L}\p{N}])/gu, '');
  return plain.match(/[\p{L}\p{N}](?:[^\s/&,]*[\p{L}\p{N}])?/gu) ?? [];
}

/**
 * How well a title says what an operation does, by what its method means (RFC 9110, section 9.3) and the words of its
 * path: 2 or more where its verb is one of the method, 0 or less where nothing says that it is about the operation.
 */
export function titleFit(title: string, { method, path }: { readonly method: string; readonly path: string }): number {
  const words = titleWords(title);
  const verb = leadingVerb(words);
  const kind = verb === undefined ? undefined : verbKind(verb);
  const named = new Set(pathWords(path));
  const parts = words.flatMap((word) => [word.replaceAll('-', ''), ...word.split('-')]);
  const isNamed = parts.some((word) => word.length > 2 && named.has(stem(word)));
  return (kind === undefined ? 0 : verbFit(method, kind)) + (isNamed ? 1 : 0);
}

function verbFit(method: string, kind: 'reading' | 'removing' | 'changing'): number {
  if (method === 'get' || method === 'head') return kind === 'reading' ? 2 : kind === 'removing' ? -1 : 0;
  if (method === 'delete') return kind === 'removing' ? 2 : kind === 'reading' ? -1 : 0;
  return kind === 'changing' ? 2 : 1;
}

/** The words of the fixed segments of a path, shorn of their endings. */
function pathWords(path: string): string[] {
  const fixed = path.split('/').filter((segment) => !segment.includes('{'));
  return fixed.flatMap((segment) => segment.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).map(stem));
}

/** A word without the endings that make it many: `Policies` and `policy`, `boxes` and `box` are one. */
function stem(word: string): string {
  return word.toLowerCase().replace(/(?:ies|es|s|y|e)$/, '');
}
