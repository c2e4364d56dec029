import type { components, operations } from "./openapi.js";
import type { StandardSchema } from "./runtime/standard-schema.js";
export type WorkItemPropertyValue = components["schemas"]["WorkItemPropertyValue"];
export declare const WorkItemPropertyValue: StandardSchema<WorkItemPropertyValue>;
export type UpdateCustomerPropertyBody = NonNullable<operations["updateCustomerProperty"]["requestBody"]>["content"]["application/json"];
export declare const UpdateCustomerPropertyBody: StandardSchema<UpdateCustomerPropertyBody>;
/** @remarks Uncertain: the sample is a stub of generic properties; the schema is surely incomplete. */
export type UpdateCustomerPropertyResponse200 = operations["updateCustomerProperty"]["responses"][200]["content"]["application/json"];
export declare const UpdateCustomerPropertyResponse200: StandardSchema<UpdateCustomerPropertyResponse200>;
export type AddCustomPropertyValuesBody = operations["addCustomPropertyValues"]["requestBody"]["content"]["application/json"];
export declare const AddCustomPropertyValuesBody: StandardSchema<AddCustomPropertyValuesBody>;
/**
 * @remarks How its branches are told apart:
 * - `WorkItemPropertyValue`: its type is object
 * - branch 2 (array): its type is array
 */
export type AddCustomPropertyValuesResponse200 = operations["addCustomPropertyValues"]["responses"][200]["content"]["application/json"];
export declare const AddCustomPropertyValuesResponse200: StandardSchema<AddCustomPropertyValuesResponse200>;
/**
 * @remarks How its branches are told apart:
 * - `WorkItemPropertyValue`: its type is object
 * - branch 2 (array): its type is array
 */
export type AddCustomPropertyValuesResponse201 = operations["addCustomPropertyValues"]["responses"][201]["content"]["application/json"];
export declare const AddCustomPropertyValuesResponse201: StandardSchema<AddCustomPropertyValuesResponse201>;
