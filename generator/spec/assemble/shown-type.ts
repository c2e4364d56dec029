import { jsonType, type JsonValue } from '../../base/json.ts';
import { shownNumber } from '../../base/shown-number.ts';
import { factsOf, type FactNode } from './fact-tree.ts';

/** The type that values show, and whether it is only likely. */
export interface ShownType {
  readonly type: string;
  readonly isGuess: boolean;
}

/** The type that the default or the examples of a value show, where nothing names it; undefined where there are none. Gives no diagnostics. */
export function typeOfValues(node: FactNode): ShownType | undefined {
  const stated = factsOf(node.evidence, 'default')[0]?.fact.value;
  const shown = factsOf(node.evidence, 'example').filter(({ fact }) => fact.placeholder !== true);
  // in a URL every value is text, so a value of another type says more
  const value = stated ?? (shown.find(({ fact }) => typeof fact.value !== 'string') ?? shown[0])?.fact.value;
  if (value === undefined || value === null) return undefined;
  const isText =
    stated === undefined &&
    shown.every(({ evidence: { confidence, method } }) => confidence === 'low' && method === 'sample');
  const type = jsonType(isText && !opaqueName.test(node.name) ? textValue(value) : value);
  const isGuess = type !== jsonType(value);
  return { type: type === 'integer' ? shownNumber(node.name) : type, isGuess };
}

/** Names of values that may be digits and are no numbers. */
const opaqueName =
  /(?:^|[_.-])(?:id|ids|code|phone|zip|key|token|version|sku|isbn|number)\]?$|[a-z](?:Id|Ids|Code|Phone|Zip|Key|Token|Version|Number)$/;

/** What a text in a URL or a form most likely is: a number and a truth value are sent as they are written in JSON. */
function textValue(value: JsonValue): JsonValue {
  return typeof value === 'string' && /^(?:true|false|-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?)$/.test(value)
    ? (JSON.parse(value) as JsonValue)
    : value;
}
