import type { IssueValue } from "./words.js";
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
/**
 * An issue in the making: it is not yet where it belongs, and what is `actual` is the value itself. A message that ends in a
 * space is the beginning of one (see words.ts).
 */
export type Draft = { -readonly [Key in keyof Omit<Issue, "actual">]: Issue[Key] } & {
	actual: unknown;
};
/** A test of a value. */
export type Test = (value: unknown) => boolean;
/** How a value is looked at. */
export interface Wishes {
	/** Summaries of unions tell what each branch has to say. */
	readonly branches?: boolean;
	/** What the documents do not list passes where answers may hold it. */
	readonly open?: boolean;
}
/**
 * So many of the issues stand where they belong in the value that is being looked into. A test of parts keeps what this is
 * when it begins, and gives it back: see `done`.
 */
export declare let claimed: number;
/** The issues that `test` notes of `value`, at most `wanted`; undefined if it accepts it. Wishes hold for this question alone. */
export declare function record(value: unknown, test: Test, wanted: number, wishes?: Wishes): Draft[] | undefined;
/**
 * The same with wishes of its own. In the middle of another question, as for a branch of a union or from a getter, that one
 * goes on as if nothing had happened.
 */
export declare function recordAside(value: unknown, test: Test, wanted: number, wishes?: Wishes): Draft[] | undefined;
/** Whether issues are noted. */
export declare function noting(): boolean;
/** Whether summaries of unions tell what each branch has to say. */
export declare function wantsBranches(): boolean;
/** Whether what the documents do not list passes where answers may hold it. */
export declare function lenient(): boolean;
/** Whether so many more questions may be asked to explain a refusal, and the answers can be noted. */
export declare function mayAsk(questions: number): boolean;
/** Stops noting, and returns what `resume` needs. An error on the way does no harm: `record` cleans up. */
export declare function pause(): number;
/** Goes on noting, and returns `answer`: `resume(pause(), isX(value))` asks without noting. */
export declare function resume<Answer>(paused: number, answer: Answer): Answer;
/**
 * Notes that `actual` is not what `message` and `expected` say. What is undefined is missing: that is `required`. False; but
 * of a property, whose name in a pointer is `key`, whether more issues are wanted: see `inside`.
 */
export declare function refuse(actual: unknown, keyword: string, expected: IssueValue, message?: string, key?: string): boolean;
/** The issue that was just noted of the value itself, to say more of it. */
export declare function newest(): Draft | undefined;
/** Notes issues found elsewhere. Always false. */
export declare function refuseAll(found: readonly Draft[]): false;
/** What was just refused stands at `path` in the value, and at `location` in the schema. Always false. */
export declare function at(path: string, location: string): false;
/** Whether more issues can be noted: for loops over as many parts as a sender likes, which end where none can. */
export declare function wanting(): boolean;
/** Like `at`, for one of several parts of a value. Whether more issues are wanted, so that other parts are to be looked at. */
export declare function inside(path: string, location: string): boolean;
/** The property `key` was refused: see `inside`. */
export declare function within(key: string): boolean;
/** The item `index` was refused: see `inside`. */
export declare function atItem(index: number): boolean;
/** The value itself was refused, and its parts may be, too: see `inside`. */
export declare function here(): boolean;
/** The value `key` of a map was refused, one that `location` speaks of: see `inside`. */
export declare function under(key: string, location: string): boolean;
/**
 * One of several schemas refused the value: see `inside`. What another has said already, an issue after the first `from`,
 * is not said again.
 */
export declare function also(location: string, from: number): boolean;
/**
 * Whether no part of a value was refused and passed over, since more issues were wanted. `from` is what `claimed` was before
 * the first part: where the issues after that belong is for what holds the value to say.
 */
export declare function done(from: number): boolean;
/** What was refused may be null, too: its issue says so. Always false. */
export declare function orNull(): false;
