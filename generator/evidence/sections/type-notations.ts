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

/** Other names of classes for lists: `ReadonlyArray<Box>`. */
const listClass =
  /^(?:Readonly(?:Array|List|Set)|I?Enumerable|IList|ICollection|IReadOnly(?:List|Collection)|Iterable|Sequence|ArrayList|LinkedList|HashSet|Vec|Seq|Collection)\s?[<[]\s?(.{1,150}?)\s?[>\]]$/;

/** The lists and maps around what words for a type are about: what they hold, and which they are, outermost first. */
export interface Nesting {
  readonly inner: string;
  readonly forms: readonly ('list' | 'map')[];
}

const layers: readonly (readonly ['list' | 'map', RegExp])[] = [
  ['list', /^(?:an?\s)?(?:array|list|set)s?\sof\s(?:(?:arrays|lists)(?=\sof\s))?(\S.{0,300})$/i],
  ['list', /^(?:array|list|set)\s?[<[]\s?(\S.{0,300}?)\s?[>\]]$/i],
  ['list', listClass],
  ['map', /^(?:hash)?(?:map|dict|dictionary|record|idictionary|table)\s?[<[]\s?\w{1,40}\s?,\s?(\S.{0,300}?)\s?[>\]]$/i],
  ['list', /^(\S.{0,300}?)\[\]$/],
];

/** The lists and maps that words for a type nest in each other around one name: `Map<string, List<Box>>`, `array of array of [Box](#box)`. Gives no diagnostics. */
export function nestingOf(written: string): Nesting {
  const forms: ('list' | 'map')[] = [];
  let inner = written.length > 400 ? '' : written.replaceAll(/`(?=[^`]*`)|`(?=[^`]*$)/g, '').trim();
  for (let depth = 0; depth < 6; depth += 1) {
    const layer = layers
      .map(([form, pattern]) => [form, pattern.exec(inner)?.[1]] as const)
      .find(([, held]) => held !== undefined);
    if (!layer) break;
    forms.push(layer[0]);
    inner = layer[1] ?? '';
  }
  return { inner, forms };
}

/** `Optional[str]`, `Maybe<string>`. */
const optionalForm = /^(?:optional|nullable|maybe)\s?[<[]\s?(.{1,150}?)\s?[>\]]$/i;

/** `Union[str, int]`. */
const unionForm = /^(?:union|oneof|anyof)\s?[<[(]\s?([^<>[\]()]{1,150}?)\s?[>\])]$/i;

const classInCode = /^`([A-Z]\w{1,100}(?:\[\]){0,3}|[A-Za-z]{3,20}[<[][\w<>, [\].]{1,150}[>\]])`\.?$/;

/** The name of a class in code, alone or in what holds several, where a text is nothing else: `` `Box` ``, `` `List<Box>` ``. Gives no diagnostics. */
export function codedClass(text: string): string | undefined {
  const name = classInCode.exec(text.trim())?.[1];
  return name === undefined || (/^\w+$/.test(name) && !isClassName(name)) ? undefined : name;
}

/**
 * Words for a type in the form that others have which mean the same: maps as `map<string, number>` or `map of Box objects`, `Optional[str]`
 * as `str or null`, `Union[str, int]` as `str | int`. As they are where they are none of these. Gives no diagnostics.
 */
export function inCommonForm(written: string): string {
  const linked = linkedGeneric(written);
  if (linked !== undefined) return linked;
  const text = written.replaceAll(/[`*]/g, '').trim();
  if (text.length > 200) return written;
  const held = listClass.exec(text)?.[1];
  if (held !== undefined) return `array<${held}>`;
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
