import type { operations } from "./openapi.js";
import type { StandardSchema } from "./runtime/standard-schema.js";
export type UpdateAttributeBody = operations["updateAttribute"]["requestBody"]["content"]["application/json"];
export declare const UpdateAttributeBody: StandardSchema<UpdateAttributeBody>;
/** @remarks Uncertain: the page does not show the number of this status; 200 is the usual reading. */
export type UpdateAttributeResponse200 = operations["updateAttribute"]["responses"][200]["content"]["application/json"];
export declare const UpdateAttributeResponse200: StandardSchema<UpdateAttributeResponse200>;
/**
 * The value the attribute gets by default. Static values are copied as they stand. Dynamic values are worked out at the moment of creation, for example to note down who is logged in. The type of the attribute decides which default values it can have. On people and company objects there are none so far.
 * @example {"type":"static","template":[{"value":5}]}
 */
export type UpdateAttributeBodyDataDefaultValue = NonNullable<NonNullable<UpdateAttributeBody["data"]>["default_value"]>;
export declare const UpdateAttributeBodyDataDefaultValue: StandardSchema<UpdateAttributeBodyDataDefaultValue>;
export type UpdateAttributeBodyDataDefaultValueDynamic = Extract<UpdateAttributeBodyDataDefaultValue, {
	type: "dynamic";
}>;
export declare const UpdateAttributeBodyDataDefaultValueDynamic: StandardSchema<UpdateAttributeBodyDataDefaultValueDynamic>;
export type UpdateAttributeBodyDataDefaultValueStatic = Extract<UpdateAttributeBodyDataDefaultValue, {
	type: "static";
}>;
export declare const UpdateAttributeBodyDataDefaultValueStatic: StandardSchema<UpdateAttributeBodyDataDefaultValueStatic>;
/** The value the attribute gets by default. Static values are copied as they stand. Dynamic values are worked out at the moment of creation, for example to note down who is logged in. The type of the attribute decides which default values it can have. */
export type UpdateAttributeResponse200DataDefaultValue = Exclude<NonNullable<UpdateAttributeResponse200["data"]>["default_value"], undefined>;
export declare const UpdateAttributeResponse200DataDefaultValue: StandardSchema<UpdateAttributeResponse200DataDefaultValue>;
export type UpdateAttributeResponse200DataDefaultValueDynamic = Extract<UpdateAttributeResponse200DataDefaultValue, {
	type: "dynamic";
}>;
export declare const UpdateAttributeResponse200DataDefaultValueDynamic: StandardSchema<UpdateAttributeResponse200DataDefaultValueDynamic>;
export type UpdateAttributeResponse200DataDefaultValueStatic = Extract<UpdateAttributeResponse200DataDefaultValue, {
	type: "static";
}>;
export declare const UpdateAttributeResponse200DataDefaultValueStatic: StandardSchema<UpdateAttributeResponse200DataDefaultValueStatic>;
