import { type MatchOn } from "./runtime/match.js";
import type { CustomFieldEdit } from "./schemas.js";
export { UnknownTagError } from "./runtime/match.js";
/**
 * Calls the function for the branch that a value is of, told by its `type`. Every branch needs one, unless `_` takes the rest.
 * @example
 * ```ts
 * match(value, {
 *   BOOLEAN: (value) => …,
 *   TEXT: (value) => …,
 *   INTEGER: (value) => …,
 *   FLOAT: (value) => …,
 *   SINGLE_SELECT: (value) => …,
 *   MULTIPLE_SELECT: (value) => …,
 *   MULTIPLE_SELECT_IMAGE: (value) => …,
 *   IMAGES_UPLOADER: (value) => …,
 * })
 * ```
 */
export declare const match: MatchOn<"type">;
/**
 * What `type` can be in `CustomFieldEdit`, in the order of the documents.
 * @example
 * ```ts
 * for (const option of customFieldEditTypes) select.add(new Option(String(option)));
 * ```
 */
export declare const customFieldEditTypes: readonly ["BOOLEAN", "TEXT", "INTEGER", "FLOAT", "SINGLE_SELECT", "MULTIPLE_SELECT", "MULTIPLE_SELECT_IMAGE", "IMAGES_UPLOADER"];
/**
 * Whether `type` is `'BOOLEAN'`.
 * @example
 * ```ts
 * if (isBooleanCustomFieldEdit(value)) {
 *   value; // the branch of CustomFieldEdit with type "BOOLEAN"
 * }
 * ```
 */
export declare function isBooleanCustomFieldEdit(value: CustomFieldEdit): value is Extract<CustomFieldEdit, {
	type: "BOOLEAN";
}>;
/**
 * Whether `type` is `'TEXT'`.
 * @example
 * ```ts
 * if (isTextCustomFieldEdit(value)) {
 *   value; // the branch of CustomFieldEdit with type "TEXT"
 * }
 * ```
 */
export declare function isTextCustomFieldEdit(value: CustomFieldEdit): value is Extract<CustomFieldEdit, {
	type: "TEXT";
}>;
/**
 * Whether `type` is `'INTEGER'`.
 * @example
 * ```ts
 * if (isIntegerCustomFieldEdit(value)) {
 *   value; // the branch of CustomFieldEdit with type "INTEGER"
 * }
 * ```
 */
export declare function isIntegerCustomFieldEdit(value: CustomFieldEdit): value is Extract<CustomFieldEdit, {
	type: "INTEGER";
}>;
/**
 * Whether `type` is `'FLOAT'`.
 * @example
 * ```ts
 * if (isFloatCustomFieldEdit(value)) {
 *   value; // the branch of CustomFieldEdit with type "FLOAT"
 * }
 * ```
 */
export declare function isFloatCustomFieldEdit(value: CustomFieldEdit): value is Extract<CustomFieldEdit, {
	type: "FLOAT";
}>;
/**
 * Whether `type` is `'SINGLE_SELECT'`.
 * @example
 * ```ts
 * if (isSingleSelectCustomFieldEdit(value)) {
 *   value; // the branch of CustomFieldEdit with type "SINGLE_SELECT"
 * }
 * ```
 */
export declare function isSingleSelectCustomFieldEdit(value: CustomFieldEdit): value is Extract<CustomFieldEdit, {
	type: "SINGLE_SELECT";
}>;
/**
 * Whether `type` is `'MULTIPLE_SELECT'`.
 * @example
 * ```ts
 * if (isMultipleSelectCustomFieldEdit(value)) {
 *   value; // the branch of CustomFieldEdit with type "MULTIPLE_SELECT"
 * }
 * ```
 */
export declare function isMultipleSelectCustomFieldEdit(value: CustomFieldEdit): value is Extract<CustomFieldEdit, {
	type: "MULTIPLE_SELECT";
}>;
/**
 * Whether `type` is `'MULTIPLE_SELECT_IMAGE'`.
 * @example
 * ```ts
 * if (isMultipleSelectImageCustomFieldEdit(value)) {
 *   value; // the branch of CustomFieldEdit with type "MULTIPLE_SELECT_IMAGE"
 * }
 * ```
 */
export declare function isMultipleSelectImageCustomFieldEdit(value: CustomFieldEdit): value is Extract<CustomFieldEdit, {
	type: "MULTIPLE_SELECT_IMAGE";
}>;
/**
 * Whether `type` is `'IMAGES_UPLOADER'`.
 * @example
 * ```ts
 * if (isImagesUploaderCustomFieldEdit(value)) {
 *   value; // the branch of CustomFieldEdit with type "IMAGES_UPLOADER"
 * }
 * ```
 */
export declare function isImagesUploaderCustomFieldEdit(value: CustomFieldEdit): value is Extract<CustomFieldEdit, {
	type: "IMAGES_UPLOADER";
}>;
