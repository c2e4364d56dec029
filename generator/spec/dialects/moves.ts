import { isObject, own, ownString, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import { joinPointer, localRefPointer, pointerTokens } from '../../base/pointer.ts';
import { visitDescription } from '../walk.ts';

/** Which parts of a document went where: JSON Pointers into what was given, and into what comes out. */
export interface Moves {
  /** Says that the value at `from` now stands at `to`, and all within it as before. */
  add(from: string, to: string): void;
  /** Where the value at `pointer` stands now: moved with the innermost part that was. */
  follow(pointer: string): string;
}

/** Moves with nothing in them: everything stays where it is. */
export function createMoves(): Moves {
  const moves = new Map<string, string>();
  return {
    add(from, to) {
      if (!moves.has(from)) moves.set(from, to);
    },
    follow(pointer) {
      for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
        const target = moves.get(pointer.slice(0, end));
        if (target !== undefined) return target + pointer.slice(end);
      }
      return pointer;
    },
  };
}

/** A JSON Pointer as the fragment of a URI reference: `#/components/schemas/Pet` (RFC 6901, section 6). */
export function pointerRef(pointer: string): string {
  return `#${pointer.replaceAll(/[^\w/.~!$&'()*+,;=:@-]/gu, encodeURIComponentSafely)}`;
}

function encodeURIComponentSafely(character: string): string {
  try {
    return encodeURIComponent(character);
  } catch {
    return character; // half of a surrogate pair
  }
}

/** Makes every reference of a converted description lead to where its target stands now. */
export function followMoves(document: JsonObject, moves: Moves): void {
  const moved = (ref: string): string => {
    const pointer = localRefPointer(ref);
    if (pointer === undefined) return ref;
    const written = joinPointer('', ...pointerTokens(pointer));
    const target = moves.follow(written);
    return target === written ? ref : pointerRef(target);
  };
  visitDescription(document, {
    reference: (holder) => {
      const ref = ownString(holder, '$ref');
      if (ref !== undefined) holder['$ref'] = moved(ref);
    },
    object: (part) => followInExtensions(part, moved),
    enterSchema: (schema) => {
      followInExtensions(schema, moved);
      const mapping = own(own(schema, 'discriminator'), 'mapping');
      if (!isObject(mapping)) return;
      for (const [value, ref] of Object.entries(mapping))
        if (typeof ref === 'string') setOwn(mapping, value, moved(ref));
    },
  });
}

/** What an extension refers to is not known to be a part of the description, but it moves all the same. */
function followInExtensions(holder: JsonObject, moved: (ref: string) => string): void {
  for (const key of Object.keys(holder)) if (key.startsWith('x-')) follow(own(holder, key), moved);
}

function follow(value: JsonValue | undefined, moved: (ref: string) => string): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) {
    const ref = ownString(value, '$ref');
    if (ref !== undefined) value['$ref'] = moved(ref);
  }
  for (const member of Object.values(value)) follow(member, moved);
}
