import type { Report } from '../../base/diagnostic.ts';
import { compareText, groupBy, unique } from '../../base/order.ts';
import type { Block, CodeBlock } from '../../pages/page.ts';
import { excerpt } from '../blocks.ts';
import type { OperationName } from '../evidence.ts';

/** Languages of programs by the words that fences have for them, and what a person calls them. */
const programs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    C: 'c',
    'C#': 'csharp cs c# dotnet',
    'C++': 'cpp c++',
    Clojure: 'clojure clj',
    Dart: 'dart',
    Elixir: 'elixir ex exs',
    Go: 'go golang',
    Haskell: 'haskell hs',
    Java: 'java',
    JavaScript: 'javascript js jsx mjs node nodejs',
    Kotlin: 'kotlin kt',
    Lua: 'lua',
    'Objective-C': 'objc objectivec objective-c',
    Perl: 'perl pl',
    PHP: 'php',
    PowerShell: 'powershell ps1',
    Python: 'python py python3',
    R: 'r',
    Ruby: 'ruby rb',
    Rust: 'rust rs',
    Scala: 'scala',
    Swift: 'swift',
    TypeScript: 'typescript ts tsx',
    'Visual Basic': 'vb vbnet',
  }).flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)),
);

/** The language of the program that a block of a page is; undefined for every other block. */
function programLanguage(block: Block): string | undefined {
  if (block.kind !== 'code') return undefined;
  return programs.get(/^[\w+#-]+/.exec(block.language?.toLowerCase() ?? '')?.[0] ?? '');
}

/**
 * Tells which blocks about an operation say nothing that is understood: each by itself (`evidence/unread`), but programs
 * together (`evidence/other-languages`), for they mostly say in other languages what one of them says in one that is read.
 */
export function reportUnread(blocks: readonly Block[], { method, path }: OperationName, report: Report): void {
  const programsOf: CodeBlock[] = [];
  for (const block of blocks) {
    if (block.kind === 'code' && programLanguage(block) !== undefined) programsOf.push(block);
    else report.add('evidence/unread', block.location, { text: excerpt(block) });
  }
  for (const list of groupBy(programsOf, ({ location }) => location.document).values()) {
    const languages = unique(list.flatMap((block) => programLanguage(block) ?? [])).toSorted(compareText);
    report.add('evidence/other-languages', list[0]?.location, {
      subject: `${method.toUpperCase()} ${path}`,
      samples: list.length === 1 ? 'a sample' : `${list.length} samples`,
      languages: languages.join(', '),
    });
  }
}

/** Notes that a part of an operation says nothing that is understood. Gives no diagnostics: see `reportUnread`. */
export function leaveUnread(reading: { readonly unread: Block[] }, { block }: { readonly block: Block }): void {
  reading.unread.push(block);
}
