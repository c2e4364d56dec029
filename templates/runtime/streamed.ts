import { readBlob, type BodyReader } from './decode.js';
import { defineOperation, type ApiOperation } from './operation.js';

/** What was a file, as the bytes that come. */
export type Streamed<Body> = Body extends Blob ? ReadableStream<Uint8Array> : Body;

/** The same answers, files among them as streams. */
export type StreamedResult<Result> = Result extends { readonly ok: true; readonly body: infer Body }
  ? Omit<Result, 'body'> & { readonly body: Streamed<Body> }
  : Result;

const readStream: BodyReader = (response) => response.body ?? new Blob([]).stream();

/**
 * The operation, with the file that a success carries as a stream instead of a Blob, so that it need not fit into memory:
 * `await streamed(download)(client, input)`. The call is over when the headers are there; a connection that breaks off later
 * fails the stream.
 */
export function streamed<Input, Output, Result>({
  plan,
}: ApiOperation<Input, Output, Result>): ApiOperation<Input, Streamed<Output>, StreamedResult<Result>> {
  const responses = Object.fromEntries(
    Object.entries(plan.responses).map(([key, kind]) => [
      key,
      kind === readBlob && key.startsWith('2') ? readStream : kind,
    ]),
  );
  return defineOperation({ ...plan, responses });
}
