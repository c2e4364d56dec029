/** A schema that any library which understands Standard Schema can validate with. */
export interface StandardSchema<Input = unknown, Output = Input> {
    readonly '~standard': StandardSchemaProperties<Input, Output>;
}
/** What stands under `~standard`. */
export interface StandardSchemaProperties<Input = unknown, Output = Input> {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>;
    /** Never set: it only carries the types. */
    readonly types?: StandardTypes<Input, Output> | undefined;
}
/** The value, or why it was refused. */
export type StandardResult<Output> = StandardSuccess<Output> | StandardFailure;
export interface StandardSuccess<Output> {
    readonly value: Output;
    readonly issues?: undefined;
}
export interface StandardFailure {
    readonly issues: readonly StandardIssue[];
}
export interface StandardIssue {
    readonly message: string;
    readonly path?: readonly (PropertyKey | StandardPathSegment)[] | undefined;
}
export interface StandardPathSegment {
    readonly key: PropertyKey;
}
export interface StandardTypes<Input, Output> {
    readonly input: Input;
    readonly output: Output;
}
