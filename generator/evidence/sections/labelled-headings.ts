import type { Block, HeadingBlock, ProseBlock, TableBlock } from '../../pages/page.ts';

/** A heading that is a name, mostly in code, with a mark of a template and an anchor behind it: `` `colour` {{%optional%}} {#colour} ``. */
const nameHeading =
  /^`?([A-Za-z_$@][\w.$[\]-]{0,80})`?\s{0,3}((?:\{\{[<%]\s{0,3}[\w-]{1,30}\s{0,3}[%>]\}\}\s{0,3}){0,3})(?:\{#[^{}\s]{1,200}\})?$/;

const labelLine = /^(?:\*\*|__)([A-Z][A-Za-z ]{1,30})(?::(?:\*\*|__)|(?:\*\*|__)\s?:)\s{0,5}(.*)$/;

/** A value and what it means, as lines below the type of an enumeration list them: `` `open` = Anybody may take it ``. */
const valueLine = /^`([^`\n]{1,80})`\s{0,3}(?:=|:|[–—-]\s)/;

const mark = /\{\{[<%]\s{0,3}([\w-]{1,30})\s{0,3}[%>]\}\}/g;

/** A heading of a run and what its labels say. */
interface Labelled {
  readonly name: string;
  readonly marks: string;
  readonly said: ReadonlyMap<string, string>;
}

/**
 * Blocks in which runs of headings that are each the name of a value, over a paragraph of labelled lines that give its type
 * (`**Description:** …`, `**Type:** String`), are a table of these values. All other blocks are as they were. Gives no diagnostics.
 */
export function withLabelledHeadings(blocks: readonly Block[]): readonly Block[] {
  const found = blocks.map((block, at) => (block.kind === 'heading' ? labelledAt(block, blocks[at + 1]) : undefined));
  if (found.filter((one) => one !== undefined).length < 2) return blocks;
  const result: Block[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block) break;
    const run = endOfRun(blocks, found, at);
    if (run - at < 4) {
      result.push(block);
      continue;
    }
    result.push(tableOf(blocks.slice(at, run), found.slice(at, run)));
    at = run - 1;
  }
  return result;
}

/** The index behind the headings of one depth, each with its paragraph, that follow each other from an index on. */
function endOfRun(blocks: readonly Block[], found: readonly (Labelled | undefined)[], start: number): number {
  const first = blocks[start];
  let end = start;
  while (found[end]) {
    const heading = blocks[end];
    if (heading?.kind !== 'heading' || first?.kind !== 'heading' || heading.depth !== first.depth) break;
    end += 2;
  }
  return end;
}

function labelledAt({ text }: HeadingBlock, below: Block | undefined): Labelled | undefined {
  const [, name, marks = ''] = nameHeading.exec(text.trim()) ?? [];
  if (name === undefined || below?.kind !== 'prose' || below.form !== 'paragraph') return undefined;
  const said = labelsOf(below);
  return said?.has('type') ? { name, marks, said } : undefined;
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

function tableOf(blocks: readonly Block[], found: readonly (Labelled | undefined)[]): TableBlock {
  const rows = blocks.flatMap((heading, at): TableBlock['rows'] => {
    const one = found[at];
    const below = blocks[at + 1];
    if (!one || !below) return [];
    const { document, line } = heading.location;
    const location = { document, line, endLine: below.location.endLine ?? below.location.line };
    return [{ cells: cellsOf(one), location }];
  });
  const header = ['Name', 'Type', 'Required', 'Nullable', 'Values', 'Description'];
  const { document, line } = rows[0]?.location ?? { document: '', line: 1 };
  const endLine = rows.at(-1)?.location.endLine ?? line;
  return { kind: 'table', header, rows, location: { document, line, endLine } };
}

function cellsOf({ name, marks, said }: Labelled): string[] {
  const [written = '', ...lines] = (said.get('type') ?? '').split('\n');
  const words = new Set([...`${marks} ${written}`.matchAll(mark)].map(([, word = '']) => word.toLowerCase()));
  const type = written.replaceAll(mark, '').trim();
  const values = lines.flatMap((line) => valueLine.exec(line)?.[1] ?? []);
  const isList = /^(?:array|list)\b/i.test(type);
  const required = words.has('optional') ? 'no' : words.has('required') ? 'yes' : '';
  return [
    `\`${isList ? name.replace(/\[\]$/, '') : name}\``,
    type
      .replace(/\s\((?:cast from|enumerable)\b[^()]{0,100}\)$/i, '')
      .replace(/\sor null$/i, '')
      .replaceAll(/(?<=\w)::(?=\w)/g, ' '),
    required,
    words.has('nullable') || /\sor null$/i.test(type) ? 'yes' : '',
    values.length > 1 ? values.map((value) => `\`${value}\``).join(', ') : '',
    [said.get('description') ?? '', ...(values.length > 1 ? lines : [])].join(' ').trim(),
  ];
}
