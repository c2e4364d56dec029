/** A value that JSON can carry. */
export type IssueValue = string | number | boolean | null | readonly IssueValue[] | {
    readonly [key: string]: IssueValue;
};
/** What an issue holds of a value: scalars as they are, of all else the type. */
export declare function actualOf(value: unknown): IssueValue;
/** A value as a person would quote it, at most 60 characters of a text. */
export declare function shown(value: unknown): string;
/** Allowed values, at most fifty; anything else as it is. */
export declare function listed(expected: IssueValue): string;
/** `a string`, `an object`, `null`. */
export declare function withArticle(type: IssueValue): string;
