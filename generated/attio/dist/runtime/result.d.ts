import type { ApiError } from "./errors.js";
type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type ToNumber<Text extends string> = Text extends `${infer Value extends number}` ? Value : never;
/** The status codes that begin with a digit: what `4XX` means. */
export type StatusRange<First extends 1 | 2 | 3 | 4 | 5> = ToNumber<`${First}${Digit}${Digit}`>;
/** All status codes of HTTP. */
export type HttpStatus = StatusRange<1 | 2 | 3 | 4 | 5>;
/**
 * The headers of an answer, with the names that the API's description knows: in its letters or in lower case, `get`
 * gives what is documented. What it gives is the text of the header: a number is a text that looks like one.
 */
export interface KnownHeaders<Known> extends Headers {
	get<Name extends keyof Known>(name: Name): HeaderText<Known, Name>;
	get<Name extends LowercaseKeys<Known>>(name: Name): HeaderText<Known, OriginalKey<Known, Name>>;
	get(name: string): string | null;
}
type LowercaseKeys<Known> = Lowercase<keyof Known & string>;
type OriginalKey<
	Known,
	Name extends string
> = { [Key in keyof Known & string]: Lowercase<Key> extends Name ? Key : never }[keyof Known & string];
type HeaderText<
	Known,
	Name extends keyof Known
> = undefined extends Known[Name] ? Exclude<Known[Name], undefined> | null : Known[Name];
interface Answer<
	Status extends number,
	Body,
	AnswerHeaders
> {
	readonly status: Status;
	readonly body: Body;
	readonly headers: AnswerHeaders;
	/** The raw response; its body has been read. */
	readonly response: Response;
}
/** A success that the API's description names. */
export interface SuccessAnswer<
	Status extends number,
	Body,
	AnswerHeaders = Headers
> extends Answer<Status, Body, AnswerHeaders> {
	readonly ok: true;
	readonly documented: true;
}
/** A failure that the API's description names. */
export interface FailureAnswer<
	Status extends number,
	Body,
	AnswerHeaders = Headers
> extends Answer<Status, Body, AnswerHeaders> {
	readonly ok: false;
	readonly documented: true;
}
/**
 * An answer with a status that the API's description does not name; `response.ok` tells whether it is a success.
 * Its status is all codes but the known ones: an arm with `number` would keep `status` from narrowing the others.
 */
export interface UndocumentedAnswer<Known extends number> extends Answer<Exclude<HttpStatus, Known>, unknown, Headers> {
	readonly ok: false;
	readonly documented: false;
}
/** Any of them, for code that does not care which. */
export type AnyAnswer = Answer<number, unknown, Headers> & {
	readonly ok: boolean;
	readonly documented: boolean;
};
/** The error that a call throws for each answer that is no success. */
export type ErrorOf<Result> = Result extends {
	readonly ok: false;
	readonly status: infer Status extends number;
	readonly body: infer Body;
	readonly headers: infer AnswerHeaders extends Headers;
} ? ApiError<Status, Body, AnswerHeaders> : never;
export {};
