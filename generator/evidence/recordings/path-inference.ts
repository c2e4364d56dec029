import { singular } from '../../base/singular.ts';
/** Segments that look like the key of one thing among many: a number, a UUID, a long hexadecimal number. */
const keyLike = /^(?:\d+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{16,64})$/i;

/** A path as a template, and what may be a parameter of it but was seen with one value only. */
export interface InferredPath {
  readonly template: string;
  /** The values of the parameters, by their names. */
  readonly values: ReadonlyMap<string, string>;
  readonly doubtful: readonly string[];
}

/**
 * Templates of recorded paths: where several of them differ in one segment that looks like a key, that is a parameter,
 * named after the segment before it. What was seen with one value only stays as it is. Parameters that are written as such
 * (`{id}`) stay.
 */
export function inferPaths(paths: readonly string[]): ReadonlyMap<string, InferredPath> {
  const found = new Map<string, InferredPath>();
  const distinct = [...new Set(paths)].map((path) => ({ path, segments: path.split('/') }));
  let groups: Group[] = [{ members: distinct, template: [], names: [] }];
  const longest = Math.max(0, ...distinct.map(({ segments }) => segments.length));
  for (let depth = 0; depth < longest; depth += 1) groups = groups.flatMap((group) => splitGroup(group, depth, found));
  for (const group of groups) finish(group, group.members, found);
  return found;
}

interface Member {
  readonly path: string;
  readonly segments: readonly string[];
}

/** Paths that are alike so far. */
interface Group {
  readonly members: readonly Member[];
  readonly template: readonly string[];
  readonly names: readonly { readonly name: string; readonly depth: number }[];
}

function splitGroup(group: Group, depth: number, found: Map<string, InferredPath>): Group[] {
  const { members, template, names } = group;
  finish(
    group,
    members.filter(({ segments }) => segments.length <= depth),
    found,
  );
  const longer = members.filter(({ segments }) => segments.length > depth);
  const isKey = ({ segments }: Member): boolean => keyLike.test(segments[depth] ?? '');
  const keys = longer.filter(isKey);
  const varies = new Set(keys.map(({ segments }) => segments[depth])).size > 1;
  const byText = new Map<string, Member[]>();
  for (const member of varies ? longer.filter((one) => !isKey(one)) : longer) {
    const text = member.segments[depth] ?? '';
    const same = byText.get(text) ?? [];
    byText.set(text, same);
    same.push(member);
  }
  const next = [...byText].map(([text, same]): Group => ({ members: same, template: [...template, text], names }));
  if (varies) {
    const name = parameterName(
      template.at(-1) ?? '',
      names.map((one) => one.name),
    );
    next.push({ members: keys, template: [...template, `{${name}}`], names: [...names, { name, depth }] });
  }
  return next;
}

function finish({ template, names }: Group, members: readonly Member[], found: Map<string, InferredPath>): void {
  for (const { path, segments } of members) {
    found.set(path, {
      template: template.join('/'),
      values: new Map(names.map(({ name, depth }) => [name, segments[depth] ?? ''])),
      doubtful: template.filter((segment) => keyLike.test(segment)),
    });
  }
}

/** `users` → `user_id`, in the spelling of the segment; told apart from the names before it by a count. */
function parameterName(before: string, taken: readonly string[]): string {
  const word = before
    .replace(/^\{|\}$/g, '')
    .replaceAll(/\W+/g, '_')
    .replace(/^_|_$/g, '');
  const single = singular(word);
  const name = /^[A-Za-z]/.test(single) ? `${single}${/[a-z][A-Z]/.test(single) ? 'Id' : '_id'}` : 'id';
  let count = 1;
  while (taken.includes(count === 1 ? name : `${name}_${count}`)) count += 1;
  return count === 1 ? name : `${name}_${count}`;
}
