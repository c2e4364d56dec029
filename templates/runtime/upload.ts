/**
 * A stream of what an iterable gives, piece by piece as it is asked for, to be sent without being held in memory:
 * `body: streamOf(pieces())`. Strings are sent as UTF-8. Where the request ends early, so does the iterable.
 */
export function streamOf(
  pieces: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
): ReadableStream<Uint8Array> {
  const iterator = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    // nothing is read ahead
    { highWaterMark: 0 },
  );
}
