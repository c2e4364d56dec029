import { type Changed, type Present } from "./runtime/walk.js";
import type { CustomFieldEdit, CustomFieldEditTypeBool, CustomFieldEditTypeFloat, CustomFieldEditTypeInteger, CustomFieldEditTypeText, CustomFieldTypeEditImagesUploader, CustomFieldTypeEditMultipleSelect, CustomFieldTypeEditMultipleSelectImage, CustomFieldTypeEditSingleSelect, PutUpdateCustomFieldsBody, PutUpdateCustomFieldsResponse401, PutUpdateCustomFieldsResponse403, PutUpdateCustomFieldsResponse404 } from "./schemas.js";
/** `CustomFieldEditTypeBool` in which no property is missing that has a default. */
export type CustomFieldEditTypeBoolWithDefaults = Present<CustomFieldEditTypeBool, "force">;
/** A copy of `value` with the documented defaults of what it lacks; `value` itself stays as it is. */
export declare function withCustomFieldEditTypeBoolDefaults(value: CustomFieldEditTypeBool): CustomFieldEditTypeBoolWithDefaults;
/** `CustomFieldEditTypeText` in which no property is missing that has a default. */
export type CustomFieldEditTypeTextWithDefaults = Present<CustomFieldEditTypeText, "force">;
/** A copy of `value` with the documented defaults of what it lacks; `value` itself stays as it is. */
export declare function withCustomFieldEditTypeTextDefaults(value: CustomFieldEditTypeText): CustomFieldEditTypeTextWithDefaults;
/** `CustomFieldEditTypeInteger` in which no property is missing that has a default. */
export type CustomFieldEditTypeIntegerWithDefaults = Present<CustomFieldEditTypeInteger, "force">;
/** A copy of `value` with the documented defaults of what it lacks; `value` itself stays as it is. */
export declare function withCustomFieldEditTypeIntegerDefaults(value: CustomFieldEditTypeInteger): CustomFieldEditTypeIntegerWithDefaults;
/** `CustomFieldEditTypeFloat` in which no property is missing that has a default. */
export type CustomFieldEditTypeFloatWithDefaults = Present<CustomFieldEditTypeFloat, "force">;
/** A copy of `value` with the documented defaults of what it lacks; `value` itself stays as it is. */
export declare function withCustomFieldEditTypeFloatDefaults(value: CustomFieldEditTypeFloat): CustomFieldEditTypeFloatWithDefaults;
/** `CustomFieldTypeEditSingleSelect` in which no property is missing that has a default. */
export type CustomFieldTypeEditSingleSelectWithDefaults = Present<CustomFieldTypeEditSingleSelect, "force">;
/** A copy of `value` with the documented defaults of what it lacks; `value` itself stays as it is. */
export declare function withCustomFieldTypeEditSingleSelectDefaults(value: CustomFieldTypeEditSingleSelect): CustomFieldTypeEditSingleSelectWithDefaults;
/** `CustomFieldTypeEditMultipleSelect` in which no property is missing that has a default. */
export type CustomFieldTypeEditMultipleSelectWithDefaults = Present<CustomFieldTypeEditMultipleSelect, "force">;
/** A copy of `value` with the documented defaults of what it lacks; `value` itself stays as it is. */
export declare function withCustomFieldTypeEditMultipleSelectDefaults(value: CustomFieldTypeEditMultipleSelect): CustomFieldTypeEditMultipleSelectWithDefaults;
/** `CustomFieldTypeEditMultipleSelectImage` in which no property is missing that has a default. */
export type CustomFieldTypeEditMultipleSelectImageWithDefaults = Present<CustomFieldTypeEditMultipleSelectImage, "force">;
/** A copy of `value` with the documented defaults of what it lacks; `value` itself stays as it is. */
export declare function withCustomFieldTypeEditMultipleSelectImageDefaults(value: CustomFieldTypeEditMultipleSelectImage): CustomFieldTypeEditMultipleSelectImageWithDefaults;
/** `CustomFieldTypeEditImagesUploader` in which no property is missing that has a default. */
export type CustomFieldTypeEditImagesUploaderWithDefaults = Present<CustomFieldTypeEditImagesUploader, "force">;
/** A copy of `value` with the documented defaults of what it lacks; `value` itself stays as it is. */
export declare function withCustomFieldTypeEditImagesUploaderDefaults(value: CustomFieldTypeEditImagesUploader): CustomFieldTypeEditImagesUploaderWithDefaults;
/** `CustomFieldEdit` in which no property is missing that has a default. */
export type CustomFieldEditWithDefaults = CustomFieldEditTypeBoolWithDefaults | CustomFieldEditTypeTextWithDefaults | CustomFieldEditTypeIntegerWithDefaults | CustomFieldEditTypeFloatWithDefaults | CustomFieldTypeEditSingleSelectWithDefaults | CustomFieldTypeEditMultipleSelectWithDefaults | CustomFieldTypeEditMultipleSelectImageWithDefaults | CustomFieldTypeEditImagesUploaderWithDefaults;
/** A copy of `value` with the documented defaults of what it lacks; `value` itself stays as it is. */
export declare function withCustomFieldEditDefaults(value: CustomFieldEdit): CustomFieldEditWithDefaults;
/** `PutUpdateCustomFieldsBody` in which no property is missing that has a default. */
export type PutUpdateCustomFieldsBodyWithDefaults = CustomFieldEditWithDefaults;
/** A copy of `value` with the documented defaults of what it lacks; `value` itself stays as it is. */
export declare function withPutUpdateCustomFieldsBodyDefaults(value: PutUpdateCustomFieldsBody): PutUpdateCustomFieldsBodyWithDefaults;
/** `PutUpdateCustomFieldsResponse401` in which no property is missing that has a default. */
export type PutUpdateCustomFieldsResponse401WithDefaults = Changed<PutUpdateCustomFieldsResponse401, {
	errors: Present<NonNullable<PutUpdateCustomFieldsResponse401["errors"]>, "authentication">;
}>;
/** A copy of `value` with the documented defaults of what it lacks; `value` itself stays as it is. */
export declare function withPutUpdateCustomFieldsResponse401Defaults(value: PutUpdateCustomFieldsResponse401): PutUpdateCustomFieldsResponse401WithDefaults;
/** `PutUpdateCustomFieldsResponse403` in which no property is missing that has a default. */
export type PutUpdateCustomFieldsResponse403WithDefaults = Changed<PutUpdateCustomFieldsResponse403, {
	errors: Present<NonNullable<PutUpdateCustomFieldsResponse403["errors"]>, "authorization">;
}>;
/** A copy of `value` with the documented defaults of what it lacks; `value` itself stays as it is. */
export declare function withPutUpdateCustomFieldsResponse403Defaults(value: PutUpdateCustomFieldsResponse403): PutUpdateCustomFieldsResponse403WithDefaults;
/** `PutUpdateCustomFieldsResponse404` in which no property is missing that has a default. */
export type PutUpdateCustomFieldsResponse404WithDefaults = Changed<PutUpdateCustomFieldsResponse404, {
	errors: Present<NonNullable<PutUpdateCustomFieldsResponse404["errors"]>, "json">;
}>;
/** A copy of `value` with the documented defaults of what it lacks; `value` itself stays as it is. */
export declare function withPutUpdateCustomFieldsResponse404Defaults(value: PutUpdateCustomFieldsResponse404): PutUpdateCustomFieldsResponse404WithDefaults;
