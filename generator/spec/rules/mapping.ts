import { ownObject, own, type JsonObject } from '../../base/json.ts';
import { nameWords } from '../../base/names.ts';
import { escapeToken, localRefPointer, pointerTokens, resolvePointer } from '../../base/pointer.ts';

/** One entry of a discriminator's mapping: the value of the property, and the schema that it means. */
export interface MappingEntry {
  readonly value: string;
  readonly ref: string;
}

const componentPrefix = '#/components/schemas/';

/**
 * The mapping of a discriminator with all its targets as references (OAS 3.1, section 4.8.25.4): a target is a
 * component's name, which may hold dots, or a reference; of one that leads nowhere, such as a file's name left from
 * before a bundling, the last word is taken for a component's name if there is one.
 */
export function readMapping(document: JsonObject, discriminator: JsonObject | undefined): MappingEntry[] {
  return Object.entries(ownObject(discriminator, 'mapping') ?? {}).flatMap(([value, target]): MappingEntry[] => {
    const ref = typeof target === 'string' ? targetRef(document, target) : undefined;
    return ref === undefined ? [] : [{ value, ref }];
  });
}

function targetRef(document: JsonObject, target: string): string {
  const schemas = ownObject(ownObject(document, 'components'), 'schemas');
  if (own(schemas, target) !== undefined) return componentRef(target);
  const pointer = localRefPointer(target);
  if (pointer !== undefined && resolvePointer(document, pointer) !== undefined) return target;
  const last = target.split(/[/#]/).findLast((part) => part !== '') ?? '';
  const names = [last, last.replace(/\.(?:ya?ml|json)$/i, ''), target.replace(/\.(?:ya?ml|json)$/i, '')];
  const name = names.find((one) => own(schemas, one) !== undefined);
  return name === undefined ? target : componentRef(name);
}

/** The reference to the component schema called `key`. */
export function componentRef(key: string): string {
  // the rest of a URI's characters may stand as they are (RFC 3986, section 3.5)
  return componentPrefix + escapeToken(key).replaceAll(/[%"<>\\^`{|}\s#?[\]]/g, encodeURIComponent);
}

/** The key of the component schema that a reference leads to; undefined where it leads elsewhere. */
export function componentKey(ref: string | undefined): string | undefined {
  const [first, second, key, ...deeper] = pointerTokens(localRefPointer(ref ?? '') ?? '');
  return first === 'components' && second === 'schemas' && deeper.length === 0 ? key : undefined;
}

/** Whether two names are the same but for case and separators: `guineaPig` and `GUINEA_PIG`. */
export function soundAlike(left: string, right: string): boolean {
  return plain(left) !== '' && plain(left) === plain(right);
}

function plain(name: string): string {
  return nameWords(name).join('').toLowerCase();
}
