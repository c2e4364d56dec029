import type { BodyEncoder } from "./bodies.js";
import type { ApiClient, ClientOptions, OperationInfo, RequestOptions } from "./client.js";
import { type BodyKind } from "./decode.js";
import type { Place } from "./places.js";
import type { ErrorOf } from "./result.js";
import type { Encoder, Escape } from "./styles.js";
/** Where a parameter stands, its name, how it is written and how escaped. */
export type ParameterPlan = readonly [place: Place, name: string, encode: Encoder, escape?: Escape];
/** All that is needed to call one operation. */
export interface OperationPlan extends OperationInfo {
	/** Where it is sent, if not to the client's server. */
	readonly server?: (client: ClientOptions) => string;
	readonly parameters?: readonly ParameterPlan[];
	/** Encoders of the body by media type; the first is used unless the input says otherwise. */
	readonly body?: Readonly<Record<string, BodyEncoder>>;
	/** Media types that responses are documented in. */
	readonly accept?: string;
	/** How bodies are read, by status or range of them (`4XX`). */
	readonly responses: Readonly<Record<string, BodyKind>>;
}
/** An input in which nothing is required may be left out. */
export type CallArguments<Input> = Record<never, never> extends Input ? [input?: Input | undefined, options?: RequestOptions | undefined] : [input: Input, options?: RequestOptions | undefined];
/** A function that calls one operation. */
export interface ApiOperation<
	Input,
	Output,
	Result
> {
	/** Resolves with the body of a success; throws an `ApiError` for every other answer. */
	(client: ApiClient, ...call: CallArguments<Input>): Promise<Output>;
	/** Resolves with every answer, told apart by `status`; throws only where there is none, or it cannot be read. */
	result(client: ApiClient, ...call: CallArguments<Input>): Promise<Result>;
	/** Whether an error is an `ApiError` of this operation. */
	isError(error: unknown): error is ErrorOf<Result>;
	readonly plan: OperationPlan;
}
/** Makes the function that calls the operation described by `plan`. */
export declare function defineOperation<
	Input,
	Output,
	Result
>(plan: OperationPlan): ApiOperation<Input, Output, Result>;
