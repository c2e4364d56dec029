import { httpMethod } from '../endpoints.ts';
import type { HttpMethod, Step } from '../evidence.ts';

/** A path parameter of a signature, with the word of its type. */
export interface SignatureParameter {
  readonly name: string;
  readonly type?: string;
}

/** The path of a signature as a template. */
export interface Signature {
  readonly path: string;
  readonly parameters: readonly SignatureParameter[];
}

/** The method that a directive's name says (`http:get`, `http:post`), or undefined. */
export function directiveMethod(tag: string): HttpMethod | undefined {
  const word = /^http:([a-z]+)$/i.exec(tag)?.[1];
  return word === undefined ? undefined : httpMethod(word);
}

/** Reads `/users/(int:user_id)/posts/<tag>?all`: placeholders in parentheses, angle brackets or braces, or behind a colon, with an optional type before a colon. */
export function readSignature(text: string): Signature {
  const parameters: SignatureParameter[] = [];
  const path = (text.split(/[?\s]/, 1)[0] ?? '').replaceAll(
    /\(([^()\s]{1,200})\)|<([^<>\s]{1,200})>|\{([^{}\s]{1,200})\}|(?<=\/):([A-Za-z_]\w{0,200})(?=[/.]|$)/g,
    (_, round?: string, angle?: string, brace?: string, bare?: string) => {
      const inner = round ?? angle ?? brace ?? bare ?? '';
      const colon = inner.indexOf(':');
      const name = colon === -1 ? inner : inner.slice(colon + 1);
      const type = colon === -1 ? undefined : inner.slice(0, colon).replace(/\(.*/, '');
      parameters.push({ name, ...(type !== undefined && type !== '' && { type: pathTypes[type] ?? type }) });
      return `{${name}}`;
    },
  );
  return { path: path.startsWith('/') ? path : `/${path}`, parameters };
}

/** Converters of paths, whose names are no type words. */
const pathTypes: Readonly<Record<string, string>> = {
  path: 'string',
  any: 'string',
  default: 'string',
  slug: 'string',
};

/** The part of an operation that a field describes. */
export type FieldPlace = 'path' | 'query' | 'header' | 'form' | 'request' | 'response' | 'status' | 'answerHeader';

/** A field of a directive of an operation: `:json int id:`, `:statuscode 404:`. */
export interface FieldName {
  readonly place: FieldPlace;
  readonly name: string;
  readonly type?: string;
  /** The body is a list of what has this property. */
  readonly list?: true;
}

/** What the first word of a field says (sphinxcontrib-httpdomain, "Resource Fields"). */
const places: readonly (readonly [RegExp, FieldPlace])[] = [
  [/^(?:param|parameter|arg|argument|urlparam|pathparam|path)$/, 'path'],
  [/^(?:query|queryparam|queryparameter|qparam)$/, 'query'],
  [/^(?:form|formparam|formparameter|fparam)$/, 'form'],
  [/^(?:json|jsonparam|jsonparameter|<json|reqjson|<jsonobj|reqjsonobj|<jsonarr|reqjsonarr)$/, 'request'],
  [/^(?:>json|resjson|>jsonobj|resjsonobj|>jsonarr|resjsonarr)$/, 'response'],
  [/^(?:<header|reqheader|requestheader|header)$/, 'header'],
  [/^(?:>header|resheader|responseheader)$/, 'answerHeader'],
  [/^(?:statuscode|status|code)$/, 'status'],
];

/** Reads the name of a field, or undefined where it is none of an operation. */
export function readFieldName(text: string): FieldName | undefined {
  const [word = '', ...rest] = text.trim().split(/\s+/);
  const place = places.find(([pattern]) => pattern.test(word))?.[1];
  if (place === undefined || rest.length === 0) return undefined;
  const list = word.endsWith('arr') ? { list: true as const } : {};
  if (place === 'status') return { place, name: rest.join(' ') };
  const name = rest.at(-1) ?? '';
  const type = rest.slice(0, -1).join(' ');
  return { place, name, ...list, ...(type !== '' && { type }) };
}

/** `data.items[].id`, `data.items[0].id` as steps. */
export function propertySteps(name: string): Step[] {
  return name.split('.').flatMap((part): Step[] => {
    const plain = part.replace(/(?:\[\d{0,4}\])+$/, '');
    const items = part.slice(plain.length).split(']').length - 1;
    const steps: Step[] = plain === '' ? [] : [{ kind: 'property', name: plain }];
    for (let count = 0; count < items; count += 1) steps.push({ kind: 'items' });
    return steps;
  });
}
