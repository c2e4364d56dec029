import { type IssueValue } from './words.js';
export type { IssueValue };
/** One reason why a value was refused. */
export interface Issue {
    /** Where in the value, as a JSON Pointer (RFC 6901); the empty string is the value itself. */
    readonly path: string;
    /** The JSON Schema keyword that refused, or `discriminator`, or `depth`. */
    readonly keyword: string;
    /** What was wanted: a type, a limit, the allowed values. */
    readonly expected: IssueValue;
    /** What was found: a scalar itself, else its type, or its size. */
    readonly actual: IssueValue;
    /** For a person: `must have a length of at most 50, got 61`. */
    readonly message: string;
    /**
     * The keyword's place in the API's specification: the pointer of the schema that the value was parsed with, then the
     * keywords on the way (JSON Schema Core 2020-12, section 12.3.1). References, and the branch that a tag chose, are
     * passed without a trace.
     */
    readonly schemaPath: string;
    /**
     * For a union without a tag of which several branches are in question, where asked for: what each of them has to
     * say. The paths of these issues begin at the value of this one.
     */
    readonly branches?: readonly (readonly Issue[])[];
}
/** An issue that is not yet where it belongs. */
export type Draft = {
    -readonly [Key in keyof Issue]: Issue[Key];
};
/** A test of a value. */
export type Test = (value: unknown) => boolean;
/** How many issues there are: read by the validators before and after they look at parts of a value. */
export declare let noted: number;
/** The issues that `test` notes of `value`, at most `wanted`; undefined if it accepts it. */
export declare function record(value: unknown, test: Test, wanted: number, detailed?: boolean): Draft[] | undefined;
/** Whether issues are noted. */
export declare function noting(): boolean;
/** Whether summaries of unions tell what each branch has to say. */
export declare function wantsBranches(): boolean;
/** Whether so many more questions may be asked to explain a refusal. */
export declare function mayAsk(questions: number): boolean;
/** Stops noting, and returns what `resume` needs. An error on the way does no harm: `record` cleans up. */
export declare function pause(): number;
/** Goes on noting, and returns `answer`: `resume(pause(), isX(value))` asks without noting. */
export declare function resume<Answer>(paused: number, answer: Answer): Answer;
/** Notes that `value` must `words` `expected`. Always false. What is undefined is missing: that is `required`. */
export declare function refuse(value: unknown, keyword: string, expected: IssueValue, words?: string): false;
/** The issue that was just noted of the value itself, to say more of it. */
export declare function newest(): Draft | undefined;
/** Notes issues found elsewhere. Always false. */
export declare function refuseAll(found: readonly Draft[]): false;
/** What was just refused stands at `path` in the value, and at `location` in the schema. Always false. */
export declare function at(path: string, location: string): false;
/** Like `at`, for one of several parts of a value. True if the issues of the other parts are wanted too. */
export declare function inside(path: string, location: string, before: number): boolean;
/** The property `key` was refused. True if the issues of others are wanted too. */
export declare function within(key: string, before: number): boolean;
/** The value itself was refused. True if the issues of its parts are wanted too. */
export declare function here(before: number): boolean;
/** The value `key` of a map was refused: one that `location` speaks of. */
export declare function under(key: string, location: string, before: number): boolean;
/** One of several schemas refused the value. True if the issues of the others are wanted too, but not the same again. */
export declare function also(location: string, before: number): boolean;
/** Whether, although there are more issues than `before`, no part was refused. */
export declare function settled(before: number): boolean;
/** What was refused may be null, too: its issue says so. Always false. */
export declare function orNull(): false;
