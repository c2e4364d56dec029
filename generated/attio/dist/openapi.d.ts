import type { UnknownBranch, UnknownValue } from "./runtime/open.js";
export interface paths {
	"/v2/{target}/{identifier}/attributes/{attribute}": {
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
		 * Updates one attribute of an object or of a list. Required scopes: object_configuration:read-write.
		 * @remarks Uncertain: the operationId is derived; the documents give none.
		 */
		patch: operations["updateAttribute"];
		trace?: never;
	};
}
export interface components {
	schemas: never;
	responses: never;
	parameters: never;
	requestBodies: never;
	headers: never;
	pathItems: never;
}
export interface operations {
	updateAttribute: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/**
				 * Whether an object or a list has the attribute.
				 * @example "lists"
				 */
				target: "objects" | "lists";
				/**
				 * A UUID or slug that says which object or which list has the attribute.
				 * @example "33ebdbe9-e529-47c9-b894-0ba25e9c15c0"
				 */
				identifier: string;
				/**
				 * A UUID or slug of the attribute itself.
				 * @example "41252299-f8c7-4b5e-99c9-4ff8321d2f96"
				 */
				attribute: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					data: {
						/**
						 * The title people read wherever Attio shows the attribute.
						 * @example "Your Attribute"
						 */
						title?: string;
						/** Text that explains what the attribute is for. */
						description?: string;
						/**
						 * A slug for people and programs alike, found once only, by which URLs and API calls reach the attribute. Written in snake case.
						 * @example "my-attribute"
						 */
						api_slug?: string;
						/**
						 * Whether values have to be unique, so that no two records hold the same one. Only new data is checked; duplicates from before are left in place.
						 * @example true
						 */
						is_unique?: boolean;
						/**
						 * With is_required set to true, each new record or entry needs something in this attribute; with false, null is fine. Older data is left alone, so switching is_required on later does not call for filling the gaps.
						 * @example true
						 */
						is_required?: boolean;
						/**
						 * The value the attribute gets by default. Static values are copied as they stand. Dynamic values are worked out at the moment of creation, for example to note down who is logged in. The type of the attribute decides which default values it can have. On people and company objects there are none so far.
						 * @example {"type":"static","template":[{"value":5}]}
						 */
						default_value?: {
							type: "dynamic";
							/**
							 * A dynamic value is looked up when the record or entry is made. Actor reference attributes know "current-user": it stands for whoever makes the record or entry, be it a workspace member or an API token.
							 * @example "current-user"
							 */
							template?: "current-user" | (string & {});
						} | {
							type: "static";
							template?: {
								value?: number;
							}[];
						};
						/** More configuration, different for each type of attribute. */
						config?: {
							/** Configuration of attributes whose type is "currency". */
							currency?: {
								/**
								 * Currency in which amounts are kept, as an ISO4217 code.
								 * @example "USD"
								 */
								default_currency_code?: "ARS" | "AUD" | "BRL" | "BGN" | "CAD" | "CLP" | "CNY" | "COP" | "CZK" | "DKK" | "EUR" | "HKD" | "ISK" | "INR" | "ILS" | "JPY" | "KRW" | "MYR" | "MXN" | "NTD" | "NZD" | "NGN" | "NOK" | "XPF" | "PEN" | "PHP" | "PLN" | "GBP" | "RWF" | "SAR" | "SGD" | "ZAR" | "SEK" | "CHF" | "THB" | "AED" | "UYU" | "USD";
								/**
								 * In which form a currency is displayed in the app. For "code" that is the ISO code, e.g. "USD"; for "name" the name in the language of the reader, e.g. "British pound"; for "narrowSymbol" a short "$1" where others have "US$1"; for "symbol" the usual sign of the place, such as "$".
								 * @example "symbol"
								 */
								display_type?: "code" | "name" | "narrowSymbol" | "symbol";
							};
							/** Configuration of attributes whose type is "record-reference". */
							record_reference?: {
								/** A list of slugs or UUIDs: the objects whose records are allowed. Next to a relationship it can hold nothing but the object of that relationship. */
								allowed_objects?: string[];
							};
						};
						/**
						 * Whether the attribute is archived. Our guide to archiving says more.
						 * @example false
						 */
						is_archived?: boolean;
					};
				};
			};
		};
		responses: {
			/**
			 * Success
			 * @remarks Uncertain: the page does not show the number of this status; 200 is the usual reading.
			 */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						data: {
							id?: {
								/**
								 * A UUID of the workspace in which the attribute lives.
								 * @example "14beef7a-99f7-4534-a87e-70b564330a4c"
								 */
								workspace_id?: string;
								/**
								 * A UUID of the object, or the list, that has the attribute
								 * @example "97052eb9-e65e-443f-a297-f2d9a4a7f795"
								 */
								object_id?: string;
								/**
								 * A UUID of the attribute itself.
								 * @example "41252299-f8c7-4b5e-99c9-4ff8321d2f96"
								 */
								attribute_id?: string;
							};
							/**
							 * The title under which the app shows the attribute.
							 * @example "Company"
							 */
							title?: string;
							/**
							 * Text that explains the attribute.
							 * @example "A company attribute"
							 */
							description?: string;
							/**
							 * A slug, found once only, that stands for the attribute in URLs and API responses. Written in snake case.
							 * @example "company"
							 */
							api_slug?: string;
							/**
							 * What type of content the attribute holds.
							 * @example "record-reference"
							 */
							type?: "text" | "number" | "checkbox" | "currency" | "date" | "timestamp" | "rating" | "status" | "select" | "record-reference" | "actor-reference" | "location" | "domain" | "email-address" | "phone-number" | "interaction" | "personal-name" | UnknownValue;
							/**
							 * Whether the attribute is writable. This is false for some attributes with is_system_attribute true, mostly where Attio fills them in by enrichment; what users define is writable in every case.
							 * @example true
							 */
							is_writable?: boolean;
							/**
							 * true for an attribute that Attio itself brought along (a system attribute), false for one that came from a user or another system.
							 * @example true
							 * @example false
							 */
							is_system_attribute?: boolean;
							/**
							 * Whether values have to be unique, so that no two records hold the same one. Only new data is checked; duplicates from before are left in place.
							 * @example true
							 * @example false
							 */
							is_unique?: boolean;
							/**
							 * With is_required set to true, each new record or entry needs something in this attribute; with false, null is fine. Older data is left alone, so switching is_required on later does not call for filling the gaps.
							 * @example true
							 * @example false
							 */
							is_required?: boolean;
							/**
							 * Whether the attribute is a multiselect, that is, has room for more than one value. Some types never are.
							 * @example true
							 * @example false
							 */
							is_multiselect?: boolean;
							/**
							 * Whether the attribute is archived. Archived ones no longer show in most of the app; the API or the workspace settings bring them back. The guide on archiving and deletinghas the details.
							 * @example false
							 */
							is_archived?: boolean;
							/**
							 * Whether a default value is enabled for the attribute. Has to be true where is_required is true.
							 * @example true
							 * @example false
							 */
							is_default_value_enabled?: boolean;
							/** The value the attribute gets by default. Static values are copied as they stand. Dynamic values are worked out at the moment of creation, for example to note down who is logged in. The type of the attribute decides which default values it can have. */
							default_value?: {
								type: "dynamic";
								/**
								 * A dynamic value is looked up when the record or entry is made. Actor reference attributes know "current-user": it stands for whoever makes the record or entry, be it a workspace member or an API token.
								 * @example "current-user"
								 */
								template?: "current-user" | (string & {});
							} | {
								type: "static";
								template?: {
									[key: string]: unknown;
								}[];
							} | null | UnknownBranch<"type">;
							/** Where the attribute forms a relationship with another one: an object whose id tells which. null means it forms none. The help center explains relationship attributes. */
							relationship?: {
								id?: {
									/**
									 * A UUID of the workspace in which the attribute lives.
									 * @example "14beef7a-99f7-4534-a87e-70b564330a4c"
									 */
									workspace_id?: string;
									/**
									 * A UUID of the object, or the list, that has the attribute
									 * @example "97052eb9-e65e-443f-a297-f2d9a4a7f795"
									 */
									object_id?: string;
									/**
									 * A UUID of the attribute itself.
									 * @example "41252299-f8c7-4b5e-99c9-4ff8321d2f96"
									 */
									attribute_id?: string;
								};
								/**
								 * Slug of the object to which the related attribute belongs.
								 * @example "companies"
								 */
								object_slug?: string;
								/**
								 * Title that the related attribute has.
								 * @example "Team members"
								 */
								title?: string;
								/**
								 * API slug of the related attribute.
								 * @example "team_members"
								 */
								api_slug?: string;
								/**
								 * Whether the related attribute is a multiselect. Taken with is_multiselect of the parent attribute it gives the relationship type: one-to-one for false on both sides, many-to-many for true on both; many-to-one for parent true and related false, one-to-many for parent false and related true.
								 * @example true
								 */
								is_multiselect?: boolean;
							} | null;
							/**
							 * Time at which the attribute was created.
							 * @example "2022-11-21T13:22:49.061281000Z"
							 * @example "2021-11-21T13:22:49.061Z"
							 */
							created_at?: string;
							/** More configuration, different for each type of attribute. */
							config?: {
								/** Configuration of attributes whose type is "currency". */
								currency?: {
									/**
									 * Currency in which amounts are kept, as an ISO4217 code.
									 * @example "USD"
									 */
									default_currency_code?: "ARS" | "AUD" | "BRL" | "BGN" | "CAD" | "CLP" | "CNY" | "COP" | "CZK" | "DKK" | "EUR" | "HKD" | "ISK" | "INR" | "ILS" | "JPY" | "KRW" | "MYR" | "MXN" | "NTD" | "NZD" | "NGN" | "NOK" | "XPF" | "PEN" | "PHP" | "PLN" | "GBP" | "RWF" | "SAR" | "SGD" | "ZAR" | "SEK" | "CHF" | "THB" | "AED" | "UYU" | "USD" | null | UnknownValue;
									/**
									 * In which form a currency is displayed in the app. For "code" that is the ISO code, e.g. "USD"; for "name" the name in the language of the reader, e.g. "British pound"; for "narrowSymbol" a short "$1" where others have "US$1"; for "symbol" the usual sign of the place, such as "$".
									 * @example "code"
									 */
									display_type?: "code" | "name" | "narrowSymbol" | "symbol" | null | UnknownValue;
								};
								/** Configuration of attributes whose type is "record-reference". */
								record_reference?: {
									/** A list of UUIDs: the objects whose records are allowed. An empty list opens it to the records of all objects. */
									allowed_object_ids?: string[];
								};
							};
						};
					};
				};
			};
		};
	};
}
