import type { JsonValue } from '../../base/json.ts';

/** A JSON Schema limit, as in `{ keyword: 'maxLength', value: 20 }`. */
export interface Limit {
  readonly keyword: string;
  readonly value: JsonValue;
}

/** What a line of a copied page says of a value's type. */
export interface CopiedType {
  /** In the form that the table of type words knows. */
  readonly type: string;
  readonly limits: readonly Limit[];
  readonly nullable?: true;
  /** The name of the schema behind it. */
  readonly schema?: string;
}

const word =
  '(?:strings?|integers?|int32|int64|int|numbers?|floats?|doubles?|decimals?|booleans?|bool|objects?|any|file|binary|date-time|datetime|date|uuid|map|enum)';
const array = new RegExp(`^(?:array|list) ?(?:of |[[<] ?)(${word})(?: ?[\\]>])?(?=[\\s(]|$)`, 'i');
const plain = new RegExp(`^(${word}|array|list)((?:\\[\\])*)(?=[\\s(<^]|$)`, 'i');
const only = new RegExp(`^${word}(?:\\[\\])*$`, 'i');
const format = /^ ?<([\w-]{1,40})>|^ ?\(\$([\w-]{1,40})\)|^\((?!required|optional)([a-z][\w-]{1,40})\)/;
/** The name of a schema behind its type: `object (Spot)`. */
const schemaName = /^ \((?!required|optional)([\w .:/-]{1,80})\)/i;
const dottedName = / · ([^·]{1,120})$/u;
/** The same with the name before it: `Spot · object[]`. */
const dottedType = /^([^·]{1,120}) · (\S{1,40}(?: \| null)?)$/u;

/**
 * Reads a line that says nothing but a type, as renderers of OpenAPI print it: `integer($int64)`, `string <uuid>`, `Array of
 * strings unique`, `object (Spot)`, `string [ 1 .. 20 ] characters`, `Type: string`, `string or null`, `nullable object`.
 * Undefined where anything else stands on the line.
 */
