import {
  isObject,
  jsonEqual,
  own,
  ownArray,
  ownObject,
  ownString,
  type JsonObject,
  type JsonValue,
} from '../base/json.ts';

/** One action of an overlay, with what it reuses written out. */
export interface OverlayAction {
  readonly target: string;
  readonly update: JsonValue | undefined;
  /** A query for the value to merge, Overlay 1.1. */
  readonly copy: string | undefined;
  readonly remove: boolean;
}

/** Why a value is no Overlay of version 1.0, 1.1 or 1.2, as a clause; undefined for one. */
export function overlayFault(value: JsonValue): string | undefined {
  if (!isObject(value)) return 'its root is no mapping';
  const version = ownString(value, 'overlay') ?? '';
  if (!/^1\.[012]\.\d+$/.test(version)) return '"overlay" must be a version such as 1.0.0 or 1.1.0';
  const unknown = Object.keys(value).find((key) => !rootMembers.has(key) && !key.startsWith('x-'));
  if (unknown !== undefined) return `an overlay has no member "${unknown}"`;
  const extended = own(value, 'extends');
  if (extended !== undefined && typeof extended !== 'string') return '"extends" must be a URI';
  return infoFault(own(value, 'info')) ?? actionsFault(own(value, 'actions'));
}

const rootMembers: ReadonlySet<string> = new Set(['overlay', '$self', 'info', 'extends', 'actions', 'components']);
const infoMembers: ReadonlySet<string> = new Set(['title', 'version', 'description']);

function infoFault(info: JsonValue | undefined): string | undefined {
  if (!isObject(info)) return '"info" must be a mapping';
  for (const key of ['title', 'version']) if (typeof info[key] !== 'string') return `"info.${key}" must be a text`;
  const description = own(info, 'description');
  if (description !== undefined && typeof description !== 'string') return '"info.description" must be a text';
  const unknown = Object.keys(info).find((key) => !infoMembers.has(key) && !key.startsWith('x-'));
  return unknown === undefined ? undefined : `"info" has no member "${unknown}"`;
}

function actionsFault(actions: JsonValue | undefined): string | undefined {
  if (!Array.isArray(actions) || actions.length === 0) return '"actions" must be a list of at least one action';
  for (const [index, action] of actions.entries()) {
    const fault = actionFault(action);
    if (fault !== undefined) return `action ${index + 1} ${fault}`;
    if (actions.slice(0, index).some((other) => jsonEqual(other, action)))
      return `action ${index + 1} stands there twice`;
  }
  return undefined;
}

const memberTypes: readonly (readonly [string, string])[] = [
  ['description', 'string'],
  ['copy', 'string'],
  ['remove', 'boolean'],
  ['$ref', 'string'],
];

function actionFault(action: JsonValue): string | undefined {
  if (!isObject(action)) return 'is no mapping';
  const target = ownString(action, 'target');
  if (target === undefined) return 'has no "target"';
  if (!target.startsWith('$')) return 'has a "target" that is no JSONPath: it must begin with $';
  for (const [key, type] of memberTypes) {
    if (Object.hasOwn(action, key) && typeof action[key] !== type) return `has a "${key}" that is no ${type}`;
  }
  return undefined;
}

/** The actions of an overlay without faults, in their order; what one reuses (Overlay 1.2) is written out. */
export function actionsOf(overlay: JsonValue): OverlayAction[] {
  const reusable = ownObject(ownObject(overlay, 'components'), 'actions');
  return (ownArray(overlay, 'actions') ?? []).map((action) => {
    const name = /^#\/components\/actions\/(.+)$/.exec(ownString(action, '$ref') ?? '')?.[1] ?? '';
    const fields = ownObject(ownObject(reusable, name.replaceAll('~1', '/').replaceAll('~0', '~')), 'fields');
    const whole: JsonObject = { ...fields, ...(isObject(action) ? action : {}) };
    return {
      target: ownString(whole, 'target') ?? '$',
      update: own(whole, 'update'),
      copy: ownString(whole, 'copy'),
      remove: own(whole, 'remove') === true,
    };
  });
}
