import type { components, operations } from "./openapi.js";
import type { StandardSchema } from "./runtime/standard-schema.js";
/** Changes to a yes-or-no field */
export type CustomFieldEditTypeBool = components["schemas"]["CustomFieldEditTypeBool"];
export declare const CustomFieldEditTypeBool: StandardSchema<CustomFieldEditTypeBool>;
/** Changes to a field of free text */
export type CustomFieldEditTypeText = components["schemas"]["CustomFieldEditTypeText"];
export declare const CustomFieldEditTypeText: StandardSchema<CustomFieldEditTypeText>;
/** Changes to a field of whole numbers */
export type CustomFieldEditTypeInteger = components["schemas"]["CustomFieldEditTypeInteger"];
export declare const CustomFieldEditTypeInteger: StandardSchema<CustomFieldEditTypeInteger>;
/** Changes to a field of decimal numbers */
export type CustomFieldEditTypeFloat = components["schemas"]["CustomFieldEditTypeFloat"];
export declare const CustomFieldEditTypeFloat: StandardSchema<CustomFieldEditTypeFloat>;
/** Changes to a field with one choice out of a list */
export type CustomFieldTypeEditSingleSelect = components["schemas"]["CustomFieldTypeEditSingleSelect"];
export declare const CustomFieldTypeEditSingleSelect: StandardSchema<CustomFieldTypeEditSingleSelect>;
/** Changes to a field with several choices out of a list */
export type CustomFieldTypeEditMultipleSelect = components["schemas"]["CustomFieldTypeEditMultipleSelect"];
export declare const CustomFieldTypeEditMultipleSelect: StandardSchema<CustomFieldTypeEditMultipleSelect>;
/** Changes to a field with several choices shown as pictures */
export type CustomFieldTypeEditMultipleSelectImage = components["schemas"]["CustomFieldTypeEditMultipleSelectImage"];
export declare const CustomFieldTypeEditMultipleSelectImage: StandardSchema<CustomFieldTypeEditMultipleSelectImage>;
/** Changes to a field that collects pictures */
export type CustomFieldTypeEditImagesUploader = components["schemas"]["CustomFieldTypeEditImagesUploader"];
export declare const CustomFieldTypeEditImagesUploader: StandardSchema<CustomFieldTypeEditImagesUploader>;
/** Outcome of the call */
export type RequestStatus = components["schemas"]["RequestStatus"];
export declare const RequestStatus: StandardSchema<RequestStatus>;
/**
 * Number that identifies the field
 * @example 42
 */
export type CustomFieldId = components["schemas"]["CustomFieldId"];
export declare const CustomFieldId: StandardSchema<CustomFieldId>;
/**
 * Label under which people see the field
 * @example "Click and collect"
 */
export type CustomFieldName = components["schemas"]["CustomFieldName"];
export declare const CustomFieldName: StandardSchema<CustomFieldName>;
/**
 * Longer text that explains the field
 * @example "Says if goods ordered online can be fetched here"
 */
export type CustomFieldDescription = components["schemas"]["CustomFieldDescription"];
export declare const CustomFieldDescription: StandardSchema<CustomFieldDescription>;
export type CustomFieldTypeBool = components["schemas"]["CustomFieldTypeBool"];
export declare const CustomFieldTypeBool: StandardSchema<CustomFieldTypeBool>;
/**
 * Short name for use in code, different for each field. These characters are forbidden in it: `,;/\|<>`
 * @example "click-and-collect"
 */
export type CustomFieldSlug = components["schemas"]["CustomFieldSlug"];
export declare const CustomFieldSlug: StandardSchema<CustomFieldSlug>;
/**
 * Carries out a change although businesses lose entries by it. Error messages call this property `forced_update`; the API knows it as `force`.
 * @default false
 */
export type CustomFieldForceUpdate = components["schemas"]["CustomFieldForceUpdate"];
export declare const CustomFieldForceUpdate: StandardSchema<CustomFieldForceUpdate>;
/**
 * Number of the section that lists the field
 * @example 6
 */
export type CustomFieldSectionId = components["schemas"]["CustomFieldSectionId"];
export declare const CustomFieldSectionId: StandardSchema<CustomFieldSectionId>;
export type CustomFieldTypeText = components["schemas"]["CustomFieldTypeText"];
export declare const CustomFieldTypeText: StandardSchema<CustomFieldTypeText>;
/**
 * most characters a TEXT entry may have
 * @example 10
 */