export function readCopiedType(line: string): CopiedType | undefined {
  if (line.length > 200) return undefined;
  const turned = dottedType.exec(line);
  if (turned && !plain.test(turned[1] ?? '') && plain.test(turned[2] ?? ''))
    return readCopiedType(`${turned[2] ?? ''} · ${turned[1] ?? ''}`);
  const text = line.replace(/^type\s?: ?/i, '').trim();
  const nullable = /^nullable | or null(?= [<>=≤≥[])|(?: or|,| ?\|) ?null(?:able)?$|\s(?:nullable|Nullable)$/.test(
    text,
  );
  const behind = dottedName.exec(text)?.[1]?.replace(/\[\]$/, '').trim();
  const bare = text
    .replace(dottedName, '')
    .replace(/^nullable /, '')
    .replace(/ or null(?= [<>=≤≥[])/, '')
    .replace(/(?: or|,| ?\|) ?null(?:able)?$|\s[nN]ullable$/, '');
  const spelled = spelledOut(bare);
  if (spelled !== undefined) return { type: spelled, limits: [], ...(nullable && { nullable: true as const }) };
  const list = array.exec(bare);
  const found = list ?? plain.exec(bare);
  if (!found) return undefined;
  let rest = bare.slice(found[0].length);
  const kind = format.exec(rest);
  rest = rest.slice(kind?.[0].length ?? 0);
  const schema = schemaName.exec(rest)?.[1] ?? behind;
  rest = rest.replace(schemaName, '');
  const limits = rest.trim() === '' ? [] : readLimits(rest.trim());
  if (!limits) return undefined;
  const name = singular(found[1] ?? '');
  const formatted = kind ? `${name}<${kind[1] ?? kind[2] ?? kind[3] ?? ''}>` : name;
  const type = list ? `${formatted}[]` : `${formatted}${found[2] ?? ''}`;
  return { type, limits, ...(nullable && { nullable: true as const }), ...(schema !== undefined && { schema }) };
}

/** Words that spell a container out, `list of maps from strings to integers`, `array object[]`; undefined for any others. */
function spelledOut(text: string, depth = 0): string | undefined {
  if (depth > 5) return undefined;
  const list = /^(?:lists?|arrays?) of (?:an? )?(.+)$/i.exec(text)?.[1];
  const map = /^maps? (?:from strings? )?to (.+)$|^dictionary\[string, (.+)\]$/i.exec(text)?.slice(1).find(Boolean);
  const inner = list ?? map;
  if (inner !== undefined) {
    const of = spelledOut(inner, depth + 1) ?? (only.test(inner) ? singular(inner) : undefined);
    return of && (list === undefined ? `map<string, ${of}>` : `${of}[]`);
  }
  const repeated = /^(?:array|list) (\S+\[\])$/i.exec(text)?.[1];
  return repeated !== undefined && only.test(repeated) ? repeated : undefined;
}

function singular(name: string): string {
  return name.toLowerCase().replace(/(?<=^(?:string|integer|number|float|double|decimal|boolean|object))s$/, '');
}

/** Limits without a unit as those of a type: of a string its length is limited, of a list how many there are. Gives no diagnostics. */
export function limitsOf(type: string, limits: readonly Limit[]): readonly Limit[] {
  const unit = /\]$|^(?:array|list)\b/.test(type) ? 'Items' : /^string\b/.test(type) ? 'Length' : undefined;
  if (unit === undefined) return limits;
  return limits.map((one) => ({ ...one, keyword: one.keyword.replace(/^(min|max)imum$/, `$1${unit}`) }));
}

const number = String.raw`(-?\d{1,15}(?:\.\d{1,15})?)`;
const counted = String.raw`(?:\s?(characters?|chars?|items?|elements?|properties))?`;

/** Forms of limits; groups: the first number, the second, what is counted. */
const ranges: readonly (readonly [RegExp, readonly [string, string?]])[] = [
  [new RegExp(String.raw`^[[(] ?${number} ?\.\. ?${number} ?[\])]${counted}$`), ['min', 'max']],
  [new RegExp(String.raw`^(?:>=|≥)\s?${number}()${counted}$`), ['min']],
  [new RegExp(String.raw`^(?:<=|≤)\s?${number}()${counted}$`), ['max']],
  [new RegExp(String.raw`^>\s?${number}()${counted}$`), ['exclusiveMin']],
  [new RegExp(String.raw`^<\s?${number}()${counted}$`), ['exclusiveMax']],
  [new RegExp(String.raw`^=\s?${number}()\s(characters?|items?)$`), ['min', 'max']],
  [new RegExp(String.raw`^(?:>=|≥)\s?${number} (?:and )?(?:<=|≤)\s?${number}${counted}$`), ['min', 'max']],
  [new RegExp(String.raw`^${number} to ${number}()$`), ['min', 'max']],
  [new RegExp(String.raw`^(?:required range: )?${number} ?<= ?x ?<= ?${number}()$`, 'i'), ['min', 'max']],
  [new RegExp(String.raw`^(?:required range: )?x ?>= ?${number}()()$`, 'i'), ['min']],
  [new RegExp(String.raw`^(?:required range: )?x ?<= ?${number}()()$`, 'i'), ['max']],
];

const named: readonly (readonly [RegExp, readonly string[]])[] = [
  [new RegExp(String.raw`^(?:string )?length (?:≥|>=) ?${number}$`, 'i'), ['minLength']],
  [new RegExp(String.raw`^(?:string )?length (?:≤|<=) ?${number}$`, 'i'), ['maxLength']],
  [new RegExp(String.raw`^length between ${number} and ${number}$`, 'i'), ['minLength', 'maxLength']],
  [new RegExp(String.raw`^(?:required )?string length: ?${number} ?- ?${number}$`, 'i'), ['minLength', 'maxLength']],
  [new RegExp(String.raw`^min(?:imum)? ?(?:string )?length ?: {0,3}${number}$`, 'i'), ['minLength']],
  [new RegExp(String.raw`^max(?:imum)? ?(?:string )?length ?: {0,3}${number}$`, 'i'), ['maxLength']],
  [new RegExp(String.raw`^min(?:imum)? ?(?:array length|items) ?: {0,3}${number}$`, 'i'), ['minItems']],
  [new RegExp(String.raw`^max(?:imum)? ?(?:array length|items) ?: {0,3}${number}$`, 'i'), ['maxItems']],
  [new RegExp(String.raw`^greater than ?: {0,3}${number}$`, 'i'), ['exclusiveMinimum']],
  [new RegExp(String.raw`^less than ?: {0,3}${number}$`, 'i'), ['exclusiveMaximum']],
  [new RegExp(String.raw`^multiple of ?: {0,3}${number}$`, 'i'), ['multipleOf']],
  [new RegExp(String.raw`^(?:min(?:imum)?) ?: {0,3}${number}$`, 'i'), ['minimum']],
  [new RegExp(String.raw`^(?:max(?:imum)?) ?: {0,3}${number}$`, 'i'), ['maximum']],
];

/** Whether a line announces a limit that stands on the next one: `Match pattern:`, `max length:`. */
export const limitLabel: RegExp =
  /^(?:(?:match )?pattern|(?:min|max)(?:imum)?(?: (?:string )?length| items| array length)?):$/i;

/**
 * Reads a text that is nothing but limits, as `[ 1 .. 20 ] characters`, `>= 0`, `length ≤ 20`, `max length: 40`,
 * `Match pattern: ^[A-Z]$`, `non-empty`, `unique`; undefined where it is not.
 */
export function readLimits(line: string): Limit[] | undefined {
  if (line.length > 300) return undefined;
  if (/^non-empty$/.test(line)) return [{ keyword: 'minLength', value: 1 }];
  if (/^unique(?: items)?$/.test(line)) return [{ keyword: 'uniqueItems', value: true }];
  const pattern = /^(?:(?:match )?pattern: {0,3})?(\^.*\$)$/i.exec(line)?.[1];
  if (pattern !== undefined) return [{ keyword: 'pattern', value: pattern }];
  for (const [form, keywords] of named) {
    const found = form.exec(line);
    if (found) return keywords.map((keyword, index) => ({ keyword, value: Number(found[index + 1]) }));
  }
  for (const [form, ends] of ranges) {
    const found = form.exec(line);
    if (!found) continue;
    const [, first = '', second = '', what = ''] = found;
    return ends.flatMap((end, index) => {
      const value = Number(index === 1 && second !== '' ? second : first);
      return end === undefined ? [] : [{ keyword: keywordOf(end, what), value }];
    });
  }
  return undefined;
}

function keywordOf(end: string, what: string): string {
  const unit = what.startsWith('char')
    ? 'Length'
    : /^(?:item|element)/.test(what)
      ? 'Items'
      : what === ''
        ? 'imum'
        : 'Properties';
  return `${end}${unit}`;
}
