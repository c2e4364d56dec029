import type { JsonValue } from '../../base/json.ts';
import type { Step } from '../evidence.ts';
import { objectsOf } from './body-path.ts';

/** An object of which a sample shows nothing but that it is left out: `"Box": { // ... }`. */
export interface ElidedPart {
  readonly name: string;
  readonly path: readonly Step[];
}

const elided =
  /"([A-Za-z_$][\w$-]{0,100})"[ \t]{0,4}:[ \t]{0,4}\{\s{0,200}(?:\/\/[^\n]{0,200}\n\s{0,200}|\/\*[^*]{0,200}\*\/\s{0,200}|\.{3},?\s{0,200}|…\s{0,200})\}/g;

/** The objects that the text of a sample leaves out, where they stand in its value. */
export function elidedParts(text: string, value: JsonValue): ElidedPart[] {
  const names = new Set([...text.matchAll(elided)].map((match) => match[1] ?? ''));
  if (names.size === 0) return [];
  return objectsOf(value).flatMap((part): ElidedPart[] => {
    const last = part.path.at(-1);
    if (part.names.size > 0 || last?.kind !== 'property' || !names.has(last.name)) return [];
    return [{ name: last.name, path: part.path }];
  });
}
