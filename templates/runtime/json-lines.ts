import type { BodyReader } from './decode.js';
import { DecodeError } from './errors.js';
import { ItemStream, parseItem, splitPieces, textPieces } from './item-stream.js';

/** JSON Lines: a value a line; empty lines are passed over. */
export const jsonLines: BodyReader = (response, json, request) => {
  async function* items(): AsyncGenerator<unknown, void, undefined> {
    for await (const line of splitPieces(textPieces(request, response), '\n')) {
      if (line.trim() !== '') yield parseItem({ request, response, json }, line);
    }
  }
  return new ItemStream(response, items());
};

/** JSON text sequences (RFC 7464): each value begins with a record separator, and one that was cut off is noticed. */
export const jsonRecords: BodyReader = (response, json, request) => {
  async function* items(): AsyncGenerator<unknown, void, undefined> {
    for await (const record of splitPieces(textPieces(request, response), '\x1e')) {
      if (record.trim() === '') continue;
      // a number or word may have lost its end and still be one (RFC 7464, section 2.4)
      if (!/[\s}\]"]$/.test(record)) throw new DecodeError(request, response, record, new SyntaxError('cut off'));
      yield parseItem({ request, response, json }, record);
    }
  }
  return new ItemStream(response, items());
};
