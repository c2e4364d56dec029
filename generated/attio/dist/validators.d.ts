import { type ParseOptions, type ParseResult } from "./runtime/validation.js";
import type { UpdateAttributeBody, UpdateAttributeBodyDataDefaultValue, UpdateAttributeBodyDataDefaultValueDynamic, UpdateAttributeBodyDataDefaultValueStatic, UpdateAttributeResponse200, UpdateAttributeResponse200DataDefaultValue, UpdateAttributeResponse200DataDefaultValueDynamic, UpdateAttributeResponse200DataDefaultValueStatic } from "./schemas.js";
/** Whether `value` is a `UpdateAttributeBody`. */
export declare function isUpdateAttributeBody(value: unknown): value is UpdateAttributeBody;
/** `value` itself if it is a `UpdateAttributeBody`, else the issues that it has. */
export declare function parseUpdateAttributeBody(value: unknown, options?: ParseOptions): ParseResult<UpdateAttributeBody>;
/** Throws a ValidationIssuesError unless `value` is a `UpdateAttributeBody`. */
export declare function assertUpdateAttributeBody(value: unknown): asserts value is UpdateAttributeBody;
/** Whether `value` is a `UpdateAttributeResponse200`. */
export declare function isUpdateAttributeResponse200(value: unknown): value is UpdateAttributeResponse200;
/** `value` itself if it is a `UpdateAttributeResponse200`, else the issues that it has. */
export declare function parseUpdateAttributeResponse200(value: unknown, options?: ParseOptions): ParseResult<UpdateAttributeResponse200>;
/** Throws a ValidationIssuesError unless `value` is a `UpdateAttributeResponse200`. */
export declare function assertUpdateAttributeResponse200(value: unknown): asserts value is UpdateAttributeResponse200;
/** Whether `value` is a `UpdateAttributeBodyDataDefaultValue`. */
export declare function isUpdateAttributeBodyDataDefaultValue(value: unknown): value is UpdateAttributeBodyDataDefaultValue;
/** `value` itself if it is a `UpdateAttributeBodyDataDefaultValue`, else the issues that it has. */
export declare function parseUpdateAttributeBodyDataDefaultValue(value: unknown, options?: ParseOptions): ParseResult<UpdateAttributeBodyDataDefaultValue>;
/** Throws a ValidationIssuesError unless `value` is a `UpdateAttributeBodyDataDefaultValue`. */
export declare function assertUpdateAttributeBodyDataDefaultValue(value: unknown): asserts value is UpdateAttributeBodyDataDefaultValue;
/** Whether `value` is a `UpdateAttributeBodyDataDefaultValueDynamic`. */
export declare function isUpdateAttributeBodyDataDefaultValueDynamic(value: unknown): value is UpdateAttributeBodyDataDefaultValueDynamic;
/** `value` itself if it is a `UpdateAttributeBodyDataDefaultValueDynamic`, else the issues that it has. */
export declare function parseUpdateAttributeBodyDataDefaultValueDynamic(value: unknown, options?: ParseOptions): ParseResult<UpdateAttributeBodyDataDefaultValueDynamic>;
/** Throws a ValidationIssuesError unless `value` is a `UpdateAttributeBodyDataDefaultValueDynamic`. */
export declare function assertUpdateAttributeBodyDataDefaultValueDynamic(value: unknown): asserts value is UpdateAttributeBodyDataDefaultValueDynamic;
/** Whether `value` is a `UpdateAttributeBodyDataDefaultValueStatic`. */
export declare function isUpdateAttributeBodyDataDefaultValueStatic(value: unknown): value is UpdateAttributeBodyDataDefaultValueStatic;
/** `value` itself if it is a `UpdateAttributeBodyDataDefaultValueStatic`, else the issues that it has. */
export declare function parseUpdateAttributeBodyDataDefaultValueStatic(value: unknown, options?: ParseOptions): ParseResult<UpdateAttributeBodyDataDefaultValueStatic>;
/** Throws a ValidationIssuesError unless `value` is a `UpdateAttributeBodyDataDefaultValueStatic`. */
export declare function assertUpdateAttributeBodyDataDefaultValueStatic(value: unknown): asserts value is UpdateAttributeBodyDataDefaultValueStatic;
/** Whether `value` is a `UpdateAttributeResponse200DataDefaultValue`. */
export declare function isUpdateAttributeResponse200DataDefaultValue(value: unknown): value is UpdateAttributeResponse200DataDefaultValue;
/** `value` itself if it is a `UpdateAttributeResponse200DataDefaultValue`, else the issues that it has. */
export declare function parseUpdateAttributeResponse200DataDefaultValue(value: unknown, options?: ParseOptions): ParseResult<UpdateAttributeResponse200DataDefaultValue>;
/** Throws a ValidationIssuesError unless `value` is a `UpdateAttributeResponse200DataDefaultValue`. */
export declare function assertUpdateAttributeResponse200DataDefaultValue(value: unknown): asserts value is UpdateAttributeResponse200DataDefaultValue;
/** Whether `value` is a `UpdateAttributeResponse200DataDefaultValueDynamic`. */
export declare function isUpdateAttributeResponse200DataDefaultValueDynamic(value: unknown): value is UpdateAttributeResponse200DataDefaultValueDynamic;
/** `value` itself if it is a `UpdateAttributeResponse200DataDefaultValueDynamic`, else the issues that it has. */
export declare function parseUpdateAttributeResponse200DataDefaultValueDynamic(value: unknown, options?: ParseOptions): ParseResult<UpdateAttributeResponse200DataDefaultValueDynamic>;
/** Throws a ValidationIssuesError unless `value` is a `UpdateAttributeResponse200DataDefaultValueDynamic`. */
export declare function assertUpdateAttributeResponse200DataDefaultValueDynamic(value: unknown): asserts value is UpdateAttributeResponse200DataDefaultValueDynamic;
/** Whether `value` is a `UpdateAttributeResponse200DataDefaultValueStatic`. */
export declare function isUpdateAttributeResponse200DataDefaultValueStatic(value: unknown): value is UpdateAttributeResponse200DataDefaultValueStatic;
/** `value` itself if it is a `UpdateAttributeResponse200DataDefaultValueStatic`, else the issues that it has. */
export declare function parseUpdateAttributeResponse200DataDefaultValueStatic(value: unknown, options?: ParseOptions): ParseResult<UpdateAttributeResponse200DataDefaultValueStatic>;
/** Throws a ValidationIssuesError unless `value` is a `UpdateAttributeResponse200DataDefaultValueStatic`. */
export declare function assertUpdateAttributeResponse200DataDefaultValueStatic(value: unknown): asserts value is UpdateAttributeResponse200DataDefaultValueStatic;
