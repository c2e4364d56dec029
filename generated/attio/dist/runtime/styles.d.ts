/** Escapes one name or value. */
export type Escape = (text: string) => string;
/** The text of a parameter, or undefined where there is nothing to send. */
export type Encoder = (name: string, value: unknown, escape: Escape) => string | undefined;
/** Percent-encodes all but RFC 3986's unreserved characters. */
export declare const percentEncode: Escape;
/**
 * Leaves RFC 3986's reserved characters and percent-encoded triples as they are (`allowReserved`), but for those that
 * cannot stand in a query: `#`, `[` and `]`.
 */
export declare const keepReserved: Escape;
/** A value in one text: dates in ISO 8601, objects (which styles leave undefined at this depth) as JSON. */
export declare const plainText: (value: unknown) => string;
/** Whether there is a value to write. */
export declare const isPresent: (value: unknown) => boolean;
/** Whether a value has members of its own to write. */
export declare const isRecord: (value: unknown) => value is object;
/** The members of an object that have a value to write. */
export declare const presentEntries: (value: object) => [name: string, member: unknown][];
/** `a,b` and `key,value`. */
export declare const simpleStyle: Encoder;
/** `a,b` and `key=value,key=value`. */
export declare const simpleExplodedStyle: Encoder;
/** `.a,b`. */
export declare const labelStyle: Encoder;
/** `.a.b`. */
export declare const labelExplodedStyle: Encoder;
/** `;name=a,b`. */
export declare const matrixStyle: Encoder;
/** `;name=a;name=b`. */
export declare const matrixExplodedStyle: Encoder;
/** `name=a,b`. */
export declare const formStyle: Encoder;
/** `name=a&name=b`, `key=value&key=value`. */
export declare const formExplodedStyle: Encoder;
/** `name=a,b` in a cookie (OpenAPI 3.2). */
export declare const cookieStyle: Encoder;
/** `name=a; name=b`, `key=value; key=value`. */
export declare const cookieExplodedStyle: Encoder;
/** `name=a%20b`. */
export declare const spaceDelimitedStyle: Encoder;
/** `name=a%7Cb`. */
export declare const pipeDelimitedStyle: Encoder;
/** `name[key]=value`; deeper members, which the standard leaves open, as `name[key][key]`, lists by repetition. */
export declare const deepObjectStyle: Encoder;
/** A parameter whose value is written as JSON (`content` instead of `style`). */
export declare const jsonValue: Encoder;
/** A parameter that is a single value, or a text of some media type. */
export declare const textValue: Encoder;
/** `name=` and the value as JSON. */
export declare const namedJson: Encoder;
/** `name=` and a single value, or a text. */
export declare const namedText: Encoder;
/** Leaves everything as it is but for what would end the cookie, or what no header can carry. */
export declare const keepCookie: Escape;
/** Leaves everything as it is: header values are not percent-encoded. */
export declare const noEscape: Escape;
