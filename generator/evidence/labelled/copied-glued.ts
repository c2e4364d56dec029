import { jsonLiteral } from '../nameless/items.ts';
import { readCopiedType, readLimits, type Limit } from './copied-types.ts';
import type { Label } from './grammar.ts';

const word =
  '(?:string|integer|long|number|float|double|boolean|object|any|file|date|datetime|enum|map|uuid|base64|literal)';
const spelled = `(?:(?:lists? of |maps? from strings? to ){1,4}${word}s?|${word})`;
const line = new RegExp(`^([A-Za-z_$@][\\w$.@-]{0,100}?)(${spelled}(?: or null)?)(?:(Required|Optional)(.*))?$`);

/**
 * A property whose name, type and mark stand on one line without anything between them, and nothing else but limits, a default and a
 * format: `kindenumOptionalDefaults to small`, `tagslist of strings or nullOptional`. What has no mark is one only where `isKnown`
 * says that the page has the name, or where the type is spelled out. Undefined where the line is none.
 */
export function gluedLabel(text: string, isKnown: (name: string) => boolean): Label | undefined {
  if (text.length > 300) return undefined;
  const [, name = '', words = '', mark, rest = ''] = line.exec(text) ?? [];
  if (name === '' || (mark === undefined && !isKnown(name) && !/ of | to | or /.test(words))) return undefined;
  const type = readCopiedType(words.replace(/(?<=^|\s)base64/, 'binary').replace(/(?<=^|\s)literal/, 'string'));
  const added = type && readAdded(rest);
  if (!added) return undefined;
  const { format, standard, limits } = added;
  return {
    name,
    type: format !== undefined && !/[<[]/.test(type.type) ? `${type.type}<${format}>` : type.type,
    ...(mark !== undefined && { required: mark === 'Required' }),
    ...(type.nullable && { nullable: true as const }),
    ...(limits.length > 0 && { limits }),
    ...(standard !== undefined && { default: jsonLiteral(standard) ?? standard }),
  };
}

/** What stands behind the mark, piece by piece; undefined where anything else does. */
function readAdded(text: string): { format?: string; standard?: string; limits: readonly Limit[] } | undefined {
  const limits: Limit[] = [];
  let format: string | undefined;
  let standard: string | undefined;
  let rest = text;
  while (rest !== '') {
    const piece =
      /^(?:format: ?"([\w-]{1,40})"|Defaults to (\S{1,80}?)(?=[<>]=?\d|format: |$)|([<>]=?-?[\d.]{1,20}(?: (?:characters|items))?))/.exec(
        rest,
      );
    if (!piece) return undefined;
    format ??= piece[1];
    standard ??= piece[2];
    const found = piece[3] === undefined ? [] : readLimits(piece[3]);
    if (!found) return undefined;
    limits.push(...found);
    rest = rest.slice(piece[0].length);
  }
  return { ...(format !== undefined && { format }), ...(standard !== undefined && { standard }), limits };
}
