import { type MatchOn } from "./runtime/match.js";
import type { UnknownBranch } from "./runtime/open.js";
import type { UpdateAttributeBodyDataDefaultValue, UpdateAttributeResponse200DataDefaultValue } from "./schemas.js";
export { UnknownTagError } from "./runtime/match.js";
/**
 * Calls the function for the branch that a value is of, told by its `type`. Every branch needs one, unless `_` takes the rest.
 * @example
 * ```ts
 * match(value, {
 *   dynamic: (value) => …,
 *   static: (value) => …,
 * })
 * ```
 */
export declare const match: MatchOn<"type">;
/**
 * What `type` can be in `UpdateAttributeBodyDataDefaultValue`, in the order of the documents.
 * @example
 * ```ts
 * for (const option of updateAttributeBodyDataDefaultValueTypes) select.add(new Option(String(option)));
 * ```
 */
export declare const updateAttributeBodyDataDefaultValueTypes: readonly ["dynamic", "static"];
/**
 * Whether `type` is `'dynamic'`.
 * @example
 * ```ts
 * if (isDynamicUpdateAttributeBodyDataDefaultValue(value)) {
 *   value; // the branch of UpdateAttributeBodyDataDefaultValue with type "dynamic"
 * }
 * ```
 */
export declare function isDynamicUpdateAttributeBodyDataDefaultValue(value: UpdateAttributeBodyDataDefaultValue): value is Extract<UpdateAttributeBodyDataDefaultValue, {
	type: "dynamic";
}>;
/**
 * Whether `type` is `'static'`.
 * @example
 * ```ts
 * if (isStaticUpdateAttributeBodyDataDefaultValue(value)) {
 *   value; // the branch of UpdateAttributeBodyDataDefaultValue with type "static"
 * }
 * ```
 */
export declare function isStaticUpdateAttributeBodyDataDefaultValue(value: UpdateAttributeBodyDataDefaultValue): value is Extract<UpdateAttributeBodyDataDefaultValue, {
	type: "static";
}>;
/**
 * What `type` can be in `UpdateAttributeResponse200DataDefaultValue`, in the order of the documents.
 * @example
 * ```ts
 * for (const option of updateAttributeResponse200DataDefaultValueTypes) select.add(new Option(String(option)));
 * ```
 */
export declare const updateAttributeResponse200DataDefaultValueTypes: readonly ["dynamic", "static"];
/**
 * Whether `type` is `'dynamic'`.
 * @example
 * ```ts
 * if (isDynamicUpdateAttributeResponse200DataDefaultValue(value)) {
 *   value; // the branch of UpdateAttributeResponse200DataDefaultValue with type "dynamic"
 * }
 * ```
 */
export declare function isDynamicUpdateAttributeResponse200DataDefaultValue(value: UpdateAttributeResponse200DataDefaultValue): value is Extract<UpdateAttributeResponse200DataDefaultValue, {
	type: "dynamic";
}>;
/**
 * Whether `type` is `'static'`.
 * @example
 * ```ts
 * if (isStaticUpdateAttributeResponse200DataDefaultValue(value)) {
 *   value; // the branch of UpdateAttributeResponse200DataDefaultValue with type "static"
 * }
 * ```
 */
export declare function isStaticUpdateAttributeResponse200DataDefaultValue(value: UpdateAttributeResponse200DataDefaultValue): value is Extract<UpdateAttributeResponse200DataDefaultValue, {
	type: "static";
}>;
/** Whether `type` is a value that the documents do not list, as a newer API may send. */
export declare function isUnknownUpdateAttributeResponse200DataDefaultValue(value: UpdateAttributeResponse200DataDefaultValue): value is Extract<UpdateAttributeResponse200DataDefaultValue, UnknownBranch<"type">>;
