import type { BodyEncoder } from './bodies.js';
import type { JsonCodec } from './client.js';
import { own } from './own.js';
import { isPresent, isRecord, plainText, presentEntries } from './styles.js';

// `multipart/form-data` and its kin (RFC 7578; OpenAPI 3.1, sections 4.8.14.5 and 4.8.15). Written here and not by
// `FormData`, which gives every part that has a Content-Type a file name as well, and can give none a header.

/** What a file may be given as. */
export type FileInput = Blob | ArrayBuffer | ArrayBufferView;

/** What is sent with a part of a body beside its value. */
export interface PartOptions {
  readonly filename?: string | undefined;
  readonly contentType?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A value and what is sent with it: `part(bytes, { filename: 'a.png', contentType: 'image/png' })`. */
export class BodyPart<Value> {
  declare readonly value: Value;
  declare readonly options: PartOptions;

  constructor(value: Value, options: PartOptions) {
    this.value = value;
    this.options = options;
  }
}

/** A value of a multipart body with a file name, a Content-Type or headers of its own. */
export const part = <Value>(value: Value, options: PartOptions): BodyPart<Value> => new BodyPart(value, options);

/** The members of a multipart body: those called `Files` are files, and each may be a `part`. */
export type MultipartFields<Fields, Files extends PropertyKey = never> = {
  readonly [Name in keyof Fields]: Name extends Files ? FileField<Fields[Name]> : Field<Fields[Name]>;
};

type FileField<Value> =
  NonNullable<Value> extends readonly unknown[]
    ? readonly (FileInput | BodyPart<FileInput>)[] | Extract<Value, null | undefined>
    : FileInput | BodyPart<FileInput> | (unknown extends Value ? never : Extract<Value, null | undefined>);

/** Where the API's description has a text, a file may stand. */
type Field<Value> =
  | Value
  | BodyPart<NonNullable<Value>>
  | (string extends Value ? FileInput | BodyPart<FileInput> : never)
  | (Value extends readonly (infer Item)[]
      ? readonly (Item | BodyPart<Item> | (string extends Item ? FileInput | BodyPart<FileInput> : never))[]
      : never);

/** What the Encoding Object of a member says. */
export interface PartPlan {
  /** The Content-Type where the value has none of its own. */
  readonly type?: string;
  /** What stands between the items of a list, or the names and values of an object, that are one part. */
  readonly joint?: string;
  /** Whether the members of an object are parts of their own: called by their name, or by `name[key]`. */
  readonly members?: 'plain' | 'deep';
}

/** A multipart body some of whose members are written in a way of their own; null is left out. */
export const multipartBodyOf =
  (plans: Readonly<Record<string, PartPlan>>): BodyEncoder =>
  (value, json, mediaType) => {
    if (value instanceof FormData) return value;
    const boundary = `--${Math.random()}${Math.random()}`;
    const chunks: BlobPart[] = [];
    for (const [name, member] of Object.entries(value ?? {})) {
      const plan = own(plans, name) ?? {};
      for (const [label, single] of split(name, member, plan)) {
        const [head, content] = encodePart(label, single, plan, json);
        chunks.push(`--${boundary}\r\n${head}\r\n\r\n`, content, '\r\n');
      }
    }
    const [essence] = mediaType.split(';');
    return new Blob([...chunks, `--${boundary}--\r\n`], { type: `${essence}; boundary=${boundary}` });
  };

/** A multipart body: a part for each member, lists by repetition, objects as JSON, files with their names, null left out. */
export const multipartBody: BodyEncoder = /* @__PURE__ */ multipartBodyOf({});

const isFile = (value: unknown): value is FileInput =>
  value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);

/** The parts that a member is written as: each a name and a value. */
function split(name: string, value: unknown, { joint, members }: PartPlan): [name: string, value: unknown][] {
  const joined = (texts: unknown[]): [string, unknown][] => [[name, texts.map(plainText).join(joint)]];
  if (!isPresent(value)) return [];
  if (Array.isArray(value)) {
    const items = value.filter(isPresent);
    return joint ? joined(items) : items.map((item) => [name, item]);
  }
  if (!(joint || members) || !isRecord(value) || isFile(value) || value instanceof BodyPart) return [[name, value]];
  const entries = presentEntries(value);
  if (joint) return joined(entries.flat());
  return entries.map(([key, member]) => [members === 'deep' ? `${name}[${key}]` : key, member]);
}

const quoted = (text: string): string => `"${text.replace(/[\r\n"]/g, encodeURIComponent)}"`;

/** The header lines of a part, that with its name first, and its content. */
export function encodePart(
  name: string,
  given: unknown,
  plan: PartPlan,
  json: JsonCodec,
): [head: string, content: string | Blob] {
  const { value, options } = given instanceof BodyPart ? (given as BodyPart<unknown>) : new BodyPart(given, {});
  const file = isFile(value);
  const type =
    options.contentType ||
    (value instanceof Blob && value.type) ||
    plan.type ||
    (file ? 'application/octet-stream' : isRecord(value) ? 'application/json' : '');
  const filename = options.filename ?? (file ? (value instanceof File ? value.name : 'blob') : undefined);
  let head = `Content-Disposition: form-data; name=${quoted(name)}`;
  if (filename !== undefined) head += `; filename=${quoted(filename)}`;
  for (const [key, text] of Object.entries({ ...(type && { 'Content-Type': type }), ...options.headers })) {
    head += `\r\n${`${key}: ${text}`.replace(/[\r\n\0]+/g, ' ')}`;
  }
  if (file) return [head, value as Blob];
  return [head, isRecord(value) || /[/+]json\b/i.test(type) ? json.stringify(value) : plainText(value)];
}
