import { asObject, type Unknown } from './object.ts';

// Written by hand for speed: the standard object, open and closed, and the tree.

function isNested(value: unknown): boolean {
  const object = asObject(value);
  return (
    object !== undefined &&
    typeof object.foo === 'string' &&
    typeof object.num === 'number' &&
    typeof object.bool === 'boolean'
  );
}

export function isStandard(value: unknown): boolean {
  const object = asObject(value);
  return (
    object !== undefined &&
    typeof object.number === 'number' &&
    typeof object.negNumber === 'number' &&
    typeof object.maxNumber === 'number' &&
    typeof object.string === 'string' &&
    typeof object.longString === 'string' &&
    typeof object.boolean === 'boolean' &&
    isNested(object.deeplyNested)
  );
}

/** All of `count` known keys are there already, so any further one is unknown. */
function hasNoMore(value: unknown, count: number): boolean {
  let found = 0;
  for (const _ in value as Unknown) if ((found += 1) > count) return false;
  return true;
}

export function isStrictStandard(value: unknown): boolean {
  return isStandard(value) && hasNoMore(value, 7) && hasNoMore((value as Unknown).deeplyNested, 3);
}

export function isNode(value: unknown): boolean {
  const object = asObject(value);
  if (object === undefined || !Number.isInteger(object.id) || typeof object.label !== 'string') return false;
  const { children } = object;
  if (!Array.isArray(children)) return false;
  for (let index = 0; index < children.length; index += 1) if (!isNode(children[index])) return false;
  return true;
}
