import type { Segment } from '../segments.ts';
import type { CopiedLine } from './copied-text.ts';
import { isNameLine, type LineMeaning } from './grammar.ts';
import type { NestableLabel } from './nesting.ts';

/**
 * The labels of an operation, part by part: those of the body of its request, of each answer. Parts whose schemas stand in brackets are left
 * out, for these tell themselves where values end; so are parameters.
 */
export function labelRuns(
  segments: readonly Segment[],
  lines: readonly CopiedLine[],
  meaningOf: (segment: Extract<Segment, { kind: 'text' }>) => LineMeaning,
): NestableLabel[][] {
  const indents = new Map(lines.map(({ text, line }) => [line, /^\s*/.exec(text)?.[0].length ?? 0]));
  const texts = segments.map((segment) => (segment.kind === 'text' ? segment.text : undefined));
  const runs: NestableLabel[][] = [];
  let run: NestableLabel[] = [];
  let isTold = true;
  const finish = (isNext: boolean): void => {
    if (isTold && run.length > 1) runs.push(run);
    run = [];
    isTold = isNext;
  };
  for (const [index, segment] of segments.entries()) {
    if (segment.kind !== 'text') continue;
    const { line } = segment;
    const add = (name: string, type: string | undefined, schema?: string): void => {
      run.push({ line, name, type, schema, indent: indents.get(line) ?? 0, opens: false });
    };
    const meaning = meaningOf(segment);
    const [first] = meaning.kind === 'several' ? meaning.meanings : [meaning];
    if (first?.kind === 'label') {
      add(first.name, first.type, first.schema);
      // the mark of a fold may name it, behind the line that does
      const own = segment.text.startsWith(first.name) ? -1 : texts.lastIndexOf(first.name, index);
      const named = segments[own];
      const last = run.at(-1);
      if (named && last && index - own < 9) run[run.length - 1] = { ...last, indent: indents.get(named.line) ?? 0 };
    } else if (isNameLine(texts, index)) add(segment.text, texts[index + 1]);
    else if (meaning.kind === 'section') finish(!/^(?:path|query|header|cookie)$/.test(meaning.section));
    else if (meaning.kind === 'statuses' || meaning.kind === 'endpoint') finish(true);
    else if (meaning.kind === 'block' && !meaning.isOpen) isTold = false;
    const isOpen = meaning.kind === 'fold' && meaning.open;
    const last = run.at(-1);
    if (isOpen && last) run[run.length - 1] = { ...last, opens: true };
  }
  finish(true);
  return runs;
}