export type CustomFieldMaxLen = components["schemas"]["CustomFieldMaxLen"];
export declare const CustomFieldMaxLen: StandardSchema<CustomFieldMaxLen>;
export type CustomFieldTypeInteger = components["schemas"]["CustomFieldTypeInteger"];
export declare const CustomFieldTypeInteger: StandardSchema<CustomFieldTypeInteger>;
/**
 * lowest INTEGER entry accepted
 * @example 0
 */
export type CustomFieldMin = components["schemas"]["CustomFieldMin"];
export declare const CustomFieldMin: StandardSchema<CustomFieldMin>;
/**
 * highest INTEGER entry accepted
 * @example 100
 */
export type CustomFieldMax = components["schemas"]["CustomFieldMax"];
export declare const CustomFieldMax: StandardSchema<CustomFieldMax>;
export type CustomFieldTypeFloat = components["schemas"]["CustomFieldTypeFloat"];
export declare const CustomFieldTypeFloat: StandardSchema<CustomFieldTypeFloat>;
/**
 * lowest FLOAT entry accepted
 * @example 0
 */
export type CustomFieldFloatMin = components["schemas"]["CustomFieldFloatMin"];
export declare const CustomFieldFloatMin: StandardSchema<CustomFieldFloatMin>;
/**
 * highest FLOAT entry accepted
 * @example 10.5
 */
export type CustomFieldFloatMax = components["schemas"]["CustomFieldFloatMax"];
export declare const CustomFieldFloatMax: StandardSchema<CustomFieldFloatMax>;
export type CustomFieldTypeSingleSelect = components["schemas"]["CustomFieldTypeSingleSelect"];
export declare const CustomFieldTypeSingleSelect: StandardSchema<CustomFieldTypeSingleSelect>;
/**
 * choices that join the list
 * @example ["Image 3"]
 */
export type CustomFieldCreatedValues = components["schemas"]["CustomFieldCreatedValues"];
export declare const CustomFieldCreatedValues: StandardSchema<CustomFieldCreatedValues>;
/**
 * Where each new choice is shown. The integer at some index is the rank of the entry with that index in created_values. Gaps are closed by the server and the sequence is kept: [5, 8, 1] comes out as [2, 3, 1]. So there is no need to count without holes; only the sequence of the ranks matters.
 * @example [3,2,4,1]
 */
export type CustomFieldCreatedValuesOrders = components["schemas"]["CustomFieldCreatedValuesOrders"];
export declare const CustomFieldCreatedValuesOrders: StandardSchema<CustomFieldCreatedValuesOrders>;
/**
 * choices that leave the list
 * @example ["Image 1"]
 */
export type CustomFieldDeletedValues = components["schemas"]["CustomFieldDeletedValues"];
export declare const CustomFieldDeletedValues: StandardSchema<CustomFieldDeletedValues>;
/**
 * choices that get another name
 * @example [{"new_value":"Draw 1","old_value":"Image 1"},{"old_value":"Image 2","new_value":"Photo 2"}]
 */
export type CustomFieldRenamedValues = components["schemas"]["CustomFieldRenamedValues"];
export declare const CustomFieldRenamedValues: StandardSchema<CustomFieldRenamedValues>;
export type CustomFieldTypeMultipleSelect = components["schemas"]["CustomFieldTypeMultipleSelect"];
export declare const CustomFieldTypeMultipleSelect: StandardSchema<CustomFieldTypeMultipleSelect>;
/**
 * How many choices one business may tick in a field that takes several
 * @example 3
 */
export type CustomFieldMaxSelectedValues = components["schemas"]["CustomFieldMaxSelectedValues"];
export declare const CustomFieldMaxSelectedValues: StandardSchema<CustomFieldMaxSelectedValues>;
export type CustomFieldTypeMultipleSelectImage = components["schemas"]["CustomFieldTypeMultipleSelectImage"];
export declare const CustomFieldTypeMultipleSelectImage: StandardSchema<CustomFieldTypeMultipleSelectImage>;
/**
 * picture choices that join the list
 * @example [{"label":"Image 3","url":"https://image3","value":"Image 3","order":1}]
 */
