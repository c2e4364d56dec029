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
 * told, that is there at the latest (below a mark, or without one), or that is hidden.
 */
export interface Nesting {
  readonly closes: readonly number[];
  readonly opens?: 'told' | 'marked' | 'bounded' | 'hidden';
}

/** The labels of the body of a request or of an answer, in their order. */
export type LabelRun = readonly NestableLabel[];

/** An object that a page describes has no more parts. */
const mostParts = 1000;

/** By the index of a label, the index behind its parts; not sure where nothing tells that they are its parts. */
type Ends = ({ readonly at: number; readonly sure: boolean } | undefined)[];

/** Types of what has parts; a list may be one of objects. */
const container = /^(?:object|map|any)\b|^(?:array|list)$/;

/**
 * Where the parts of values begin and end, by the line of each label, where a page tells that beside its samples: by how far the items of
 * a list are indented, or by the names of objects. What is called the same has the same parts: those labels that follow it wherever it
 * is named. Of what only one place names nothing is told.
 */
export function nestingOf(runs: readonly LabelRun[]): ReadonlyMap<number, Nesting> {
  const indented = runs.map(indentedEnds);
  const flat = runs.filter((_, at) => !indented[at]);
  const named = namedEnds(flat);
  const isOpen = flat.some((run, at) => isShownOpen(run, named[at] ?? []));
  const found = new Map<number, Nesting>();
  for (const [at, run] of runs.entries()) addNesting(run, indented[at] ?? [], false, found);
  for (const [at, run] of flat.entries()) addNesting(run, named[at] ?? [], isOpen, found);
  return found;
}

/** Whether parts follow what no mark opens: it is sure of one of them, or a name comes twice, once among the parts of an object. */
function isShownOpen(run: LabelRun, ends: Ends): boolean {
  const first = run.findIndex(({ type = '', opens }) => !opens && /^object\b/.test(type));
  if (run.some(({ opens, schema }, index) => !opens && schema !== undefined && ends[index]?.sure === true)) return true;
  if (first === -1 || run.some(({ opens }) => opens)) return false;
  const later = run.slice(first + 1).map(({ name }) => name);
  const before = new Set(run.slice(0, first).map(({ name }) => name));
  return new Set(later).size < later.length || later.some((name) => before.has(name));
}

/** For each label the index behind its parts; undefined as a whole where no item is indented. */
function indentedEnds(run: LabelRun): Ends | undefined {
  if (new Set(run.map(({ indent }) => indent)).size < 2) return undefined;
  const ends: Ends = run.map(() => undefined);
  const open: number[] = [];
  const closeFrom = (at: number, indent: number): void => {
    for (let last = open.at(-1); last !== undefined && (run[last]?.indent ?? 0) >= indent; last = open.at(-1)) {
      open.pop();
      if (at > last + 1) ends[last] = { at, sure: true };
    }
  };
  for (const [index, { indent, type }] of run.entries()) {
    closeFrom(index, indent);
    if (type === undefined || container.test(type)) open.push(index);
  }
  closeFrom(run.length, 0);
  return ends;
}

interface Occurrence {
  readonly run: LabelRun;
  readonly ends: Ends;
  readonly index: number;
}

/**
 * The ends of what is called by name, run by run; that of an object without a name of its own by what its property is called, of which it
 * is never sure.
 */
function namedEnds(runs: readonly LabelRun[]): Ends[] {
  const ends = runs.map((run): Ends => run.map(() => undefined));
  for (const [key, occurrences] of occurrencesOf(runs, ends)) {
    const alike = likeFirst(occurrences);
    const length = sharedLength(alike);
    const isNamed = !key.startsWith('.');
    if (length === 0 || (!isNamed && alike.some(({ run, index }) => run[index]?.opens))) continue;
    const sure = isNamed && isSure(alike);
    for (const one of alike) one.ends[one.index] = { at: one.index + 1 + length, sure };
  }
  for (const own of ends) endWithin(own);
  return ends;
}

function occurrencesOf(runs: readonly LabelRun[], ends: readonly Ends[]): ReadonlyMap<string, Occurrence[]> {
  const found = new Map<string, Occurrence[]>();
  for (const [at, run] of runs.entries())
    for (const [index, { name, schema, type = '' }] of run.entries()) {
      const isOne = schema === undefined ? /^object\b/.test(type) : container.test(type);
      if (!isOne) continue;
      const key = schema ?? `.${name}`;
      const own = found.get(key) ?? [];
      own.push({ run, ends: ends[at] ?? [], index });
      found.set(key, own);
    }
  return found;
}

/** What is within another ends with it. */
function endWithin(own: Ends): void {
  for (const [index, end] of own.entries())
    if (end?.sure === true)
      own.slice(index + 1, end.at).forEach((inner, behind) => {
        if (inner && inner.at > end.at) own[index + 1 + behind] = { ...inner, at: end.at };
      });
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

/**
 * Whether what follows are its parts and no more: a mark says so, or a name comes twice in one body; and the places differ, so that they
 * do not only go on alike because one and the same object is shown twice.
 */
function isSure(alike: readonly Occurrence[]): boolean {
  const places = new Set(alike.map(({ run, index }) => `${run[index]?.name ?? ''} ${run[index - 1]?.name ?? ''}`));
  const isMarked = alike.some(({ run, index }) => run[index]?.opens);
  return places.size > 1 && (isMarked || new Set(alike.map(({ run }) => run)).size < alike.length);
}

/** How many labels follow all of them alike. */
function sharedLength(alike: readonly Occurrence[]): number {
  const [first, ...others] = alike.map(({ run, index }) => run.slice(index + 1, index + 1 + mostParts).map(keyOf));
  if (!first) return 0;
  const end = first.findIndex((key, at) => others.some((other) => other[at] !== key));
  return end === -1 ? first.length : end;
}

/** Where `isOpen`, the page shows the parts of all that has a name, without a mark: those of which it does not tell the end follow, too. */
function addNesting(run: LabelRun, ends: Ends, isOpen: boolean, found: Map<number, Nesting>): void {
  const open: { readonly line: number; readonly at: number }[] = [];
  for (const [index, { line, type = '', schema, opens }] of run.entries()) {
    const closes: number[] = [];
    for (let last = open.at(-1); last && last.at <= index; last = open.at(-1)) closes.push(open.pop()?.line ?? 0);
    const end = ends[index];
    const isHidden = isOpen && !opens && (schema === undefined ? end !== undefined : container.test(type));
    const own =
      end?.sure === true ? 'told' : isHidden ? (end ? 'bounded' : 'hidden') : end && opens ? 'marked' : undefined;
    if (end && own && own !== 'hidden') open.push({ line, at: Math.min(end.at, open.at(-1)?.at ?? end.at) });
    if (closes.length > 0 || own) found.set(line, { closes, ...(own && { opens: own }) });
  }
}
