import type { PutUpdateCustomFieldsPath, PutUpdateCustomFieldsQuery } from "./operations/putUpdateCustomFields.js";
import { type Coerced, type RawValues } from "./runtime/coercion.js";
/** The path parameters of `putUpdateCustomFields` from texts; what cannot be read stays text. */
export declare function coercePutUpdateCustomFieldsPath(raw: RawValues): Coerced<PutUpdateCustomFieldsPath>;
/** The query parameters of `putUpdateCustomFields` from texts; what cannot be read stays text. */
export declare function coercePutUpdateCustomFieldsQuery(raw: RawValues): Coerced<PutUpdateCustomFieldsQuery>;
