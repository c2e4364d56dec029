export interface paths {
	"/api/v1/workspaces/{workspace_slug}/customer-properties/{property_id}/": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		/**
		 * Update a customer property
		 *
		 * Redefines a customer property that is already there. Only what you send is overwritten; everything you leave out keeps its former content.
		 * @remarks Uncertain: the operationId is derived; the documents give none.
		 */
		patch: operations["updateCustomerProperty"];
		trace?: never;
	};
	"/api/v1/workspaces/{workspace_slug}/projects/{project_id}/work-items/{work_item_id}/work-item-properties/{property_id}/values/": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Add custom property values
		 *
		 * Fills in a custom property of one work item, or replaces what was filled in before (an upsert): no work item ever has two values for the same property.
		 * @remarks Uncertain: the operationId is derived; the documents give none.
		 */
		post: operations["addCustomPropertyValues"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
}
export interface components {
	schemas: {
		WorkItemPropertyValue: {
			/** @example "550e8400-e29b-41d4-a716-446655440000" */
			id?: string;
			/** @example "550e8400-e29b-41d4-a716-446655440000" */
			property_id?: string;
			/** @example "550e8400-e29b-41d4-a716-446655440000" */
			issue_id?: string;
			value?: string | boolean | number | string[];
			value_type?: string;
			/** @example "550e8400-e29b-41d4-a716-446655440000" */
			external_id?: string;
			/** @example "github" */
			external_source?: string;
			/** @example "2024-01-01T00:00:00Z" */
			created_at?: string;
			/** @example "2024-01-01T00:00:00Z" */
			updated_at?: string;
		};
	};
	responses: never;
	parameters: never;
	requestBodies: never;
	headers: never;
	pathItems: never;
}
export interface operations {
	updateCustomerProperty: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/**
				 * Short name of the workspace, unique across Plane. Read it off the address bar: a browser at `https://app.plane.so/my-team/projects/` shows the workspace whose slug is `my-team`.
				 * @example "my-workspace"
				 */
				workspace_slug: string;
				/** ID of the customer property to change. */
				property_id: string;
			};
			cookie?: never;
		};
		requestBody?: {
			content: {
				"application/json": {
					/** Internal name, as programs see it. */
					name?: string;
					/** Label shown to people. */
					display_name?: string;
					/** Explains what belongs into the property. */
					description?: string;
					/** What kind of content it holds. */
					property_type?: string;
					/** What it points to, where it relates to something else. */
					relation_type?: string;
					/**
					 * Whether every customer must have it filled in.
					 * @example true
					 */
					is_required?: boolean;
					/**
					 * Whether people can use the property at present.
					 * @example true
					 */
					is_active?: boolean;
					/**
					 * Whether a customer may have several entries for it.
					 * @example true
					 */
					is_multi?: boolean;
					/**
					 * Place among its siblings.
					 * @example 1
					 */
					sort_order?: number;
					/** Contents that new customers start with. */
					default_value?: string[];
					/** Further options, depending on the kind. */
					settings?: {
						[key: string]: unknown;
					};
					/** Rules that entries have to obey. */
					validation_rules?: {
						[key: string]: unknown;
					};
					/** How its icon looks. */
					logo_props?: {
						[key: string]: unknown;
					};
					/** Name of another system it was imported from. */
					external_source?: string;
					/** Its ID inside that other system. */
					external_id?: string;
				};
			};
		};
		responses: {
			/**
			 * OK
			 * @remarks Uncertain: the sample is a stub of generic properties; the schema is surely incomplete.
			 */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						id?: string;
						/** @example "2024-01-01T00:00:00Z" */
						created_at?: string;
					};
				};
			};
		};
	};
	addCustomPropertyValues: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/**
				 * Short name of the workspace, unique across Plane. Read it off the address bar: a browser at `https://app.plane.so/my-team/projects/` shows the workspace whose slug is `my-team`.
				 * @example "my-workspace"
				 */
				workspace_slug: string;
				/**
				 * ID of the project that holds the work item.
				 * @example "550e8400-e29b-41d4-a716-446655440000"
				 */
				project_id: string;
				/**
				 * ID of the work item to fill in.
				 * @example "550e8400-e29b-41d4-a716-446655440001"
				 */
				work_item_id: string;
				/**
				 * ID of the custom property that is filled in.
				 * @example "550e8400-e29b-41d4-a716-446655440001"
				 */
				property_id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * What to send follows from the kind of property:
					 * - TEXT/URL/EMAIL/FILE: string
					 * - BOOLEAN: boolean (true/false)
					 * - DECIMAL: number (int or float)
					 * - DATETIME: string (YYYY-MM-DD, also YYYY-MM-DD HH:MM:SS)
					 * - OPTION/RELATION (single): string (UUID)
					 * - OPTION/RELATION (multi, if is_multi=True): single string or list of strings (UUIDs)
					 *
					 * Properties with room for several entries (is_multi=True):
					 * - Send a list of UUID strings, or one UUID string alone
					 * - One record is stored for each entry
					 * - Response is a list of values
					 *
					 * Properties with room for a single entry:
					 * - A work item/property combination never has more than one value
					 * @example "example text value"
					 */
					value: string | boolean | number | string[];
					/**
					 * Optional ID of the same thing in another system, to keep both in step
					 * @example "550e8400-e29b-41d4-a716-446655440000"
					 */
					external_id?: string;
					/**
					 * Optional name of that other system (e.g., 'github', 'jira')
					 * @example "github"
					 * @example "jira"
					 */
					external_source?: string;
				};
			};
		};
		responses: {
			/**
			 * OK
			 * @remarks Uncertain: the text says "update or create": 201 may come as well, which no document shows.
			 */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["WorkItemPropertyValue"] | components["schemas"]["WorkItemPropertyValue"][];
				};
			};
			/**
			 * Created
			 * @remarks Uncertain: the sample at specs/plane/documents/add-property-values.md:140-145 shows another entity (its values name a project) and is not used.
			 */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["WorkItemPropertyValue"] | components["schemas"]["WorkItemPropertyValue"][];
				};
			};
		};
	};
}
