import { type ParseOptions, type ParseResult } from "./runtime/validation.js";
import type { AddCustomPropertyValuesBody, AddCustomPropertyValuesResponse200, AddCustomPropertyValuesResponse201, UpdateCustomerPropertyBody, UpdateCustomerPropertyResponse200, WorkItemPropertyValue } from "./schemas.js";
/** Whether `value` is a `WorkItemPropertyValue`. */
export declare function isWorkItemPropertyValue(value: unknown): value is WorkItemPropertyValue;
/** `value` itself if it is a `WorkItemPropertyValue`, else the issues that it has. */
export declare function parseWorkItemPropertyValue(value: unknown, options?: ParseOptions): ParseResult<WorkItemPropertyValue>;
/** Throws a ValidationIssuesError unless `value` is a `WorkItemPropertyValue`. */
export declare function assertWorkItemPropertyValue(value: unknown): asserts value is WorkItemPropertyValue;
/** Whether `value` is a `UpdateCustomerPropertyBody`. */
export declare function isUpdateCustomerPropertyBody(value: unknown): value is UpdateCustomerPropertyBody;
/** `value` itself if it is a `UpdateCustomerPropertyBody`, else the issues that it has. */
export declare function parseUpdateCustomerPropertyBody(value: unknown, options?: ParseOptions): ParseResult<UpdateCustomerPropertyBody>;
/** Throws a ValidationIssuesError unless `value` is a `UpdateCustomerPropertyBody`. */
export declare function assertUpdateCustomerPropertyBody(value: unknown): asserts value is UpdateCustomerPropertyBody;
/** Whether `value` is a `UpdateCustomerPropertyResponse200`. */
export declare function isUpdateCustomerPropertyResponse200(value: unknown): value is UpdateCustomerPropertyResponse200;
/** `value` itself if it is a `UpdateCustomerPropertyResponse200`, else the issues that it has. */
export declare function parseUpdateCustomerPropertyResponse200(value: unknown, options?: ParseOptions): ParseResult<UpdateCustomerPropertyResponse200>;
/** Throws a ValidationIssuesError unless `value` is a `UpdateCustomerPropertyResponse200`. */
export declare function assertUpdateCustomerPropertyResponse200(value: unknown): asserts value is UpdateCustomerPropertyResponse200;
/** Whether `value` is a `AddCustomPropertyValuesBody`. */
export declare function isAddCustomPropertyValuesBody(value: unknown): value is AddCustomPropertyValuesBody;
/** `value` itself if it is a `AddCustomPropertyValuesBody`, else the issues that it has. */
export declare function parseAddCustomPropertyValuesBody(value: unknown, options?: ParseOptions): ParseResult<AddCustomPropertyValuesBody>;
/** Throws a ValidationIssuesError unless `value` is a `AddCustomPropertyValuesBody`. */
export declare function assertAddCustomPropertyValuesBody(value: unknown): asserts value is AddCustomPropertyValuesBody;
/** Whether `value` is a `AddCustomPropertyValuesResponse200`. */
export declare function isAddCustomPropertyValuesResponse200(value: unknown): value is AddCustomPropertyValuesResponse200;
/** `value` itself if it is a `AddCustomPropertyValuesResponse200`, else the issues that it has. */
export declare function parseAddCustomPropertyValuesResponse200(value: unknown, options?: ParseOptions): ParseResult<AddCustomPropertyValuesResponse200>;
/** Throws a ValidationIssuesError unless `value` is a `AddCustomPropertyValuesResponse200`. */
export declare function assertAddCustomPropertyValuesResponse200(value: unknown): asserts value is AddCustomPropertyValuesResponse200;
/** Whether `value` is a `AddCustomPropertyValuesResponse201`. */
export declare function isAddCustomPropertyValuesResponse201(value: unknown): value is AddCustomPropertyValuesResponse201;
/** `value` itself if it is a `AddCustomPropertyValuesResponse201`, else the issues that it has. */
export declare function parseAddCustomPropertyValuesResponse201(value: unknown, options?: ParseOptions): ParseResult<AddCustomPropertyValuesResponse201>;
/** Throws a ValidationIssuesError unless `value` is a `AddCustomPropertyValuesResponse201`. */
export declare function assertAddCustomPropertyValuesResponse201(value: unknown): asserts value is AddCustomPropertyValuesResponse201;
