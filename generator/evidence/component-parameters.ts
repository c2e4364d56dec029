import type { ElementBlock } from '../pages/page.ts';
import {
  attributeNames,
  attributeText,
  componentRole,
  placeAttributes,
  tagPlace,
  wordPlace,
  type Place,
} from './component-roles.ts';
import type { OperationName, Step, Subject } from './evidence.ts';

/** Where a component's parameter belongs. */
export interface ParameterPlace {
  readonly place: Place;
  readonly name: string;
  /** Steps into the body for `body` and `response`; empty for parameters. */
  readonly path: readonly Step[];
  /** Nothing says where it is sent: it is a guess by the method. */
  readonly isGuess?: true;
}

/** The parameter around a nested one. */
export interface Enclosing {
  readonly place: Place;
  /** The steps to where nested names belong: through the items of an array. */
  readonly path: readonly Step[];
}

/**
 * The name and place of the parameter that a component describes. The place comes from an attribute, from the
 * parameter around it, from the component's name, from the section, in this order; undefined where none says it or
 * the component has no name.
 */
export function parameterPlace(
  element: ElementBlock,
  section: Place | undefined,
  enclosing: Enclosing | undefined,
): ParameterPlace | undefined {
  const direct = placeAttributes.find((name) => attributeText(element, name) !== undefined);
  const named = writtenName(element);
  const stated =
    direct !== undefined && (named === undefined || attributeText(element, 'name') === undefined)
      ? wordPlace(direct)
      : wordPlace(attributeText(element, 'in', 'location', 'paramtype', 'placement', 'where') ?? '');
  const name = direct !== undefined && stated === wordPlace(direct) ? attributeText(element, direct) : named;
  // An empty name, and none beside a type, stands for the whole body.
  const isTyped = writtenType(element) !== undefined && !hasName(element);
  const isWhole = name === undefined && (element.attributes.name === '' || isTyped);
  const isAny = enclosing !== undefined && name !== undefined && anyName.test(name);
  if (!isWhole && !isAny && (name === undefined || /\s/.test(name))) return undefined;
  // XML that configures something else: `<property name="a" value="b"/>`
  if (/^[a-z]+$/.test(element.tag) && attributeText(element, 'value') !== undefined) return undefined;
  // what stands in a response is a part of it, even if it is called a part of "the body"
  const said = stated === 'body' && (enclosing?.place ?? section) === 'response' ? 'response' : stated;
  const nested = enclosing && (said === undefined || said === enclosing.place) ? enclosing : undefined;
  const place = nested?.place ?? said ?? tagPlace(element.tag) ?? section;
  if (!place) return undefined;
  const hasPath = place === 'body' || place === 'response';
  if (name === undefined) return hasPath ? { place, name: '', path: nested?.path ?? [] } : undefined;
  const steps: Step[] = isAny && nested ? [{ kind: 'values' }] : nameSteps(name);
  return { place, name, path: hasPath ? nestedPath(nested?.path ?? [], steps) : [] };
}

/** Attributes that hold a name, whatever they say. */
const nameAttributes = [
  'name',
  'field',
  'param',
  'property',
  'key',
  'parameter',
  'attribute',
  'prop',
  'paramname',
  'fieldname',
];

/** Attributes that hold a name where none is there to hold it, and the value could be one. */
const titleAttributes = ['label', 'title', 'id'];

/** Attributes that hold the words for a type. */
export const typeAttributes: readonly string[] = ['type', 'datatype', 'schematype', 'valuetype', 'schemaname'];

/** The words for the type of a parameter as its component has them. */
export function writtenType(element: ElementBlock): string | undefined {
  return attributeText(element, ...typeAttributes);
}

/** The name of a parameter as its component has it. */
export function writtenName(element: ElementBlock): string | undefined {
  const title = attributeText(element, ...titleAttributes);
  const isName = title !== undefined && /^[A-Za-z_$][\w$.[\]-]*$/.test(title);
  const named =
    attributeText(element, ...nameAttributes) ?? (isName && element.attributes.name === undefined ? title : undefined);
  return named?.replaceAll(/\\(?=[[\]_*.-])/g, '');
}

/** Whether a component has an attribute for its name, be it one that cannot be read. */
function hasName(element: ElementBlock): boolean {
  const names = new Set([...nameAttributes, ...titleAttributes, ...placeAttributes]);
  return attributeNames(element).some((name) => names.has(name));
}

/** Whether a component describes a parameter of the path and has no attribute for its name. */
export function isNamelessPath(element: ElementBlock): boolean {
  return componentRole(element.tag) === 'parameter' && tagPlace(element.tag) === 'path' && !hasName(element);
}

