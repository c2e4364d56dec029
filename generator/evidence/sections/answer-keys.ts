import type { EntityReference } from '../evidence.ts';
import { plainText } from './markup.ts';
import { referenceOf } from './references.ts';

/** An object that an answer holds, and the member that it is. */
export interface KeyedObject {
  readonly name: string;
  readonly reference: EntityReference;
}

const keyWord = String.raw`(?:(?:root|top-level|json)\s)?(?:key|member|property|field|attribute|element|envelope)`;
const name = String.raw`["'\x60*]{1,2}([A-Za-z_]\w{0,60})["'\x60*]{1,2}`;
const linked = String.raw`\[([^\][\n]{1,100})\]\(([^()\s]{1,300})\)(?:\s(?:json\s)?(?:objects?|resources?|entit(?:y|ies)))?`;

/** `The [box](#box) under the key `box``, ``a list of [boxes](#box), wrapped in `boxes` ``. */
const behindObject = new RegExp(
  String.raw`((?:array|list)\sof\s)?(?:(?:the|an?|all|your|[a-z]{3,20}ed)\s){0,2}${linked},?\s(?:(?:is|are|stands?|comes?|found|given|returned|wrapped|nested)\s)?(?:(?:under|within|inside|in|as)\s(?:the\s|an?\s)?(?:${keyWord}\s(?:called\s|named\s)?|(?=["'\x60*]{1,2}\w{1,61}["'\x60*]{1,2}\s${keyWord}\b))|(?:under|wrapped\sin)\s(?:the\s|an?\s)?)${name}(?![\w\x60/])`,
  'i',
);

/** `The answer has `boxes`, a list of [boxes](#box)`. */
const beforeObject = new RegExp(
  String.raw`\b(?:answers?|response|result|reply|object|body)\s(?:has|with|contains|holds)\s(?:an?\s|the\s)?(?:(?:${keyWord})\s)?${name}(?:\s${keyWord})?(?:,|:|\s[–—-]|\s(?:with|holding|containing)|,\swhich\s(?:is|holds))\s(?:(?:an?\s)?((?:array|list)\sof\s)|the\s|an?\s)${linked}`,
  'i',
);

/** `An object whose key is `boxes` and whose value is an array of [boxes](#box)`. */
const whoseKey = new RegExp(
  String.raw`\bobject\swhose\s(?:only\s)?${keyWord}\s(?:is\s)?${name},?\s(?:and\s)?(?:whose\s)?value\s(?:is|holds|contains)\s(?:(?:an?\s)?((?:array|list)\sof\s)|the\s|an?\s)${linked}`,
  'i',
);

/**
 * The object that an answer holds in a member of its own, where a text says which: under a key, or as the value of one. Undefined where it
 * says no such thing. Gives no diagnostics.
 */
export function keyedObject(text: string, document: string): KeyedObject | undefined {
  const plain = text.slice(0, 2000);
  const behind = behindObject.exec(plain);
  const before = behind ? null : (beforeObject.exec(plain) ?? whoseKey.exec(plain));
  const [list = '', words = '', target = '', key = ''] = behind
    ? behind.slice(1)
    : [before?.[2], before?.[3], before?.[4], before?.[1]];
  if (key === '') return undefined;
  const reference = referenceOf(`${list}${plainText(words)}`, target, 1, document);
  return reference && { name: key, reference };
}
