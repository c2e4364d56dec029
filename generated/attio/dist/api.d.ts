import { updateAttribute } from "./operations/updateAttribute.js";
import { type Bound } from "./runtime/bound.js";
import type { ApiClient } from "./runtime/client.js";
/** All operations, by their tags; those without one stand beside the tags. */
export interface AllOperations {
	/** `PATCH /v2/{target}/{identifier}/attributes/{attribute}` */
	readonly updateAttribute: Bound<typeof updateAttribute>;
}
/**
 * All operations as members of one object, called without a client.
 * @example
 * ```ts
 * const api = createApi(createClient());
 * await api.updateAttribute(…);
 * ```
 */
export declare function createApi(client: ApiClient): AllOperations;
