import { singular } from '../../base/singular.ts';

/** Segments that stand for an id: a number, a UUID, a long run of hexadecimal digits. */
const literalId = /^(?:\d{1,20}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{16,64})(\.[a-z]{1,5})?$/i;

/**
 * A path whose example ids (`/lists/3/items.json`) are the parameters they stand for (`/lists/{list_id}/items.json`), named
 * after the segment before. A number in front of all words, or right behind `api`, is a version and stays. Gives no diagnostics.
 */
export function withoutLiteralIds(path: string): string {
  const used = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? ''));
  let word: string | undefined;
  return path
    .split('/')
    .map((segment) => {
      const match = literalId.exec(segment);
      if (!match || word === undefined) {
        if (/^[a-z][\w.~-]*$/i.test(segment) && !/^(?:v\d+(?:\.\d+)*|api|rest)$/i.test(segment)) word = segment;
        return segment;
      }
      const name = freeName(`${singular(word.replaceAll(/\W+/g, '_'))}_id`, used);
      used.add(name);
      return `{${name}}${match[1] ?? ''}`;
    })
    .join('/');
}

function freeName(name: string, used: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; used.has(free); count += 1) free = `${name}_${count}`;
  return free;
}
