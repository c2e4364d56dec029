import type { Place } from '../../base/library.ts';
import { compareText } from '../../base/order.ts';
import { pointerTokens } from '../../base/pointer.ts';
import { trimmed } from '../../base/trim.ts';
import type { Target } from './state.ts';

/** Members under which documents define parts by name. */
const definers: ReadonlySet<string> = new Set(
  `definitions $defs schemas parameters responses requestBodies headers examples links callbacks securitySchemes
  securityDefinitions pathItems mediaTypes`.split(/\s+/),
);

/** Steps that say where in a schema a part stands, not what it is. */
const structural: ReadonlySet<string> = new Set(
  'components properties patternProperties content schema allOf anyOf oneOf paths'.split(' '),
);

/**
 * The name a part has by itself: that of its definition (`common.yaml#/definitions/Pet` → Pet), else that of its file
 * (`schemas/pet.yaml` → pet), else both (`order.yaml#/properties/owner` → order_owner). Only characters that component
 * names may have (OAS 3.1, section 4.8.7).
 */
export function naturalName(place: Place): string {
  const tokens = pointerTokens(place.pointer);
  const definer = tokens.slice(0, 2).findLastIndex((token) => definers.has(token));
  const own = tokens.slice(definer + 1).filter((token) => !structural.has(token));
  const isDefined = own.length > 0 && (definer !== -1 || tokens.length === 1);
  return join(isDefined ? own : [fileWords(place).at(-1) ?? '', ...own]);
}

/**
 * A name for each of some targets of one section, none of which is `taken`. A target has its natural name; where several
 * have the same, the one nearest to the root folder keeps it, and the others are called by their file as well
 * (`common_Pet`), then by their folders. So a name depends on the part itself and on those of the same name only.
 */
export function nameTargets(targets: readonly Target[], taken: ReadonlySet<string>): Map<Target, string> {
  const names = new Map<Target, string>();
  const used = new Set(taken);
  const ordered = targets.toSorted((left, right) => compareTargets(left, right));
  const waiting = ordered.filter((target) => {
    const name = naturalName(target.place);
    if (used.has(name)) return true;
    used.add(name);
    names.set(target, name);
    return false;
  });
  for (const target of waiting) {
    const name = qualifiedNames(target.place).find((candidate) => !used.has(candidate)) ?? target.id;
    used.add(name);
    names.set(target, name);
  }
  return names;
}

/** Ever longer names for a part, the last of which no other part has. */
function qualifiedNames(place: Place): string[] {
  const natural = naturalName(place);
  const words = fileWords(place);
  const isWhole = place.pointer === '';
  const folders = isWhole ? words.slice(0, -1) : words;
  const longer = folders.map((_, index) => join([...folders.slice(folders.length - index - 1), natural]));
  return [...longer, `${natural}_${fingerprint(`${place.source.uri}#${place.pointer}${place.mark ?? ''}`)}`];
}

/** The folders and the name of a place's file, without its extension; a file called index is named by its folder. */
function fileWords(place: Place): string[] {
  const path = place.source.data.locate('').document.replace(/^[a-z]+:\/\//i, '');
  const words = path.split('/').filter((word) => word !== '' && word !== '..' && word !== '.');
  const file = (words.pop() ?? '').replace(/\.(?:ya?ml|json)$/i, '').replace(/\.(?:schema|openapi|swagger)$/i, '');
  return /^_?index$/i.test(file) && words.length > 0 ? words : [...words, file];
}

function compareTargets(left: Target, right: Target): number {
  const leftPath = left.place.source.data.locate('').document;
  const rightPath = right.place.source.data.locate('').document;
  const depth = leftPath.split('/').length - rightPath.split('/').length;
  return (
    depth ||
    compareText(leftPath, rightPath) ||
    compareText(left.place.pointer, right.place.pointer) ||
    compareText(left.id, right.id)
  );
}

function join(words: readonly string[]): string {
  const clean = words.map((word) => trimmed(word.replaceAll(/[^A-Za-z0-9._-]+/g, '_'), '_'));
  return clean.filter((word) => word !== '').join('_') || 'part';
}

/** Eight hexadecimal digits that stand for a text (FNV-1a). */
function fingerprint(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
