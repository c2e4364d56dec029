import { coerced, toNumber } from "./runtime/coercion.js";
/** The path parameters of `putUpdateCustomFields` from texts; what cannot be read stays text. */
export function coercePutUpdateCustomFieldsPath(raw) {
	return coerced(raw, { custom_field_id: { read: toNumber } });
}
/** The query parameters of `putUpdateCustomFields` from texts; what cannot be read stays text. */
export function coercePutUpdateCustomFieldsQuery(raw) {
	return coerced(raw, { org_id: { read: toNumber } });
}
