import type { Identifier } from '../base/names.ts';

/** What a module uses of others: by their paths in the package, the names, and whether they are needed when it runs. */
export type Imports = ReadonlyMap<string, ReadonlyMap<Identifier, 'type' | 'value'>>;

/**
 * A word of code that may be the name of a variable: neither a member after a dot nor a key before a colon. Outside of ASCII
 * any character counts as one of a word: code that is made has no other there.
 */
const mention =
  /(?<![\w$\u{80}-\u{10ffff}]|[^.]\.)[A-Za-z_$\u{80}-\u{10ffff}][\w$\u{80}-\u{10ffff}]*(?![\w$\u{80}-\u{10ffff}]|\??:)/gu;

/**
 * The imports without those that the printed statements of a module do not mention: code that was made may not have been needed
 * after all, and strict compilers refuse an import that is not used. The same map where each is mentioned.
 */
export function mentionedImports(imports: Imports, text: string): Imports {
  const wanted = new Set([...imports.values()].flatMap((names) => [...names.keys()]));
  const codeOnly = text.replaceAll(/^ *\/\*\*[^]*?\*\/$/gm, '').replaceAll(/'(?:[^'\\\n]|\\.)*'/g, "''");
  for (const [word] of codeOnly.matchAll(mention)) {
    if (wanted.delete(word as Identifier) && wanted.size === 0) return imports;
  }
  if (wanted.size === 0) return imports;
  const kept = [...imports].map(
    ([from, names]) => [from, new Map([...names].filter(([name]) => !wanted.has(name)))] as const,
  );
  return new Map(kept.filter(([, names]) => names.size > 0));
}
