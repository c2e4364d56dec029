// Texts of queries, headers, paths and cookies as the numbers, booleans, lists and objects that their schemas ask for. What does
// not read as such stays the text that it was, so that whoever checks the result can name it.

/** What frameworks hand over: `URLSearchParams`, `Headers`, or an object of texts, or lists of them, by name. */
export type RawValues =
  | Iterable<readonly [name: string, value: string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** The values by name: what could be read has its type, what could not is still text. */
export type Coerced<Values> = { [Name in keyof Values]?: Values[Name] | string | readonly string[] };

/** Reads one text, or the texts of one name, as something else. */
export type Coercion = (raw: unknown) => unknown;

/** How the value of a name is found and read. */
export interface CoercionPlan {
  readonly read?: Coercion;
  /** The name is that of an object whose members stand under `name[member]`, or by their own names. */
  readonly members?: 'bracketed' | 'spread';
  /** For objects: how their members are read. */
  readonly parts?: Readonly<Record<string, Coercion>>;
}

/** A plan for a name that says something else to TypeScript, as `constructor` does. */
export const asPlan = (one: CoercionPlan): CoercionPlan => one;

/** A text as it is. */
export const asText: Coercion = (raw) => raw;

const numberForm = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A number as JSON writes it, unless digits would be lost. */
export const toNumber: Coercion = (raw) => {
  if (typeof raw !== 'string' || !numberForm.test(raw)) return raw;
  const number = Number(raw);
  if (!Number.isFinite(number)) return raw;
  const isExact = !/^-?\d+$/.test(raw) || String(number) === raw || BigInt(raw) === BigInt(number);
  return isExact ? number : raw;
};

/** `true` or `false`. */
export const toBoolean: Coercion = (raw) => (raw === 'true' ? true : raw === 'false' ? false : raw);

/** One of the constants that are no texts, by the text that it is written as. */
export const toConstant =
  (constants: readonly (number | boolean | null)[]): Coercion =>
  (raw) => {
    const found = constants.find((constant) => String(constant) === raw);
    return found === undefined ? raw : found;
  };

/** The first of several readings that makes something of the text. */
export const toFirst =
  (...readings: readonly Coercion[]): Coercion =>
  (raw) => {
    for (const read of readings) {
      const value = read(raw);
      if (value !== raw) return value;
    }
    return raw;
  };

/** A list: of the texts of a repeated name, or of the parts of one text where the style joins them. */
export const toList =
  (read: Coercion, separator?: string): Coercion =>
  (raw) => {
    if (raw === undefined) return raw;
    const texts: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
    const parts = texts.flatMap((text) =>
      separator === undefined || typeof text !== 'string' ? [text] : text.split(separator).map((part) => part.trim()),
    );
    return parts.map(read);
  };

/** An object written as `key,value,key,value`, or `key=value,key=value` where `exploded`. */
export const toObject =
  (parts: Readonly<Record<string, Coercion>>, separator: string, exploded: boolean): Coercion =>
  (raw) => {
    if (typeof raw !== 'string') return raw;
    const words = exploded ? raw.split(separator).flatMap(halves) : raw.split(separator);
    if (words.length % 2 === 1) return raw;
    return Object.fromEntries(
      words.flatMap((name, index) => (index % 2 === 0 ? [[name, readMember(parts, name, words[index + 1])]] : [])),
    );
  };

function halves(text: string): string[] {
  const middle = text.indexOf('=');
  return middle < 0 ? [text] : [text.slice(0, middle), text.slice(middle + 1)];
}

/** A value written as JSON. */
export const toJson: Coercion = (raw) => {
  if (typeof raw !== 'string') return raw;
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return raw;
  }
};

function readMember(parts: Readonly<Record<string, Coercion>>, name: string, raw: unknown): unknown {
  return Object.hasOwn(parts, name) ? parts[name]?.(raw) : raw;
}

/**
 * The values of one place by name, those of `plans` read. Names without a plan stay as they are; `anyCase` is for
 * headers, whose names come in any case and leave in that of the plan.
 */
export function coerced(
  raw: RawValues,
  plans: Readonly<Record<string, CoercionPlan>>,
  anyCase = false,
): Record<string, unknown> {
  const texts = textsByName(
    raw,
    anyCase ? new Map(Object.keys(plans).map((name) => [name.toLowerCase(), name])) : undefined,
  );
  const result: Record<string, unknown> = {};
  const set = (name: string, value: unknown): void => {
    Object.defineProperty(result, name, { value, writable: true, enumerable: true, configurable: true });
  };
  for (const [name, { read, members, parts = {} }] of Object.entries(plans)) {
    if (members !== undefined) {
      const found = membersOf(texts, name, members, parts);
      if (found !== undefined) set(name, found);
    } else if (texts.has(name)) {
      const value = texts.get(name);
      texts.delete(name);
      set(name, read === undefined ? value : read(value));
    }
  }
  for (const [name, value] of texts) set(name, value);
  return result;
}

type Texts = Map<string, string | readonly string[]>;

function textsByName(raw: RawValues, names: ReadonlyMap<string, string> | undefined): Texts {
  const texts: Texts = new Map();
  const entries = isIterable(raw) ? raw : Object.entries(raw);
  for (const [given, value] of entries) {
    if (value === undefined) continue;
    const name = names?.get(given.toLowerCase()) ?? given;
    const before = texts.get(name);
    texts.set(name, before === undefined ? value : [before, value].flat());
  }
  return texts;
}

function isIterable(raw: RawValues): raw is Iterable<readonly [name: string, value: string]> {
  return typeof (raw as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function';
}

/** The members of an object, taken from the texts where they stand by themselves. */
function membersOf(
  texts: Texts,
  name: string,
  form: 'bracketed' | 'spread',
  parts: Readonly<Record<string, Coercion>>,
): Record<string, unknown> | undefined {
  const found: [string, unknown][] = [];
  for (const [key, value] of texts) {
    const isBracketed = key.startsWith(`${name}[`) && key.endsWith(']');
    if (form === 'bracketed' ? !isBracketed : !Object.hasOwn(parts, key)) continue;
    const member = form === 'bracketed' ? key.slice(name.length + 1, -1) : key;
    found.push([member, readMember(parts, member, value)]);
    texts.delete(key);
  }
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
