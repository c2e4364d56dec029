// How parameters are written on the wire (OpenAPI 3.1, section 4.8.12, "Style Values"). Every style is a value of its
// own, so that a bundle holds only those in use.

/** Escapes one name or value. */
export type Escape = (text: string) => string;

/** The text of a parameter, or undefined where there is nothing to send. */
export type Encoder = (name: string, value: unknown, escape: Escape) => string | undefined;

/** Percent-encodes all but RFC 3986's unreserved characters. */
export const percentEncode: Escape = (text) =>
  // most names and values have nothing to encode
  /^[\w.~-]*$/.test(text)
    ? text
    : encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Leaves RFC 3986's reserved characters and percent-encoded triples as they are (`allowReserved`), but for those that
 * cannot stand in a query: `#`, `[` and `]`.
 */
export const keepReserved: Escape = (text) =>
  text.replace(
    /(%[\da-f]{2})|[^\w.~:/?@!$&'()*+,;=%-]+|%/gi,
    (part, triple: string | undefined) => triple ?? encodeURIComponent(part),
  );

/** A value in one text: dates in ISO 8601, objects (which styles leave undefined at this depth) as JSON. */
export const plainText = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** Whether there is a value to write. */
export const isPresent = (value: unknown): boolean => value !== undefined && value !== null;

/** Whether a value has members of its own to write. */
export const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Date);

/** The members of an object that have a value to write. */
export const presentEntries = (value: object): [name: string, member: unknown][] =>
  Object.entries(value).filter(([, member]) => isPresent(member));

/**
 * A style: `first` opens it, `between` separates exploded parts, `joint` those that are not, `named` ones begin with
 * the parameter's name.
 */
const style =
  (first: string, between: string, joint: string, named: boolean, explode: boolean): Encoder =>
  (name, value, escape) => {
    // matrix alone writes an empty value as the bare name
    const pair = (key: string, text: string): string => (text === '' && first === ';' ? key : `${key}=${text}`);
    const own = (text: string): string => (named ? pair(escape(name), text) : text);
    const write = (one: unknown): string => escape(plainText(one));
    if (!isPresent(value)) return undefined;
    let parts: string[];
    if (Array.isArray(value)) {
      parts = value.filter(isPresent).map(write);
      if (explode) parts = parts.map(own);
    } else if (isRecord(value)) {
      const entries = presentEntries(value);
      parts = explode
        ? entries.map(([key, member]) => pair(escape(key), write(member)))
        : entries.flatMap(([key, member]) => [escape(key), write(member)]);
    } else {
      return first + own(write(value));
    }
    if (parts.length === 0) return undefined;
    return first + (explode ? parts.join(between) : own(parts.join(joint)));
  };

/** `a,b` and `key,value`. */
export const simpleStyle: Encoder = /* @__PURE__ */ style('', ',', ',', false, false);
/** `a,b` and `key=value,key=value`. */
export const simpleExplodedStyle: Encoder = /* @__PURE__ */ style('', ',', ',', false, true);
/** `.a,b`. */
export const labelStyle: Encoder = /* @__PURE__ */ style('.', '.', ',', false, false);
/** `.a.b`. */
export const labelExplodedStyle: Encoder = /* @__PURE__ */ style('.', '.', ',', false, true);
/** `;name=a,b`. */
export const matrixStyle: Encoder = /* @__PURE__ */ style(';', ';', ',', true, false);
/** `;name=a;name=b`. */
export const matrixExplodedStyle: Encoder = /* @__PURE__ */ style(';', ';', ',', true, true);
/** `name=a,b`. */
export const formStyle: Encoder = /* @__PURE__ */ style('', '&', ',', true, false);
/** `name=a&name=b`, `key=value&key=value`. */
export const formExplodedStyle: Encoder = /* @__PURE__ */ style('', '&', ',', true, true);
/** `name=a,b` in a cookie (OpenAPI 3.2). */
export const cookieStyle: Encoder = /* @__PURE__ */ style('', '; ', ',', true, false);
/** `name=a; name=b`, `key=value; key=value`. */
export const cookieExplodedStyle: Encoder = /* @__PURE__ */ style('', '; ', ',', true, true);
/** `name=a%20b`. */
export const spaceDelimitedStyle: Encoder = /* @__PURE__ */ style('', '&', '%20', true, false);
/** `name=a%7Cb`. */
export const pipeDelimitedStyle: Encoder = /* @__PURE__ */ style('', '&', '%7C', true, false);

/** `name[key]=value`; deeper members, which the standard leaves open, as `name[key][key]`, lists by repetition. */
export const deepObjectStyle: Encoder = (name, value, escape) => {
  const parts: string[] = [];
  const visit = (path: string, member: unknown): void => {
    if (!isPresent(member)) return;
    if (Array.isArray(member)) for (const item of member) visit(path, item);
    else if (isRecord(member)) for (const [key, deeper] of Object.entries(member)) visit(`${path}[${key}]`, deeper);
    else parts.push(`${percentEncode(path)}=${escape(plainText(member))}`);
  };
  visit(name, value);
  return parts.length === 0 ? undefined : parts.join('&');
};

/** A parameter whose value is written as JSON (`content` instead of `style`). */
export const jsonValue: Encoder = (_name, value, escape) =>
  value === undefined ? undefined : escape(JSON.stringify(value));

/** A parameter that is a single value, or a text of some media type. */
export const textValue: Encoder = (_name, value, escape) => (isPresent(value) ? escape(plainText(value)) : undefined);

/** `name=` before what another encoder makes of the value. */
const named =
  (encoder: Encoder): Encoder =>
  (name, value, escape) => {
    const text = encoder(name, value, escape);
    return text === undefined ? undefined : `${escape(name)}=${text}`;
  };

/** `name=` and the value as JSON. */
export const namedJson: Encoder = /* @__PURE__ */ named(jsonValue);
/** `name=` and a single value, or a text. */
export const namedText: Encoder = /* @__PURE__ */ named(textValue);

/** Leaves everything as it is but for what would end the cookie, or what no header can carry. */
export const keepCookie: Escape = (text) => text.replace(/[^\x20-\x7e]+|;/g, encodeURIComponent);

/** Leaves everything as it is: header values are not percent-encoded. */
export const noEscape: Escape = (text) => text;
