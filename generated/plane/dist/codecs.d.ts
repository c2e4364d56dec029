import { type Changed } from "./runtime/walk.js";
import type { AddCustomPropertyValuesResponse200, AddCustomPropertyValuesResponse201, UpdateCustomerPropertyResponse200, WorkItemPropertyValue } from "./schemas.js";
export { TransformError } from "./runtime/walk.js";
/** `WorkItemPropertyValue` with dates and integers as JavaScript has them. */
export type DecodedWorkItemPropertyValue = Changed<WorkItemPropertyValue, {
	created_at: Date;
	updated_at: Date;
}>;
/** A copy of `value` with dates and integers as JavaScript has them; throws a TransformError where that is not exact. */
export declare function decodeWorkItemPropertyValue(value: WorkItemPropertyValue): DecodedWorkItemPropertyValue;
/** A copy of `value` as JSON has it; throws a TransformError where that is not exact. */
export declare function encodeWorkItemPropertyValue(value: DecodedWorkItemPropertyValue): WorkItemPropertyValue;
/** `UpdateCustomerPropertyResponse200` with dates and integers as JavaScript has them. */
export type DecodedUpdateCustomerPropertyResponse200 = Changed<UpdateCustomerPropertyResponse200, {
	created_at: Date;
}>;
/** A copy of `value` with dates and integers as JavaScript has them; throws a TransformError where that is not exact. */
export declare function decodeUpdateCustomerPropertyResponse200(value: UpdateCustomerPropertyResponse200): DecodedUpdateCustomerPropertyResponse200;
/** A copy of `value` as JSON has it; throws a TransformError where that is not exact. */
export declare function encodeUpdateCustomerPropertyResponse200(value: DecodedUpdateCustomerPropertyResponse200): UpdateCustomerPropertyResponse200;
/** `AddCustomPropertyValuesResponse200` with dates and integers as JavaScript has them. */
export type DecodedAddCustomPropertyValuesResponse200 = DecodedWorkItemPropertyValue | DecodedWorkItemPropertyValue[];
/** A copy of `value` with dates and integers as JavaScript has them; throws a TransformError where that is not exact. */
export declare function decodeAddCustomPropertyValuesResponse200(value: AddCustomPropertyValuesResponse200): DecodedAddCustomPropertyValuesResponse200;
/** A copy of `value` as JSON has it; throws a TransformError where that is not exact. */
export declare function encodeAddCustomPropertyValuesResponse200(value: DecodedAddCustomPropertyValuesResponse200): AddCustomPropertyValuesResponse200;
/** `AddCustomPropertyValuesResponse201` with dates and integers as JavaScript has them. */
export type DecodedAddCustomPropertyValuesResponse201 = DecodedWorkItemPropertyValue | DecodedWorkItemPropertyValue[];
/** A copy of `value` with dates and integers as JavaScript has them; throws a TransformError where that is not exact. */
export declare function decodeAddCustomPropertyValuesResponse201(value: AddCustomPropertyValuesResponse201): DecodedAddCustomPropertyValuesResponse201;
/** A copy of `value` as JSON has it; throws a TransformError where that is not exact. */
export declare function encodeAddCustomPropertyValuesResponse201(value: DecodedAddCustomPropertyValuesResponse201): AddCustomPropertyValuesResponse201;
