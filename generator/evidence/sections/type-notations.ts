import { typeWordsOf } from './list-notes.ts';

/** The name of a class, as schemas are called: `Box`, `HTTPBoxList`, `InlineBox2`. */
const className = /^(?:[A-Z][a-z]+[A-Za-z]*|(?:[A-Z][a-z]+|[A-Z]{1,5}[a-z]+)(?:[A-Z][A-Za-z\d]*))$/;

/** Whether a word is written as the name of a class and is none for a type. Gives no diagnostics. */
export function isClassName(word: string): boolean {
  return word.length <= 120 && className.test(word) && typeWordsOf(word) === undefined;
}

const mapWord = String.raw`(?:an?\s)?(?:json\s)?(?:object|hash(?:map|table)?|map(?:ping)?|dict(?:ionary)?|record)`;

/** The forms of maps, each with what its values are called. */
const mapForms: readonly RegExp[] = [
  // `Record<string, Box>`, `dict[str, int]`
  new RegExp(String.raw`^${mapWord}\s?[<[(]\s?\w{1,40}\s?,\s?([^,]{1,150}?)\s?[>\])]$`, 'i'),
  /^map\[\w{1,40}\]\s?(.{1,150})$/,
  // an index signature of TypeScript
  /^\{\s?\[\s?\w{1,40}\s?:\s?(?:string|number)\s?\]\s?:\s?(.{1,150}?)\s?;?\s?\}$/,
  // `map of string to Box`, `object (string → number)`
  new RegExp(
    String.raw`^${mapWord}\s\(?(?:(?:of|from)\s)?(?:[\w-]{1,40}\s){1,2}(?:to|→|->|=>)\s(?:an?\s)?([^()]{1,150}?)\)?$`,
    'i',
  ),
  /^(?:an?\s)?(?:map|dict(?:ionary)?|hash)\sof\s([^,]{1,150})$/i,
];

/** `Optional[str]`, `Maybe<string>`. */
const optionalForm = /^(?:optional|nullable|maybe)\s?[<[]\s?(.{1,150}?)\s?[>\]]$/i;

/** `Union[str, int]`. */
const unionForm = /^(?:union|oneof|anyof)\s?[<[(]\s?([^<>[\]()]{1,150}?)\s?[>\])]$/i;

/**
 * Words for a type in the form that others have which mean the same: maps as `map<string, number>` or `map of Box objects`, `Optional[str]`
 * as `str or null`, `Union[str, int]` as `str | int`. As they are where they are none of these. Gives no diagnostics.
 */
export function inCommonForm(written: string): string {
  const linked = linkedGeneric(written);
  if (linked !== undefined) return linked;
  const text = written.replaceAll(/[`*]/g, '').trim();
  if (text.length > 200) return written;
  const union = unionForm.exec(text)?.[1];
  if (union !== undefined && union.includes(',')) return union.split(/\s?,\s?/).join(' | ');
  const optional = optionalForm.exec(text)?.[1];
  if (optional !== undefined) return `${inCommonForm(optional)} or null`;
  const values = mapForms.map((form) => form.exec(text)?.[1]).find((one) => one !== undefined);
  if (values !== undefined) return mapOf(values) ?? written;
  if (/^(?:arbitrary\s|free[- ]form\s)?key[-/ ]value\s(?:pairs?|map|object)$/i.test(text)) return 'map';
  return written;
}

/** A list or map that is the text of the link to what it holds: `[array[Box]](#Box)`, `[map[String, Box]](#Box)`. */
const genericLink =
  /^\[(?:(array|list|set)|(map))\\?[[<](?:\w{1,40},\s?)?([\w.$[\]<>-]{1,120})\\?[\]>]\]\(([^()\s]{1,300})\)$/i;

/** Such a link with the words before it: `array of [Box](#Box)`; what it holds alone where that is no object. */
function linkedGeneric(written: string): string | undefined {
  const [, list, map, item = '', target = ''] = genericLink.exec(written.slice(0, 700)) ?? [];
  if (list === undefined && map === undefined) return undefined;
  const words = typeWordsOf(item);
  if (words !== undefined) return map === undefined ? `array<${words}>` : `map<string, ${words}>`;
  return `${map === undefined ? 'array' : 'map'} of [${item}](${target})${map === undefined ? '' : ' objects'}`;
}

function mapOf(written: string): string | undefined {
  const values = inCommonForm(written);
  const [, name = ''] = /^(?:\[)?(\w{1,100}?)(?:\sobjects?)?$/.exec(values) ?? [];
  if (isClassName(name)) return `map of ${name} objects`;
  return typeWordsOf(values) === undefined ? undefined : `map<string, ${values}>`;
}
