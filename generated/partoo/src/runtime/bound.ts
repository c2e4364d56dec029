import type { ApiClient } from './client.ts';
import type { ApiOperation, CallArguments } from './operation.ts';

/** An operation that knows its client. */
export interface BoundOperation<Input, Output, Result> {
  /** Resolves with the body of a success; throws an `ApiError` for every other answer. */
  (...call: CallArguments<Input>): Promise<Output>;
  /** Resolves with every answer, told apart by `status`. */
  result(...call: CallArguments<Input>): Promise<Result>;
}

/** The type of an operation that knows its client. */
export type Bound<Operation> =
  Operation extends ApiOperation<infer Input, infer Output, infer Result>
    ? BoundOperation<Input, Output, Result>
    : never;

/** Gives an operation its client. */
export function bind<Input, Output, Result>(
  operation: ApiOperation<Input, Output, Result>,
  client: ApiClient,
): BoundOperation<Input, Output, Result> {
  const call = (...given: CallArguments<Input>): Promise<Output> => operation(client, ...given);
  return Object.assign(call, { result: (...given: CallArguments<Input>) => operation.result(client, ...given) });
}
