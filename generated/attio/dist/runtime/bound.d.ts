import type { ApiClient } from "./client.js";
import type { ApiOperation, CallArguments } from "./operation.js";
/** An operation that knows its client. */
export interface BoundOperation<
	Input,
	Output,
	Result
> {
	/** Resolves with the body of a success; throws an `ApiError` for every other answer. */
	(...call: CallArguments<Input>): Promise<Output>;
	/** Resolves with every answer, told apart by `status`. */
	result(...call: CallArguments<Input>): Promise<Result>;
}
/** The type of an operation that knows its client. */
export type Bound<Operation> = Operation extends ApiOperation<infer Input, infer Output, infer Result> ? BoundOperation<Input, Output, Result> : never;
/** Gives an operation its client. */
export declare function bind<
	Input,
	Output,
	Result
>(operation: ApiOperation<Input, Output, Result>, client: ApiClient): BoundOperation<Input, Output, Result>;
