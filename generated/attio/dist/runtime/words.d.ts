/** A value that JSON can carry. */
export type IssueValue = string | number | boolean | null | readonly IssueValue[] | {
	readonly [key: string]: IssueValue;
};
/** What words are found for: see `Draft` in issues.ts. */
interface Wordless {
	readonly expected: IssueValue;
	actual: unknown;
	message: string;
}
/** Says what a draft is about, and leaves of the value that it was about what an issue tells. */
export declare function tell(issue: Wordless): void;
/** What is wanted: `must be a string`, `must have a length of at most 50`. */
export declare function wanted({ message, expected }: Wordless): string;
/** What there is, after what is wanted: `must be a string, got 5`. Put together from the left, which engines do soonest. */
export declare function withFound(words: string, value: unknown): string;
/** A value as a person would quote it, at most 60 characters of a text. */
export declare function shown(value: unknown): string;
export {};
