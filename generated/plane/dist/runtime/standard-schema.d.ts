/** A schema that any library which understands Standard Schema can validate with. */
export interface StandardSchema<
	Input = unknown,
	Output = Input
> {
	readonly "~standard": StandardSchemaProperties<Input, Output>;
}
/** What stands under `~standard`. */
export interface StandardSchemaProperties<
	Input = unknown,
	Output = Input
> {
	readonly version: 1;
	readonly vendor: string;
	/** Answers at once: never a promise, as the standard would allow. `options` are those of other vendors. */
	readonly validate: (value: unknown, options?: StandardOptions | undefined) => StandardResult<Output>;
	/** Never set: it only carries the types. */
	readonly types?: StandardTypes<Input, Output> | undefined;
}
/** What libraries may pass on; nothing is made of it. */
export interface StandardOptions {
	readonly libraryOptions?: Record<string, unknown> | undefined;
}
/** The value, or why it was refused. */
export type StandardResult<Output> = StandardSuccess<Output> | StandardFailure;
/** The value fits. */
export interface StandardSuccess<Output> {
	readonly value: Output;
	readonly issues?: undefined;
}
/** The value does not fit. */
export interface StandardFailure {
	readonly issues: readonly StandardIssue[];
}
/** One reason why. */
export interface StandardIssue {
	readonly message: string;
	readonly path?: readonly (PropertyKey | StandardPathSegment)[] | undefined;
}
/** One step of the path to the fault. */
export interface StandardPathSegment {
	readonly key: PropertyKey;
}
/** Types that exist for the compiler only. */
export interface StandardTypes<
	Input,
	Output
> {
	readonly input: Input;
	readonly output: Output;
}
