/** A name that a page labels, with what tells where it belongs. */
export interface NestableLabel {
  readonly line: number;
  readonly name: string;
  readonly type: string | undefined;
  /** What the object is called that its value, or an item of it, is. */
  readonly schema: string | undefined;
  /** How far the line is indented. */
  readonly indent: number;
  /** A mark that its parts follow stands below it. */
  readonly opens: boolean;
}

/**
 * What begins and ends at a label: the parts of other labels, by their lines, end before it, and its own parts follow, up to an end that is
 * told, that is there at the latest, or that is hidden.
 */
export interface Nesting {
  readonly closes: readonly number[];
  readonly opens?: 'told' | 'bounded' | 'hidden';
}

/** The labels of the body of a request or of an answer, in their order. */
export type LabelRun = readonly NestableLabel[];

/** By the index of a label, the index behind its parts; not sure where nothing tells that they are its parts. */
type Ends = ({ readonly at: number; readonly sure: boolean } | undefined)[];

const container = /^(?:object|array|list|map|any)\b|\]$/;

/**
 * Where the parts of values begin and end, by the line of each label, where a page tells that beside its samples: by how far the items of
 * a list are indented, or by the names of objects. What is called the same has the same parts: those labels that follow it wherever it
 * is named. Of what only one place names nothing is told.
 */
export function nestingOf(runs: readonly LabelRun[]): ReadonlyMap<number, Nesting> {
  const ends = runs.map((run) => indentedEnds(run) ?? run.map(() => undefined));
  namedEnds(
    runs.filter((_, at) => ends[at]?.every((end) => end === undefined)),
    ends.filter((own) => own.every((end) => end === undefined)),
  );
  const found = new Map<number, Nesting>();
  const unmarked = new Set(
    runs.flatMap((run, at) =>
      run.filter(({ opens, schema }, index) => !opens && schema !== undefined && ends[at]?.[index]?.sure === true),
    ),
  );
  const isOpen = unmarked.size > 0;
  for (const [at, run] of runs.entries()) addNesting(run, ends[at] ?? [], isOpen, found);
  return found;
}

/** For each label the index behind its parts; undefined as a whole where no item is indented. */
function indentedEnds(run: LabelRun): Ends | undefined {
  if (new Set(run.map(({ indent }) => indent)).size < 2) return undefined;
  const ends: Ends = run.map(() => undefined);
  for (const [index, { indent, type }] of run.entries()) {
    const next = run[index + 1];
    if (!next || next.indent <= indent || (type !== undefined && !container.test(type))) continue;
    const end = run.findIndex((other, at) => at > index && other.indent <= indent);
    ends[index] = { at: end === -1 ? run.length : end, sure: true };
  }
  return ends;
}

interface Occurrence {
  readonly run: LabelRun;
  readonly ends: Ends;
  readonly index: number;
}

/** Writes the ends of what is called by name into `ends`. */
function namedEnds(runs: readonly LabelRun[], ends: Ends[]): void {
  const named = new Map<string, Occurrence[]>();
  for (const [at, run] of runs.entries())
    for (const [index, { schema, type = '' }] of run.entries()) {
      if (schema === undefined || !container.test(type)) continue;
      const own = named.get(schema) ?? [];
      own.push({ run, ends: ends[at] ?? [], index });
      named.set(schema, own);
    }
  for (const occurrences of named.values()) {
    const alike = likeFirst(occurrences);
    const length = sharedLength(alike);
    const sure = isShown(alike);
    if (length > 0) for (const one of alike) one.ends[one.index] = { at: one.index + 1 + length, sure };
  }
  // what is within another ends with it
  for (const own of ends)
    for (const [index, end] of own.entries())
      for (let at = index + 1; end?.sure === true && at < end.at; at += 1) {
        const inner = own[at];
        if (inner && inner.at > end.at) own[at] = { ...inner, at: end.at };
      }
}

/** The occurrences that the same label follows, where others are only folded. */
function likeFirst(occurrences: readonly Occurrence[]): Occurrence[] {
  const groups = new Map<string, Occurrence[]>();
  for (const one of occurrences) {
    const next = one.run[one.index + 1];
    if (!next) continue;
    const own = groups.get(keyOf(next)) ?? [];
    own.push(one);
    groups.set(keyOf(next), own);
  }
  const alike = [...groups.values()].filter((own) => own.length > 1);
  return alike.length === 1 ? (alike[0] ?? []) : [];
}

function keyOf({ name, type, schema }: NestableLabel): string {
  return `${name} ${type ?? ''} ${schema ?? ''}`;
}

/** Whether what follows are parts: a mark says so, or a name comes twice in one body, at different places. */
function isShown(alike: readonly Occurrence[]): boolean {
  if (alike.some(({ run, index }) => run[index]?.opens)) return true;
  return arePlaces(alike) && new Set(alike.map(({ run }) => run)).size < alike.length;
}

/** Whether what follows does not only go on alike because it is one and the same object that is shown twice. */
function arePlaces(alike: readonly Occurrence[]): boolean {
  return new Set(alike.map(({ run, index }) => `${run[index]?.name ?? ''} ${run[index - 1]?.name ?? ''}`)).size > 1;
}

/** How many labels follow all of them alike. */
function sharedLength(alike: readonly Occurrence[]): number {
  const [first] = alike;
  let length = 0;
  for (; first && length < 1000; length += 1) {
    const label = first.run[first.index + 1 + length];
    if (!label) break;
    const isSame = alike.every(({ run, index }) => {
      const other = run[index + 1 + length];
      return other !== undefined && keyOf(other) === keyOf(label);
    });
    if (!isSame) break;
  }
  return length;
}

/** Where `isOpen`, the page shows the parts of all that has a name, without a mark: those of which it does not tell the end follow, too. */
function addNesting(run: LabelRun, ends: Ends, isOpen: boolean, found: Map<number, Nesting>): void {
  const open: { readonly line: number; readonly at: number }[] = [];
  for (const [index, { line, type = '', schema, opens }] of run.entries()) {
    const closes: number[] = [];
    for (let last = open.at(-1); last && last.at <= index; last = open.at(-1)) closes.push(open.pop()?.line ?? 0);
    const end = ends[index];
    const isHidden = isOpen && !opens && schema !== undefined && container.test(type);
    const own = end?.sure === true ? 'told' : isHidden ? (end ? 'bounded' : 'hidden') : undefined;
    if (end && own && own !== 'hidden') open.push({ line, at: Math.min(end.at, open.at(-1)?.at ?? end.at) });
    if (closes.length > 0 || own) found.set(line, { closes, ...(own && { opens: own }) });
  }
}
