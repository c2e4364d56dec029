import { putUpdateCustomFields } from "./operations/putUpdateCustomFields.js";
import { type Bound } from "./runtime/bound.js";
import type { ApiClient } from "./runtime/client.js";
/** The operations with the tag "Custom Fields". */
export interface CustomFieldsOperations {
	/**
	 * Update custom field
	 *
	 * `PUT /custom_fields/{custom_field_id}`
	 */
	readonly putUpdateCustomFields: Bound<typeof putUpdateCustomFields>;
}
/** All operations, by their tags; those without one stand beside the tags. */
export interface AllOperations {
	readonly customFields: CustomFieldsOperations;
}
/**
 * All operations as members of one object, called without a client.
 * @example
 * ```ts
 * const api = createApi(createClient());
 * await api.customFields.putUpdateCustomFields(…);
 * ```
 */
export declare function createApi(client: ApiClient): AllOperations;
