import { type Step } from "./walk.js";
/** `Date`, for modules in which something else has that name. */
export type DateValue = Date;
/** `format: date-time` and Date. A date that was read and not changed since is written as the text it was read from. */
export declare const dateTime: Step;
/** `type: integer, format: int64` and bigint. */
export declare const bigInteger: Step;
/** `type: string, format: int64` and bigint. */
export declare const bigIntegerText: Step;
