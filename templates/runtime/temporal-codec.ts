import { TransformError, type Step, type Walk } from './walk.js';

/** What is used of a `Temporal.Instant`. */
export interface InstantLike {
  readonly epochNanoseconds: bigint;
  toString(): string;
}

/** `Temporal.Instant`, where the compiler or a polyfill knows it. */
export type Instant = typeof globalThis extends {
  readonly Temporal: { readonly Instant: { from(text: string): infer Value } };
}
  ? Value
  : InstantLike;

/** RFC 3339, section 5.6, to nanoseconds, which is what Temporal holds. */
const dateTimeForm = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/;

/** What an instant was read from: texts may say more than it holds (an offset, a leap second). */
const origins = /* @__PURE__ */ new WeakMap<object, string>();

/** `format: date-time` and `Temporal.Instant`. One that was read is written as the text it was read from. */
export const instant: Step = (value, walk) => {
  if (walk.towards === 'value') return typeof value === 'string' ? readInstant(value, walk) : value;
  return isInstant(value) ? writeInstant(value, walk) : value;
};

function isInstant(value: unknown): value is InstantLike {
  return typeof value === 'object' && value !== null && 'epochNanoseconds' in value;
}

function readInstant(text: string, walk: Walk): InstantLike {
  const { Temporal } = globalThis as { Temporal?: { Instant: { from(text: string): InstantLike } } };
  if (!Temporal) throw new TransformError(walk, 'needs Temporal, which is not here: load a polyfill first');
  if (!dateTimeForm.test(text)) throw new TransformError(walk, `is no date and time of RFC 3339: ${shortened(text)}`);
  try {
    const value = Temporal.Instant.from(text.replace(' ', 'T'));
    origins.set(value, text);
    return value;
  } catch {
    throw new TransformError(walk, `is no date and time of RFC 3339: ${shortened(text)}`);
  }
}

function writeInstant(value: InstantLike, walk: Walk): string {
  const text = origins.get(value) ?? value.toString();
  if (!dateTimeForm.test(text)) throw new TransformError(walk, 'is no time that RFC 3339 can write');
  return text;
}

function shortened(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
}
