export interface paths {
	"/custom_fields/{custom_field_id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		/**
		 * Update custom field
		 *
		 * Changes one custom field, chosen by its ID, among those your organization owns.
		 * Open to change are its **name**, **description** and **slug**, its **constraints**, and the **section** it is shown in. Its **type** stays what it was at creation. When stored business data stands in the way of a change, `force` carries it out all the same. A `PROVIDER` user reaches the fields of an organization under management by sending `org_id`.
		 */
		put: operations["putUpdateCustomFields"];
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
}
export interface components {
	schemas: {
		/** Changes to a yes-or-no field */
		CustomFieldEditTypeBool: {
			/**
			 * Label under which people see the field
			 * @example "Click and collect"
			 */
			name: components["schemas"]["CustomFieldName"];
			/**
			 * Longer text that explains the field
			 * @example "Says if goods ordered online can be fetched here"
			 */
			description?: components["schemas"]["CustomFieldDescription"];
			type: components["schemas"]["CustomFieldTypeBool"];
			/**
			 * Short name for use in code, different for each field. These characters are forbidden in it: `,;/\|<>`
			 * @example "click-and-collect"
			 */
			slug?: components["schemas"]["CustomFieldSlug"];
			/**
			 * Carries out a change although businesses lose entries by it. Error messages call this property `forced_update`; the API knows it as `force`.
			 * @default false
			 */
			force?: components["schemas"]["CustomFieldForceUpdate"];
			/**
			 * Number of the section that lists the field
			 * @example 6
			 */
			section_id?: components["schemas"]["CustomFieldSectionId"];
		};
		/** Changes to a field of free text */
		CustomFieldEditTypeText: {
			/**
			 * Label under which people see the field
			 * @example "Click and collect"
			 */
			name: components["schemas"]["CustomFieldName"];
			/**
			 * Longer text that explains the field
			 * @example "Says if goods ordered online can be fetched here"
			 */
			description?: components["schemas"]["CustomFieldDescription"];
			type: components["schemas"]["CustomFieldTypeText"];
			/**
			 * Short name for use in code, different for each field. These characters are forbidden in it: `,;/\|<>`
			 * @example "click-and-collect"
			 */
			slug?: components["schemas"]["CustomFieldSlug"];
			/**
			 * most characters a TEXT entry may have
			 * @example 10
			 */
			max_len?: components["schemas"]["CustomFieldMaxLen"];
			/**
			 * Carries out a change although businesses lose entries by it. Error messages call this property `forced_update`; the API knows it as `force`.
			 * @default false
			 */
			force?: components["schemas"]["CustomFieldForceUpdate"];
			/**
			 * Number of the section that lists the field
			 * @example 6
			 */
			section_id?: components["schemas"]["CustomFieldSectionId"];
		};
		/** Changes to a field of whole numbers */
		CustomFieldEditTypeInteger: {
			/**
			 * Label under which people see the field
			 * @example "Click and collect"
			 */
			name: components["schemas"]["CustomFieldName"];
			/**
			 * Longer text that explains the field
			 * @example "Says if goods ordered online can be fetched here"
			 */
			description?: components["schemas"]["CustomFieldDescription"];
			type: components["schemas"]["CustomFieldTypeInteger"];
			/**
			 * Short name for use in code, different for each field. These characters are forbidden in it: `,;/\|<>`
			 * @example "click-and-collect"
			 */
			slug?: components["schemas"]["CustomFieldSlug"];
			/**
			 * lowest INTEGER entry accepted
			 * @example 0
			 */
			min?: components["schemas"]["CustomFieldMin"];
			/**
			 * highest INTEGER entry accepted
			 * @example 100
			 */
			max?: components["schemas"]["CustomFieldMax"];
			/**
			 * Carries out a change although businesses lose entries by it. Error messages call this property `forced_update`; the API knows it as `force`.
			 * @default false
			 */
			force?: components["schemas"]["CustomFieldForceUpdate"];
			/**
			 * Number of the section that lists the field
			 * @example 6
			 */
			section_id?: components["schemas"]["CustomFieldSectionId"];
		};
		/** Changes to a field of decimal numbers */
		CustomFieldEditTypeFloat: {
			/**
			 * Label under which people see the field
			 * @example "Click and collect"
			 */
			name: components["schemas"]["CustomFieldName"];
			/**
			 * Longer text that explains the field
			 * @example "Says if goods ordered online can be fetched here"
			 */
			description?: components["schemas"]["CustomFieldDescription"];
			type: components["schemas"]["CustomFieldTypeFloat"];
			/**
			 * Short name for use in code, different for each field. These characters are forbidden in it: `,;/\|<>`
			 * @example "click-and-collect"
			 */
			slug?: components["schemas"]["CustomFieldSlug"];
			/**
			 * lowest FLOAT entry accepted
			 * @example 0
			 */
			min?: components["schemas"]["CustomFieldFloatMin"];
			/**
			 * highest FLOAT entry accepted
			 * @example 10.5
			 */
			max?: components["schemas"]["CustomFieldFloatMax"];
			/**
			 * Carries out a change although businesses lose entries by it. Error messages call this property `forced_update`; the API knows it as `force`.
			 * @default false
			 */
			force?: components["schemas"]["CustomFieldForceUpdate"];
			/**
			 * Number of the section that lists the field
			 * @example 6
			 */
			section_id?: components["schemas"]["CustomFieldSectionId"];
		};
		/** Changes to a field with one choice out of a list */
		CustomFieldTypeEditSingleSelect: {
			/**
			 * Label under which people see the field
			 * @example "Click and collect"
			 */
			name: components["schemas"]["CustomFieldName"];
			/**
			 * Longer text that explains the field
			 * @example "Says if goods ordered online can be fetched here"
			 */
			description?: components["schemas"]["CustomFieldDescription"];
			type: components["schemas"]["CustomFieldTypeSingleSelect"];
			/**
			 * Short name for use in code, different for each field. These characters are forbidden in it: `,;/\|<>`
			 * @example "click-and-collect"
			 */
			slug?: components["schemas"]["CustomFieldSlug"];
			/**
			 * choices that join the list
			 * @example ["Image 3"]
			 */
			created_values?: components["schemas"]["CustomFieldCreatedValues"];
			/**
			 * Where each new choice is shown. The integer at some index is the rank of the entry with that index in created_values. Gaps are closed by the server and the sequence is kept: [5, 8, 1] comes out as [2, 3, 1]. So there is no need to count without holes; only the sequence of the ranks matters.
			 * @example [3,2,4,1]
			 */
			created_values_orders?: components["schemas"]["CustomFieldCreatedValuesOrders"];
			/**
			 * choices that leave the list
			 * @example ["Image 1"]
			 */
			deleted_values?: components["schemas"]["CustomFieldDeletedValues"];
			/**
			 * choices that get another name
			 * @example [{"new_value":"Draw 1","old_value":"Image 1"},{"old_value":"Image 2","new_value":"Photo 2"}]
			 */
			renamed_values?: components["schemas"]["CustomFieldRenamedValues"];
			/**
			 * Carries out a change although businesses lose entries by it. Error messages call this property `forced_update`; the API knows it as `force`.
			 * @default false
			 */
			force?: components["schemas"]["CustomFieldForceUpdate"];
			/**
			 * Number of the section that lists the field
			 * @example 6
			 */
			section_id?: components["schemas"]["CustomFieldSectionId"];
		};
		/** Changes to a field with several choices out of a list */
		CustomFieldTypeEditMultipleSelect: {
			/**
			 * Label under which people see the field
			 * @example "Click and collect"
			 */
			name: components["schemas"]["CustomFieldName"];
			/**
			 * Longer text that explains the field
			 * @example "Says if goods ordered online can be fetched here"
			 */
			description?: components["schemas"]["CustomFieldDescription"];
			type: components["schemas"]["CustomFieldTypeMultipleSelect"];
			/**
			 * Short name for use in code, different for each field. These characters are forbidden in it: `,;/\|<>`
			 * @example "click-and-collect"
			 */
			slug?: components["schemas"]["CustomFieldSlug"];
			/**
			 * choices that join the list
			 * @example ["Image 3"]
			 */
			created_values?: components["schemas"]["CustomFieldCreatedValues"];
			/**
			 * Where each new choice is shown. The integer at some index is the rank of the entry with that index in created_values. Gaps are closed by the server and the sequence is kept: [5, 8, 1] comes out as [2, 3, 1]. So there is no need to count without holes; only the sequence of the ranks matters.
			 * @example [3,2,4,1]
			 */
			created_values_orders?: components["schemas"]["CustomFieldCreatedValuesOrders"];
			/**
			 * choices that leave the list
			 * @example ["Image 1"]
			 */
			deleted_values?: components["schemas"]["CustomFieldDeletedValues"];
			/**
			 * choices that get another name
			 * @example [{"new_value":"Draw 1","old_value":"Image 1"},{"old_value":"Image 2","new_value":"Photo 2"}]
			 */
			renamed_values?: components["schemas"]["CustomFieldRenamedValues"];
			/**
			 * How many choices one business may tick in a field that takes several
			 * @example 3
			 */
			max_selected_values?: components["schemas"]["CustomFieldMaxSelectedValues"];
			/**
			 * Carries out a change although businesses lose entries by it. Error messages call this property `forced_update`; the API knows it as `force`.
			 * @default false
			 */
			force?: components["schemas"]["CustomFieldForceUpdate"];
			/**
			 * Number of the section that lists the field
			 * @example 6
			 */
			section_id?: components["schemas"]["CustomFieldSectionId"];
		};
		/** Changes to a field with several choices shown as pictures */
		CustomFieldTypeEditMultipleSelectImage: {
			/**
			 * Label under which people see the field
			 * @example "Click and collect"
			 */
			name: components["schemas"]["CustomFieldName"];
			/**
			 * Longer text that explains the field
			 * @example "Says if goods ordered online can be fetched here"
			 */
			description?: components["schemas"]["CustomFieldDescription"];
			type: components["schemas"]["CustomFieldTypeMultipleSelectImage"];
			/**
			 * Short name for use in code, different for each field. These characters are forbidden in it: `,;/\|<>`
			 * @example "click-and-collect"
			 */
			slug?: components["schemas"]["CustomFieldSlug"];
			/**
			 * picture choices that join the list
			 * @example [{"label":"Image 3","url":"https://image3","value":"Image 3","order":1}]
			 */
			created_values?: components["schemas"]["CustomFieldCreatedValuesMSI"];
			/**
			 * choices that leave the list
			 * @example ["Image 1"]
			 */
			deleted_values?: components["schemas"]["CustomFieldDeletedValues"];
			/**
			 * picture choices that are altered
			 * @example [{"label":"Updated Image","url":"https://updated-image.jpg","value":"updated-image","old_value":"old-image"}]
			 */
			edited_values?: components["schemas"]["CustomFieldEditedValuesMSI"];
			/**
			 * How many choices one business may tick in a field that takes several
			 * @example 3
			 */
			max_selected_values?: components["schemas"]["CustomFieldMaxSelectedValues"];
			/**
			 * Carries out a change although businesses lose entries by it. Error messages call this property `forced_update`; the API knows it as `force`.
			 * @default false
			 */
			force?: components["schemas"]["CustomFieldForceUpdate"];
			/**
			 * Number of the section that lists the field
			 * @example 6
			 */
			section_id?: components["schemas"]["CustomFieldSectionId"];
		};
		/** Changes to a field that collects pictures */
		CustomFieldTypeEditImagesUploader: {
			/**
			 * Label under which people see the field
			 * @example "Click and collect"
			 */
			name: components["schemas"]["CustomFieldName"];
			/**
			 * Longer text that explains the field
			 * @example "Says if goods ordered online can be fetched here"
			 */
			description?: components["schemas"]["CustomFieldDescription"];
			type: components["schemas"]["CustomFieldTypeImagesUploader"];
			/**
			 * Short name for use in code, different for each field. These characters are forbidden in it: `,;/\|<>`
			 * @example "click-and-collect"
			 */
			slug?: components["schemas"]["CustomFieldSlug"];
			/**
			 * Captions that are asked for in addition
			 * @example [{"text_field":"text 1","max_length":30},{"text_field":"text 2","max_length":20}]
			 */
			created_values?: components["schemas"]["CustomFieldCreatedValuesImagesUploader"];
			/**
			 * Captions that are no longer asked for
			 * @example ["my text field"]
			 */
			deleted_values?: components["schemas"]["CustomFieldDeletedValuesImagesUploader"];
			/**
			 * Captions before and after the change
			 * @example [{"new_value":{"text_field":"new name","max_length":40},"old_value":{"text_field":"old name","max_length":20}}]
			 */
			edited_values?: components["schemas"]["CustomFieldEditedValuesImagesUploader"];
			/**
			 * Carries out a change although businesses lose entries by it. Error messages call this property `forced_update`; the API knows it as `force`.
			 * @default false
			 */
			force?: components["schemas"]["CustomFieldForceUpdate"];
			/**
			 * Number of the section that lists the field
			 * @example 6
			 */
			section_id?: components["schemas"]["CustomFieldSectionId"];
		};
		/** Outcome of the call */
		RequestStatus: "success";
		/**
		 * Number that identifies the field
		 * @example 42
		 */
		CustomFieldId: number;
		/**
		 * Label under which people see the field
		 * @example "Click and collect"
		 */
		CustomFieldName: string;
		/**
		 * Longer text that explains the field
		 * @example "Says if goods ordered online can be fetched here"
		 */
		CustomFieldDescription: string | null;
		CustomFieldTypeBool: "BOOLEAN";
		/**
		 * Short name for use in code, different for each field. These characters are forbidden in it: `,;/\|<>`
		 * @example "click-and-collect"
		 */
		CustomFieldSlug: string | null;
		/**
		 * Carries out a change although businesses lose entries by it. Error messages call this property `forced_update`; the API knows it as `force`.
		 * @default false
		 */
		CustomFieldForceUpdate: boolean;
		/**
		 * Number of the section that lists the field
		 * @example 6
		 */
		CustomFieldSectionId: number;
		CustomFieldTypeText: "TEXT";
		/**
		 * most characters a TEXT entry may have
		 * @example 10
		 */
		CustomFieldMaxLen: number;
		CustomFieldTypeInteger: "INTEGER";
		/**
		 * lowest INTEGER entry accepted
		 * @example 0
		 */
		CustomFieldMin: number;
		/**
		 * highest INTEGER entry accepted
		 * @example 100
		 */
		CustomFieldMax: number;
		CustomFieldTypeFloat: "FLOAT";
		/**
		 * lowest FLOAT entry accepted
		 * @example 0
		 */
		CustomFieldFloatMin: number;
		/**
		 * highest FLOAT entry accepted
		 * @example 10.5
		 */
		CustomFieldFloatMax: number;
		CustomFieldTypeSingleSelect: "SINGLE_SELECT";
		/**
		 * choices that join the list
		 * @example ["Image 3"]
		 */
		CustomFieldCreatedValues: string[];
		/**
		 * Where each new choice is shown. The integer at some index is the rank of the entry with that index in created_values. Gaps are closed by the server and the sequence is kept: [5, 8, 1] comes out as [2, 3, 1]. So there is no need to count without holes; only the sequence of the ranks matters.
		 * @example [3,2,4,1]
		 */
		CustomFieldCreatedValuesOrders: (number | null)[] | null;
		/**
		 * choices that leave the list
		 * @example ["Image 1"]
		 */
		CustomFieldDeletedValues: string[];
		/**
		 * choices that get another name
		 * @example [{"new_value":"Draw 1","old_value":"Image 1"},{"old_value":"Image 2","new_value":"Photo 2"}]
		 */
		CustomFieldRenamedValues: {
			old_value?: string;
			new_value?: string;
		}[];
		CustomFieldTypeMultipleSelect: "MULTIPLE_SELECT";
		/**
		 * How many choices one business may tick in a field that takes several
		 * @example 3
		 */
		CustomFieldMaxSelectedValues: number | null;
		CustomFieldTypeMultipleSelectImage: "MULTIPLE_SELECT_IMAGE";
		/**
		 * picture choices that join the list
		 * @example [{"label":"Image 3","url":"https://image3","value":"Image 3","order":1}]
		 */
		CustomFieldCreatedValuesMSI: {
			/** Text shown beside the picture */
			label: string;
			/** Where the picture is stored */
			url: string;
			/** Name of the choice inside the API */
			value: string;
			/** Rank of the choice on screen */
			order?: number | null;
		}[];
		/**
		 * picture choices that are altered
		 * @example [{"label":"Updated Image","url":"https://updated-image.jpg","value":"updated-image","old_value":"old-image"}]
		 */
		CustomFieldEditedValuesMSI: {
			/** Text to show from now on */
			label: string;
			/** Where the replacement is stored */
			url: string;
			/** Name the choice gets */
			value: string;
			/** Name the choice had so far */
			old_value: string;
		}[];
		CustomFieldTypeImagesUploader: "IMAGES_UPLOADER";
		/**
		 * Captions that are asked for in addition
		 * @example [{"text_field":"text 1","max_length":30},{"text_field":"text 2","max_length":20}]
		 */
		CustomFieldCreatedValuesImagesUploader: components["schemas"]["CustomFieldValuesImagesUploader"][];
		/**
		 * Captions that are no longer asked for
		 * @example ["my text field"]
		 */
		CustomFieldDeletedValuesImagesUploader: string[];
		/**
		 * Captions before and after the change
		 * @example [{"new_value":{"text_field":"new name","max_length":40},"old_value":{"text_field":"old name","max_length":20}}]
		 */
		CustomFieldEditedValuesImagesUploader: {
			/**
			 * A caption asked for with each picture
			 * @example {"text_field":"name 1","max_length":20}
			 * @example {"text_field":"name 2","max_length":30}
			 */
			new_value?: components["schemas"]["CustomFieldValuesImagesUploader"];
			/**
			 * A caption asked for with each picture
			 * @example {"text_field":"name 1","max_length":20}
			 * @example {"text_field":"name 2","max_length":30}
			 */
			old_value?: components["schemas"]["CustomFieldValuesImagesUploader"];
		}[];
		/**
		 * A caption asked for with each picture
		 * @example {"text_field":"name 1","max_length":20}
		 * @example {"text_field":"name 2","max_length":30}
		 */
		CustomFieldValuesImagesUploader: {
			text_field?: string;
			max_length?: number;
		};
	};
	responses: {
		/** The caller is unknown */
		401: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				"application/json": {
					/** What exactly was refused */
					errors?: {
						/** @default "User not authenticated" */
						authentication?: string;
					};
				};
			};
		};
		/** The caller may not do this */
		403: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				"application/json": {
					/** What exactly was refused */
					errors?: {
						/** @default "Operation not allowed" */
						authorization?: string;
					};
				};
			};
		};
		/** Nothing found under this ID */
		404: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				"application/json": {
					/** What exactly was refused */
					errors?: {
						/** @default "Resource not found" */
						json?: string;
					};
				};
			};
		};
	};
	parameters: never;
	requestBodies: never;
	headers: never;
	pathItems: never;
}
export interface operations {
	putUpdateCustomFields: {
		parameters: {
			query?: {
				/** ID of the organization to act on; your own when left out. Naming another one is reserved for `PROVIDER` users. */
				org_id?: number;
			};
			header?: never;
			path: {
				/**
				 * Number that identifies the field
				 * @example 42
				 */
				custom_field_id: components["schemas"]["CustomFieldId"];
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["CustomFieldEditTypeBool"] | components["schemas"]["CustomFieldEditTypeText"] | components["schemas"]["CustomFieldEditTypeInteger"] | components["schemas"]["CustomFieldEditTypeFloat"] | components["schemas"]["CustomFieldTypeEditSingleSelect"] | components["schemas"]["CustomFieldTypeEditMultipleSelect"] | components["schemas"]["CustomFieldTypeEditMultipleSelectImage"] | components["schemas"]["CustomFieldTypeEditImagesUploader"];
			};
		};
		responses: {
			/** OK */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** Outcome of the call */
						status?: components["schemas"]["RequestStatus"];
					};
				};
			};
			/** Stored data of some businesses breaks the new constraints */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						errors?: {
							json?: {
								/**
								 * How many businesses are affected
								 * @example 2
								 */
								businesses_count?: number;
								/**
								 * What went wrong, in words
								 * @example "Some businesses hold data outside the new constraints; repeat with forced_update=true to overrule them."
								 */
								description?: string;
								/**
								 * Constraints that were broken
								 * @example ["max_len"]
								 */
								constraints?: string[];
							};
						};
					} | {
						errors?: {
							json?: {
								/**
								 * How many businesses are affected
								 * @example 2
								 */
								businesses_count?: number;
								/**
								 * What went wrong, in words
								 * @example "Some businesses hold data outside the new constraints; repeat with forced_update=true to overrule them."
								 */
								description?: string;
								/**
								 * Constraints that were broken
								 * @example ["min","max"]
								 */
								constraints?: string[];
							};
						};
					} | {
						errors?: {
							json?: {
								/**
								 * How many businesses are affected
								 * @example 2
								 */
								businesses_count?: number;
								/**
								 * What went wrong, in words
								 * @example "Some businesses still use a removed option; repeat with forced_update=true to overrule them."
								 */
								description?: string;
								/**
								 * Options still in use
								 * @example ["free parking"]
								 */
								options?: string[];
							};
						};
					};
				};
			};
			401: components["responses"]["401"];
			403: components["responses"]["403"];
			404: components["responses"]["404"];
		};
	};
}
