import type { Location } from '../../base/location.ts';
import type { TableBlock } from '../../pages/page.ts';

/** One line of a table of properties or of a body's parts. */
export interface SchemaRow {
  /** How many `»` stand before the name. */
  readonly depth: number;
  /** Without marks; the empty string where the value has none (`*anonymous*`). */
  readonly name: string;
  /** The row stands for the values of a map (`**additionalProperties**`). */
  readonly isRest: boolean;
  readonly type: string;
  readonly required: boolean;
  readonly restrictions: string;
  readonly description: string;
  readonly location: Location;
}

/** The words that open a composition of schemas, each with its keyword (JSON Schema 2020-12, section 10.2.1). */
const openers = new Map([
  ['allof', 'allOf'],
  ['anyof', 'anyOf'],
  ['oneof', 'oneOf'],
  ['not', 'not'],
]);

/** A keyword that combines schemas. */
export type Combiner = 'allOf' | 'anyOf' | 'oneOf' | 'not';

/** What stands between the tables of one schema. */
export type SchemaMark =
  | { readonly kind: 'open'; readonly combiner: Combiner; readonly discriminator?: string }
  | { readonly kind: 'next' }
  | { readonly kind: 'end' };

/** A row with what is nested in it. The root of a schema and each branch of a composition have no row of their own. */
export interface RowNode {
  readonly row?: SchemaRow;
  readonly children: RowNode[];
  readonly compositions: Composition[];
}

/** Alternatives or parts of a schema. */
export interface Composition {
  readonly combiner: Combiner;
  readonly discriminator?: string;
  readonly branches: RowNode[];
}

/** A node without anything in it. */
function emptyNode(row?: SchemaRow): RowNode {
  return { ...(row && { row }), children: [], compositions: [] };
}

/** The mark that a paragraph between tables is (`*anyOf*`, `or`, `*continued*`), or undefined for any other text. */
export function schemaMark(text: string): SchemaMark | undefined {
  if (text.length > 200) return undefined;
  const plain = text.replaceAll(/[*_]/g, '').trim();
  if (/^(?:or|xor|and)$/i.test(plain)) return { kind: 'next' };
  if (/^continued$/i.test(plain)) return { kind: 'end' };
  const [, word = '', tag] = /^([a-z]+)(?: - discriminator: (\S+))?$/i.exec(plain) ?? [];
  const combiner = openers.get(word.toLowerCase());
  if (combiner === undefined) return undefined;
  // the tag is written with the schema it belongs to: `Pet.petType`
  const discriminator = tag?.slice(tag.lastIndexOf('.') + 1);
  return { kind: 'open', combiner: combiner as Combiner, ...(discriminator !== undefined && { discriminator }) };
}

/** The columns of a table by their lower-case titles. */
function columns(table: TableBlock): Map<string, number> {
  return new Map(table.header.map((title, index) => [title.trim().toLowerCase(), index]));
}

/** The rows of a table of properties; `place` keeps those that are sent there, where the table has a column for that. */
export function schemaRows(table: TableBlock, place?: string): SchemaRow[] {
  const at = columns(table);
  return table.rows.flatMap(({ cells, location }): SchemaRow[] => {
    const cell = (title: string): string => (cells[at.get(title) ?? -1] ?? '').trim();
    if (place !== undefined && cell('in').toLowerCase() !== place) return [];
    const marks = /^[»\s]*/.exec(cell('name'))?.[0] ?? '';
    const name = unescaped(cell('name').slice(marks.length));
    const isAnonymous = /^([*_])anonymous\1$/.test(name);
    return [
      {
        depth: marks.replaceAll(/[^»]/g, '').length,
        name: isAnonymous ? '' : name,
        isRest: /^(\*\*|__)additionalProperties\1$/.test(name),
        type: cell('type'),
        required: cell('required').toLowerCase() === 'true',
        restrictions: cell('restrictions'),
        description: cellText(cell('description')),
        location,
      },
    ];
  });
}

/** A cell's text; `none` stands for nothing. */
export function cellText(cell: string): string {
  return /^none$/i.test(cell) ? '' : cell.replaceAll(/<br\s*\/?>/gi, '\n').trim();
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([_*[\]<>`])/g, '$1').trim();
}

interface Open {
  readonly depth: number;
  readonly node: RowNode;
  /** The composition that the node is a branch of, and the depth of its rows. */
  readonly branchOf?: { readonly composition: Composition; readonly base: number };
}

/**
 * Puts the tables and marks of one schema together to a tree, by the depths of their rows: a composition belongs to the
 * row above that is one step less deep than the rows of its branches.
 */
export function rowTree(parts: readonly (readonly SchemaRow[] | SchemaMark)[]): RowNode {
  const root = emptyNode();
  const stack: Open[] = [{ depth: -1, node: root }];
  let pending: SchemaMark | undefined;
  for (const part of parts) {
    if ('kind' in part) {
      // a composition whose first branch holds another one has no table between the two marks
      pending = part;
      continue;
    }
    const [first] = part;
    if (!first) continue;
    if (pending) openBranch(stack, pending, first.depth);
    pending = undefined;
    for (const row of part) addRow(stack, row);
  }
  return root;
}

function addRow(stack: Open[], row: SchemaRow): void {
  popTo(stack, row.depth);
  const node = emptyNode(row);
  stack.at(-1)?.node.children.push(node);
  stack.push({ depth: row.depth, node });
}

/** Closes what is not around rows of `depth`. */
function popTo(stack: Open[], depth: number): void {
  while (stack.length > 1 && (stack.at(-1)?.depth ?? -1) >= depth) stack.pop();
}

/** Begins the branch to which the next rows belong. A branch stands half a step above its rows. */
function openBranch(stack: Open[], mark: SchemaMark, base: number): void {
  const level = base - 0.5;
  if (mark.kind === 'end') return popTo(stack, level);
  const known = mark.kind === 'next' ? stack.findLast((open) => open.branchOf?.base === base)?.branchOf : undefined;
  popTo(stack, level);
  const owner = stack.at(-1)?.node;
  if (!owner) return;
  const composition = known?.composition ?? newComposition(owner, mark);
  const node = emptyNode();
  composition.branches.push(node);
  stack.push({ depth: level, node, branchOf: { composition, base } });
}

function newComposition(owner: RowNode, mark: SchemaMark): Composition {
  const last = owner.compositions.at(-1);
  if (mark.kind !== 'open') {
    if (last) return last;
    const composition: Composition = { combiner: 'anyOf', branches: [] };
    owner.compositions.push(composition);
    return composition;
  }
  const { combiner, discriminator } = mark;
  const composition = { combiner, branches: [], ...(discriminator !== undefined && { discriminator }) };
  owner.compositions.push(composition);
  return composition;
}