/** What is longer is no path of names. */
const maxName = 1000;

/** A segment that stands for any name: `<name>`, `{id}`, `*`. */
const anyKey = /^(?:\*|<[\w -]{1,40}>|\{[\w -]{1,40}\})$/;

/** What stands in a field for any of its names: `<key>`, `{id}`, `*`, `[key: string]`. */
const anyName = /^(?:\*|<[\w -]{1,40}>|\{[\w -]{1,40}\}|\[\w{1,40}:\s?\w{1,40}\])$/;

/** The steps a name says: `a.b`, `items[].id`, `filter[name]`, `list[0]`, `labels.<key>`. */
export function nameSteps(name: string): Step[] {
  if (name.length > maxName) return [{ kind: 'property', name }];
  // `files[n]`: any of a list
  const parts = [...name.matchAll(/\[(?:\d*|\*|#|[nNij]|idx|index|<(?:n|i|index)>)\]|\[([^\]]+)\]|([^.[\]]+)/g)];
  return parts.map(([whole, inner, plain], at) => {
    if (whole.startsWith('[') && inner === undefined) return { kind: 'items' };
    if (plain === '*' || (at > 0 && anyKey.test(inner ?? plain ?? ''))) return { kind: 'values' };
    return { kind: 'property', name: (inner ?? plain ?? '').replaceAll(/^["']|["']$/g, '') };
  });
}

function same(left: Step | undefined, right: Step | undefined): boolean {
  if (left?.kind === 'property' && right?.kind === 'property') return left.name === right.name;
  return left?.kind === right?.kind;
}

/** `steps` below `outer`; steps that repeat the whole of `outer` (a nested field with its full name) count once. */
export function nestedPath(outer: readonly Step[], steps: readonly Step[]): Step[] {
  const names = outer.filter((step) => step.kind === 'property');
  const given = steps.filter((step) => step.kind === 'property');
  const repeats = names.length > 0 && given.length > names.length && names.every((step, at) => same(step, given[at]));
  // `[].day` in what is a list already
  const isOfItems = outer.at(-1)?.kind === 'items' && steps[0]?.kind === 'items' && steps.length > 1;
  if (!repeats) return [...outer, ...(isOfItems ? steps.slice(1) : steps)];
  const cut = steps.findIndex((step) => step === given[names.length]);
  return [...outer, ...steps.slice(cut)];
}

/** The subject of a parameter's facts. */
export function parameterSubject(operation: OperationName, where: ParameterPlace, status: string | undefined): Subject {
  const { place, name, path } = where;
  if (place === 'body') return { kind: 'request', operation, path };
  if (place === 'response') return { kind: 'response', operation, path, ...(status !== undefined && { status }) };
  return { kind: 'parameter', operation, location: place, name };
}

/** Words for a list: `Box[]`, `array of boxes`, `[]Box`. */
const listWords =
  /\[\]$|^\[.*\]$|^\[\]\w|^(?:array|list|set of|collection of)(?:\b|_)|^(?:objects?|\w{1,40}) (?:array|list)$/i;

/** Words for a map whose values have parts: `map<string, object>`, `Record<string, Box>`. */
const mapOfObjects = /^(?:map|dict|record|hash)\s?<[\w ]{1,40},\s?(?:objects?|[A-Z][a-z]\w{0,40})>$/i;

/** What says beside a type that the value may be missing or null. */
const nullWords =
  /\?$|^\?|\s?(?:\||\bor\b)\s?(?:null|undefined)$|^(?:null\s?\||nullable\b)\s?|\s?\((?:nullable|optional|required)\)$|,\s?(?:nullable|optional|required)$/i;

/** The steps under which a parameter's nested parameters stand. */
export function innerPath(element: ElementBlock, where: ParameterPlace): Step[] {
  const words = writtenType(element) ?? '';
  const plain = words.trim().replace(nullWords, '');
  const isList = listWords.test(plain);
  if (mapOfObjects.test(plain)) return [...where.path, { kind: 'values' }];
  const ends = where.path.at(-1)?.kind === 'items';
  return isList && !ends ? [...where.path, { kind: 'items' }] : [...where.path];
}

/** Whether a component says that its value is a text, a number, or yes and no, and nothing else. */
export function isPlainType(element: ElementBlock): boolean {
  return /^(?:string|integer|int|number|float|boolean|bool|uuid|date|datetime)$/i.test(writtenType(element) ?? '');
}