export type CustomFieldCreatedValuesMSI = components["schemas"]["CustomFieldCreatedValuesMSI"];
export declare const CustomFieldCreatedValuesMSI: StandardSchema<CustomFieldCreatedValuesMSI>;
/**
 * picture choices that are altered
 * @example [{"label":"Updated Image","url":"https://updated-image.jpg","value":"updated-image","old_value":"old-image"}]
 */
export type CustomFieldEditedValuesMSI = components["schemas"]["CustomFieldEditedValuesMSI"];
export declare const CustomFieldEditedValuesMSI: StandardSchema<CustomFieldEditedValuesMSI>;
export type CustomFieldTypeImagesUploader = components["schemas"]["CustomFieldTypeImagesUploader"];
export declare const CustomFieldTypeImagesUploader: StandardSchema<CustomFieldTypeImagesUploader>;
/**
 * Captions that are asked for in addition
 * @example [{"text_field":"text 1","max_length":30},{"text_field":"text 2","max_length":20}]
 */
export type CustomFieldCreatedValuesImagesUploader = components["schemas"]["CustomFieldCreatedValuesImagesUploader"];
export declare const CustomFieldCreatedValuesImagesUploader: StandardSchema<CustomFieldCreatedValuesImagesUploader>;
/**
 * Captions that are no longer asked for
 * @example ["my text field"]
 */
export type CustomFieldDeletedValuesImagesUploader = components["schemas"]["CustomFieldDeletedValuesImagesUploader"];
export declare const CustomFieldDeletedValuesImagesUploader: StandardSchema<CustomFieldDeletedValuesImagesUploader>;
/**
 * Captions before and after the change
 * @example [{"new_value":{"text_field":"new name","max_length":40},"old_value":{"text_field":"old name","max_length":20}}]
 */
export type CustomFieldEditedValuesImagesUploader = components["schemas"]["CustomFieldEditedValuesImagesUploader"];
export declare const CustomFieldEditedValuesImagesUploader: StandardSchema<CustomFieldEditedValuesImagesUploader>;
/**
 * A caption asked for with each picture
 * @example {"text_field":"name 1","max_length":20}
 * @example {"text_field":"name 2","max_length":30}
 */
export type CustomFieldValuesImagesUploader = components["schemas"]["CustomFieldValuesImagesUploader"];
export declare const CustomFieldValuesImagesUploader: StandardSchema<CustomFieldValuesImagesUploader>;
export type CustomFieldEdit = operations["putUpdateCustomFields"]["requestBody"]["content"]["application/json"];
export declare const CustomFieldEdit: StandardSchema<CustomFieldEdit>;
export type PutUpdateCustomFieldsBody = CustomFieldEdit;
export declare const PutUpdateCustomFieldsBody: StandardSchema<PutUpdateCustomFieldsBody>;
export type PutUpdateCustomFieldsResponse200 = operations["putUpdateCustomFields"]["responses"][200]["content"]["application/json"];
export declare const PutUpdateCustomFieldsResponse200: StandardSchema<PutUpdateCustomFieldsResponse200>;
/** @remarks Its branches cannot all be told apart: no property that branches 1 and 2 require tells them apart. */
export type PutUpdateCustomFieldsResponse400 = operations["putUpdateCustomFields"]["responses"][400]["content"]["application/json"];
export declare const PutUpdateCustomFieldsResponse400: StandardSchema<PutUpdateCustomFieldsResponse400>;
/** Answer to a call without a valid key */
export type PutUpdateCustomFieldsResponse401 = operations["putUpdateCustomFields"]["responses"][401]["content"]["application/json"];
export declare const PutUpdateCustomFieldsResponse401: StandardSchema<PutUpdateCustomFieldsResponse401>;
/** Answer to a call whose key is valid while its user lacks the right to do such a thing */
export type PutUpdateCustomFieldsResponse403 = operations["putUpdateCustomFields"]["responses"][403]["content"]["application/json"];
export declare const PutUpdateCustomFieldsResponse403: StandardSchema<PutUpdateCustomFieldsResponse403>;
/** Answer to a call for something that was deleted or never existed */
export type PutUpdateCustomFieldsResponse404 = operations["putUpdateCustomFields"]["responses"][404]["content"]["application/json"];
export declare const PutUpdateCustomFieldsResponse404: StandardSchema<PutUpdateCustomFieldsResponse404>;
