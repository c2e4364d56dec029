/** A value that JSON can carry. */
export type IssueValue = string | number | boolean | null | readonly IssueValue[] | {
    readonly [key: string]: IssueValue;
};
/** The JSON type of a value, or what it is instead. */
export declare function typeName(value: unknown): string;
/** What an issue holds of a value: the value if it is short, else its type. */
export declare function actualOf(value: unknown): IssueValue;
/** A value as a person would quote it, at most 60 characters. */
export declare function shown(value: unknown): string;
/** The allowed values, at most fifty. */
export declare function oneOf(values: readonly IssueValue[]): string;
/** `a, b or c`. */
export declare function listed(words: readonly string[]): string;
/** `a string`, `an object`, `null`. */
export declare function withArticle(type: string): string;
