import { type Changed } from "./runtime/walk.js";
import type { UpdateAttributeResponse200 } from "./schemas.js";
export { TransformError } from "./runtime/walk.js";
/** `UpdateAttributeResponse200` with dates and integers as JavaScript has them. */
export type DecodedUpdateAttributeResponse200 = Changed<UpdateAttributeResponse200, {
	data: Changed<NonNullable<UpdateAttributeResponse200["data"]>, {
		created_at: Date;
	}>;
}>;
/** A copy of `value` with dates and integers as JavaScript has them; throws a TransformError where that is not exact. */
export declare function decodeUpdateAttributeResponse200(value: UpdateAttributeResponse200): DecodedUpdateAttributeResponse200;
/** A copy of `value` as JSON has it; throws a TransformError where that is not exact. */
export declare function encodeUpdateAttributeResponse200(value: DecodedUpdateAttributeResponse200): UpdateAttributeResponse200;
