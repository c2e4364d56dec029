import type { Block, ProseBlock, TableBlock } from '../../pages/page.ts';

/** A heading that is a name, mostly in code, with a mark of a template and an anchor behind it: `` `colour` {{%optional%}} {#colour} ``. */
const nameHeading =
  /^`?([A-Za-z_$@][\w.$[\]-]{0,80})`?\s{0,3}((?:\{\{[<%]\s{0,3}[\w-]{1,30}\s{0,3}[%>]\}\}\s{0,3}){0,3})(?:\{#[^{}\s]{1,200}\})?$/;

const labelLine = /^(?:\*\*|__)([A-Z][A-Za-z ]{1,30})(?::(?:\*\*|__)|(?:\*\*|__)\s?:)\s{0,5}(.*)$/;

/** A value and what it means, as lines below the type of an enumeration list them: `` `open` = Anybody may take it ``. */
const valueLine = /^`([^`\n]{1,80})`\s{0,3}(?:=|:|[–—-]\s)/;

const mark = /\{\{[<%]\s{0,3}([\w-]{1,30})\s{0,3}[%>]\}\}/g;

/** A heading or line that is a name, and what the labels below it say. */
interface Labelled {
  readonly name: string;
  readonly marks: string;
  readonly said: ReadonlyMap<string, string>;
  /** How many paragraphs these are. */
  readonly count: number;
}

/**
 * Blocks in which runs of headings, or of lines in code, that are each the name of a value, over labelled lines that give its type
 * (`**Description:** …`, `**Type:** String`), together or in paragraphs of their own, are a table of these values. All other blocks are as
 * they were. Gives no diagnostics.
 */
export function withLabelledHeadings(blocks: readonly Block[]): readonly Block[] {
  const found = blocks.map((_, at) => labelledAt(blocks, at));
  if (found.every((one) => one === undefined)) return blocks;
  const result: Block[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block) break;
    const run = endOfRun(blocks, found, at);
    // a heading alone may be that of anything
    const isRun = run.rows.length > 1 || (run.rows.length > 0 && block.kind === 'prose');
    result.push(isRun ? tableOf(blocks, found, run.rows) : block);
    if (isRun) at = run.end - 1;
  }
  return result;
}

interface Run {
  /** The indices of the names. */
  readonly rows: readonly number[];
  /** The index behind the last label. */
  readonly end: number;
}

/** The names of one kind, each with its labels, that follow each other from an index on. */
function endOfRun(blocks: readonly Block[], found: readonly (Labelled | undefined)[], start: number): Run {
  const first = blocks[start];
  const rows: number[] = [];
  let end = start;
  for (let one = found[end]; one; one = found[end]) {
    const block = blocks[end];
    if (!block || block.kind !== first?.kind) break;
    if (block.kind === 'heading' && first.kind === 'heading' && block.depth !== first.depth) break;
    rows.push(end);
    end += 1 + one.count;
  }
  return { rows, end };
}

/** A line that is a name in code and nothing else. */
const nameLine = /^`([A-Za-z_$@][\w.$[\]-]{0,80})`$/;

function labelledAt(blocks: readonly Block[], at: number): Labelled | undefined {
  const block = blocks[at];
  const isLine = block?.kind === 'prose' && block.form === 'paragraph';
  if (!block || (!isLine && block.kind !== 'heading')) return undefined;
  const [, name, marks = ''] = (isLine ? nameLine : nameHeading).exec(block.text.trim()) ?? [];
  if (name === undefined) return undefined;
  const said = new Map<string, string>();
  let count = 0;
  for (
    let below = blocks[at + 1];
    below?.kind === 'prose' && below.form === 'paragraph';
    below = blocks[at + 1 + count]
  ) {
    const labels = labelsOf(below);
    if (!labels || [...labels.keys()].some((label) => said.has(label))) break;
    for (const [label, value] of labels) said.set(label, value);
    count += 1;
  }
  const isTold = said.has('type') || (isLine && isFault(said));
  return isTold ? { name, marks, said, count } : undefined;
}

/** What the lines of a paragraph say behind their labels, with the lines below each that have none. */
function labelsOf({ text }: ProseBlock): ReadonlyMap<string, string> | undefined {
  const said = new Map<string, string>();
  let label: string | undefined;
  for (const line of text.slice(0, 5000).split('\n')) {
    const plain = line.replace(/\\$/, '').trim();
    const [, next, value = ''] = labelLine.exec(plain) ?? [];
    if (next !== undefined) {
      label = next.toLowerCase();
      said.set(label, value);
    } else if (label === undefined) return undefined;
    else said.set(label, `${said.get(label) ?? ''}\n${plain}`);
  }
  return said;
}

/** Whether labels say which status a fault has, and what it means. */
function isFault(said: ReadonlyMap<string, string>): boolean {
  return /^[45]\d\d\b/.test(said.get('code') ?? '') && said.has('description') && !said.has('type');
}

/** A table of the faults of a run; undefined where not all are such. */
function faultTable(
  found: readonly Labelled[],
  rows: TableBlock['rows'],
  location: TableBlock['location'],
): TableBlock | undefined {
  if (!found.every(({ said }) => isFault(said))) return undefined;
  const cells = found.map(({ said }) => [said.get('code')?.slice(0, 3) ?? '', said.get('description') ?? '']);
  return {
    kind: 'table',
    header: ['Status', 'Description'],
    rows: rows.map((row, at) => ({ ...row, cells: cells[at] ?? [] })),
    location,
  };
}

function tableOf(
  blocks: readonly Block[],
  found: readonly (Labelled | undefined)[],
  run: readonly number[],
): TableBlock {
  const parents = new Map(run.flatMap((at) => (found[at] ? [[found[at].name, parentOf(found[at])] as const] : [])));
  const rows = run.flatMap((at): TableBlock['rows'] => {
    const one = found[at];
    const name = blocks[at];
    const below = blocks[at + (one?.count ?? 0)];
    if (!one || !name || !below) return [];
    const { document, line } = name.location;
    const location = { document, line, endLine: below.location.endLine ?? below.location.line };
    return [{ cells: cellsOf(one, parents), location }];
  });
  const header = ['Name', 'Type', 'Required', 'Nullable', 'Values', 'Default', 'Example', 'Description'];
  const { document, line } = rows[0]?.location ?? { document: '', line: 1 };
  const location = { document, line, endLine: rows.at(-1)?.location.endLine ?? line };
  const described = run.flatMap((at) => found[at] ?? []);
  return faultTable(described, rows, location) ?? { kind: 'table', header, rows, location };
}

/** The value of which a label says that it holds this one. */
function parentOf({ said }: Labelled): string | undefined {
  return nameLine.exec(said.get('parent')?.trim() ?? '')?.[1];
}

/** A name behind those of the values that hold it, as far as they are described beside it: `box.lid`. */
function placed(name: string, parents: ReadonlyMap<string, string | undefined>): string {
  const path = [name];
  for (let parent = parents.get(name); parent !== undefined; parent = parents.get(parent)) {
    if (!parents.has(parent) || path.includes(parent)) break;
    path.unshift(parent);
  }
  return path.join('.');
}

function cellsOf(one: Labelled, parents: ReadonlyMap<string, string | undefined>): string[] {
  const { marks, said } = one;
  const name = placed(one.name, parents);
  const [written = '', ...lines] = (said.get('type') ?? '').split('\n');
  const words = new Set([...`${marks} ${written}`.matchAll(mark)].map(([, word = '']) => word.toLowerCase()));
  const type = written.replaceAll(mark, '').trim();
  const values = lines.flatMap((line) => valueLine.exec(line)?.[1] ?? []);
  const isList = /^(?:array|list)\b/i.test(type);
  const marked = words.has('optional') ? 'no' : words.has('required') ? 'yes' : '';
  const required = /^(yes|no)\b/i.exec(said.get('required') ?? '')?.[1] ?? marked;
  const example = said.get('example')?.trim() ?? '';
  return [
    `\`${isList ? name.replace(/\[\]$/, '') : name}\``,
    type
      .replace(/\s\((?:cast from|enumerable)\b[^()]{0,100}\)$/i, '')
      .replace(/\sor null$/i, '')
      .replace(/^container$/i, 'object')
      .replaceAll(/(?<=\w)::(?=\w)/g, ' '),
    required,
    words.has('nullable') || /\sor null$/i.test(type) ? 'yes' : '',
    values.length > 1 ? values.map((value) => `\`${value}\``).join(', ') : '',
    said.get('default')?.trim() ?? '',
    // `True [False]`: which of them is meant is not said
    /^`[^`\n]{1,100}`$|^[^\s[\]`]{1,60}$/.test(example) ? example : '',
    [said.get('description') ?? '', ...(values.length > 1 ? lines : [])].join(' ').trim(),
  ];
}
