import type { Location } from '../../base/location.ts';
import type { FieldRow } from './field-row.ts';

/** The object that a text writes down as the form of a value, in code. */
export interface ShownForm {
  /** The values within it, with the words for a type where the way in which they are written shows it. */
  readonly children: readonly FieldRow[];
  readonly isList: boolean;
}

const phrase =
  /\b(?:in\s+the\s+(?:following\s+)?form(?:at)?(?:\s+of)?|specified\s+as(?:\s+an?\s+(?:json\s+)?(?:object|map))?(?:\s+in\s+the\s+form(?:at)?(?:\s+of)?)?|(?:of|with)\s+the\s+(?:form|structure|shape))\s{0,9}:?\s{0,20}`([^`\n]{3,400})`/i;
const listed = /^\W{0,3}(?:an?\s+|the\s+)?(?:list|array)\s+of\b/i;

/**
 * The values that a text says a value is made of, by writing down its form: `` in the form of: `[{"Path": "path", "Rate": rate}]` ``.
 * Undefined where no form is written, and where its names stand for any (`{"key": "value", "key2": "value2"}`). Gives no diagnostics.
 */
export function shownForm(text: string, location: Location): ShownForm | undefined {
  const start = text.slice(0, 1000);
  const code =
    phrase
      .exec(start)?.[1]
      ?.replace(/^"?\w{1,100}"?\s{0,4}:\s{0,4}(?=[[{])/, '')
      .trim() ?? '';
  const object = /^\[?\s{0,4}(\{.*\})\s{0,4}\]?$/.exec(code)?.[1];
  if (object === undefined) return undefined;
  const members = membersOf(object);
  const names = new Set(members.map(({ name }) => name));
  const isNamed = [...names].every((name) => /^[A-Za-z_]\w{0,80}$/.test(name));
  const standsForAny = [...names].some((name) => /\d$/.test(name) && names.has(name.replace(/\d{1,3}$/, '')));
  if (names.size < 2 || !isNamed || standsForAny) return undefined;
  const children = members.map(({ name, words }): FieldRow => ({
    name,
    ...(words !== undefined && { words }),
    children: [],
    location,
    method: 'prose',
  }));
  return { children, isList: code.startsWith('[') || listed.test(start) };
}

interface Member {
  readonly name: string;
  readonly words: string | undefined;
}

const wordsOf: Readonly<Record<string, string>> = { '"': 'string', '{': 'object', '[': 'array' };

/** The members of an object as it is written, which need not be JSON: `{"Port": <port>}`. */
function membersOf(object: string): Member[] {
  const tokens = object.match(/"[^"]{0,200}"|[{}[\],:]|[^"{}[\],:]+/g) ?? [];
  const members: Member[] = [];
  let depth = 0;
  let previous = '';
  for (const [index, token] of tokens.entries()) {
    if (token.trim() === '') continue;
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    const isName = depth === 1 && token.startsWith('"') && /^[{,]$/.test(previous) && tokens[index + 1] === ':';
    if (isName) {
      const value = tokens.slice(index + 2).find((one) => one.trim() !== '') ?? '';
      members.push({ name: token.slice(1, -1), words: wordsOf[value.charAt(0)] });
    }
    previous = token;
  }
  return members;
}
