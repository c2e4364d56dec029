import { type ParseOptions, type ParseResult } from "./runtime/validation.js";
import type { CustomFieldCreatedValues, CustomFieldCreatedValuesImagesUploader, CustomFieldCreatedValuesMSI, CustomFieldCreatedValuesOrders, CustomFieldDeletedValues, CustomFieldDeletedValuesImagesUploader, CustomFieldDescription, CustomFieldEdit, CustomFieldEditTypeBool, CustomFieldEditTypeFloat, CustomFieldEditTypeInteger, CustomFieldEditTypeText, CustomFieldEditedValuesImagesUploader, CustomFieldEditedValuesMSI, CustomFieldFloatMax, CustomFieldFloatMin, CustomFieldForceUpdate, CustomFieldId, CustomFieldMax, CustomFieldMaxLen, CustomFieldMaxSelectedValues, CustomFieldMin, CustomFieldName, CustomFieldRenamedValues, CustomFieldSectionId, CustomFieldSlug, CustomFieldTypeBool, CustomFieldTypeEditImagesUploader, CustomFieldTypeEditMultipleSelect, CustomFieldTypeEditMultipleSelectImage, CustomFieldTypeEditSingleSelect, CustomFieldTypeFloat, CustomFieldTypeImagesUploader, CustomFieldTypeInteger, CustomFieldTypeMultipleSelect, CustomFieldTypeMultipleSelectImage, CustomFieldTypeSingleSelect, CustomFieldTypeText, CustomFieldValuesImagesUploader, PutUpdateCustomFieldsBody, PutUpdateCustomFieldsResponse200, PutUpdateCustomFieldsResponse400, PutUpdateCustomFieldsResponse401, PutUpdateCustomFieldsResponse403, PutUpdateCustomFieldsResponse404, RequestStatus } from "./schemas.js";
/** Whether `value` is a `CustomFieldEditTypeBool`. */
export declare function isCustomFieldEditTypeBool(value: unknown): value is CustomFieldEditTypeBool;
/** `value` itself if it is a `CustomFieldEditTypeBool`, else the issues that it has. */
export declare function parseCustomFieldEditTypeBool(value: unknown, options?: ParseOptions): ParseResult<CustomFieldEditTypeBool>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldEditTypeBool`. */
export declare function assertCustomFieldEditTypeBool(value: unknown): asserts value is CustomFieldEditTypeBool;
/** Whether `value` is a `CustomFieldEditTypeText`. */
export declare function isCustomFieldEditTypeText(value: unknown): value is CustomFieldEditTypeText;
/** `value` itself if it is a `CustomFieldEditTypeText`, else the issues that it has. */
export declare function parseCustomFieldEditTypeText(value: unknown, options?: ParseOptions): ParseResult<CustomFieldEditTypeText>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldEditTypeText`. */
export declare function assertCustomFieldEditTypeText(value: unknown): asserts value is CustomFieldEditTypeText;
/** Whether `value` is a `CustomFieldEditTypeInteger`. */
export declare function isCustomFieldEditTypeInteger(value: unknown): value is CustomFieldEditTypeInteger;
/** `value` itself if it is a `CustomFieldEditTypeInteger`, else the issues that it has. */
export declare function parseCustomFieldEditTypeInteger(value: unknown, options?: ParseOptions): ParseResult<CustomFieldEditTypeInteger>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldEditTypeInteger`. */
export declare function assertCustomFieldEditTypeInteger(value: unknown): asserts value is CustomFieldEditTypeInteger;
/** Whether `value` is a `CustomFieldEditTypeFloat`. */
export declare function isCustomFieldEditTypeFloat(value: unknown): value is CustomFieldEditTypeFloat;
/** `value` itself if it is a `CustomFieldEditTypeFloat`, else the issues that it has. */
export declare function parseCustomFieldEditTypeFloat(value: unknown, options?: ParseOptions): ParseResult<CustomFieldEditTypeFloat>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldEditTypeFloat`. */
export declare function assertCustomFieldEditTypeFloat(value: unknown): asserts value is CustomFieldEditTypeFloat;
/** Whether `value` is a `CustomFieldTypeEditSingleSelect`. */
export declare function isCustomFieldTypeEditSingleSelect(value: unknown): value is CustomFieldTypeEditSingleSelect;
/** `value` itself if it is a `CustomFieldTypeEditSingleSelect`, else the issues that it has. */
export declare function parseCustomFieldTypeEditSingleSelect(value: unknown, options?: ParseOptions): ParseResult<CustomFieldTypeEditSingleSelect>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldTypeEditSingleSelect`. */
export declare function assertCustomFieldTypeEditSingleSelect(value: unknown): asserts value is CustomFieldTypeEditSingleSelect;
/** Whether `value` is a `CustomFieldTypeEditMultipleSelect`. */
export declare function isCustomFieldTypeEditMultipleSelect(value: unknown): value is CustomFieldTypeEditMultipleSelect;
/** `value` itself if it is a `CustomFieldTypeEditMultipleSelect`, else the issues that it has. */
export declare function parseCustomFieldTypeEditMultipleSelect(value: unknown, options?: ParseOptions): ParseResult<CustomFieldTypeEditMultipleSelect>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldTypeEditMultipleSelect`. */
export declare function assertCustomFieldTypeEditMultipleSelect(value: unknown): asserts value is CustomFieldTypeEditMultipleSelect;
/** Whether `value` is a `CustomFieldTypeEditMultipleSelectImage`. */
export declare function isCustomFieldTypeEditMultipleSelectImage(value: unknown): value is CustomFieldTypeEditMultipleSelectImage;
/** `value` itself if it is a `CustomFieldTypeEditMultipleSelectImage`, else the issues that it has. */
export declare function parseCustomFieldTypeEditMultipleSelectImage(value: unknown, options?: ParseOptions): ParseResult<CustomFieldTypeEditMultipleSelectImage>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldTypeEditMultipleSelectImage`. */
export declare function assertCustomFieldTypeEditMultipleSelectImage(value: unknown): asserts value is CustomFieldTypeEditMultipleSelectImage;
/** Whether `value` is a `CustomFieldTypeEditImagesUploader`. */
export declare function isCustomFieldTypeEditImagesUploader(value: unknown): value is CustomFieldTypeEditImagesUploader;
/** `value` itself if it is a `CustomFieldTypeEditImagesUploader`, else the issues that it has. */
export declare function parseCustomFieldTypeEditImagesUploader(value: unknown, options?: ParseOptions): ParseResult<CustomFieldTypeEditImagesUploader>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldTypeEditImagesUploader`. */
export declare function assertCustomFieldTypeEditImagesUploader(value: unknown): asserts value is CustomFieldTypeEditImagesUploader;
/** Whether `value` is a `RequestStatus`. */
export declare function isRequestStatus(value: unknown): value is RequestStatus;
/** `value` itself if it is a `RequestStatus`, else the issues that it has. */
export declare function parseRequestStatus(value: unknown, options?: ParseOptions): ParseResult<RequestStatus>;
/** Throws a ValidationIssuesError unless `value` is a `RequestStatus`. */
export declare function assertRequestStatus(value: unknown): asserts value is RequestStatus;
/** Whether `value` is a `CustomFieldId`. */
export declare function isCustomFieldId(value: unknown): value is CustomFieldId;
/** `value` itself if it is a `CustomFieldId`, else the issues that it has. */
export declare function parseCustomFieldId(value: unknown, options?: ParseOptions): ParseResult<CustomFieldId>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldId`. */
export declare function assertCustomFieldId(value: unknown): asserts value is CustomFieldId;
/** Whether `value` is a `CustomFieldName`. */
export declare function isCustomFieldName(value: unknown): value is CustomFieldName;
/** `value` itself if it is a `CustomFieldName`, else the issues that it has. */
export declare function parseCustomFieldName(value: unknown, options?: ParseOptions): ParseResult<CustomFieldName>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldName`. */
export declare function assertCustomFieldName(value: unknown): asserts value is CustomFieldName;
/** Whether `value` is a `CustomFieldDescription`. */
export declare function isCustomFieldDescription(value: unknown): value is CustomFieldDescription;
/** `value` itself if it is a `CustomFieldDescription`, else the issues that it has. */
export declare function parseCustomFieldDescription(value: unknown, options?: ParseOptions): ParseResult<CustomFieldDescription>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldDescription`. */
export declare function assertCustomFieldDescription(value: unknown): asserts value is CustomFieldDescription;
/** Whether `value` is a `CustomFieldTypeBool`. */
export declare function isCustomFieldTypeBool(value: unknown): value is CustomFieldTypeBool;
/** `value` itself if it is a `CustomFieldTypeBool`, else the issues that it has. */
export declare function parseCustomFieldTypeBool(value: unknown, options?: ParseOptions): ParseResult<CustomFieldTypeBool>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldTypeBool`. */
export declare function assertCustomFieldTypeBool(value: unknown): asserts value is CustomFieldTypeBool;
/** Whether `value` is a `CustomFieldSlug`. */
export declare function isCustomFieldSlug(value: unknown): value is CustomFieldSlug;
/** `value` itself if it is a `CustomFieldSlug`, else the issues that it has. */
export declare function parseCustomFieldSlug(value: unknown, options?: ParseOptions): ParseResult<CustomFieldSlug>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldSlug`. */
export declare function assertCustomFieldSlug(value: unknown): asserts value is CustomFieldSlug;
/** Whether `value` is a `CustomFieldForceUpdate`. */
export declare function isCustomFieldForceUpdate(value: unknown): value is CustomFieldForceUpdate;
/** `value` itself if it is a `CustomFieldForceUpdate`, else the issues that it has. */
export declare function parseCustomFieldForceUpdate(value: unknown, options?: ParseOptions): ParseResult<CustomFieldForceUpdate>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldForceUpdate`. */
export declare function assertCustomFieldForceUpdate(value: unknown): asserts value is CustomFieldForceUpdate;
/** Whether `value` is a `CustomFieldSectionId`. */
export declare function isCustomFieldSectionId(value: unknown): value is CustomFieldSectionId;
/** `value` itself if it is a `CustomFieldSectionId`, else the issues that it has. */
export declare function parseCustomFieldSectionId(value: unknown, options?: ParseOptions): ParseResult<CustomFieldSectionId>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldSectionId`. */
export declare function assertCustomFieldSectionId(value: unknown): asserts value is CustomFieldSectionId;
/** Whether `value` is a `CustomFieldTypeText`. */
export declare function isCustomFieldTypeText(value: unknown): value is CustomFieldTypeText;
/** `value` itself if it is a `CustomFieldTypeText`, else the issues that it has. */
export declare function parseCustomFieldTypeText(value: unknown, options?: ParseOptions): ParseResult<CustomFieldTypeText>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldTypeText`. */
export declare function assertCustomFieldTypeText(value: unknown): asserts value is CustomFieldTypeText;
/** Whether `value` is a `CustomFieldMaxLen`. */
export declare function isCustomFieldMaxLen(value: unknown): value is CustomFieldMaxLen;
/** `value` itself if it is a `CustomFieldMaxLen`, else the issues that it has. */
export declare function parseCustomFieldMaxLen(value: unknown, options?: ParseOptions): ParseResult<CustomFieldMaxLen>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldMaxLen`. */
export declare function assertCustomFieldMaxLen(value: unknown): asserts value is CustomFieldMaxLen;
/** Whether `value` is a `CustomFieldTypeInteger`. */
export declare function isCustomFieldTypeInteger(value: unknown): value is CustomFieldTypeInteger;
/** `value` itself if it is a `CustomFieldTypeInteger`, else the issues that it has. */
export declare function parseCustomFieldTypeInteger(value: unknown, options?: ParseOptions): ParseResult<CustomFieldTypeInteger>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldTypeInteger`. */
export declare function assertCustomFieldTypeInteger(value: unknown): asserts value is CustomFieldTypeInteger;
/** Whether `value` is a `CustomFieldMin`. */
export declare function isCustomFieldMin(value: unknown): value is CustomFieldMin;
/** `value` itself if it is a `CustomFieldMin`, else the issues that it has. */
export declare function parseCustomFieldMin(value: unknown, options?: ParseOptions): ParseResult<CustomFieldMin>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldMin`. */
export declare function assertCustomFieldMin(value: unknown): asserts value is CustomFieldMin;
/** Whether `value` is a `CustomFieldMax`. */
export declare function isCustomFieldMax(value: unknown): value is CustomFieldMax;
/** `value` itself if it is a `CustomFieldMax`, else the issues that it has. */
export declare function parseCustomFieldMax(value: unknown, options?: ParseOptions): ParseResult<CustomFieldMax>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldMax`. */
export declare function assertCustomFieldMax(value: unknown): asserts value is CustomFieldMax;
/** Whether `value` is a `CustomFieldTypeFloat`. */
export declare function isCustomFieldTypeFloat(value: unknown): value is CustomFieldTypeFloat;
/** `value` itself if it is a `CustomFieldTypeFloat`, else the issues that it has. */
export declare function parseCustomFieldTypeFloat(value: unknown, options?: ParseOptions): ParseResult<CustomFieldTypeFloat>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldTypeFloat`. */
export declare function assertCustomFieldTypeFloat(value: unknown): asserts value is CustomFieldTypeFloat;
/** Whether `value` is a `CustomFieldFloatMin`. */
export declare function isCustomFieldFloatMin(value: unknown): value is CustomFieldFloatMin;
/** `value` itself if it is a `CustomFieldFloatMin`, else the issues that it has. */
export declare function parseCustomFieldFloatMin(value: unknown, options?: ParseOptions): ParseResult<CustomFieldFloatMin>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldFloatMin`. */
export declare function assertCustomFieldFloatMin(value: unknown): asserts value is CustomFieldFloatMin;
/** Whether `value` is a `CustomFieldFloatMax`. */
export declare function isCustomFieldFloatMax(value: unknown): value is CustomFieldFloatMax;
/** `value` itself if it is a `CustomFieldFloatMax`, else the issues that it has. */
export declare function parseCustomFieldFloatMax(value: unknown, options?: ParseOptions): ParseResult<CustomFieldFloatMax>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldFloatMax`. */
export declare function assertCustomFieldFloatMax(value: unknown): asserts value is CustomFieldFloatMax;
/** Whether `value` is a `CustomFieldTypeSingleSelect`. */
export declare function isCustomFieldTypeSingleSelect(value: unknown): value is CustomFieldTypeSingleSelect;
/** `value` itself if it is a `CustomFieldTypeSingleSelect`, else the issues that it has. */
export declare function parseCustomFieldTypeSingleSelect(value: unknown, options?: ParseOptions): ParseResult<CustomFieldTypeSingleSelect>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldTypeSingleSelect`. */
export declare function assertCustomFieldTypeSingleSelect(value: unknown): asserts value is CustomFieldTypeSingleSelect;
/** Whether `value` is a `CustomFieldCreatedValues`. */
export declare function isCustomFieldCreatedValues(value: unknown): value is CustomFieldCreatedValues;
/** `value` itself if it is a `CustomFieldCreatedValues`, else the issues that it has. */
export declare function parseCustomFieldCreatedValues(value: unknown, options?: ParseOptions): ParseResult<CustomFieldCreatedValues>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldCreatedValues`. */
export declare function assertCustomFieldCreatedValues(value: unknown): asserts value is CustomFieldCreatedValues;
/** Whether `value` is a `CustomFieldCreatedValuesOrders`. */
export declare function isCustomFieldCreatedValuesOrders(value: unknown): value is CustomFieldCreatedValuesOrders;
/** `value` itself if it is a `CustomFieldCreatedValuesOrders`, else the issues that it has. */
export declare function parseCustomFieldCreatedValuesOrders(value: unknown, options?: ParseOptions): ParseResult<CustomFieldCreatedValuesOrders>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldCreatedValuesOrders`. */
export declare function assertCustomFieldCreatedValuesOrders(value: unknown): asserts value is CustomFieldCreatedValuesOrders;
/** Whether `value` is a `CustomFieldDeletedValues`. */
export declare function isCustomFieldDeletedValues(value: unknown): value is CustomFieldDeletedValues;
/** `value` itself if it is a `CustomFieldDeletedValues`, else the issues that it has. */
export declare function parseCustomFieldDeletedValues(value: unknown, options?: ParseOptions): ParseResult<CustomFieldDeletedValues>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldDeletedValues`. */
export declare function assertCustomFieldDeletedValues(value: unknown): asserts value is CustomFieldDeletedValues;
/** Whether `value` is a `CustomFieldRenamedValues`. */
export declare function isCustomFieldRenamedValues(value: unknown): value is CustomFieldRenamedValues;
/** `value` itself if it is a `CustomFieldRenamedValues`, else the issues that it has. */
export declare function parseCustomFieldRenamedValues(value: unknown, options?: ParseOptions): ParseResult<CustomFieldRenamedValues>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldRenamedValues`. */
export declare function assertCustomFieldRenamedValues(value: unknown): asserts value is CustomFieldRenamedValues;
/** Whether `value` is a `CustomFieldTypeMultipleSelect`. */
export declare function isCustomFieldTypeMultipleSelect(value: unknown): value is CustomFieldTypeMultipleSelect;
/** `value` itself if it is a `CustomFieldTypeMultipleSelect`, else the issues that it has. */
export declare function parseCustomFieldTypeMultipleSelect(value: unknown, options?: ParseOptions): ParseResult<CustomFieldTypeMultipleSelect>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldTypeMultipleSelect`. */
export declare function assertCustomFieldTypeMultipleSelect(value: unknown): asserts value is CustomFieldTypeMultipleSelect;
/** Whether `value` is a `CustomFieldMaxSelectedValues`. */
export declare function isCustomFieldMaxSelectedValues(value: unknown): value is CustomFieldMaxSelectedValues;
/** `value` itself if it is a `CustomFieldMaxSelectedValues`, else the issues that it has. */
export declare function parseCustomFieldMaxSelectedValues(value: unknown, options?: ParseOptions): ParseResult<CustomFieldMaxSelectedValues>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldMaxSelectedValues`. */
export declare function assertCustomFieldMaxSelectedValues(value: unknown): asserts value is CustomFieldMaxSelectedValues;
/** Whether `value` is a `CustomFieldTypeMultipleSelectImage`. */
export declare function isCustomFieldTypeMultipleSelectImage(value: unknown): value is CustomFieldTypeMultipleSelectImage;
/** `value` itself if it is a `CustomFieldTypeMultipleSelectImage`, else the issues that it has. */
export declare function parseCustomFieldTypeMultipleSelectImage(value: unknown, options?: ParseOptions): ParseResult<CustomFieldTypeMultipleSelectImage>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldTypeMultipleSelectImage`. */
export declare function assertCustomFieldTypeMultipleSelectImage(value: unknown): asserts value is CustomFieldTypeMultipleSelectImage;
/** Whether `value` is a `CustomFieldCreatedValuesMSI`. */
export declare function isCustomFieldCreatedValuesMSI(value: unknown): value is CustomFieldCreatedValuesMSI;
/** `value` itself if it is a `CustomFieldCreatedValuesMSI`, else the issues that it has. */
export declare function parseCustomFieldCreatedValuesMSI(value: unknown, options?: ParseOptions): ParseResult<CustomFieldCreatedValuesMSI>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldCreatedValuesMSI`. */
export declare function assertCustomFieldCreatedValuesMSI(value: unknown): asserts value is CustomFieldCreatedValuesMSI;
/** Whether `value` is a `CustomFieldEditedValuesMSI`. */
export declare function isCustomFieldEditedValuesMSI(value: unknown): value is CustomFieldEditedValuesMSI;
/** `value` itself if it is a `CustomFieldEditedValuesMSI`, else the issues that it has. */
export declare function parseCustomFieldEditedValuesMSI(value: unknown, options?: ParseOptions): ParseResult<CustomFieldEditedValuesMSI>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldEditedValuesMSI`. */
export declare function assertCustomFieldEditedValuesMSI(value: unknown): asserts value is CustomFieldEditedValuesMSI;
/** Whether `value` is a `CustomFieldTypeImagesUploader`. */
export declare function isCustomFieldTypeImagesUploader(value: unknown): value is CustomFieldTypeImagesUploader;
/** `value` itself if it is a `CustomFieldTypeImagesUploader`, else the issues that it has. */
export declare function parseCustomFieldTypeImagesUploader(value: unknown, options?: ParseOptions): ParseResult<CustomFieldTypeImagesUploader>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldTypeImagesUploader`. */
export declare function assertCustomFieldTypeImagesUploader(value: unknown): asserts value is CustomFieldTypeImagesUploader;
/** Whether `value` is a `CustomFieldCreatedValuesImagesUploader`. */
export declare function isCustomFieldCreatedValuesImagesUploader(value: unknown): value is CustomFieldCreatedValuesImagesUploader;
/** `value` itself if it is a `CustomFieldCreatedValuesImagesUploader`, else the issues that it has. */
export declare function parseCustomFieldCreatedValuesImagesUploader(value: unknown, options?: ParseOptions): ParseResult<CustomFieldCreatedValuesImagesUploader>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldCreatedValuesImagesUploader`. */
export declare function assertCustomFieldCreatedValuesImagesUploader(value: unknown): asserts value is CustomFieldCreatedValuesImagesUploader;
/** Whether `value` is a `CustomFieldDeletedValuesImagesUploader`. */
export declare function isCustomFieldDeletedValuesImagesUploader(value: unknown): value is CustomFieldDeletedValuesImagesUploader;
/** `value` itself if it is a `CustomFieldDeletedValuesImagesUploader`, else the issues that it has. */
export declare function parseCustomFieldDeletedValuesImagesUploader(value: unknown, options?: ParseOptions): ParseResult<CustomFieldDeletedValuesImagesUploader>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldDeletedValuesImagesUploader`. */
export declare function assertCustomFieldDeletedValuesImagesUploader(value: unknown): asserts value is CustomFieldDeletedValuesImagesUploader;
/** Whether `value` is a `CustomFieldEditedValuesImagesUploader`. */
export declare function isCustomFieldEditedValuesImagesUploader(value: unknown): value is CustomFieldEditedValuesImagesUploader;
/** `value` itself if it is a `CustomFieldEditedValuesImagesUploader`, else the issues that it has. */
export declare function parseCustomFieldEditedValuesImagesUploader(value: unknown, options?: ParseOptions): ParseResult<CustomFieldEditedValuesImagesUploader>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldEditedValuesImagesUploader`. */
export declare function assertCustomFieldEditedValuesImagesUploader(value: unknown): asserts value is CustomFieldEditedValuesImagesUploader;
/** Whether `value` is a `CustomFieldValuesImagesUploader`. */
export declare function isCustomFieldValuesImagesUploader(value: unknown): value is CustomFieldValuesImagesUploader;
/** `value` itself if it is a `CustomFieldValuesImagesUploader`, else the issues that it has. */
export declare function parseCustomFieldValuesImagesUploader(value: unknown, options?: ParseOptions): ParseResult<CustomFieldValuesImagesUploader>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldValuesImagesUploader`. */
export declare function assertCustomFieldValuesImagesUploader(value: unknown): asserts value is CustomFieldValuesImagesUploader;
/** Whether `value` is a `CustomFieldEdit`. */
export declare function isCustomFieldEdit(value: unknown): value is CustomFieldEdit;
/** `value` itself if it is a `CustomFieldEdit`, else the issues that it has. */
export declare function parseCustomFieldEdit(value: unknown, options?: ParseOptions): ParseResult<CustomFieldEdit>;
/** Throws a ValidationIssuesError unless `value` is a `CustomFieldEdit`. */
export declare function assertCustomFieldEdit(value: unknown): asserts value is CustomFieldEdit;
/** Whether `value` is a `PutUpdateCustomFieldsBody`. */
export declare function isPutUpdateCustomFieldsBody(value: unknown): value is PutUpdateCustomFieldsBody;
/** `value` itself if it is a `PutUpdateCustomFieldsBody`, else the issues that it has. */
export declare function parsePutUpdateCustomFieldsBody(value: unknown, options?: ParseOptions): ParseResult<PutUpdateCustomFieldsBody>;
/** Throws a ValidationIssuesError unless `value` is a `PutUpdateCustomFieldsBody`. */
export declare function assertPutUpdateCustomFieldsBody(value: unknown): asserts value is PutUpdateCustomFieldsBody;
/** Whether `value` is a `PutUpdateCustomFieldsResponse200`. */
export declare function isPutUpdateCustomFieldsResponse200(value: unknown): value is PutUpdateCustomFieldsResponse200;
/** `value` itself if it is a `PutUpdateCustomFieldsResponse200`, else the issues that it has. */
export declare function parsePutUpdateCustomFieldsResponse200(value: unknown, options?: ParseOptions): ParseResult<PutUpdateCustomFieldsResponse200>;
/** Throws a ValidationIssuesError unless `value` is a `PutUpdateCustomFieldsResponse200`. */
export declare function assertPutUpdateCustomFieldsResponse200(value: unknown): asserts value is PutUpdateCustomFieldsResponse200;
/** Whether `value` is a `PutUpdateCustomFieldsResponse400`. */
export declare function isPutUpdateCustomFieldsResponse400(value: unknown): value is PutUpdateCustomFieldsResponse400;
/** `value` itself if it is a `PutUpdateCustomFieldsResponse400`, else the issues that it has. */
export declare function parsePutUpdateCustomFieldsResponse400(value: unknown, options?: ParseOptions): ParseResult<PutUpdateCustomFieldsResponse400>;
/** Throws a ValidationIssuesError unless `value` is a `PutUpdateCustomFieldsResponse400`. */
export declare function assertPutUpdateCustomFieldsResponse400(value: unknown): asserts value is PutUpdateCustomFieldsResponse400;
/** Whether `value` is a `PutUpdateCustomFieldsResponse401`. */
export declare function isPutUpdateCustomFieldsResponse401(value: unknown): value is PutUpdateCustomFieldsResponse401;
/** `value` itself if it is a `PutUpdateCustomFieldsResponse401`, else the issues that it has. */
export declare function parsePutUpdateCustomFieldsResponse401(value: unknown, options?: ParseOptions): ParseResult<PutUpdateCustomFieldsResponse401>;
/** Throws a ValidationIssuesError unless `value` is a `PutUpdateCustomFieldsResponse401`. */
export declare function assertPutUpdateCustomFieldsResponse401(value: unknown): asserts value is PutUpdateCustomFieldsResponse401;
/** Whether `value` is a `PutUpdateCustomFieldsResponse403`. */
export declare function isPutUpdateCustomFieldsResponse403(value: unknown): value is PutUpdateCustomFieldsResponse403;
/** `value` itself if it is a `PutUpdateCustomFieldsResponse403`, else the issues that it has. */
export declare function parsePutUpdateCustomFieldsResponse403(value: unknown, options?: ParseOptions): ParseResult<PutUpdateCustomFieldsResponse403>;
/** Throws a ValidationIssuesError unless `value` is a `PutUpdateCustomFieldsResponse403`. */
export declare function assertPutUpdateCustomFieldsResponse403(value: unknown): asserts value is PutUpdateCustomFieldsResponse403;
/** Whether `value` is a `PutUpdateCustomFieldsResponse404`. */
export declare function isPutUpdateCustomFieldsResponse404(value: unknown): value is PutUpdateCustomFieldsResponse404;
/** `value` itself if it is a `PutUpdateCustomFieldsResponse404`, else the issues that it has. */
export declare function parsePutUpdateCustomFieldsResponse404(value: unknown, options?: ParseOptions): ParseResult<PutUpdateCustomFieldsResponse404>;
/** Throws a ValidationIssuesError unless `value` is a `PutUpdateCustomFieldsResponse404`. */
export declare function assertPutUpdateCustomFieldsResponse404(value: unknown): asserts value is PutUpdateCustomFieldsResponse404;
