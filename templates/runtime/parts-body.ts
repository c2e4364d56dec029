import type { BodyEncoder } from './bodies.js';
import type { Items } from './item-body.js';
import { encodePart, type BodyPart, type FileInput, type PartPlan } from './multipart-body.js';
import { streamOf } from './upload.js';

// Multipart bodies whose parts are a sequence of items, such as `multipart/mixed` (OpenAPI 3.2, section 4.14.5).

/** An item, with what is sent beside it: a file, or a `part`. */
type Part<Item> = Item | FileInput | BodyPart<Item | FileInput>;

/** The parts of a body: as a list, or as they are made. */
export type PartsBody<Item> = Iterable<Part<Item>> | AsyncIterable<Part<Item>>;

/** A body of parts without names, whose media type is `type` where they have none of their own. */
export const partsBodyOf =
  (type?: string): BodyEncoder =>
  (value, json, mediaType) => {
    const boundary = `--${Math.random()}${Math.random()}`;
    const plan: PartPlan = type === undefined ? {} : { type };
    const [essence] = mediaType.split(';');
    const about = { type: `${essence}; boundary=${boundary}` };
    const end = `--${boundary}--\r\n`;
    const write = (item: unknown): BlobPart[] => {
      const [head, content] = encodePart('', item, plan, json);
      const [, ...lines] = head.split('\r\n');
      return [['--' + boundary, ...lines, '', ''].join('\r\n'), content, '\r\n'];
    };
    if (Array.isArray(value)) return new Blob([...value.flatMap(write), end], about);
    // a stream cannot say its type, which the boundary is a part of
    return Object.assign(streamOf(pieces(value as Items, write, end)), about);
  };

/** A body of parts without names: objects as JSON, files as they are. */
export const partsBody: BodyEncoder = /* @__PURE__ */ partsBodyOf();

async function* pieces(
  items: Items,
  write: (item: unknown) => BlobPart[],
  end: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const item of items) yield new Uint8Array(await new Blob(write(item)).arrayBuffer());
  yield new TextEncoder().encode(end);
}
